"""A municipality of ten dossiers, each made by the actions themselves, that grows by copying them.

Copies are of a superuser, past triggers and foreign keys: they have the rows and the numbers of a
large municipality, and no valid chains.
"""

from datetime import date, timedelta
from typing import Any

import psycopg
from tests.apps.full_town import full_town
from tests.dossier.makers import APART, HIER, ON, Team, dossier_for, later

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import record
from meedoen.rules.choices import Doelgroep, Verblijfsrecht

Connection = psycopg.Connection[tuple[Any, ...]]

ASIEL = {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "verblijfsrecht": Verblijfsrecht.ASIEL}
BEGAN = date(2026, 5, 11)
TEN_WEEKS = timedelta(weeks=10)
# Days from the demo's day until the plan must be there; None: housed nowhere yet.
LEFT = (-40, -3, 0, 2, 5, 20, None, None)
OF_DOSSIER = ("stand", "betrokkenheid", "vernietiging")


def ten_dossiers(demo_day: date) -> tuple[Team, dict[str, Any]]:
    """As `full_town`, and nine more: late, today, soon, without a home, and one unknown."""
    people, values = full_town(HIER)
    klantmanager = people[Rol.KLANTMANAGER]
    dossier_for(klantmanager, "Vrouw Onbekend")
    for number, left in enumerate(LEFT):
        _notified(klantmanager, f"Vrouw {APART[number]}", left, demo_day)
    return people, values


def _notified(actor: Actor, naam: str, left: int | None, demo_day: date) -> None:
    dossier = dossier_for(actor, naam).pk
    with as_actor(actor):
        told: dict[str, Any] = {**ASIEL, "plicht_begon_op": BEGAN}
        record(dossier, "kennisgeving_ontvangen", told, on=BEGAN, at=later(5))
        if left is None:
            record(dossier, "gekoppeld", {}, on=ON, at=later(6))
        else:
            housed = min(demo_day + timedelta(days=left) - TEN_WEEKS, ON)
            record(dossier, "ingeschreven", {"gehuisvest": True}, on=housed, at=later(6))


def multiply(admin: Connection, times: int) -> None:
    """So many copies of every dossier, with its person, facts and diary."""
    _unguarded(admin)
    persoon, dossier, line = (
        _twins(admin, t, times) for t in ("persoon", "dossier", "gebeurtenis")
    )
    number = "lpad(t.n::text, 5, '0')"
    known = {"bsn_hash": "sha256(t.naar::text::bytea)"}  # as nearly everybody: people of their own
    _copy(admin, "persoon", persoon, id="t.naar", sorteernaam=f"r.sorteernaam || {number}", **known)
    _copy(admin, "naamsleutel", persoon, key="persoon_id", persoon_id="t.naar")
    with_person = f"(SELECT naar FROM {persoon} p WHERE p.van = r.persoon_id AND p.n = t.n)"
    named = {"nummer": f"r.nummer || '-' || {number}", "persoon_id": with_person}
    _copy(admin, "dossier", dossier, id="t.naar", **named)
    of_twin = f"(SELECT naar FROM {dossier} d WHERE d.van = r.dossier_id AND d.n = t.n)"
    for table in OF_DOSSIER:
        _copy(admin, table, dossier, key="dossier_id", dossier_id="t.naar")
    _copy(admin, "gebeurtenis", line, id="t.naar", dossier_id=of_twin)
    twin = {"gebeurtenis_id": "t.naar", "dossier_id": of_twin}
    for table in ("inhoud", "feit"):
        _copy(admin, table, line, key="gebeurtenis_id", **twin)
    admin.execute("ANALYZE")
    admin.commit()


def thicken(admin: Connection, dossier: int, times: int) -> None:
    """So many more papers, appointments and lines in one dossier."""
    _unguarded(admin)
    last = "(SELECT laatste_nummer FROM dossier_dossier WHERE id = r.dossier_id)"
    line = _twins(admin, "gebeurtenis", times, f"dossier_id = {dossier:d} AND nummer = 1")
    _copy(admin, "gebeurtenis", line, id="t.naar", nummer=f"{last} + t.n")
    _copy(admin, "inhoud", line, key="gebeurtenis_id", gebeurtenis_id="t.naar")
    for table in ("document", "afspraak", "besluit"):
        twins = _twins(admin, table, times, f"dossier_id = {dossier:d}")
        _copy(admin, table, twins, id="t.naar")
    _say(
        admin,
        "UPDATE dossier_dossier SET laatste_nummer = laatste_nummer + %s WHERE id = %s",
        times,
        dossier,
    )
    admin.commit()


def _unguarded(admin: Connection) -> None:
    """No triggers and no foreign keys until the end of the transaction."""
    admin.execute("SET LOCAL session_replication_role = replica")


def _twins(admin: Connection, table: str, times: int, which: str = "true") -> str:
    """A temporary table with, of each row, the numbers of its copies; taken from the sequence."""
    name = f"twins_of_{table}"
    _say(admin, f"DROP TABLE IF EXISTS {name}")
    _say(
        admin,
        f"CREATE TEMPORARY TABLE {name} AS SELECT r.id AS van, n,"
        f" nextval(pg_get_serial_sequence('dossier_{table}', 'id')) AS naar"
        f" FROM dossier_{table} r, generate_series(1, %s) n"
        f" WHERE r.gemeente_id = {HIER} AND {which}",
        times,
    )
    _say(admin, f"CREATE INDEX ON {name} (van, n)")
    _say(admin, f"ANALYZE {name}")
    return name


def _copy(admin: Connection, table: str, twins: str, *, key: str = "id", **changed: str) -> None:
    """The rows whose key has twins, once for each twin; a number of its own comes by itself."""
    found = admin.execute(
        "SELECT column_name FROM information_schema.columns"
        " WHERE table_name = %s AND (is_identity = 'NO' OR column_name = ANY (%s))",
        [f"dossier_{table}", list(changed)],
    )
    columns = [str(name) for (name,) in found]
    values = [changed.get(name, f'r."{name}"') for name in columns]
    names = ", ".join(f'"{name}"' for name in columns)
    _say(
        admin,
        f"INSERT INTO dossier_{table} ({names}) SELECT {', '.join(values)}"
        f" FROM dossier_{table} r JOIN {twins} t ON t.van = r.{key}",
    )


def _say(admin: Connection, sql: str, *values: Any) -> None:
    admin.execute(sql.encode(), values or None)
