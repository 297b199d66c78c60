"""What the second reading says of random people, read once and kept beside every copy.

The readings stay whole while the rules are damaged, so their answers need no second look.
"""

import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from zlib import crc32

from tests.rules.people import Person, crowd, facts_of_rule, strange_reasons

from meedoen.law.loader import load_law
from meedoen.rules.catalogue import NamedRule, rule_named
from meedoen.rules.column import Plain
from meedoen.rules.facts import Facts

KEPT = Path(".people")
CROWDS, SIZE, ASKED = 10, 40, 4


@dataclass(frozen=True)
class Crowd:
    """People on one day; the same people with less known; and what a rule must say of them."""

    rule: str
    day: date
    people: list[Person]
    less: list[Person]
    expected: list[object]


def keep(chapter: str, rules: Sequence[NamedRule]) -> None:
    """Draw people for each rule of a chapter and let the second reading answer."""
    from tests.rules.test_second_reading import reads

    crowds: list[list[Crowd]] = [[] for _ in range(CROWDS)]
    for rule in rules:
        rng = Random(crc32(rule.name.encode()))
        facts = facts_of_rule(rule)
        for drawn in crowds:
            day, people = crowd(rng, facts, SIZE)
            share = rng.choice([0.2, 0.5, 0.8, 0.95])
            less = [{n: v for n, v in p.items() if rng.random() < share} for p in people]
            expected = [reads(rule, day, person) for person in people]
            drawn.append(Crowd(rule.name, day, people, less, expected))
    KEPT.mkdir(exist_ok=True)
    for number, drawn in enumerate(crowds):
        (KEPT / f"{chapter}-{number}.pickle").write_bytes(pickle.dumps(drawn))


def wrong(chapter: str, count: int = CROWDS) -> Iterator[str]:
    """The rules of a chapter that now answer otherwise, or give or ask what is beside the point."""
    for number in range(count):
        path = KEPT / f"{chapter}-{number}.pickle"
        crowds: list[Crowd] = pickle.loads(path.read_bytes())  # noqa: S301
        for drawn in crowds:
            yield from _other_answers(drawn)
        if number == 0:
            for drawn in crowds:
                rule = rule_named(drawn.rule)
                yield from strange_reasons(rule.rule(Facts.of(drawn.day), load_law()))
                yield from _lost(rule, drawn, ASKED if count == CROWDS else 1)


def _other_answers(drawn: Crowd) -> Iterator[str]:
    rule = rule_named(drawn.rule)
    if _answers(rule, drawn.day, drawn.people) != drawn.expected:
        yield f"{drawn.rule} is not what the second reading says"
    for person, answer, expected in zip(
        drawn.less, _answers(rule, drawn.day, drawn.less), drawn.expected, strict=True
    ):
        if answer is not None and answer != expected:
            yield f"{drawn.rule} knows too much of {person}"


def _answers(rule: NamedRule, day: date, people: list[Person]) -> list[object]:
    value = rule.rule(Facts.of(day, *people), load_law()).value
    return [_word_of(value.plain(row)) for row in range(len(people))]


def _word_of(value: Plain) -> object:
    return getattr(value, "value", value)


def _lost(rule: NamedRule, crowd: Crowd, asked_of: int) -> Iterator[str]:
    """Who answers every question asked, must end where who knows everything is."""
    for person, less, expected in list(zip(crowd.people, crowd.less, crowd.expected, strict=True))[
        :asked_of
    ]:
        told = dict(less)
        while asked := _asked(rule, crowd.day, told):
            if not asked.isdisjoint(told):
                yield f"{rule.name} asks what is known"
                break
            told |= {name: person[name] for name in asked}
        if _answers(rule, crowd.day, [told]) != [expected]:
            yield f"{rule.name} does not ask enough"


def _asked(rule: NamedRule, day: date, told: Person) -> frozenset[str]:
    facts = Facts.of(day, told)
    return rule.rule(facts, load_law()).open_facts(facts.known())
