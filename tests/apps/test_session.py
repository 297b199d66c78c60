"""Staying logged in: what a page is told, and that it ends in time whatever is done."""

import re
import time
from typing import Any

import pytest
from django.test import Client, override_settings
from tests.apps.browsing import few_queries, get
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, team

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.config.headers import BEGAN

SESSION = "/sessie/"


@pytest.fixture
def actor(db: None) -> Actor:
    return team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]


def _began(client: Client, ago: int) -> None:
    session = client.session
    session[BEGAN] = int(time.time()) - ago
    session.save()


def test_a_page_knows_when_the_session_ends(actor: Actor) -> None:
    client = visitor(actor)
    with few_queries():
        page = get(client, "/")
    assert 'data-rust="1800"' in page
    assert re.search(r'data-dag="(35\d\d\d|36000)"', page.replace("\n", " "))
    assert "logt Meedoen u uit om" in page
    _began(client, 36_000 - 300)
    assert re.search(r'data-rust="(29\d|300)"', get(client, "/"))  # the day ends first


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
