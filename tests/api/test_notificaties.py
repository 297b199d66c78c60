"""POST /v1/notificaties: who may send, what is refused, what is taken in whatever it says."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import Mock
from uuid import uuid4

import pytest
from django.db import DatabaseError, OperationalError, connection, transaction
from django.http import HttpResponse
from django.test import Client, override_settings
from tests.berichten.sender import (
    duo_is_known,
    inbox,
    known_by_oin,
    send,
)
from tests.berichten.wire import CERT, DUO, OINS, notice
from tests.dossier.makers import AT, BSN, ELDERS, HIER, ON, team

from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.oin.actions import give_oin
from meedoen.accounts.oin.table import Oin
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.berichten.models import Bericht, Berichtinhoud, Geweigerd
from meedoen.berichten.sealing import REFUSED, unseal_body
from meedoen.dossier.identity import bsn_hash

OTHER = "00000001999990000001"


@pytest.fixture(autouse=True)
def duo(request: pytest.FixtureRequest) -> Iterator[None]:
    if "committed_db" not in request.fixturenames:
        request.getfixturevalue("db")
        known_by_oin()
    with duo_is_known:
        yield


def refusal(answer: HttpResponse) -> str:
    """The text of a refusal, which is short and is JSON."""
    assert answer["API-Version"] == "1.8.0"
    found = json.loads(answer.content)
    assert set(found) == {"fouttekst"}
    assert 0 < len(found["fouttekst"]) <= 200
    return str(found["fouttekst"])


def accepted(answer: HttpResponse) -> None:
    assert (answer.status_code, answer.content) == (201, b""), answer.content
    assert answer["API-Version"] == "1.8.0"
    assert not answer.cookies


def test_a_notice_is_kept_sealed_and_the_worker_is_woken() -> None:
    number, leader = uuid4(), team(HIER, Rol.TEAMLEIDER)[Rol.TEAMLEIDER]
    accepted(send(notice("SS102", vNummer=12), number))
    keys = keys_in_use()
    with as_actor(leader):
        row = inbox()[0]
        raw = unseal_body(
            Berichtinhoud.objects.get().verzegeld, keys, gemeente=HIER, of=row.bericht_id
        )
    assert (row.bericht_id, row.gemeente_id, row.bron) == (number, HIER, DUO)
    assert (row.gebeurtenis, row.stand, row.opvallend) == ("SS102", "ontvangen", [])
    assert row.geregistreerd_at == AT
    assert bytes(row.wie or b"") == bsn_hash(BSN, keys, gemeente=HIER)
    assert json.loads(raw)["bsn"] == BSN
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args FROM procrastinate_jobs WHERE status = 'todo'")
        assert cursor.fetchall() == [("meedoen.berichten.tasks.verwerk_berichten", "{}")]


@pytest.mark.parametrize(
    ("told", "strange"),
    [
        (notice("ZZ9"), []),  # an event that nobody told us of
        (notice(bsn="999990018"), ["elfproef"]),
        (notice(bsn=None), ["geen_persoon"]),
        (notice(bsn=None, vNummer=0), ["geen_persoon"]),
        (notice(bsn=None, vNummer=9_999_999_999), []),
        (notice(bsn=None, vNummer=12.0), []),
        (notice(registratieDatumTijd="2999-01-01T00:00:00Z"), ["vreemde_datum"]),
        (notice(registratieDatumTijd="0001-01-01T00:00:00+14:00"), ["vreemde_datum"]),
        (notice(registratieDatumTijd="2090-01-01t00:00:60.123456789z"), ["toekomst"]),
        (notice(nieuw={"veld": ["\ud800"]}), ["meer_velden"]),
    ],
)
def test_what_fits_and_is_strange_is_kept_and_told(told: object, strange: list[str]) -> None:
    accepted(send(told))
    with as_actor(team(HIER, Rol.TEAMLEIDER)[Rol.TEAMLEIDER]):
        assert [row.opvallend for row in inbox()] == [strange]


DEEP = b'{"a":' * 5000 + b"1" + b"}" * 5000
NO_NOTICE = {
    "no JSON": (b"{", "JSON"),
    "empty": (b"", "JSON"),
    "a list": (b"[]", "JSON"),
    "a word": (b'"SS101"', "JSON"),
    "far too deep": (DEEP, "JSON"),
    "no number": (json.dumps(notice(vNummer=float("nan"))).encode(), "JSON"),
    "an endless number": (b'{"vNummer": ' + b"1" * 9000 + b"}", "JSON"),
    "no UTF-8": (b'{"gebeurtenisId": "\xff"}', "UTF-8"),
    "a field twice": (b'{"bsn": "1", "bsn": "2"}', "twee keer"),
    "no moment": ({"gebeurtenisId": "SS101", "bsn": BSN}, "registratieDatumTijd"),
    "a day only": (notice(registratieDatumTijd="2026-09-14"), "registratieDatumTijd"),
    "no zone": (notice(registratieDatumTijd="2026-09-14T09:30:00"), "registratieDatumTijd"),
    "no such day": (notice(registratieDatumTijd="2026-02-30T00:00:00Z"), "registratieDatumTijd"),
    "a moment as number": (notice(registratieDatumTijd=1), "registratieDatumTijd"),
    "no event": ({"registratieDatumTijd": AT.isoformat()}, "gebeurtenisId"),
    "a small letter": (notice("ss101"), "gebeurtenisId"),
    "a long event": (notice("SS10100"), "gebeurtenisId"),
    "an event with an end of line": (notice("SS101\n"), "gebeurtenisId"),
    "a BSN as number": (notice(bsn=None) | {"bsn": 999990019}, "bsn"),
    "a BSN that is null": (notice(bsn=None) | {"bsn": None}, "bsn"),
    "eight digits": (notice(bsn="99999001"), "bsn"),
    "digits of another script": (notice(bsn="٩٩٩٩٩٠٠١٩"), "bsn"),
    "a V-nummer as text": (notice(vNummer="12"), "vNummer"),
    "a V-nummer that is true": (notice(vNummer=True), "vNummer"),
    "a negative V-nummer": (notice(vNummer=-1), "vNummer"),
    "eleven digits": (notice(vNummer=10_000_000_000), "vNummer"),
    "half a number": (notice(vNummer=1.5), "vNummer"),
}


@pytest.mark.parametrize("name", NO_NOTICE)
def test_what_is_no_notice_is_refused_and_kept(name: str) -> None:
    body, word = NO_NOTICE[name]
    answer = send(body)
    assert answer.status_code == 400
    assert word in refusal(answer)
    with as_actor(team(HIER, Rol.TEAMLEIDER)[Rol.TEAMLEIDER]):
        assert not inbox()
        kept = Geweigerd.objects.get()
    assert (kept.status, kept.gemeente_id) == (400, HIER)
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    if raw:
        assert unseal_body(kept.verzegeld, keys_in_use(), gemeente=HIER, of=REFUSED) == raw


@pytest.mark.parametrize(
    ("head", "address", "status"),
    [
        ({}, "203.0.113.7", 401),  # anybody can write that header
        ({}, "", 401),
        ({"X-Client-Cert-Subject": ""}, "127.0.0.1", 401),
        ({"X-Client-Cert-Subject": "CN=duo"}, "127.0.0.1", 401),
        ({"X-Client-Cert-Subject": f"serialNumber={DUO},{CERT}"}, "127.0.0.1", 401),
        ({"X-Client-Cert-Subject": CERT.replace(DUO, OTHER)}, "127.0.0.1", 403),
        ({"bron": OTHER}, "127.0.0.1", 403),
        ({"doel": OTHER}, "127.0.0.1", 403),
        ({"bron": ""}, "127.0.0.1", 400),
        ({"bron": DUO[1:]}, "127.0.0.1", 400),
        ({"doel": ""}, "127.0.0.1", 400),
        ({"berichtId": ""}, "127.0.0.1", 400),
        ({"berichtId": "123"}, "127.0.0.1", 400),
        ({"berichtId": f"{{{uuid4()}}}"}, "127.0.0.1", 400),
    ],
)
def test_who_may_not_send_hears_so(head: dict[str, str], address: str, status: int) -> None:
    answer = send(notice(), uuid4(), head=head, address=address)
    assert answer.status_code == status
    refusal(answer)
    with as_actor(team(HIER, Rol.TEAMLEIDER)[Rol.TEAMLEIDER]):
        assert not inbox()
        assert not Geweigerd.objects.exclude(verzegeld="").exists()


def test_too_long_another_type_another_verb_another_address() -> None:
    for answer, status in (
        (send(b" " * (64 * 1024 + 1)), 413),
        (send(b" " * (11 * 1024 * 1024)), 413),
        (send(notice(), content_type="text/plain"), 400),
        (send(notice(), content_type="application/json; charset=utf-16"), 400),
        (Client().get("/v1/notificaties"), 405),
        (Client().post("/v1/notificaties/"), 404),
        (Client().get("/v1/"), 404),
        (send(notice(), HTTP_HOST="elsewhere.example.org"), 400),
    ):
        assert answer.status_code == status
        refusal(answer)  # type: ignore[arg-type]


def test_the_same_again_is_one_and_another_with_its_number_is_kept_for_a_human() -> None:
    number = uuid4()
    accepted(send(notice(), number))
    accepted(send(json.dumps(notice(), indent=3).encode(), number))
    accepted(send(notice("SS111"), number))
    accepted(send(notice("SS111"), number))
    accepted(send(notice("SS111"), number, to=ELDERS))
    with as_actor(team(HIER, Rol.TEAMLEIDER)[Rol.TEAMLEIDER]):
        assert [(row.gebeurtenis, row.stand, row.waarom, row.eerste) for row in inbox()] == [
            ("SS101", "ontvangen", "", True),
            ("SS111", "aan_mens", "zelfde_nummer", False),
        ]
    with as_actor(team(ELDERS, Rol.TEAMLEIDER)[Rol.TEAMLEIDER]):
        assert [(row.gebeurtenis, row.eerste) for row in inbox()] == [("SS111", True)]


def test_the_web_server_reads_nothing_back_and_adds_by_the_function_only() -> None:
    accepted(send(notice()))
    for query in (
        "SELECT * FROM berichten_bericht",
        "SELECT * FROM berichten_berichtinhoud",
        "INSERT INTO berichten_geweigerd (ontvangen_at, status) VALUES (now(), 400)",
        "DELETE FROM berichten_bericht",
        "SELECT berichten_vergeet_geweigerd(now())",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(query)
    with as_actor(team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]):
        assert len(inbox()) == 1
        assert not Berichtinhoud.objects.exists()  # word for word is for few
    with as_actor(team(HIER, Rol.BEHEERDER)[Rol.BEHEERDER]):
        assert not Bericht.objects.exists()


def test_a_clock_that_is_a_little_fast_is_no_future(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("meedoen.api.notificaties.now", lambda: AT)
    accepted(send(notice(at=AT + timedelta(minutes=4))))
    accepted(send(notice(at=AT + timedelta(minutes=6))))
    with as_actor(team(HIER, Rol.TEAMLEIDER)[Rol.TEAMLEIDER]):
        assert [row.opvallend for row in inbox()] == [[], ["toekomst"]]


def test_a_connection_that_was_gone_is_opened_again(committed_db: str, superuser: Any) -> None:
    known_by_oin()
    accepted(send(notice("A1")))
    superuser.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE usename = 'meedoen_web' AND datname = current_database()"
    )
    accepted(send(notice("A2")))
    with as_actor(team(HIER, Rol.TEAMLEIDER)[Rol.TEAMLEIDER]):
        assert [row.gebeurtenis for row in inbox()] == ["A1", "A2"]


def test_what_breaks_or_is_not_there_is_told_in_the_form_of_duo(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for error, status in ((OperationalError("geheim"), 503), (ValueError("geheim"), 500)):
        monkeypatch.setattr("meedoen.api.notificaties.receive", Mock(side_effect=error))
        answer = send(notice())
        assert answer.status_code == status
        assert "geheim" not in refusal(answer)
    with override_settings(SECURE=True):
        assert send(notice()).status_code == 400
        assert send(notice(), secure=True).status_code == 500


def test_a_number_that_moves_to_another_municipality_is_not_remembered() -> None:
    accepted(send(notice("A1")))
    Oin.objects.filter(gemeente=HIER).update(tot=ON)
    assert send(notice("A2")).status_code == 403
    assert send(b"{").status_code == 403
    give_oin(ELDERS, OINS[HIER], van=ON, at=AT)
    accepted(send(notice("A3")))
    with as_actor(team(HIER, Rol.TEAMLEIDER)[Rol.TEAMLEIDER]):
        assert [row.gebeurtenis for row in inbox()] == ["A1"]
    with as_actor(team(ELDERS, Rol.TEAMLEIDER)[Rol.TEAMLEIDER]):
        assert [row.gebeurtenis for row in inbox()] == ["A3"]
