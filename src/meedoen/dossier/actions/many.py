"""Opening and writing in many dossiers at once, as `people` and `diary` do for one.

The same lines, hashes, facts and refusals; a few statements for all, instead of some twenty each.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from psycopg import sql

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import (
    SALT_BYTES,
    Content,
    column_value,
    content_bytes,
    envelope_row,
    fact_rows,
    refuse_line,
)
from meedoen.dossier.actions.people import (
    DuplicateError,
    NewPerson,
    new_row,
    next_numbers,
    number_is_ours_to_give,
)
from meedoen.dossier.actions.rows import insert_rows, insert_values, next_ids
from meedoen.dossier.chain import Envelope, salted
from meedoen.dossier.models import (
    Beperking,
    Dossier,
    Feit,
    Gebeurtenis,
    Inhoud,
    Naamsleutel,
    Persoon,
)
from meedoen.dossier.names import search_keys
from meedoen.rules.column import Kind
from meedoen.rules.facts import Facts


@dataclass(frozen=True)
class Told:
    """A line to write in the diary of a dossier (id)."""

    dossier: int
    soort: str
    content: Content
    on: date


def open_dossiers(
    gemeente: int,
    people: Sequence[NewPerson],
    *,
    on: date,
    at: datetime,
    klantmanager: int | None = None,
) -> list[int]:
    """A dossier (id) for each of these people, in their order, none of whom is known here yet.

    Errors: DuplicateError where one is known, and nothing is written; IdentityError.
    """
    actor = current_actor()
    actor.must(Recht.DOSSIER_OPENEN)
    actor.must_work_for(gemeente)
    number_is_ours_to_give(gemeente)
    rows = [new_row(gemeente, each) for each in people]
    _refuse_known(gemeente, rows)
    _keep_people(rows, people)
    ids = _rows_of(gemeente, rows, on=on, klantmanager=klantmanager)
    _empty_states(gemeente, ids)
    born = [each.geboortedatum.volledig for each in people]
    tell_many(
        (
            Told(pk, "dossier_geopend", Content(feiten={"geboren_op": day} if day else {}), on)
            for pk, day in zip(ids, born, strict=True)
        ),
        at=at,
    )
    return ids


def _keep_people(rows: Sequence[Persoon], people: Iterable[NewPerson]) -> None:
    """The rows of people, and the keys by which their names are found."""
    for row, pk in zip(rows, next_ids(Persoon, len(rows)), strict=True):
        row.pk = pk
    insert_rows(rows)
    insert_values(
        Naamsleutel,
        ("gemeente_id", "persoon_id", "soort", "sleutel"),
        (
            (row.gemeente_id, row.pk, kind, key)
            for row, each in zip(rows, people, strict=True)
            for kind, key in sorted(search_keys(each.naam))
        ),
    )


def _rows_of(
    gemeente: int, people: Sequence[Persoon], *, on: date, klantmanager: int | None
) -> list[int]:
    """A row of the dossier for each person, with the next numbers; their ids."""
    numbers = next_numbers(gemeente, on.year, len(people))
    ids = next_ids(Dossier, len(people))
    insert_rows(
        [
            Dossier(
                pk=pk,
                gemeente_id=gemeente,
                persoon_id=each.pk,
                nummer=number,
                geopend_op=on,
                klantmanager_id=klantmanager,
            )
            for pk, each, number in zip(ids, people, numbers, strict=True)
        ]
    )
    return ids


def _refuse_known(gemeente: int, rows: Sequence[Persoon]) -> None:
    known = Dossier.objects.filter(gemeente_id=gemeente, persoon__isnull=False)
    for column in ("bsn_hash", "vnummer"):
        values = [value for row in rows if (value := getattr(row, column))]
        found = known.filter(**{f"persoon__{column}__in": values}).first() if values else None
        if found is not None:
            raise DuplicateError(found.pk)


def _empty_states(gemeente: int, ids: Sequence[int]) -> None:
    """A row of `stand` each, in which nothing is known: hundreds of columns that nobody sends."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO dossier_stand (dossier_id, gemeente_id, bijgewerkt_tot)"
            " SELECT unnest(%s::bigint[]), %s, 0",
            [list(ids), gemeente],
        )


def lock_many(ids: Iterable[int]) -> dict[int, Dossier]:
    """The dossiers of these that may be written in, held, in the order of their ids.

    What is out of sight, destroyed or restricted (AVG 18:2) is left out.
    """
    rows = Dossier.objects.select_for_update().filter(pk__in=list(ids), vernietigd_op__isnull=True)
    found = {row.pk: row for row in rows.order_by("pk")}
    standing = Beperking.objects.filter(dossier__in=found, tot__isnull=True, open_voor="")
    for dossier in standing.values_list("dossier", flat=True):
        found.pop(dossier, None)
    return found


def tell_many(lines: Iterable[Told], *, at: datetime) -> list[Gebeurtenis]:
    """Lines in the diaries of many dossiers, in their order, and `stand` brought up to date.

    Errors: KeyError for a dossier that may not be written in; DiaryError; nothing is written then.
    """
    told = list(lines)
    held = lock_many({each.dossier for each in told})
    made = [_line(held[each.dossier], each, at=at) for each in told]
    rows = [row for row, _, _ in made]
    for row, pk in zip(rows, next_ids(Gebeurtenis, len(rows)), strict=True):
        row.pk = pk
    insert_rows(rows)
    insert_values(
        Inhoud,
        ("gebeurtenis_id", "gemeente_id", "dossier_id", "bytes", "zout"),
        ((row.pk, row.gemeente_id, row.dossier_id, *content) for row, *content in made),
    )
    facts = [
        fact
        for row, each in zip(rows, told, strict=True)
        for fact in fact_rows(row, each.content.feiten)
    ]
    insert_rows(facts)
    _bring_up_to_date(held, facts)
    return rows


def _line(dossier: Dossier, each: Told, *, at: datetime) -> tuple[Gebeurtenis, bytes, bytes]:
    """The envelope, its content and the salt; the dossier in memory moves on as in the database."""
    actor = current_actor()
    actor.must_work_for(dossier.gemeente_id)
    refuse_line(dossier, each.soort, on=each.on, at=at)
    salt, written = os.urandom(SALT_BYTES), content_bytes(each.content, {})
    envelope = Envelope(
        gemeente=dossier.gemeente_id,
        dossier=dossier.pk,
        nummer=dossier.laatste_nummer + 1,
        soort=each.soort,
        on=each.on,
        at=max(at, dossier.laatste_at or at),
        medewerker=actor.medewerker_id,
        herstelt=None,
        vorige_hash=bytes(dossier.laatste_hash),
        inhoud_hash=salted(salt, written),
    )
    row = envelope_row(envelope)
    dossier.laatste_nummer, dossier.laatste_hash = row.nummer, row.hash
    dossier.laatste_at = row.vastgelegd_at
    return row, written, salt


_WINNERS = """
    SELECT DISTINCT ON (f.naam, f.dossier_id) f.naam, f.dossier_id, f.waarde FROM dossier_feit f
    WHERE f.dossier_id = ANY (%s) AND f.naam = ANY (%s)
      AND NOT EXISTS (SELECT FROM dossier_gebeurtenis g
                      WHERE g.dossier_id = f.dossier_id AND g.herstelt = f.nummer)
    ORDER BY f.naam, f.dossier_id, f.geldt_van DESC, f.nummer DESC
"""


_TYPES: dict[Any, str] = {Kind.DAY: "date", Kind.ANSWER: "boolean", Kind.CENTS: "bigint"}


def _bring_up_to_date(held: Mapping[int, Dossier], facts: Sequence[Feit]) -> None:
    """`stand` of each dossier: how far it is, and what the diary says now of these facts.

    Of a dossier that was told less than another the rest is said again as it was.
    """
    names = sorted({fact.naam for fact in facts})
    known: dict[str, dict[int, Any]] = {name: {} for name in names}
    with connection.cursor() as cursor:
        cursor.execute(_WINNERS, [list(held), names])
        for name, dossier, raw in cursor.fetchall():
            known[name][dossier] = column_value(name, raw)
        columns = [[known[name].get(dossier) for dossier in held] for name in names]
        numbers = [row.laatste_nummer for row in held.values()]
        cursor.execute(_known(names), [list(held), numbers, *columns])


def _known(names: Sequence[str]) -> sql.Composed:
    """What says in `stand` how far it is and what is known of these facts."""
    columns = [sql.Identifier(each) for each in ("bijgewerkt_tot", *names)]
    said = (sql.SQL("{} = v.{}").format(each, each) for each in columns)
    arrays = (sql.SQL(f"%s::{_column_type(name)}[]") for name in names)
    text = (
        "UPDATE dossier_stand s SET {} FROM unnest(%s::bigint[], %s::integer[]{}) v (dossier, {})"
        " WHERE s.dossier_id = v.dossier"
    )
    more = sql.SQL("").join(sql.SQL(", {}").format(each) for each in arrays)
    return sql.SQL(text).format(sql.SQL(", ").join(said), more, sql.SQL(", ").join(columns))


def _column_type(name: str) -> str:
    """The type of the column of a fact in `stand`; a choice is a word."""
    fact = Facts.named(name)
    kind = fact.kind if fact is not None else None
    return _TYPES.get(kind, "integer" if isinstance(kind, Kind) else "text")
