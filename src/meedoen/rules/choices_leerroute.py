"""The words of the chapters leerroute, zelfredzaamheidsroute, pvt_map, examen and voldaan."""

from __future__ import annotations

from meedoen.rules.choices import Choice


class Toetsadvies(Choice):
    """What DUO advises after the leerbaarheidstoets (Wi 14:5)."""

    B1_OF_ONDERWIJS = "B1-route of onderwijsroute"
    ZELFREDZAAMHEID = "zelfredzaamheidsroute"
    GEEN = "geen advies: geen toets gedaan"


class Taalschakelstand(Choice):
    """How far somebody is with the taalschakeltraject (Wi 8:2 to 8:4)."""

    VOLGT = "volgt het nog"
    BEHAALD = "afgerond en behaald"
    NIET_BEHAALD = "afgerond, niet behaald"
    GESTOPT = "gestopt"


class Urentelling(Choice):
    """What the hours of the old leerroute count for in the new one (Bi 5.4:4)."""

    INTENSITEIT = "bij het bepalen van de intensiteit"
    IN_MINDERING = "in mindering op de cursusuren van de zelfredzaamheidsroute"
    NIET = "nergens voor"


class Examenonderdeel(Choice):
    """The parts of the inburgeringsexamen (Bi 3.3, 3.4)."""

    LEZEN = "lezen"
    LUISTEREN = "luisteren"
    SCHRIJVEN = "schrijven"
    SPREKEN = "spreken"
    KNM = "KNM"


class BehaaldNiveau(Choice):
    """The best result of one language part, lowest first."""

    NIET = "niet behaald"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"


class Examensoort(Choice):
    """Who sets an exam (Bi 3.5)."""

    STAATSEXAMEN = "staatsexamen NT2"
    DUO = "examen van DUO"


class Taalbewijs(Choice):
    """A document that may spare somebody a language part (Ri 3.12, 3.13)."""

    STAATSEXAMEN = "certificaat of diploma staatsexamen NT2"
    VOORTGEZET_ONDERWIJS = "cijferlijst of certificaat voortgezet onderwijs"
    FORMEEL_B1 = "CNaVT Maatschappelijk Formeel (B1)"
    ZAKELIJK_B2 = "CNaVT Zakelijk Professioneel (B2)"
    STARTBEKWAAM_B2 = "CNaVT Educatief Startbekwaam (B2)"
    EDUCATIEF_C1 = "CNaVT Educatief Professioneel (C1)"
    BUITENLANDS_B1 = "erkend buitenlands bewijs van Nederlands op ten minste B1"
    DUO_A2 = "bewijs van DUO: onderdeel behaald op A2"
    TAALUNIE_A2 = "certificaat Nederlands als vreemde taal op A2 van de Taalunie"
    ANDER = "ander bewijs"


class Eindtermen(Choice):
    """Which list of end terms the exam KNM is made from (Ri 3.2)."""

    VAN_2022 = "eindtermen van 2022"
    VAN_2025 = "eindtermen van 1 juli 2025"


class Gespreksvoerder(Choice):
    """Who held the eindgesprek of the zelfredzaamheidsroute (Bi 3.14:4)."""

    COLLEGE = "het college, of een ambtenaar van de gemeente"
    OPENBAAR_LICHAAM = "een openbaar lichaam (Wgr 8)"
    DERDE = "een derde, zoals de taalschool"


class Einddocument(Choice):
    """What somebody gets who met the duty (Wi 6:2)."""

    DIPLOMA = "inburgeringsdiploma"
    CERTIFICAAT = "inburgeringscertificaat"
    GEEN = "geen"
