"""The worker seals the log of every municipality, tells it, and looks it over."""

import json
from datetime import timedelta

import pytest
from django.db import connections
from tests.database import Connection
from tests.dossier.makers import ELDERS, HIER, team
from tests.logboek.makers import AT, as_worker, look

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.config.embedded import Server
from meedoen.config.logs import configure
from meedoen.dossier.tasks import nazien
from meedoen.logboek import tasks
from meedoen.logboek.models import Logregel


def _told(capsys: pytest.CaptureFixture[str], event: str) -> list[dict[str, object]]:
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return [line for line in lines if line["event"] == event]


def test_every_municipality_is_sealed_and_the_seal_is_told(
    pg: Server, committed_db: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for code in (HIER, ELDERS):
        look(team(code, Rol.KLANTMANAGER)[Rol.KLANTMANAGER], 1)
    configure({"level": "INFO"})
    with as_worker(pg, committed_db):
        tasks.verzegel(timestamp=0)
    found = _told(capsys, "sealed")
    assert [(line["gemeente"], line["zegel"], line["lines"]) for line in found] == [
        (ELDERS, 1, 2),
        (HIER, 1, 2),
    ]
    assert all(len(str(line["hmac"])) == 64 for line in found)


def test_one_that_cannot_be_sealed_now_does_not_keep_the_others(
    pg: Server, committed_db: str, superuser: Connection, capsys: pytest.CaptureFixture[str]
) -> None:
    for code in (HIER, ELDERS):
        look(team(code, Rol.KLANTMANAGER)[Rol.KLANTMANAGER], 1)
    superuser.execute("SELECT pg_advisory_lock_shared(20080, %s)", [ELDERS])
    configure({"level": "INFO"})
    with as_worker(pg, committed_db):
        tasks.verzegel(timestamp=0)
    out = capsys.readouterr().out
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["gemeente"] for line in lines if line["event"] == "sealed"] == [HIER]
    assert [line["gemeente"] for line in lines if line["event"] == "not sealed"] == [ELDERS]


def test_at_night_every_fault_is_an_error(
    pg: Server, committed_db: str, capsys: pytest.CaptureFixture[str]
) -> None:
    look(team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER], 1, at=AT - timedelta(days=1))
    configure({"level": "INFO"})
    tasks.nazien_logboek(timestamp=0)
    connections["audit"].close()
    faults = _told(capsys, "fault")
    assert [(line["gemeente"], line["level"]) for line in faults] == [(HIER, "error")] * 2


def test_looking_over_the_dossiers_is_a_line_per_municipality(committed_db: str) -> None:
    nazien(timestamp=0)
    connections["audit"].close()
    with as_actor(team(HIER, Rol.FG)[Rol.FG]):
        (row,) = Logregel.objects.all()
    assert (row.verwerking, row.betrokkene, row.medewerker_id) == ("beveiliging", None, None)
