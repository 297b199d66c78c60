"""Seals over closed batches: no line can slip behind one, and whatever is changed is named."""

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import OperationalError, connections
from django.test import override_settings
from tests.database import Connection
from tests.dossier.makers import HIER, Team, team
from tests.logboek.makers import AT, as_worker, look

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.config.embedded import Server
from meedoen.logboek import actions
from meedoen.logboek.actions import seal, write_look
from meedoen.logboek.looks import Look
from meedoen.logboek.models import Logregel, Zegel
from meedoen.logboek.verify import UNSEALED, last_seals, verify_log

LATER = AT + timedelta(hours=1)


@pytest.fixture
def people(committed_db: str) -> Team:
    return team(HIER)


@pytest.fixture
def sealing(pg: Server, committed_db: str) -> Callable[[], Zegel | None]:
    """Seals the log of the town, as the worker does."""

    def once() -> Zegel | None:
        with as_worker(pg, committed_db):
            return seal(HIER, at=LATER)

    return once


def _faults(hours: float = 1) -> list[str]:
    found = [str(each) for each in verify_log(at=AT + timedelta(hours=hours))]
    connections["audit"].close()
    return [each.removeprefix(f"gemeente {HIER}: ") for each in found]


def _three_seals(people: Team, sealing: Callable[[], Zegel | None]) -> list[list[int]]:
    """Three looks at two people, each under a seal of its own; the ids of the lines."""
    lines: list[list[int]] = []
    for number in range(3):
        look(people[Rol.KLANTMANAGER], number, number + 1)
        assert sealing() is not None
        with as_actor(people[Rol.FG]):
            known = {pk for each in lines for pk in each}
            ids = Logregel.objects.order_by("pk").values_list("pk", flat=True)
            lines.append([pk for pk in ids if pk not in known])
    return lines


def _tamper(admin: Connection, sql: str, *values: Any) -> None:
    """As a superuser who switches the guards off."""
    admin.execute("SET session_replication_role = replica")
    done = admin.execute(sql.encode(), values)
    assert done.rowcount == 1
    admin.commit()


def test_what_is_sealed_is_whole(people: Team, sealing: Callable[[], Zegel | None]) -> None:
    lines = _three_seals(people, sealing)
    assert [len(each) for each in lines] == [3, 3, 3]
    assert sealing() is None  # nothing new
    assert _faults() == []
    ((gemeente, nummer, said),) = last_seals()
    connections["audit"].close()
    assert (gemeente, nummer, len(said)) == (HIER, 3, 64)


def test_a_changed_line_is_named(
    people: Team, sealing: Callable[[], Zegel | None], superuser: Connection
) -> None:
    lines = _three_seals(people, sealing)
    _tamper(superuser, "UPDATE logboek_logregel SET rol = 'fg' WHERE id = %s", lines[1][2])
    assert _faults() == [f"regel {lines[1][2]} is veranderd"]


@pytest.mark.parametrize(
    "column",
    [
        "trace_id = sha256('x')::bytea",
        "span_id = decode('0000000000000000', 'hex')",
        "parent_span_id = NULL",
        "status = 'Error'",
        "naam = naam || ' '",
        "begin_at = begin_at - interval '1 microsecond'",
        "einde_at = einde_at + interval '1 microsecond'",
        "verwerking = 'brieven'",
        "betrokkene = sha256('x')",
        "betrokkene_type = 'mens'",
        "medewerker_id = NULL",
        "vorm = 'bestand'",
        "opdrachtgever = ''",
    ],
)
def test_every_column_counts(
    people: Team, sealing: Callable[[], Zegel | None], superuser: Connection, column: str
) -> None:
    look(people[Rol.KLANTMANAGER], 1)
    sealing()
    last = "(SELECT max(id) FROM logboek_logregel)"
    if column.startswith("trace_id"):
        column = "trace_id = substr(sha256('x'), 1, 16)"
    _tamper(superuser, f"UPDATE logboek_logregel SET {column} WHERE id = {last}")  # noqa: S608
    (fault,) = _faults()
    assert fault.endswith("is veranderd")


def test_a_line_that_is_gone_is_named(
    people: Team, sealing: Callable[[], Zegel | None], superuser: Connection
) -> None:
    lines = _three_seals(people, sealing)
    _tamper(superuser, "DELETE FROM logboek_logregel WHERE id = %s", lines[0][1])
    assert _faults() == [f"regel {lines[0][1]} is weg"]


def test_a_line_that_was_put_in_later_is_named(
    people: Team, sealing: Callable[[], Zegel | None], superuser: Connection
) -> None:
    lines = _three_seals(people, sealing)
    free, source = lines[0][1], lines[2][1]
    _tamper(superuser, "DELETE FROM logboek_logregel WHERE id = %s", free)
    columns = ", ".join(str(each.column) for each in Logregel._meta.concrete_fields[1:])
    copied = f"SELECT -1, {columns} FROM logboek_logregel WHERE id = %s"  # noqa: S608
    put = f"INSERT INTO logboek_logregel (id, {columns}) OVERRIDING SYSTEM VALUE {copied}"
    _tamper(superuser, put.replace("-1", str(free)), source)
    assert _faults() == [f"regel {free} is veranderd"]


def test_a_seal_that_is_gone_is_named(
    people: Team, sealing: Callable[[], Zegel | None], superuser: Connection
) -> None:
    lines = _three_seals(people, sealing)
    _tamper(superuser, "DELETE FROM logboek_zegel WHERE nummer = 2")
    assert _faults() == ["zegel 2 ontbreekt"]
    _tamper(superuser, "DELETE FROM logboek_zegel WHERE nummer = 3")
    assert _faults() == [f"regel {pk} is niet verzegeld" for pk in lines[1] + lines[2]]


def test_who_has_not_the_key_cannot_seal_again(
    people: Team, sealing: Callable[[], Zegel | None], superuser: Connection
) -> None:
    """Change a line, take away what was sealed after it, and seal it all once more."""
    lines = _three_seals(people, sealing)
    _tamper(superuser, "UPDATE logboek_logregel SET rol = 'fg' WHERE id = %s", lines[2][0])
    _tamper(superuser, "DELETE FROM logboek_zegel WHERE nummer = 3")
    with override_settings(HASH_KEY="eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHg="):
        sealing()
    assert _faults() == ["zegel 3 is niet van ons of is veranderd"]


def test_a_line_may_wait_some_minutes_for_its_seal(people: Team) -> None:
    look(people[Rol.KLANTMANAGER])
    minutes = UNSEALED.total_seconds() / 60
    assert _faults((minutes - 1) / 60) == []
    (fault,) = _faults((minutes + 1) / 60)
    assert fault.endswith("is niet verzegeld")


def test_a_large_batch_goes_on_in_a_next_seal(
    people: Team, sealing: Callable[[], Zegel | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "MOST_LINES", 2)
    look(people[Rol.KLANTMANAGER], 1, 2, 3, 4)
    sealed = [sealing() for _ in range(4)]
    assert [each and each.aantal for each in sealed] == [2, 2, 1, None]
    assert _faults() == []


def test_the_sealer_waits_for_who_writes(
    people: Team, sealing: Callable[[], Zegel | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line has its number, another with a higher number is there: the first still comes."""
    monkeypatch.setattr(actions, "PATIENCE", "300ms")
    actor = people[Rol.KLANTMANAGER]
    written, go_on = threading.Event(), threading.Event()

    def slowly() -> None:
        with as_actor(actor):
            write_look(Look(actor, HIER, "zoeken", "langzaam", AT))
            written.set()
            go_on.wait(60)
        connections.close_all()

    writer = threading.Thread(target=slowly)
    writer.start()
    assert written.wait(60)
    look(actor, naam="snel")
    with pytest.raises(OperationalError, match="lock timeout"):
        sealing()
    go_on.set()
    writer.join(60)
    made = sealing()
    assert made is not None
    assert made.aantal == 2
    with as_actor(people[Rol.FG]):
        names = list(Logregel.objects.order_by("pk").values_list("naam", flat=True))
    assert names == ["langzaam", "snel"]
    assert _faults() == []


def test_who_writes_in_a_transaction_that_fails_leaves_nothing(
    people: Team, sealing: Callable[[], Zegel | None]
) -> None:
    actor = people[Rol.KLANTMANAGER]
    with pytest.raises(ZeroDivisionError), as_actor(actor):
        _write_and_fail(actor)
    assert sealing() is None
    assert _faults() == []


def _write_and_fail(actor: Actor) -> None:
    write_look(Look(actor, HIER, "zoeken", "mislukt", AT))
    raise ZeroDivisionError


def test_many_at_once_and_no_line_slips_behind_a_seal(
    people: Team, sealing: Callable[[], Zegel | None]
) -> None:
    actor, threads, looks = people[Rol.KLANTMANAGER], 6, 30
    failed: list[BaseException] = []

    def write() -> None:
        try:
            for number in range(looks):
                look(actor, number, number + 1)
        except BaseException as error:  # noqa: BLE001 - told by the test itself
            failed.append(error)
        finally:
            connections.close_all()

    writers = [threading.Thread(target=write) for _ in range(threads)]
    for each in writers:
        each.start()
    sealed = 0
    while any(each.is_alive() for each in writers):
        made = sealing()
        sealed += made.aantal if made else 0
    last = sealing()
    sealed += last.aantal if last else 0
    assert not failed
    assert sealed == threads * looks * 3
    assert _faults() == []
