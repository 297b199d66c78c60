"""The days of the demo: from its first one until the morning on which it stands still."""

from datetime import date, timedelta
from functools import cache
from typing import Literal

import numpy as np

from meedoen.config.settings import DEMO_TODAY
from meedoen.law.loader import load_law

FIRST_DAY = date(2023, 11, 6)


def working_day(day: date) -> date:
    """The day itself, or the first one after it on which the town hall is open (Atw 3)."""
    return _moved(day, roll="forward")


@cache
def last_day() -> date:
    """The last day on which something was recorded: the working day before the demo's today."""
    return _moved(DEMO_TODAY - timedelta(days=1), roll="backward")


def days_after(day: date, days: int) -> date:
    """So many days later."""
    return day + timedelta(days=days)


def _moved(day: date, *, roll: Literal["forward", "backward"]) -> date:
    found = np.busday_offset(day, 0, roll=roll, busdaycal=load_law().rest)
    return date.fromisoformat(str(found))
