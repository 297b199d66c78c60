"""From tables to columns: `facts_of` is the one bridge between dossiers and the rules."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

import numpy as np
from django.db import connections

from meedoen.dossier.models import Stand
from meedoen.law.register import from_plain_json
from meedoen.rules.column import (
    NO,
    UNKNOWN,
    YES,
    Array,
    Column,
    Kind,
    Meaning,
    Plain,
    column_of,
    dtype_of,
    missing_value,
)
from meedoen.rules.facts import Facts, facts_of_dossier

ALL_FACTS = tuple(fact.name for fact in facts_of_dossier())
FEW = 20  # so many dossiers are read as plain rows
PACKED, BITS, MASK = 31, 2, 3  # so many answers in a number of 64 bits

OUT_OF_SIGHT = "een van deze dossiers is er niet, of mag niet worden gezien"

_KNOWN_THEN = """
    SELECT DISTINCT ON (f.dossier_id, f.naam) f.dossier_id, f.naam, f.waarde
    FROM dossier_feit f
    WHERE f.dossier_id = ANY (%(dossiers)s) AND f.naam = ANY (%(names)s)
      AND f.vastgelegd_at <= %(known_at)s AND f.geldt_van <= %(on)s
      AND NOT EXISTS (
        SELECT FROM dossier_gebeurtenis g
        WHERE g.dossier_id = f.dossier_id AND g.herstelt = f.nummer
          AND g.vastgelegd_at <= %(known_at)s)
    ORDER BY f.dossier_id, f.naam, f.geldt_van DESC, f.nummer DESC
"""

_TOLD_BY = """
    SELECT DISTINCT ON (f.naam) f.naam, f.nummer, f.geldt_van
    FROM dossier_feit f
    WHERE f.dossier_id = %(dossier)s AND f.vastgelegd_at <= %(known_at)s AND f.geldt_van <= %(on)s
      AND NOT EXISTS (
        SELECT FROM dossier_gebeurtenis g
        WHERE g.dossier_id = f.dossier_id AND g.herstelt = f.nummer
          AND g.vastgelegd_at <= %(known_at)s)
    ORDER BY f.naam, f.geldt_van DESC, f.nummer DESC
"""


@dataclass(frozen=True)
class Caseload:
    """Dossiers and their facts: row *i* of every column is about `dossiers[i]`."""

    dossiers: tuple[int, ...]
    facts: Facts


def facts_of(
    dossiers: Iterable[int],
    *,
    on: date,
    known_at: datetime | None = None,
    names: Sequence[str] = ALL_FACTS,
    using: str = "default",
) -> Caseload:
    """The facts of these dossiers (ids), for a question asked on a day; only `names`, if given.

    Without `known_at`: as they stand now, in one read. With it: as they were known at that moment
    for that day. What nobody recorded is unknown. Special categories are out of reach from here.
    """
    ids = tuple(dossiers)
    if known_at is None:
        columns = (_now_few if len(ids) <= FEW else _now)(ids, names, using)
    else:
        asked = {"dossiers": list(ids), "names": list(names), "known_at": known_at, "on": on}
        columns = _then(ids, asked, using)
    return Caseload(ids, Facts(on, columns, len(ids)))


def _now_few(ids: tuple[int, ...], names: Sequence[str], using: str) -> dict[str, Column]:
    """The same for a few: to plan hundreds of aggregates costs more than to read plain rows."""
    kinds = {name: _kind(name) for name in names}
    rows = _stand(ids, ["dossier_id", *(f'"{name}"' for name in names)], using)
    found = {row[0]: row[1:] for row in rows}
    if not found.keys() >= set(ids):
        raise KeyError(OUT_OF_SIGHT)
    values = zip(*(found[dossier] for dossier in ids), strict=True) if ids else ((),) * len(names)
    return {
        name: column_of((_plain(raw, kinds[name]) for raw in column), kinds[name])
        for name, column in zip(names, values, strict=True)
    }


def _plain(raw: Any, kind: Meaning) -> Plain:
    """A value of the table as a plain value: a word becomes a choice."""
    if raw is None or isinstance(kind, Kind):
        return raw  # type: ignore[no-any-return]
    return kind(raw)


def _now(ids: tuple[int, ...], names: Sequence[str], using: str) -> dict[str, Column]:
    """One read of `stand`: every column comes as one text of numbers, which NumPy takes at once.

    No Python object per value: that halves the time of a whole caseload. Answers come packed: most
    facts are answers, and the database takes longest to write numbers as text.
    """
    kinds = {name: _kind(name) for name in names}
    answers = [name for name in names if kinds[name] is Kind.ANSWER]
    others = [name for name in names if kinds[name] is not Kind.ANSWER]
    packs = [tuple(answers[n : n + PACKED]) for n in range(0, len(answers), PACKED)]
    columns = [*map(_packed, packs), *(_number(name, kinds[name]) for name in others)]
    asked = [f"string_agg({column}, ',')" for column in ("dossier_id::text", *columns)]
    ((found, *texts),) = _stand(ids, asked, using)
    order = _order(ids, _numbers(found))
    read = [_numbers(text)[order] for text in texts]
    values = dict(zip(others, read[len(packs) :], strict=True))
    for pack, numbers in zip(packs, read[: len(packs)], strict=True):
        values |= {name: numbers >> BITS * place & MASK for place, name in enumerate(pack)}
    return {name: Column(values[name].astype(dtype_of(kinds[name])), kinds[name]) for name in names}


def _stand(ids: tuple[int, ...], chosen: list[str], using: str) -> list[tuple[Any, ...]]:
    """Expressions over `stand` for these dossiers, made of names of our own register only."""
    columns = ", ".join(chosen)
    with connections[using].cursor() as cursor:
        cursor.execute(
            f"SELECT {columns} FROM {Stand._meta.db_table} WHERE dossier_id = ANY (%s)",  # nosec B608
            [list(ids)],
        )
        return list(cursor.fetchall())


def _numbers(text: str | None) -> Array:
    return np.fromstring(text or "", np.int64, sep=",")


def _order(ids: tuple[int, ...], found: Array) -> Array:
    """Where each dossier stands in what was read. Errors: KeyError for one that is out of sight."""
    sorter = np.argsort(found)
    asked = np.array(ids, np.int64)
    place = np.searchsorted(found, asked, sorter=sorter).clip(max=max(len(found) - 1, 0))
    if len(found) < len(set(ids)) or (len(ids) and (found[sorter[place]] != asked).any()):
        raise KeyError(OUT_OF_SIGHT)
    return sorter[place] if len(ids) else sorter


@cache
def _packed(answers: tuple[str, ...]) -> str:
    """SQL for some answers as one number: each in two bits of it."""
    several = " | ".join(
        f'CASE WHEN "{name}" THEN {int(YES) << BITS * place} WHEN NOT "{name}" '
        f"THEN {int(NO) << BITS * place} ELSE {int(UNKNOWN) << BITS * place} END::bigint"
        for place, name in enumerate(answers)
    )
    return f"({several})::text"


@cache
def _number(name: str, kind: Meaning) -> str:
    """SQL for the value of a fact as the number that columns hold; unknown is the missing value."""
    missing = np.iinfo(np.int64).min if kind is Kind.DAY else missing_value(kind)
    return f"coalesce(({_expression(name, kind)})::text, '{missing}')"


def _expression(name: str, kind: Meaning) -> str:
    if kind is Kind.DAY:
        return f"\"{name}\" - DATE '1970-01-01'"
    if isinstance(kind, Kind):
        return f'"{name}"'
    words = ", ".join("'" + word.replace("'", "''") + "'" for word in kind.words())
    return f'array_position(ARRAY[{words}], "{name}") - 1'


def _then(ids: tuple[int, ...], asked: dict[str, Any], using: str) -> dict[str, Column]:
    with connections[using].cursor() as cursor:
        cursor.execute(_KNOWN_THEN, asked)
        found: dict[str, dict[int, str]] = {}
        for dossier, name, value in cursor.fetchall():
            if value is not None:
                found.setdefault(name, {})[dossier] = value
    return {name: _read(ids, by_dossier, _kind(name)) for name, by_dossier in found.items()}


def _read(ids: tuple[int, ...], by_dossier: dict[int, str], kind: Meaning) -> Column:
    raw = (by_dossier.get(dossier) for dossier in ids)
    return column_of((None if v is None else from_plain_json(kind, v) for v in raw), kind)


def _kind(name: str) -> Meaning:
    fact = Facts.named(name)
    if fact is None:
        raise KeyError(f"onbekend feit: {name}")
    return fact.kind


def told_by(
    dossier: int, *, on: date, known_at: datetime, using: str = "default"
) -> dict[str, int]:
    """Per fact the number of the gebeurtenis that told it, as known at a moment for a day."""
    rows = _tellers(dossier, on=on, known_at=known_at, using=using)
    return {name: number for name, number, _day in rows}


def told_on(
    dossier: int, *, on: date, known_at: datetime, using: str = "default"
) -> dict[str, date]:
    """Per fact the day of the gebeurtenis that told it, as known at a moment for a day."""
    rows = _tellers(dossier, on=on, known_at=known_at, using=using)
    return {name: day for name, _number, day in rows}


def _tellers(
    dossier: int, *, on: date, known_at: datetime, using: str
) -> list[tuple[str, int, date]]:
    with connections[using].cursor() as cursor:
        cursor.execute(_TOLD_BY, {"dossier": dossier, "known_at": known_at, "on": on})
        return list(cursor.fetchall())
