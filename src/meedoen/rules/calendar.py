"""Days, weeks and months as the law counts them; periods are half-open: [aanvang, einde)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np

from meedoen.rules.column import Array, Column, Kind, lift

FIRST_YEAR, LAST_YEAR = 2000, 2120


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
    return lift(lambda d: d.astype("datetime64[M]").astype("datetime64[D]"), day, kind=Kind.DAY)


def first_of_year(day: Column) -> Column:
    """1 January of the year in which a day lies."""
    return lift(lambda d: d.astype("datetime64[Y]").astype("datetime64[D]"), day, kind=Kind.DAY)


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
    return lift(
        lambda d: np.busday_offset(d, 0, roll="forward", busdaycal=rest), day, kind=Kind.DAY
    )


def _span(number: Array, unit: Any) -> Array:
    return number.astype(np.int64).astype(f"timedelta64[{unit}]")


def _later_by_months(day: Array, months: Array) -> Array:
    month = day.astype("datetime64[M]")
    in_month = day - month.astype("datetime64[D]")
    target = month + _span(months, "M")
    last = (target + 1).astype("datetime64[D]") - np.timedelta64(1, "D")
    return np.asarray(np.minimum(target.astype("datetime64[D]") + in_month, last))


def _full_months(day: Array, months: Array) -> Array:
    month = day.astype("datetime64[M]")
    target = month + _span(months, "M")
    same_day = target.astype("datetime64[D]") + (day - month.astype("datetime64[D]"))
    return np.asarray(np.minimum(same_day, (target + 1).astype("datetime64[D]")))


def _in_later_year(born: Array, years: Array) -> Array:
    month = born.astype("datetime64[M]")
    later = month + _span(years.astype(np.int64) * 12, "M")
    return np.asarray(later.astype("datetime64[D]") + (born - month.astype("datetime64[D]")))


def _whole_years(born: Array, on: Array) -> Array:
    years = on.astype("datetime64[Y]").astype(int) - born.astype("datetime64[Y]").astype(int)
    return np.asarray(years - (_in_later_year(born, years) > on))
