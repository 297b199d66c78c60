"""A letter that a screen of its own fills is not filled by hand: the way leads to that screen."""

from tests.apps.browsing import get, post
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, dossier_for, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.models import Besluit
from meedoen.law.brief_file import brief_kinds

KINDS = ["vaststelling_pip", "vaststelling_pip_na_verhuizing", "wijziging_pip"]


def test_the_letters_of_a_plan_are_made_on_the_plan(db: None) -> None:
    mine = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    client, pk = visitor(mine), dossier_for(mine).pk
    letters, plan = f"/dossiers/{pk}/brieven/", f'href="/plan/dossier/{pk}/besluit/"'
    assert [kind.name for kind in brief_kinds().values() if kind.screen] == KINDS
    assert get(client, letters).count(plan) == len(KINDS)
    for kind in KINDS:
        address = f"{letters}nieuw/{kind}/"
        assert plan in get(client, address, status=409)
        for place in (address, f"{address}proef/"):
            post(client, place, status=409, leerroute="B1-route", gezien="1")
    with as_actor(mine):
        assert not Besluit.objects.exists()
