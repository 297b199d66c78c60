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
from meedoen.rules.column import Column, Kind, column_of
from meedoen.rules.fact import Fact
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding
from meedoen.rules.parameters import Law, LawError
from meedoen.werkplek.item import Grond, Item
from meedoen.werkplek.signaal import Regelsignaal
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
    answers = [(name, rule_named(name).rule(facts, law)) for name in _rules(signaal)]
    told = signaal.days(facts, law) if signaal.days else None
    when = [
        np.broadcast_to(each.when(facts, law), (count,)) if each.when else np.full(count, True)
        for each in signaal.stappen
    ]
    beside = {name: value(facts, law) for name, value in signaal.beside}
    for row in np.flatnonzero(holds).tolist():
        rule, finding, day = _answer(answers, told, row)
        stap = next((s for s, may in zip(signaal.stappen, when, strict=True) if may[row]), None)
        grond = Grond(facts, row, rule, finding)
        words = {name: in_words(each.plain(row), each.kind) for name, each in beside.items()}
        yield Item(caseload.dossiers[row], signaal, day, stap, grond, words=words)


def _rules(signaal: Regelsignaal) -> tuple[str, ...]:
    return (signaal.rule, signaal.otherwise) if signaal.otherwise else (signaal.rule,)


def _answer(
    answers: list[tuple[str, Finding]], told: Column | None, row: int
) -> tuple[str, Finding, date | None]:
    """The first rule that knows the day, else the last one: it asks the least."""
    if told is not None:
        day = told.plain(row)
        return (*answers[0], day if isinstance(day, date) else None)
    for rule, finding in answers:
        day = finding.value.plain(row)
        if isinstance(day, date):
            return rule, finding, day
    return (*answers[-1], None)


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
