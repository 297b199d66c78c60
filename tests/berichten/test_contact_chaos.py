"""Whatever breaks: nobody is at DUO twice, and in the end DUO knows who the contactpersoon is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from random import Random
from typing import Any

import httpx
import pytest
from django.db import connection
from tests.berichten.contact_scene import (
    KM,
    another,
    at_duo,
    beside_contacts,
    give,
    names,
    reach,
    rows,
    states,
    tell,
    with_duty,
)
from tests.berichten.melding_scene import Beside
from tests.dossier.makers import HIER, Team, team

from meedoen.accounts.models import Medewerker
from meedoen.accounts.roles import Rol
from meedoen.berichten import contact_actions
from meedoen.dossier.models import Dossier

TOLD = ["nieuw bevestigd", "koppel bevestigd"]


class KilledError(BaseException):
    """The worker died."""


def dies(*_given: Any, **_named: Any) -> Any:
    raise KilledError


@pytest.fixture
def scene(committed_db: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Team, Dossier, Beside]:
    return _scene(monkeypatch)


@pytest.fixture
def quiet(db: None, monkeypatch: pytest.MonkeyPatch) -> tuple[Team, Dossier, Beside]:
    return _scene(monkeypatch)


def _scene(monkeypatch: pytest.MonkeyPatch) -> tuple[Team, Dossier, Beside]:
    people = team(HIER, KM, Rol.TEAMLEIDER)
    Medewerker.objects.filter(pk=people[KM].official).update(naam="Anna de Wit")
    dossier = with_duty(people)
    reach(people[KM])
    return people, dossier, beside_contacts(monkeypatch)


def strike(when: Callable[[httpx.Request], bool], error: Any) -> Callable[[httpx.Request], None]:
    def struck(request: httpx.Request) -> None:
        if when(request):
            raise error

    return struck


def a_new_one(request: httpx.Request) -> bool:
    return request.method == "POST" and request.url.path.endswith("/contactpersonen")


def a_coupling(request: httpx.Request) -> bool:
    return "/personen/" in request.url.path


@pytest.mark.parametrize("where", ["before it sent", "as it writes"])
def test_a_new_one_that_may_have_gone_waits_for_a_human(
    scene: tuple[Team, Dossier, Beside], where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, _, duo = scene
    with monkeypatch.context() as dying:
        if where == "before it sent":
            duo.before = strike(a_new_one, KilledError)
        else:
            dying.setattr(
                contact_actions, "took", lambda *_a, **_k: (_ for _ in ()).throw(KilledError)
            )
        with pytest.raises(KilledError):
            tell()
    duo.before = duo.after = lambda _: None
    for minutes in (5, 70, 60 * 26):
        tell(minutes)
    assert states() == ["nieuw verzonden contact_onzeker"]
    assert len(names(duo)) == (0 if where == "before it sent" else 1)
    assert len(duo.sent()) == 1


def test_an_unknown_outcome_of_a_new_one_waits_too(quiet: tuple[Team, Dossier, Beside]) -> None:
    _, _, duo = quiet
    duo.after = strike(a_new_one, httpx.ReadTimeout("x"))
    tell()
    tell(60 * 25)
    assert states() == ["nieuw verzonden contact_onzeker"]
    assert names(duo) == ["Anna de Wit"]


@pytest.mark.parametrize(
    ("side", "error"), [("before", KilledError()), ("after", httpx.ReadTimeout("x"))]
)
def test_a_coupling_goes_again_until_it_is_known(
    scene: tuple[Team, Dossier, Beside], error: BaseException, side: str
) -> None:
    people, dossier, duo = scene
    setattr(duo, side, strike(a_coupling, error))
    try:
        tell()
    except KilledError:
        connection.close()
    give(people, dossier, None)  # what may have gone must be known before it is taken back
    duo.before = duo.after = lambda _: None
    tell(60)
    tell(120)
    assert (at_duo(duo), names(duo)) == (None, [])
    assert {each.stand for each in rows()} == {"bevestigd"}
    assert not duo.place.journal.remarks


def test_a_duo_that_is_down_is_tried_later(quiet: tuple[Team, Dossier, Beside]) -> None:
    _, _, duo = quiet
    duo.before = strike(lambda _: True, httpx.ConnectError("x"))
    tell()
    assert states() == ["nieuw klaar duo_onbereikbaar"]
    assert tell(0.5) == 0  # it rests
    duo.before = lambda _: None
    tell(120)
    assert states() == TOLD


def test_no_other_worker_tells_the_same(scene: tuple[Team, Dossier, Beside]) -> None:
    _, _, duo = scene
    seen: list[tuple[bool, int]] = []

    def watch(_request: httpx.Request) -> None:
        found: list[int] = []

        def run() -> None:
            found.append(tell())
            connection.close()

        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
        seen.append((connection.in_atomic_block, found[0]))

    duo.before = watch
    tell()
    assert set(seen) == {(False, 0)}
    assert (states(), len(duo.sent())) == (TOLD, 2)


@pytest.mark.parametrize("seed", range(4))
def test_at_the_end_duo_knows_who_it_is(quiet: tuple[Team, Dossier, Beside], seed: int) -> None:
    """Officials come and go while answers are lost; new ones always arrive."""
    people, dossier, duo = quiet
    rng = Random(seed)
    officials = [people[KM], another("Bea Bos"), another("Carl Cox"), None]

    def sometimes(request: httpx.Request) -> None:
        if not a_new_one(request) and rng.random() < 0.3:
            raise httpx.ReadTimeout("x")

    duo.before = duo.after = sometimes
    minutes, last = 0, officials[0]
    for _ in range(10):
        minutes += rng.choice([1, 5, 61])
        if rng.random() < 0.6:
            last = rng.choice(officials)
            give(people, dossier, last)
        tell(minutes)
    duo.before = duo.after = lambda _: None
    for _ in range(6):
        minutes += 130
        tell(minutes)
    naam = None if last is None else "Anna de Wit" if last is people[KM] else last.naam
    assert at_duo(duo) == naam
    assert names(duo) == ([] if naam is None else [naam])
    assert {each.stand for each in rows()} <= {"bevestigd", "ingetrokken"}
    assert not duo.place.journal.remarks
