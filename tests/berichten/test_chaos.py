"""Many people at once over our own end point: late, twice, in any order, and with all that fails.

A notice is sent until it was accepted, as DUO does, and now and then once more because its answer
got lost. DUO itself often gives no answer. The worker dies before it wrote, after, and while it
asks; connections with the database break, and where ten thousand are sent (MEEDOEN_HYPOTHESIS=deep)
the database itself goes down.
"""

import json
import os
import signal
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from random import Random
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from django.db import DatabaseError, connection
from stdnum.nl import bsn as elfproef
from tests.berichten.fake_duo import FakeDuo
from tests.berichten.sender import duo_is_known, known_by_oin, send
from tests.berichten.test_convergence import LIFE, Step, shaken
from tests.berichten.wire import notice
from tests.dossier.makers import AT, HIER

from meedoen.accounts.scope import as_actor
from meedoen.berichten import rounds, turn_actions
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.models import Bericht
from meedoen.berichten.turn_actions import process_next
from meedoen.config.embedded import SUPERUSER, Server
from meedoen.dossier.models import Dossier, Gebeurtenis, Inhoud
from meedoen.ports.duo_errors import NietBereikbaarError

DEEP = os.environ.get("MEEDOEN_HYPOTHESIS") == "deep"
NOTICES = 10_000 if DEEP else 90
OF_ONE = 7  # notices about one person at least: the first, five of a life, and some again
DEADLY = 0.006  # a round does some eighty things of which each may kill the worker
CRASHES = 6 if DEEP else 0


class KilledError(BaseException):
    """The worker died; no `except Exception` sees it."""


class Somebody:
    """One life; DUO knows so much of it as was lived so far."""

    def __init__(self, bsn: str, rng: Random) -> None:
        chosen = sorted({0, *rng.sample(range(1, len(LIFE)), k=4)})
        self.bsn, self.story = bsn, [LIFE[place] for place in chosen]
        self.duo = FakeDuo()
        self.live(0)

    def live(self, so_far: int) -> None:
        lived: list[Step] = self.story[: so_far + 1]
        for _code, since in lived:
            self.duo.answers |= since


class World:
    """DUO as the municipality asks it: each person by the BSN, and often no answer at all."""

    def __init__(self, rng: Random) -> None:
        numbers = (str(each) for each in range(999_900_000, 999_999_999))
        valid = islice(filter(elfproef.is_valid, numbers), NOTICES // OF_ONE + 2)
        self.rng, self.people = rng, {bsn: Somebody(bsn, rng) for bsn in valid}
        self.fails = 0.03  # of the questions

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def answer(bsn: Any) -> Any:
            if self.rng.random() < self.fails:
                raise NietBereikbaarError("/personen/{bsn}", uuid4(), why="status 503", status=503)
            return getattr(self.people[bsn.digits].duo, name)(bsn)

        return answer


@pytest.fixture
def world(committed_db: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    known_by_oin()
    made = World(Random(2021))
    monkeypatch.setattr(rounds, "duo_of", lambda _gemeente: made)
    monkeypatch.setattr("meedoen.api.notificaties.now", lambda: AT)
    _dies(monkeypatch, turn_actions, "process", made.rng, before=True)  # before it wrote
    _dies(monkeypatch, turn_actions, "write_look", made.rng)  # all is written, nothing is kept
    _dies(monkeypatch, rounds, "ask_duo", made.rng)  # it heard DUO, and nobody else did
    _dies(monkeypatch, rounds, "_done", made.rng)  # one person is done, the round is not
    with duo_is_known:
        yield made


def _dies(
    monkeypatch: pytest.MonkeyPatch, where: Any, name: str, rng: Random, *, before: bool = False
) -> None:
    """What is called there kills the worker now and then, before or after it was done."""
    real = getattr(where, name)

    def deadly(*given: Any, **named: Any) -> Any:
        if before and rng.random() < DEADLY:
            raise KilledError
        found = real(*given, **named)
        if not before and rng.random() < DEADLY:
            raise KilledError
        return found

    monkeypatch.setattr(where, name, deadly)


def test_nothing_is_lost_and_nothing_is_there_twice(
    world: World, pg: Server, committed_db: str
) -> None:
    rng = world.rng
    waiting = [
        (so_far, who, place)
        for who in world.people.values()
        for so_far, place in shaken(who.story, rng)
    ]
    waiting.sort(key=lambda each: (each[0], rng.random()))
    assert len(world.people) == NOTICES // OF_ONE + 2
    crash = Crash(pg, committed_db, rng.sample(range(len(waiting)), k=CRASHES))
    # who has no duty any more when we hear of him first gets no dossier: so all are heard of first
    numbers = [_sent(who, 0, rng) for who in world.people.values()]
    at = _drained(AT)
    for count, (so_far, who, place) in enumerate(waiting):
        who.live(so_far)
        crash.maybe(count)
        numbers.append(_sent(who, place, rng))
        if rng.random() < 1 / 30:
            _work(at)
    at = _drained(at)
    assert len(numbers) >= NOTICES
    _all_are_there_once(numbers)
    _each_once_is_there_once()
    world.fails = 0
    some = list(world.people.values())[:60]
    before = _dossiers()
    for who in some:  # once more, now that DUO knows all: it tells nothing new
        for place in range(len(who.story)):
            _sent(who, place, rng)
    _work(at)
    assert _dossiers() == before


class Crash:
    """The database that goes down at some moments; else now and then a connection breaks."""

    def __init__(self, pg: Server, name: str, moments: list[int]) -> None:
        self.pg, self.name, self.moments = pg, name, set(moments)
        with psycopg.connect(pg.url(SUPERUSER, "postgres"), autocommit=True) as admin:
            # what is accepted must outlive a crash; other tests do without
            admin.execute(f"ALTER DATABASE {name} SET synchronous_commit = on")
        connection.close()

    def maybe(self, count: int) -> None:
        if count in self.moments:
            with psycopg.connect(self.pg.url(SUPERUSER, "postgres")) as victim:
                os.kill(victim.info.backend_pid, signal.SIGKILL)
        elif count % 200 == 50 and connection.connection is not None:
            pid = connection.connection.info.backend_pid
            with psycopg.connect(self.pg.url(SUPERUSER, "postgres"), autocommit=True) as admin:
                admin.execute("SELECT pg_terminate_backend(%s)", [pid])


def _sent(who: Somebody, place: int, rng: Random) -> UUID:
    """Accepted, perhaps more than once."""
    number, told = uuid4(), notice(who.story[place][0], bsn=who.bsn)
    times = 2 if rng.random() < 0.1 else 1  # the answer got lost: once more
    for _ in range(times):
        while send(told, number).status_code != 201:
            connection.close()
    return number


def _drained(at: datetime) -> datetime:
    """Hour after hour, until nothing rests or waits; when that is."""
    _work(at)
    while _open():
        at += timedelta(hours=1)
        _work(at)
    return at


def _work(at: datetime) -> None:
    """Until nothing is due; a worker that died is followed by another."""
    while True:
        try:
            if not process_next(HIER, on=at.date(), at=at):
                return
        except (KilledError, DatabaseError):
            connection.close()  # its locks go with it


def _open() -> int:
    with as_actor(duo_actor(HIER)):
        return Bericht.objects.filter(volgende_at__isnull=False).count()


def _all_are_there_once(numbers: list[UUID]) -> None:
    with as_actor(duo_actor(HIER)):
        rows = Bericht.objects.values_list("bericht_id", "stand", "waarom")
        found = {number: (stand, waarom) for number, stand, waarom in rows}
        assert len(rows) == len(found) == len(numbers)
    assert set(found) == set(numbers)
    assert set(found.values()) == {("verwerkt", "")}


def _each_once_is_there_once() -> None:
    """What happens once, such as the result of an exam, is written once."""
    with as_actor(duo_actor(HIER)):
        rows = Inhoud.objects.values_list("dossier", "gebeurtenis__soort", "bytes")
        told = [(each[:2], json.loads(bytes(each[2])).get("details", {})) for each in rows]
    once = [(*where, details["kenmerk"]) for where, details in told if "kenmerk" in details]
    assert len(once) == len(set(once)) > 0


def _dossiers() -> tuple[int, int]:
    """How many there are, and how much is written in them."""
    with as_actor(duo_actor(HIER)):
        return Dossier.objects.count(), Gebeurtenis.objects.count()
