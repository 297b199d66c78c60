"""`./meedoen migrate`, `serve` and `worker`, as an installation runs them."""

import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from tests.database import ENVIRONMENT

from meedoen.config.database_roles import (
    AUDIT,
    OWNER,
    WEB,
    WORKER,
    close_schema,
    make_database,
    make_roles,
)
from meedoen.config.embedded import SUPERUSER, Server, server

NAME = "installatie"
HOST = "inburgering.example.org"
SETTINGS = {
    "SECRET_KEY": "dit is een lang geheim dat niemand anders kent, 1234567890",
    "BSN_KEYS": f"2026a:{b64encode(b'x' * 32).decode()}",
    "HASH_KEY": b64encode(b"y" * 32).decode(),
    "ALLOWED_HOSTS": HOST,
    "SECURITY_CONTACT": "mailto:lek@example.org",
    "LOCAL_LOGIN": "true",
    "SECURITY_EXPIRES": "2099-01-01",
    "SECURE": "true",
}


_STATUS = "SELECT status FROM procrastinate_jobs WHERE task_name LIKE 'builtin:%'"


@pytest.fixture(scope="module")
def database() -> Iterator[Server]:
    """A server with an empty database that `./meedoen migrate` fills."""
    folder = Path(tempfile.mkdtemp(prefix="meedoen-s-"))
    with server(folder / "pg", keep=False) as started:
        with psycopg.connect(started.url(SUPERUSER, "postgres"), autocommit=True) as admin:
            make_roles(admin, {})
            make_database(admin, NAME)
        with psycopg.connect(started.url(SUPERUSER, NAME), autocommit=True) as admin:
            close_schema(admin)
        done = _start("migrate", {"OWNER_DATABASE_URL": started.url(OWNER, NAME)})
        told, wrong = done.communicate(timeout=300)
        assert done.returncode == 0, wrong
        assert "gemeenten in de lijst" in told
        yield started
    shutil.rmtree(folder)


def test_migrating_again_does_nothing(database: Server) -> None:
    done = _start("migrate", {"OWNER_DATABASE_URL": database.url(OWNER, NAME)})
    assert "No migrations to apply" in done.communicate(timeout=300)[0]


def test_the_server_answers_logs_json_and_ends_when_asked(database: Server) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = _start("serve", {"DATABASE_URL": _url(database, WEB)}, "--port", str(port))
    try:
        assert _get(port, "/_healthz/", HOST) == 200
        assert _get(port, "/inloggen/?email=iemand", HOST) == 301, "plain http"
        assert _get(port, "/_healthz/livez/", "kwaad.example.org") == 400
    finally:
        process.send_signal(signal.SIGTERM)
        told, wrong = process.communicate(timeout=120)
    assert (process.returncode, wrong) == (0, "")
    lines = [json.loads(line) for line in told.splitlines()]
    asked = [line for line in lines if line["event"] == "request"]
    assert [line["status"] for line in asked] == [200, 301, 400]
    assert "iemand" not in told


def test_a_killed_server_leaves_no_worker_behind(database: Server) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = _start("serve", {"DATABASE_URL": _url(database, WEB)}, "--port", str(port))
    assert _get(port, "/_healthz/", HOST) == 200
    process.kill()
    told, _ = process.communicate(timeout=120)  # returns when the last one lets go of the pipe
    assert process.returncode == -signal.SIGKILL
    assert told


def test_a_worker_that_could_not_look_over_all_dossiers_does_not_start(database: Server) -> None:
    process = _start("worker", {"DATABASE_URL": _url(database, WORKER)})
    _, wrong = process.communicate(timeout=120)
    assert (process.returncode, wrong.partition(":")[0]) == (2, "AUDIT_DATABASE_URL")


def test_the_worker_does_a_job_and_ends_when_asked(database: Server) -> None:
    urls = {"DATABASE_URL": _url(database, WORKER), "AUDIT_DATABASE_URL": _url(database, AUDIT)}
    process = _start("worker", urls)
    try:
        with psycopg.connect(database.url(WORKER, NAME), autocommit=True) as connection:
            connection.execute(
                "INSERT INTO procrastinate_jobs (queue_name, task_name, args) VALUES"
                " ('builtin', 'builtin:procrastinate.builtin_tasks.remove_old_jobs',"
                """ '{"max_hours": 1}')"""
            )
            for _ in range(600):
                (job,) = connection.execute(
                    "SELECT status FROM procrastinate_jobs WHERE queue_name = 'builtin'"
                ).fetchall()
                if job[0] in {"failed", "succeeded"}:
                    break
                time.sleep(0.1)
            assert job[0] == "succeeded"
    finally:
        process.send_signal(signal.SIGTERM)
        told, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    assert all(json.loads(line) for line in told.splitlines())


def test_the_worker_does_not_start_when_it_cannot_look_over_the_dossiers(database: Server) -> None:
    urls = {"DATABASE_URL": _url(database, WORKER), "AUDIT_DATABASE_URL": _url(database, "niemand")}
    process = _start("worker", urls)
    told, wrong = process.communicate(timeout=120)
    assert (process.returncode, told, len(wrong.splitlines())) == (2, "", 1), wrong
    assert wrong.startswith("AUDIT_DATABASE_URL: de database antwoordt niet")


def _start(command: str, settings: dict[str, str], *words: str) -> "subprocess.Popen[str]":
    ours = {*ENVIRONMENT, *SETTINGS, "DEMO", "DEBUG", "DATABASE_URL", "AUDIT_DATABASE_URL"}
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.Popen(
        [sys.executable, "-m", "meedoen", command, *words],
        env=kept | SETTINGS | settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _url(database: Server, role: str) -> str:
    """With a password, as a server asks; this PostgreSQL does not look at it."""
    return database.url(role, NAME).replace("@", ":geheim@", 1)


def _get(port: int, path: str, host: str) -> int:
    """The status of a page, asked until the server listens."""
    for _ in range(600):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        with suppress(ConnectionError):
            connection.request("GET", path, headers={"Host": host})
            return connection.getresponse().status
        time.sleep(0.1)
    raise AssertionError("the server does not answer")
