"""Facts that exclude each other are told with both names and the reason."""

from datetime import date

import pytest

from meedoen.rules.choices import Doelgroep, Verblijfsrecht
from meedoen.rules.column import Kind
from meedoen.rules.facts import Facts, facts_of_dossier
from meedoen.rules.tegenspraak import BIRTH, ORDER, facts_to_compare, tegenspraken

EARLY, LATE = date(2024, 1, 1), date(2024, 1, 2)


@pytest.mark.parametrize(("earlier", "later"), ORDER)
def test_an_order_is_kept(earlier: str, later: str) -> None:
    assert not list(tegenspraken({earlier: EARLY, later: LATE}))
    assert not list(tegenspraken({earlier: EARLY, later: EARLY}))
    assert not list(tegenspraken({earlier: LATE}))
    found = list(tegenspraken({earlier: LATE, later: EARLY}))
    assert [(t.one, t.other) for t in found] == [(later, earlier)]
    assert earlier in found[0].reason


def test_the_names_are_facts_that_are_days() -> None:
    for name in {BIRTH, *(name for pair in ORDER for name in pair)}:
        fact = Facts.named(name)
        assert fact is not None, name
        assert fact.kind is Kind.DAY, name


def test_nothing_happens_before_birth() -> None:
    found = list(tegenspraken({"geboren_op": LATE, "kennisgeving_op": EARLY}))
    assert [(t.one, t.other) for t in found] == [("kennisgeving_op", "geboren_op")]
    assert not list(tegenspraken({"geboren_op": LATE, "kennisgeving_op": LATE}))


@pytest.mark.parametrize("right", list(Verblijfsrecht))
def test_a_group_needs_a_right_that_can_give_it(right: Verblijfsrecht) -> None:
    outside = {
        Verblijfsrecht.UNIERECHT,
        Verblijfsrecht.TIJDELIJKE_BESCHERMING,
        Verblijfsrecht.GEEN,
    }
    facts = {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "verblijfsrecht": right}
    assert bool(list(tegenspraken(facts))) is (right in outside)
    assert not list(tegenspraken({"verblijfsrecht": right}))


def test_what_can_contradict_is_compared() -> None:
    for earlier, later in ORDER:
        assert {earlier, later} <= facts_to_compare([earlier])
        assert {earlier, later} <= facts_to_compare([later])
    assert {"verblijfsrecht", "doelgroep"} <= facts_to_compare(["doelgroep"])
    assert "kennisgeving_op" in facts_to_compare([BIRTH])
    assert facts_to_compare(["lesuren"]) == {BIRTH}
    # `stand` holds no others: they would be asked for in vain
    assert facts_to_compare([BIRTH]) <= {fact.name for fact in facts_of_dossier()}
