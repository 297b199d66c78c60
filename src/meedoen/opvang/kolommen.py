"""Which columns a file of COA may have: the whitelist, by our names and those of GGM.

Only what the college may use for the brede intake (Wi 35:2; Bi 9.4:3; R02.12, R14.26): who it is,
the family, participation in the preparation, progress and language. Nothing about health, ever.
"""

import re
from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Soort(Enum):
    """How a cell is read."""

    BSN = "bsn"
    VNUMMER = "vnummer"
    TEKST = "tekst"
    GEBOREN = "geboren"
    DAG = "dag"
    GETAL = "getal"
    JA_NEE = "ja_nee"
    NIVEAU = "niveau"
    INSTEMMING = "instemming"
    REDEN = "reden"
    GEMEENTE = "gemeente"


@dataclass(frozen=True)
class Kolom:
    """A column that may be there. `also`: other names for it, as COA or people write them.

    `ggm` is the object of the GGM 2.5.1, with the attribute behind a point where we read it.
    """

    name: str
    label: str | Promise
    soort: Soort
    ggm: str = ""
    also: tuple[str, ...] = ()
    example: str = ""


GGM = "Voorbereiding op inburgering"  # the object of most
KOLOMMEN: tuple[Kolom, ...] = (
    Kolom("bsn", _("BSN"), Soort.BSN, "", ("bsnnummer", "burgerservicenummer"), "999990019"),
    Kolom("vnummer", _("V-nummer"), Soort.VNUMMER, "Vreemdeling.v-nummer", ("vnr",), "0123456789"),
    Kolom("voornamen", _("Voornamen"), Soort.TEKST, "", ("voornaam",), "Selam"),
    Kolom("voorvoegsel", _("Voorvoegsel"), Soort.TEKST, "", ("voorvoegsels",)),
    Kolom(
        "achternaam", _("Achternaam"), Soort.TEKST, "", ("familienaam", "geslachtsnaam"), "Tesfay"
    ),
    Kolom(
        "geboortedatum",
        _("Geboortedatum"),
        Soort.GEBOREN,
        "",
        ("geboren", "geboren op"),
        "08-03-1991",
    ),
    Kolom("talen", _("Talen"), Soort.TEKST, "", ("taal", "moedertaal"), "Tigrinya, Engels"),
    Kolom(
        "gemeente",
        _("Gekoppelde gemeente"),
        Soort.GEMEENTE,
        "Asielstatushouder.gekoppelde gemeente",
        ("gemeentecode",),
    ),
    Kolom(
        "gekoppeld_op",
        _("Gekoppeld op"),
        Soort.DAG,
        "",
        ("koppeling", "koppelingsdatum"),
        "05-10-2026",
    ),
    Kolom(
        "opvanglocatie",
        _("Opvanglocatie"),
        Soort.TEKST,
        "Verblijfplaats AZC",
        ("azc", "locatie"),
        "azc Duindorp",
    ),
    Kolom(
        "gezinsgrootte", _("Mensen in het gezin"), Soort.GETAL, "", ("aantal gezinsleden",), "3"
    ),
    Kolom(
        "opgemaakt_op", _("Gemaakt door het COA op"), Soort.DAG, "",
        ("datum profiel",), "12-10-2026",
    ),
    Kolom(
        "voorbereiding_aangeboden_op", _("Voorbereiding aangeboden op"), Soort.DAG, "",
        ("voorinburgering aangeboden op",), "14-10-2026",
    ),
    Kolom(
        "instemming", _("Doet mee aan de voorbereiding"), Soort.INSTEMMING,
        f"{GGM}.InstemmingDeelname", ("doet mee",), "ja",
    ),
    Kolom(
        "instemming_op", _("Gevraagd op"), Soort.DAG, f"{GGM}.DatumInstemming",
        ("datum instemming",), "14-10-2026",
    ),
    Kolom(
        "instemming_reden", _("Waarom niet"), Soort.REDEN,
        f"{GGM}.Reden", ("reden",),
    ),
    Kolom("nt2_uren", _("Uren NT2"), Soort.GETAL, GGM, ("nt2",), "84"),
    Kolom("knm", _("KNM"), Soort.JA_NEE, "KNM", (), "ja"),
    Kolom("intro_map", _("Introductie MAP"), Soort.JA_NEE, "Introductiemodule", (), "nee"),
    Kolom("intro_pvt", _("Introductie PVT"), Soort.JA_NEE, "Introductiemodule", (), "ja"),
    Kolom("vrijwilligerswerk", _("Vrijwilligerswerk"), Soort.JA_NEE, "", (), "nee"),
    Kolom("niveau_lezen", _("Niveau van lezen"), Soort.NIVEAU, "", ("lezen",), "A1-"),
    Kolom("niveau_luisteren", _("Niveau van luisteren"), Soort.NIVEAU, "", ("luisteren",), "A1"),
    Kolom("niveau_schrijven", _("Niveau van schrijven"), Soort.NIVEAU, "", ("schrijven",), "A1-"),
    Kolom("niveau_spreken", _("Niveau van spreken"), Soort.NIVEAU, "", ("spreken",), "A1"),
)  # fmt: skip
NAMED = {each.name: each for each in KOLOMMEN}
_PLAIN = re.compile(r"[^0-9a-z]")


def plain(header: str) -> str:
    """A header without capitals, spaces and signs."""
    return _PLAIN.sub("", header.casefold())


_BY_HEADER = {
    plain(name): each.name
    for each in KOLOMMEN
    for name in (each.name, each.ggm.partition(".")[2], *each.also)
    if name
}


def kolom_of(header: str) -> str | None:
    """The name of the column that a header means; None where it is not on the list."""
    return _BY_HEADER.get(plain(header))
