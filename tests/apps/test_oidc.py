"""Logging in through the municipality: the whole way, and everything that a provider does wrong."""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.test import Client
from tests.apps.idp import Provider, running
from tests.apps.municipal_login import BACK, START, begin, go_back, is_logged_in, log_in, with_login

from meedoen.accounts.models import Medewerker, Rolverlening


@pytest.fixture
def idp(db: None) -> Iterator[Provider]:
    with running() as provider, with_login(provider):
        yield provider


def test_the_login_page_offers_it(idp: Provider) -> None:
    page = Client().get("/inloggen/").content.decode()
    assert "Log in met uw account van Voorbeeldstad" in page
    assert f'href="{START}"' in page


def test_the_question_holds_all_that_the_profile_asks(idp: Provider) -> None:
    first, second = (_query(begin(Client())) for _each in range(2))
    assert first["response_type"] == "code"
    assert first["client_id"] == "meedoen"
    assert first["redirect_uri"] == f"http://testserver{BACK}"
    assert first["code_challenge_method"] == "S256"
    assert set(first["scope"].split()) == {"openid", "profile", "email"}
    for name in ("state", "nonce", "code_challenge"):
        assert len(first[name]) == 43, name  # 256 bits in base64
        assert first[name] != second[name]
    assert len({first["state"], first["nonce"], first["code_challenge"]}) == 3
    assert "geheim" not in json.dumps(first)


def test_somebody_new_gets_in_with_the_role_of_the_group(idp: Provider) -> None:
    client, answer = log_in(idp)
    assert answer["Location"] == "/"
    assert "J. de Wit" in client.get("/").content.decode()
    who = Medewerker.objects.get()
    account = SocialAccount.objects.get()
    assert (account.user_id, account.provider, account.uid) == (who.pk, idp.issuer, "sub-1")
    assert account.extra_data == {}
    assert not SocialToken.objects.using("owner").exists()
    assert not who.has_usable_password()
    role = Rolverlening.objects.get()
    assert (role.rol, role.gemeente_id, role.tot) == ("klantmanager", 9999, None)
    assert (role.bron, role.aanbieder) == ("aanbieder", idp.issuer)


def test_whoever_comes_again_is_the_same_whatever_the_address(idp: Provider) -> None:
    log_in(idp)
    idp.claims |= {"email": "anders@voorbeeldstad.example", "name": "J. de Wit-Smit"}
    _, answer = log_in(idp)
    assert answer["Location"] == "/"
    who = Medewerker.objects.get()
    assert (who.naam, who.email) == ("J. de Wit-Smit", "j.dewit@voorbeeldstad.example")
    assert Rolverlening.objects.count() == 1


def test_another_issuer_is_another_person(idp: Provider) -> None:
    log_in(idp)
    with running() as other, with_login(other):
        other.claims["email"] = "ander@elders.example"
        log_in(other)
    assert Medewerker.objects.count() == 2


def test_the_session_changes_at_login(idp: Provider) -> None:
    client = Client()
    address = begin(client)
    before = client.cookies["sessie"].value
    go_back(client, idp.authorize(address))
    assert client.cookies["sessie"].value != before


def test_whoever_comes_in_place_of_another_starts_anew(idp: Provider) -> None:
    client, _ = log_in(idp)
    client.get("/")
    idp.sub, idp.claims["email"] = "sub-2", "ander@voorbeeldstad.example"
    idp.claims["name"] = "A. Nder"
    log_in(idp, client)
    assert "A. Nder" in client.get("/").content.decode()


@pytest.mark.parametrize(("told", "status"), [("high", 302), ("substantial", 302), ("low", 403)])
def test_the_least_level_of_assurance(idp: Provider, told: str, status: int) -> None:
    level = "http://eidas.europa.eu/LoA/"
    with with_login(idp, min_acr=f"{level}substantial"):
        idp.token = {"acr": f"{level}{told}"}
        address = begin(client := Client())
        assert _query(address)["acr_values"] == f"{level}substantial {level}high"
        answer = go_back(client, idp.authorize(address))
        assert answer.status_code == status
        idp.token = {}
        _, without = log_in(idp)
        assert without.status_code == 403
        assert "U moet veiliger inloggen" in without.content.decode()


def test_other_levels_are_named_one_by_one(idp: Provider) -> None:
    with with_login(idp, min_acr="mfa hoog"):
        for told, status in (("hoog", 302), ("mfa", 302), ("mf", 403)):
            idp.token = {"acr": told}
            assert log_in(idp)[1].status_code == status


def test_userinfo_adds_what_the_token_lacks_about_the_same_person(idp: Provider) -> None:
    groups = idp.claims.pop("groups")
    idp.userinfo = {"groups": groups, "name": "Iemand anders"}
    with with_login(idp, userinfo=True):
        assert is_logged_in(log_in(idp)[0])
        assert Medewerker.objects.get().naam == "J. de Wit"
        idp.userinfo["sub"] = "sub-9"
        assert log_in(idp)[1].status_code == 403


@pytest.mark.parametrize("kind", ["rsa", "ec"])
def test_a_key_instead_of_a_secret(idp: Provider, kind: str) -> None:
    key: Any = rsa.generate_private_key(65537, 2048)
    key = ec.generate_private_key(ec.SECP256R1()) if kind == "ec" else key
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    with with_login(idp, secret="", key=pem):
        assert is_logged_in(log_in(idp)[0])
    form = next(form for path, form in idp.asked if path == "/token")
    assert "client_secret" not in form
    assert form["client_assertion_type"].endswith("jwt-bearer")
    told = jwt.decode(
        form["client_assertion"],
        key.public_key(),
        algorithms=["RS256", "ES256"],
        audience=f"{idp.issuer}/token",
        options={"require": ["jti", "exp", "iat", "nbf"]},
    )
    assert told["iss"] == told["sub"] == "meedoen"
    assert told["exp"] - told["iat"] <= 60
    assert jwt.get_unverified_header(form["client_assertion"])["kid"]


def test_an_unknown_provider_is_not_there(idp: Provider) -> None:
    for place in ("start/", "ander/", "ander/terug/", "ander/uitgelogd/"):
        assert Client().get(f"/inloggen/bij/{place}").status_code == 404


def test_logging_out_tells_that_the_municipality_still_knows(idp: Provider) -> None:
    client, _ = log_in(idp)
    answer = client.post("/uitloggen/")
    assert answer["Location"] == "/inloggen/bij/gemeente/uitgelogd/"
    page = client.get(answer["Location"]).content.decode()
    assert f"{idp.issuer}/logout?client_id=meedoen&amp;post_logout_redirect_uri=" in page
    assert not is_logged_in(client)
    idp.discovery = {"end_session_endpoint": None}


def test_nothing_of_a_token_stands_in_a_log(
    idp: Provider, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    for token in ({}, {"nonce": "x"}, {"exp": 1}):
        idp.token = token
        log_in(idp)
    told = capsys.readouterr()
    text = caplog.text + told.out + told.err
    assert "login_refused" in text
    for secret in ("eyJ", "code-", "geheim", "dewit", "sub-1"):
        assert secret not in text, secret


def _query(address: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
