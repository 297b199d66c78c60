"""A municipality for the measurements: a PostgreSQL of its own, dossiers with every fact known.

Filled past triggers and foreign keys: there are the rows that `facts_of` reads, and no people.
"""

import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
from tests import database
from tests.bench.dossiers import dossiers

from meedoen.config import embedded
from meedoen.rules.column import YES, Column, Kind
from meedoen.rules.facts import facts_of_dossier

HIER = 9999
BEGAN = date(2022, 1, 1)
LINES = 20  # of the diary of a dossier; each tells some of its facts
ALL = tuple(fact.name for fact in facts_of_dossier())
VALUES: dict[str, Any] = {"hier": HIER, "began": BEGAN, "lines": LINES, "names": list(ALL)}

_DOSSIERS = """
    INSERT INTO dossier_dossier (id, gemeente_id, persoon_id, nummer, geopend_op, laatste_nummer,
                                 laatste_hash, versie)
    SELECT n, %(hier)s, n, n::text, %(began)s, %(lines)s, '', 1
    FROM generate_series(1, %(count)s) n
"""
_DIARY = """
    INSERT INTO dossier_gebeurtenis (gemeente_id, dossier_id, nummer, soort, gebeurd_op,
                                     vastgelegd_at, vorige_hash, inhoud_hash, hash)
    SELECT %(hier)s, d, n, 'kennisgeving_ontvangen', %(began)s::date + n, %(began)s::date + n,
           '', '', ''
    FROM generate_series(1, %(count)s) d, generate_series(1, %(lines)s) n
"""
_FACTS = """
    INSERT INTO dossier_feit (gemeente_id, dossier_id, gebeurtenis_id, nummer, naam, waarde,
                              geldt_van, vastgelegd_at)
    SELECT g.gemeente_id, g.dossier_id, g.id, g.nummer, f.key,
           CASE f.value WHEN 'true' THEN 'ja' WHEN 'false' THEN 'nee' ELSE f.value END,
           g.gebeurd_op, g.vastgelegd_at
    FROM dossier_stand s
    CROSS JOIN LATERAL jsonb_each_text(to_jsonb(s)) WITH ORDINALITY f (key, value, place)
    JOIN dossier_gebeurtenis g ON g.dossier_id = s.dossier_id
                              AND g.nummer = 1 + f.place %% %(lines)s
    WHERE s.dossier_id <= %(count)s AND f.key = ANY (%(names)s)
"""


@contextmanager
def town(count: int, *, told: int, durable: bool = False) -> Iterator[None]:
    """Django on a new server with so many dossiers; of the first `told` the diary's facts too."""
    with empty(durable=durable) as server:
        with psycopg.connect(server.url(embedded.SUPERUSER, database.TEMPLATE)) as admin:
            _fill(admin, count, told)
        vacuum(server)
        yield


@contextmanager
def empty(*, durable: bool) -> Iterator[embedded.Server]:
    """Django on a new server with all tables and no dossiers.

    `durable`: each commit waits for the disk, as in an installation; a test need not.
    """
    database.set_up()
    folder = Path(tempfile.mkdtemp(prefix="meedoen-bench-"))
    folder.chmod(0o755)  # the server may run as a user of its own
    try:
        with embedded.server(folder / "pg", keep=False) as server:
            database._build_template(server)
            database._ready(server, database.TEMPLATE)
            if durable:
                with _admin(server) as admin:
                    for setting in database.FASTER:
                        admin.execute(f"ALTER SYSTEM SET {setting} = on".encode())
                    admin.execute("SELECT pg_reload_conf()")
            yield server
            database._close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def vacuum(server: embedded.Server) -> None:
    """What a database does by itself in time: count the rows, and note which pages are clean."""
    with _admin(server) as admin:
        admin.execute("VACUUM ANALYZE")


def _admin(server: embedded.Server) -> psycopg.Connection[Any]:
    return psycopg.connect(server.url(embedded.SUPERUSER, database.TEMPLATE), autocommit=True)


def _fill(admin: psycopg.Connection[Any], count: int, told: int) -> None:
    admin.execute("SET LOCAL session_replication_role = replica")
    admin.execute(_DOSSIERS, {**VALUES, "count": count})
    fill_stand(admin, dossiers(count, frozenset(ALL), known=1))
    fill_diary(admin, told)
    admin.execute("ANALYZE dossier_gebeurtenis")
    admin.execute(_FACTS, {**VALUES, "count": told})


def fill_diary(admin: psycopg.Connection[Any], count: int) -> None:
    """The lines of the first dossiers."""
    admin.execute(_DIARY, {**VALUES, "count": count})


def fill_stand(admin: psycopg.Connection[Any], columns: Mapping[str, Column]) -> None:
    """The facts of the first dossiers of HIER, from columns of all facts."""
    names = ", ".join(f'"{name}"' for name in ("dossier_id", "gemeente_id", "bijgewerkt_tot", *ALL))
    told = [_plain(columns[name]) for name in ALL]
    sql = f"COPY dossier_stand ({names}) FROM STDIN".encode()
    with admin.cursor() as cursor, cursor.copy(sql) as copy:
        for dossier, row in enumerate(zip(*told, strict=True), start=1):
            copy.write_row((dossier, HIER, LINES, *row))


def _plain(column: Column) -> Sequence[Any]:
    """The values as the database holds them; None where unknown."""
    values, gone = column.values.tolist(), column.missing.tolist()
    if column.kind is Kind.ANSWER:
        values = [value == YES for value in values]
    elif not isinstance(column.kind, Kind):
        words = column.kind.words()
        values = [None if no else words[code] for code, no in zip(values, gone, strict=True)]
    return [None if no else value for value, no in zip(values, gone, strict=True)]
