"""The week of somebody: which blocks there are, what does not fit, and the lessons of the plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meedoen.accounts.models import Gemeente
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier
from meedoen.law.loader import law_for
from meedoen.law.weeknorm import weeknorm
from meedoen.persoonlijk_plan.levend.botsingen import (
    UNKNOWN_PLACE,
    UNKNOWN_TRAVEL,
    Blokken,
    Botsingen,
    Vorm,
    botsingen,
)
from meedoen.persoonlijk_plan.levend.week_tables import Bezigheid, Kinderopvang
from meedoen.persoonlijk_plan.routes import MONTHS_A_YEAR, WEEKS_A_YEAR
from meedoen.rules.column import NO, UNKNOWN, YES, Kind, column_of
from meedoen.rules.parameters import LawError

VORM = {Bezigheid.Soort.LES: Vorm.LES, Bezigheid.Soort.OPVANG: Vorm.OPVANG}


@dataclass(frozen=True)
class Melding:
    """What does not fit, or is not known: the kind of its mark (status.html) and a sentence."""

    merk: str
    tekst: str


@dataclass(frozen=True)
class Weekstand:
    """A week: its Monday, its blocks in order, what does not fit, and the hours.

    `minuten` with known travel; `les_in_plan`: hours of lessons a week that the plan says on
    average, None where it does not yet.
    """

    monday: date
    rows: tuple[Bezigheid, ...]
    meldingen: tuple[Melding, ...]
    minuten: int
    les: int
    les_in_plan: float | None
    opvang: Kinderopvang | None

    @property
    def dagen(self) -> list[date]:
        """The seven days."""
        return [self.monday + timedelta(number) for number in range(7)]


def rows_in(dossier: Dossier, day: date) -> list[Bezigheid]:
    """The blocks of the week of a day, each on its own day, in order; one question."""
    monday = day - timedelta(day.weekday())
    found = Bezigheid.objects.filter(dossier=dossier, aanvang__lte=monday + timedelta(6))
    return [
        row
        for row in found.exclude(einde__lte=monday).order_by("dag", "van", "tot", "pk")
        if row.aanvang <= monday + timedelta(row.dag - 1)
        and (row.einde is None or monday + timedelta(row.dag - 1) < row.einde)
    ]


def week_of(dossier: Dossier, day: date, *, on: date) -> Weekstand:
    """The week of a day, as is known today."""
    rows = rows_in(dossier, day)
    opvang = Kinderopvang.objects.filter(dossier=dossier).first()
    found = _fits(rows, opvang)
    les_in_plan = lessons_of_plan(dossier, on=on)
    minuten, les = int(found.minuten[0]), int(found.les[0])
    return Weekstand(
        monday=day - timedelta(day.weekday()),
        rows=tuple(rows),
        meldingen=tuple(_told(rows, found, opvang=opvang, les_in_plan=les_in_plan)),
        minuten=minuten,
        les=les,
        les_in_plan=les_in_plan,
        opvang=opvang,
    )


def minutes_in(rows: Sequence[Bezigheid]) -> int:
    """How many minutes these blocks are together, with their known travel."""
    return int(_fits(rows, None).minuten[0])


def lessons_of_plan(dossier: Dossier, *, on: date) -> float | None:
    """The hours of lessons in the plan, spread over the term; None while the plan has none."""
    known = facts_of([dossier.pk], on=on, names=["uren_in_pip"]).facts.row()
    hours = known.get("uren_in_pip")
    gemeente: Gemeente = dossier.gemeente
    try:
        law = law_for(gemeente.stelsel, dossier.gemeente_id)
        months = law.in_force(column_of([on], Kind.DAY)).duur_inburgeringstermijn.plain()
    except LawError:
        return None
    if not isinstance(hours, int) or not isinstance(months, int):
        return None
    return round(hours / (months / MONTHS_A_YEAR * WEEKS_A_YEAR), 1)


def _fits(rows: Sequence[Bezigheid], opvang: Kinderopvang | None) -> Botsingen:
    places = {row.plaats.casefold(): number for number, row in enumerate(rows) if row.plaats}
    spans = [row.minuten for row in rows]
    columns = (
        [0] * len(rows),
        [row.dag for row in rows],
        [van for van, _tot in spans],
        [tot for _van, tot in spans],
        [VORM.get(Bezigheid.Soort(row.soort), Vorm.ANDERS) for row in rows],
        [places.get(row.plaats.casefold(), UNKNOWN_PLACE) for row in rows],
        [UNKNOWN_TRAVEL if row.reis_minuten is None else row.reis_minuten for row in rows],
    )
    nodig = {True: YES, False: NO, None: UNKNOWN}[opvang.nodig if opvang else None]
    blokken = Blokken(*(np.array(column, np.int64) for column in columns))
    return botsingen(blokken, np.array([nodig], np.int8))


def _told(
    rows: Sequence[Bezigheid],
    found: Botsingen,
    *,
    opvang: Kinderopvang | None,
    les_in_plan: float | None,
) -> Iterator[Melding]:
    """What does not fit first, then what is much, then what nobody knows."""
    for a, b in found.overlap:
        text = _("%(dag)s: %(een)s (%(tijd)s) en %(ander)s (%(later)s) zijn tegelijk.")
        yield Melding("laat", text % _words(rows[a], rows[b]))
    for a, b in found.te_krap:
        text = _("%(dag)s: tussen %(een)s en %(ander)s past de reis van %(reis)s minuten niet.")
        yield Melding("laat", text % _words(rows[a], rows[b]))
    for row in found.zonder_opvang:
        text = _("%(dag)s: tijdens %(een)s (%(tijd)s) is er geen opvang voor het kind.")
        yield Melding("laat", text % _words(rows[row], rows[row]))
    yield from _much(rows, int(found.minuten[0]))
    yield from _lessons(int(found.les[0]), les_in_plan)
    for a, b in found.reis_onbekend:
        text = _("%(dag)s: hoe lang duurt de reis van %(een)s naar %(ander)s?")
        yield Melding("onbekend", text % _words(rows[a], rows[b]))
    if len(found.les) and found.les[0] and (opvang is None or opvang.nodig is None):
        yield Melding("onbekend", _("Is er opvang voor een kind nodig tijdens de les?"))


def _much(rows: Sequence[Bezigheid], minutes: int) -> Iterator[Melding]:
    norm = weeknorm().uren_veel
    if minutes > norm * 60:
        text = _("Deze week is %(uren)s uur, met reizen. Meer dan %(norm)s uur is veel.")
        told = text % {"uren": round(minutes / 60), "norm": norm}
        reasons = [row.reden for row in rows if row.reden]
        yield Melding("actie", " ".join([told, *reasons]))


def _lessons(minutes: int, in_plan: float | None) -> Iterator[Melding]:
    hours = minutes / 60
    if in_plan is None:
        yield Melding("onbekend", _("Het plan zegt nog niet hoeveel uur les er is."))
    elif abs(hours - in_plan) > weeknorm().les_verschil:
        text = ngettext(
            "Deze week heeft %(num)s uur les. Het plan zegt gemiddeld %(plan)s uur per week.",
            "Deze week heeft %(num)s uur les. Het plan zegt gemiddeld %(plan)s uur per week.",
            round(hours),
        )
        yield Melding("actie", text % {"num": round(hours), "plan": f"{in_plan:g}"})


def _words(first: Bezigheid, second: Bezigheid) -> dict[str, object]:
    return {
        "dag": first.dagnaam.capitalize(),
        "een": first.naam,
        "tijd": first.tijd,
        "ander": second.naam,
        "later": second.tijd,
        "reis": second.reis_minuten or 0,
    }
