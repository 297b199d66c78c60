"""Partial days of birth are kept as they are: nothing is guessed, nothing impossible gets in."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.dossier.partial_date import (
    FIRST_YEAR,
    OnvolledigeDatum,
    PartialDateError,
    parse,
)

days = st.dates(date(FIRST_YEAR, 1, 1))
wholes = days.map(OnvolledigeDatum.of)
partials = st.one_of(
    wholes,
    days.map(lambda day: OnvolledigeDatum(day.year, day.month)),
    days.map(lambda day: OnvolledigeDatum(day.year)),
    st.just(OnvolledigeDatum()),
)


@given(partials)
def test_what_is_stored_is_read_again(day: OnvolledigeDatum) -> None:
    assert len(str(day)) == 10
    assert parse(str(day)) == parse(str(day).replace("-", "")) == day
    assert parse("-".join(reversed(str(day).split("-")))) == day


@given(days)
def test_a_whole_date_is_a_day(day: date) -> None:
    whole = OnvolledigeDatum.of(day)
    assert whole.volledig == whole.eerst_mogelijk == whole.laatst_mogelijk == day
    assert parse(day.isoformat()) == whole == parse(whole.in_woorden)


@given(days, days)
def test_a_day_lies_between_first_and_last_exactly_if_the_known_parts_agree(
    day: date, other: date
) -> None:
    for whole, parts in [(False, (other.year,)), (True, (other.year, other.month))]:
        partial = OnvolledigeDatum(*parts)
        assert partial.volledig is None
        assert partial.eerst_mogelijk is not None
        assert partial.laatst_mogelijk is not None
        inside = partial.eerst_mogelijk <= day <= partial.laatst_mogelijk
        agrees = day.year == other.year and (not whole or day.month == other.month)
        assert inside == agrees == partial.may_equal(OnvolledigeDatum.of(day))


@given(partials, partials)
def test_being_perhaps_the_same_goes_both_ways(
    one: OnvolledigeDatum, another: OnvolledigeDatum
) -> None:
    assert one.may_equal(another) == another.may_equal(one)
    assert one.may_equal(one)
    assert one.may_equal(OnvolledigeDatum())


def test_two_days_are_not_the_same() -> None:
    assert not parse("16-3-1991").may_equal(parse("17-3-1991"))
    assert not parse("3-1991").may_equal(parse("4-1991"))
    assert parse("3-1991").may_equal(parse("1991"))


def test_an_unknown_date_has_no_limits() -> None:
    unknown = OnvolledigeDatum()
    assert unknown.volledig is unknown.eerst_mogelijk is unknown.laatst_mogelijk is None


@pytest.mark.parametrize(
    ("typed", "stored", "read"),
    [
        ("16-03-1991", "1991-03-16", "16 maart 1991"),
        ("16-3-1991", "1991-03-16", "16 maart 1991"),
        (" 16 Maart 1991 ", "1991-03-16", "16 maart 1991"),
        ("16/3/1991", "1991-03-16", "16 maart 1991"),
        ("16.3.1991", "1991-03-16", "16 maart 1991"),
        ("19910316", "1991-03-16", "16 maart 1991"),
        ("29-2-1992", "1992-02-29", "29 februari 1992"),
        ("00-03-1991", "1991-03-00", "maart 1991, dag onbekend"),
        ("maart 1991", "1991-03-00", "maart 1991, dag onbekend"),
        ("1991-03", "1991-03-00", "maart 1991, dag onbekend"),
        ("00-00-1991", "1991-00-00", "1991, dag en maand onbekend"),
        ("1991", "1991-00-00", "1991, dag en maand onbekend"),
        ("19910000", "1991-00-00", "1991, dag en maand onbekend"),
        ("00-00-0000", "0000-00-00", "onbekend"),
        ("onbekend", "0000-00-00", "onbekend"),
    ],
)
def test_a_date_is_read_stored_and_shown(typed: str, stored: str, read: str) -> None:
    day = parse(typed)
    assert (str(day), day.in_woorden) == (stored, read)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Schrijf"),
        ("onbekend 1991", "Schrijf"),
        ("16-3-91", "Schrijf"),
        ("16-3-1991-2", "Schrijf"),
        ("١٦-٣-١٩٩١", "Schrijf"),
        ("16-maaart-1991", "Schrijf"),
        ("29-2-1991", "dag bestaat niet"),
        ("31-4-1991", "dag bestaat niet"),
        ("1-13-1991", "maand bestaat niet"),
        ("16-00-1991", "hoort een maand"),
        ("00-03-0000", "hoort een jaar"),
        ("16-3-1849", "jaar kan niet"),
        ("16031991", "jaar kan niet"),
    ],
)
def test_a_date_that_cannot_be_is_refused(typed: str, said: str) -> None:
    with pytest.raises(PartialDateError, match=said):
        parse(typed)


@given(st.integers(-5, 2100), st.integers(-5, 20), st.integers(-5, 40))
def test_no_other_date_can_be_made(jaar: int, maand: int, dag: int) -> None:
    try:
        made = OnvolledigeDatum(jaar, maand, dag)
    except PartialDateError:
        with pytest.raises(ValueError, match=r"year|month|day"):  # nor does the calendar know it
            date(jaar if jaar >= FIRST_YEAR else 0, maand, dag)
    else:
        assert parse(str(made)) == made


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_refused_in_dutch(text: str) -> None:
    try:
        assert parse(str(parse(text))) == parse(text)
    except PartialDateError as error:
        assert str(error).endswith(".")  # noqa: PT017 - both outcomes are right
