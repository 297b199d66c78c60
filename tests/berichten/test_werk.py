"""What DUO sends is work: on the list of who may see it, in the same query, until it is done."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate
from tests.apps.visitor import page, visitor
from tests.berichten import scene
from tests.berichten.codes import CASES
from tests.berichten.fake_duo import FakeDuo
from tests.berichten.scene import known, scope
from tests.berichten.sender import duo_is_known, inbox, known_by_oin, send
from tests.berichten.wire import MOMENT, notice
from tests.dossier.makers import AT, HIER, ON, Team, dossier_for, team

from meedoen.accounts.actor import Actor
from meedoen.accounts.clock import now
from meedoen.accounts.models import Gemeente
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.berichten.actions import settle
from meedoen.berichten.models import Bericht, Gedaan
from meedoen.berichten.werk import BRONNEN
from meedoen.dossier.actions.diary import record
from meedoen.dossier.models import Dossier
from meedoen.law.duo_events import duo_event, duo_events
from meedoen.law.loader import law_for
from meedoen.rules.choices_gegevens import SoortGegevens
from meedoen.werkplek.bronnen import every_signal
from meedoen.werkplek.eigen_werk import items_of_sources
from meedoen.werkplek.item import Item
from meedoen.werkplek.queries import items_in
from meedoen.werkplek.signalen import SIGNALEN

__all__ = ["scope"]

TALK = "voortgangsgesprek_gevoerd"
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
        every = list(Dossier.objects.values_list("pk", flat=True))
        found = items_of_sources(every, law_for("wi2021", HIER), on=ON)
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


def test_what_a_notice_asks_is_work_until_somebody_says_it_was_done(people: Team) -> None:
    known_by_oin()
    mine = people[KM]
    dossier = dossier_for(mine)
    came(people, dossier, "SS113")
    pk = came(people, dossier, "SS113")  # the same again: it asks the same
    (item,) = work(mine, "duo_vraagt")
    assert item.key == str(pk)
    client, here = visitor(mine), f"/berichten/{pk}/"
    text = page(client, "/?signaal=duo_vraagt")
    assert "Leg het besluit uit. Plan tot het einde van de termijn." in text
    assert "Iemand krijgt geen langere termijn (Besluit 4.5, lid 1)" in text
    assert "Zet op gedaan" in page(client, here)
    page(client, f"{here}gedaan/", status=302, toelichting="gebeld, en een brief gestuurd")
    assert not work(mine, "duo_vraagt")
    done = page(client, here)
    assert "klantmanager van 9999" in done
    assert "gebeld, en een brief gestuurd" in done
    assert "Dit is al veranderd" in page(client, f"{here}gedaan/", status=400, toelichting="")
    assert "gebeld, en een brief" in page(client, f"/dossiers/{dossier.pk}/tijdlijn/")
    page(client, f"{here}gedaan/", status=302, terug="ja", toelichting="zij was er niet")
    assert [each.key for each in work(mine, "duo_vraagt")] == [str(pk)]
    with as_actor(mine):
        rows = Gedaan.objects.order_by("pk").values_list("gedaan", "medewerker_id")
        assert list(rows) == [(True, mine.official), (False, mine.official)]
    later_one = came(people, dossier, "SS113")
    assert [each.key for each in work(mine, "duo_vraagt")] == [str(later_one)]


def test_it_goes_by_itself_when_the_diary_shows_that_it_was_done(people: Team) -> None:
    known_by_oin()
    mine = people[KM]
    dossier = dossier_for(mine)
    came(people, dossier, "SS199")  # DUO registered it on the day MOMENT
    day, at = localdate(MOMENT), now()

    def tell(soort: str, told: dict[str, Any], *, on: date = day, **more: Any) -> int:
        nonlocal at
        at += timedelta(minutes=1)
        with as_actor(mine):
            return record(dossier.pk, soort, told, on=on, at=at, **more).nummer

    tell(TALK, {}, on=day - timedelta(days=1))
    assert work(mine, "duo_vraagt"), "that talk was before it"
    talked = tell(TALK, {})
    assert not work(mine, "duo_vraagt")
    tell("herstel", {"reden": "dit was een ander"}, herstelt=talked)
    assert work(mine, "duo_vraagt")
    tell("zaak_geeindigd", {"soort_gegevens": SoortGegevens.TRAJECTDOSSIER})
    assert not work(mine, "duo_vraagt")


def test_the_names_in_the_table_are_signals_of_the_rules() -> None:
    names = {each.name for each in SIGNALEN}
    assert {name for event in duo_events().values() for name in event.signalen} <= names


WITH_SIGNALS = sorted(code for code, event in duo_events().items() if event.signalen)


@pytest.mark.parametrize("code", WITH_SIGNALS)
def test_what_the_rules_say_already_is_said_once(code: str, scope: None) -> None:
    """After the answers of DUO the rules say it, or the notice does; never both, never neither."""
    answers, _expected = CASES[code]
    dossier = known()
    event = duo_event(code)
    scene.tell(code, FakeDuo(answers))
    with duo_is_known:
        known_by_oin()
        send(notice(code, bsn=scene.BSN))
    Bericht.objects.update(dossier=dossier.pk, stand="verwerkt", volgende_at=None)
    gemeente = Gemeente.objects.get(pk=HIER)
    items = items_in(Dossier.objects.filter(pk=dossier.pk), gemeente, on=scene.ON)
    names = {each.signaal.name for each in items}
    by_rules, by_notice = bool(names & set(event.signalen)), "duo_vraagt" in names
    if code == "SS102":  # the rule compares the terms: where they agree there is nothing to do
        assert not by_notice
    else:
        assert by_rules != by_notice
        assert by_rules == (code not in {"SS198", "SS112", "SS141"})


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
        items_of_sources([], law_for("wi2021", HIER), on=ON)
    assert len(asked) == 2  # every source, and objections
