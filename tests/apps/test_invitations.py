"""Invitations: from the link to the first page, and everything that must not work."""

import json
import re
from datetime import date, timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.test import Client, override_settings
from django.utils import timezone
from tests.apps.browsing import day, few_queries, get, post
from tests.apps.factor import app_of, code_of
from tests.apps.visitor import visitor
from tests.dossier.makers import ELDERS, HIER, team

from meedoen.accounts.actions import AccountError, add_medewerker, grant_role
from meedoen.accounts.actor import Actor, NotAllowedError
from meedoen.accounts.invitations.actions import (
    Invitee,
    accept,
    invite,
    invite_again,
    key_hash,
    usable,
)
from meedoen.accounts.models import Medewerker, Rechtenregel, Rolverlening, Uitnodiging
from meedoen.accounts.roles import Rol

LIST, NEW, AGAIN = "/uitnodigingen/", "/uitnodigingen/nieuw/", "/uitnodigingen/opnieuw/"
LINK, SAFETY = "/uitnodigingen/link/", "/beveiliging/"
WORD, EMAIL = "vier losse woorden samen", "nieuw@voorbeeldstad.example"
TODAY = timezone.localdate()
WHOM = Invitee(EMAIL, "N. Nieuw", Rol.KLANTMANAGER, TODAY)


@pytest.fixture
def beheerder(db: None) -> Actor:
    return team(HIER, Rol.BEHEERDER)[Rol.BEHEERDER]


def typed_in(**other: Any) -> dict[str, Any]:
    first = {"naam": WHOM.naam, "email": EMAIL, "rol": "klantmanager", **day("van", TODAY)}
    return first | other


def _link(client: Client, address: str, **typed: Any) -> str:
    """The path of the link that the screen shows."""
    assert client.post(address, typed)["Location"] == "/uitnodigingen/link/"
    found = re.search(
        r"http://testserver(/uitnodiging/[\w-]{43}/)", get(client, "/uitnodigingen/link/")
    )
    assert found is not None
    assert client.get("/uitnodigingen/link/")["Location"] == LIST  # shown once
    return found[1]


def opened(path: str) -> Client:
    client = Client()
    assert client.get(path)["Location"] == "/uitnodiging/"
    return client


def test_from_link_to_first_page(beheerder: Actor) -> None:
    sender = visitor(beheerder)
    path = _link(sender, NEW, **typed_in())
    with few_queries():
        assert "open tot" in get(sender, LIST)
    assert not Rolverlening.objects.filter(medewerker__email=EMAIL).exists()
    client = opened(path)
    assert "Dag N. Nieuw" in get(client, "/uitnodiging/")
    page = post(client, "/uitnodiging/", status=400, wachtwoord="kort")
    assert "ten minste 12 tekens" in page
    assert client.post("/uitnodiging/", {"wachtwoord": WORD})["Location"] == "/"
    assert client.get("/")["Location"] == SAFETY  # the second factor comes at once
    secret = "".join(re.findall(r"<span>([A-Z2-7]{4})</span>", get(client, f"{SAFETY}app/")))
    client.post(f"{SAFETY}app/", {"code": code_of(secret)})
    get(client, f"{SAFETY}herstelcodes/")
    assert "Werklijst" in get(client, "/")
    given = Rolverlening.objects.get(medewerker__email=EMAIL)
    assert (given.rol, given.van, given.tot) == ("klantmanager", TODAY, None)
    assert given.verleend_door_id == beheerder.medewerker_id
    told = Rechtenregel.objects.get(medewerker__email=EMAIL)
    assert (told.soort, told.rol, told.door_id) == ("gegeven", given.rol, beheerder.medewerker_id)
    assert "gebruikt" in get(sender, LIST)
    assert Client().get(path).status_code == 410  # once


def test_opening_the_link_twice_does_not_use_it(beheerder: Actor) -> None:
    path = _link(visitor(beheerder), NEW, **typed_in())
    opened(path)  # as a mail filter does
    client = opened(path)
    assert client.post("/uitnodiging/", {"wachtwoord": WORD})["Location"] == "/"


def test_only_the_hash_of_the_link_is_kept(beheerder: Actor) -> None:
    client = visitor(beheerder)
    client.post(NEW, typed_in())
    kept = client.session["uitnodiging_link"]
    path = re.search(r"/uitnodiging/([\w-]{43})/", get(client, "/uitnodigingen/link/"))
    assert path is not None
    assert path[1] not in kept
    assert path[1] not in json.dumps(dict(client.session))
    row = Uitnodiging.objects.get()
    assert bytes(row.sleutel_hash) == key_hash(path[1])


def test_it_works_three_days_and_no_longer(beheerder: Actor) -> None:
    at = timezone.now()
    assert invite(WHOM, HIER, by=beheerder, at=at - timedelta(hours=71)) is not None
    assert usable(at).count() == 1
    assert usable(at + timedelta(hours=2)).count() == 0
    with pytest.raises(AccountError, match="werkt niet meer"):
        accept(Uitnodiging.objects.get().pk, WORD, at=at + timedelta(hours=2))


def test_a_withdrawn_link_does_not_work(beheerder: Actor) -> None:
    sender = visitor(beheerder)
    path = _link(sender, NEW, **typed_in())
    halfway = opened(path)
    row = Uitnodiging.objects.get()
    post(sender, f"{LIST}{row.pk}/intrekken/")
    assert "ingetrokken" in get(sender, LIST)
    assert Client().get(path).status_code == 410
    assert halfway.post("/uitnodiging/", {"wachtwoord": WORD}).status_code == 410
    post(sender, f"{LIST}{row.pk}/intrekken/")
    assert "al gebruikt of ingetrokken" in get(sender, LIST)


def test_a_guessed_link_does_not_work(db: None) -> None:
    for guess in ("x", "a" * 43, "%00", "..", "1"):
        assert Client().get(f"/uitnodiging/{guess}/").status_code in {404, 410}
    assert Client().get("/uitnodiging/").status_code == 410


def test_a_role_begins_not_before_its_use_and_ends_as_told(beheerder: Actor) -> None:
    at, later = timezone.now(), TODAY + timedelta(days=9)
    earlier = Invitee(EMAIL, "N", Rol.JURIST, TODAY - timedelta(days=40), later)
    assert invite(earlier, HIER, by=beheerder, at=at)
    accept(Uitnodiging.objects.get().pk, WORD, at=at)
    given = Rolverlening.objects.get(medewerker__email=EMAIL)
    assert (given.van, given.tot) == (TODAY, later)
    over = Invitee("b@example.org", "B", Rol.JURIST, TODAY - timedelta(days=9), TODAY)
    assert invite(over, HIER, by=beheerder, at=at)
    assert usable(at).count() == 0  # its role is over already


def test_who_has_an_account_gets_the_role_at_once(beheerder: Actor) -> None:
    who = add_medewerker(EMAIL, "Elders bekend", WORD)
    grant_role(who, Rol.FG, ELDERS, van=date(2022, 1, 1))
    sender = visitor(beheerder)
    assert sender.post(NEW, typed_in(email=EMAIL.upper()))["Location"] == LIST
    assert "Elders bekend heeft al een account" in get(sender, LIST)
    assert not Uitnodiging.objects.exists()
    assert who.rolverlening_set.get(gemeente=HIER).rol == "klantmanager"
    assert Medewerker.objects.get(pk=who.pk).check_password(WORD)
    assert "heeft deze rol al" in post(sender, NEW, status=400, **typed_in())


@pytest.mark.parametrize(
    ("other", "word"),
    [
        ({"naam": ""}, "Vul in: «Naam»"),
        ({"email": "geen adres"}, "e-mailadres"),
        ({"rol": ""}, "Kies een antwoord"),
        ({"rol": "burgemeester"}, "burgemeester"),
        ({"van_dag": "40"}, "bestaat niet"),
        (day("tot", TODAY - timedelta(days=1)), "voor de eerste dag"),
    ],
)
def test_what_is_wrong_is_told_and_kept(beheerder: Actor, other: Any, word: str) -> None:
    page = post(visitor(beheerder), NEW, status=400, **typed_in(**other))
    assert "<title>Fout:" in page
    assert word in page
    if "naam" not in other:
        assert f'value="{WHOM.naam}"' in page
    assert not Uitnodiging.objects.exists()


def test_an_open_invitation_is_not_made_twice(beheerder: Actor) -> None:
    sender = visitor(beheerder)
    _link(sender, NEW, **typed_in())
    assert "al een uitnodiging" in post(sender, NEW, status=400, **typed_in())


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol != Rol.BEHEERDER])
def test_no_other_role_invites(db: None, rol: Rol) -> None:
    actor = team(HIER, rol)[rol]
    client = visitor(actor)
    for place in (LIST, NEW, AGAIN, "/uitnodigingen/link/"):
        assert client.get(place).status_code == 403
    assert client.post(NEW, typed_in()).status_code == 403
    with pytest.raises(NotAllowedError):
        invite(WHOM, HIER, by=actor, at=timezone.now())


def test_nobody_invites_for_another_municipality_or_himself(beheerder: Actor) -> None:
    at = timezone.now()
    with pytest.raises(NotAllowedError):
        invite(WHOM, ELDERS, by=beheerder, at=at)
    me = Medewerker.objects.get(pk=beheerder.official)
    with pytest.raises(AccountError, match="niet voor uzelf"):
        invite(Invitee(me.email, me.naam, Rol.JURIST, TODAY), HIER, by=beheerder, at=at)
    with pytest.raises(AccountError, match="niet voor uzelf"):
        invite_again(me, HIER, by=beheerder, at=at)
    other = team(ELDERS, Rol.BEHEERDER)[Rol.BEHEERDER]
    assert invite(WHOM, ELDERS, by=other, at=at)
    row = Uitnodiging.objects.get()
    sender = visitor(beheerder)
    assert EMAIL not in get(sender, LIST)
    assert sender.post(f"{LIST}{row.pk}/intrekken/").status_code == 404


def test_beginning_anew_ends_everything_that_was(beheerder: Actor) -> None:
    who = add_medewerker(EMAIL, "N. Nieuw", WORD)
    grant_role(who, Rol.KLANTMANAGER, HIER, van=date(2022, 1, 1))
    secret, client = app_of(who), Client()
    client.post("/inloggen/", {"login": EMAIL, "password": WORD})
    halfway = Client()
    halfway.post("/inloggen/", {"login": EMAIL, "password": WORD})
    client.post("/inloggen/code/", {"code": code_of(secret)})
    get(client, "/")
    path = _link(visitor(beheerder), AGAIN, wie=who.pk)
    assert client.get("/")["Location"] == "/inloggen/"
    assert not Authenticator.objects.filter(user=who).exists()
    halfway.post("/inloggen/code/", {"code": code_of(secret, later=1)})
    assert halfway.get("/")["Location"] == "/inloggen/"
    post(Client(), "/inloggen/", status=400, login=EMAIL, password=WORD)
    fresh = opened(path)
    assert "Uw rol blijft" in get(fresh, "/uitnodiging/")
    assert fresh.post("/uitnodiging/", {"wachtwoord": WORD})["Location"] == "/"
    assert who.rolverlening_set.count() == 1


def test_beginning_anew_keeps_the_role_that_was_offered(beheerder: Actor) -> None:
    at = timezone.now()
    assert invite(WHOM, HIER, by=beheerder, at=at - timedelta(days=9))
    who = Medewerker.objects.get(email=EMAIL)
    assert invite_again(who, HIER, by=beheerder, at=at)
    accept(usable(at).get().pk, WORD, at=at)
    assert who.rolverlening_set.get().rol == "klantmanager"


def test_who_logs_in_at_the_municipality_gets_no_password(beheerder: Actor) -> None:
    who = add_medewerker(EMAIL, "N. Nieuw")
    grant_role(who, Rol.KLANTMANAGER, HIER, van=date(2022, 1, 1))
    SocialAccount.objects.create(user=who, provider="https://login.example", uid="1")
    page = post(visitor(beheerder), AGAIN, status=400, wie=str(who.pk))
    assert "logt in bij de gemeente" in page
    assert not Uitnodiging.objects.exists()


def test_who_also_works_elsewhere_is_not_taken_over(beheerder: Actor) -> None:
    who = add_medewerker(EMAIL, "N. Nieuw", WORD)
    for code in (HIER, ELDERS):
        grant_role(who, Rol.KLANTMANAGER, code, van=date(2022, 1, 1))
    page = post(visitor(beheerder), AGAIN, status=400, wie=str(who.pk))
    assert "ook voor een andere gemeente" in page
    assert Medewerker.objects.get(pk=who.pk).check_password(WORD)
    stranger = add_medewerker("ver@example.org", "Ver weg", WORD)
    grant_role(stranger, Rol.FG, ELDERS, van=date(2022, 1, 1))
    page = post(visitor(beheerder), AGAIN, status=400, wie=str(stranger.pk))
    assert "Ver weg" not in page


@override_settings(LOCAL_LOGIN=False)
def test_without_local_login_an_invitation_opens_nothing(beheerder: Actor) -> None:
    sleutel = invite(WHOM, HIER, by=beheerder, at=timezone.now())
    assert Client().get(f"/uitnodiging/{sleutel}/").status_code == 404
    assert Client().get("/uitnodiging/").status_code == 404


def test_what_happened_is_in_the_security_log(
    beheerder: Actor, caplog: pytest.LogCaptureFixture
) -> None:
    path = _link(visitor(beheerder), NEW, **typed_in())
    opened(path).post("/uitnodiging/", {"wachtwoord": WORD})
    told: list[Any] = [each.msg for each in caplog.records if each.name == "meedoen.security"]
    assert [line["event"] for line in told] == ["invitation_made", "invitation_used", "login"]
    assert told[0]["by"] == beheerder.medewerker_id
    for secret in (EMAIL, WORD, path.split("/")[2]):
        assert secret not in caplog.text
