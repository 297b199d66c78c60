"""The work list: every signal where it holds, by urgency, in sight of this role only."""

from datetime import date
from typing import Any

import pytest
from tests.apps.browsing import few_queries, get
from tests.apps.visitor import visitor
from tests.dossier.makers import APART, ELDERS, HIER, ON, Team, dossier_for, later, team
from tests.werkplek.asylum import ASIEL, LONG_BEFORE, notified, tell

from meedoen.accounts.actor import Actor
from meedoen.accounts.models import Gemeente
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.circumstances import set_safe_contact
from meedoen.dossier.actions.people import NewPerson, hand_over, open_dossier
from meedoen.dossier.names import Naam
from meedoen.dossier.partial_date import OnvolledigeDatum
from meedoen.werkplek.filter import WerkFilter
from meedoen.werkplek.queries import FEW, Group, watch_list
from meedoen.werkplek.rows import Row


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.INKOMENSCONSULENT, Rol.FINANCIEEL)


def _list(actor: Actor, on: date = ON, **more: Any) -> dict[str, Group]:
    with as_actor(actor):
        gemeente = Gemeente.objects.get(pk=actor.gemeenten[0])
        found = watch_list(actor, gemeente, on=on, chosen=WerkFilter(**more))
    return {group.name: group for group in found.groups}


def _names(actor: Actor, on: date = ON) -> set[str]:
    return {row.item.signaal.name for group in _list(actor, on).values() for row in group.rows}


def _only(groups: dict[str, Group], name: str) -> Row:
    assert {each: group.count for each, group in groups.items() if group.count} == {name: 1}
    return groups[name].rows[0]


@pytest.mark.parametrize(
    ("on", "group"),
    [
        (date(2026, 11, 15), "straks"),
        (date(2026, 11, 16), "week"),
        (date(2026, 11, 22), "week"),
        (date(2026, 11, 23), "vandaag"),
        (date(2026, 11, 24), "laat"),
    ],
)
def test_the_ten_weeks_of_the_plan_become_more_urgent(people: Team, on: date, group: str) -> None:
    actor = people[Rol.KLANTMANAGER]
    dossier = notified(actor, "Selam Tesfay", LONG_BEFORE, ON)
    row = _only(_list(actor, on), group)
    assert row.title == "Het PIP moet er zijn op 23 november 2026"
    since = "10 weken na 14 sep: ingeschreven in de BRP (Besluit 5.3, lid 1)"
    assert since in row.detail
    assert "intake niet klaar" in row.detail
    assert str(row.item.unless) == "als u op niemand wacht"
    assert row.why.endswith(f"/{dossier.pk}/waarom/persoonlijk_plan.uiterste_dag_zonder_derde/")
    assert row.todo.endswith("/brieven/nieuw/oproep_brede_intake/")


def test_who_does_not_wait_for_another_has_a_day_without_reserve(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    dossier = notified(actor, "Selam Tesfay", LONG_BEFORE, ON)
    tell(actor, dossier, "informatie_van_derde_nodig", {"wacht_op_derde": False})
    tell(actor, dossier, "brede_intake_afgerond", {})
    row = _only(_list(actor), "straks")
    assert not row.item.unless
    assert row.detail.endswith(" · geen leerroute")
    assert row.why.endswith("/waarom/persoonlijk_plan.uiterste_dag/")
    assert row.todo_label == "Maak het PIP"


def test_the_one_who_waits_longest_comes_first(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    days = [date(2026, 8, 3), date(2026, 7, 1), date(2026, 9, 1)]
    made = [notified(actor, f"Vrouw N{day.month}", LONG_BEFORE, day) for day in days]
    rows = _list(actor, date(2026, 12, 1))["laat"].rows
    assert [row.item.dossier for row in rows] == [made[1].pk, made[0].pk, made[2].pk]


def test_what_is_unknown_says_what_is_missing_and_who_knows(people: Team) -> None:
    dossier_for(people[Rol.KLANTMANAGER])
    row = _only(_list(people[Rol.KLANTMANAGER]), "onbekend")
    assert row.item.day is None
    assert len(row.asks) == 1
    assert row.more > 0
    assert {who for _, who in row.asks} <= {"DUO", "de basisregistratie personen", "de IND"}
    assert row.more > 0


def test_a_plan_that_was_made_asks_what_comes_after_it(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    dossier = notified(actor, "Selam Tesfay", LONG_BEFORE, date(2026, 9, 1))
    tell(actor, dossier, "eerste_pip_vastgesteld", {"leerroute": "B1-route"})
    assert _names(actor) == {"pip_bekendmaken", "pip_melden", "geen_aanbod"}
    assert _list(actor)["straks"].rows[0].item.day == date(2026, 12, 14)  # three months


@pytest.mark.parametrize(
    ("soort", "left"), [("overleden", "overleden"), ("uitgeschreven", "vertrokken")]
)
def test_of_whoever_is_gone_only_the_end_is_work(people: Team, soort: str, left: str) -> None:
    actor = people[Rol.KLANTMANAGER]
    dossier = notified(actor, "Selam Tesfay", LONG_BEFORE, date(2026, 9, 1))
    tell(actor, dossier, soort, {})
    assert _names(actor) == {left}
    tell(actor, dossier, "zaak_geeindigd", {"soort_gegevens": "trajectdossier"})
    assert _names(actor) <= {"bewaren_voorbij"}


def test_a_child_needs_no_plan_unless_duo_wrote_that_it_does(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    with as_actor(actor):
        child = NewPerson(Naam(voornamen="Natnael"), OnvolledigeDatum(2019, 5, 2))
        dossier = open_dossier(HIER, child, on=ON, at=later(1), klantmanager=actor.medewerker_id)
    assert _names(actor) == set()
    tell(actor, dossier, "kennisgeving_ontvangen", ASIEL)
    assert _names(actor) == {"pip", "plicht_anders"}  # DUO stands; that the rules differ is said


def test_whoever_has_no_home_yet_waits_and_may_be_invited(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    dossier = notified(actor, "Selam Tesfay", LONG_BEFORE, None)
    tell(actor, dossier, "gekoppeld", {})
    row = _only(_list(actor), "wacht")
    assert row.title == "Wacht op een woning. De intake mag nu al, als Selam T. dat wil"
    assert row.todo_label == "Nodig uit"


def test_a_plan_that_waits_for_information_says_so(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    dossier = notified(actor, "Selam Tesfay", LONG_BEFORE, date(2026, 9, 1))
    tell(actor, dossier, "informatie_van_derde_nodig", {"wacht_op_derde": True})
    row = _only(_list(actor), "wacht")
    assert "informatie van een ander" in row.title
    tell(actor, dossier, "informatie_ontvangen", {})
    row = _only(_list(actor), "straks")
    assert row.title == "Het PIP moet er zijn op 10 november 2026"  # later than two weeks from now


def test_a_summons_asks_whether_somebody_came_and_then_what_follows(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    dossier = notified(actor, "Selam Tesfay", LONG_BEFORE, date(2026, 9, 1))
    summons = {"oproepen_verstuurd": 1, "termijn_oproep_tot": date(2026, 9, 14)}
    summons |= {"oproep_in_boetebesluit": False}
    tell(actor, dossier, "oproep_verzonden", summons, on=date(2026, 9, 1))
    today = _list(actor)["vandaag"].rows[0]
    assert today.title == "Kwam Selam T. op de oproep? De termijn is voorbij op 14 september 2026"
    assert _list(actor)["straks"].rows[0].todo_label == "Leg de intake vast"
    tell(actor, dossier, "oproep_afgelopen", {"kwam_op_oproep": False})
    judged = {"werkte_voldoende_mee": False, "goede_reden": False}
    tell(actor, dossier, "medewerking_beoordeeld", judged)
    after = _list(actor)["vandaag"].rows[0]
    assert after.title == "Kwam niet of werkte niet mee na de oproep, zonder goede reden"
    assert after.why.endswith("/waarom/oproep_termijn.schoot_tekort/")
    assert after.todo.endswith("/brieven/nieuw/waarschuwing_tweede_oproep/")


def test_nobody_sees_the_work_of_a_colleague_or_another_municipality(people: Team) -> None:
    own, chief = people[Rol.KLANTMANAGER], people[Rol.TEAMLEIDER]
    elders = team(ELDERS, Rol.TEAMLEIDER)[Rol.TEAMLEIDER]
    notified(chief, "Omar Haddad", LONG_BEFORE, ON)
    assert not any(group.count for group in _list(own).values())
    assert not any(group.count for group in _list(elders).values())
    assert not any(group.count for group in _list(people[Rol.INKOMENSCONSULENT]).values())
    assert _list(chief)["straks"].count == 1


def test_a_dossier_of_nobody_is_work_of_every_klantmanager(people: Team) -> None:
    dossier = notified(people[Rol.TEAMLEIDER], "Omar Haddad", LONG_BEFORE, ON)
    with as_actor(people[Rol.TEAMLEIDER]):
        hand_over(dossier.pk, None, on=ON, at=later(9))
    assert "van niemand" in get(visitor(people[Rol.KLANTMANAGER]), "/")


def test_the_page_shows_groups_with_counts_and_few_queries(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    for number in range(FEW + 2):
        notified(actor, f"Vrouw {APART[number]}", LONG_BEFORE, ON)
    safe = notified(actor, "Maryam Karimi", LONG_BEFORE, date(2026, 7, 1))
    with as_actor(actor):
        how = {"kanaal": "bel", "uren": "", "niet_zeggen": "", "niet_horen": ""}
        set_safe_contact(safe.pk, how, on=ON, at=later(9))
    client = visitor(actor)
    with few_queries():
        page = get(client, "/")
    assert f"Te laat ({FEW + 3})" in page  # by the clock of the machine, all are late
    assert page.count('class="werk"') == FEW
    assert "veilig contact" in page
    assert f"Toon alle {FEW + 3}" in page
    with few_queries():
        whole = get(client, "/?groep=laat")
    assert whole.count('class="werk"') == FEW + 3
    assert get(client, "/?groep=laat&vanaf=5000").count('class="werk"') == 0
    assert "Dit kunt u hier niet kiezen" in get(client, "/?groep=niets", status=400)


def test_nothing_to_do_says_how_it_comes(people: Team) -> None:
    assert "Er is nu niets te doen" in get(visitor(people[Rol.KLANTMANAGER]), "/")


def test_a_role_without_cases_gets_no_work_list(people: Team) -> None:
    get(visitor(people[Rol.FINANCIEEL]), "/", status=403)
