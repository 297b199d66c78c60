"""What a fact is: its meaning, kind, source and privacy class; and a table of facts of people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Self, overload

import numpy as np

from meedoen.rules.column import Column, Kind, Meaning, Plain, column_of, constant

LONG_AGO = date(1900, 1, 1)
WI2021_BEGAN = date(2022, 1, 1)
FAR = date(2099, 12, 31)


class Source(Enum):
    """Who can tell a fact: the person to ask while it is unknown."""

    INBURGERAAR = "de inburgeraar"
    KLANTMANAGER = "de klantmanager"
    COLLEGE = "het college"
    DUO = "DUO"
    IND = "de IND"
    COA = "het COA"
    BRP = "de basisregistratie personen"
    SCHOOL = "de taalschool"
    AMBTENAAR = "een bevoegde ambtenaar (oordeel)"


class Privacy(Enum):
    """How carefully a fact must be kept. Special categories never become facts at all."""

    GEWOON = "gewoon"
    GEVOELIG = "gevoelig"


@dataclass(eq=False)
class Fact:
    """One fact: read from a table of facts it is a column, read from the class it is itself.

    `first` and `last` bound days, `most` bounds counts: outside them a value is a typing error.
    """

    kind: Meaning
    meaning: str
    source: Source
    privacy: Privacy = Privacy.GEWOON
    first: date = WI2021_BEGAN
    last: date = FAR
    most: int = 10_000
    name: str = field(default="", init=False)

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, table: None, owner: type) -> Fact: ...
    @overload
    def __get__(self, table: FactTable, owner: type) -> Column: ...
    def __get__(self, table: FactTable | None, owner: type) -> Fact | Column:
        return self if table is None else table.column(self)


class FactTable:
    """Facts of some people, a column per fact; what is absent is unknown for everybody."""

    def __init__(self, day: date, columns: Mapping[str, Column], count: int = 1) -> None:
        """`day` is the day on which the question is asked; never the clock of the machine.

        Every column holds `count` values, or one value that holds for everybody.
        Errors: KeyError for a name that is no fact.
        """
        unknown = sorted(name for name in columns if self.named(name) is None)
        if unknown:
            raise KeyError(f"onbekende feiten: {', '.join(unknown)}")
        self.day = day
        self.count = count
        self._columns = dict(columns)
        self.answers: dict[Any, Any] = {}  # what rules/once.py remembers

    @classmethod
    def of(cls, day: date, *people: Mapping[str, Plain]) -> Self:
        """A table from the plain facts of one or more people."""
        names = sorted({name for person in people for name in person})
        columns = {name: cls._column_of(name, people) for name in names}
        return cls(day, columns, len(people) or 1)

    @classmethod
    def _column_of(cls, name: str, people: Sequence[Mapping[str, Plain]]) -> Column:
        fact = cls.named(name)
        kind: Meaning = Kind.ANSWER if fact is None else fact.kind
        return column_of((person.get(name) for person in people), kind)

    def column(self, fact: Fact) -> Column:
        """The values of one fact."""
        given = self._columns.get(fact.name)
        values = constant(None, fact.kind).values if given is None else given.values
        return Column(values, fact.kind, frozenset([fact.name]))

    @property
    def today(self) -> Column:
        """The day of the question, as a column."""
        return Column(np.array([self.day], dtype="datetime64[D]"), Kind.DAY)

    def known(self, row: int = 0) -> frozenset[str]:
        """The names of the facts that are known of one person."""
        return frozenset(self.row(row))

    def row(self, row: int = 0) -> dict[str, Plain]:
        """The known facts of one person, as plain values."""
        plain = {name: column.plain(row) for name, column in self._columns.items()}
        return {name: value for name, value in plain.items() if value is not None}

    @classmethod
    @cache
    def all(cls) -> tuple[Fact, ...]:
        """Every fact, by name."""
        found = (getattr(cls, name) for name in sorted(dir(cls)))
        return tuple(fact for fact in found if isinstance(fact, Fact))

    @classmethod
    def named(cls, name: str) -> Fact | None:
        """The fact of this name, if there is one."""
        found = getattr(cls, name, None)
        return found if isinstance(found, Fact) else None
