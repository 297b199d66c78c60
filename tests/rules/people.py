"""Random people near the edges of the law: days and numbers that are just in or just out."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from random import Random

from tests.rules.months import later

from meedoen.law.loader import load_law
from meedoen.rules.catalogue import NamedRule
from meedoen.rules.column import Kind, Plain
from meedoen.rules.fact import Fact
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding
from meedoen.rules.parameters import Number
from meedoen.rules.tegenspraak import ORDER, tegenspraken

Person = dict[str, Plain]
FIRST, LAST = date(2022, 1, 1), date(2033, 12, 31)
SPECIAL = (date(2024, 2, 29), date(2022, 12, 31), date(2023, 1, 1), date(2024, 4, 17))


@cache
def facts_of_rule(rule: NamedRule) -> list[Fact]:
    """The facts that a rule can ask for, found by asking it with no facts at all."""
    names = rule.rule(Facts.of(date(2024, 3, 16)), load_law()).value.facts
    return [fact for fact in Facts.all() if fact.name in names]


def strange_reasons(whole: Finding) -> Iterator[str]:
    """The parts that rest on facts which the answer above them does not rest on.

    And lists of facts as reasons in which a fact of the answer is not named.
    """
    named = [part for part in whole.parts if part.value.facts and not part.parts]
    rest = whole.value.facts.difference(*(part.value.facts for part in whole.parts))
    if rest and len(named) > 1:
        yield f"{whole.text} > no {sorted(rest)}"
    for part in whole.parts:
        if part.value.facts - whole.value.facts:
            yield f"{whole.text} > {part.text}"
        yield from strange_reasons(part)


def crowd(
    rng: Random, facts: list[Fact], size: int, known: float = 1.0
) -> tuple[date, list[Person]]:
    """A day and so many people, each fact known with a chance of `known`."""
    day = _some_day(rng)
    return day, [_person(rng, facts, day, known) for _ in range(size)]


def _person(rng: Random, facts: list[Fact], day: date, known: float) -> Person:
    moments = [day, _some_day(rng), _some_day(rng)]
    person = {f.name: _value(rng, f, moments) for f in facts if rng.random() < known}
    _in_order(person)
    # who still contradicts himself, files refuse
    return person if not list(tegenspraken(person)) else _person(rng, facts, day, known)


def _in_order(person: Person) -> None:
    """Days that the law puts in an order change places until they stand in it."""
    pairs = [pair for pair in ORDER if pair[0] in person and pair[1] in person]
    for _ in pairs:
        for earlier, later_on in pairs:
            first, second = person[earlier], person[later_on]
            if isinstance(first, date) and isinstance(second, date) and first > second:
                person[earlier], person[later_on] = second, first


def _value(rng: Random, fact: Fact, moments: list[date]) -> Plain:
    if not isinstance(fact.kind, Kind):
        return rng.choice(list(fact.kind))
    if fact.kind is Kind.ANSWER:
        # mostly yes: the interesting branches lie behind several conditions that all hold
        return rng.random() < 0.7
    if fact.kind is Kind.DAY:
        return _day(rng, fact, moments)
    edges = [n for n in EDGES.get(fact.kind, [0]) if 0 <= n <= fact.most] or [0]
    return min(fact.most, rng.choice([*edges, rng.randint(0, fact.most)]))


def _day(rng: Random, fact: Fact, moments: list[date]) -> date:
    if fact.name == "geboren_op":
        years = rng.choice([15, 16, 17, 30, 66, 67, 68])
        born = later(rng.choice(moments), -12 * years + rng.choice([0, 0, -3, -7, -10]))
        return born + timedelta(days=rng.choice([-1, 0, 0, 1]))
    day = later(rng.choice(moments), rng.choice(STEPS[Kind.MONTHS]))
    day += timedelta(days=7 * rng.choice(STEPS[Kind.WEEKS]) + rng.choice([-1, 0, 0, 0, 1]))
    return min(max(day, fact.first), fact.last)


def _some_day(rng: Random) -> date:
    if rng.random() < 0.25:
        return rng.choice(SPECIAL)
    return FIRST + timedelta(days=rng.randrange((LAST - FIRST).days))


def _edges(numbers: Mapping[str, Number]) -> dict[Kind, list[int]]:
    found: dict[Kind, set[int]] = {Kind.MONTHS: {0}, Kind.WEEKS: {0}}
    for number in numbers.values():
        for kind, edge in _edges_of(number):
            close = {edge} if kind in (Kind.MONTHS, Kind.WEEKS) else {edge - 1, edge, edge + 1}
            found.setdefault(kind, set()).update(close)
    return {kind: sorted(edges) for kind, edges in found.items()}


def _edges_of(number: Number) -> Iterator[tuple[Kind, int]]:
    for version in number.versions:
        if type(version.value) is int and isinstance(number.kind, Kind):
            yield number.kind, version.value
        if isinstance(version.value, tuple) and isinstance(number.argument, Kind):
            yield from (
                (number.argument, row[0]) for row in version.value if isinstance(row, tuple)
            )
    if number.last is not None and isinstance(number.argument, Kind):
        yield number.argument, number.last


# ages in months are no distance between two days that a dossier holds
EDGES = _edges(
    {name: n for name, n in load_law().numbers.items() if name != "pensioengerechtigde_leeftijd"}
)
# distances between two days: none, or as far as a term of the law, forward and back
STEPS = {
    kind: (0, 0, 0, *EDGES[kind], *(-edge for edge in EDGES[kind]))
    for kind in (Kind.MONTHS, Kind.WEEKS)
}
