"""Logging in, choosing a role, and where each role begins."""

from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from tests.apps.browsing import few_queries, get, post
from tests.apps.factor import app_of, code_of
from tests.apps.visitor import visitor
from tests.dossier.makers import ELDERS, HIER

from meedoen.accounts.actions import add_medewerker, grant_role, revoke_role
from meedoen.accounts.models import Medewerker, Rolverlening
from meedoen.accounts.roles import Recht, Rol, with_right

LOGIN, CODE, ROLE, BEGIN = "/inloggen/", "/inloggen/code/", "/rol/", "/begin/"
WACHTWOORD = "een heel lang wachtwoord"
EMAIL = "j.dewit@voorbeeldstad.example"


@pytest.fixture
def who(db: None) -> Medewerker:
    return add_medewerker(EMAIL, "J. de Wit", WACHTWOORD)


def _give(who: Medewerker, rol: Rol, code: int = HIER) -> Rolverlening:
    return grant_role(who, rol, code, van=date(2022, 1, 1))


def _log_in(email: str = EMAIL) -> tuple[Client, str]:
    """A client that logged in with password and code, and the address where it came."""
    secret = app_of(Medewerker.objects.get(email__iexact=email))
    client = Client()
    answer = client.post(LOGIN, {"login": email, "password": WACHTWOORD})
    assert answer.headers.get("Location") == CODE
    answer = client.post(CODE, {"code": code_of(secret)})
    return client, str(answer.headers.get("Location", answer.status_code))


@pytest.mark.parametrize("rol", Rol)
def test_whoever_has_one_role_begins_in_it(who: Medewerker, rol: Rol) -> None:
    _give(who, rol)
    client, place = _log_in()
    cases = rol in with_right(Recht.DOSSIERS_ZIEN)
    assert place == ("/" if cases else BEGIN)
    with few_queries():
        page = get(client, place)
    assert "J. de Wit" in page
    if not cases:
        assert "ziet u geen dossiers" in page
        get(client, "/", status=403)


@pytest.mark.parametrize(
    ("email", "wachtwoord"),
    [(EMAIL, "verkeerd geraden"), ("niemand@voorbeeldstad.example", WACHTWOORD), (EMAIL, "")],
)
def test_what_was_wrong_is_not_told(who: Medewerker, email: str, wachtwoord: str) -> None:
    _give(who, Rol.KLANTMANAGER)
    page = post(Client(), LOGIN, status=400, login=email, password=wachtwoord)
    assert ("horen niet bij elkaar" in page) is bool(wachtwoord)
    assert wachtwoord not in page or not wachtwoord
    assert f'value="{email}"' in page


def test_capitals_in_the_address_do_not_matter(who: Medewerker) -> None:
    _give(who, Rol.KLANTMANAGER)
    assert _log_in("J.deWit@Voorbeeldstad.example")[1] == "/"


def test_whoever_has_more_roles_chooses_one(who: Medewerker) -> None:
    first, second = _give(who, Rol.KLANTMANAGER), _give(who, Rol.FG, ELDERS)
    client, place = _log_in()
    assert place == ROLE
    page = get(client, ROLE)
    assert "klantmanager, <bdi>Voorbeeld 9999</bdi>" in page
    assert "functionaris gegevensbescherming, <bdi>Voorbeeld 9998</bdi>" in page
    assert client.post(ROLE, {"functie": second.pk})["Location"] == BEGIN
    assert "Voorbeeld 9998" in get(client, BEGIN)
    assert client.post(ROLE, {"functie": first.pk})["Location"] == "/"


def test_nobody_takes_a_role_of_another(who: Medewerker) -> None:
    _give(who, Rol.KLANTMANAGER), _give(who, Rol.FG)
    other = _give(add_medewerker("ander@voorbeeldstad.example", "Ander"), Rol.TEAMLEIDER)
    client, _ = _log_in()
    for stolen in (other.pk, "x", "", 10**20):
        assert client.post(ROLE, {"functie": stolen}).status_code == 200
    assert client.get("/")["Location"] == ROLE


def test_without_a_role_there_is_nothing_but_advice(who: Medewerker) -> None:
    client, place = _log_in()
    assert place == ROLE
    assert "U hebt geen rol" in get(client, ROLE)
    assert client.get("/")["Location"] == ROLE


def test_a_role_that_ends_ends_at_once(who: Medewerker) -> None:
    role = _give(who, Rol.KLANTMANAGER)
    client, _ = _log_in()
    get(client, "/")
    revoke_role(role, tot=date(2022, 1, 2))
    assert client.get("/")["Location"] == ROLE


def test_logging_out_ends_it(who: Medewerker) -> None:
    _give(who, Rol.KLANTMANAGER)
    client, _ = _log_in()
    assert client.get("/uitloggen/").status_code == 405
    answer = client.post("/uitloggen/")
    assert answer["Location"] == LOGIN
    assert "cache" in answer["Clear-Site-Data"]
    assert client.get("/")["Location"] == LOGIN


@pytest.mark.parametrize("place", [ROLE, BEGIN, "/", "/dossiers/", "/dossiers/7/brieven/"])
def test_a_stranger_comes_to_the_login_and_from_there_back(db: None, place: str) -> None:
    there = Client().get(f"{place}?q=geheim")["Location"]
    assert there.partition("?")[0] == LOGIN
    assert "geheim" not in there
    if place.startswith("/dossiers/"):
        assert f'name="next" value="{place}"' in get(Client(), there)


def test_after_the_login_one_is_back_but_never_elsewhere(who: Medewerker) -> None:
    _give(who, Rol.KLANTMANAGER)
    secret = app_of(who)
    for next_, place in (("/dossiers/", "/dossiers/"), ("https://kwaad.example/", "/")):
        client = Client()
        client.post(LOGIN, {"login": EMAIL, "password": WACHTWOORD, "next": next_})
        cache.clear()  # the same code twice
        assert client.post(CODE, {"code": code_of(secret)})["Location"] == place


def test_what_is_sent_without_a_session_is_told(db: None) -> None:
    client = Client()
    assert client.post("/dossiers/nieuw/", {"x": "y"})["Location"] == LOGIN
    assert "is niet opgeslagen" in get(client, LOGIN)


def test_the_session_changes_at_login(who: Medewerker) -> None:
    _give(who, Rol.KLANTMANAGER)
    secret, client = app_of(who), Client()
    client.get(LOGIN)
    before = client.cookies.get("sessie")
    client.post(LOGIN, {"login": EMAIL, "password": WACHTWOORD})
    client.post(CODE, {"code": code_of(secret)})
    assert before is None or client.cookies["sessie"].value != before.value


def test_a_visitor_of_the_tests_is_as_good_as_a_login(who: Medewerker) -> None:
    from meedoen.accounts.actor import Actor

    _give(who, Rol.TEAMLEIDER)
    get(visitor(Actor(who.pk, who.naam, Rol.TEAMLEIDER, (HIER,))), "/")
