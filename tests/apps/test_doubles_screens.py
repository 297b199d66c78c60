"""«Dit lijkt dezelfde persoon als»: on the pages of both dossiers, until somebody knows."""

import pytest
from django.test import Client
from tests.apps.browsing import get
from tests.apps.visitor import visitor
from tests.dossier.makers import BSN, HIER, Team, dossier_for, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.models import Dossier, Onderscheid

SAYS = "Dit lijkt dezelfde persoon als in een ander dossier."
WHY = "zij zijn zussen, ik zag van beiden een paspoort"


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER)


@pytest.fixture
def pair(people: Team) -> tuple[Dossier, Dossier]:
    mine = people[Rol.KLANTMANAGER]
    return dossier_for(mine, "Salam Tesfay"), dossier_for(mine, bsn=BSN)


@pytest.fixture
def client(people: Team) -> Client:
    return visitor(people[Rol.KLANTMANAGER])


@pytest.mark.parametrize("page", ["/dossiers/{pk}/", "/dossiers/{pk}/nu/"])
def test_each_of_the_two_names_the_other(
    client: Client, pair: tuple[Dossier, Dossier], page: str
) -> None:
    for one, ander in (pair, pair[::-1]):
        shown = get(client, page.format(pk=one.pk))
        assert SAYS in shown
        assert f"/dossiers/{one.pk}/ander-persoon/{ander.pk}/" in shown


def test_the_work_list_names_it(client: Client, pair: tuple[Dossier, Dossier]) -> None:
    shown = get(client, "/?signaal=lijkt_op")
    assert "Dit lijkt dezelfde persoon als in een ander dossier" in shown
    assert f"/dossiers/{pair[0].pk}/" in shown
    assert f"/dossiers/{pair[1].pk}/" not in shown  # the page of the person tells who


def test_a_reason_is_asked_kept_and_enough(
    people: Team, client: Client, pair: tuple[Dossier, Dossier]
) -> None:
    one, ander = pair
    where = f"/dossiers/{one.pk}/ander-persoon/{ander.pk}/"
    for typed in ({}, {"reden": "kort"}):
        refused = client.post(where, typed)
        assert (refused.status_code, "Fout:" in refused.content.decode()) == (400, True)
    assert client.post(where, {"reden": WHY}).status_code == 302
    again = client.post(where, {"reden": WHY})
    assert (again.status_code, WHY in again.content.decode()) == (409, True)
    for each in pair:
        assert SAYS not in get(client, f"/dossiers/{each.pk}/")
        assert WHY in get(client, f"/dossiers/{each.pk}/tijdlijn/")
    with as_actor(people[Rol.KLANTMANAGER]):
        assert Onderscheid.objects.count() == 2


def test_one_dossier_is_not_two(client: Client, pair: tuple[Dossier, Dossier]) -> None:
    pk = pair[0].pk
    assert client.get(f"/dossiers/{pk}/ander-persoon/{pk}/").status_code == 404
