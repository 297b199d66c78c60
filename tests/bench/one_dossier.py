"""One dossier: every rule of the catalogue computed, and every explanation walked to its end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.bench.blocks import facts_of, of_persons, timed
from tests.bench.dossiers import TODAY, dossiers

from meedoen.law.loader import load_law
from meedoen.rules.catalogue import NamedRule, rules
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding


@dataclass(frozen=True)
class Explained:
    """Seconds for one person, and how much was answered."""

    rules: int
    steps: int
    computing: float
    explaining: float
    of_persons: float


def explain_one(tries: int) -> Explained:
    """The least seconds of some tries; all facts are known, so nothing stops early."""
    columns = dossiers(1, facts_of(rules()), known=1)
    person = Facts(TODAY, columns, 1).row(0)

    def computed(asked: Sequence[NamedRule]) -> list[Finding]:
        facts, law = Facts.of(TODAY, person), load_law()
        return [rule.rule(facts, law) for rule in asked]

    findings = computed(rules())
    return Explained(
        len(findings),
        _walked(findings),
        _best(lambda: computed(rules()), tries),
        _best(lambda: _walked(findings), tries),
        _best(lambda: computed(of_persons()), tries),
    )


def _walked(findings: list[Finding]) -> int:
    return sum(1 for finding in findings for _ in finding.explain())


def _best(work: Callable[[], object], tries: int) -> float:
    return min(timed(work)[0] for _ in range(tries))
