"""Opening and writing in many dossiers at once, as `people` and `diary` do for one.

The same lines, hashes, facts and refusals; a few statements for all, instead of some twenty each.
"""

import os
from collections import defaultdict
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
    key_rows,
    new_row,
    next_numbers,
    number_is_ours_to_give,
)
from meedoen.dossier.chain import Envelope, salted
from meedoen.dossier.models import (
    Beperking,
    Dossier,
    Feit,
    Gebeurtenis,
    Inhoud,
    Persoon,
)
from meedoen.rules.column import Kind
from meedoen.rules.facts import Facts

BATCH = 2_000


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
    Persoon.objects.bulk_create(rows, BATCH)
    named = zip(rows, people, strict=True)
    _insert(
        "dossier_naamsleutel",
        _KEY,
        [key for row, each in named for key in key_rows(row, each.naam)],
    )
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


def _rows_of(
    gemeente: int, people: Sequence[Persoon], *, on: date, klantmanager: int | None
) -> list[int]:
    """A row of the dossier for each person, with the next numbers; their ids."""
    numbers = next_numbers(gemeente, on.year, len(people))
    rows = (
        Dossier(
            gemeente_id=gemeente,
            persoon=each,
            nummer=number,
            geopend_op=on,
            klantmanager_id=klantmanager,
        )
        for each, number in zip(people, numbers, strict=True)
    )
    return [each.pk for each in Dossier.objects.bulk_create(rows, BATCH)]


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
    rows = Gebeurtenis.objects.bulk_create((row for row, _, _ in made), BATCH)
    contents = [
        Inhoud(
            gebeurtenis=row,
            gemeente_id=row.gemeente_id,
            dossier_id=row.dossier_id,
            bytes=written,
            zout=salt,
        )
        for row, written, salt in made
    ]
    _insert("dossier_inhoud", _CONTENT, contents)
    facts = [
        fact
        for row, each in zip(rows, told, strict=True)
        for fact in fact_rows(row, each.content.feiten)
    ]
    _insert("dossier_feit", _FACT, facts)
    _bring_up_to_date(held, facts)
    return rows


def _insert(table: str, types: Mapping[str, str], rows: Sequence[Any]) -> None:
    """Rows as one array per column: far fewer parameters than a value each."""
    columns = sql.SQL(", ").join(map(sql.Identifier, types))
    arrays = sql.SQL(", ").join(
        sql.SQL("%s::{}[]").format(sql.SQL(each)) for each in types.values()
    )
    text = sql.SQL("INSERT INTO {} ({}) SELECT * FROM unnest({})")
    with connection.cursor() as cursor:
        cursor.execute(
            text.format(sql.Identifier(table), columns, arrays),
            [[getattr(row, name) for row in rows] for name in types],
        )


_OF = {"gemeente_id": "integer", "dossier_id": "bigint"}
_KEY = {"gemeente_id": "integer", "persoon_id": "bigint", "soort": "text", "sleutel": "text"}
_CONTENT = {"gebeurtenis_id": "bigint", **_OF, "bytes": "bytea", "zout": "bytea"}
_FACT = {
    "gebeurtenis_id": "bigint",
    **_OF,
    "nummer": "integer",
    "naam": "text",
    "waarde": "text",
    "geldt_van": "date",
    "vastgelegd_at": "timestamptz",
}


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
    dossier.laatste_nummer, dossier.laatste_hash = envelope.nummer, envelope.hash
    dossier.laatste_at = envelope.at
    return envelope_row(envelope), written, salt


_WINNERS = """
    SELECT DISTINCT ON (f.naam, f.dossier_id) f.naam, f.dossier_id, f.waarde FROM dossier_feit f
    WHERE f.dossier_id = ANY (%s) AND f.naam = ANY (%s)
      AND NOT EXISTS (SELECT FROM dossier_gebeurtenis g
                      WHERE g.dossier_id = f.dossier_id AND g.herstelt = f.nummer)
    ORDER BY f.naam, f.dossier_id, f.geldt_van DESC, f.nummer DESC
"""


_HOW_FAR = """
    UPDATE dossier_stand s SET bijgewerkt_tot = v.n
    FROM unnest(%s::bigint[], %s::int[]) v (d, n) WHERE s.dossier_id = v.d
"""
_TYPES: dict[Any, str] = {Kind.DAY: "date", Kind.ANSWER: "boolean", Kind.CENTS: "bigint"}


def _bring_up_to_date(held: Mapping[int, Dossier], facts: Sequence[Feit]) -> None:
    """`stand` of each dossier: how far it is, and what the diary says now of these facts."""
    values: dict[str, list[tuple[int, Any]]] = defaultdict(list)
    with connection.cursor() as cursor:
        numbers = [row.laatste_nummer for row in held.values()]
        cursor.execute(_HOW_FAR, [list(held), numbers])
        names = sorted({fact.naam for fact in facts})
        cursor.execute(_WINNERS, [sorted({fact.dossier_id for fact in facts}), names])
        for name, dossier, raw in cursor.fetchall():
            values[name].append((dossier, column_value(name, raw)))
        for name, rows in values.items():
            given = [[dossier for dossier, _ in rows], [value for _, value in rows]]
            cursor.execute(_known(name), given)


def _known(name: str) -> sql.Composed:
    """What says in `stand` what is known of one fact; a choice is a word."""
    fact = Facts.named(name)
    kind = fact.kind if fact is not None else None
    plain = "integer" if isinstance(kind, Kind) else "text"
    text = (
        "UPDATE dossier_stand s SET {} = v.w FROM unnest(%s::bigint[], %s::{}[]) v (d, w)"
        " WHERE s.dossier_id = v.d"
    )
    return sql.SQL(text).format(sql.Identifier(name), sql.SQL(_TYPES.get(kind, plain)))
