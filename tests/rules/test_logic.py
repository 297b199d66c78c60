"""The words of the rules: three values, choices, tables, and what is followed and asked."""

from datetime import date
from itertools import product
from operator import add, eq, ge, le, lt, sub

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.rules.choices import Doelgroep, Leerroute, Niveau
from meedoen.rules.column import NO, UNKNOWN, YES, Column, Kind, Plain, column_of, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_least,
    at_most,
    before,
    by_word,
    choose,
    earliest,
    equals,
    fork,
    largest,
    latest,
    minus,
    not_so,
    one_of,
    percent_rounded,
    percentage,
    percentage_up,
    same,
    smallest,
    sum_of,
    total,
)

ANSWERS: tuple[bool | None, ...] = (True, False, None)
numbers = st.lists(st.one_of(st.none(), st.integers(0, 9)), min_size=3, max_size=3)


def answer(value: bool | None, name: str = "x") -> Finding:
    column = constant(value, Kind.ANSWER)
    return Finding(name, "Wi 1", Column(column.values, column.kind, frozenset([name])))


@pytest.mark.parametrize(("a", "b"), list(product(ANSWERS, ANSWERS)))
def test_all_any_and_not_are_kleenes(a: bool | None, b: bool | None) -> None:
    both = all_of(answer(a), answer(b), text="t", basis="b").value.plain()
    either = any_of(answer(a), answer(b), text="t", basis="b").value.plain()
    if False in (a, b):
        assert both is False
    else:
        assert both is (None if None in (a, b) else True)
    if True in (a, b):
        assert either is True
    else:
        assert either is (None if None in (a, b) else False)
    assert not_so(answer(a), text="t", basis="b").value.plain() is (None if a is None else not a)


@pytest.mark.parametrize("condition", ANSWERS)
def test_choose_follows_the_condition_or_what_both_agree_on(condition: bool | None) -> None:
    three, four, unknown = (constant(n, Kind.MONTHS) for n in (3, 4, None))
    chosen = choose(constant(condition, Kind.ANSWER), three, four).plain()
    assert chosen == {True: 3, False: 4, None: None}[condition]
    assert choose(constant(condition, Kind.ANSWER), three, three).plain() == 3
    assert choose(constant(condition, Kind.ANSWER), unknown, unknown).plain() is None


@given(numbers, numbers)
def test_comparisons_are_unknown_where_a_side_is(
    left: list[int | None], right: list[int | None]
) -> None:
    a, b = column_of(left, Kind.HOURS), column_of(right, Kind.HOURS)
    for relation, plain in (
        (at_least, ge),
        (at_most, le),
        (before, lt),
        (same, eq),
    ):
        expected = [
            None if x is None or y is None else plain(x, y)
            for x, y in zip(left, right, strict=True)
        ]
        assert [relation(a, b).plain(row) for row in range(3)] == expected


@given(numbers, numbers)
def test_quantities_are_unknown_where_a_part_is(
    left: list[int | None], right: list[int | None]
) -> None:
    a, b = column_of(left, Kind.CENTS), column_of(right, Kind.CENTS)
    for relation, plain in (
        (total, add),
        (minus, sub),
        (smallest, min),
        (largest, max),
    ):
        expected = [
            None if x is None or y is None else plain(x, y)
            for x, y in zip(left, right, strict=True)
        ]
        assert [relation(a, b).plain(row) for row in range(3)] == expected


@pytest.mark.parametrize(
    ("cents", "percent", "expected"),
    [
        (136906, 95, 130061),
        (140150, 95, 133143),
        (50, 1, 1),
        (49, 1, 0),
        (0, 84, 0),
        (2800000, 120, 3360000),
        (None, 5, None),
        (100, None, None),
    ],
)
def test_a_percentage_is_rounded_half_up(
    cents: int | None, percent: int | None, expected: int | None
) -> None:
    found = percent_rounded(constant(cents, Kind.CENTS), constant(percent, Kind.PERCENT))
    assert found.kind is Kind.CENTS
    assert found.plain() == expected


def test_words_are_found_among_words() -> None:
    route = column_of([Leerroute.B1_ROUTE, Leerroute.ONDERWIJSROUTE, None], Leerroute)
    assert [equals(route, Leerroute.B1_ROUTE).plain(n) for n in range(3)] == [True, False, None]
    two = one_of(route, Leerroute.B1_ROUTE, Leerroute.ONDERWIJSROUTE)
    assert [two.plain(n) for n in range(3)] == [True, True, None]
    with pytest.raises(TypeError):
        equals(route, Doelgroep.ASIELSTATUSHOUDER)


def test_levels_have_a_rank() -> None:
    assert at_least(constant(Niveau.B2, Niveau), constant(Niveau.B1, Niveau)).plain() is True
    assert at_least(constant(Niveau.A2, Niveau), constant(Niveau.B1, Niveau)).plain() is False


def test_kinds_do_not_mix() -> None:
    with pytest.raises(TypeError):
        total(constant(1, Kind.CENTS), constant(1, Kind.HOURS))
    with pytest.raises(TypeError):
        all_of(Finding("t", "b", constant(1, Kind.HOURS)), text="t", basis="b")


def word(value: Leerroute | None) -> Finding:
    return Finding("route", "Wi 7", constant(value, Leerroute))


@pytest.mark.parametrize(
    ("route", "expected"),
    [(Leerroute.B1_ROUTE, 1), (Leerroute.ONDERWIJSROUTE, None), (None, None)],
)
def test_by_word_takes_the_branch_of_the_word(route: Leerroute | None, expected: Plain) -> None:
    branches = {
        Leerroute.B1_ROUTE: Finding("b1", "Wi 7", constant(1, Kind.MONTHS)),
        Leerroute.ZELFREDZAAMHEIDSROUTE: Finding("z", "Wi 9", constant(3, Kind.MONTHS)),
    }
    finding = by_word(word(route), branches, text="t", basis="b")
    assert finding.value.plain() == expected

    branches[Leerroute.ONDERWIJSROUTE] = branches[Leerroute.B1_ROUTE]
    assert by_word(word(None), branches, text="t", basis="b").value.plain() is None, "they differ"
    same = dict.fromkeys(Leerroute, branches[Leerroute.B1_ROUTE])
    assert by_word(word(None), same, text="t", basis="b").value.plain() == 1, "whichever it is"

    texts = {Leerroute.B1_ROUTE: ["route", "b1"], Leerroute.ONDERWIJSROUTE: ["route"]}
    followed = [part.text for part in finding.followed(0)]
    assert followed == (texts[route] if route else ["route", "b1", "z"])


def test_only_what_settled_an_answer_is_followed() -> None:
    none, one = answer(False, "no"), answer(None, "open")
    assert [p.text for p in all_of(none, one, text="t", basis="b").followed(0)] == ["no"]
    yes = answer(True, "yes")
    assert [p.text for p in any_of(one, yes, text="t", basis="b").followed(0)] == ["yes"]
    assert [p.text for p in all_of(yes, one, text="t", basis="b").followed(0)] == ["yes", "open"]


def test_only_what_is_open_is_asked() -> None:
    a, b = answer(None, "wacht_op_derde"), answer(True, "verhuisd")
    asked = all_of(a, b, text="t", basis="b").open_facts({"verhuisd"})
    assert asked == {"wacht_op_derde"}
    forked = fork(b, answer(True, "pvt_afgerond"), a, text="t", basis="b")
    assert forked.open_facts({"verhuisd"}) == frozenset()


def test_earliest_latest_and_sum_keep_their_parts() -> None:
    parts = [Finding(str(n), "b", constant(n, Kind.DAYS)) for n in (2, 5)]
    for join, expected in ((earliest, 2), (latest, 5), (sum_of, 7)):
        finding = join(*parts, text="t", basis="b")
        assert finding.value.plain() == expected
        assert finding.parts == tuple(parts)


def test_a_single_value_holds_for_everybody() -> None:
    many = column_of([1, 2, 3], Kind.HOURS)
    assert at_least(many, constant(2, Kind.HOURS)).values.tolist() == [NO, YES, YES]
    assert constant(None, Kind.ANSWER).values.tolist() == [UNKNOWN]
    assert constant(7, Kind.HOURS).plain(2) == 7


def test_a_table_of_facts_knows_its_names() -> None:
    facts = Facts.of(date(2024, 1, 1), {"verhuisd": True}, {"leerroute": Leerroute.B1_ROUTE})
    assert facts.count == 2
    assert facts.row(0) == {"verhuisd": True}
    assert facts.known(1) == {"leerroute"}
    assert facts.cursusuren.plain() is None
    assert facts.today.plain() == date(2024, 1, 1)
    assert facts.verhuisd.values.dtype == np.int8
    with pytest.raises(KeyError, match="bestaat_niet"):
        Facts.of(date(2024, 1, 1), {"bestaat_niet": True})


def test_every_fact_says_what_it_is() -> None:
    for fact in Facts.all():
        assert len(fact.meaning) > 10, fact.name
        assert fact.first < fact.last
        assert fact.source.value
        assert fact.privacy.value


def test_an_explanation_tells_how_deep_every_step_lies() -> None:
    leaf = Finding("leaf", "Wi 1", constant(True, Kind.ANSWER))
    middle = all_of(leaf, text="middle", basis="Wi 1")
    top = all_of(middle, leaf, text="top", basis="Wi 1")
    depths = [(step.finding.text, step.depth) for step in top.explain()]
    assert depths == [("top", 0), ("middle", 1), ("leaf", 2), ("leaf", 1)]


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_percentages_are_whole_and_lean_down_or_up(part: int, whole: int) -> None:
    columns = constant(part, Kind.HOURS), constant(whole, Kind.HOURS)
    down, up = percentage(*columns).plain(), percentage_up(*columns).plain()
    if whole == 0:
        assert (down, up) == (None, None)
    else:
        assert (down, up) == (part * 100 // whole, -(-part * 100 // whole))


def test_questions_are_those_of_the_person_asked_about() -> None:
    facts = Facts.of(date(2026, 1, 1), {"knm_behaald": True}, {})
    finding = Finding("KNM", "Wi 6", facts.knm_behaald)
    assert finding.open_facts(facts.known()) == frozenset()
    assert finding.open_facts(facts.known(1), 1) == {"knm_behaald"}
