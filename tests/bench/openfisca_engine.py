"""Runs the formulas of openfisca_rules.py over the same columns, and compares the answers."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from openfisca_core.indexed_enums import EnumArray
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from tests.bench import openfisca_rules
from tests.bench.blocks import timed
from tests.bench.dossiers import TODAY
from tests.bench.months import Casts, Months, Tables

from meedoen.rules.column import YES, Array, Column, Kind, Meaning, missing_value
from meedoen.rules.facts import Facts

WAYS: Mapping[str, Months] = {"casts": Casts(), "tables": Tables()}
PERIOD = TODAY.isoformat()


def run(
    columns: Mapping[str, Column], results: Mapping[str, Column], way: str
) -> tuple[float, float]:
    """Seconds of computing alone, and with the set-up of the system and its simulation."""
    openfisca_rules.way[0] = WAYS[way]
    set_up, simulation = timed(lambda: _simulation(columns))
    names = {name: name.partition(".")[2] for name in results}
    seconds, found = timed(
        lambda: {name: simulation.calculate(own, PERIOD) for name, own in names.items()}
    )
    for name, answer in found.items():
        ours = results[name]
        assert np.array_equal(answer, _as_theirs(ours.values, ours.kind)), name
    return seconds, set_up + seconds


def _simulation(columns: Mapping[str, Column]) -> Any:
    system = TaxBenefitSystem([openfisca_rules.PERSON])
    system.add_variables(*openfisca_rules.FORMULAS)
    asked = [Facts.named(name) for name in columns]
    system.add_variables(*(openfisca_rules.given(fact) for fact in asked if fact is not None))
    count = len(next(iter(columns.values())).values)
    simulation = SimulationBuilder().build_default_simulation(system, count=count)
    for name, column in columns.items():
        simulation.set_input(name, "ETERNITY", _input(column))
    return simulation


def _input(column: Column) -> Any:
    if column.kind is Kind.ANSWER:
        return column.values == YES
    if isinstance(column.kind, Kind):
        return column.values
    return EnumArray(column.values.astype(np.int16), openfisca_rules.ENUMS[column.kind])


def _as_theirs(ours: Array, kind: Meaning) -> Array:
    """Our answers as theirs; all facts are known, so only a number can be without answer."""
    if kind is Kind.ANSWER:
        return np.asarray(ours == YES)
    if kind is Kind.DAY:
        return ours
    return np.where(ours == missing_value(kind), openfisca_rules.NO_TERM, ours)
