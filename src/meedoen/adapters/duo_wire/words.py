"""How DUO writes the words of `ports.duo_words` and `rules.choices`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from meedoen.ports.duo_words import (
    Alfabetisering,
    Asielrechten,
    Examenonderdeel,
    Examenuitslag,
    FijneDoelgroep,
    Ontheffingsgrond,
    Oordeel,
    RedenGeenPlicht,
    RedenGeenUitslag,
    RedenVrijstelling,
    Toetsuitslag,
)
from meedoen.rules.choices import Doelgroep, Leerroute, Niveau

REDEN_GEEN_PLICHT: Final[Mapping[str, RedenGeenPlicht]] = {
    "Volledige ontheffing": RedenGeenPlicht.ONTHEFFING,
    "Volledige vrijstelling": RedenGeenPlicht.VRIJSTELLING,
    "Tijdelijke vrijstelling": RedenGeenPlicht.TIJDELIJKE_VRIJSTELLING,
    "Inburgeringsplicht voldaan": RedenGeenPlicht.VOLDAAN,
    "Verblijfsdoel gewijzigd": RedenGeenPlicht.VERBLIJFSDOEL,
    "Vertrek uit Nederland langer dan een jaar": RedenGeenPlicht.VERTREK,
    "Overlijden": RedenGeenPlicht.OVERLIJDEN,
    "Overig": RedenGeenPlicht.OVERIG,
}
DOELGROEP: Final[Mapping[str, Doelgroep]] = {
    "Asielstatushouder": Doelgroep.ASIELSTATUSHOUDER,
    "Gezinsmigrant en overige migrant": Doelgroep.GEZINS_OF_OVERIGE_MIGRANT,
}
FIJNE_DOELGROEP: Final[Mapping[str, FijneDoelgroep]] = {
    "Asielstatushouder": FijneDoelgroep.ASIELSTATUSHOUDER,
    "Geestelijk bedienaar": FijneDoelgroep.GEESTELIJK_BEDIENAAR,
    "Gezinshereniger": FijneDoelgroep.GEZINSHERENIGER,
    "Gezinshereniger met Asielstatushouder": FijneDoelgroep.GEZINSHERENIGER_BIJ_ASIEL,
    "Gezinsvormer": FijneDoelgroep.GEZINSVORMER,
    "Gezinsvormer met Asielstatushouder": FijneDoelgroep.GEZINSVORMER_BIJ_ASIEL,
    "Overig": FijneDoelgroep.OVERIG,
}
ASIELRECHTEN: Final[Mapping[str, Asielrechten]] = {
    "Asielrechten toegekend": Asielrechten.TOEGEKEND,
    "Behoud asielrechten": Asielrechten.BEHOUDEN,
    "Op verzoek behoud rechten van gezins- en overige migrant": (Asielrechten.ALS_MIGRANT_BEHOUDEN),
    "Op verzoek rechten van gezins- en overige migrant toegekend": (
        Asielrechten.ALS_MIGRANT_TOEGEKEND
    ),
}
TOETSUITSLAG: Final[Mapping[str, Toetsuitslag]] = {
    "B1-route haalbaar": Toetsuitslag.HAALBAAR,
    "B1-route niet haalbaar": Toetsuitslag.NIET_HAALBAAR,
    "Onbekend": Toetsuitslag.ONBEKEND,
}
# vrijstelling and ontheffing speak of one thing, verlenging of another: one meaning
OORDEEL: Final[Mapping[str, Oordeel]] = {
    "Toekenning": Oordeel.TOEGEKEND,
    "Afwijzing": Oordeel.AFGEWEZEN,
}
STATUS_VERLENGING: Final[Mapping[str, Oordeel]] = {
    "Toegekend": Oordeel.TOEGEKEND,
    "Afgewezen": Oordeel.AFGEWEZEN,
    "InBehandeling": Oordeel.IN_BEHANDELING,
}
REDEN_VRIJSTELLING: Final[Mapping[str, RedenVrijstelling]] = {
    "AVI": RedenVrijstelling.VOLDOENDE_INGEBURGERD,
    "DIP": RedenVrijstelling.DIPLOMA,
    "DOC": RedenVrijstelling.DOCUMENT,
    "GED": RedenVrijstelling.GEDEELTELIJK,
    "INB": RedenVrijstelling.WI2013,
    "INS": RedenVrijstelling.INSCHRIJVING,
    "OPL": RedenVrijstelling.VERVOLGOPLEIDING,
}
ONTHEFFINGSGROND: Final[Mapping[str, Ontheffingsgrond]] = {
    "BIO": Ontheffingsgrond.BIJZONDER,
    "MED": Ontheffingsgrond.MEDISCH,
}
EXAMENONDERDEEL: Final[Mapping[str, Examenonderdeel]] = {
    "KNM": Examenonderdeel.KNM,
    "LE": Examenonderdeel.LEZEN,
    "LU": Examenonderdeel.LUISTEREN,
    "SC": Examenonderdeel.SCHRIJVEN,
    "SP": Examenonderdeel.SPREKEN,
}
EXAMENUITSLAG: Final[Mapping[str, Examenuitslag]] = {
    "Geslaagd": Examenuitslag.GESLAAGD,
    "Gezakt": Examenuitslag.GEZAKT,
    "Geen": Examenuitslag.GEEN,
}
REDEN_GEEN_UITSLAG: Final[Mapping[str, RedenGeenUitslag]] = {
    "Verwijtbaar": RedenGeenUitslag.VERWIJTBAAR,
    "Nietverwijtbaar": RedenGeenUitslag.NIET_VERWIJTBAAR,
    "Afgemeld": RedenGeenUitslag.AFGEMELD,
    "Absent": RedenGeenUitslag.ABSENT,
}
LEERROUTE: Final[Mapping[str, Leerroute]] = {
    "B": Leerroute.B1_ROUTE,
    "O": Leerroute.ONDERWIJSROUTE,
    "Z": Leerroute.ZELFREDZAAMHEIDSROUTE,
}
NIVEAU: Final[Mapping[str, Niveau]] = {"A2": Niveau.A2, "B1": Niveau.B1, "B2": Niveau.B2}
ALFABETISERING: Final[Mapping[str, Alfabetisering]] = {
    "A": Alfabetisering.ANALFABEET,
    "AA": Alfabetisering.ANDERS_GEALFABETISEERD,
    "NVT": Alfabetisering.NIET_NODIG,
}
