"""Staying logged in: what a page is told, and that it ends in time whatever is done."""

import re
import time
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.apps.browsing import few_queries, get
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, team

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.config.headers import BEGAN, USED

SESSION = "/sessie/"


@pytest.fixture
def actor(db: None) -> Actor:
    return team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]


def _began(client: Client, ago: int, what: str = BEGAN) -> None:
    session = client.session
    session[what] = int(time.time()) - ago
    session.save()


def test_a_page_knows_when_the_session_ends(actor: Actor) -> None:
    client = visitor(actor)
    with few_queries():
        page = get(client, "/")
    assert re.search(r'data-rust="(1800|179\d)"', page)  # whole seconds
    assert re.search(r'data-dag="(35\d\d\d|36000)"', page.replace("\n", " "))
    assert "logt Meedoen u uit om" in page
    _began(client, 36_000 - 300)
    assert re.search(r'data-rust="(29\d|300)"', get(client, "/"))  # the day ends first


@pytest.mark.parametrize(("ago", "written", "told"), [(40, 0, 1760), (61, 1, 1800)])
def test_use_is_written_down_once_a_minute_and_the_page_tells_the_end_that_holds(
    actor: Actor, ago: int, written: int, told: int
) -> None:
    client = visitor(actor)
    get(client, "/")
    _began(client, ago, USED)
    ends = timezone.now() + timedelta(seconds=1800 - ago)  # as it was then written
    Session.objects.update(expire_date=ends)
    before = time.time()
    with CaptureQueriesContext(connection) as asked:
        page = get(client, "/dossiers/")
    assert sum('UPDATE "django_session"' in each["sql"] for each in asked) == written
    found = re.search(r'data-rust="(\d+)"', page)
    assert found is not None
    assert told - 10 < int(found[1]) <= told
    assert int(found[1]) <= Session.objects.get().expire_date.timestamp() - before + 1


def test_staying_puts_off_the_end_and_gives_what_a_form_needs(actor: Actor) -> None:
    client = visitor(actor)
    get(client, "/")
    told = client.post(SESSION).json()
    assert set(told) == {"rust", "dag", "wie", "csrf"}
    assert f'data-wie="{told["wie"]}"' in get(client, "/")
    assert re.fullmatch("[0-9a-f]{16}", told["wie"])
    other = visitor(team(HIER, Rol.JURIST)[Rol.JURIST])
    assert other.get(SESSION).json()["wie"] != told["wie"]


def test_the_end_of_the_day_cannot_be_put_off(actor: Actor) -> None:
    client = visitor(actor)
    _began(client, 36_001)
    assert client.post(SESSION).status_code == 401
    assert client.get("/")["Location"] == "/inloggen/"


def test_who_is_out_is_told_nothing(db: None) -> None:
    for answer in (Client().get(SESSION), Client().post(SESSION)):
        assert (answer.status_code, answer.json()) == (401, {})
    assert 'id="sessie"' not in get(Client(), "/inloggen/")


def test_staying_asks_for_the_token_of_a_form(actor: Actor) -> None:
    client: Any = visitor(actor)
    client.handler.enforce_csrf_checks = True
    assert client.post(SESSION).status_code == 403


@override_settings(SESSION_COOKIE_AGE=1)
def test_a_session_in_which_nothing_is_done_ends(actor: Actor) -> None:
    client = visitor(actor)
    get(client, "/")
    time.sleep(1.1)
    assert client.get(SESSION).status_code == 401
