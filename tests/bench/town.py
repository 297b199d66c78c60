"""A municipality for the measurements: a PostgreSQL of its own, dossiers with every fact known.

Filled past triggers and foreign keys: there are the rows that `facts_of` reads, and no people.
"""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import psycopg
from tests import database
from tests.bench.dossiers import dossiers

from meedoen.config import embedded
from meedoen.rules.column import YES, Column, Kind
from meedoen.rules.facts import Facts

HIER = 9999
BEGAN = date(2022, 1, 1)
LINES = 20  # of the diary of a dossier; each tells some of its facts
ALL = tuple(fact.name for fact in Facts.all())

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
    """Django on a new server with so many dossiers; of the first `told` the diary's facts too.

    `durable`: each commit waits for the disk, as in an installation; a test need not.
    """
    database.set_up()
    folder = Path(tempfile.mkdtemp(prefix="meedoen-bench-"))
    folder.chmod(0o755)  # the server may run as a user of its own
    try:
        with embedded.server(folder / "pg", keep=False) as server:
            database._build_template(server)
            database._ready(server, database.TEMPLATE)
            with psycopg.connect(server.url(embedded.SUPERUSER, database.TEMPLATE)) as admin:
                _fill(admin, count, told)
            with psycopg.connect(
                server.url(embedded.SUPERUSER, database.TEMPLATE), autocommit=True
            ) as admin:
                admin.execute("VACUUM ANALYZE")
                if durable:
                    for setting in database.FASTER:
                        admin.execute(f"ALTER SYSTEM SET {setting} = on".encode())
                    admin.execute("SELECT pg_reload_conf()")
            yield
            database._close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _fill(admin: psycopg.Connection[Any], count: int, told: int) -> None:
    values: dict[str, Any] = {"hier": HIER, "began": BEGAN, "lines": LINES, "names": list(ALL)}
    admin.execute("SET LOCAL session_replication_role = replica")
    admin.execute(_DOSSIERS, {**values, "count": count})
    _fill_stand(admin, count)
    admin.execute(_DIARY, {**values, "count": told})
    admin.execute("ANALYZE dossier_gebeurtenis")
    admin.execute(_FACTS, {**values, "count": told})


def _fill_stand(admin: psycopg.Connection[Any], count: int) -> None:
    columns = dossiers(count, frozenset(ALL), known=1)
    names = ", ".join(f'"{name}"' for name in ("dossier_id", "gemeente_id", "bijgewerkt_tot", *ALL))
    told = (_plain(columns[name]) for name in ALL)
    sql = f"COPY dossier_stand ({names}) FROM STDIN".encode()
    with admin.cursor() as cursor, cursor.copy(sql) as copy:
        for row in zip(range(1, count + 1), *told, strict=True):
            copy.write_row((row[0], HIER, LINES, *row[1:]))


def _plain(column: Column) -> Sequence[Any]:
    """The values as the database holds them; all are known."""
    if column.kind is Kind.ANSWER:
        return list((column.values == YES).tolist())
    if isinstance(column.kind, Kind):
        return list(column.values.tolist())
    words = column.kind.words()
    return [words[code] for code in column.values.tolist()]
