"""«Wie keek»: the FG finds who looked at a person, on a day, and (if chosen) per official."""

import json
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client, override_settings
from django.utils import timezone
from tests.apps.browsing import few_queries, get, post
from tests.apps.visitor import visitor
from tests.dossier.makers import BSN, ELDERS, HIER, Team, dossier_for, team

from meedoen.accounts.clock import now
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.models import Dossier
from meedoen.logboek.actions import write_look
from meedoen.logboek.looks import Look
from meedoen.logboek.models import Logregel

pytestmark = pytest.mark.usefixtures("db")

KM, TL, FG = Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.FG
TODAY = timezone.localdate(now())


@pytest.fixture
def people() -> Team:
    return team(HIER)


@pytest.fixture
def dossier(people: Team) -> Dossier:
    """Looked at by its klantmanager, and by a teamleider who gave a reason."""
    made = dossier_for(people[KM], bsn=BSN)
    _look(people, KM, made, "dossiervoering", "zien wie iemand is")
    _look(people, TL, made, "toegang_met_reden", "een dossier van een collega openen")
    return made


def _look(people: Team, rol: Rol, dossier: Dossier, verwerking: str, naam: str) -> None:
    look = Look(people[rol], HIER, verwerking, naam, now())
    look.show(dossier.persoon_id)
    with as_actor(people[rol]):
        write_look(look)


@pytest.fixture
def client(people: Team) -> Client:
    return visitor(people[FG])


@pytest.mark.parametrize("by", ["nummer", "bsn"])
def test_a_person_is_found_by_number_and_nothing_of_it_is_in_the_address(
    client: Client, dossier: Dossier, by: str
) -> None:
    typed = {"nummer": dossier.nummer, "bsn": BSN}[by]
    answer = client.post("/logboek/zoek/", {"nummer": typed})
    assert answer["Location"] == f"/logboek/persoon/{dossier.persoon_id}/"
    with few_queries():
        text = get(client, answer["Location"])
    assert f"Wie keek in dossier {dossier.nummer}" in text
    for words in ("klantmanager van 9999", "zien wie iemand is", "met een reden"):
        assert words in text
    assert "artikel 6, lid 1, onder e" in text
    assert "Selam" not in text
    assert BSN not in text


@pytest.mark.parametrize("typed", ["", "999", "2020-99999", "999990020", "' OR 1=1"])
def test_a_number_of_nobody_is_told(client: Client, dossier: Dossier, typed: str) -> None:
    text = post(client, "/logboek/zoek/", status=400, nummer=typed)
    assert "nummer" in text
    assert f"/logboek/persoon/{dossier.persoon_id}/" not in text


def test_another_municipality_has_nobody_here(client: Client, dossier: Dossier) -> None:
    other = dossier_for(team(ELDERS, KM)[KM], "Li Wei")
    post(client, "/logboek/zoek/", status=302, nummer=dossier.nummer)
    get(client, f"/logboek/persoon/{other.persoon_id}/", status=404)
    text = client.get(f"/logboek/bestand/?persoon={other.persoon_id}")
    assert text.status_code == 404


def test_a_day_shows_every_look_and_an_empty_day_says_so(client: Client, dossier: Dossier) -> None:
    with few_queries():
        text = get(client, "/logboek/")
    assert "zien wie iemand is" in text
    yesterday = TODAY - timedelta(days=1)
    assert "Op deze dag keek niemand." in get(client, f"/logboek/?dag={yesterday}")
    for strange in ("x", "2026-99-99", ""):
        get(client, f"/logboek/?dag={strange}&voor=x")


def test_a_long_list_goes_on(people: Team, client: Client, dossier: Dossier) -> None:
    for number in range(60):
        _look(people, KM, dossier, "dossiervoering", f"blik {number}")
    place = f"/logboek/persoon/{dossier.persoon_id}/"
    first = get(client, place)
    assert "blik 59" in first
    assert "blik 5<" not in first
    older = first.partition('rel="next" href="')[2].partition('"')[0]
    assert "blik 5<" in get(client, older)


def test_looking_at_the_log_is_a_look_too(people: Team, client: Client, dossier: Dossier) -> None:
    place = f"/logboek/persoon/{dossier.persoon_id}/"
    get(client, place)
    assert "nazien wie naar iemand keek" in get(client, place)


def test_the_file_has_the_form_of_the_standard_and_is_logged(
    people: Team, client: Client, dossier: Dossier
) -> None:
    answer = client.get(f"/logboek/bestand/?persoon={dossier.persoon_id}")
    assert answer["Content-Disposition"].startswith("attachment")
    lines = json.loads(answer.content)
    assert {line["name"] for line in lines} >= {"zien wie iemand is"}
    for line in lines:
        assert set(line) >= {"trace_id", "span_id", "status", "name", "start_time", "attributes"}
        assert "dpl.core.data_subject_id" in line["attributes"]
    with as_actor(people[FG]):
        assert Logregel.objects.filter(vorm="bestand", betrokkene__isnull=False).exists()
    assert client.get(f"/logboek/bestand/?dag={TODAY}").status_code == 200


def test_officials_are_shown_only_where_that_was_chosen(
    people: Team, client: Client, dossier: Dossier
) -> None:
    who = people[KM].medewerker_id
    for place in ("/logboek/medewerkers/", f"/logboek/medewerkers/{who}/"):
        assert "kiest ervoor" in get(client, place, status=403)
    assert "Kijk per medewerker" not in get(client, "/logboek/")
    with override_settings(MEDEWERKERLOGBOEK=True, MEDEWERKERLOGBOEK_MINIMUM=1):
        with few_queries():
            text = get(client, "/logboek/medewerkers/")
        assert "zag de meeste mensen: 1" in text
        with few_queries():
            text = get(client, f"/logboek/medewerkers/{who}/")
        assert "zien wie iemand is" in text
        get(client, "/logboek/medewerkers/999999/", status=404)
    with override_settings(MEDEWERKERLOGBOEK=True, MEDEWERKERLOGBOEK_MINIMUM=2):
        text = get(client, "/logboek/medewerkers/")
    assert "zij zagen minder dan 2 mensen" in text
    assert "klantmanager van 9999" not in text.partition("<main")[2]


def _addresses(dossier: Dossier) -> Iterator[str]:
    yield from ("/logboek/", "/logboek/bestand/", "/logboek/medewerkers/")
    yield f"/logboek/persoon/{dossier.persoon_id}/"


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol is not FG])
def test_nobody_else_gets_in_and_most_cannot_read_a_line(
    people: Team, dossier: Dossier, rol: Rol
) -> None:
    other = visitor(people[rol])
    for place in _addresses(dossier):
        assert other.get(place).status_code == 403, place
    with as_actor(people[rol]):
        assert Logregel.objects.exists() is (rol is Rol.KWALITEITSMEDEWERKER)


def test_the_fg_begins_here(client: Client) -> None:
    text = get(client, "/begin/")
    assert text.index('href="/logboek/"') < text.index('href="/dossiers/vernietigingen/"')
