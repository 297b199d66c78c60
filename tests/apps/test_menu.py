"""The menu shows a role what it can reach, and nothing else; the nine processes order it."""

import re

import pytest
from django.urls import reverse
from tests.apps.visitor import page, visitor
from tests.dossier.makers import HIER, dossier_for, team

from meedoen.accounts.roles import Rol
from meedoen.config.navigation import PLACES, Proces

LINK = re.compile(r'<a href="([^"]+)"(?: aria-current="(\w+)")?>([^<]+)</a>')


def shown(text: str) -> dict[str, str]:
    """Address and aria-current of every link in the menu."""
    menu = text.partition('<nav class="zijbalk"')[2].partition("</nav>")[0]
    return {href: current for href, current, _ in LINK.findall(menu)}


@pytest.mark.parametrize("rol", Rol)
def test_a_role_sees_the_places_it_can_reach_and_no_other(db: None, rol: Rol) -> None:
    client = visitor(team(HIER, rol)[rol])
    begin = client.get("/begin/").content.decode()
    places = [reverse(each.name) for each in PLACES]
    reached = [each for each in places if client.get(each).status_code == 200]
    assert list(shown(begin)) == reached


def test_the_processes_stand_in_the_order_of_the_study_with_what_is_there(db: None) -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    text = page(visitor(actor), "/")
    heads = re.findall(r'<ul aria-label="([^"]+)">', text.partition("</nav>")[0])
    there = (Proces.INTAKE, Proces.VOORTGANG, Proces.BELEID, Proces.BEHEER)
    assert heads == [str(each.label) for each in there]
    assert len(Proces) == 9


def test_a_page_beneath_a_place_says_where_it_is(db: None) -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    client = visitor(actor)
    deep = shown(page(client, f"/dossiers/{dossier_for(actor).pk}/"))
    assert deep["/dossiers/"] == "true"
    assert deep["/"] == ""
    assert shown(page(client, "/dossiers/nieuw/"))["/dossiers/nieuw/"] == "page"
    assert shown(page(client, "/dossiers/nieuw/"))["/dossiers/"] == ""


def test_no_two_places_have_one_key() -> None:
    assert len({each.key for each in PLACES}) == len(PLACES)
