"""What every rule must do, whatever it says; rules are found by enumeration."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rules.people import Person, crowd, facts_of_rule, strange_reasons

from meedoen.law.loader import load_law
from meedoen.rules.catalogue import NamedRule, rules
from meedoen.rules.column import Plain
from meedoen.rules.facts import Facts

RULES = list(rules())
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
seeds = st.integers(0, 2**32)


def answers(rule: NamedRule, day: date, people: list[Person]) -> list[Plain]:
    """What a rule says of each of these people, asked together."""
    value = rule.rule(Facts.of(day, *people), load_law()).value
    return [value.plain(row) for row in range(len(people))]


def test_there_are_rules() -> None:
    assert len(RULES) > 70
    assert len({rule.name for rule in RULES}) == len(RULES)


@every_rule
def test_no_facts_no_answer(rule: NamedRule) -> None:
    finding = rule.rule(Facts.of(date(2024, 3, 16)), load_law())
    assert finding.value.plain() is None
    assert finding.open_facts(frozenset())


@every_rule
@given(seed=seeds)
def test_one_equals_many(rule: NamedRule, seed: int) -> None:
    rng = Random(seed)
    day, people = crowd(rng, facts_of_rule(rule), 12, known=0.8)
    together = answers(rule, day, people)
    for row in rng.sample(range(12), 3):
        assert answers(rule, day, [people[row]]) == [together[row]], (day, people[row])


@every_rule
@given(seed=seeds)
def test_a_new_fact_never_overturns_a_certain_answer(rule: NamedRule, seed: int) -> None:
    rng = Random(seed)
    day, people = crowd(rng, facts_of_rule(rule), 25)
    share = rng.choice([0.2, 0.5, 0.8, 0.95])
    less = [{n: v for n, v in person.items() if rng.random() < share} for person in people]
    said = answers(rule, day, [*less, *people])
    for before, after, person in zip(said[: len(less)], said[len(less) :], people, strict=True):
        assert before is None or before == after, (day, person)


@every_rule
@given(seed=seeds)
def test_asking_what_is_open_leads_to_the_answer(rule: NamedRule, seed: int) -> None:
    """Who answers every question asked, ends where who knows everything is."""
    rng = Random(seed)
    day, (person,) = crowd(rng, facts_of_rule(rule), 1)
    told = {name: value for name, value in person.items() if rng.random() < 0.6}
    while asked := _asked(rule, day, told):
        assert asked.isdisjoint(told)
        told |= {name: person[name] for name in asked}
    after_asking, knowing_all = answers(rule, day, [told, person])
    assert after_asking == knowing_all, (day, person)


def _asked(rule: NamedRule, day: date, told: Person) -> frozenset[str]:
    facts = Facts.of(day, told)
    return rule.rule(facts, load_law()).open_facts(facts.known())


@every_rule
def test_every_step_has_words_and_an_article(rule: NamedRule) -> None:
    finding = rule.rule(Facts.of(date(2024, 3, 16)), load_law())
    assert all(step.finding.text and step.finding.basis for step in finding.explain())


@every_rule
def test_a_reason_rests_on_what_the_answer_rests_on(rule: NamedRule) -> None:
    assert not list(strange_reasons(rule.rule(Facts.of(date(2024, 3, 16)), load_law())))
