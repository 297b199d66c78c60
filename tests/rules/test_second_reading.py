"""Two readings of the law by different hands and means agree on random people."""

from datetime import date
from importlib import import_module
from inspect import getmembers, isfunction
from pathlib import Path
from random import Random
from types import ModuleType, SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.people import Person, crowd, facts_of_rule
from tests.rules.test_every_rule import answers

from meedoen.rules.catalogue import NamedRule, rules
from meedoen.rules.choices import Choice
from meedoen.rules.column import Plain

# chapters of part 2 whose second reading is being written; the test below empties this list
AWAITS: set[str] = set()
HERE = Path(__file__).parent / "second_reading"


def second(chapter: str) -> ModuleType:
    """The second reading of a chapter."""
    return import_module(f"tests.rules.second_reading.{chapter}")


def reads(rule: NamedRule, day: date, person: Person) -> object:
    """What the second reading says of one person."""
    plain = {name: word_of(value) for name, value in person.items()}
    return getattr(second(rule.chapter), rule.function)(SimpleNamespace(**plain, today=day))


def word_of(value: Plain) -> object:
    """A choice as its Dutch word, for the second reading knows no classes of ours."""
    return value.value if isinstance(value, Choice) else value


@pytest.mark.parametrize(
    "rule", [rule for rule in rules() if rule.chapter not in AWAITS], ids=lambda rule: rule.name
)
@given(seed=st.integers(0, 2**32))
def test_both_readings_agree(rule: NamedRule, seed: int) -> None:
    day, people = crowd(Random(seed), facts_of_rule(rule), 30)
    for person, first in zip(people, answers(rule, day, people), strict=True):
        assert word_of(first) == reads(rule, day, person), (day, person)


def test_the_second_reading_reads_the_same_rules() -> None:
    ours = {rule.name for rule in rules() if rule.chapter not in AWAITS}
    theirs = {
        f"{chapter}.{name}"
        for chapter in sorted({rule.chapter for rule in rules()} - AWAITS)
        for name, function in getmembers(second(chapter), isfunction)
        if not name.startswith("_") and function.__module__.endswith(f".{chapter}")
    }
    assert theirs == ours


def test_no_chapter_waits_whose_second_reading_is_there() -> None:
    assert not [name for name in sorted(AWAITS) if (HERE / f"{name}.py").exists()]


@pytest.mark.parametrize("path", sorted(HERE.glob("*.py")), ids=lambda path: path.stem)
def test_the_second_reading_leans_on_nothing_of_ours(path: Path) -> None:
    assert "meedoen" not in path.read_text("utf-8")
