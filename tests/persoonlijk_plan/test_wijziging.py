"""A plan that changes: what changes is computed, the term runs on, and the law sets the bounds."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.apps.browsing import few_queries, get, post
from tests.apps.visitor import visitor
from tests.dossier.makers import ELDERS, ON, Team, dossier_for, later
from tests.letters.pdf_text import bare, text_of
from tests.persoonlijk_plan.planned import KM, TL, chosen, planners, proposed, ready, sent, written

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import record
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Besluit, Documentinhoud, Dossier, Gebeurtenis
from meedoen.persoonlijk_plan.models import Plan
from meedoen.persoonlijk_plan.plan_actions import PlanError
from meedoen.persoonlijk_plan.plan_keuring import keur
from meedoen.persoonlijk_plan.plan_reading import stand_of
from meedoen.rules.choices import Leerroute

pytestmark = pytest.mark.usefixtures("db")

REDEN = {"motivering": "Uw lessen gaan anders dan wij dachten."}


@pytest.fixture
def people() -> Team:
    return planners(KM, TL, Rol.MAATSCHAPPELIJK_BEGELEIDER)


@pytest.fixture
def dossier(people: Team) -> Dossier:
    """Somebody whose first plan was sent."""
    made = ready(people)
    chosen(people, made)
    sent(people, proposed(people, written(people, made)))
    return made


def _text(people: Team, besluit: Besluit) -> str:
    with as_actor(people[KM]):
        return text_of(bytes(Documentinhoud.objects.get(document=besluit.brief).bytes))


def _facts(people: Team, dossier: Dossier) -> dict[str, Any]:
    with as_actor(people[KM]):
        return dict(facts_of([dossier.pk], on=ON).facts.row())


def _refused(people: Team, plan: Plan, dossier: Dossier, *, on: date = ON) -> set[str]:
    with as_actor(people[KM]):
        voor = stand_of(dossier, on=ON).geldt
        return {each.artikel for each in keur(plan, dossier, on=on, voor=voor).weigert}


def _tell(people: Team, dossier: Dossier, soort: str, on: date = ON, **told: Any) -> None:
    with as_actor(people[KM]):
        record(dossier.pk, soort, told, on=on, at=later(6))


def test_the_letter_says_what_changes_and_that_the_term_runs_on(
    people: Team, dossier: Dossier
) -> None:
    plan = written(people, dossier, minutes=7, pvt="Zes avonden in mei", **REDEN)
    assert plan.soort == Plan.Soort.WIJZIGING
    besluit = sent(people, proposed(people, plan, minutes=8), minutes=9)
    text = _text(people, besluit)
    for said in (
        "dit was Drie ochtenden in januari, dit wordt Zes avonden in mei.",
        "loopt gewoon door",
        REDEN["motivering"],
        "U kunt bezwaar maken",
    ):
        assert bare(said) in text
    assert bare("Gesprekken per jaar: dit") not in text  # what stays, is no change
    known = _facts(people, dossier)
    assert known["dagtekening_eerste_pip"] == ON
    with as_actor(people[KM]):
        last = Gebeurtenis.objects.filter(dossier=dossier).order_by("-nummer").first()
    assert last is not None
    assert last.soort == "pip_gewijzigd"
    client = visitor(people[KM])
    with few_queries():
        page = get(client, f"/plan/dossier/{dossier.pk}/versies/")
    assert "was <bdi>Drie ochtenden in januari</bdi>" in page
    assert page.count("brief van 14 september 2026") == 2


def test_a_change_of_nothing_and_one_without_a_reason_are_no_letter(
    people: Team, dossier: Dossier
) -> None:
    plan = written(people, dossier, minutes=7, motivering="")
    assert "Wi 17" in _refused(people, plan, dossier)
    with pytest.raises(PlanError, match="verandert nog niets"):
        proposed(people, plan, "toch", minutes=8)
    page = get(visitor(people[KM]), f"/plan/dossier/{dossier.pk}/besluit/")
    assert "Awb 3:46" in page


def _other_route(people: Team, dossier: Dossier, **judged: Any) -> Plan:
    if judged:
        wish: dict[str, Any] = {"gewenste_leerroute": "onderwijsroute"}
        _tell(people, dossier, "leerroute_wisselen_overwogen", **wish, **judged)
    chosen(people, dossier, Leerroute.ONDERWIJSROUTE, minutes=7)
    return written(people, dossier, minutes=8, **REDEN)


def test_another_leerroute_within_its_window(people: Team, dossier: Dossier) -> None:
    plan = _other_route(people, dossier, onvoldoende_of_grotere_voortgang=True)
    assert (plan.leerroute, plan.map) == ("onderwijsroute", "")  # no MAP in this route (Wi 8:3)
    besluit = sent(people, proposed(people, plan, minutes=9), minutes=10)
    assert bare("dit was B1-route, dit wordt onderwijsroute") in _text(people, besluit)
    assert _facts(people, dossier)["leerroute"] is Leerroute.ONDERWIJSROUTE


def test_no_other_leerroute_where_the_progress_is_as_expected(
    people: Team, dossier: Dossier
) -> None:
    plan = _other_route(people, dossier, onvoldoende_of_grotere_voortgang=False)
    assert "Wi 17:2" in _refused(people, plan, dossier)
    with pytest.raises(PlanError):
        proposed(people, plan, "toch", minutes=9)


def test_after_a_year_and_a_half_only_in_a_special_case(people: Team, dossier: Dossier) -> None:
    told = {"onvoldoende_of_grotere_voortgang": True, "bijzonder_geval": False}
    plan = _other_route(people, dossier, **told, opleiding_beeindigd_op=ON)
    assert not _refused(people, plan, dossier)
    assert "Bi 5.4" in _refused(people, plan, dossier, on=ON + timedelta(days=560))


@pytest.mark.brief("L74")
@pytest.mark.brief("L83")
def test_the_page_of_another_leerroute_shows_the_window_and_its_reasons(
    people: Team, dossier: Dossier
) -> None:
    client, address = visitor(people[KM]), f"/plan/dossier/{dossier.pk}/wisselen/"
    assert "14 maart 2028" in get(client, address)  # a year and a half after the term began
    typed = {"gewenste_leerroute": "zelfredzaamheidsroute", "opleiding_beeindigd_op_dag": ""}
    assert "Kies een leerroute" in post(client, address, status=400, bijzonder_geval="nee")
    post(client, address, **typed, onvoldoende_of_grotere_voortgang="ja", motivering="Te snel.")
    with few_queries():
        page = get(client, address)
    assert "Kies de leerroute opnieuw" in page
    assert "in mindering" in page
    line = "leerroute_wisselen_overwogen"
    with as_actor(people[KM]):
        assert Gebeurtenis.objects.filter(dossier=dossier, soort=line).count() == 1


JUDGED: dict[str, Any] = {"voldoende_ingespannen": True, "spreken_b1_onhaalbaar": True}


@pytest.mark.brief("L71")
def test_parts_at_a2_after_hours_effort_and_a_judgement(people: Team, dossier: Dossier) -> None:
    _tell(people, dossier, "lessen_gevolgd", cursusuren_nt2=600)
    _tell(people, dossier, "afschalen_beoordeeld", **JUDGED)
    plan = written(people, dossier, minutes=7, a2=["spreken"], **REDEN)
    besluit = sent(people, proposed(people, plan, minutes=8), minutes=9)
    assert bare("U doet spreken op niveau A2.") in _text(people, besluit)
    known = _facts(people, dossier)
    assert (known["spreken_afgeschaald"], known["lezen_afgeschaald"]) == (True, False)
    client, address = visitor(people[KM]), f"/plan/dossier/{dossier.pk}/afschalen/"
    with few_queries():
        page = get(client, address)
    assert "Zet het in het plan" in page
    assert "600 uur" in page
    assert "Geef ten minste één oordeel" in post(client, address, status=400, motivering="x")
    post(client, address, lezen_b1_onhaalbaar="nee")
    assert _facts(people, dossier)["lezen_b1_onhaalbaar"] is False


@pytest.mark.parametrize(
    ("uren", "judged", "a2"),
    [
        (599, JUDGED | {"voldoende_ingespannen": False}, ["spreken"]),
        (600, JUDGED | {"lezen_b1_onhaalbaar": False}, ["lezen"]),
    ],
    ids=["no effort", "another part"],
)
def test_no_part_at_a2_that_the_law_does_not_allow(
    people: Team, dossier: Dossier, uren: int, judged: dict[str, Any], a2: list[str]
) -> None:
    _tell(people, dossier, "lessen_gevolgd", cursusuren_nt2=uren)
    _tell(people, dossier, "afschalen_beoordeeld", **judged)
    plan = written(people, dossier, minutes=7, a2=a2, **REDEN)
    assert "Wi 17:3" in _refused(people, plan, dossier)


def test_level_a2_asks_at_least_one_part(people: Team, dossier: Dossier) -> None:
    plan = written(people, dossier, minutes=7, niveau="A2", **REDEN)
    assert "Wi 17:3" in _refused(people, plan, dossier)


@pytest.mark.brief("L76")
def test_under_the_letter_of_2018_a_test_decides_on_a2() -> None:
    from tests.dossier.makers import team

    people = team(ELDERS, KM)
    dossier = dossier_for(people[KM])
    with as_actor(people[KM]):
        told = {"leerroute": "B1-route"}
        record(dossier.pk, "eerste_pip_vastgesteld", told, on=ON, at=later(2))
    client, address = visitor(people[KM]), f"/plan/dossier/{dossier.pk}/afschalen/"
    assert "objectieve toets" in get(client, address)
    post(client, address, **{"toets": "ja", "toets-lezen_toets_onder_b1": "ja"})
    post(client, address, voldoende_ingespannen="ja")
    assert "Zet het in het plan" in get(client, address)


def _moved(people: Team) -> Dossier:
    """Who had a plan elsewhere, and lives here since today."""
    made, before = ready(people), ON - timedelta(days=200)
    plan = {"leerroute": "B1-route", "niveau_in_pip": "B1"}
    _tell(people, made, "eerste_pip_vastgesteld", before, **plan)
    _tell(people, made, "pip_bekendgemaakt", before)
    _tell(people, made, "verhuisd", pip_bij_verhuizing=True)
    return made


def test_after_a_removal_the_route_stays_and_the_term_runs_on(people: Team) -> None:
    dossier = _moved(people)
    plan = written(people, dossier, minutes=7)
    assert (plan.soort, plan.leerroute) == (Plan.Soort.NA_VERHUIZING, "B1-route")
    besluit = sent(people, proposed(people, plan, minutes=8), minutes=9)
    text = _text(people, besluit)
    for said in ("Uw leerroute blijft: B1-route", "in uw vorige gemeente", "loopt gewoon door"):
        assert bare(said) in text
    known = _facts(people, dossier)
    assert known["dagtekening_eerste_pip"] == ON - timedelta(days=200)
    assert known["pip_bekend_op"] == ON
    with as_actor(people[KM]):
        told = Gebeurtenis.objects.filter(dossier=dossier, soort="pip_vastgesteld_na_verhuizing")
        assert told.count() == 1
        assert stand_of(dossier, on=ON).soort == Plan.Soort.WIJZIGING


def test_the_clock_says_what_stops_it_and_what_does_not(people: Team) -> None:
    dossier = ready(people)
    client, address = visitor(people[KM]), f"/plan/dossier/{dossier.pk}/klok/"
    assert "Wat stopt de termijn niet?" in get(client, address)
    refused = post(client, address, status=400, **{"derde-wacht_op_derde": "ja"})
    assert "Schrijf op waarop u wacht" in refused
    post(client, address, **{"derde-wacht_op_derde": "ja", "derde-toelichting": "Het diploma"})
    assert "Het plan wacht op informatie van een ander" in get(client, address)
    day = {"ontvangen-op_dag": "14", "ontvangen-op_maand": "9", "ontvangen-op_jaar": "2026"}
    post(client, address, ontvangen="ja", **day)
    with few_queries():
        page = get(client, address)
    assert "De informatie kwam binnen op 14 september 2026" in page
    assert "informatie_ontvangen_op" in _facts(people, dossier)


def test_after_a_removal_waiting_stops_nothing(people: Team) -> None:
    dossier = _moved(people)
    _tell(people, dossier, "informatie_van_derde_nodig", wacht_op_derde=True)
    page = get(visitor(people[KM]), f"/plan/dossier/{dossier.pk}/klok/")
    assert "De termijn loopt toch door" in page


def test_who_does_not_decide_reads_and_writes_nothing(people: Team, dossier: Dossier) -> None:
    from meedoen.accounts.actor import Actor
    from meedoen.dossier.actions.access import involve

    who: Actor = people[Rol.MAATSCHAPPELIJK_BEGELEIDER]
    with as_actor(people[KM]):
        involve(dossier.pk, who.official, who.rol.value, on=ON, at=later(6))
    client = visitor(who)
    for page in ("wisselen", "afschalen", "klok"):
        address = f"/plan/dossier/{dossier.pk}/{page}/"
        assert 'name="motivering"' not in get(client, address)
        client.post(address, {"gewenste_leerroute": "onderwijsroute"})
    with as_actor(people[KM]):
        assert not Gebeurtenis.objects.filter(soort="leerroute_wisselen_overwogen").exists()
