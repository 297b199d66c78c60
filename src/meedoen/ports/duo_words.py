"""Words that DUO chooses from, in ours; `rules.choices` has those that the law's rules use too."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

ChoiceT = TypeVar("ChoiceT", bound=Enum)


@dataclass(frozen=True)
class Word(Generic[ChoiceT]):
    """What DUO wrote, and which of our words that is; None: a word that we do not know yet."""

    raw: str
    choice: ChoiceT | None


class RedenGeenPlicht(Enum):
    """Why somebody has no duty, or no more."""

    ONTHEFFING = "volledige ontheffing"
    VRIJSTELLING = "volledige vrijstelling"
    TIJDELIJKE_VRIJSTELLING = "tijdelijke vrijstelling"
    VOLDAAN = "voldaan"
    VERBLIJFSDOEL = "verblijfsdoel gewijzigd"
    VERTREK = "langer dan een jaar weg uit Nederland"
    OVERLIJDEN = "overlijden"
    OVERIG = "overig"


class FijneDoelgroep(Enum):
    """The finer groups that DUO keeps for monitoring; no rule of the law asks for them."""

    ASIELSTATUSHOUDER = "asielstatushouder"
    GEESTELIJK_BEDIENAAR = "geestelijk bedienaar"
    GEZINSHERENIGER = "gezinshereniger"
    GEZINSHERENIGER_BIJ_ASIEL = "gezinshereniger met asielstatushouder"
    GEZINSVORMER = "gezinsvormer"
    GEZINSVORMER_BIJ_ASIEL = "gezinsvormer met asielstatushouder"
    OVERIG = "overig"


class Asielrechten(Enum):
    """Which rights hold after the purpose of stay changed (Bi 1.1; R01.20)."""

    TOEGEKEND = "asielrechten toegekend"
    BEHOUDEN = "asielrechten behouden"
    ALS_MIGRANT_BEHOUDEN = "op verzoek rechten van gezins- en overige migrant behouden"
    ALS_MIGRANT_TOEGEKEND = "op verzoek rechten van gezins- en overige migrant toegekend"


class Toetsuitslag(Enum):
    """What the leerbaarheidstoets says: a strong sign, not the decision (R03.14)."""

    HAALBAAR = "B1-route haalbaar"
    NIET_HAALBAAR = "B1-route niet haalbaar"
    ONBEKEND = "onbekend"


class Omvang(Enum):
    """How much of the duty a vrijstelling or ontheffing takes away."""

    GEHEEL = "geheel"
    TIJDELIJK = "tijdelijk"
    GEDEELTELIJK = "gedeeltelijk"


class Oordeel(Enum):
    """What DUO decided on what somebody asked, or on what DUO saw by itself."""

    TOEGEKEND = "toegekend"
    AFGEWEZEN = "afgewezen"
    IN_BEHANDELING = "in behandeling"


class RedenVrijstelling(Enum):
    """Why a vrijstelling was decided on (Wi 4; Ri 2.1, 3.12, 3.13)."""

    VOLDOENDE_INGEBURGERD = "aantoonbaar voldoende ingeburgerd"
    DIPLOMA = "diploma in het register"
    DOCUMENT = "document, met de hand beoordeeld"
    GEDEELTELIJK = "gedeeltelijke vrijstelling"
    WI2013 = "diploma van de Wet inburgering (2013)"
    INSCHRIJVING = "tijdelijk: inschrijving, met de hand beoordeeld"
    VERVOLGOPLEIDING = "tijdelijk: vervolgopleiding, ambtshalve"


class Ontheffingsgrond(Enum):
    """On what ground an ontheffing was decided on (Wi 5). Health: never a fact, list or letter."""

    BIJZONDER = "bijzondere individuele omstandigheden"
    MEDISCH = "medisch"


class Examenonderdeel(Enum):
    """The parts of the exam (Bi 3.3, 3.4)."""

    KNM = "KNM"
    LEZEN = "lezen"
    LUISTEREN = "luisteren"
    SCHRIJVEN = "schrijven"
    SPREKEN = "spreken"


class Examenuitslag(Enum):
    """What came of one part of the exam on one day."""

    GESLAAGD = "geslaagd"
    GEZAKT = "gezakt"
    GEEN = "geen uitslag"


class RedenGeenUitslag(Enum):
    """Why an exam has no result, as DUO judged it."""

    VERWIJTBAAR = "verwijtbaar"
    NIET_VERWIJTBAAR = "niet verwijtbaar"
    AFGEMELD = "afgemeld"
    ABSENT = "absent"


class Alfabetisering(Enum):
    """Whether somebody learns our alphabet first."""

    ANALFABEET = "voor wie niet leest en schrijft"
    ANDERS_GEALFABETISEERD = "voor wie in een ander alfabet leest en schrijft"
    NIET_NODIG = "niet van toepassing"
