"""Words for data: who may know them, how long they are kept, and what they prove."""

from __future__ import annotations

from meedoen.rules.choices import Choice


class Gegeven(Choice):
    """A datum that somebody asks for on behalf of the IND (Bi 9.7)."""

    STATUS = "status van de inburgeringsplicht"
    DATUM_VOLDAAN = "datum waarop aan de plicht is voldaan"
    TERMIJN = "inburgeringstermijn of verlenging"
    LEERROUTE = "leerroute of PIP"
    VOORTGANG = "voortgang, aanwezigheid of inzet"
    EXAMEN = "examenresultaten"
    BOETE = "boete of verlaging"
    VRIJSTELLING_OF_ONTHEFFING = "grond van een vrijstelling of ontheffing"
    LENING = "lening of betaling"
    ANDER = "ander gegeven"


class Verstrekker(Choice):
    """Who would give the datum (Wi 33)."""

    DUO = "DUO"
    COLLEGE = "het college"
    COA = "het COA"
    SCHOOL = "de taalschool"
    ANDER = "iemand anders"


class SterkerRecht(Choice):
    """A stronger right that asks for inburgering (Wi 33b)."""

    ONBEPAALD_REGULIER = "verblijf voor onbepaalde tijd, regulier"
    ONBEPAALD_ASIEL = "verblijf voor onbepaalde tijd, asiel"
    LANGDURIG_INGEZETENE = "EU-langdurig ingezetene"
    NIET_TIJDELIJK_HUMANITAIR = "verblijf op niet-tijdelijke humanitaire gronden"
    NEDERLANDERSCHAP = "Nederlanderschap door naturalisatie"


class Inburgeringsdocument(Choice):
    """What somebody shows to prove inburgering to the IND."""

    DIPLOMA = "inburgeringsdiploma"
    CERTIFICAAT = "inburgeringscertificaat van de zelfredzaamheidsroute"
    GEEN = "geen van beide"


class SoortGegevens(Choice):
    """Kinds of data with a term of their own (Bi 9.9; selectielijst gemeenten)."""

    GEWONE_GEGEVENS = "gewone gegevens"
    BASISGEGEVENS = "basisgegevens voor vijftig jaar"
    LENINGGEGEVENS = "leninggegevens"
    TRAJECTDOSSIER = "trajectdossier"
    GEWEIGERDE_VOORZIENING = "dossier van een geweigerde voorziening"
    AFGEBROKEN_VOORZIENING = "dossier van een afgebroken voorziening"
    HUISVESTINGSDOSSIER = "dossier van de huisvesting"
    BOETEDOSSIER = "boetedossier"
    GESCHIL = "dossier van bezwaar of klacht"
    INNING = "dossier van betalen en innen"


class Bewaarregel(Choice):
    """Which rule a municipality follows where Bi 9.9 and the selectielijst differ."""

    BESLUIT = "Besluit inburgering 2021, artikel 9.9"
    SELECTIELIJST = "selectielijst gemeenten"
