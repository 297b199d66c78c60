"""The words that facts and readings may take, in the order of their rank where they have one."""

from __future__ import annotations

from enum import Enum
from functools import cached_property


class Choice(Enum):
    """A closed list of Dutch words; columns hold the place in the list."""

    @cached_property
    def code(self) -> int:
        """The number that columns hold for this word."""
        return list(type(self)).index(self)

    @classmethod
    def words(cls) -> list[str]:
        """Every word, in the order of its code."""
        return [str(member.value) for member in cls]


class Verblijfsrecht(Choice):
    """On what ground somebody stays in the Netherlands (Vw 8)."""

    ASIEL = "asiel bepaalde tijd"
    REGULIER = "regulier bepaalde tijd"
    ONBEPAALD = "onbepaalde tijd"
    UNIERECHT = "unierecht"
    PROCEDURE = "in procedure"
    TIJDELIJKE_BESCHERMING = "tijdelijke bescherming"
    GEEN = "geen"


class Verblijfsdoel(Choice):
    """The restriction under which a regular permit was granted (Bi 2.2; Vw 14).

    Onderdelen o and p are one word on purpose: o alone would tell of health.
    """

    FAMILIE = "familie of gezin"
    FAMILIE_BIJ_TIJDELIJK = "familie of gezin bij iemand met een tijdelijk doel"
    ZELFSTANDIGE = "arbeid als zelfstandige"
    KENNISMIGRANT = "arbeid als kennismigrant"
    BLAUWE_KAART_2009 = "Europese blauwe kaart (Richtlijn 2009/50/EG)"
    BLAUWE_KAART_2021 = "Europese blauwe kaart (Richtlijn (EU) 2021/1883)"
    SEIZOENARBEID = "seizoenarbeid"
    OVERPLAATSING = "overplaatsing binnen een onderneming"
    LOONDIENST = "arbeid in loondienst"
    DIENSTVERLENING = "grensoverschrijdende dienstverlening"
    ONDERZOEK = "onderzoek (Richtlijn (EU) 2016/801)"
    LEREND_WERKEN = "lerend werken"
    MILITAIR = "arbeid als niet-geprivilegieerd militair of burgerpersoneel"
    STUDIE = "studie"
    ZOEKEN_VAN_WERK = "zoeken en verrichten van arbeid"
    UITWISSELING = "uitwisseling"
    ONDERDEEL_O_OF_P = "tijdelijke gronden van onderdeel o of p"
    AFWACHTEN_RWN = "afwachten verzoek artikel 17 Rijkswet op het Nederlanderschap"
    VERMOGEND = "verblijf als vermogende vreemdeling"
    NIET_TIJDELIJK_HUMANITAIR = "niet-tijdelijke humanitaire gronden"
    ANDER = "ander doel"


class Referent(Choice):
    """What right the person holds with whom a family member stays (Wi 13:1b)."""

    ASIEL_BEPAALD = "asiel bepaalde tijd"
    ASIEL_ONBEPAALD = "asiel onbepaalde tijd"
    LANGDURIG_BESCHERMD = "EU-langdurig ingezetene met aantekening internationale bescherming"
    ANDER = "ander recht of nationaliteit"


class Doelgroep(Choice):
    """The two groups of the Besluit (Bi 1.1); DUO tells which."""

    ASIELSTATUSHOUDER = "asielstatushouder"
    GEZINS_OF_OVERIGE_MIGRANT = "gezins- of overige migrant"


class Onderbreking(Choice):
    """Why the conditions of the duty did not hold for a while (Bi 2.1:2)."""

    GEEN_INGEZETENE = "was geen ingezetene"
    TIJDELIJK_DOEL = "verbleef voor een tijdelijk doel"
    BEDIENAAR_STOPTE = "onderbrak het werk als geestelijke bedienaar"
    ANDERS = "iets anders"


class Diploma(Choice):
    """A document with which somebody may ask exemption (Ri 2.1)."""

    WI2021 = "inburgeringsdiploma Wet inburgering 2021"
    WI2013 = "inburgeringsdiploma Wet inburgering (2013)"
    NEDERLANDSTALIG = "Nederlandstalig diploma wo, hbo, vwo, havo, vmbo of mbo-2 tot en met mbo-4"
    BUITEN_NEDERLAND = "Nederlandstalig diploma Aruba, Curaçao, Sint Maarten, Suriname of België"
    BES = "diploma Bonaire, Sint Eustatius of Saba"
    INTERNATIONALE_SCHOOL = "diploma internationale of Europese school"
    MBO_1 = "diploma mbo-1 (entree)"
    PRAKTIJKONDERWIJS = "diploma praktijkonderwijs"
    ANDER = "ander document"


class Leerroute(Choice):
    """The three routes (Wi 7, 8, 9)."""

    B1_ROUTE = "B1-route"
    ONDERWIJSROUTE = "onderwijsroute"
    ZELFREDZAAMHEIDSROUTE = "zelfredzaamheidsroute"


class Niveau(Choice):
    """Levels of the European framework that the law knows, lowest first."""

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"


class Activiteit(Choice):
    """An effort of which the law says whether it counts when made before the PIP (Bi 5.3:5)."""

    PVT_IN_INTAKE = "activiteit voor het PVT tijdens de brede intake"
    MAP_IN_INTAKE = "activiteit voor de MAP tijdens de brede intake"
    NT2_IN_INTAKE = "cursusuren NT2 tijdens de brede intake"
    KNM_IN_INTAKE = "cursusuren KNM tijdens de brede intake"
    PARTICIPATIEWET_IN_INTAKE = "activiteit Participatiewet tijdens de brede intake"
    MAATSCHAPPELIJKE_BEGELEIDING = "activiteit maatschappelijke begeleiding"
    NIET_VRIJSTELLEND_ONDERWIJS = "Nederlands en KNM op vso, praktijkonderwijs of entree"
    VOORBEREIDING = "voorbereiding op de inburgering"
    ANDERE = "andere inspanning"


class Termijn(Choice):
    """Which term runs now (Bi 4.1)."""

    EERSTE = "termijn van drie jaar"
    VERLENGDE = "verlengde termijn"
    NIEUWE = "nieuwe termijn na een boete"


class Verlengingsgrond(Choice):
    """Grounds of extension, named by how their length is found (Bi 4.3, 4.4; Ri 4.1).

    Onderdelen a and d of Ri 4.1:1 are one word on purpose: which of the two it is, would tell of
    health or of violence at home, and the length is computed the same way.
    """

    LANGDURIGE_OMSTANDIGHEID = "langdurige omstandigheid (onderdeel a of d)"
    OVERLIJDEN = "overlijden van partner of bloedverwant (onderdeel b)"
    BEVALLING = "bevalling (onderdeel c)"
    ALFABETISERING = "alfabetiseringscursus (onderdeel e)"
    DAKLOOSHEID = "dakloosheid (onderdeel f)"
    GEEN_AANBOD = "geen inburgeringsaanbod (onderdeel g)"
    AANBIEDER = "oorzaak bij de aanbieder (onderdeel h)"
    BIJZONDERE_OMSTANDIGHEID = "bijzondere individuele omstandigheid (onderdeel i)"
    SAMENLOOP = "omstandigheden samen (onderdeel j)"


class Opleiding(Choice):
    """An education that gives no exemption but lengthens the term (Ri 4.2:1)."""

    PRAKTIJKONDERWIJS = "praktijkonderwijs"
    VSO = "voortgezet speciaal onderwijs (arbeidsmarkt of dagbesteding)"
    ENTREE = "entreeopleiding"


class KlokZonderPlan(Choice):
    """Readings of Bi 5.3: the ten weeks of who moves to another municipality without a PIP."""

    LOOPT_DOOR = "loopt door"
    BEGINT_OPNIEUW = "begint opnieuw"


class EersteAanvraagdag(Choice):
    """Readings of Bi 4.5:1: from which day the six months before the end are counted back."""

    VANAF_EINDE = "vanaf de dag na de laatste dag"
    VANAF_LAATSTE_DAG = "vanaf de laatste dag"


class Betaler(Choice):
    """Who pays the course hours of the zelfredzaamheidsroute (Bi 3.14:1)."""

    COLLEGE = "het college"
    INBURGERAAR = "de inburgeraar"
