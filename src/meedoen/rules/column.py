"""A column: one value per person, its kind, and the facts and numbers it was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache, reduce
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from meedoen.rules.choices import Choice

Array: TypeAlias = NDArray[Any]

NO, UNKNOWN, YES = np.int8(0), np.int8(1), np.int8(2)

NAT = np.iinfo(np.int64).min  # NaT as a whole number: the lowest, before every day

NO_NAMES: frozenset[str] = frozenset()


class Kind(Enum):
    """What a value means; the word is what people read and what TOML files say."""

    ANSWER = "antwoord"
    DAY = "dag"
    CENTS = "centen"
    YEARS = "jaren"
    MONTHS = "maanden"
    WEEKS = "weken"
    DAYS = "dagen"
    HOURS = "uren"
    COUNT = "aantal"
    PERCENT = "procent"


Meaning: TypeAlias = Kind | type[Choice]


@cache
def dtype_of(kind: Meaning) -> np.dtype[Any]:
    """The NumPy type that holds values of this kind."""
    if kind is Kind.DAY:
        return np.dtype("datetime64[D]")
    if kind is Kind.CENTS:
        return np.dtype(np.int64)
    if kind is Kind.ANSWER or not isinstance(kind, Kind):
        return np.dtype(np.int8)
    return np.dtype(np.int32)


@cache
def missing_value(kind: Meaning) -> Any:
    """How this kind writes "we do not know"."""
    if kind is Kind.ANSWER:
        return UNKNOWN
    dtype = dtype_of(kind)
    return np.datetime64("NaT", "D") if kind is Kind.DAY else np.iinfo(dtype).min


@dataclass(frozen=True, slots=True, eq=False)
class Used:
    """A number of the law that was used, with the value that held for each person."""

    name: str
    values: Array
    kind: Meaning

    def plain(self, row: int = 0) -> Plain:
        """The value that held for one person; None where it is unknown."""
        return decode(self.values[row if len(self.values) > 1 else 0], self.kind)


NOTHING_USED: frozenset[Used] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One value per person; a column of length one holds for everybody.

    `facts` names and `used` holds what the values were made from, so that a receipt can list
    them and an unknown value can say which question is open.
    """

    values: Array
    kind: Meaning
    facts: frozenset[str] = NO_NAMES
    used: frozenset[Used] = NOTHING_USED

    @property
    def numbers(self) -> frozenset[str]:
        """The names of the numbers of the law that were used."""
        return frozenset(number.name for number in self.used)

    def at(self, row: int) -> Any:
        """The value of one person, as NumPy holds it."""
        return self.values[row if len(self.values) > 1 else 0]

    def plain(self, row: int = 0) -> Plain:
        """The value of one person as a plain value; None where it is unknown."""
        return decode(self.at(row), self.kind)

    @property
    def missing(self) -> NDArray[np.bool_]:
        """True where the value is not known."""
        if self.kind is Kind.DAY:
            return np.asarray(countable(self.values) == NAT)
        return np.asarray(self.values == missing_value(self.kind))


Plain: TypeAlias = bool | int | date | Choice | None


def encode(value: Plain, kind: Meaning) -> Any:
    """How a column holds a plain value; None is unknown."""
    if value is None:
        return missing_value(kind)
    if kind is Kind.ANSWER:
        return YES if value else NO
    if isinstance(value, Choice):
        return value.code
    return np.datetime64(value, "D") if kind is Kind.DAY else value


def decode(raw: Any, kind: Meaning) -> Plain:
    """The plain value that a column holds; None where it is unknown."""
    if kind is Kind.DAY:
        return None if np.isnat(raw) else date.fromisoformat(str(raw))
    if raw == missing_value(kind):
        return None
    if kind is Kind.ANSWER:
        return bool(raw == YES)
    return int(raw) if isinstance(kind, Kind) else list(kind)[int(raw)]


def column_of(values: Iterable[Plain], kind: Meaning) -> Column:
    """Plain values, one per person, as a column."""
    return Column(np.array([encode(v, kind) for v in values], dtype=dtype_of(kind)), kind)


def constant(value: Plain, kind: Meaning) -> Column:
    """The same value for everybody; None is unknown."""
    return column_of([value], kind)


def lift(compute: Callable[..., Any], *columns: Column, kind: Meaning) -> Column:
    """The computed values, unknown wherever one of the columns is unknown."""
    gone = reduce(np.logical_or, (column.missing for column in columns))
    if gone.all():
        return name_after(np.array([missing_value(kind)], dtype_of(kind)), kind, *columns)
    values = compute(*(column.values for column in columns))
    if len(gone) > 1 and gone.any():
        values = np.where(gone, np.array(missing_value(kind), dtype_of(kind)), values)
    return name_after(np.asarray(values).astype(dtype_of(kind), copy=False), kind, *columns)


def name_after(values: Array, kind: Meaning, *columns: Column) -> Column:
    """A column that carries the facts and numbers of all columns it was made from."""
    facts = NO_NAMES.union(*[column.facts for column in columns])
    used = NOTHING_USED.union(*[column.used for column in columns])
    return Column(values, kind, facts, used)


def countable(values: Array) -> Array:
    """Days as whole numbers, which NumPy compares many times as fast."""
    return values.view(np.int64) if values.dtype.kind == "M" else values


def of_any_word(word: Column, columns: Sequence[Column]) -> Array:
    """The value that every word would give, where the word is unknown; else missing.

    A column per word that has one; where some word has none, they cannot agree.
    """
    first, *others = columns
    missing: Array = np.array([missing_value(first.kind)], first.values.dtype)
    if isinstance(word.kind, Kind) or len(columns) < len(word.kind.words()):
        return missing
    same = (countable(first.values) == countable(each.values) for each in others)
    return np.where(reduce(np.logical_and, same, word.missing), first.values, missing)


def all_below(bound: int, *columns: Column) -> bool:
    """Is every known number, whatever its sign, below a bound?"""
    return all((np.abs(column.values[~column.missing]) < bound).all() for column in columns)
