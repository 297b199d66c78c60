"""Both readings of the work list beside one another, for people of whom some facts are known."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tests.rules.test_second_reading import word_of
from tests.werkplek.certain import Person
from tests.werkplek.second_list import work_of

from meedoen.dossier.facts_table import Caseload
from meedoen.law.loader import load_law
from meedoen.rules.column import Kind, Plain
from meedoen.rules.fact import Fact
from meedoen.rules.facts import Facts
from meedoen.werkplek.queries import of_rules
from meedoen.werkplek.signalen import SIGNALEN

Work = dict[str, date | None]
OF_DAYS = {each.name for each in SIGNALEN if each.term and not each.waits}
OF_DAYS |= {each.name for each in SIGNALEN if each.days is not None}


def _values(fact: Fact) -> tuple[Any, ...]:
    if not isinstance(fact.kind, Kind):
        return tuple(word.value for word in fact.kind)
    return (True, False) if fact.kind is Kind.ANSWER else ()


DOMAIN = {fact.name: _values(fact) for fact in Facts.all() if _values(fact)}


def first_list(day: date, people: Sequence[Mapping[str, Plain]]) -> list[tuple[Work, set[str]]]:
    """Per person what our list says, and the signals for which the law had no answer."""
    caseload = Caseload(tuple(range(len(people))), Facts.of(day, *people))
    found: list[tuple[Work, set[str]]] = [({}, set()) for _ in people]
    for item in of_rules(caseload, load_law()):
        work, refused = found[item.dossier]
        if item.refused:
            refused.add(item.signaal.name)
        else:
            work[item.signaal.name] = item.day if item.signaal.name in OF_DAYS else None
    return found


def second_list(day: date, person: Mapping[str, Plain]) -> Work:
    """What the other reading says of one person."""
    told = {name: word_of(value) for name, value in person.items() if value is not None}
    found = work_of(Person(told, day, DOMAIN))
    return {name: last if name in OF_DAYS else None for name, last in found.items()}


def told_of(caseload: Caseload, row: int) -> dict[str, Plain]:
    """The facts of one dossier by name, without what is unknown."""
    values = {fact.name: caseload.facts.column(fact).plain(row) for fact in Facts.all()}
    return {name: value for name, value in values.items() if value is not None}
