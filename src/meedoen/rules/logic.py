"""The words in which a rule is written: findings, and what joins, compares and chooses them.

Answers are NO = 0 < UNKNOWN = 1 < YES = 2 (Kleene): all of is the minimum, any of the maximum.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import reduce
from typing import Any, TypeVar

import numpy as np

from meedoen.rules.choices import Choice
from meedoen.rules.column import (
    NO,
    YES,
    Array,
    Column,
    Kind,
    all_below,
    countable,
    dtype_of,
    lift,
    missing_value,
    name_after,
    of_any_word,
)

Word = TypeVar("Word", bound=Choice)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of an explanation, for one person."""

    depth: int
    finding: Finding
    row: int


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """A conclusion, the article it rests on, and the findings it follows from.

    The value is an answer or a quantity: one per person. Where a condition chose one of several
    parts, it is the first part and `paths` tells per value of it which part a person follows.
    Where a single part settles the answer, `settled_by` is the value with which it does.
    """

    text: str
    basis: str
    value: Column
    parts: tuple[Finding, ...] = ()
    paths: Mapping[int, int] | None = None
    settled_by: int | None = None

    def explain(self, row: int = 0, depth: int = 0) -> Iterator[Step]:
        """Every step that led to the value of one person, outermost first."""
        yield Step(depth, self, row)
        for part in self.followed(row):
            yield from part.explain(row, depth + 1)

    def followed(self, row: int) -> tuple[Finding, ...]:
        """The parts that gave one person this value: the branch taken, or what settled it."""
        if self.paths is not None:
            return self._branch(row, self.paths)
        if self.settled_by is not None and self.value.at(row) == self.settled_by:
            return tuple(part for part in self.parts if part.value.at(row) == self.settled_by)
        return self.parts

    def _branch(self, row: int, paths: Mapping[int, int]) -> tuple[Finding, ...]:
        condition = self.parts[0]
        if condition.value.plain(row) is None:
            return self.parts
        taken = paths.get(int(condition.value.at(row)))
        return (condition,) if taken is None else (condition, self.parts[taken])

    def open_facts(self, known: Set[str], row: int = 0) -> frozenset[str]:
        """The facts behind the unknown leaves: what to ask to get an answer for one person.

        `known` are the names of the facts that are known of that person.
        """
        if self.value.plain(row) is not None:
            return frozenset()
        own = self.value.facts.difference(*(part.value.facts for part in self.parts))
        asked = (part.open_facts(known, row) for part in self.followed(row))
        return (own - known).union(*asked)


def norm(text: str, basis: str, column: Column) -> Finding:
    """A number of the law as a reason: the day that chose its version is asked elsewhere."""
    return Finding(text, basis, Column(column.values, column.kind, used=column.used))


def all_of(*parts: Finding, text: str, basis: str) -> Finding:
    """YES when every part is; NO as soon as one is; else UNKNOWN."""
    return _joined(np.minimum, parts, NO, text=text, basis=basis)


def any_of(*parts: Finding, text: str, basis: str) -> Finding:
    """YES as soon as one part is; NO when every part is; else UNKNOWN."""
    return _joined(np.maximum, parts, YES, text=text, basis=basis)


def not_so(part: Finding, *, text: str, basis: str) -> Finding:
    """YES where the part is NO, and the reverse."""
    value = name_after(YES - part.value.values, Kind.ANSWER, part.value)
    return Finding(text, basis, value, (part,))


def fork(condition: Finding, if_yes: Finding, if_no: Finding, *, text: str, basis: str) -> Finding:
    """The value of one branch or the other, with the condition that chose it."""
    value = choose(condition.value, if_yes.value, if_no.value)
    return Finding(text, basis, value, (condition, if_yes, if_no), {int(YES): 1, int(NO): 2})


def by_word(
    condition: Finding, branches: Mapping[Word, Finding], *, text: str, basis: str
) -> Finding:
    """The branch of a word; unknown without one, and without a word unless all branches agree."""
    findings = tuple(branches.values())
    columns = [finding.value for finding in findings]
    _same_kind(*columns)
    values = of_any_word(condition.value, columns)
    for word, finding in branches.items():
        values = np.where(condition.value.values == word.code, finding.value.values, values)
    paths = {word.code: place for place, word in enumerate(branches, start=1)}
    value = name_after(values, columns[0].kind, condition.value, *columns)
    return Finding(text, basis, value, (condition, *findings), paths)


def earliest(*parts: Finding, text: str, basis: str) -> Finding:
    """The first of the days, or the least of the quantities; unknown when one of them is."""
    return Finding(text, basis, smallest(*(part.value for part in parts)), parts)


def latest(*parts: Finding, text: str, basis: str) -> Finding:
    """The last of the days, or the most of the quantities; unknown when one of them is."""
    return Finding(text, basis, largest(*(part.value for part in parts)), parts)


def sum_of(*parts: Finding, text: str, basis: str) -> Finding:
    """The sum of quantities of one kind; unknown when one of them is."""
    return Finding(text, basis, total(*(part.value for part in parts)), parts)


def choose(condition: Column, if_yes: Column, if_no: Column) -> Column:
    """Value by value: one or the other; unknown where the condition is, unless both agree."""
    _same_kind(if_yes, if_no)
    values = np.where(condition.values == YES, if_yes.values, if_no.values)
    unsure = condition.missing & (countable(if_yes.values) != countable(if_no.values))
    if unsure.any():
        unknown = np.array(missing_value(if_yes.kind), dtype_of(if_yes.kind))
        values = np.where(unsure, unknown, values)
    return name_after(values, if_yes.kind, condition, if_yes, if_no)


def at_least(column: Column, least: Column) -> Column:
    """Is each value this large, this late or this high a level, or more?"""
    return compare(np.greater_equal, column, least)


def at_most(column: Column, most: Column) -> Column:
    """Is each value this large, this late or this high a level, or less?"""
    return compare(np.less_equal, column, most)


def before(column: Column, bound: Column) -> Column:
    """Is each value less, or each day earlier, than the bound?"""
    return compare(np.less, column, bound)


def same(left: Column, right: Column) -> Column:
    """Are the two values the same?"""
    return compare(np.equal, left, right)


def compare(relation: Any, left: Column, right: Column) -> Column:
    """The relation as an answer, unknown where either side is."""
    _same_kind(left, right)
    return lift(lambda *two: relation(*map(countable, two)) * YES, left, right, kind=Kind.ANSWER)


def equals(column: Column, word: Choice) -> Column:
    """Is the chosen word this one?"""
    return one_of(column, word)


def one_of(column: Column, *words: Choice) -> Column:
    """Is the chosen word among these?"""
    if any(type(word) is not column.kind for word in words):
        raise TypeError(f"{words} are no words of {column.kind}")
    found = [column.values == word.code for word in words]
    return lift(lambda _: np.logical_or.reduce(found) * YES, column, kind=Kind.ANSWER)


def total(*columns: Column) -> Column:
    """The sum of quantities of one kind."""
    _same_kind(*columns)
    return lift(lambda *values: reduce(np.add, values), *columns, kind=columns[0].kind)


def minus(column: Column, less: Column) -> Column:
    """The difference of two quantities of one kind."""
    _same_kind(column, less)
    return lift(np.subtract, column, less, kind=column.kind)


def smallest(*columns: Column) -> Column:
    """The smallest of quantities of one kind, such as a length and its cap."""
    _same_kind(*columns)
    return lift(lambda *values: reduce(np.minimum, values), *columns, kind=columns[0].kind)


def largest(*columns: Column) -> Column:
    """The largest of quantities of one kind."""
    _same_kind(*columns)
    return lift(lambda *values: reduce(np.maximum, values), *columns, kind=columns[0].kind)


def percent_of(amount: Column, percent: Column) -> Column:
    """So many percent of an amount; less than a cent falls away, in favour of who must pay."""
    return lift(lambda a, p: a * p // 100, amount, percent, kind=amount.kind)


def percent_rounded(amount: Column, percent: Column) -> Column:
    """So many percent of an amount, rounded half up to a whole cent."""
    return lift(lambda a, p: (a * p + 50) // 100, amount, percent, kind=amount.kind)


def times(count: Column, amount: Column) -> Column:
    """So many times an amount; nothing of something unknown is nothing."""
    kind = amount.kind
    product = lift(lambda n, a: n.astype(np.int64) * a, count, amount, kind=kind)
    nothing = (count.values == 0) | (amount.values == 0)
    return name_after(np.where(nothing, dtype_of(kind).type(0), product.values), kind, product)


def share_of(amount: Column, part: Column, whole: Column) -> Column:
    """What part / whole is of an amount: exact, then rounded half up to a whole cent.

    Unknown where there is no whole, and where the part is more than the whole.
    """
    return _shared(amount, part, whole, rounded=lambda product, w: (2 * product + w) // (2 * w))


def share_up(number: Column, part: Column, whole: Column) -> Column:
    """What part / whole is of a number: exact, then rounded up; unknown as in `share_of`."""
    return _shared(number, part, whole, rounded=lambda product, w: (product + w - 1) // w)


def percentage(part: Column, whole: Column) -> Column:
    """How many whole percent a part is, rounded down; unknown where the whole is nothing."""
    _same_kind(part, whole)
    return lift(lambda a, b: _percent(a * 100, b), part, whole, kind=Kind.PERCENT)


def percentage_up(part: Column, whole: Column) -> Column:
    """How many whole percent a part is, rounded up; unknown where the whole is nothing."""
    _same_kind(part, whole)
    return lift(lambda a, b: _percent(a * 100 + b - 1, b), part, whole, kind=Kind.PERCENT)


def _joined(
    relation: Any, parts: tuple[Finding, ...], settled_by: np.int8, *, text: str, basis: str
) -> Finding:
    if any(part.value.kind is not Kind.ANSWER for part in parts):
        raise TypeError(f"«{text}» joins something that is no answer")
    values: Array = reduce(relation, (part.value.values for part in parts))
    value = name_after(values, Kind.ANSWER, *(part.value for part in parts))
    return Finding(text, basis, value, parts, settled_by=int(settled_by))


def _percent(hundredfold: Array, whole: Array) -> Array:
    found = hundredfold // np.maximum(whole, 1)
    return np.where(whole > 0, found, missing_value(Kind.PERCENT))


def _shared(
    amount: Column, part: Column, whole: Column, *, rounded: Callable[[Any, Any], Any]
) -> Column:
    _same_kind(part, whole)
    # whole numbers of Python: the product of two national sums does not fit in 64 bits
    wide = np.int64 if all_below(2**30, amount, part, whole) else object

    def compute(a: Array, p: Array, w: Array) -> Array:
        product = a.astype(wide) * p.astype(wide)
        found = rounded(product, np.maximum(w, 1).astype(wide))
        possible = (w > 0) & (p <= w)
        return np.asarray(np.where(possible, found, missing_value(amount.kind)))

    return lift(compute, amount, part, whole, kind=amount.kind)


def _same_kind(*columns: Column) -> None:
    kinds = {column.kind for column in columns}
    if len(kinds) > 1:
        raise TypeError(f"columns of different kinds: {kinds}")
