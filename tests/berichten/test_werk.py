"""What DUO sends is work: on the list of who may see it, in the same query, until it is done."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.apps.visitor import page, visitor
from tests.berichten.sender import duo_is_known, inbox, known_by_oin, send
from tests.berichten.wire import notice
from tests.dossier.makers import AT, HIER, ON, Team, dossier_for, team

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.berichten.actions import settle
from meedoen.berichten.models import Bericht
from meedoen.berichten.werk import BRONNEN
from meedoen.dossier.models import Dossier
from meedoen.law.loader import law_for
from meedoen.werkplek.bronnen import every_signal, items_of_sources
from meedoen.werkplek.item import Item

KM = Rol.KLANTMANAGER


@pytest.fixture
def people(db: None) -> Iterator[Team]:
    with duo_is_known:
        yield team(HIER, KM, Rol.TEAMLEIDER, Rol.JURIST)


def came(people: Team, dossier: Dossier, event: str, **state: object) -> int:
    """A notice about somebody, and where it stands; its id."""
    send(notice(event))
    done = {"stand": "verwerkt", "volgende_at": None, "verwerkt_at": AT} | state
    with as_actor(people[Rol.TEAMLEIDER]):
        found = inbox()[-1].pk
        Bericht.objects.filter(pk=found).update(dossier=dossier.pk, **done)
    return found


def work(actor: Actor, name: str) -> list[Item]:
    """The items of one signal that an official has."""
    with as_actor(actor):
        found = items_of_sources(Dossier.objects.all(), law_for("wi2021", HIER), on=ON)
    return [each for each in found if each.signaal.name == name]


def test_a_notice_that_asks_for_a_decision_is_work_until_it_is_taken(people: Team) -> None:
    known_by_oin()
    mine = people[KM]
    dossier = dossier_for(mine)
    pk = came(people, dossier, "SS131", stand="aan_mens", waarom="duo_kent_niet")
    (item,) = work(mine, "duo_beslissing")
    assert (item.dossier, item.key) == (dossier.pk, str(pk))
    assert "DUO kent deze persoon niet" in item.waarom
    text = page(visitor(mine), "/?signaal=duo_beslissing")
    assert "De uitslag van de leerbaarheidstoets is er" in text
    assert f'href="/berichten/{pk}/"' in text
    assert not work(people[Rol.JURIST], "duo_beslissing")  # he sees no notices
    with as_actor(mine):
        settle(pk, at=AT)
    assert not work(mine, "duo_beslissing")


def test_sources_of_apps_above_have_names_of_their_own_and_are_read_in_the_same_query(
    people: Team,
) -> None:
    names = [each.name for each in every_signal()]
    assert len(set(names)) == len(names)
    assert {bron.signaal.name for bron in BRONNEN} <= set(names)
    with (
        as_actor(people[KM]),
        CaptureQueriesContext(
            connection,
        ) as asked,
    ):
        items_of_sources(Dossier.objects.all(), law_for("wi2021", HIER), on=ON)
    assert len(asked) == 2  # every source, and objections
