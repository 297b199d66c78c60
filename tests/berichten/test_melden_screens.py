"""The screens of what DUO is told: how far it is, why, what an official can do, and the sheet."""

from datetime import timedelta

import pytest
from django.test import Client
from tests.apps.visitor import few_queries, page, visitor
from tests.berichten.melding_scene import (
    FIRST_ROUND,
    PLAN,
    Beside,
    beside,
    diary,
    messages,
    say,
    states,
    tell,
    with_facts,
)
from tests.dossier.makers import HIER, ON, Team, dossier_for, team
from tests.pretend_duo.invented import BSN

from meedoen.accounts import gate
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.berichten.werk import BRONNEN
from meedoen.dossier.models import Dossier
from meedoen.law.loader import law_for
from meedoen.rules.choices import Niveau
from meedoen.werkplek.eigen_werk import items_of_sources

FIRST = "eerste_pip_vastgesteld"
KM = Rol.KLANTMANAGER
DAY = {"op_dag": str(ON.day), "op_maand": str(ON.month), "op_jaar": str(ON.year)}


@pytest.fixture
def people(db: None, monkeypatch: pytest.MonkeyPatch) -> Team:
    monkeypatch.setattr(gate, "now", lambda: FIRST_ROUND + timedelta(hours=1))
    return team(HIER, KM, Rol.TEAMLEIDER, Rol.JURIST, Rol.KWALITEITSMEDEWERKER)


@pytest.fixture
def duo(monkeypatch: pytest.MonkeyPatch) -> Beside:
    return beside(monkeypatch)


def refused(people: Team) -> tuple[Dossier, Client, str]:
    """A plan that our own check refuses, its klantmanager, and the address of its message."""
    dossier = with_facts(people)
    say(people, dossier, FIRST, PLAN | {"niveau_in_pip": Niveau.A2})
    tell()
    where = f"/berichten/dossier/{dossier.pk}/melding/{messages()[0].pk}/"
    return dossier, visitor(people[KM]), where


def work(people: Team) -> list[tuple[str, str]]:
    """Name and reason of each item of ours on the work list of the klantmanager."""
    with as_actor(people[KM]):
        every = list(Dossier.objects.values_list("pk", flat=True))
        found = items_of_sources(every, law_for("wi2021", HIER), on=ON)
    ours = {each.signaal.name for each in BRONNEN}
    return [(each.signaal.name, each.waarom) for each in found if each.signaal.name in ours]


def test_what_is_refused_is_shown_with_its_reasons_and_is_work(people: Team, duo: Beside) -> None:
    dossier, client, where = refused(people)
    with few_queries():
        text = page(client, f"/berichten/dossier/{dossier.pk}/")
    assert f'href="{where}"' in text
    with few_queries():
        text = page(client, where)
    assert "niet verstuurd: DUO wijst dit af" in text
    assert "PIP-7" in text
    assert "14-09-2026" in text
    ((name, why),) = work(people)
    assert name == "duo_afgewezen"
    assert "PIP-7" in why, why


def test_what_is_missing_names_who_can_tell_it(people: Team, duo: Beside) -> None:
    dossier = with_facts(people, known={"gehuisvest": True})
    say(people, dossier, FIRST, PLAN)
    tell()
    text = page(visitor(people[KM]), f"/berichten/dossier/{dossier.pk}/melding/{messages()[0].pk}/")
    assert "Dag waarop iemand zich in deze gemeente vestigde" in text
    assert "basisregistratie personen" in text
    assert [name for name, _why in work(people)] == ["duo_onvolledig"]


def test_what_waits_for_more_than_a_day_is_work(people: Team, duo: Beside) -> None:
    say(people, with_facts(people), FIRST, PLAN)
    duo.place.kuren.set("storing")
    tell(-24 * 60)
    assert work(people) == [
        ("duo_wacht", "DUO gaf geen antwoord. Meedoen probeert het later opnieuw.")
    ]
    duo.place.kuren.set("storing=0")
    tell()
    assert (states(), work(people)) == (["bevestigd"], [])


def test_again_asks_a_reason_and_then_the_worker_sends(people: Team, duo: Beside) -> None:
    dossier, client, where = refused(people)
    page(client, f"{where}opnieuw/")
    text = page(client, f"{where}opnieuw/", status=400, reden="")
    assert "Schrijf op waarom." in text
    page(client, f"{where}opnieuw/", status=302, reden="DUO kende de eerdere plannen nog niet")
    assert states() == ["klaar opnieuw"]
    text = page(client, where)
    assert "DUO kende de eerdere plannen nog niet" in text
    assert people[KM].naam in text
    tell(120)
    assert states() == ["vooraf vooraf"]  # our own check says the same
    assert dossier.pk


def test_what_is_let_go_is_no_work_any_more_and_can_come_back(people: Team, duo: Beside) -> None:
    _, client, where = refused(people)
    page(client, f"{where}vervallen/", status=302, reden="Het plan ging niet door")
    assert (states(), work(people)) == (["vervallen niet_nodig"], [])
    assert tell(60) == 0
    text = page(client, f"{where}vervallen/", status=409, reden="nog eens")
    assert "De melding is: vervallen" in text
    assert "nog eens" in text  # what was typed stays
    page(client, f"{where}opnieuw/", status=302, reden="toch wel")
    assert states() == ["klaar opnieuw"]


def test_the_sheet_has_duos_fields_in_duos_order_to_copy(people: Team, duo: Beside) -> None:
    dossier = with_facts(people)
    say(people, dossier, FIRST, PLAN | {"uren_in_pip": 600})
    duo.place.kuren.set("storing")
    tell()
    client = visitor(people[KM])
    where = f"/berichten/dossier/{dossier.pk}/melding/{messages()[0].pk}/"
    with few_queries():
        text = page(client, f"{where}portal/")
    wanted = [
        f'value="{BSN}"',
        'value="14-09-2026"',
        'value="B1-route"',
        'value="B1"',
        'value="600"',
    ]
    places = [text.index(each) for each in wanted]
    assert places == sorted(places)
    assert text.count("readonly") == 5
    late = {"op_dag": "15", "op_maand": "9", "op_jaar": "2026"}
    assert "moet nog komen" in page(client, f"{where}portal/", status=400, **late)
    early = {"op_dag": "13", "op_maand": "9", "op_jaar": "2026"}
    assert "ligt voor wat u meldt" in page(client, f"{where}portal/", status=400, **early)
    page(client, f"{where}portal/", status=302, **DAY)
    assert states() == ["bevestigd in_portal"]
    assert diary(dossier)[-1] == "pip_gemeld"
    assert people[KM].naam in page(client, where)
    assert page(client, f"{where}portal/", status=409, **DAY)
    duo.place.kuren.set("storing=0")
    assert (tell(60), duo.sent()) == (0, [])


def test_without_a_leerroute_there_is_nothing_to_type(people: Team, duo: Beside) -> None:
    dossier = with_facts(people)
    say(people, dossier, "pip_gewijzigd", {"niveau_in_pip": Niveau.B1})
    tell()
    assert states() == ["wacht ontbreekt"]
    where = f"/berichten/dossier/{dossier.pk}/melding/{messages()[0].pk}/portal/"
    assert "De leerroute is niet bekend" in page(visitor(people[KM]), where)
    assert "Leg eerst vast" in page(visitor(people[KM]), where, status=409, **DAY)


def test_who_may_not_see_messages_sees_none(people: Team, duo: Beside) -> None:
    dossier, client, where = refused(people)
    page(visitor(people[Rol.JURIST]), where, status=403)
    page(visitor(people[Rol.TEAMLEIDER]), where)
    other = dossier_for(people[KM], "Omar Haddad")
    page(client, where.replace(f"/dossier/{dossier.pk}/", f"/dossier/{other.pk}/"), status=404)
    page(client, f"{where}iets/", status=404)
