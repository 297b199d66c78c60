"""The numbers of the law through time: what each was on a day, and as known on a day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from enum import Enum
from functools import cached_property

import numpy as np

from meedoen.rules.choices import Choice
from meedoen.rules.column import (
    NAT,
    YES,
    Array,
    Column,
    Kind,
    Meaning,
    Plain,
    Used,
    countable,
    dtype_of,
    encode,
    missing_value,
)

EPOCH = date(1970, 1, 1).toordinal()


class LawError(Exception):
    """The law has no answer to this question, such as a day before it began."""


class Form(Enum):
    """How a number of the law is written down."""

    ONE = "een waarde"
    BANDS = "een tabel"
    WORDS = "een lijst van woorden"


@dataclass(frozen=True)
class Version:
    """What a number was in the half-open period [from_, until); None is onbekend.

    The value is one plain value, the rows (lower bound, value) of a table, or a list of words.
    """

    from_: date
    until: date | None
    known_from: date
    value: Plain | tuple[tuple[int, Plain], ...] | tuple[Choice, ...]
    source: str
    confidence: str = "tekst"


@dataclass(frozen=True)
class Number:
    """One number (or reading, table or list) of the law, with its article and all its versions.

    `open` says which reading of an unsettled text was taken; `municipal` that a municipality
    sets it and that it is unknown without one; `last` is the upper end of a table; `instead_of`
    names the article that a variant replaces.
    """

    name: str
    meaning: str
    kind: Meaning
    article: str
    versions: tuple[Version, ...]
    form: Form = Form.ONE
    argument: Meaning | None = None
    last: int | None = None
    open: str = ""
    municipal: bool = False
    instead_of: str = ""
    file: str = ""
    line: int = 0

    def known(self, on: date | None) -> tuple[Version, ...]:
        """The versions that were published on a day, in the order in which they replace."""
        return self.published(on).versions

    def published(self, on: date | None) -> Published:
        """What was published on a day; None: all of it, which nearly every question asks."""
        return self._all if on is None else Published(self, on)

    @cached_property
    def _all(self) -> Published:
        return Published(self, None)

    def on(self, day: date) -> Version | None:
        """The version that holds on a day; None where none does."""
        begun = [version for version in self.known(None) if version.from_ <= day]
        last = begun[-1] if begun else None
        return None if last is None or (last.until or date.max) <= day else last

    def chosen(self, days: Array, known_on: date | None) -> Array:
        """Which of the known versions holds on each day; -1 where none does or the day is NaT.

        One place where it is the same for everybody.
        Errors: LawError for a day before the first version, unless a municipality sets it.
        """
        known = self.published(known_on)
        moments = countable(days)
        if len(moments) == 1:
            return self._chosen_on(moments, known)
        self._refuse_before_first(moments, known.versions)
        index = np.full(len(days), -1, np.int8)
        for begin in known.begins:
            index += moments >= begin
        for place, end in known.ends.items():
            index[(index == place) & (moments >= end)] = -1
        return index[:1] if (index == index[:1]).all() else index

    def _chosen_on(self, moments: Array, known: Published) -> Array:
        """The same for one day, without columns: most questions are about one person."""
        moment = int(moments[0])
        place = bisect_right(known.begins, moment) - 1
        if place < 0 and moment != NAT:
            self._refuse_before_first(moments, known.versions)
        elif place in known.ends and moment >= known.ends[place]:
            place = -1
        return np.array([place], np.int8)

    def _refuse_before_first(self, moments: Array, versions: tuple[Version, ...]) -> None:
        if self.municipal:
            return
        first = min((v.from_ for v in versions), default=None)
        early = moments < _number_of(first or date.max)
        if early.any() and (asked := moments[early & (moments != NAT)]).size:
            since = "was toen nog niet bekend" if first is None else f"geldt pas vanaf {first}"
            on = asked[:1].view("datetime64[D]")[0]
            raise LawError(f"{self.name} ({self.article}) {since}; gevraagd voor {on}")


class Published:
    """The versions of a number that were known on a day, with what looking one up needs.

    `begins`: the first days, as NumPy numbers them; `ends`: the same of the first day after, for
    the places that have one.
    """

    def __init__(self, number: Number, on: date | None) -> None:
        seen = [v for v in number.versions if on is None or v.known_from <= on]
        self.kind = number.kind
        self.versions = tuple(sorted(seen, key=lambda v: (v.from_, v.known_from)))
        self.begins = [_number_of(v.from_) for v in self.versions]
        untils = [(place, v.until) for place, v in enumerate(self.versions)]
        self.ends = {place: _number_of(until) for place, until in untils if until is not None}

    @cached_property
    def plain(self) -> Array:
        """The value of each version, and last, where place -1 looks, the missing value."""
        values = [encode(v.value, self.kind) for v in self.versions]  # type: ignore[arg-type]
        return np.array([*values, missing_value(self.kind)], dtype_of(self.kind))


@dataclass(frozen=True)
class Law:
    """All numbers of one stelsel, with its rest days; pure data, read by `meedoen.law`."""

    stelsel: str
    numbers: Mapping[str, Number]
    rest: np.busdaycalendar
    known_on: date | None = None
    version: str = field(default="", compare=False)

    def in_force(self, days: Column) -> Parameters:
        """The numbers on the version day of a rule: one for a single day, else a column.

        Errors: LawError where a number is asked for a day before its first version.
        """
        return Parameters(self, days)

    def as_known_on(self, day: date) -> Law:
        """The same law without what was published later: to redo an old decision."""
        return replace(self, known_on=day)

    def number(self, name: str) -> Number:
        """One number by name. Errors: LawError with the nearest name."""
        if name not in self.numbers:
            near = get_close_matches(name, self.numbers, 1)
            raise LawError(f"onbekend getal «{name}»" + (f"; bedoelt u {near[0]}?" if near else ""))
        return self.numbers[name]


@dataclass(frozen=True)
class Parameters:
    """The numbers in force on given days: `p.naam` is a column."""

    law: Law
    days: Column

    def __getattr__(self, name: str) -> Column:
        if name.startswith("__"):
            raise AttributeError(name)
        number, index = self._place(name, Form.ONE)
        plain = number.published(self.law.known_on).plain
        return self._named(plain[index], number.kind, name)

    def look_up(self, name: str, column: Column) -> Column:
        """The value of the band of a table that holds each number; unknown outside all bands."""
        number, index = self._place(name, Form.BANDS)
        if column.kind is not number.argument:
            raise TypeError(f"{name} is looked up by {number.argument}, not by {column.kind}")
        shape = np.broadcast_shapes(column.values.shape, index.shape)
        values = np.full(shape, missing_value(number.kind), dtype_of(number.kind))
        for place, version in enumerate(number.known(self.law.known_on)):
            found = _in_bands(column.values, version, number)
            values = np.where((index == place) & ~column.missing, found, values)
        return self._named(values, number.kind, name, column)

    def listed(self, name: str, column: Column) -> Column:
        """Is each word in a list of the law? Unknown where the word or the list is."""
        number, index = self._place(name, Form.WORDS)
        if column.kind is not number.kind or isinstance(number.kind, Kind):
            raise TypeError(f"{name} lists {number.kind}, not {column.kind}")
        versions = number.known(self.law.known_on)
        table = np.full((len(versions) + 1, len(number.kind.words())), -1, np.int8)
        for place, version in enumerate(versions):
            words = version.value if isinstance(version.value, tuple) else ()
            table[place] = 0
            table[place, [word.code for word in words if isinstance(word, Choice)]] = YES
        looked = table[index, np.maximum(column.values, 0)]
        unknown = (looked < 0) | column.missing
        return self._named(
            np.where(unknown, missing_value(Kind.ANSWER), looked), Kind.ANSWER, name, column
        )

    def _place(self, name: str, form: Form) -> tuple[Number, Array]:
        number = self.law.number(name)
        if number.form is not form:
            raise TypeError(f"{name} is {number.form.value}, no {form.value}")
        return number, number.chosen(self.days.values, self.law.known_on)

    def _named(self, values: Array, kind: Meaning, name: str, *columns: Column) -> Column:
        facts = self.days.facts.union(*(column.facts for column in columns))
        typed = values.astype(dtype_of(kind), copy=False)
        used = frozenset([Used(name, typed, kind)]).union(*(column.used for column in columns))
        return Column(typed, kind, facts, used)


def _number_of(day: date) -> int:
    """How NumPy numbers a day."""
    return day.toordinal() - EPOCH


def _in_bands(numbers: Array, version: Version, number: Number) -> Array:
    rows = version.value if isinstance(version.value, tuple) else ()
    pairs = [row for row in rows if isinstance(row, tuple)]
    values = np.array([encode(value, number.kind) for _, value in pairs], dtype_of(number.kind))
    band = np.full(numbers.shape, -1, np.int16)
    for start, _ in pairs:
        band += numbers >= start
    inside = band >= 0
    if number.last is not None:
        inside &= numbers <= number.last
    return np.where(inside, values[np.maximum(band, 0)], missing_value(number.kind))
