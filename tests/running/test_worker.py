"""The worker: what it was doing when it was killed is done again, and what it is asked it ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
import pytest
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.tasks import Task
from tests.architecture.source import ROOT
from tests.database import Connection
from tests.dossier.makers import HIER, ON, dossier_for, later, team
from tests.running.night_shift import GATE
from tests.running.slow_task import note_slowly
from tests.running.worker_process import Worker

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.config.database_roles import AUDIT, WORKER
from meedoen.config.embedded import SUPERUSER, Server
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.dossier.tasks import (
    MOST_ATTEMPTS,
    clear_sessions,
    nazien,
    remove_finished,
    retry_stalled,
)
from meedoen.dossier.verify import one_moment, verify_chains

pytestmark = pytest.mark.usefixtures("committed_db")


@pytest.fixture
def start(pg: Server, committed_db: str, tmp_path: Path) -> Iterator[Callable[[], Worker]]:
    """Starts real workers on the database of the test."""
    started: list[Worker] = []
    urls = {
        "DATABASE_URL": pg.url(WORKER, committed_db),
        "AUDIT_DATABASE_URL": pg.url(AUDIT, committed_db),
    }

    def one() -> Worker:
        out = tmp_path / f"{len(started)}.log"
        command = [sys.executable, "-m", "tests.running.night_shift"]
        with out.open("wb") as file:
            process = subprocess.Popen(command, env=os.environ | urls, cwd=ROOT, stdout=file)
        started.append(Worker(process, out))
        return started[-1]

    yield one
    for worker in started:
        worker.process.kill()
        worker.process.wait(60)


@pytest.fixture
def sql(pg: Server, committed_db: str) -> Iterator[Connection]:
    """Looks at the queue, changes it, and holds what a job needs."""
    with psycopg.connect(pg.url(SUPERUSER, committed_db), autocommit=True) as connection:
        yield connection


@pytest.fixture
def actor(committed_db: str) -> Actor:
    return team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]


@pytest.fixture
def dossier(actor: Actor) -> Dossier:
    return dossier_for(actor)


def test_a_job_whose_worker_was_killed_after_it_wrote_is_done_again_and_writes_no_more(
    start: Callable[[], Worker], sql: Connection, actor: Actor, dossier: Dossier
) -> None:
    sql.execute("SELECT pg_advisory_lock(%s)", [GATE])
    job = _note(dossier)
    first = start()
    _until(lambda: _notes(actor, dossier) == 1)
    first.kill()
    assert _status(sql, job) == ("doing", 0), "nothing knows of it yet"
    sql.execute("SELECT pg_advisory_unlock(%s)", [GATE])

    _pretend_long_ago(sql)
    second = start()
    _until(lambda: _status(sql, job)[0] == "succeeded")
    assert _status(sql, job) == ("succeeded", 2)
    # what the worker does of itself every minute may have been killed with it
    assert job in [line["job"] for line in second.told("job put back")]
    assert _notes(actor, dossier) == 1


def test_a_job_whose_worker_was_killed_before_it_wrote_is_not_lost(
    start: Callable[[], Worker], sql: Connection, actor: Actor, dossier: Dossier
) -> None:
    with sql.transaction():
        sql.execute("SELECT FROM dossier_dossier WHERE id = %s FOR UPDATE", [dossier.pk])
        job = _note(dossier)
        first = start()
        _until(lambda: _waits(sql))
        first.kill()
    assert _notes(actor, dossier) == 0

    _pretend_long_ago(sql)
    start()
    _until(lambda: _status(sql, job)[0] == "succeeded")
    assert _notes(actor, dossier) == 1


def test_asked_to_end_it_finishes_its_job_and_takes_no_other(
    start: Callable[[], Worker], sql: Connection, dossier: Dossier
) -> None:
    sql.execute("UPDATE dossier_stand SET bijgewerkt_tot = 9")
    with sql.transaction():
        sql.execute("LOCK TABLE dossier_dossier IN ACCESS EXCLUSIVE MODE")
        job = _ask(nazien)
        worker = start()
        _until(lambda: _waits(sql))
        worker.process.send_signal(signal.SIGTERM)
        _until(lambda: worker.told("Waiting for job to finish"))
        other = _note(dossier)
    assert worker.process.wait(60) == 0
    assert _status(sql, job) == ("succeeded", 1)
    assert _status(sql, other) == ("todo", 0)
    (fault,) = worker.told("fault")
    assert (fault["level"], fault["check"]) == ("error", "stand")
    assert (fault["dossier"], fault["gebeurtenis"]) == (dossier.nummer, 9)
    assert [line["faults"] for line in worker.told("verified")] == [1]
    assert sql.execute("SELECT count(*) FROM procrastinate_workers").fetchone() == (0,)


def test_the_work_of_a_living_worker_is_left_alone(sql: Connection) -> None:
    job = _stalled(sql, heartbeat="20 seconds")
    _mend()
    assert _status(sql, job) == ("doing", 0)


def test_a_job_that_took_its_worker_down_too_often_is_given_up(sql: Connection) -> None:
    last, over = (_stalled(sql, attempts=MOST_ATTEMPTS + more) for more in (-1, 0))
    _mend()
    assert _status(sql, last) == ("todo", MOST_ATTEMPTS)
    assert _status(sql, over) == ("failed", MOST_ATTEMPTS + 1)


def test_a_job_whose_twin_waits_already_is_not_put_back(sql: Connection) -> None:
    stalled = _stalled(sql, lock="tweeling")
    after = _stalled(sql)
    waiting = note_slowly.configure(queueing_lock="tweeling", queue="elders").defer(**NOTHING)
    _mend()
    assert _status(sql, stalled) == ("aborted", 1)
    assert _status(sql, waiting) == ("todo", 0)
    assert _status(sql, after) == ("todo", 1), "the others go on"


def test_the_mender_that_was_killed_itself_is_mended(sql: Connection) -> None:
    killed = _stalled(sql, task=retry_stalled.name, lock="retry_stalled")
    _mend()
    assert _status(sql, killed)[0] != "doing"


def test_jobs_that_went_well_are_forgotten_after_a_month(sql: Connection) -> None:
    fresh, _old, failed = (_stalled(sql) for _ in range(3))
    sql.execute("UPDATE procrastinate_jobs SET status = 'succeeded' WHERE id <> %s", [failed])
    sql.execute("UPDATE procrastinate_jobs SET status = 'failed' WHERE id = %s", [failed])
    month = "UPDATE procrastinate_events SET at = now() - interval '31 days' WHERE job_id <> %s"
    sql.execute(month, [fresh])
    _ask(remove_finished)
    _work()
    left = sql.execute("SELECT id FROM procrastinate_jobs WHERE queue_name = 'elders'").fetchall()
    assert {row[0] for row in left} == {fresh, failed}


def test_sessions_that_are_over_are_forgotten(sql: Connection) -> None:
    row = "INSERT INTO django_session VALUES (%s, '', now() + %s::interval)"
    for key, ends in (("voorbij", "-1 minute"), ("loopt", "1 hour")):
        sql.execute(row, [key, ends])
    _ask(clear_sessions)
    _work()
    assert sql.execute("SELECT session_key FROM django_session").fetchall() == [("loopt",)]


def test_what_is_written_during_the_nightly_round_is_no_fault(
    sql: Connection, actor: Actor, dossier: Dossier
) -> None:
    with one_moment():
        faults = verify_chains()
        sql.execute("UPDATE dossier_dossier SET laatste_nummer = 7")
        assert len(list(faults)) == 1, "what was written before the first look counts"
        sql.execute("UPDATE dossier_dossier SET laatste_nummer = 1")
        assert len(list(verify_chains())) == 1, "all is as it was at the first look"
    assert not list(verify_chains())


NOTHING: dict[str, Any] = {"gemeente": HIER, "dossier": 0, "seen": 0, "on": "", "at": ""}


def _ask(task: Task[Any, Any, Any]) -> int:
    """A job of a periodic task, before its time."""
    return task.configure(task_kwargs={"timestamp": 0}).defer()


def _note(dossier: Dossier) -> int:
    """A job that writes one note and waits for the gate."""
    return note_slowly.defer(
        gemeente=HIER,
        dossier=dossier.pk,
        seen=dossier.laatste_nummer,
        on=ON.isoformat(),
        at=later(5).isoformat(),
    )


def _notes(actor: Actor, dossier: Dossier) -> int:
    with as_actor(actor):
        return Gebeurtenis.objects.filter(dossier=dossier, soort="contact").count()


def _status(sql: Connection, job: int) -> tuple[Any, ...]:
    """Its status and how often it was tried."""
    found = sql.execute("SELECT status, attempts FROM procrastinate_jobs WHERE id = %s", [job])
    return found.fetchone() or ()


def _waits(sql: Connection) -> bool:
    """Whether a job waits for what the test holds; pg_stat_activity stands still meanwhile."""
    found = sql.execute(
        "SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))"
    )
    return found.fetchone() is not None


def _until(what: Callable[[], object]) -> None:
    for _ in range(300):
        if what():
            return
        time.sleep(0.1)
    raise AssertionError("it does not happen")


def _pretend_long_ago(sql: Connection) -> None:
    """The heart of every worker stopped a minute ago; the mender's turn has come."""
    sql.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'")
    with suppress(AlreadyEnqueued):
        _ask(retry_stalled)


def _stalled(
    sql: Connection,
    *,
    heartbeat: str = "40 seconds",
    attempts: int = 0,
    lock: str | None = None,
    task: str = note_slowly.name,
) -> int:
    """A job that a worker was doing when its heart beat last."""
    found = sql.execute(
        "WITH worker AS (INSERT INTO procrastinate_workers (last_heartbeat)"
        " VALUES (now() - %s::interval) RETURNING id)"
        " INSERT INTO procrastinate_jobs"
        " (queue_name, task_name, status, worker_id, attempts, queueing_lock)"
        " SELECT 'elders', %s, 'doing', id, %s, %s FROM worker RETURNING id",
        [heartbeat, task, attempts, lock],
    ).fetchone()
    assert found is not None
    return int(found[0])


def _mend() -> None:
    _ask(retry_stalled)
    _work()


def _work() -> None:
    """All that waits in the usual queue, done here."""
    assert isinstance(app.connector, DjangoConnector)
    # in a thread of its own: where a browser test ran before, this one has an event loop already
    with (
        app.replace_connector(app.connector.get_worker_connector()) as working,
        ThreadPoolExecutor(1) as thread,
    ):
        work = partial(working.run_worker, queues=["default"], wait=False)
        thread.submit(work, install_signal_handlers=False).result()
