"""Days, weeks and months as the law counts them; periods are half-open: [aanvang, einde)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

import numpy as np

from meedoen.rules.column import Array, Column, Kind, countable, lift

FIRST_YEAR, LAST_YEAR = 2000, 2120

FIRST_MONTH = np.datetime64("1900-01")

UNKNOWN_BELOW = np.iinfo(np.int64).min // 2  # NumPy keeps NaT as the lowest number there is


@dataclass(frozen=True)
class Feestdag:
    """A general holiday: a fixed day, a day at a distance from Easter, or one single date."""

    name: str
    basis: str
    month: int = 0
    day: int = 0
    easter: int | None = None
    if_sunday: int = 0
    on: date | None = None

    def in_year(self, year: int) -> date | None:
        """The day of this holiday in a year, if it has one."""
        if self.on is not None:
            return self.on if self.on.year == year else None
        if self.easter is not None:
            return easter_sunday(year) + timedelta(days=self.easter)
        fixed = date(year, self.month, self.day)
        return fixed + timedelta(days=self.if_sunday) if fixed.weekday() == 6 else fixed


def easter_sunday(year: int) -> date:
    """Easter of the Gregorian calendar, after Gauss as corrected by Lichtenberg."""
    century = year // 100
    moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    sun = 2 - (3 * century + 3) // 4
    golden = year % 19
    seed = (19 * golden + moon) % 30
    correction = (seed + golden // 11) // 29
    full_moon = 21 + seed - correction
    first_sunday = 7 - (year + year // 4 + sun) % 7
    distance = 7 - (full_moon - first_sunday) % 7
    return date(year, 3, 1) + timedelta(days=full_moon + distance - 1)


def rest_days(holidays: Iterable[Feestdag]) -> np.busdaycalendar:
    """Saturdays, Sundays and the holidays of every year that dossiers can reach."""
    days = {h.in_year(year) for h in holidays for year in range(FIRST_YEAR, LAST_YEAR)}
    return np.busdaycalendar(holidays=sorted(day for day in days if day is not None))


def add_days(day: Column, days: Column) -> Column:
    """So many days later."""
    return lift(lambda d, n: d + _span(n, "D"), day, days, kind=Kind.DAY)


def day_after(day: Column) -> Column:
    """The next day."""
    return lift(lambda d: d + np.timedelta64(1, "D"), day, kind=Kind.DAY)


def day_before(day: Column) -> Column:
    """The day before; for a half-open period: its last day."""
    return lift(lambda d: d - np.timedelta64(1, "D"), day, kind=Kind.DAY)


def first_of_month(day: Column) -> Column:
    """The 1st of the month in which a day lies."""
    return lift(lambda d: _days(_first_day(_month_of(d))), day, kind=Kind.DAY)


def first_of_year(day: Column) -> Column:
    """1 January of the year in which a day lies."""
    return lift(lambda d: _days(_first_day(_month_of(d) // 12 * 12)), day, kind=Kind.DAY)


def add_weeks(day: Column, weeks: Column) -> Column:
    """So many weeks later, on the same day of the week."""
    return lift(lambda d, n: d + _span(n, "D") * 7, day, weeks, kind=Kind.DAY)


def add_months(day: Column, months: Column) -> Column:
    """So many calendar months later; the 31st becomes the last day of a shorter month."""
    return lift(_later_by_months, day, months, kind=Kind.DAY)


def months_longer(end: Column, months: Column) -> Column:
    """The first day after a period of so many full months; half-open, as `end` is.

    Where the month is too short, that is the 1st of the next: six months from 31 August last up
    to and including 28 February.
    """
    return lift(_full_months, end, months, kind=Kind.DAY)


def subtract_months(day: Column, months: Column) -> Column:
    """So many calendar months earlier; the 31st becomes the last day of a shorter month."""
    return lift(lambda d, n: _later_by_months(d, -n), day, months, kind=Kind.DAY)


def days_between(first: Column, end: Column) -> Column:
    """How many days the half-open period [first, end) holds; none where it runs backwards."""
    return lift(lambda a, b: np.maximum((b - a).astype(np.int64), 0), first, end, kind=Kind.DAYS)


def age_in_years(born: Column, on: Column) -> Column:
    """Whole years of age; who was born on 29 February has a birthday on 1 March."""
    return lift(_whole_years, born, on, kind=Kind.YEARS)


def birthday(born: Column, years: Column) -> Column:
    """The day on which somebody gets so many years old; after 29 February that is 1 March."""
    return lift(_in_later_year, born, years, kind=Kind.DAY)


def working_day(day: Column, rest: np.busdaycalendar) -> Column:
    """The day itself, or the next day that is no Saturday, Sunday or holiday (Atw 1:1)."""
    table = _working_days(rest)
    return lift(
        lambda d: _days(_looked_up(table, _place(d), lambda rows: _roll_forward(d[rows], rest))),
        day,
        kind=Kind.DAY,
    )


@lru_cache(maxsize=16)
def _working_days(rest: np.busdaycalendar) -> Array:
    return _roll_forward(_days(np.arange(_first_days()[0], _first_days()[-1])), rest)


def _roll_forward(day: Array, rest: np.busdaycalendar) -> Array:
    return countable(np.busday_offset(day, 0, roll="forward", busdaycal=rest))


def _span(number: Array, unit: Any) -> Array:
    return number.astype(np.int64).astype(f"timedelta64[{unit}]")


def _later_by_months(day: Array, months: Array) -> Array:
    month, in_month = _split(day)
    target = month + months
    last = _first_day(target + 1) - 1
    return _days(np.minimum(_first_day(target) + in_month, last))


def _full_months(day: Array, months: Array) -> Array:
    month, in_month = _split(day)
    target = month + months
    return _days(np.minimum(_first_day(target) + in_month, _first_day(target + 1)))


def _in_later_year(born: Array, years: Array) -> Array:
    month, in_month = _split(born)
    return _days(_first_day(month + 12 * years.astype(np.int64)) + in_month)


def _whole_years(born: Array, on: Array) -> Array:
    month_born, day_born = _split(born)
    month_on, day_on = _split(on)
    return np.asarray((month_on - month_born - (day_born > day_on)) // 12)


# Months are counted from January 1900 by looking up: many times as fast as NumPy's own casts.


@cache
def _first_days() -> Array:
    """The first day of each month, as a whole number."""
    months = np.arange(FIRST_MONTH, np.datetime64("2200-01"))
    return months.astype("datetime64[D]").view(np.int64)


@cache
def _months() -> Array:
    """The month of each day."""
    firsts = _first_days()
    return np.repeat(np.arange(firsts.size - 1), np.diff(firsts))


def _split(day: Array) -> tuple[Array, Array]:
    """The month of each day, and how many days of it came before."""
    month = _month_of(day)
    return month, countable(day) - _first_day(month)


def _month_of(day: Array) -> Array:
    def counted(rows: Array) -> Array:
        return np.asarray((day[rows].astype("datetime64[M]") - FIRST_MONTH).astype(np.int64))

    return _looked_up(_months(), _place(day), counted)


def _first_day(month: Array) -> Array:
    def counted(rows: Array) -> Array:
        months = FIRST_MONTH + month[rows].astype("timedelta64[M]")
        return months.astype("datetime64[D]").view(np.int64)

    return _looked_up(_first_days(), month, counted)


def _place(day: Array) -> Array:
    """Where a day stands in the tables of days."""
    return np.asarray(countable(day) - _first_days()[0])


def _looked_up(table: Array, place: Array, counted: Callable[[Array], Array]) -> Array:
    """What stands at each place; days of other centuries, which it lacks, NumPy counts.

    Of what is unknown it says anything at all: `lift` puts the unknown back.
    """
    found = table.take(place, mode="clip")
    outside = place.view(np.uint64) >= table.size  # a negative place is a large one too
    if outside.any():
        outside &= place > UNKNOWN_BELOW
        found[outside] = counted(outside)
    return np.asarray(found)


def _days(numbers: Array) -> Array:
    return numbers.view("datetime64[D]")
