"""Arrivals per week: who came, who is expected, with a house or without; and the taakstelling.

Counts only, of the whole municipality: the same for who sees names and for who does not.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection

from meedoen.accounts.models import Gemeente
from meedoen.law.loader import law_for
from meedoen.opvang.models import Taakstelling, Woning
from meedoen.rules.column import Kind, column_of
from meedoen.rules.facts import Facts
from meedoen.rules.opvang import streefdag_verhuizing
from meedoen.rules.parameters import Law, LawError
from meedoen.rules.taakstelling import taakstelling as rule

BACK, AHEAD = 4, 12  # weeks in the picture


@dataclass(frozen=True)
class Week:
    """A week by its Monday; None: the agreed week is past, and nobody came yet."""

    maandag: date | None
    gekomen: int
    met_huis: int
    zonder_huis: int

    @property
    def all(self) -> int:
        """How long its bar is."""
        return self.gekomen + self.met_huis + self.zonder_huis


@dataclass(frozen=True)
class Opgave:
    """The taakstelling of a half-year: the number told, that of the rule, how it stands."""

    halfjaar_van: date
    laatste_dag: date
    aantal: int | None
    volgens_regel: int | None
    gehuisvest: int
    met_huis: int
    zonder_huis: int

    @property
    def nog(self) -> int | None:
        """How many are still to be housed; None while the number is not known."""
        return None if self.aantal is None else max(self.aantal - self.gehuisvest, 0)


@dataclass(frozen=True)
class Komst:
    """The picture, and the half-year."""

    weken: tuple[Week, ...]
    opgave: Opgave

    @property
    def iemand(self) -> bool:
        """Whether there is anybody in the picture."""
        return any(each.all for each in self.weken)

    @property
    def most(self) -> int:
        """The longest bar."""
        return max((each.all for each in self.weken), default=0) or 1


@dataclass(frozen=True)
class _Group:
    """So many people with the same days."""

    gekoppeld_op: date
    gehuisvest_op: date | None
    sleutel_op: date | None
    woning: str | None
    aantal: int


def komst_of(gemeente: Gemeente, *, on: date) -> Komst:
    """Who came and who comes, around a day; in two queries."""
    first = halfyear(on)
    law = law_for(gemeente.stelsel, gemeente.pk)
    groups = _groups(gemeente.pk, min(first, _monday(on) - timedelta(weeks=BACK)))
    expected = [each for each in groups if each.gehuisvest_op is None]
    with_house = sum(each.aantal for each in expected if _has_house(each))
    told = _told(gemeente.pk, first)
    opgave = Opgave(
        halfjaar_van=first,
        laatste_dag=halfyear(first + timedelta(days=200)) - timedelta(days=1),
        aantal=told.aantal if told else None,
        volgens_regel=_by_rule(told, law, on=on),
        gehuisvest=sum(g.aantal for g in groups if g.gehuisvest_op and g.gehuisvest_op >= first),
        met_huis=with_house,
        zonder_huis=sum(each.aantal for each in expected) - with_house,
    )
    return Komst(tuple(_weeks(groups, law, on=on)), opgave)


def halfyear(day: date) -> date:
    """The first day of the half-year of a day."""
    return date(day.year, 7 if day.month > 6 else 1, 1)


def _groups(gemeente: int, since: date) -> list[_Group]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM opvang_wie_komt(%s, %s)", [gemeente, since])
        return [_Group(*row) for row in cursor.fetchall()]


def _told(gemeente: int, first: date) -> Taakstelling | None:
    rows = Taakstelling.objects.filter(gemeente=gemeente, halfjaar_van=first)
    found: Taakstelling | None = rows.order_by("-pk").first()
    return found


def _by_rule(told: Taakstelling | None, law: Law, *, on: date) -> int | None:
    """What the formula of Hw 29 gives, where the inhabitants and the national number are known."""
    if told is None:
        return None
    columns = {
        "taakstelling_op": column_of([told.halfjaar_van], Kind.DAY),
        "inwoners_gemeente": column_of([told.inwoners_gemeente], Kind.COUNT),
        "inwoners_nederland": column_of([told.inwoners_nederland], Kind.COUNT),
    }
    try:
        found = rule(Facts(on, columns, 1), law).value.plain()
    except LawError:
        return None
    return found if isinstance(found, int) else None


def _has_house(group: _Group) -> bool:
    return group.woning == Woning.Stand.GEACCEPTEERD


def _weeks(groups: Sequence[_Group], law: Law, *, on: date) -> Iterable[Week]:
    """Each week from `BACK` ago until `AHEAD`, after what should have been before now."""
    came, housed, waiting = Counter[date](), Counter[date](), Counter[date]()
    late, now = date.min, _monday(on)
    last_days = _last_days(groups, law, on=on)
    for group in groups:
        if group.gehuisvest_op is not None:
            came[_monday(group.gehuisvest_op)] += group.aantal
            continue
        day = group.sleutel_op or last_days[group.gekoppeld_op]
        if day is not None:  # without an agreement nobody knows in which week
            week = _monday(day) if _monday(day) >= now else late
            (housed if _has_house(group) else waiting)[week] += group.aantal
    if housed[late] or waiting[late]:
        yield Week(None, 0, housed[late], waiting[late])
    for number in range(-BACK, AHEAD + 1):
        day = now + timedelta(weeks=number)
        yield Week(day, came[day], housed[day], waiting[day])


def _last_days(groups: Iterable[_Group], law: Law, *, on: date) -> dict[date, date | None]:
    """By the day of the koppeling the agreed last day of the move; None where none is agreed."""
    coupled = sorted({each.gekoppeld_op for each in groups})
    if not coupled:
        return {}
    facts = Facts(on, {"gekoppeld_op": column_of(coupled, Kind.DAY)}, len(coupled))
    found = streefdag_verhuizing(facts, law).value
    days = {each: found.plain(row) for row, each in enumerate(coupled)}
    return {each: day if isinstance(day, date) else None for each, day in days.items()}


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
