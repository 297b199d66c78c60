"""Help and accessibility stand on the same place of every page, also for who is not logged in."""

import re

import pytest
from django.test import Client
from django.utils import timezone
from tests.apps.visitor import page, visitor
from tests.dossier.makers import HIER, dossier_for, team

from meedoen.accounts.actions import choose_huisstijl
from meedoen.accounts.roles import Rol
from meedoen.config.keys import KEYS
from meedoen.config.navigation import PLACES

FOOTER = ["Toetsen", "Begrippen", "Taal:", "Hulp", "Toegankelijkheid"]


def footer(text: str) -> list[str]:
    """The words of the links and buttons of the footer, in order."""
    part = text.partition('<footer class="voet">')[2].partition("</footer>")[0]
    return [word.strip() for word in re.findall(r"<(?:a|button)[^>]*>([^<]+)<", part)]


def test_every_page_has_the_same_footer(db: None) -> None:
    people = team(HIER, Rol.KLANTMANAGER, Rol.BELEID)
    mine = visitor(people[Rol.KLANTMANAGER])
    pages = ["/", "/dossiers/", f"/dossiers/{dossier_for(people[Rol.KLANTMANAGER]).pk}/", "/hulp/"]
    assert [footer(page(mine, each)) for each in pages] == [FOOTER] * len(pages)
    assert footer(page(visitor(people[Rol.BELEID]), "/begin/")) == FOOTER
    assert footer(Client().get("/inloggen/").content.decode()) == FOOTER
    assert footer(page(mine, "/is-er-niet/", status=404)) == FOOTER


@pytest.mark.parametrize("where", ["/hulp/", "/toegankelijkheid/"])
def test_a_stranger_may_read_it_too(db: None, where: str) -> None:
    text = page(Client(), where)
    assert "functioneel beheerder van uw gemeente" in text
    assert 'class="zijbalk"' not in text


def test_the_municipality_says_whom_to_ask_and_where_its_statement_is(db: None) -> None:
    people = team(HIER)
    on, at = timezone.localdate(), timezone.now()
    values = {"hulp": "Bel toestel 1234.", "verklaring": "https://verklaring.example/1"}
    choose_huisstijl(people[Rol.BEHEERDER], values, van=on, on=on, at=at)
    mine = visitor(people[Rol.KLANTMANAGER])
    assert "Bel toestel 1234." in page(mine, "/hulp/")
    told = page(mine, "/toegankelijkheid/")
    assert 'href="https://verklaring.example/1"' in told
    assert "nog geen verklaring" not in told


def test_the_keys_are_told_in_full(db: None) -> None:
    text = page(visitor(team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]), "/hulp/")
    told = text.partition("<main")[2].partition("</main>")[0]
    pressed = re.findall(r"<kbd>([^<]+)</kbd>", told)
    assert {press.key for each in KEYS for press in each.presses} <= set(pressed)
    assert {each.key for each in PLACES if each.label in ("Werklijst", "Dossiers")} <= set(pressed)
