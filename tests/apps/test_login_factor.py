"""The second factor: nobody gets further without one, and its secrets are sealed."""

import json
import re
from datetime import date
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.db import connection
from django.test import Client, TestCase, override_settings
from django.urls import get_resolver
from tests.apps.browsing import few_queries, get, post
from tests.apps.factor import app_of, code_of
from tests.apps.test_crawl import addresses
from tests.dossier.makers import HIER

from meedoen.accounts.actions import add_medewerker, grant_role
from meedoen.accounts.login import views
from meedoen.accounts.models import Medewerker
from meedoen.accounts.roles import Rol

LOGIN, CODE, SAFETY = "/inloggen/", "/inloggen/code/", "/beveiliging/"
APP, CODES = f"{SAFETY}app/", f"{SAFETY}herstelcodes/"
WACHTWOORD, EMAIL = "een heel lang wachtwoord", "j.dewit@voorbeeldstad.example"
# What one needs before there is a second factor; an invitation opens with the key of its link, and
# "sessie" tells the time that is left.
ENTRY = ("beveiliging/", "inloggen/", "bevestigen/", "uitloggen/", "uitnodiging/", "sessie/")
EARLY = (*ENTRY, ".well-known", "_healthz", "^static", "v1/")


@pytest.fixture
def who(db: None) -> Medewerker:
    made = add_medewerker(EMAIL, "J. de Wit", WACHTWOORD)
    grant_role(made, Rol.KLANTMANAGER, HIER, van=date(2022, 1, 1))
    return made


def _with_password() -> tuple[Client, str]:
    client = Client()
    answer = client.post(LOGIN, {"login": EMAIL, "password": WACHTWOORD})
    return client, str(answer["Location"])


def _add_app(client: Client) -> str:
    """The secret of the app that somebody sets up on the pages."""
    found = re.findall(r"<span>([A-Z2-7]{4})</span>", get(client, APP))
    secret = "".join(found)
    assert client.post(APP, {"code": code_of(secret)})["Location"] == CODES
    return secret


def test_with_a_password_alone_one_only_sets_a_second_factor(who: Medewerker) -> None:
    client, _ = _with_password()
    values: dict[str, Any] = dict.fromkeys([name for each in addresses() for name in each.names], 1)
    closed = 0
    for each in addresses():
        if each.route.startswith(EARLY):
            continue
        for answer in (client.get(each.path(values)), client.post(each.path(values))):
            assert answer.headers.get("Location") == SAFETY, each.route
        closed += 1
    assert closed > 30
    assert "U hebt nog geen tweede stap" in get(client, SAFETY)


def test_an_app_is_set_up_and_then_the_work_begins(who: Medewerker) -> None:
    client, _ = _with_password()
    secret = _add_app(client)
    shown = re.findall(r"<li><code>(\d{10})</code>", get(client, CODES))
    assert len(set(shown)) == 10
    assert not re.findall(r"<code>\d{10}", get(client, CODES))  # shown once
    with few_queries():
        assert "Werklijst" in get(client, "/")
    with few_queries():
        assert "U gebruikt een app" in get(client, SAFETY)
    other, place = _with_password()
    assert place == CODE
    assert other.get("/")["Location"] == LOGIN
    cache.clear()  # the code of the set-up was used
    assert other.post(CODE, {"code": code_of(secret)})["Location"] == "/"


def test_a_recovery_code_works_once(who: Medewerker) -> None:
    client, _ = _with_password()
    _add_app(client)
    code = re.findall(r"<li><code>(\d{10})</code>", get(client, CODES))[3]
    second, _ = _with_password()
    assert second.post(CODE, {"code": code})["Location"] == "/"
    assert "nog 9 herstelcodes" in get(second, SAFETY)
    third, _ = _with_password()
    assert "klopt niet" in post(third, CODE, code=code, status=400)


def test_a_code_works_once(who: Medewerker) -> None:
    secret = app_of(who)
    code = code_of(secret)
    first, second = _with_password()[0], _with_password()[0]
    assert first.post(CODE, {"code": f" {code[:3]} {code[3:]} "})["Location"] == "/"
    assert "is al gebruikt" in post(second, CODE, code=code, status=400)
    assert second.get("/")["Location"] == LOGIN


@pytest.mark.parametrize("code", ["", "000000", "abc", "1" * 60, "½"])
def test_a_wrong_code_leads_nowhere(who: Medewerker, code: str) -> None:
    app_of(who)
    client, _ = _with_password()
    assert "<title>Fout:" in post(client, CODE, code=code, status=400)
    assert client.get("/")["Location"] == LOGIN


def test_a_login_halfway_can_be_stopped(who: Medewerker) -> None:
    app_of(who)
    client, _ = _with_password()
    assert client.get(LOGIN)["Location"] == CODE
    assert client.post("/uitloggen/")["Location"] == LOGIN
    assert "Wachtwoord" in get(client, LOGIN)


def test_a_session_of_before_the_factor_ends(who: Medewerker) -> None:
    """Somebody who knew the password first must not add a factor of his own later."""
    thief, _ = _with_password()
    get(thief, APP)
    app_of(who)
    assert thief.get(APP)["Location"] == LOGIN
    assert thief.post(APP, {"code": "1"})["Location"].startswith((LOGIN, "/bevestigen/"))
    assert Authenticator.objects.filter(user=who).count() == 1


def test_the_last_factor_stays(who: Medewerker) -> None:
    client, _ = _with_password()
    _add_app(client)
    get(client, CODES)
    assert client.get(f"{APP}weg/")["Location"] == SAFETY
    assert client.post(f"{APP}weg/")["Location"] == SAFETY
    assert "uw laatste tweede stap" in get(client, SAFETY)
    assert Authenticator.objects.filter(user=who, type="totp").exists()


def test_whoever_logged_in_long_ago_shows_again_who_he_is(who: Medewerker) -> None:
    client, _ = _with_password()
    _add_app(client)
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 3600
    session.save()
    for place in (f"{SAFETY}passkey/", f"{CODES}nieuw/"):
        assert client.get(place)["Location"].startswith("/bevestigen/?next=")
    wrong = {"password": "fout"}
    assert "niet uw wachtwoord" in post(client, "/bevestigen/", status=400, **wrong)
    answer = client.post("/bevestigen/", {"password": WACHTWOORD, "next": f"{CODES}nieuw/"})
    assert answer["Location"] == f"{CODES}nieuw/"
    assert "Maak nieuwe codes" in get(client, f"{CODES}nieuw/")


def test_secrets_are_sealed_in_the_table(who: Medewerker) -> None:
    client, _ = _with_password()
    secret = _add_app(client)
    with connection.cursor() as cursor:
        cursor.execute("SELECT data::text FROM mfa_authenticator")
        rows = [json.loads(row[0]) for row in cursor.fetchall()]
    assert {name for row in rows for name in row} >= {"secret", "seed"}
    kept = [row.get("secret") or row.get("seed") for row in rows]
    assert all(each.startswith("test:") for each in kept)
    assert secret not in json.dumps(rows)


def test_a_closed_account_is_out_at_once(who: Medewerker) -> None:
    secret = app_of(who)
    client, _ = _with_password()
    client.post(CODE, {"code": code_of(secret)})
    get(client, "/")
    halfway, _ = _with_password()
    Medewerker.objects.filter(pk=who.pk).update(is_active=False)
    assert client.get("/")["Location"] == LOGIN
    cache.clear()
    halfway.post(CODE, {"code": code_of(secret)})
    assert halfway.get("/")["Location"] == LOGIN
    page = post(Client(), LOGIN, login=EMAIL, password=WACHTWOORD, status=400)
    assert "horen niet bij elkaar" in page


def test_another_password_ends_other_sessions(who: Medewerker) -> None:
    secret = app_of(who)
    clients = []
    for _ in range(2):
        client, _place = _with_password()
        cache.clear()
        client.post(CODE, {"code": code_of(secret)})
        clients.append(client)
    mine, other = clients
    typed = {"oldpassword": WACHTWOORD, "password1": "kort"}
    page = post(mine, f"{SAFETY}wachtwoord/", status=400, **typed)
    assert "ten minste 12 tekens" in page
    typed["password1"] = "wachtwoord12"
    post(mine, f"{SAFETY}wachtwoord/", status=302, **typed | {"password1": "een andere lange zin"})
    get(mine, "/")
    assert other.get("/")["Location"] == LOGIN


@pytest.mark.parametrize("password", ["password1234", "qwertyuiop123", "j.dewit@voorbeeldstad"])
def test_a_password_that_is_easily_guessed_is_refused(who: Medewerker, password: str) -> None:
    secret = app_of(who)
    client, _ = _with_password()
    client.post(CODE, {"code": code_of(secret)})
    typed = {"oldpassword": WACHTWOORD, "password1": password}
    assert "Kies een ander" in post(client, f"{SAFETY}wachtwoord/", status=400, **typed)


def test_another_password_asks_for_the_one_of_now(who: Medewerker) -> None:
    secret = app_of(who)
    client, _ = _with_password()
    client.post(CODE, {"code": code_of(secret)})
    for old in ("fout", f" {WACHTWOORD}", ""):  # to the letter: a space is a sign too
        typed = {"oldpassword": old, "password1": "een andere lange zin"}
        assert "Wachtwoord van nu" in post(client, f"{SAFETY}wachtwoord/", status=400, **typed)
    who.refresh_from_db()
    assert who.check_password(WACHTWOORD)


def test_who_logs_in_elsewhere_sets_no_factor_here(who: Medewerker) -> None:
    who.set_unusable_password()
    who.save()
    client = Client()
    client.force_login(who)
    session = client.session
    session["account_authentication_methods"] = [{"method": "socialaccount", "at": 9e9}]
    session["account_authentication_methods_user"] = str(who.pk)
    session["functie"] = who.rolverlening_set.get().pk
    session.save()
    get(client, "/")
    assert "U logt in bij uw gemeente" in get(client, SAFETY)
    for place in (APP, f"{SAFETY}passkey/", f"{SAFETY}wachtwoord/"):
        get(client, place, status=404)


@override_settings(DEMO=True)
def test_in_the_demo_a_password_is_enough_and_a_factor_may_be_tried(who: Medewerker) -> None:
    from django.utils.timezone import now

    from meedoen.accounts.actions import set_demo_day

    set_demo_day(date(2026, 11, 23), at=now())
    client, place = _with_password()
    assert place == "/"
    get(client, "/")
    _add_app(client)
    get(client, CODES)
    assert _with_password()[1] == CODE


@override_settings(LOCAL_LOGIN=False)
def test_without_local_login_there_is_no_way_in_with_a_password(who: Medewerker) -> None:
    page = get(Client(), LOGIN)
    assert "Wachtwoord" not in page
    for address in addresses():
        if address.route.startswith(("beveiliging", "bevestigen", "inloggen/")):
            path = address.path({"pk": 1})
            expected = 200 if path == LOGIN else 404
            assert Client().get(path).status_code == expected, path
            answer = Client().post(path, {"login": EMAIL, "password": WACHTWOORD})
            assert answer.status_code in {404, 405}, path  # a login of a municipality is a link


def test_no_other_address_of_allauth_is_on() -> None:
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    ours = {
        "account_login",
        "account_reauthenticate",
        "account_change_password",
        "mfa_login_webauthn",
        "mfa_authenticate",
        "mfa_index",
        "mfa_list_webauthn",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_add_webauthn",
        "mfa_remove_webauthn",
        "mfa_view_recovery_codes",
        "mfa_generate_recovery_codes",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
    }
    assert {n for n in names if n.startswith(("account_", "mfa_", "headless"))} == ours
    foreign = [a.route for a in addresses() if a.view.__module__.startswith("allauth")]
    wrapped = [a.route for a in addresses() if a.view in vars(views).values()]
    assert set(foreign) <= set(wrapped)


def test_a_new_factor_is_a_line_in_the_security_log(
    who: Medewerker, caplog: pytest.LogCaptureFixture
) -> None:
    client, _ = _with_password()
    with TestCase.captureOnCommitCallbacks(execute=True):
        _add_app(client)
    told: list[Any] = [each.msg for each in caplog.records if each.name == "meedoen.security"]
    assert [line["event"] for line in told] == ["login", "factor_added"]
    assert {line["medewerker"] for line in told} == {who.pk}
    assert EMAIL not in caplog.text
