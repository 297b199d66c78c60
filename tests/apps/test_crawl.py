"""Every address, as every role: no error of ours, and nothing of another municipality."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from tests.apps.full_town import FAMILY, INTIME, full_town
from tests.apps.visitor import visitor
from tests.dossier.makers import ELDERS, HIER

from meedoen.accounts.actions import add_medewerker, grant_role
from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol

# What hangs on a dossier, so that an address can name one of another municipality.
MIXED = {"document", "afspraak", "besluit", "rij", "verlening", "verzoek", "toezegging", "welk"}
MIXED |= {"doel", "activiteit", "ander", "bezigheid", "planafspraak", "melding"}
MIXED |= {"contactmelding"}
# Of the product: the same in every municipality, so no address of another one.
OF_ALL = {"brief", "blok"}
REFUSED = {302, 400, 403, 404, 405, 410}


@dataclass(frozen=True)
class Address:
    """A page of the product: how its path is made, and the view behind it."""

    route: str
    names: tuple[str, ...]
    view: Any

    def path(self, values: dict[str, Any]) -> str:
        """The path with these values for its blanks."""
        path = self.route
        for name in self.names:
            for kind in ("int:", "slug:", "str:", "path:", ""):
                path = path.replace(f"<{kind}{name}>", str(values.get(name, "x")))
        return f"/{path}"


def addresses(patterns: list[Any] | None = None, before: str = "") -> Iterator[Address]:
    """Every address in the table of the product."""
    for each in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from addresses(each.url_patterns, route)
        elif isinstance(each, URLPattern):
            yield Address(route, tuple(each.pattern.converters), each.callback)


def _with_cases() -> list[Address]:
    """The addresses that name something of a dossier."""
    # a file of the house, the login of a municipality, what one logs in with, rights of officials,
    # who replaces whom, a calendar without names, the rule book, what stands in every letter
    login = ("inloggen", "uitnodiging", "beveiliging", "rechten/", "vervanging")
    other = ("static", "agenda", "regelboek/", "brieven/", *login)
    return [each for each in addresses() if each.names and not each.route.startswith(other)]


def test_every_view_says_who_may_enter() -> None:
    bare = [each.route for each in addresses() if not hasattr(each.view, "rollen")]
    assert not bare


def test_a_stranger_gets_no_further_than_the_login(db: None) -> None:
    _, own = full_town(HIER)
    for address in _with_cases():
        answer = Client().get(address.path(own))
        assert answer.status_code in {302, 405}, address.route
        assert FAMILY[HIER] not in answer.content.decode()


@pytest.mark.parametrize("rol", Rol)
def test_no_address_breaks_and_none_shows_another_municipality(db: None, rol: Rol) -> None:
    people, own = full_town(HIER)
    _, foreign = full_town(ELDERS)
    client = visitor(people[rol])
    client.raise_request_exception = True
    for address in addresses():
        enters = rol in address.view.rollen  # who may not is refused everything: test_rights_walk
        if enters:
            mine = client.get(address.path(own))
            assert mine.status_code < 500, (address.route, rol)
            _nothing_foreign(mine, address)
        if set(address.names) - OF_ALL:
            for values in (foreign, *_mixed(own, foreign, address))[: None if enters else 1]:
                for answer in (client.get(address.path(values)), client.post(address.path(values))):
                    assert answer.status_code in REFUSED, (address.route, rol)
                    _nothing_foreign(answer, address)


def _mixed(
    own: dict[str, Any], foreign: dict[str, Any], address: Address
) -> Iterator[dict[str, Any]]:
    """The own dossier with a document, appointment or letter of another municipality."""
    for name in address.names:
        if name in MIXED:
            yield own | {name: foreign[name]}


def _nothing_foreign(answer: Any, address: Address) -> None:
    if not answer.streaming:
        shown = answer.content.decode(errors="replace")
        assert FAMILY[ELDERS] not in shown, address.route


@pytest.mark.parametrize("rol", [Rol.FINANCIEEL, Rol.INKOPER, Rol.BELEID, Rol.BEHEERDER])
def test_a_role_without_cases_sees_none(db: None, rol: Rol) -> None:
    people, own = full_town(HIER)
    client = visitor(people[rol])
    for address in _with_cases():
        answer = client.get(address.path(own))
        assert answer.status_code in {302, 403, 405}, address.route
        assert FAMILY[HIER] not in answer.content.decode(errors="replace")


def test_a_colleague_must_say_why(db: None) -> None:
    people, own = full_town(HIER)
    who = add_medewerker("collega@example.org", "Collega")
    grant_role(who, Rol.KLANTMANAGER, HIER, van=date(2022, 1, 1))
    client = visitor(Actor(who.pk, who.naam, Rol.KLANTMANAGER, (HIER,)))
    for address in _with_cases():
        if "pk" in address.names:
            answer = client.get(address.path(own))
            assert answer.status_code in {302, 403, 404, 405}, address.route
            assert INTIME not in answer.content.decode(errors="replace")
    assert people.gemeente == HIER
