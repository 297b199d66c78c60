"""Numbers through time: the version of the day, as known on a day, and never a guess."""

from datetime import date

import pytest

from meedoen.rules.calendar import rest_days
from meedoen.rules.choices import Leerroute, Niveau
from meedoen.rules.column import Column, Kind, Meaning, column_of, constant
from meedoen.rules.parameters import Form, Law, LawError, Number, Version


def number(
    *versions: Version, kind: Meaning = Kind.MONTHS, form: Form = Form.ONE, municipal: bool = False
) -> Law:
    """A law with one number called n."""
    argument = Kind.HOURS if form is Form.BANDS else None
    last = 99 if form is Form.BANDS else None
    made = Number("n", "test", kind, "Wi 1", versions, form, argument, last, municipal=municipal)
    return Law("test", {"n": made}, rest_days([]))


def version(
    begin: date, value: object, until: date | None = None, known: date | None = None
) -> Version:
    return Version(begin, until, known or begin, value, "bron")  # type: ignore[arg-type]


def on(*days: date | None) -> Column:
    return column_of(days, Kind.DAY)


D2022, D2023, D2024 = date(2022, 1, 1), date(2023, 1, 1), date(2024, 1, 1)


def test_each_day_has_its_version() -> None:
    law = number(version(D2022, 6), version(D2023, 12, until=D2024))
    found = law.in_force(on(D2022, date(2022, 12, 31), D2023, date(2023, 12, 31), D2024, None)).n
    assert [found.plain(row) for row in range(6)] == [6, 6, 12, 12, None, None]
    assert found.numbers == {"n"}


def test_before_the_first_day_there_is_no_answer() -> None:
    with pytest.raises(LawError, match="geldt pas vanaf 2022-01-01"):
        _ = number(version(D2022, 6)).in_force(on(date(2021, 12, 31))).n


def test_onbekend_is_not_the_last_known_value() -> None:
    assert number(version(D2022, 6), version(D2023, None)).in_force(on(D2023)).n.plain() is None


def test_a_decision_is_redone_with_the_law_as_then_known() -> None:
    law = number(version(D2022, 6), version(D2022, 9, known=D2024))
    assert law.in_force(on(D2023)).n.plain() == 9
    assert law.as_known_on(date(2023, 6, 1)).in_force(on(D2023)).n.plain() == 6
    with pytest.raises(LawError, match="nog niet bekend"):
        _ = law.as_known_on(date(2021, 6, 1)).in_force(on(D2023)).n


def test_what_a_municipality_did_not_set_is_unknown() -> None:
    assert number(municipal=True).in_force(on(D2023)).n.plain() is None
    law = number(version(D2023, 6), municipal=True)
    assert law.in_force(on(D2022)).n.plain() is None
    assert law.in_force(on(D2023)).n.plain() == 6


def test_an_unknown_number_names_the_nearest() -> None:
    with pytest.raises(LawError, match="bedoelt u n"):
        _ = number(version(D2022, 6)).in_force(on(D2022)).nn


@pytest.mark.parametrize(
    ("hours", "months"), [(0, 24), (9, 24), (10, 12), (99, 12), (100, None), (None, None)]
)
def test_a_table_gives_the_band_of_a_number(hours: int | None, months: int | None) -> None:
    law = number(version(D2022, ((0, 24), (10, 12))), form=Form.BANDS)
    found = law.in_force(on(D2022)).look_up("n", constant(hours, Kind.HOURS))
    assert found.plain() == months


def test_a_table_has_a_version_too_and_a_lower_end() -> None:
    law = number(version(D2022, ((5, 24),)), version(D2023, ((5, 6),)), form=Form.BANDS)
    hours = column_of([7, 7, 4], Kind.HOURS)
    found = law.in_force(on(D2022, D2023, D2023)).look_up("n", hours)
    assert [found.plain(row) for row in range(3)] == [24, 6, None]
    with pytest.raises(TypeError):
        law.in_force(on(D2022)).look_up("n", constant(1, Kind.DAYS))


def test_a_list_of_words_has_versions() -> None:
    law = number(
        version(D2022, (Leerroute.B1_ROUTE,)),
        version(D2023, (Leerroute.ONDERWIJSROUTE,)),
        kind=Leerroute,
        form=Form.WORDS,
    )
    routes = column_of([Leerroute.B1_ROUTE, Leerroute.B1_ROUTE, None], Leerroute)
    found = law.in_force(on(D2022, D2023, D2023)).listed("n", routes)
    assert [found.plain(row) for row in range(3)] == [True, False, None]
    assert (
        law.in_force(on(None)).listed("n", constant(Leerroute.B1_ROUTE, Leerroute)).plain() is None
    )
    with pytest.raises(TypeError):
        law.in_force(on(D2022)).listed("n", constant(Niveau.B1, Niveau))


def test_a_number_is_used_as_what_it_is() -> None:
    with pytest.raises(TypeError):
        number(version(D2022, 6)).in_force(on(D2022)).look_up("n", constant(1, Kind.HOURS))
