"""Trying too often: waiting grows, per official and per origin; nobody learns who works here."""

import re
from datetime import date
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings
from tests.apps.browsing import post
from tests.apps.factor import app_of, code_of
from tests.dossier.makers import HIER

from meedoen.accounts.actions import add_medewerker, grant_role
from meedoen.accounts.login.security_log import veiled
from meedoen.accounts.models import Medewerker
from meedoen.accounts.roles import Rol

LOGIN, CODE = "/inloggen/", "/inloggen/code/"
WORD, EMAIL = "een heel lang wachtwoord", "j.dewit@voorbeeldstad.example"
NOBODY = "niemand@voorbeeldstad.example"
FAST = {"PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"]}


@pytest.fixture(autouse=True)
def _fast() -> Any:
    """Many tries: what a password costs to check is not the question here."""
    with override_settings(**FAST):
        yield


@pytest.fixture
def who(db: None) -> Medewerker:
    made = add_medewerker(EMAIL, "J. de Wit", WORD)
    grant_role(made, Rol.KLANTMANAGER, HIER, van=date(2022, 1, 1))
    return made


def _try(email: str, word: str = "fout", client: Client | None = None, **more: Any) -> str:
    answer = (client or Client()).post(LOGIN, {"login": email, "password": word}, **more)
    return str(answer.headers.get("Location") or answer.content.decode())


def _waiting(page: str) -> int:
    """How many minutes the page says; 0 when it does not."""
    found = re.search(r"Wacht (\d+) minu", page)
    return int(found[1]) if found else 0


def _later(monkeypatch: pytest.MonkeyPatch, seconds: int) -> None:
    import time

    real = time.time()
    for place in ("allauth.core.internal.ratelimit", "meedoen.accounts.login.attempts"):
        monkeypatch.setattr(f"{place}.time.time", lambda: real + seconds)


@pytest.mark.parametrize("email", [EMAIL, NOBODY])
def test_after_five_wrong_tries_one_waits_whoever_one_is(who: Medewerker, email: str) -> None:
    pages = [_try(email) for _ in range(5)]
    assert {_waiting(page) for page in pages} == {0}
    assert _waiting(_try(email)) == 5
    assert _waiting(_try(email, WORD)) == 5  # the right one is not told either
    assert _waiting(_try(EMAIL if email == NOBODY else NOBODY)) == 0  # others do not wait


def test_waiting_grows_and_ends(who: Medewerker, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(6):
        _try(EMAIL)
    _later(monkeypatch, 301)
    for _ in range(5):
        assert _waiting(_try(EMAIL)) == 0
    assert 50 < _waiting(_try(EMAIL)) <= 55  # ten within the hour
    _later(monkeypatch, 3700)
    assert _try(EMAIL, WORD) == "/"


def test_a_login_that_succeeds_does_not_count(who: Medewerker) -> None:
    for _ in range(8):
        assert _try(EMAIL, WORD) == "/"


def test_many_addresses_from_one_place_are_stopped_too(db: None) -> None:
    for number in range(60):
        assert _waiting(_try(f"a{number}@example.org")) == 0
    assert _waiting(_try("b@example.org")) > 5


@override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1)
def test_the_place_is_read_from_our_own_proxy_only(db: None) -> None:
    for number in range(60):  # who sends another address himself, is not somebody else
        sent = f"10.0.0.{number}, 192.0.2.7"
        assert _waiting(_try(f"a{number}@example.org", HTTP_X_FORWARDED_FOR=sent)) == 0
    assert _waiting(_try("b@example.org", HTTP_X_FORWARDED_FOR="10.9.9.9, 192.0.2.7")) > 5
    assert _waiting(_try("c@example.org", HTTP_X_FORWARDED_FOR="192.0.2.7, 192.0.2.8")) == 0


def test_codes_of_the_second_step_are_counted_too(who: Medewerker) -> None:
    secret, client = app_of(who), Client()
    assert _try(EMAIL, WORD, client) == CODE
    for _ in range(5):
        assert "klopt niet" in post(client, CODE, status=400, code="000000")
    assert _waiting(post(client, CODE, status=400, code=code_of(secret))) == 5
    other = Client()  # a new login does not begin anew
    _try(EMAIL, WORD, other)
    assert _waiting(post(other, CODE, status=400, code=code_of(secret))) == 5


def test_tries_are_counted_in_the_database_for_every_process(who: Medewerker) -> None:
    for _ in range(5):
        _try(EMAIL)
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM accounts_teller")
        kept = str(cursor.fetchall())
    assert "login_failed" in kept
    assert EMAIL not in kept
    cache.clear()
    assert _waiting(_try(EMAIL)) == 0


def test_the_security_log_tells_it_without_the_address(
    who: Medewerker, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(6):
        _try(f"  {EMAIL.upper()}")
    told: list[Any] = [each.msg for each in caplog.records if each.name == "meedoen.security"]
    assert [line["event"] for line in told] == ["login_failed"] * 5 + ["locked_out"]
    assert {line["address"] for line in told} == {veiled(EMAIL)}
    assert {line["ip"] for line in told} == {"127.0.0.1"}
    assert EMAIL not in caplog.text.lower()
