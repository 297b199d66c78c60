"""Invented dossiers as columns: a seed draws them, so every run measures the same people."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np

from meedoen.rules.choices import Doelgroep, Leerroute, Verblijfsrecht
from meedoen.rules.column import YES, Array, Column, Kind, dtype_of, missing_value
from meedoen.rules.fact import Fact
from meedoen.rules.facts import Facts
from meedoen.rules.tegenspraak import ORDER

SEED = 2021
TODAY = date(2026, 9, 1)
FIRST, LAST = np.datetime64("2022-01-02"), np.datetime64("2030-12-31")

# how many people have which word, in the order of the words; elsewhere all are as likely
SHARES: Mapping[Any, tuple[float, ...]] = {
    Verblijfsrecht: (0.62, 0.31, 0.02, 0.01, 0.02, 0.01, 0.01),
    Doelgroep: (0.65, 0.35),
    Leerroute: (0.5, 0.12, 0.38),
}
MOST = {Kind.HOURS: 1800, Kind.COUNT: 30, Kind.CENTS: 150_000}


def dossiers(count: int, facts: frozenset[str], *, known: float) -> dict[str, Column]:
    """So many invented people; each of these facts is known with a chance of `known`."""
    rng = np.random.default_rng(SEED)
    began = FIRST + rng.integers(0, 2800, count)
    asked = [fact for fact in Facts.all() if fact.name in facts]
    drawn = {fact.name: _drawn(rng, fact, began) for fact in asked}
    _put_in_order(drawn)
    for fact in asked:
        if known < 1:
            drawn[fact.name][rng.random(count) >= known] = missing_value(fact.kind)
    return {fact.name: Column(drawn[fact.name], fact.kind) for fact in asked}


def block(columns: Mapping[str, Column], begin: int, end: int) -> Facts:
    """The facts of some of them, without a copy."""
    rows = {name: Column(c.values[begin:end], c.kind) for name, c in columns.items()}
    return Facts(TODAY, rows, end - begin)


def _drawn(rng: np.random.Generator, fact: Fact, began: Array) -> Array:
    count, dtype = len(began), dtype_of(fact.kind)
    if fact.kind is Kind.DAY:
        return _days(rng, fact.name, began)
    if fact.kind is Kind.ANSWER:
        return np.asarray((rng.random(count) < 0.7) * YES)
    if isinstance(fact.kind, Kind):
        return rng.integers(0, min(fact.most, MOST.get(fact.kind, 60)) + 1, count).astype(dtype)
    words = len(fact.kind.words())
    return rng.choice(words, count, p=SHARES.get(fact.kind)).astype(dtype)


def _days(rng: np.random.Generator, name: str, began: Array) -> Array:
    """Born 16 to 70 years before it began; all else happens in the four years after."""
    if name == "geboren_op":
        return np.asarray(began - rng.integers(16 * 365, 70 * 365, len(began)))
    return np.minimum(began + rng.integers(0, 4 * 365, len(began)), LAST)


def _put_in_order(drawn: dict[str, Array]) -> None:
    """No day lies before the day that it follows from."""
    for _ in ORDER:
        for one, other in ORDER:
            if one in drawn and other in drawn:
                first, second = drawn[one], drawn[other]
                drawn[one], drawn[other] = np.minimum(first, second), np.maximum(first, second)
