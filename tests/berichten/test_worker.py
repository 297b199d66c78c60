"""The worker and the inbox: in order per person, once, and nothing is lost when something fails."""

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from procrastinate.contrib.django import app
from psycopg.errors import InsufficientPrivilege
from tests.berichten.fake_duo import FakeDuo
from tests.berichten.sender import duo_is_known, inbox, known_by_oin, send
from tests.berichten.wire import notice
from tests.database import AsRole
from tests.dossier.makers import AT, BSN, ELDERS, HIER, ON, dossier_for, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor, current_actor
from meedoen.berichten import rounds, turn_actions
from meedoen.berichten.actions import settle
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.models import Bericht
from meedoen.berichten.tasks import zoek_berichten
from meedoen.berichten.turn import LONGEST_REST, MOST_TRIES, rest
from meedoen.berichten.turn_actions import process_next
from meedoen.berichten.uitkomst import Melding, Toestand, Uitkomst
from meedoen.berichten.vragen import Ask
from meedoen.config.database_roles import WEB, WORKER
from meedoen.dossier.models import Dossier, Persoon
from meedoen.logboek.models import Logregel

DONE = Uitkomst(Toestand.VERWERKT)
OTHER_BSN = "999990020"
Process = Callable[[Melding], Uitkomst]


class Desk:
    """Stands in for what processes a notice: gives the outcomes, and remembers what it saw."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.outcome: Process = lambda _melding: DONE

    def process(self, told: Sequence[Melding], _ask: Ask, **_rest: Any) -> list[Uitkomst]:
        self.seen += [each.gebeurtenis for each in told]
        return [self.outcome(each) for each in told]


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    made = Desk()
    monkeypatch.setattr(turn_actions, "process", made.process)
    monkeypatch.setattr(rounds, "duo_of", lambda _gemeente: FakeDuo())
    monkeypatch.setattr("meedoen.api.notificaties.now", lambda: AT)
    with duo_is_known:
        yield made


def work(at: Any = AT, gemeente: int = HIER) -> int:
    """Process all that is due; how many."""
    done = 0
    while ended := process_next(gemeente, on=ON, at=at):
        done += ended
        assert done < 200, "the worker does not stop"
    return done


def states() -> list[tuple[str, str]]:
    with as_actor(duo_actor(HIER)):
        return [(row.gebeurtenis, row.stand) for row in inbox()]


def row(number: int = 0) -> Bericht:
    with as_actor(duo_actor(HIER)):
        return inbox()[number]


def test_every_outcome_has_its_place(db: None, desk: Desk) -> None:
    known_by_oin()
    outcomes = {
        "A": Uitkomst(Toestand.VERWERKT),
        "B": Uitkomst(Toestand.AAN_MENS, "elfproef"),
        "C": Uitkomst(Toestand.WACHT, "wacht_op_bsn"),
        "D": Uitkomst(Toestand.WACHT, "duo_onbereikbaar", opnieuw=True),
    }
    desk.outcome = lambda melding: outcomes[melding.gebeurtenis]
    for number, event in enumerate(outcomes):
        send(notice(event, bsn=None, vNummer=number + 1))
    send(notice("A", bsn=None), to=ELDERS)
    assert work() == 4
    assert states() == [("A", "verwerkt"), ("B", "aan_mens"), ("C", "wacht"), ("D", "mislukt")]
    assert [row(i).waarom for i in (1, 2, 3)] == ["elfproef", "wacht_op_bsn", "duo_onbereikbaar"]
    assert row(2).volgende_at == AT + timedelta(days=1)
    assert row(3).volgende_at == AT + rest(1)
    assert work() == 0
    assert work(AT + rest(1)) == 1
    assert work(AT + timedelta(days=1)) == 2
    assert work(gemeente=ELDERS) == 1


def test_what_the_notice_says_reaches_the_desk_whole(db: None, desk: Desk) -> None:
    known_by_oin()
    got: list[Melding] = []

    def keep(melding: Melding) -> Uitkomst:
        got.append(melding)
        return DONE

    desk.outcome = keep
    number = uuid4()
    send(notice("SS131", bsn="999990018", vNummer=42), number)
    work()
    assert got == [Melding(str(number), HIER, "SS131", AT, bsn="999990018", vnummer="0000000042")]
    assert "999990018" not in repr(got)


def test_a_person_is_served_in_order_and_nobody_waits_for_another(db: None, desk: Desk) -> None:
    known_by_oin()
    for event, bsn in (("A1", BSN), ("A2", BSN), ("B1", OTHER_BSN), ("A3", BSN)):
        send(notice(event, bsn=bsn))

    def fails(melding: Melding) -> Uitkomst:
        if melding.gebeurtenis == "A1" and len(desk.seen) < 4:
            raise RuntimeError(melding.bsn)
        return DONE

    desk.outcome = fails
    work()
    assert desk.seen == ["A1", "B1"]  # A2 and A3 wait for A1
    work(AT + rest(1))
    assert desk.seen == ["A1", "B1", "A1"]
    work(AT + rest(1) + rest(2))
    assert desk.seen == ["A1", "B1", "A1", "A1", "A2", "A3"]


def test_what_waits_for_something_holds_nobody_up_and_is_woken(db: None, desk: Desk) -> None:
    known_by_oin()
    dossier = dossier_for(team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER], bsn=BSN)
    desk.outcome = lambda melding: (
        Uitkomst(Toestand.VERWERKT, dossier=dossier.pk)
        if melding.bsn
        else Uitkomst(Toestand.WACHT, "wacht_op_bsn")
    )
    send(notice("SS101", bsn=None, vNummer=7))
    send(notice("SS137", bsn=None, vNummer=7))
    work()
    assert desk.seen == ["SS101", "SS137"]
    send(notice("SS102", vNummer=7))
    work(AT + timedelta(seconds=1))
    assert desk.seen[2:] == ["SS102", "SS101", "SS137"]  # with its BSN it wakes both, once


def test_a_failure_takes_back_what_was_written_and_ends_at_a_human(
    db: None, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    known_by_oin()
    people = team(HIER, Rol.KLANTMANAGER)
    dossier = dossier_for(people[Rol.KLANTMANAGER])

    def half(melding: Melding) -> Uitkomst:
        Persoon.objects.filter(pk=dossier.persoon_id or 0).update(telefoon="0612345678")
        raise ValueError(melding.bsn)

    desk.outcome = half
    send(notice())
    at = AT
    for tries in range(1, MOST_TRIES):
        work(at)
        assert (row().stand, row().pogingen, row().waarom) == ("mislukt", tries, "fout")
        at = row().volgende_at or at
    work(at)
    assert (row().stand, row().waarom) == ("aan_mens", "fout_blijft")
    with as_actor(people[Rol.KLANTMANAGER]):
        assert Persoon.objects.get(pk=dossier.persoon_id or 0).telefoon == ""
    assert BSN not in caplog.text
    assert rest(1) < rest(2) < rest(40) == LONGEST_REST


def test_every_processed_notice_is_a_line_of_the_log(db: None, desk: Desk) -> None:
    known_by_oin()
    dossier = dossier_for(team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER], bsn=BSN)

    def processed(_melding: Melding) -> Uitkomst:
        assert current_actor().medewerker_id is None
        return Uitkomst(Toestand.VERWERKT, dossier=dossier.pk)

    desk.outcome = processed
    send(notice())
    work()
    with as_actor(team(HIER, Rol.FG)[Rol.FG]):
        lines = Logregel.objects.filter(verwerking="berichten_duo").order_by("pk")
        assert [line.betrokkene is not None for line in lines] == [False, True]
    with as_actor(duo_actor(HIER)):
        assert inbox()[0].dossier_id == dossier.pk


def test_what_is_destroyed_of_a_person_goes_here_too(committed_db: str, desk: Desk) -> None:
    known_by_oin()
    dossier = dossier_for(team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER], bsn=BSN)
    desk.outcome = lambda _melding: Uitkomst(Toestand.AAN_MENS)
    send(notice())  # never put in the dossier, but of the same person
    send(notice(bsn=OTHER_BSN))
    work()
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT dossier_wis(%s, %s)", [dossier.pk, ON])
    with as_actor(duo_actor(HIER)):
        assert Dossier.objects.get(pk=dossier.pk).persoon_id is None
        assert len(inbox()) == 1


def test_workers_side_by_side_do_each_notice_once(committed_db: str, desk: Desk) -> None:
    known_by_oin()
    for number in range(24):
        send(notice(f"N{number}", bsn=None, vNummer=number % 6 + 1))

    def run() -> None:
        try:
            while process_next(HIER, on=ON, at=AT):
                pass
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        for each in [pool.submit(run) for _ in range(3)]:
            each.result()
    work()  # who found the last one held leaves it to the next turn
    assert sorted(desk.seen) == sorted(f"N{number}" for number in range(24))
    for person in range(6):
        own = [int(each[1:]) for each in desk.seen if int(each[1:]) % 6 == person]
        assert own == sorted(own)


def test_the_same_sent_at_once_is_one(committed_db: str, desk: Desk) -> None:
    known_by_oin()
    number, answers = uuid4(), list[int]()

    def run(event: str) -> None:
        answers.append(send(notice(event), number).status_code)
        connection.close()

    threads = [
        threading.Thread(target=run, args=("SS101" if i % 2 else "SS111",)) for i in range(8)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert answers == [201] * 8
    assert len(states()) == 2  # two contents; of them one goes to a human
    assert sorted(stand for _, stand in states()) == ["aan_mens", "ontvangen"]


def test_the_job_that_the_database_makes_is_one_of_ours_and_does_the_work(
    db: None, desk: Desk
) -> None:
    known_by_oin()
    send(notice("A"))
    send(notice("B", bsn=OTHER_BSN))
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, queueing_lock FROM procrastinate_jobs")
        ((name, lock),) = cursor.fetchall()  # two notices, one job
    assert app.tasks[name].queueing_lock == lock
    app.tasks[name].func()
    assert desk.seen == ["A", "B"]
    send(notice("C"))
    zoek_berichten.func(0)
    assert desk.seen == ["A", "B", "C"]


FORGET = ("berichten_vergeet_geweigerd", "berichten_vergeet_van_niemand")


def test_what_was_refused_or_is_of_nobody_is_forgotten_by_the_worker_after_a_season(
    committed_db: str, desk: Desk, as_role: AsRole
) -> None:
    known_by_oin()
    send(b"{")
    for event in ("A", "B"):
        send(notice(event, bsn=None, vNummer=7))
    desk.outcome = lambda _melding: Uitkomst(Toestand.AAN_MENS, "persoon_onbekend")
    work()
    with as_actor(team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]):
        settle(row().pk, at=AT)  # of the other nobody decided yet
    with as_role(WORKER) as worker:
        for name in FORGET:
            forget = f"SELECT {name}(%s)"
            assert worker.execute(forget, [AT]).fetchone() == (0,)
            assert worker.execute(forget, [AT + timedelta(seconds=1)]).fetchone() == (1,)
    assert states() == [("B", "aan_mens")]
    for name in FORGET:
        with as_role(WEB) as web, pytest.raises(InsufficientPrivilege):
            web.execute(f"SELECT {name}(%s)", [AT])
