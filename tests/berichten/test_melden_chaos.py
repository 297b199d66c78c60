"""Whatever breaks: nothing is lost, nothing goes twice, and DUO knows what the dossier says."""

from __future__ import annotations

import threading
from collections.abc import Callable
from random import Random
from typing import Any

import httpx
import pytest
from django.db import connection
from tests.berichten.melding_scene import (
    PLAN,
    Beside,
    beside,
    diary,
    messages,
    say,
    states,
    tell,
    with_facts,
)
from tests.dossier.makers import ON, Team
from tests.dossier.test_besluiten import _people

from meedoen.berichten import melding_round
from meedoen.dossier.models import Dossier
from meedoen.rules.choices import Leerroute

FIRST = "eerste_pip_vastgesteld"


class KilledError(BaseException):
    """The worker died."""


@pytest.fixture
def scene(committed_db: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Team, Dossier, Beside]:
    people = _people()
    dossier = with_facts(people)
    say(people, dossier, FIRST, PLAN)
    return people, dossier, beside(monkeypatch)


def dies(*_given: Any, **_named: Any) -> Any:
    raise KilledError


def in_a_thread(do: Callable[[], Any]) -> Any:
    """What it gives, done over another connection."""
    found: list[Any] = []

    def run() -> None:
        found.append(do())
        connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return found[0]


def only(method: str) -> Callable[[httpx.Request], None]:
    def strike(request: httpx.Request) -> None:
        if request.method == method:
            raise KilledError

    return strike


@pytest.mark.parametrize(
    "place", ["before it looks", "as it looks", "before it sends", "after it sent", "as it writes"]
)
def test_a_worker_may_die_anywhere(
    scene: tuple[Team, Dossier, Beside], place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, dossier, duo = scene
    with monkeypatch.context() as dying:
        if place == "before it looks":
            duo.before = only("GET")
        elif place == "as it looks":
            dying.setattr(melding_round, "write_look", dies)
        elif place == "before it sends":
            duo.before = only("POST")
        elif place == "after it sent":
            duo.after = only("POST")
        else:
            dying.setattr("meedoen.berichten.melding_actions.note", dies)
        with pytest.raises(KilledError):
            tell()
    duo.before = duo.after = lambda _: None
    in_a_thread(lambda: tell(5))
    assert duo.plans() == [(ON, "B")]
    assert states() == ["bevestigd"]
    assert diary(dossier).count("pip_gemeld") == 1
    assert not duo.place.journal.remarks  # no berichtId was used twice
    assert len(duo.sent()) <= 2


@pytest.mark.parametrize("error", [httpx.ReadTimeout, httpx.RemoteProtocolError])
def test_taken_and_not_told_is_found_and_not_sent_again(
    scene: tuple[Team, Dossier, Beside], error: type[httpx.HTTPError]
) -> None:
    _, _, duo = scene

    def lost(request: httpx.Request) -> None:
        if request.method == "POST":
            raise error("x")

    duo.after = lost
    tell()
    assert states() == ["verzonden onbekende_uitkomst"]
    assert tell(0.5) == 0  # it rests
    tell(2)
    assert states() == ["bevestigd"]
    assert duo.sent() == ["POST PIP"]
    assert len(duo.plans()) == 1


def test_while_duo_is_told_nothing_is_open_and_no_other_worker_tells(
    scene: tuple[Team, Dossier, Beside],
) -> None:
    _, _, duo = scene
    seen: list[tuple[bool, int]] = []

    def watch(_request: httpx.Request) -> None:
        seen.append((connection.in_atomic_block, in_a_thread(tell)))

    duo.before = watch
    tell()
    assert set(seen) == {(False, 0)}
    assert (states(), duo.sent()) == (["bevestigd"], ["POST PIP"])


def test_a_duo_that_is_down_changes_nothing_and_is_tried_later(
    scene: tuple[Team, Dossier, Beside],
) -> None:
    _, _, duo = scene
    duo.place.kuren.set("storing")
    tell()
    tell(0.5)
    assert (states(), duo.sent()) == (["klaar duo_onbereikbaar"], [])
    duo.place.kuren.set("storing=0")
    tell(120)
    assert states() == ["bevestigd"]


@pytest.mark.parametrize("seed", range(6))
def test_at_the_end_duo_knows_what_the_dossier_says(
    scene: tuple[Team, Dossier, Beside], seed: int
) -> None:
    """Plans change while answers are lost, servers fail and workers die; then all is quiet."""
    people, dossier, duo = scene
    rng = Random(seed)
    routes = [Leerroute.B1_ROUTE, Leerroute.ONDERWIJSROUTE]

    def strike(_request: httpx.Request) -> None:
        if (roll := rng.random()) < 0.25:
            raise KilledError if roll < 0.1 else httpx.ReadTimeout("x")

    duo.before = duo.after = strike
    duo.place.kuren.set("storing=0.2")
    minutes = 0
    last = Leerroute.B1_ROUTE
    for _ in range(8):
        minutes += rng.choice([1, 5, 61])
        if rng.random() < 0.5:
            last = rng.choice(routes)
            say(people, dossier, "pip_gewijzigd", {"leerroute": last})
        try:
            tell(minutes)
        except KilledError:
            connection.close()
    duo.before = duo.after = lambda _: None
    duo.place.kuren.set("storing=0")
    for _ in range(12):
        minutes += 130
        tell(minutes)
    assert {each.stand for each in messages()} == {"bevestigd"}
    assert duo.plans()[-1] == (ON, "B" if last is Leerroute.B1_ROUTE else "O")
    changes = diary(dossier).count("pip_gewijzigd")
    assert diary(dossier).count("pip_gemeld") == 1 + changes
    assert not duo.place.journal.remarks
