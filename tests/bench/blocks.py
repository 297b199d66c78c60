"""All answers of a million dossiers: block by block, into arrays that are there beforehand."""

import resource
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from tests.bench.dossiers import TODAY, block, dossiers

from meedoen.law.loader import load_law
from meedoen.rules.catalogue import NamedRule, rules
from meedoen.rules.column import Array, Column, dtype_of
from meedoen.rules.facts import Facts

T = TypeVar("T")

# 16k values of eight bytes stay in the fast memory of one core
ROWS = 16_384
KNOWN = 0.9

# every deadline and duty of a person, from the first letter to the fine
CHAPTERS = {
    "inburgeringsplicht",
    "doelgroep",
    "persoonlijk_plan",
    "wijziging_plan",
    "inburgeringstermijn",
    "verlenging",
    "verlenging_na_inspanningen",
    "nieuwe_termijn",
    "voldaan",
    "zelfredzaamheidsroute",
    "pvt_map",
    "boete_tabellen",
    "ontzorgen",
}


@dataclass(frozen=True)
class Measured:
    """What one number of dossiers took."""

    count: int
    outputs: int
    facts: int
    seconds: float
    copy_seconds: float
    data_bytes: int
    peak_bytes: int


def of_persons() -> list[NamedRule]:
    """The rules of those chapters."""
    return [rule for rule in rules() if rule.chapter in CHAPTERS]


def facts_of(asked: Sequence[NamedRule]) -> frozenset[str]:
    """Every fact that these rules can ask for."""
    nobody, law = Facts.of(TODAY), load_law()
    names: frozenset[str] = frozenset()
    return names.union(*(rule.rule(nobody, law).value.facts for rule in asked))


def empty_results(asked: Sequence[NamedRule], count: int) -> dict[str, Array]:
    """A place for every answer, so that no memory is asked for while computing."""
    nobody, law = Facts.of(TODAY), load_law()
    kinds = {rule.name: rule.rule(nobody, law).value.kind for rule in asked}
    return {name: np.ones(count, dtype_of(kind)) for name, kind in kinds.items()}


def compute(
    asked: Sequence[NamedRule], columns: Mapping[str, Column], results: Mapping[str, Array]
) -> None:
    """Answer everything for everybody.

    The trees of a block stay until its answers are written: each person of it can be explained.
    """
    law = load_law()
    for begin, end in _blocks(len(next(iter(results.values())))):
        facts = block(columns, begin, end)
        findings = {rule.name: rule.rule(facts, law) for rule in asked}
        for name, finding in findings.items():
            results[name][begin:end] = finding.value.values


def measure(count: int) -> Measured:
    """One number of dossiers; in a process of its own, so that the peak of memory is its own."""
    asked = of_persons()
    columns = dossiers(count, facts_of(asked), known=KNOWN)
    results = empty_results(asked, count)
    seconds = best(lambda: compute(asked, columns, results), count)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    arrays = [*(column.values for column in columns.values()), *results.values()]
    copying = best(lambda: copy(arrays), count)
    data = sum(array.nbytes for array in arrays)
    return Measured(count, len(asked), len(columns), seconds, copying, data, peak)


def copy(arrays: Sequence[Array]) -> None:
    """What no computation can beat: every byte read and written once."""
    for array in arrays:
        array.copy()


def best(work: Callable[[], object], count: int) -> float:
    """The least seconds of some tries: other programs only ever add."""
    return min(timed(work)[0] for _ in range(tries(count)))


def tries(count: int) -> int:
    """How often a measurement is done: at least twice, for the first one warms up."""
    return max(2, min(7, 700_000 // count))


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Seconds of the processor, in which other programs do not count; and what came out."""
    began = time.process_time()
    found = work()
    return time.process_time() - began, found


def _blocks(count: int) -> Iterator[tuple[int, int]]:
    for begin in range(0, count, ROWS):
        yield begin, min(begin + ROWS, count)
