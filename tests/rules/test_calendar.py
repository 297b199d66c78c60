"""The calendar of the law against an independent reading in plain Python."""

from datetime import date, timedelta

import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.months import later

from meedoen.law.loader import load_law
from meedoen.rules import calendar
from meedoen.rules.column import Column, Kind, column_of, constant

days = st.dates(date(2000, 1, 1), date(2090, 12, 31))
months = st.integers(0, 120)


def day(value: date | None) -> Column:
    return constant(value, Kind.DAY)


@given(st.lists(days, min_size=1), months)
def test_months_later(many: list[date], count: int) -> None:
    column = calendar.add_months(column_of(many, Kind.DAY), constant(count, Kind.MONTHS))
    assert [column.plain(row) for row in range(len(many))] == [later(d, count) for d in many]


@given(days, months)
def test_months_earlier(value: date, count: int) -> None:
    column = calendar.subtract_months(day(value), constant(count, Kind.MONTHS))
    assert column.plain() == later(value, -count)


@pytest.mark.parametrize("value", [date(1582, 10, 15), date(1899, 12, 31), date(2400, 2, 29)])
def test_days_of_other_centuries_are_counted_too(value: date) -> None:
    column = column_of([value, None, date(2024, 1, 31)], Kind.DAY)
    found = calendar.add_months(column, constant(13, Kind.MONTHS))
    assert [found.plain(row) for row in range(3)] == [later(value, 13), None, date(2025, 2, 28)]
    assert calendar.first_of_year(column).plain() == value.replace(month=1, day=1)


@given(days, st.integers(0, 60))
def test_weeks_later_fall_on_the_same_weekday(value: date, count: int) -> None:
    found = calendar.add_weeks(day(value), constant(count, Kind.WEEKS)).plain()
    assert found == value + timedelta(weeks=count)


@given(days, st.integers(0, 4000))
def test_days_between_undoes_days_later(value: date, count: int) -> None:
    end = calendar.add_days(day(value), constant(count, Kind.DAYS))
    assert end.plain() == value + timedelta(days=count)
    assert calendar.days_between(day(value), end).plain() == count


@given(days)
def test_before_and_after_undo_each_other(value: date) -> None:
    assert calendar.day_before(calendar.day_after(day(value))).plain() == value


@given(days, st.integers(0, 90))
def test_somebody_has_an_age_from_the_birthday_on(born: date, years: int) -> None:
    birthday = calendar.birthday(day(born), constant(years, Kind.YEARS))
    eve = calendar.day_before(birthday)
    assert calendar.age_in_years(day(born), birthday).plain() == years
    assert calendar.age_in_years(day(born), eve).plain() == years - 1


def test_who_is_born_on_29_february_has_a_birthday_on_1_march() -> None:
    birthday = calendar.birthday(day(date(2008, 2, 29)), constant(17, Kind.YEARS))
    assert birthday.plain() == date(2025, 3, 1)


@pytest.mark.parametrize("year", range(2000, 2120))
def test_easter(year: int) -> None:
    assert calendar.easter_sunday(year) == easter(year)


# Atw 3:3: days made equal by royal decree, typed over from the decrees once more
MADE_EQUAL = """
2022-05-27 2023-04-28 2023-05-19 2024-05-10 2024-12-27 2025-05-30 2026-01-02 2026-05-15
2027-05-07 2028-04-28 2028-05-26
"""


def free(value: date) -> bool:
    """The Algemene termijnenwet, article 3, read again: holidays by name of the day."""
    sunday = easter(value.year)
    moving = {sunday + timedelta(days=n) for n in (-2, 0, 1, 39, 49, 50)}
    kings_day = date(value.year, 4, 27)
    if kings_day.isoweekday() == 7:
        kings_day -= timedelta(days=1)
    fixed = {date(value.year, m, d) for m, d in ((1, 1), (5, 5), (12, 25), (12, 26))}
    equal = {date.fromisoformat(day) for day in MADE_EQUAL.split()}
    return value.isoweekday() in (6, 7) or value in moving | fixed | equal | {kings_day}


@given(days)
def test_a_term_ends_on_the_first_day_that_is_not_free(value: date) -> None:
    expected = value
    while free(expected):
        expected += timedelta(days=1)
    assert calendar.working_day(day(value), load_law().rest).plain() == expected


def test_kings_day_on_sunday_is_kept_on_saturday() -> None:
    # 27 April 2025 is a Sunday; Monday the 28th is an ordinary working day
    assert calendar.working_day(day(date(2025, 4, 27)), load_law().rest).plain() == date(
        2025, 4, 28
    )


@pytest.mark.parametrize("kind", [Kind.DAYS, Kind.WEEKS, Kind.MONTHS])
def test_what_is_unknown_stays_unknown(kind: Kind) -> None:
    shift = {
        Kind.DAYS: calendar.add_days,
        Kind.WEEKS: calendar.add_weeks,
        Kind.MONTHS: calendar.add_months,
    }[kind]
    assert shift(day(None), constant(1, kind)).plain() is None
    assert shift(day(date(2024, 1, 31)), constant(None, kind)).plain() is None
    assert calendar.working_day(day(None), load_law().rest).plain() is None
    assert calendar.age_in_years(day(None), day(date(2024, 1, 1))).plain() is None


def test_a_holiday_has_its_day_in_a_year_or_none() -> None:
    kings_day = calendar.Feestdag("Koningsdag", "Atw 3:1", month=4, day=27, if_sunday=-1)
    assert kings_day.in_year(2025) == date(2025, 4, 26)  # 27 April is a Sunday
    assert kings_day.in_year(2026) == date(2026, 4, 27)
    once = calendar.Feestdag("gelijkgesteld", "Atw 3:3", on=date(2027, 5, 7))
    assert [once.in_year(year) for year in (2026, 2027, 2028)] == [None, date(2027, 5, 7), None]


def test_the_years_of_the_holidays() -> None:
    new_year = calendar.Feestdag("Nieuwjaar", "Atw 3:1", month=1, day=1)
    free = calendar.rest_days([new_year]).holidays.astype(object)
    # 1 January 2000 is a Saturday: numpy keeps only those on working days
    boxing = calendar.Feestdag("Tweede kerstdag", "Atw 3:1", month=12, day=26)
    both = calendar.rest_days([boxing]).holidays.astype(object)
    assert (both[0].year, both[-1].year) == (2000, 2119)
    assert free[0] == date(2001, 1, 1)
