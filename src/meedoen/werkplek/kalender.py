"""A week as a calendar: appointments and last days of the work in sight; rest days by name."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.timezone import get_default_timezone, localtime
from django.utils.translation import gettext as _

from meedoen.accounts.actor import Actor
from meedoen.accounts.models import Gemeente
from meedoen.dossier.finding import for_screen
from meedoen.dossier.models import Afspraak
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.law.loader import holidays_of
from meedoen.werkplek.filter import WerkFilter
from meedoen.werkplek.item import Item
from meedoen.werkplek.queries import all_items
from meedoen.werkplek.rows import Row, row_of

DAYS = 7
WEEK = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)
FIRST_YEAR, LAST_YEAR = 2022, 2119  # from the law on, as long as its rest days are known


class WeekError(ValueError):
    """There is no such week; the text says why, in words for the screen."""


@dataclass(frozen=True)
class Week:
    """Monday until Sunday, by the ISO week."""

    monday: date

    @classmethod
    def read(cls, text: str, *, today: date) -> "Week":
        """The week of an address, 2026-W48; that of today for nothing. Errors: WeekError."""
        if not text:
            return cls(today - timedelta(days=today.weekday()))
        found = WEEK.fullmatch(text)
        if found is None:
            raise WeekError(_("Schrijf een week zo: 2026-W48."))
        year, number = int(found[1]), int(found[2])
        if not FIRST_YEAR <= year <= LAST_YEAR:
            words = _("Kies een week tussen %(van)s en %(tot)s.")
            raise WeekError(words % {"van": FIRST_YEAR, "tot": LAST_YEAR})
        try:
            return cls(date.fromisocalendar(year, number, 1))
        except ValueError as error:
            words = _("Het jaar %(jaar)s heeft geen week %(week)s.")
            raise WeekError(words % {"jaar": year, "week": number}) from error

    def __str__(self) -> str:
        year, number, _day = self.monday.isocalendar()
        return f"{year}-W{number:02}"

    @property
    def number(self) -> int:
        """The number of the week in its year."""
        return self.monday.isocalendar().week

    @property
    def days(self) -> tuple[date, ...]:
        """The seven days."""
        return tuple(self.monday + timedelta(days=each) for each in range(DAYS))

    def beside(self, weeks: int) -> "Week | None":
        """So many weeks later; None where this calendar ends."""
        other = Week(self.monday + timedelta(weeks=weeks))
        return other if FIRST_YEAR <= other.monday.isocalendar().year <= LAST_YEAR else None

    @property
    def moments(self) -> tuple[datetime, datetime]:
        """From the first moment of Monday until that of the next, on our clock (DST too)."""
        zone = get_default_timezone()
        ends = (self.monday, self.monday + timedelta(days=DAYS))
        first, last = (datetime.combine(each, time.min, zone) for each in ends)
        return first, last


@dataclass(frozen=True)
class Visit:
    """An appointment in words; `dossier` is as `for_screen` gives it."""

    afspraak: Afspraak
    dossier: Any
    begins: datetime
    ends: datetime

    @property
    def href(self) -> str:
        """The page of the appointment."""
        where = {"pk": self.dossier.pk, "afspraak": self.afspraak.pk}
        return reverse("dossier:afspraak", kwargs=where)


@dataclass(frozen=True)
class Dag:
    """One day: what it is called if it is a rest day, its appointments by hour, its last days."""

    day: date
    rest: str
    visits: tuple[Visit, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Kalender:
    """A week with everything in it."""

    week: Week
    days: tuple[Dag, ...]

    @property
    def total(self) -> int:
        """How many appointments and last days it has."""
        return sum(len(day.visits) + len(day.rows) for day in self.days)

    @property
    def signalen(self) -> Mapping[str, int]:
        """How many last days per name of a signal."""
        return Counter(row.item.signaal.name for day in self.days for row in day.rows)

    @property
    def persons(self) -> set[int]:
        """The persons (ids) that it shows."""
        visits = (each.dossier.persoon_id for day in self.days for each in day.visits)
        return {*visits, *(row.dossier.persoon_id for day in self.days for row in day.rows)}


def calendar_of(
    actor: Actor, gemeente: Gemeente, week: Week, *, on: date, chosen: WerkFilter
) -> Kalender:
    """A week of the work that the choice leaves, as it is on a day.

    An appointment is no signal: a choice of signal, phase or urgency leaves only last days.
    """
    items: dict[date, list[Item]] = defaultdict(list)
    for item in all_items(actor, gemeente, on=on, chosen=chosen):
        if item.day is not None and item.day in week.days:
            items[item.day].append(item)
    visible = chosen.of(dossiers_visible_to(actor, on=on))
    only_signals = bool(chosen.signaal or chosen.fase or chosen.groep)
    found = [] if only_signals else list(appointments(visible, week.moments))
    pks = {each.dossier_id for each in found} | {i.dossier for all_ in items.values() for i in all_}
    dossiers: dict[int, Any] = {
        each.pk: each for each in for_screen(visible, on=on).filter(pk__in=pks)
    }
    visits = _visits(found, dossiers)
    rest = rest_days_of(gemeente.stelsel, week.days)
    return Kalender(
        week,
        tuple(
            Dag(
                day,
                rest.get(day, ""),
                tuple(each for each in visits if each.begins.date() == day),
                tuple(row_of(item, dossiers[item.dossier], actor) for item in items[day]),
            )
            for day in week.days
        ),
    )


def appointments(dossiers: QuerySet[Any], moments: tuple[datetime, datetime]) -> QuerySet[Afspraak]:
    """What was not called off of these dossiers, from a moment until a moment, in order."""
    first, last = moments
    rows = Afspraak.objects.filter(begint_at__gte=first, begint_at__lt=last, dossier__in=dossiers)
    return rows.exclude(uitkomst=Afspraak.Uitkomst.AFGEZEGD).order_by("begint_at", "pk")


def rest_days_of(stelsel: str, days: Iterable[date]) -> dict[date, str]:
    """The name of each of these days that is a general holiday (Algemene termijnenwet)."""
    wanted = set(days)
    years = {day.year for day in wanted}
    every = ((each.in_year(year), each.name) for each in holidays_of(stelsel) for year in years)
    return {day: name for day, name in every if day is not None and day in wanted}


def _visits(found: Iterable[Afspraak], dossiers: Mapping[int, Any]) -> list[Visit]:
    return [
        Visit(
            each, dossiers[each.dossier_id], localtime(each.begint_at), localtime(each.eindigt_at)
        )
        for each in found
    ]
