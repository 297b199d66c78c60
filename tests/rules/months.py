"""Months by the calendar, in plain Python, for making random people."""

from calendar import monthrange
from datetime import date


def later(day: date, months: int) -> date:
    """So many months later or earlier, on the last day of a month that is too short."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
