"""Asks the rules which signals hold, over a whole caseload in one call each."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import numpy as np

from meedoen.dossier.facts_table import Caseload
from meedoen.law.loader import load_law
from meedoen.law.presentation import in_words
from meedoen.rules.catalogue import rule_named
from meedoen.rules.column import Array, Column, Kind, column_of
from meedoen.rules.fact import Fact
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding
from meedoen.rules.parameters import Law, LawError
from meedoen.werkplek.item import Grond, Item
from meedoen.werkplek.signaal import Regelsignaal, Stap
from meedoen.werkplek.signalen import SIGNALEN


def items_of(signaal: Regelsignaal, caseload: Caseload, law: Law) -> list[Item]:
    """Where this signal holds.

    A dossier for which the law has no answer (LawError) hides no other: it is an item by itself.
    """
    try:
        return list(_items(signaal, caseload, law))
    except LawError as error:
        if len(caseload.dossiers) == 1:
            only = caseload.dossiers[0]
            grond = Grond(caseload.facts, 0, signaal.rule)
            return [Item(only, signaal, grond=grond, refused=str(error))]
        half = len(caseload.dossiers) // 2
        parts = (_part(caseload, slice(0, half)), _part(caseload, slice(half, None)))
        return [item for part in parts for item in items_of(signaal, part, law)]


def _items(
    signaal: Regelsignaal, caseload: Caseload, law: Law, *, whole: bool = False
) -> Iterator[Item]:
    """Where it holds; for nobody, nothing more is asked of the rules, unless the `whole` is."""
    facts, count = caseload.facts, len(caseload.dossiers)
    holds = np.broadcast_to(signaal.holds(facts, law), (count,))
    if not whole and not holds.any():
        return
    rows = np.flatnonzero(holds)
    answers = [(name, rule_named(name).rule(facts, law)) for name in _rules(signaal)]
    told = signaal.days(facts, law) if signaal.days else None
    steps = _steps(signaal, caseload, law, rows=rows)
    beside = {name: value(facts, law) for name, value in signaal.beside}
    for row, stap, answer in zip(rows.tolist(), steps, _answers(answers, told, rows), strict=True):
        rule, finding, day = answer
        words = {name: in_words(each.plain(row), each.kind) for name, each in beside.items()}
        grond = Grond(facts, row, rule, finding)
        yield Item(caseload.dossiers[row], signaal, day, stap, grond, words=words)


def _rules(signaal: Regelsignaal) -> tuple[str, ...]:
    return (signaal.rule, signaal.otherwise) if signaal.otherwise else (signaal.rule,)


def _steps(
    signaal: Regelsignaal, caseload: Caseload, law: Law, *, rows: Array
) -> Iterator[Stap | None]:
    """For each row the first step that may be done, of columns: a loop over all costs more."""
    count = len(caseload.dossiers)
    which = np.full(len(rows), -1)
    for number, stap in reversed(list(enumerate(signaal.stappen))):
        when = stap.when(caseload.facts, law) if stap.when else np.array([True])
        which[np.broadcast_to(when, (count,))[rows]] = number
    steps = (*signaal.stappen, None)
    return (steps[number] for number in which.tolist())


def _answers(
    answers: list[tuple[str, Finding]], told: Column | None, rows: Array
) -> Iterator[tuple[str, Finding, date | None]]:
    """For each row the first rule that knows the day, else the last one: it asks the least."""
    if told is not None:
        yield from ((*answers[0], day) for day in _days(told, rows))
        return
    for days in zip(*(_days(finding.value, rows) for _, finding in answers), strict=True):
        known = next((n for n, day in enumerate(days) if day is not None), -1)
        yield (*answers[known], days[known])


def _days(column: Column, rows: Array) -> list[date | None]:
    """The days of some rows; None where it is unknown, or no day."""
    if column.kind is not Kind.DAY:
        return [None] * len(rows)
    values = column.values[rows] if len(column.values) > 1 else column.values.repeat(len(rows))
    days: list[date | None] = values.tolist()
    return days


def _part(caseload: Caseload, rows: slice) -> Caseload:
    """Some of the dossiers, with their facts."""
    known = facts_needed()
    columns = {
        fact.name: Column(np.atleast_1d(values)[rows], fact.kind)
        for fact in Facts.all()
        if fact.name in known and len(values := caseload.facts.column(fact).values) > 1
    }
    dossiers = caseload.dossiers[rows]
    return Caseload(dossiers, Facts(caseload.facts.day, columns, len(dossiers)))


@cache
def facts_needed() -> tuple[str, ...]:
    """The names of all facts that the signals look at: asked of the rules themselves, once."""
    asked = _Asked(date(2026, 1, 1), {"geboren_op": column_of([None], Kind.DAY)})
    law = load_law()
    for signaal in SIGNALEN:
        list(_items(signaal, Caseload((0,), asked), law, whole=True))
        asked.names |= {name for name, _, _ in signaal.states}
    return tuple(sorted(asked.names))


class _Asked(Facts):
    """Facts of nobody that remember which of them were asked for."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.names: set[str] = set()

    def column(self, fact: Fact) -> Column:
        """The values of one fact: unknown."""
        self.names.add(fact.name)
        return super().column(fact)
