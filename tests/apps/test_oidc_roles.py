"""Who gets in through the municipality, and in which role: the groups say it, at every login."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.utils.timezone import localdate
from tests.apps.idp import GROUP, Provider, running
from tests.apps.municipal_login import is_logged_in, log_in, with_login

from meedoen.accounts.actions import add_medewerker, grant_role
from meedoen.accounts.models import Koppelverzoek, Medewerker, Rechtenregel, Rolverlening
from meedoen.accounts.roles import Rol

EMAIL = "j.dewit@voorbeeldstad.example"


@pytest.fixture
def idp(db: None) -> Iterator[Provider]:
    with running() as provider, with_login(provider):
        yield provider


def _roles() -> list[tuple[str, int, bool]]:
    rows = Rolverlening.objects.order_by("pk")
    return [(each.rol, each.gemeente_id, each.tot is None) for each in rows]


def _refused(idp: Provider, words: str) -> None:
    client, answer = log_in(idp)
    assert answer.status_code == 403
    assert words in answer.content.decode()
    assert not is_logged_in(client)


@pytest.mark.parametrize("groups", [[], ["onbekend"], "onbekend", None, ["elders"]])
def test_without_a_group_of_ours_nobody_gets_in_and_nothing_is_kept(
    idp: Provider, groups: Any
) -> None:
    idp.claims["groups"] = groups
    _refused(idp, "U hebt nog geen toegang")
    assert not Medewerker.objects.exists()
    assert not SocialAccount.objects.exists()
    assert not Koppelverzoek.objects.exists()


def test_one_group_may_be_a_text_as_adfs_sends_it(idp: Provider) -> None:
    idp.claims["groups"] = GROUP
    log_in(idp)
    assert _roles() == [("klantmanager", 9999, True)]


def test_a_group_may_give_roles_for_more_municipalities(idp: Provider) -> None:
    idp.claims["groups"] = ["beheer"]
    _, answer = log_in(idp)
    assert answer["Location"] == "/rol/"
    assert sorted(_roles()) == [("beheerder", 9999, True), ("fg", 9998, True)]


def test_another_claim_may_hold_the_groups(idp: Provider) -> None:
    idp.claims |= {"groups": [], "roles": [GROUP]}
    with with_login(idp, groups_claim="roles"):
        assert is_logged_in(log_in(idp)[0])


def test_a_group_that_is_gone_ends_the_role_today(idp: Provider) -> None:
    idp.claims["groups"] = [GROUP, "beheer"]
    log_in(idp)
    yesterday = localdate() - timedelta(days=1)
    Rolverlening.objects.update(van=yesterday)
    idp.claims["groups"] = [GROUP]
    assert is_logged_in(log_in(idp)[0])
    assert sorted(_roles()) == [
        ("beheerder", 9999, False),
        ("fg", 9998, False),
        ("klantmanager", 9999, True),
    ]
    assert set(Rolverlening.objects.filter(rol="fg").values_list("van", "tot")) == {
        (yesterday, localdate())
    }
    told = Rechtenregel.objects.filter(soort="beeindigd", door=None, aanbieder=idp.issuer)
    assert set(told.values_list("rol", flat=True)) == {"beheerder", "fg"}


def test_the_last_group_gone_is_no_access_and_the_role_has_ended(idp: Provider) -> None:
    client, _ = log_in(idp)
    idp.claims["groups"] = []
    _refused(idp, "U hebt nog geen toegang")
    assert _roles() == [("klantmanager", 9999, False)]  # given and ended on one day
    assert client.get("/")["Location"] == "/rol/"  # a session that was open does nothing more


def test_back_in_the_group_is_a_new_row(idp: Provider) -> None:
    log_in(idp)
    idp.claims["groups"] = []
    log_in(idp)
    idp.claims["groups"] = [GROUP]
    assert is_logged_in(log_in(idp)[0])
    assert _roles() == [("klantmanager", 9999, False), ("klantmanager", 9999, True)]


def test_what_was_given_by_hand_stays(idp: Provider) -> None:
    log_in(idp)
    grant_role(Medewerker.objects.get(), Rol.JURIST, 9999, van=date(2022, 1, 1))
    idp.claims["groups"] = []
    assert is_logged_in(log_in(idp)[0])
    assert _roles() == [("klantmanager", 9999, False), ("jurist", 9999, True)]


def test_what_was_given_by_hand_is_not_given_twice(idp: Provider) -> None:
    idp.claims["groups"] = ["beheer"]
    log_in(idp)
    grant_role(Medewerker.objects.get(), Rol.KLANTMANAGER, 9999, van=date(2022, 1, 1))
    idp.claims["groups"] = ["beheer", GROUP]
    log_in(idp)
    assert [rol for rol, _, _ in _roles()].count("klantmanager") == 1


def test_a_closed_account_stays_out(idp: Provider) -> None:
    log_in(idp)
    Medewerker.objects.update(is_active=False)
    Rolverlening.objects.update(tot=localdate())
    _refused(idp, "Uw account is gesloten")
    assert _roles() == [("klantmanager", 9999, False)]


def test_an_address_that_is_known_is_not_coupled_by_itself(idp: Provider) -> None:
    other = add_medewerker(EMAIL.upper(), "J. de Wit", "een lang wachtwoord")
    for _each in range(2):
        _refused(idp, "Uw e-mailadres is al bekend")
    assert not SocialAccount.objects.exists()
    assert Medewerker.objects.get() == other
    asked = Koppelverzoek.objects.get()
    assert (asked.medewerker, asked.sub, asked.open) == (other, "sub-1", True)


def test_groups_that_are_left_out_end_no_role(idp: Provider) -> None:
    log_in(idp)
    idp.claims |= {"groups": None, "_claim_names": {"groups": "src1"}}
    _refused(idp, "U zit in te veel groepen")
    assert _roles() == [("klantmanager", 9999, True)]


@pytest.mark.parametrize("lacking", [{"name": None}, {"email": None}, {"email": "geen adres"}])
def test_without_a_name_or_an_address_no_account(idp: Provider, lacking: dict[str, Any]) -> None:
    idp.claims |= lacking
    _refused(idp, "Uw gegevens zijn niet compleet")
    assert not Medewerker.objects.exists()


def test_name_and_address_may_come_in_parts(idp: Provider) -> None:
    idp.claims |= {"name": None, "given_name": "Jo", "family_name": "de Wit", "email": None}
    idp.claims["preferred_username"] = "J.deWit@voorbeeldstad.example"
    log_in(idp)
    who = Medewerker.objects.get()
    assert (who.naam, who.email) == ("Jo de Wit", EMAIL)


def test_the_role_is_noted_as_used_on_the_day(idp: Provider) -> None:
    client, _ = log_in(idp)
    assert Rolverlening.objects.get().laatst_gebruikt_op == localdate()
    assert client.get("/").status_code == 200


def test_without_a_provider_the_addresses_are_not_there(db: None) -> None:
    assert Client().get("/inloggen/bij/gemeente/").status_code == 404
    assert "/inloggen/bij/" not in Client().get("/inloggen/").content.decode()
