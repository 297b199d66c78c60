"""A real PostgreSQL for the tests that ask for one: a server per run, a clone per worker.

A folder whose tests import models says so in its conftest: `set_up()`. `db` rolls back;
`committed_db` is a fresh clone in which everything is committed, for tests with threads, faults or
a browser. Both connect as meedoen_web. The rules are tested without Django.
"""

import fcntl
import os
import shutil
import tempfile
import time
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest

from meedoen.config import database_roles, embedded

Connection = psycopg.Connection[tuple[Any, ...]]
AsRole = Callable[[str], AbstractContextManager[Connection]]

TEMPLATE = "sjabloon"
FASTER = ("fsync", "synchronous_commit", "full_page_writes")  # when they are off
JUST_BEGUN = 600  # seconds
ALIASES = {
    "default": database_roles.WEB,
    "owner": database_roles.OWNER,
    "audit": database_roles.AUDIT,
}
ENVIRONMENT = {
    "DJANGO_SETTINGS_MODULE": "meedoen.config.settings",
    "SECRET_KEY": "only for tests: " + "x" * 50,
    "BSN_KEYS": f"test:{b64encode(b'a' * 32).decode()}",
    "HASH_KEY": b64encode(b"b" * 32).decode(),
    "ALLOWED_HOSTS": "testserver,127.0.0.1,localhost",
    "SECURE": "false",
    "LOCAL_LOGIN": "true",
    "TRUSTED_PROXIES": "0",
    "PSEUDO_LANGUAGES": "true",
    # Playwright keeps a loop in the thread of the test; it does not touch the database.
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",
}


def set_up() -> None:
    """Django with the settings of the tests; a folder whose tests import models calls it first."""
    os.environ.update(ENVIRONMENT)
    import django
    from django.apps import apps

    from meedoen.config.catalogues import compile_catalogues, compile_pseudo

    compile_catalogues()
    compile_pseudo()
    if not apps.ready:
        django.setup()


@pytest.fixture(scope="session")
def pg() -> Iterator[embedded.Server]:
    """The server of this run, with the template of all databases; its last user stops it."""
    os.environ.update(ENVIRONMENT)
    with _shared_folder() as folder, embedded.server(folder / "pg", keep=False) as server:
        with (folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (folder / "ready").exists():
                _build_template(server)
                (folder / "ready").touch()
        yield server


@contextmanager
def _shared_folder() -> Iterator[Path]:
    """One folder for all workers of a run. Short, because the path of a socket must be."""
    _clear_killed_runs()
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", f"{os.getpid()}")
    folder = Path(tempfile.gettempdir()) / f"meedoen-test-{run[:12]}"
    folder.mkdir(exist_ok=True)
    yield folder
    if not (folder / "pg").exists():  # whoever stopped the server was the last
        shutil.rmtree(folder, ignore_errors=True)


def _clear_killed_runs() -> None:
    """What a run left that was killed; a run that goes on holds a lock, or has just begun."""
    for left in Path(tempfile.gettempdir()).glob("meedoen-test-*"):
        # Not made by a run of ours, or another worker was first.
        with suppress(embedded.EmbeddedError, FileNotFoundError):
            found = left.stat()
            if found.st_uid == os.geteuid() and time.time() - found.st_mtime > JUST_BEGUN:
                embedded.discard(left / "pg")
                if not (left / "pg").exists():
                    shutil.rmtree(left, ignore_errors=True)


def _build_template(server: embedded.Server) -> None:
    """Roles, tables and the municipalities that the tests use."""
    with _superuser(server, "postgres") as admin:
        for setting in FASTER:
            admin.execute(f"ALTER SYSTEM SET {setting} = off")  # nothing here outlives the run
        admin.execute("SELECT pg_reload_conf()")
        database_roles.make_roles(admin, {})
        database_roles.make_database(admin, TEMPLATE)
    with _superuser(server, TEMPLATE) as admin:
        database_roles.close_schema(admin)
    _ready(server, TEMPLATE)
    from django.core.management import call_command
    from tests.dossier.makers import build_towns

    call_command("migrate", database="owner", verbosity=0, interactive=False)
    build_towns()
    _close()


@pytest.fixture(scope="session")
def _worker_database(pg: embedded.Server) -> str:
    name = f"werker_{os.environ.get('PYTEST_XDIST_WORKER', 'enig')}"
    _clone(pg, name)
    return name


@pytest.fixture
def db(pg: embedded.Server, _worker_database: str) -> Iterator[None]:
    """A database in which the test leaves nothing behind; row-level security holds."""
    _ready(pg, _worker_database)
    from django.db import transaction

    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def committed_db(pg: embedded.Server, request: pytest.FixtureRequest) -> Iterator[str]:
    """A database of the test's own, in which everything is committed; its name."""
    name = f"vers_{os.environ.get('PYTEST_XDIST_WORKER', 'enig')}_{abs(hash(request.node.nodeid))}"
    _clone(pg, name)
    _ready(pg, name)
    yield name
    _close()
    with _superuser(pg, "postgres") as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def superuser(pg: embedded.Server, committed_db: str) -> Iterator[Connection]:
    """Whoever may do everything, in the database of `committed_db`."""
    with psycopg.connect(pg.url(embedded.SUPERUSER, committed_db)) as connection:
        yield connection


@pytest.fixture
def as_role(pg: embedded.Server, committed_db: str) -> AsRole:
    """A connection of one role, in the database of `committed_db`."""

    def connect(role: str) -> AbstractContextManager[Connection]:
        return psycopg.connect(pg.url(role, committed_db), autocommit=True)

    return connect


def _clone(server: embedded.Server, name: str) -> None:
    with _superuser(server, "postgres") as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {TEMPLATE} OWNER {database_roles.OWNER}")


def _superuser(server: embedded.Server, database: str) -> Connection:
    return psycopg.connect(server.url(embedded.SUPERUSER, database), autocommit=True)


def _ready(server: embedded.Server, name: str) -> None:
    """Django, connected to this database."""
    from django.db import connections

    from meedoen.config.settings import database

    if connections["default"].settings_dict["NAME"] == name:
        return
    _close()
    for alias, role in ALIASES.items():
        chosen = database(server.url(role, name))
        connections.settings[alias].update(chosen)
        connections[alias].settings_dict.update(chosen)


def _close() -> None:
    from django.db import connections

    connections.close_all()
