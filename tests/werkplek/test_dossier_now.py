"""One dossier at a glance: what was, what is next, what is missing, what comes, and then."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import record
from meedoen.dossier.as_of import AsOf
from meedoen.dossier.finding import for_screen
from meedoen.dossier.models import Dossier
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.rules.choices import Doelgroep, Verblijfsrecht
from meedoen.werkplek.dossier import DossierNow, Station, dossier_now

ASIEL: dict[str, Any] = {
    "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
    "verblijfsrecht": Verblijfsrecht.ASIEL,
}
KOPPELING, DUO = date(2026, 5, 11), date(2026, 5, 6)
TODAY = date(2026, 11, 23)


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER)


@pytest.fixture
def selam(people: Team) -> Dossier:
    """Notified and linked in May, housed in September."""
    actor = people[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    _tell(actor, dossier, "kennisgeving_ontvangen", ASIEL | {"plicht_begon_op": DUO}, on=DUO)
    _tell(actor, dossier, "gekoppeld", {}, on=KOPPELING)
    _tell(actor, dossier, "ingeschreven", {"gehuisvest": True}, on=ON)
    return dossier


def _tell(
    actor: Actor, dossier: Dossier, soort: str, told: dict[str, Any], *, on: date, minutes: int = 5
) -> None:
    with as_actor(actor):
        record(dossier.pk, soort, told, on=on, at=later(minutes))


def _now(actor: Actor, dossier: Dossier, *, on: date = TODAY, **more: Any) -> DossierNow:
    with as_actor(actor):
        shown = for_screen(dossiers_visible_to(actor, on=on), on=on).get(pk=dossier.pk)
        return dossier_now(shown, actor, AsOf(on, on, **more))


def _station(now: DossierNow, name: str) -> Station:
    return next(each for each in now.stations if each.halte.name == name)


def test_selam_is_housed_and_must_have_her_plan_in_ten_weeks(people: Team, selam: Dossier) -> None:
    now = _now(people[Rol.KLANTMANAGER], selam)
    was = [(each.halte.name, each.day) for each in now.stations if each.reached]
    assert was == [("kennisgeving", DUO), ("koppeling", KOPPELING), ("huisvesting", ON)]
    assert _station(now, "huisvesting").silence == "4 maanden stil"
    pip = _station(now, "pip")
    assert (pip.day, pip.reached, pip.late, pip.nummer) == (TODAY, False, False, 4)
    assert pip.why.endswith("/waarom/persoonlijk_plan.uiterste_dag_zonder_derde/")
    assert pip.unless == "als u op niemand wacht"
    assert _station(now, "voldaan").day is None
    assert _station(now, "activiteit").nummer is None


def test_the_day_after_the_plan_is_late(people: Team, selam: Dossier) -> None:
    actor = people[Rol.KLANTMANAGER]
    _tell(actor, selam, "informatie_van_derde_nodig", {"wacht_op_derde": False}, on=ON)
    pip = _station(_now(actor, selam, on=TODAY + timedelta(days=1)), "pip")
    assert (pip.day, pip.late) == (TODAY, True)


def test_who_waits_for_another_has_no_day_yet(people: Team, selam: Dossier) -> None:
    actor = people[Rol.KLANTMANAGER]
    _tell(actor, selam, "informatie_van_derde_nodig", {"wacht_op_derde": True}, on=ON)
    pip = _station(_now(actor, selam), "pip")
    assert (pip.day, pip.unless) == (None, "")
    assert all(each.day != TODAY for each in _now(actor, selam).ahead)


def test_what_is_missing_names_who_knows_and_where_to_record_it(
    people: Team, selam: Dossier
) -> None:
    missing = {each.what: each for each in _now(people[Rol.KLANTMANAGER], selam).missing}
    intake = missing["Het college heeft de brede intake voltooid"]
    assert intake.who == "het college"
    assert [soort.name for soort in intake.soorten] == [
        "oproep_verzonden",  # says that it was not: a summons begins it anew
        "brede_intake_afgerond",
    ]


def test_once_the_plan_is_there_the_term_lies_ahead(people: Team, selam: Dossier) -> None:
    actor = people[Rol.KLANTMANAGER]
    told = {"leerroute": "B1-route"}
    _tell(actor, selam, "eerste_pip_vastgesteld", told, on=ON, minutes=6)
    now = _now(actor, selam)
    assert _station(now, "pip").reached
    end = _station(now, "voldaan")
    assert (end.day, end.halte.expected) == (date(2029, 9, 14), True)
    assert [(each.day, each.expected) for each in now.ahead] == [
        (date(2028, 3, 15), False),
        (date(2029, 9, 14), True),
    ]


def test_the_term_of_duo_goes_before_our_own(people: Team, selam: Dossier) -> None:
    actor = people[Rol.KLANTMANAGER]
    told = {"leerroute": "B1-route"}
    _tell(actor, selam, "eerste_pip_vastgesteld", told, on=ON, minutes=6)
    longer = {"soort_termijn": "verlengde termijn", "einde_huidige_termijn": date(2030, 1, 1)}
    _tell(actor, selam, "termijn_verlengd", longer, on=ON, minutes=7)
    assert _station(_now(actor, selam), "voldaan").day == date(2029, 12, 31)


def test_then_is_what_was_known_then(people: Team, selam: Dossier) -> None:
    actor = people[Rol.KLANTMANAGER]
    _tell(actor, selam, "brede_intake_afgerond", {}, on=ON, minutes=60)
    assert _station(_now(actor, selam), "intake").reached
    before = _now(actor, selam, on=TODAY, known_at=later(30))
    assert not _station(before, "intake").reached
    assert _station(before, "huisvesting").reached


def test_what_was_put_right_no_longer_counts(people: Team, selam: Dossier) -> None:
    actor = people[Rol.KLANTMANAGER]
    _tell(actor, selam, "brede_intake_afgerond", {}, on=ON, minutes=60)
    with as_actor(actor):
        selam.refresh_from_db()
        told = {"reden": "bij de verkeerde persoon vastgelegd"}
        record(selam.pk, "herstel", told, on=ON, at=later(90), herstelt=selam.laatste_nummer)
    assert not _station(_now(actor, selam), "intake").reached


def test_who_has_no_asylum_waits_for_no_house(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    dossier = dossier_for(actor, "Lan Nguyen")
    told = {"doelgroep": Doelgroep.GEZINS_OF_OVERIGE_MIGRANT, "plicht_begon_op": DUO}
    _tell(actor, dossier, "kennisgeving_ontvangen", told, on=DUO)
    names = [each.halte.name for each in _now(actor, dossier).stations]
    assert "koppeling" not in names
    assert "huisvesting" not in names


def test_nothing_known_is_nothing_guessed(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    now = _now(actor, dossier_for(actor, "Yusuf Abdi"))
    assert not any(each.reached or each.day for each in now.stations)
    assert (now.lijn.punten, now.ahead, now.silent) == ((), (), "")
