"""What those who run it can ask without logging in, and what it must not tell."""

import json
from datetime import date
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client, override_settings

WELL, NOT_WELL = {"status": "ok"}, {"status": "not ok"}


@pytest.mark.parametrize("path", ["/_healthz/livez/", "/_healthz/readyz/", "/_healthz/"])
def test_all_is_well_and_no_more_is_told(path: str, db: None) -> None:
    answer = Client().get(path)
    assert (answer.status_code, json.loads(answer.content)) == (200, WELL)
    assert "no-store" in answer["Cache-Control"]


def test_without_a_database_it_lives_but_is_not_ready(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: Any, **__: Any) -> None:
        raise OperationalError("connection to db.example.org as meedoen_web failed")

    monkeypatch.setattr(connection, "cursor", lost)
    assert Client().get("/_healthz/livez/").status_code == 200
    for path in ("/_healthz/readyz/", "/_healthz/"):
        answer = Client().get(path)
        assert (answer.status_code, json.loads(answer.content)) == (503, NOT_WELL)


def test_a_table_of_another_version_is_not_well(superuser: Any) -> None:
    superuser.execute(
        "DELETE FROM django_migrations WHERE id = (SELECT max(id) FROM django_migrations)"
    )
    superuser.commit()
    assert Client().get("/_healthz/readyz/").status_code == 200
    assert Client().get("/_healthz/").status_code == 503


@pytest.mark.parametrize(
    ("waits", "status"), [("1 minute", 200), ("16 minutes", 503)], ids=["short", "long"]
)
@pytest.mark.parametrize("planned", [True, False])
def test_a_job_that_waits_too_long_is_not_well(
    waits: str, status: int, planned: bool, superuser: Any
) -> None:
    superuser.execute("INSERT INTO procrastinate_jobs (queue_name, task_name) VALUES ('q', 't')")
    superuser.execute("UPDATE procrastinate_events SET at = now() - %s::interval", [waits])
    if planned:
        superuser.execute(
            "UPDATE procrastinate_jobs SET scheduled_at = now() - %s::interval", [waits]
        )
        superuser.execute("UPDATE procrastinate_events SET at = now() - interval '1 year'")
    superuser.commit()
    assert Client().get("/_healthz/").status_code == status


def test_security_txt_says_where_and_until_when() -> None:
    with override_settings(
        SECURITY_CONTACT="mailto:lek@example.org", SECURITY_EXPIRES=date(2027, 6, 1)
    ):
        answer = Client().get("/.well-known/security.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "Contact: mailto:lek@example.org",
        "Preferred-Languages: nl, en",
        "Expires: 2027-06-01T00:00:00Z",
    ]
