"""Many rows of a table in one statement: an array per column instead of a parameter per value.

Row-level security does not allow COPY; this comes near it, and takes half of what `bulk_create`
does.
"""

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any

from django.db import connection
from django.db.models import Model
from psycopg import sql

ARRAY = "[]"


def next_ids(model: type[Model], count: int) -> list[int]:
    """The ids that the database gives next, so that what hangs on a row is made before it is."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, count],  # noqa: SLF001
        )
        return [int(pk) for (pk,) in cursor.fetchall()]


def insert_rows(objects: Sequence[Model]) -> None:
    """Objects of one model; those of a table that numbers its rows have an id, or none has."""
    for first in objects[:1]:
        fields = first._meta.concrete_fields  # noqa: SLF001
        names = [each.attname for each in fields if first.pk is not None or not each.primary_key]
        insert_values(type(first), names, map(attrgetter(*names), objects))


def insert_values(
    model: type[Model], names: Sequence[str], rows: Iterable[tuple[Any, ...]]
) -> None:
    """Rows as values in the order of these columns, which are all that the table has no other for.

    A column of arrays goes as text: PostgreSQL unpacks all dimensions of an array at once.
    """
    columns = [list(each) for each in zip(*rows, strict=True)]
    if not columns:
        return
    types = [_type_of(model, name) for name in names]
    for place, kind in enumerate(types):
        if kind.endswith(ARRAY):
            columns[place] = list(map(_literal, columns[place]))
    flat = [sql.SQL("text" if kind.endswith(ARRAY) else kind) for kind in types]
    named = [sql.Identifier(name) for name in names]
    casts = [
        sql.SQL("v.{}::{}").format(name, sql.SQL(kind))
        for name, kind in zip(named, types, strict=True)
    ]
    text = sql.SQL("INSERT INTO {} ({}) SELECT {} FROM unnest({}) v ({})").format(
        sql.Identifier(model._meta.db_table),  # noqa: SLF001
        sql.SQL(", ").join(named),
        sql.SQL(", ").join(casts),
        sql.SQL(", ").join(sql.SQL("%s::{}[]").format(each) for each in flat),
        sql.SQL(", ").join(named),
    )
    with connection.cursor() as cursor:
        cursor.execute(text, columns)


def _type_of(model: type[Model], name: str) -> Any:
    """The type of a column, as PostgreSQL names it."""
    field = next(each for each in model._meta.concrete_fields if each.attname == name)  # noqa: SLF001
    return field.db_type(connection)


def _literal(values: Iterable[str]) -> str:
    """A list of texts as PostgreSQL writes an array."""
    quoted = (each.replace("\\", "\\\\").replace('"', '\\"') for each in values)
    return "{" + ",".join(f'"{each}"' for each in quoted) + "}"
