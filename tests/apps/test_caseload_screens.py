"""Handing over on the screen: choose, look, give; two at once, and what does not fit."""

import re

import pytest
from django.test import Client
from tests.apps.browsing import few_queries, get, post
from tests.apps.test_vervanging import colleague
from tests.apps.visitor import visitor
from tests.dossier.makers import AT, HIER, ON, Team, dossier_for, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.restriction import restrict
from meedoen.dossier.models import Beperking, Dossier

PLACE = "/dossiers/overdracht/"


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.JURIST, Rol.INKOMENSCONSULENT)


def _proposal(client: Client, address: str, by: int, **more: str) -> dict[str, str]:
    page = post(client, address, status=200, stap="verdeel", naar=str(by), **more)
    rows = re.findall(r'name="(naar_\d+)".*?value="(\d+)" selected', page, re.DOTALL)
    return dict(rows)


def test_a_teamleider_chooses_looks_and_gives(people: Team) -> None:
    owner, by = people[Rol.KLANTMANAGER], colleague("Fatma")
    made = [dossier_for(owner, name) for name in ("Selam Tesfay", "Omar Haddad")]
    client = visitor(people[Rol.TEAMLEIDER])
    with few_queries():
        assert owner.naam in get(client, PLACE)
    address = f"{PLACE}?van={owner.official}"
    assert "Kies ten minste één dossier" in post(
        client, address, status=400, stap="verdeel", naar=str(by.official)
    )
    with few_queries():
        rows = _proposal(client, address, by.official, alle="on")
    assert rows == {f"naar_{each.pk}": str(by.official) for each in made}
    again = post(client, address, status=200, stap="reken", **rows)
    assert "+2" in again
    post(client, address, stap="geef", nota="Tot ziens.", **rows)
    with as_actor(people[Rol.TEAMLEIDER]):
        assert set(Dossier.objects.values_list("klantmanager", flat=True)) == {by.official}


def test_the_second_of_two_who_give_the_same_sees_what_is_left(people: Team) -> None:
    owner, by, third = people[Rol.KLANTMANAGER], colleague("Fatma"), colleague("Mo")
    made = [dossier_for(owner, name) for name in ("Selam Tesfay", "Omar Haddad")]
    one, two = visitor(people[Rol.TEAMLEIDER]), visitor(owner)
    address = f"{PLACE}?van={owner.official}"
    all_ = _proposal(one, address, by.official, alle="on")
    some = _proposal(two, PLACE, third.official, dossiers=str(made[0].pk))
    post(two, PLACE, stap="geef", **some)
    page = post(one, address, status=409, stap="geef", **all_)
    assert "Een dossier is intussen van een ander" in page
    assert "Omar" in page
    assert "Selam" not in page
    with as_actor(people[Rol.TEAMLEIDER]):
        assert Dossier.objects.get(pk=made[1].pk).klantmanager_id == owner.official


def test_what_is_typed_wrong_comes_back_and_others_are_not_there(people: Team) -> None:
    owner = people[Rol.KLANTMANAGER]
    dossier = dossier_for(owner)
    chief = visitor(people[Rol.TEAMLEIDER])
    get(chief, f"{PLACE}?van=999999", status=404)
    get(chief, f"{PLACE}?van=²", status=404)
    assert "geen collega met dezelfde rol" in get(chief, f"{PLACE}?van={owner.official}")
    colleague("Fatma")
    row = {f"naar_{dossier.pk}": str(owner.official)}
    assert post(chief, f"{PLACE}?van={owner.official}", status=400, stap="geef", **row)
    assert post(chief, f"{PLACE}?van={owner.official}", status=400, stap="reken", **row)
    get(visitor(people[Rol.INKOMENSCONSULENT]), PLACE, status=403)


def test_a_klantmanager_gives_one_own_dossier_and_then_does_not_see_it(people: Team) -> None:
    owner, by = people[Rol.KLANTMANAGER], colleague("Fatma")
    mine, other = dossier_for(owner), dossier_for(by, "Omar Haddad")
    client = visitor(owner)
    assert "overdragen" in get(client, f"/dossiers/{mine.pk}/")
    page = get(client, f"/dossiers/{mine.pk}/overdragen/")
    assert "Nog niemand" not in page
    post(client, f"/dossiers/{mine.pk}/overdragen/", status=400, naar="")
    post(client, f"/dossiers/{other.pk}/overdragen/", status=403, naar=str(owner.official))
    post(client, f"/dossiers/{mine.pk}/overdragen/", naar=str(by.official))
    get(client, f"/dossiers/{mine.pk}/", status=403)


def test_what_is_only_kept_stays_where_it_is(people: Team) -> None:
    owner, by = people[Rol.KLANTMANAGER], colleague("Fatma")
    kept, free = dossier_for(owner, "Selam Tesfay"), dossier_for(owner, "Omar Haddad")
    with as_actor(people[Rol.JURIST]):
        restrict(kept.pk, Beperking.Grond.JUISTHEID, "zij zegt dat het niet klopt", on=ON, at=AT)
    client = visitor(owner)
    assert "het gebruik beperkt" in get(client, PLACE)
    rows = _proposal(client, PLACE, by.official, alle="on")
    assert list(rows) == [f"naar_{free.pk}"]
