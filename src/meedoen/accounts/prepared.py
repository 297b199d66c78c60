"""Questions whose SQL is written once: only the values differ from one request to the next.

Writing the SQL of a page took Django longer than the database needed to answer it.
"""

import copy
from collections.abc import Callable, Hashable, Iterable
from datetime import date, timedelta
from functools import lru_cache
from itertools import count
from types import SimpleNamespace
from typing import Any, TypeAlias

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet
from django.db.models.query import ModelIterable
from django.db.models.sql.compiler import SQLCompiler
from django.utils.translation import override

Value: TypeAlias = int | date | str | tuple[int, ...]
Shape: TypeAlias = tuple[tuple[str, type, int | None], ...]

KEPT = 256  # questions of different shapes; what is asked least is written again


def rows_of(build: Callable[..., QuerySet[Any]], *fixed: Hashable, **values: Value) -> list[Any]:
    """The rows of `build(*fixed, **values)`, whose SQL is written once for each `fixed`.

    `build` may only hand the values on to the query: what depends on them in another way (the day
    after, "is there one?") is refused. A tuple gives one question for each length.
    Errors: ValueError where the SQL depends on a value, or on the language.
    """
    shape = tuple(
        (name, type(value), len(value) if isinstance(value, tuple) else None)
        for name, value in values.items()
    )
    return _written(build, fixed, shape).rows(values)


class _Written:
    """One question: its SQL, and which value goes to which place."""

    def __init__(self, build: Callable[..., QuerySet[Any]], fixed: Any, shape: Shape) -> None:
        low, high = _marks(shape, first=True), _marks(shape, first=False)
        with override("nl"):
            rows = build(*fixed, **low)
            self._db, self._compiler = rows.db, rows.query.get_compiler(rows.db)
            self._sql, self._params = _sql(self._compiler)
        with override("en"):
            other = _sql(build(*fixed, **high).query.get_compiler(rows.db))
        self._places = _places(self._params, low)
        if (self._sql, self.filled(high)) != other:
            raise ValueError(f"the SQL of {build.__qualname__} depends on a value")
        self._compiler.connection = None  # of the thread that wrote it

    def filled(self, values: dict[str, Value]) -> tuple[Any, ...]:
        """The parameters, with these values; numbers keep the type that the column asked for."""
        params = list(self._params)
        for place, name, nth in self._places:
            value: Any = values[name]
            value = value if nth is None else value[nth]
            params[place] = type(params[place])(value) if isinstance(value, int) else value
        return tuple(params)

    def rows(self, values: dict[str, Value]) -> list[Any]:
        """Ask it on the connection of this thread."""
        if not self._sql:
            return []
        asked = copy.copy(self._compiler)
        asked.connection = connections[self._db]
        params = self.filled(values)
        asked.as_sql = lambda: (self._sql, params)
        # what ModelIterable asks of a QuerySet
        query = SimpleNamespace(get_compiler=lambda **_using: asked)
        rows: Any = SimpleNamespace(db=self._db, query=query, _known_related_objects={})
        return list(ModelIterable(rows))


_written = lru_cache(maxsize=KEPT)(_Written)


def _sql(compiler: SQLCompiler) -> tuple[str, tuple[Any, ...]]:
    """What it asks; nothing where Django knows that there are no rows."""
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return "", ()
    return sql, tuple(params)


def _marks(shape: Shape, *, first: bool) -> dict[str, Any]:
    """Values that stand nowhere else, each another: of the beginning of their type, or the end."""
    made = count(1)

    def mark(kind: type) -> int | date | str:
        n = next(made)
        if kind is int:
            return n - 2**15 if first else 2**15 - n - 1  # within every column of numbers
        if kind is date:
            return date.min + timedelta(n) if first else date.max - timedelta(n)
        return f"{'first' if first else 'last'} mark {n}"

    return {
        name: mark(kind) if length is None else tuple(mark(int) for _ in range(length))
        for name, kind, length in shape
    }


def _places(params: Iterable[Any], marks: dict[str, Any]) -> list[tuple[int, str, int | None]]:
    """Where each mark stands: its place among the parameters, its name, its place in a tuple."""
    known: list[tuple[Any, str, int | None]] = []
    for name, mark in marks.items():
        parts = enumerate(mark) if isinstance(mark, tuple) else [(None, mark)]
        known += [(each, name, nth) for nth, each in parts]
    return [
        (place, name, nth)
        for place, param in enumerate(params)
        for each, name, nth in known
        if isinstance(param, type(each)) and param == each
    ]
