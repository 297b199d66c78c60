"""A round: DUO is asked while no transaction is open, of several people at once, never twice."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from tests.berichten import fake_duo as say
from tests.berichten.fake_duo import FakeDuo
from tests.berichten.sender import duo_is_known, inbox, known_by_oin, send
from tests.berichten.wire import notice
from tests.dossier.makers import AT, BSN, HIER, ON, dossier_for, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.berichten import rounds
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.turn_actions import process_next
from meedoen.dossier.models import Gebeurtenis
from meedoen.rules.choices import Doelgroep

OTHER = "999990020"
ANSWERS = {"plicht": say.plicht(), "doelgroep": say.doelgroep(Doelgroep.ASIELSTATUSHOUDER)}


class WatchedDuo(FakeDuo):
    """Calls `while_asking` at each question, before it answers."""

    while_asking: Callable[[], Any] = staticmethod(lambda: None)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        answer = super().__getattr__(name)

        def watched(bsn: Any) -> Any:
            self.while_asking()
            return answer(bsn)

        return watched


@pytest.fixture
def duo(committed_db: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[WatchedDuo]:
    known_by_oin()
    found = WatchedDuo(dict(ANSWERS))
    monkeypatch.setattr(rounds, "duo_of", lambda _gemeente: found)
    monkeypatch.setattr("meedoen.api.notificaties.now", lambda: AT)
    with duo_is_known:
        yield found


def process() -> int:
    return process_next(HIER, on=ON, at=AT)


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


def states() -> list[str]:
    with as_actor(duo_actor(HIER)):
        return [row.stand for row in inbox()]


def diary() -> list[str]:
    with as_actor(duo_actor(HIER)):
        rows = Gebeurtenis.objects.order_by("dossier", "nummer")
        return list(rows.values_list("soort", flat=True))


def test_while_duo_is_asked_nothing_is_open_and_no_other_worker_asks(duo: WatchedDuo) -> None:
    seen: list[tuple[bool, int]] = []
    duo.while_asking = lambda: seen.append((connection.in_atomic_block, in_a_thread(process)))
    send(notice("SS101"))
    assert process() == 1
    assert set(seen) == {(False, 0)}  # the other found somebody who is in hand
    assert states() == ["verwerkt"]
    assert len(duo.asked) == len(set(duo.asked))
    assert process() == 0


def test_of_several_notices_of_one_person_duo_is_asked_once(duo: WatchedDuo) -> None:
    dossier_for(team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER], bsn=BSN)
    for event in ("SS101", "SS124", "SS101", "SS128"):
        send(notice(event, bsn=BSN))
    assert process() == 1
    assert states() == ["verwerkt"] * 4
    assert duo.asked == ["plicht", "doelgroep", "examen"]


def test_of_several_people_duo_is_asked_at_the_same_time(duo: WatchedDuo) -> None:
    together = threading.Barrier(2, timeout=30)
    duo.while_asking = together.wait
    for bsn in (BSN, OTHER):
        send(notice("SS101", bsn=bsn))
    assert process() == 2
    assert states() == ["verwerkt"] * 2


def test_a_worker_that_dies_before_it_wrote_leaves_nothing_and_holds_nobody(
    duo: WatchedDuo, monkeypatch: pytest.MonkeyPatch
) -> None:
    class KilledError(BaseException):
        """The worker died."""

    def dies(*_given: Any, **_named: Any) -> None:
        raise KilledError

    send(notice("SS101"))
    with monkeypatch.context() as dying:
        dying.setattr("meedoen.berichten.turn_actions.write_look", dies)  # its very last act
        with pytest.raises(KilledError):
            process()
    assert (states(), diary()) == (["ontvangen"], [])
    assert in_a_thread(process) == 1
    assert diary().count("kennisgeving_ontvangen") == 1


def test_a_death_is_written_before_duo_is_asked(duo: WatchedDuo) -> None:
    people = team(HIER, Rol.KLANTMANAGER)
    dossier_for(people[Rol.KLANTMANAGER], bsn=BSN)
    seen: list[list[str]] = []
    duo.while_asking = lambda: seen.append(in_a_thread(diary))
    send(notice("SS111", bsn=BSN))
    assert process() == 1
    assert seen == [["dossier_geopend", "overlijden_gemeld"]]


def test_a_dossier_that_opens_meanwhile_is_the_one(duo: WatchedDuo) -> None:
    people = team(HIER, Rol.KLANTMANAGER)
    opened: list[int] = []

    def opens() -> None:
        if not opened:
            opened.append(in_a_thread(lambda: dossier_for(people[Rol.KLANTMANAGER], bsn=BSN).pk))

    duo.while_asking = opens
    send(notice("SS102", bsn=BSN))
    assert process() == 1
    with as_actor(duo_actor(HIER)):
        assert [row.dossier_id for row in inbox()] == opened
