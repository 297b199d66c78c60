"""Whether women and men get the same (motie Becker, L14): what was chosen and asked, side by side.

A function of the database answers with rows without people. Of few people nothing is told: a count
under `FEWEST` is hidden, the others are rounded to fives, no total is shown, and where one of both
is about fewer than `LEAST` people neither is: from the other and a total it could be computed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import NamedTuple

from django.db import connection
from django.utils.translation import gettext as _

from meedoen.dossier.models import Persoon
from meedoen.intake.spreiding import FEWEST, LEAST
from meedoen.law.doelen import doelenlijst
from meedoen.rules.choices import Leerroute

YEAR = timedelta(days=365)
THEMA = "werk"  # the theme of the list of goals
GROEPEN = (Persoon.Geslacht.VROUW.value, Persoon.Geslacht.MAN.value, "")


class Rij(NamedTuple):
    """One person, who is not named: None is not known."""

    geslacht: str
    keuze: str
    wijkt_af: bool | None
    uren: int | None
    werkdoel: bool
    opvang: bool


@dataclass(frozen=True)
class Aantal:
    """How many of a group; `deel` from 0 to 1 is of what is shown. None: too few to tell."""

    aantal: int | None
    deel: float | None


@dataclass(frozen=True)
class Vergelijk:
    """One thing that is compared: its words, and for women, men and who is not known how many."""

    label: str
    aantallen: tuple[Aantal, ...]
    wet: bool = False  # its words are those of the law


@dataclass(frozen=True)
class Gelijk:
    """The whole picture. `uren`: half has more lessons a week than this; None: too few to tell.

    `getoond`: per group whether it may be told of; the last is of whom the gender is not known.
    """

    rijen: tuple[Vergelijk, ...]
    uren: tuple[int | None, ...]
    getoond: tuple[bool, ...]

    @property
    def genoeg(self) -> bool:
        """Whether women and men can be compared."""
        return all(self.getoond[:2])


def rows_of(gemeente: int, *, on: date) -> list[Rij]:
    """Everybody whose leerroute was chosen, or whose plan began, in the last year; one query."""
    lijst = next(each for each in doelenlijst().themas if each.naam == THEMA)
    goals = list(lijst.doelen)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM plan_gelijk(%s, %s, %s, %s)", (gemeente, on - YEAR, on, goals)
        )
        return [Rij(*row) for row in cursor.fetchall()]


def gelijk_of(rows: Sequence[Rij]) -> Gelijk:
    """The picture of these people."""
    groups = [[row for row in rows if row.geslacht == each] for each in GROEPEN]
    enough = [len(each) >= LEAST and _base(each) > 0 for each in groups]
    both = enough[0] and enough[1]
    shown = (both, both, both and enough[2])
    told = [group if may else [] for group, may in zip(groups, shown, strict=True)]
    return Gelijk(tuple(_compared(told)), tuple(_hours(each) for each in told), shown)


def _compared(groups: Sequence[Sequence[Rij]]) -> Iterator[Vergelijk]:
    bases = [_base(each) for each in groups]

    def row(label: str, counts: Sequence[int], *, wet: bool = False) -> Vergelijk:
        pairs = zip(counts, bases, strict=True)
        return Vergelijk(label, tuple(_told(count, base) for count, base in pairs), wet)

    for route in Leerroute:
        chosen = [sum(row.keuze == route.value for row in each) for each in groups]
        yield row(route.value, chosen, wet=True)
    asked = (
        (_("anders dan het advies"), "wijkt_af"),
        (_("een doel of activiteit voor werk"), "werkdoel"),
        (_("opvang voor een kind besproken"), "opvang"),
    )
    for label, name in asked:
        yield row(label, [sum(getattr(row, name) is True for row in each) for each in groups])


def _told(count: int, base: int) -> Aantal:
    if count < FEWEST or not base:
        return Aantal(None, None)
    rounded = _in_fives(count)
    return Aantal(rounded, min(rounded / base, 1.0))


def _base(group: Sequence[Rij]) -> int:
    """The size of a group as who sees the routes adds it up: it tells nothing more than they do."""
    counts = (sum(row.keuze == route.value for row in group) for route in Leerroute)
    return sum(_in_fives(each) for each in counts if each >= FEWEST)


def _in_fives(count: int) -> int:
    return 5 * ((count + 2) // 5)


def _hours(group: Sequence[Rij]) -> int | None:
    known = [row.uren for row in group if row.uren is not None]
    return round(median(known)) if len(known) >= LEAST else None
