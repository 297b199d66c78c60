"""DUO's arithmetic of the term: numbers from the law, months by the calendar."""

from datetime import date

from meedoen.law.loader import load_law
from meedoen.rules.calendar import months_longer, subtract_months
from meedoen.rules.column import Column, Kind, column_of

Period = tuple[date, date]


def first_term(dagtekening: date) -> Period:
    """The term after a first PIP: [day after the dagtekening, first day after the term)."""
    start = date.fromordinal(dagtekening.toordinal() + 1)
    months = load_law().in_force(_day(dagtekening)).duur_inburgeringstermijn
    return start, _plain(months_longer(_day(start), months))


def months_later(einde: date, months: int) -> date:
    """The first day after a period that lasts so many months more."""
    return _plain(months_longer(_day(einde), column_of([months], Kind.MONTHS)))


def months_before(day: date, months: int) -> date:
    """So many calendar months earlier."""
    return _plain(subtract_months(_day(day), column_of([months], Kind.MONTHS)))


def free_attempts(day: date) -> int:
    """How often somebody of the group of asylum may take a part of the exam for nothing."""
    found = load_law().in_force(_day(day)).kosteloze_examenpogingen.plain()
    if not isinstance(found, int):
        raise TypeError(f"no number: {found!r}")
    return found


def _day(day: date) -> Column:
    return column_of([day], Kind.DAY)


def _plain(column: Column) -> date:
    day = column.plain()
    if not isinstance(day, date):
        raise TypeError(f"no day: {day!r}")
    return day
