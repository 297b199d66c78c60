"""The same outputs by our rules, by OpenFisca-core and by plain Python, which must all agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import SimpleNamespace

from tests.bench.blocks import best, compute, copy, empty_results, facts_of, timed, tries
from tests.bench.dossiers import TODAY, block, dossiers
from tests.rules.test_second_reading import second, word_of

from meedoen.law.loader import load_law
from meedoen.rules.catalogue import NamedRule, rule_named
from meedoen.rules.column import Column, Plain

# what OpenFisca computes too: see openfisca_rules.py
SAME = (
    "inburgeringstermijn.aanvang",
    "inburgeringstermijn.einde",
    "inburgeringstermijn.laatste_dag",
    "inburgeringstermijn.verlenging_aanvragen_vanaf",
    "wijziging_plan.leerroute_wijzigen_tot",
    "persoonlijk_plan.uiterste_dag",
    "doelgroep.asielstatushouder",
    "doelgroep.krijgt_aanbod",
    "nieuwe_termijn.nieuwe_termijn_leerroute",
    "inburgeringsplicht.heeft_de_leeftijd",
)
# the second reading reads one person at a time: a sample tells enough
SAMPLE = 2_000


@dataclass(frozen=True)
class Compared:
    """Seconds for the same outputs of the same people, all facts known."""

    count: int
    outputs: int
    ours: float
    plain: float
    copying: float
    openfisca: Mapping[str, tuple[float, float]]


def compare(count: int) -> Compared:
    """Our seconds, and those of the others: OpenFisca as (computing, with set-up)."""
    asked = [rule_named(name) for name in SAME]
    columns = dossiers(count, facts_of(asked), known=1)
    results = empty_results(asked, count)
    ours = best(lambda: compute(asked, columns, results), count)
    arrays = [*(column.values for column in columns.values()), *results.values()]
    copying = best(lambda: copy(arrays), count)
    answers = {
        rule.name: Column(
            results[rule.name], rule.rule(block(columns, 0, 1), load_law()).value.kind
        )
        for rule in asked
    }
    plain = _plain(asked, columns, answers) * count / min(SAMPLE, count)
    return Compared(count, len(asked), ours, plain, copying, _openfisca(columns, answers))


def _openfisca(
    columns: Mapping[str, Column], answers: Mapping[str, Column]
) -> dict[str, tuple[float, float]]:
    from tests.bench import openfisca_engine as engine

    count, found = len(next(iter(answers.values())).values), {}
    for way in engine.WAYS:
        runs = [engine.run(columns, answers, way) for _ in range(tries(count))]
        found[way] = min(run[0] for run in runs), min(run[1] for run in runs)
    return found


def _plain(
    asked: Sequence[NamedRule], columns: Mapping[str, Column], answers: Mapping[str, Column]
) -> float:
    """Seconds for a sample; making a person of the columns does not count."""
    sample = min(SAMPLE, len(next(iter(answers.values())).values))
    table = block(columns, 0, sample)
    people = [_person(table.row(row)) for row in range(sample)]
    readings = [getattr(second(rule.chapter), rule.function) for rule in asked]
    seconds, said = timed(lambda: [[reading(p) for p in people] for reading in readings])
    for rule, theirs in zip(asked, said, strict=True):
        ours = [word_of(answers[rule.name].plain(row)) for row in range(sample)]
        assert ours == theirs, rule.name
    return seconds


def _person(facts: Mapping[str, Plain]) -> SimpleNamespace:
    return SimpleNamespace(**{name: word_of(v) for name, v in facts.items()}, today=TODAY)
