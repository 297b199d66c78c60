"""What several rules ask is computed one time, for the same facts under the same law."""

from datetime import date

import pytest

from meedoen.law.loader import load_law
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding
from meedoen.rules.once import once
from meedoen.rules.parameters import Law, LawError

DAY = date(2024, 3, 16)
asked: list[Law] = []


@once
def counted(f: Facts, law: Law) -> Finding:
    """A rule that tells how often it is computed."""
    asked.append(law)
    return Finding("begon", "Wi 3:1", f.plicht_begon_op)


@pytest.fixture(autouse=True)
def _nothing_asked() -> None:
    asked.clear()


def test_the_same_facts_under_the_same_law_are_computed_once() -> None:
    f, law = Facts.of(DAY), load_law()
    assert counted(f, law) is counted(f, law)
    assert len(asked) == 1


def test_other_facts_or_another_law_are_computed_anew() -> None:
    law, then = load_law(), load_law().as_known_on(DAY)
    f = Facts.of(DAY)
    counted(f, law), counted(f, then), counted(Facts.of(DAY), law)
    assert asked == [law, then, law]


def test_an_error_is_not_remembered() -> None:
    @once
    def refused(f: Facts, law: Law) -> Finding:
        asked.append(law)
        raise LawError(f"op {f.day} gold dit nog niet")

    f, law = Facts.of(DAY), load_law()
    for _ in range(2):
        with pytest.raises(LawError):
            refused(f, law)
    assert len(asked) == 2
