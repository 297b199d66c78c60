"""How fast facts come from the database: `./meedoen bench facts -- --count 50000`.

`facts_of` beside the least that any way can take (the same values as bytes, by COPY BINARY) and the
usual way (Django's values_list, and lists that become NumPy), in one run on the same rows, under
row-level security. What comes out is compared first.
"""

import argparse
import os
import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import numpy as np
from tests.bench.town import ALL, HIER, town

from meedoen.rules.column import Array, Column, Kind, column_of, dtype_of, missing_value
from meedoen.rules.facts import Facts

SOME = ALL[::7][:60]  # of every chapter a few
TOLD = 5_000  # dossiers whose diary holds every fact: two million rows
ON = date(2026, 9, 1)
KNOWN_AT = datetime(2026, 9, 1, tzinfo=UTC)
TRIES, FEW_TRIES = 5, 2  # few where one takes long

Columns = dict[str, Column]


@dataclass(frozen=True)
class Measured:
    """The least milliseconds of each way."""

    asked: str
    ours: float
    limit: float
    usual: float


def main() -> None:
    """Measure what was asked, and print it."""
    parser = argparse.ArgumentParser(prog="./meedoen bench facts --", description=__doc__)
    parser.add_argument("--count", type=int, default=5_000, help="dossiers")
    count = parser.parse_args().count
    told = min(count, TOLD)
    print(f"filling {count:,} dossiers with {len(ALL)} facts each...", flush=True)
    with town(count, told=told):
        print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f};")
        print(
            f"the least of {TRIES} tries (of the past {FEW_TRIES}) on the clock, as meedoen_web:\n"
        )
        print(f"{'':46s} {'facts_of':>9s}   {'COPY BINARY':>16s}   {'ORM and lists':>16s}")
        for names in (SOME, ALL):
            _show(_measure(names, range(1, count + 1), known_at=None))
        for names in (SOME, ALL):
            _show(_measure(names, range(1, told + 1), known_at=KNOWN_AT))


def _measure(names: Sequence[str], dossiers: range, *, known_at: datetime | None) -> Measured:
    """Three ways to the same facts; refused if they are not the same."""
    from meedoen.accounts.actor import Actor
    from meedoen.accounts.roles import Rol
    from meedoen.accounts.scope import as_actor
    from meedoen.dossier.facts_table import facts_of

    ids = list(dossiers)
    ours = partial(facts_of, ids, on=ON, known_at=known_at, names=names)
    limit = partial(_bytes_now if known_at is None else _bytes_then, ids, names)
    usual = partial(_usual_now if known_at is None else _usual_then, ids, names)
    tries = TRIES if known_at is None else FEW_TRIES
    with as_actor(Actor(None, "bench", Rol.TEAMLEIDER, (HIER,))):
        _must_be_same(ours().facts, usual())
        assert limit()
        ways: tuple[Callable[[], object], ...] = (ours, limit, usual)
        rounds = [[_ms(way) for way in ways] for _ in range(tries)]  # in turn: load hits all alike
    least = (min(times) for times in zip(*rounds, strict=True))
    when = "now" if known_at is None else "as known at a moment"
    return Measured(f"{len(ids):,} dossiers, {len(names)} facts, {when}", *least)


def _ms(way: Callable[[], object]) -> float:
    began = time.perf_counter()
    way()
    return (time.perf_counter() - began) * 1e3


def _must_be_same(ours: Facts, usual: Columns) -> None:
    for fact in Facts.all():
        if fact.name in usual:
            np.testing.assert_array_equal(ours.column(fact).values, usual[fact.name].values)


def _bytes_now(ids: list[int], names: Sequence[str]) -> bytes:
    columns = ", ".join(f'"{name}"' for name in names)
    return _copied(f"SELECT {columns} FROM dossier_stand WHERE dossier_id = ANY (%s)", ids)


def _bytes_then(ids: list[int], names: Sequence[str]) -> bytes:
    """Only the facts, unsorted: no way to know which of two holds can take less."""
    sql = "SELECT dossier_id, naam, waarde FROM dossier_feit WHERE dossier_id = ANY (%s)"
    return _copied(f"{sql} AND naam = ANY (%s)", ids, list(names))


def _copied(sql: str, *values: Any) -> bytes:
    from django.db import connection

    query = f"COPY ({sql}) TO STDOUT (FORMAT BINARY)".encode()
    with connection.cursor() as cursor, cursor.cursor.copy(query, values) as copy:
        return b"".join(copy)


def _usual_now(ids: list[int], names: Sequence[str]) -> Columns:
    from meedoen.dossier.models import Stand

    rows = Stand.objects.filter(pk__in=ids).order_by("pk").values_list(*names)
    return {n: _column(n, values) for n, values in zip(names, zip(*rows, strict=True), strict=True)}


def _usual_then(ids: list[int], names: Sequence[str]) -> Columns:
    """The facts in order, the last one wins."""
    from meedoen.dossier.models import Feit, Gebeurtenis
    from meedoen.law.register import from_plain_json

    mended = Gebeurtenis.objects.filter(dossier__in=ids, herstelt__isnull=False)
    gone = set(mended.filter(vastgelegd_at__lte=KNOWN_AT).values_list("dossier", "herstelt"))
    rows = Feit.objects.filter(dossier__in=ids, naam__in=names, geldt_van__lte=ON)
    rows = rows.filter(vastgelegd_at__lte=KNOWN_AT).order_by("geldt_van", "nummer")
    found: dict[str, dict[int, str | None]] = {name: {} for name in names}
    for dossier, number, name, value in rows.values_list("dossier", "nummer", "naam", "waarde"):
        if (dossier, number) not in gone:
            found[name][dossier] = value
    kinds = {fact.name: fact.kind for fact in Facts.all()}
    return {
        name: column_of(
            (None if raw is None else from_plain_json(kinds[name], raw) for raw in told),
            kinds[name],
        )
        for name in names
        for told in [[found[name].get(each) for each in ids]]
    }


def _column(name: str, values: Sequence[Any]) -> Column:
    """A column as most people would write it."""
    fact = Facts.named(name)
    assert fact is not None
    kind = fact.kind
    if kind is Kind.DAY:
        return Column(np.array(values, "datetime64[D]"), kind)
    if kind is Kind.ANSWER:
        return Column(_coded(values, {False: 0, True: 2}, kind), kind)
    if isinstance(kind, Kind):
        missing = missing_value(kind)
        return Column(np.array([missing if v is None else v for v in values], dtype_of(kind)), kind)
    return Column(_coded(values, {word: n for n, word in enumerate(kind.words())}, kind), kind)


def _coded(values: Sequence[Any], codes: dict[Any, int], kind: Any) -> Array:
    missing = missing_value(kind)
    return np.array([codes.get(value, missing) for value in values], dtype_of(kind))


def _show(one: Measured) -> None:
    beside = (f"{ms:8.1f} {one.ours / ms:6.2f}x" for ms in (one.limit, one.usual))
    print(f"{one.asked:46s} {one.ours:6.1f} ms   {'   '.join(beside)}", flush=True)


if __name__ == "__main__":
    main()
