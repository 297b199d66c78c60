"""The leerbaarheidstoets and the hours before the plan: shown with what they mean, added by us."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate, now
from tests.apps.browsing import day, few_queries, get, hidden, post
from tests.apps.visitor import visitor
from tests.dossier.makers import HIER, Team, team
from tests.intake.asking import Walk
from tests.werkplek.asylum import notified

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import record
from meedoen.dossier.models import Afspraak, Gebeurtenis
from meedoen.intake.actions.inspanning import add_effort
from meedoen.intake.inspanning import CURSUS, PARTICIPATIE
from meedoen.rules.choices import Activiteit

KM = Rol.KLANTMANAGER
HOUSED, ON = date(2026, 9, 1), date(2026, 9, 15)


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, KM)


@pytest.fixture
def walk(people: Team) -> Walk:
    return Walk(people[KM], notified(people[KM], "Selam Tesfay", HOUSED, HOUSED))


def _at(walk: Walk, rest: str) -> str:
    return f"/intake/dossier/{walk.dossier.pk}/{rest}/"


@pytest.mark.brief("L40")
def test_the_page_says_what_the_test_says_and_what_it_does_not(people: Team, walk: Walk) -> None:
    client = visitor(people[KM])
    page = get(client, _at(walk, "toets"))
    assert "Behaalde score" in page
    assert "onbekend" in page
    scores = {"behaalde_score": 5123, "benodigde_score": 5000}
    walk.record("leerbaarheidstoets_afgenomen", scores, ON)
    with few_queries():
        page = get(client, _at(walk, "toets"))
    assert "51,23" in page
    assert "B1 haalbaar" in page
    assert "beslist niet" in page


def test_of_a_dispensation_only_the_outcome_is_shown(people: Team, walk: Walk) -> None:
    walk.record("ontheffing_toets_beoordeeld", {"grond_ontheffing_toets": True}, ON)
    page = get(visitor(people[KM]), _at(walk, "toets"))
    assert "Hoeft de toets niet te doen" in page
    with as_actor(people[KM]):
        row = Gebeurtenis.objects.select_related("inhoud").latest("pk")
    assert b"teksten" not in bytes(row.inhoud.bytes)  # a yes or no, and the day


def test_the_test_is_planned_once_with_its_place(people: Team, walk: Walk) -> None:
    client, on = visitor(people[KM]), localdate(now()) + timedelta(days=5)
    typed = {"van": "09:00", "tot": "10:00", "plaats": "DUO, Kade 1", "tolk": "geen"}
    for _twice in range(2):
        post(client, _at(walk, "toets/plannen"), **day("dag", on), **typed)
    with as_actor(people[KM]):
        assert Afspraak.objects.get().onderwerp == "Leerbaarheidstoets"
    assert "DUO, Kade 1" in get(client, _at(walk, "toets"))


def test_hours_are_added_by_us_and_told_what_they_count_for(people: Team, walk: Walk) -> None:
    client, address = visitor(people[KM]), _at(walk, "uren")
    typed = {"activiteit": Activiteit.NT2_IN_INTAKE.value, **day("op", ON)}
    seen = hidden(get(client, address), "gezien")
    for _twice in range(2):
        post(client, address, uren="40", gezien=seen, **typed)
    seen = hidden(get(client, address), "gezien")
    assert "Vul een getal in van 1" in post(
        client, address, status=400, uren="0", gezien=seen, **typed
    )
    post(client, address, uren="10", gezien=seen, **typed)
    with few_queries():
        page = get(client, address)
    assert "de uren Nederlands in de B1-route" in page
    assert walk.stand(ON).fact(CURSUS) == 50
    assert walk.stand(ON).fact(PARTICIPATIE) is None


def test_a_total_that_was_typed_before_is_gone_on_from_and_a_mended_line_falls_out(
    walk: Walk,
) -> None:
    help_ = Activiteit.MAATSCHAPPELIJKE_BEGELEIDING
    told = {"activiteit": help_, PARTICIPATIE: 20}
    walk.record("inspanning_voor_plan", told, ON)
    with as_actor(walk.actor):
        made = add_effort(walk.dossier.pk, help_, 8, on=ON, at=walk.at(ON))
        assert walk.stand(ON).fact(PARTICIPATIE) == 28
        record(
            walk.dossier.pk,
            "herstel",
            {"reden": "fout"},
            on=ON,
            at=walk.at(ON),
            herstelt=made.nummer,
        )
        add_effort(walk.dossier.pk, help_, 5, on=ON, at=walk.at(ON))
    assert walk.stand(ON).fact(PARTICIPATIE) == 25
    assert walk.stand(ON).fact(CURSUS) is None
