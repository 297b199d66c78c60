"""Months by the calendar in two ways, for the other engine: NumPy's casts, and looking up.

Both are right; the casts are how NumPy's users write it, the tables are what our rules do too.
"""

from typing import Protocol

import numpy as np

from meedoen.rules.column import Array

FIRST_DAYS = np.arange("1900-01", "2200-01", dtype="datetime64[M]").astype("datetime64[D]")
MONTH_OF_DAY = np.repeat(np.arange(len(FIRST_DAYS) - 1), np.diff(FIRST_DAYS).astype(int))


class Months(Protocol):
    """How months are added."""

    def later(self, day: Array, months: int) -> Array:
        """So many months later; the 31st becomes the last day of a shorter month."""

    def after(self, day: Array, months: int) -> Array:
        """The first day after a period of so many full months."""


class Casts:
    """Months as NumPy's own type."""

    def later(self, day: Array, months: int) -> Array:
        month = day.astype("datetime64[M]")
        same_day = (month + months).astype("datetime64[D]") + (day - month)
        last = (month + (months + 1)).astype("datetime64[D]") - np.timedelta64(1, "D")
        return np.asarray(np.minimum(same_day, last))

    def after(self, day: Array, months: int) -> Array:
        month = day.astype("datetime64[M]")
        same_day = (month + months).astype("datetime64[D]") + (day - month)
        return np.asarray(np.minimum(same_day, (month + (months + 1)).astype("datetime64[D]")))


class Tables:
    """Months looked up by day, and first days by month."""

    def later(self, day: Array, months: int) -> Array:
        month = MONTH_OF_DAY[(day - FIRST_DAYS[0]).view(np.int64)]
        same_day = FIRST_DAYS[month + months] + (day - FIRST_DAYS[month])
        last = FIRST_DAYS[month + (months + 1)] - np.timedelta64(1, "D")
        return np.asarray(np.minimum(same_day, last))

    def after(self, day: Array, months: int) -> Array:
        month = MONTH_OF_DAY[(day - FIRST_DAYS[0]).view(np.int64)]
        same_day = FIRST_DAYS[month + months] + (day - FIRST_DAYS[month])
        return np.asarray(np.minimum(same_day, FIRST_DAYS[month + (months + 1)]))
