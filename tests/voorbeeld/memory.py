"""What was known of every dossier on forty days, saved on those days themselves."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

import numpy as np

from meedoen.accounts.models import Gemeente
from meedoen.config.voorbeeld.build import steps_of
from meedoen.config.voorbeeld.life import Life
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier
from meedoen.law.loader import law_for
from meedoen.rules.catalogue import rules
from meedoen.rules.column import Array
from meedoen.rules.facts import Facts
from meedoen.rules.parameters import Law, LawError

DAYS = 40
AUDIT = "audit"  # reads every municipality
Answers = dict[str, Array | str]


@dataclass(frozen=True)
class Saved:
    """One municipality at the end of a day: what was known, and what every rule said of it."""

    day: date
    gemeente: int
    dossiers: tuple[int, ...]
    facts: dict[str, Array]
    findings: Answers


@dataclass
class Memory:
    """Hears of every turn of the building (`heard`), and saves at the end of the chosen days."""

    ends: dict[int, date]
    saved: list[Saved] = field(default_factory=list)

    def heard(self, done: int, _total: int, _words: str) -> None:
        """So much is written; perhaps that is the end of a chosen day."""
        if done in self.ends:
            self.saved += _save(self.ends[done])


def memory_of(lives: Sequence[Life]) -> Memory:
    """Of forty of the days on which something is written: spread evenly.

    Among them are those on which data still stood that was withdrawn later.
    """
    every = [each for life in lives for each in life.happenings]
    wrong = {each.recorded_on for each in every if each.what == "intrekking_voorstel"}
    done, ends = 0, dict[int, date]()
    for day, of_day in groupby(steps_of(lives), key=lambda step: step.at.date()):
        done += len(list(of_day))
        ends[done] = day
    others = [end for end in ends.items() if end[1] not in wrong]
    chosen = np.linspace(0, len(others) - 1, DAYS - len(wrong)).round().astype(int)
    certain = {end: day for end, day in ends.items() if day in wrong}
    return Memory(dict(others[place] for place in chosen) | certain)


def _save(day: date) -> Iterator[Saved]:
    for gemeente in Gemeente.objects.using(AUDIT).order_by("code"):
        found = Dossier.objects.using(AUDIT).filter(gemeente=gemeente, persoon__isnull=False)
        ids = tuple(found.order_by("pk").values_list("pk", flat=True))
        if ids:
            facts = facts_of(ids, on=day, using=AUDIT).facts
            law = law_for(gemeente.stelsel, gemeente.code)
            yield Saved(day, gemeente.code, ids, columns(facts), findings(facts, law))


def columns(facts: Facts) -> dict[str, Array]:
    """Every fact of every dossier, as whole numbers."""
    every = ((fact.name, facts.column(fact).values) for fact in Facts.all())
    return {name: _whole(values, facts.count) for name, values in every}


def findings(facts: Facts, law: Law) -> Answers:
    """What every rule says of every dossier; the reason where the law has no answer."""
    return dict(_findings(facts, law))


def _findings(facts: Facts, law: Law) -> Iterable[tuple[str, Array | str]]:
    for rule in rules():
        try:
            yield rule.name, _whole(rule.rule(facts, law).value.values, facts.count)
        except LawError as error:
            yield rule.name, str(error)


def _whole(values: Array, count: int) -> Array:
    """Every kind as whole numbers, a day that is not known too: those compare."""
    return np.broadcast_to(values, (count,)).astype(np.int64)
