"""To whom a letter goes; a draft can be read before there is an address."""

from typing import Any

import pytest
from tests.dossier.makers import HIER, ON, dossier_for, later, team

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.circumstances import move, set_safe_contact
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.addressee import HAND, POST, addressee_of
from meedoen.dossier.models import Adres, Dossier

WHERE = {"straat": "Lindelaan 1", "postcode": "1234 AB", "plaats": "Voorbeeldstad"}
HOW = {"kanaal": "bel", "uren": "", "niet_zeggen": "", "niet_horen": ""}
NAAM = ("Selam Tesfay",)


@pytest.fixture
def actor(db: None) -> Actor:
    return team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]


def _addressed(actor: Actor, kanaal: str, *, draft: bool = False, **made: Any) -> tuple[Any, Any]:
    """Name and address for somebody with a home, with safe contact, with both or with neither."""
    pk = dossier_for(actor).pk
    with as_actor(actor):
        if "home" in made:
            move(pk, Adres.Soort.WOONADRES, made["home"], on=ON, at=later(1))
        if "safe" in made:
            set_safe_contact(pk, made["safe"], on=ON, at=later(2))
        to = addressee_of(Dossier.objects.get(pk=pk), kanaal, on=ON, draft=draft)
        return to.naam, to.adres


def test_a_letter_goes_home(actor: Actor) -> None:
    home = ("Lindelaan 1", "1234 AB Voorbeeldstad")
    assert _addressed(actor, POST, home=WHERE) == (NAAM, home)
    assert _addressed(actor, POST, draft=True, home=WHERE) == (NAAM, home)
    assert _addressed(actor, HAND, home=WHERE) == (NAAM, ())


def test_without_an_address_only_a_draft_can_be_made(actor: Actor) -> None:
    assert _addressed(actor, POST, draft=True) == (NAAM, ())
    with pytest.raises(DiaryError, match="geen adres"):
        _addressed(actor, POST)


def test_where_post_is_not_safe_no_draft_shows_the_address(actor: Actor) -> None:
    assert _addressed(actor, POST, draft=True, home=WHERE, safe=HOW) == (NAAM, ())
    with pytest.raises(DiaryError, match="niet veilig"):
        _addressed(actor, POST, home=WHERE, safe=HOW)
