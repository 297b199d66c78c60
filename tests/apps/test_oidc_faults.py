"""Everything that a provider does wrong, and nobody gets in: a page says why."""

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client
from tests.apps.idp import Provider, running
from tests.apps.municipal_login import BACK, START, begin, go_back, is_logged_in, log_in, with_login

from meedoen.accounts.models import Medewerker
from meedoen.accounts.oidc import wire


@pytest.fixture
def idp(db: None) -> Iterator[Provider]:
    with running() as provider, with_login(provider):
        yield provider


TOKENS: dict[str, dict[str, Any]] = {
    "nonce": {"nonce": "x" * 43},
    "no nonce": {"nonce": None},
    "audience": {"aud": "ander"},
    "a second audience": {"aud": ["meedoen", "ander"]},
    "party": {"azp": "ander"},
    "issuer": {"iss": "https://kwaad.example"},
    "expired": {"exp": 1},
    "no end": {"exp": None},
    "in the future": {"iat": 4102444800},
    "not yet": {"nbf": 4102444800},
    "old": {"iat": 1},
    "no moment": {"iat": None},
    "no subject": {"sub": None},
    "an empty subject": {"sub": ""},
    "a subject that is a number": {"sub": 5},
    "a long subject": {"sub": "x" * 300},
}


@pytest.mark.parametrize("wrong", TOKENS)
def test_a_token_that_does_not_hold_lets_nobody_in(idp: Provider, wrong: str) -> None:
    idp.token = TOKENS[wrong]
    _refused(idp, 403, "Meedoen kan niet zeker weten dat u het bent")


@pytest.mark.parametrize("algorithm", ["none", "HS256", "RS512"])
def test_other_algorithms_are_refused(idp: Provider, algorithm: str) -> None:
    idp.algorithm = algorithm
    _refused(idp, 403, "Meedoen kan niet zeker weten dat u het bent")


def test_a_signature_of_another_key_is_refused(idp: Provider) -> None:
    idp.public = rsa.generate_private_key(65537, 2048)
    _refused(idp, 403, "Meedoen kan niet zeker weten dat u het bent")


def test_an_unknown_key_is_asked_for_once_more_and_then_refused(idp: Provider) -> None:
    idp.header = {"kid": "onbekend"}
    _refused(idp, 403, "Meedoen kan niet zeker weten dat u het bent")
    assert [path for path, _ in idp.asked].count("/jwks") == 2


def test_a_new_key_of_the_provider_is_found(idp: Provider) -> None:
    log_in(idp)
    idp.key, idp.kid = rsa.generate_private_key(65537, 2048), "key-2"
    assert is_logged_in(log_in(idp)[0])


def test_a_token_without_kid_is_good_where_one_key_fits(idp: Provider) -> None:
    idp.header = {"kid": None}
    assert is_logged_in(log_in(idp)[0])


def test_a_clock_may_differ_a_minute(idp: Provider) -> None:
    idp.token = {"iat": int(time.time()) + 40}
    assert is_logged_in(log_in(idp)[0])


def test_a_state_is_good_once(idp: Provider) -> None:
    client = Client()
    address = idp.authorize(begin(client))
    assert go_back(client, address).status_code == 302
    again = go_back(client, address)
    assert again.status_code == 400
    assert "Begin opnieuw" in again.content.decode()


def test_a_state_belongs_to_one_browser(idp: Provider) -> None:
    address = idp.authorize(begin(Client()))
    thief = Client()
    assert go_back(thief, address).status_code == 400
    assert not is_logged_in(thief)


def test_a_state_is_spent_also_when_it_goes_wrong(idp: Provider) -> None:
    client = Client()
    address = idp.authorize(begin(client))
    idp.instead["/token"] = (503, {}, {})
    assert go_back(client, address).status_code == 503
    del idp.instead["/token"]
    assert go_back(client, address).status_code == 400


def test_a_code_is_good_once(idp: Provider) -> None:
    client = Client()
    code = _query(idp.authorize(begin(client)))["code"]
    first, second = (_query(begin(client)) for _each in range(2))
    assert go_back(client, f"{BACK}?code={code}&state={first['state']}").status_code == 502
    assert go_back(client, f"{BACK}?code={code}&state={second['state']}").status_code == 502
    assert not is_logged_in(client)


def test_a_state_ends_after_ten_minutes(idp: Provider) -> None:
    client = Client()
    address = idp.authorize(begin(client))
    session = client.session
    for started in session["aanmeldingen"].values():
        started["began"] -= 601
    session.save()
    assert go_back(client, address).status_code == 400


def test_five_tabs_at_once_and_no_more(idp: Provider) -> None:
    client = Client()
    addresses = [begin(client) for _each in range(6)]
    assert go_back(client, idp.authorize(addresses[0])).status_code == 400
    assert go_back(client, idp.authorize(addresses[1])).status_code == 302


@pytest.mark.parametrize("more", [{"iss": "https://kwaad.example"}])
def test_an_answer_of_another_provider_is_refused(idp: Provider, more: dict[str, str]) -> None:
    idp.back = more
    _refused(idp, 403, "Meedoen kan niet zeker weten dat u het bent")


def test_a_provider_that_signs_its_answer_must(idp: Provider) -> None:
    idp.discovery = {"authorization_response_iss_parameter_supported": True}
    _refused(idp, 403, "Meedoen kan niet zeker weten dat u het bent")
    idp.back = {"iss": idp.issuer}
    assert is_logged_in(log_in(idp)[0])


def test_stopping_is_told_kindly(idp: Provider) -> None:
    idp.back = {"code": "", "error": "access_denied"}
    _refused(idp, 403, "U stopte met inloggen")


def test_an_error_of_the_provider_is_not_shown(idp: Provider) -> None:
    idp.back = {"code": "", "error": "server_error", "error_description": "<b>geheim</b>"}
    page = _refused(idp, 502, "gaf een antwoord dat Meedoen niet kan gebruiken")
    assert "geheim" not in page


DOCUMENTS: dict[str, dict[str, Any]] = {
    "another issuer": {"issuer": "https://kwaad.example"},
    "an issuer with a slash": {"issuer": "http://127.0.0.1/"},
    "keys elsewhere without https": {"jwks_uri": "http://kwaad.example/jwks"},
    "a file": {"token_endpoint": "file:///etc/passwd"},
    "no place to log in": {"authorization_endpoint": None},
}


@pytest.mark.parametrize("wrong", DOCUMENTS)
def test_a_tampered_discovery_is_refused(idp: Provider, wrong: str) -> None:
    idp.discovery = DOCUMENTS[wrong]
    answer = Client().get(START)
    assert answer.status_code == 502
    assert "niet kan gebruiken" in answer.content.decode()


OUTAGES = {
    "busy": ((503, {}, {}), 503),
    "an error": ((500, "<html>", {}), 503),
    "HTML": ((200, "<html>welkom</html>", {}), 502),
    "a list": ((200, [], {}), 502),
    "elsewhere": ((302, {}, {"Location": "http://127.0.0.1:1/"}), 502),
    "endless": ((200, "[" * 1_100_000, {}), 502),
}


@pytest.mark.parametrize("path", ["/.well-known/openid-configuration", "/token", "/jwks"])
@pytest.mark.parametrize("outage", OUTAGES)
def test_a_provider_that_fails_is_a_page_and_no_error(
    idp: Provider, outage: str, path: str
) -> None:
    idp.instead[path], status = OUTAGES[outage]
    client = Client()
    if path.startswith("/.well"):
        answer = client.get(START)
    else:
        answer = go_back(client, idp.authorize(begin(client)))
    assert answer.status_code == status
    assert not is_logged_in(client)
    assert "/inloggen/" in answer.content.decode()


def test_nobody_there_and_too_slow_are_the_same(
    idp: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "TIMEOUT", (0.3, 0.3))
    idp.slow = 1
    assert Client().get(START).status_code == 503
    gone = Provider(issuer="http://127.0.0.1:9")
    with with_login(gone):
        answer = Client().get(START)
    assert answer.status_code == 503
    assert "niet bereiken" in answer.content.decode()


def _refused(idp: Provider, status: int, words: str) -> str:
    """Nobody got in, nothing was made, and the page says what to do."""
    client, answer = log_in(idp)
    page = str(answer.content.decode())
    assert answer.status_code == status, page[:2000]
    assert words in page
    assert "Terug naar inloggen" in page
    assert not is_logged_in(client)
    assert not Medewerker.objects.exists()
    assert not SocialAccount.objects.exists()
    return page


def _query(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
