"""Reads the work of every source (bronnen.py) in one query, and makes items of it.

To build that query costs Django more than to run it. The dossiers stand in it as a table by name,
so that it is the same text for everybody and is written once a day.
"""

from collections.abc import Collection, Iterator
from datetime import date
from functools import cache, lru_cache, reduce
from typing import Any, TypeAlias

from django.db import connection
from django.db.models import BooleanField, F, Func, QuerySet
from django.db.models.expressions import RawSQL

from meedoen.dossier.models import Dossier
from meedoen.rules.parameters import Law
from meedoen.werkplek.bezwaren import items_of_bezwaren
from meedoen.werkplek.bronnen import every_source
from meedoen.werkplek.item import Item
from meedoen.werkplek.signaal import Stap

Told: TypeAlias = tuple[str, int, str, date | None, str, str]  # as bron.COLUMNS
_WITH = "WITH in_sight AS MATERIALIZED (SELECT unnest(%s::bigint[]) AS id) "
# An index finds a few; many are looked up in a hash of all, or the database compares them in pairs.
_FEW = "%(expressions)s IN (SELECT id FROM in_sight)"
_MANY = "(%(expressions)s IN (SELECT id FROM in_sight)) IS TRUE"
FEW = 200


def these(dossiers: Collection[int]) -> QuerySet[Dossier]:
    """Dossiers by their ids, which go to the database as one value however many they are."""
    return Dossier.objects.filter(pk__in=RawSQL("SELECT unnest(%s::bigint[])", [list(dossiers)]))


def items_of_sources(dossiers: Collection[int], law: Law, *, on: date) -> list[Item]:
    """The work of every source in these dossiers (ids), on a day; one query, one for objections."""
    found = _items(_rows(dossiers, on), law)
    return [*found, *items_of_bezwaren(these(dossiers), law, on=on)]


def _rows(dossiers: Collection[int], on: date) -> list[Told]:
    sql, params = _written(on, _MANY if len(dossiers) > FEW else _FEW)
    with connection.cursor() as cursor:
        cursor.execute(_WITH + sql, [list(dossiers), *params])
        return list(cursor.fetchall())


@lru_cache(maxsize=8)
def _written(on: date, condition: str) -> tuple[str, tuple[Any, ...]]:
    """Every source in SQL: of the dossiers in `in_sight`, asked on a day."""
    named = Func(F("pk"), template=condition, output_field=BooleanField())
    dossiers = Dossier.objects.filter(named)
    several = [bron.rows(dossiers, on) for bron in every_source().values()]
    found = reduce(lambda some, more: some.union(more, all=True), several)
    sql, params = found.query.get_compiler(using="default").as_sql()
    return sql, tuple(params)


def _items(rows: list[Told], law: Law) -> Iterator[Item]:
    """Why it is there is told once for all that say the same: many rows of a source do."""
    sources, why = every_source(), cache(_why)
    for name, dossier, key, day, wat, wie in rows:
        bron = sources[name]
        where = {bron.name: key} if bron.name else {}
        yield Item(
            dossier=dossier,
            signaal=bron.signaal,
            day=None if day is None else bron.last_day(day, law),
            stap=Stap(bron.label, bron.page, where, bron.recht, in_dossier=bron.in_dossier),
            waarom=why(name, wie, has_day=day is not None),
            words={"wat": bron.wat(wat)},
            key=key,
            said_by=bron.said_by(wat),
        )


def _why(name: str, wie: str, *, has_day: bool) -> str:
    return every_source()[name].waarom(wie) if wie or has_day else ""
