"""The calendar of the law in plain dates, apart from the columns of the rules."""

import calendar
from datetime import date, timedelta

# The full moon of Easter by the golden number of the year, valid for 1900 up to and including 2199.
_PASCHAL_MOON = (
    *((4, 14), (4, 3), (3, 23), (4, 11), (3, 31), (4, 18), (4, 8), (3, 28), (4, 16), (4, 5)),
    *((3, 25), (4, 13), (4, 2), (3, 22), (4, 10), (3, 30), (4, 17), (4, 7), (3, 27)),
)

# Atw 3, third paragraph: days that a royal decree made equal to a feast day. Decrees:
# 20-9-2019 (2020-2022); "28 april 2023 ... 30 mei 2025"; "2 januari 2026 ... 26 mei 2028".
# None is known for 2029 and later.
_MADE_EQUAL = {
    date(2022, 5, 27),
    date(2023, 4, 28),
    date(2023, 5, 19),
    date(2024, 5, 10),
    date(2024, 12, 27),
    date(2025, 5, 30),
    date(2026, 1, 2),
    date(2026, 5, 15),
    date(2027, 5, 7),
    date(2028, 4, 28),
    date(2028, 5, 26),
}


def months_later(day: date, months: int) -> date:
    """So many months later (or earlier), on the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def end_after(begin: date, months: int) -> date:
    """The first day after a period of whole months; if the month lacks it, the 1st of the next.

    Three years from 29 February are not over on 28 February, but at the end of that day.
    """
    end = months_later(begin, months)
    return end if end.day == begin.day else end + timedelta(days=1)


def weeks_later(day: date, weeks: int) -> date:
    """So many weeks later, also when that is a Sunday."""
    return day + timedelta(weeks=weeks)


def length(van: date, tot: date) -> timedelta:
    """The days of a period up to, but not including, its second day; an empty period has none."""
    return max(tot - van, timedelta())


def birthday(born: date, years: int) -> date:
    """The day on which somebody reaches an age; born on 29 February: 1 March if there is none."""
    if (born.month, born.day) == (2, 29) and not calendar.isleap(born.year + years):
        return date(born.year + years, 3, 1)
    return born.replace(year=born.year + years)


def easter(year: int) -> date:
    """The Sunday after the full moon of Easter."""
    moon = date(year, *_PASCHAL_MOON[year % 19])
    return moon + timedelta(days=7 - moon.isoweekday() % 7)


def working_day(day: date) -> date:
    """Atw 1, first paragraph: the first day that is no Saturday, Sunday or feast day."""
    while day.isoweekday() >= 6 or _feast(day):
        day += timedelta(days=1)
    return day


def _feast(day: date) -> bool:
    """Atw 3: New Year, Easter, Ascension, Whitsun, Christmas, the King's day and 5 May."""
    if (day.month, day.day) in {(1, 1), (5, 5), (12, 25), (12, 26)} or day in _MADE_EQUAL:
        return True
    # 27 April; kept on the 26th when the 27th is a Sunday
    kings_day = 26 if date(day.year, 4, 27).isoweekday() == 7 else 27
    # from Easter: Good Friday, second day of Easter, Ascension, second day of Whitsun
    return day == date(day.year, 4, kings_day) or (day - easter(day.year)).days in {-2, 1, 39, 50}
