"""Signals over a whole caseload: one call for all, and what stands in nobody's way."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from tests.dossier.makers import HIER, ON, Team, team
from tests.werkplek.asylum import LONG_BEFORE, notified, tell

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.facts_table import Caseload, facts_of
from meedoen.law.loader import law_for, load_law
from meedoen.law.register import register
from meedoen.rules.catalogue import rule_named
from meedoen.rules.choices import Doelgroep
from meedoen.rules.column import Plain
from meedoen.rules.facts import Facts
from meedoen.rules.parameters import LawError
from meedoen.werkplek.signalen import SIGNALEN
from meedoen.werkplek.watch import facts_needed, items_of


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER)


def test_a_dossier_for_which_the_law_has_no_answer_hides_no_other(
    people: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor = people[Rol.KLANTMANAGER]
    made = [notified(actor, f"Vrouw N{n}", LONG_BEFORE, ON - timedelta(days=n)) for n in range(5)]
    law = law_for("wi2021", HIER)

    def holds(facts: Any, law: Any) -> Any:
        days = facts.ingeschreven_op.values
        if (days == np.datetime64(ON - timedelta(days=2))).any():
            raise LawError("dit gold nog niet")
        return np.full(len(days), True)

    with as_actor(actor):
        caseload = facts_of([each.pk for each in made], on=ON, names=facts_needed())
        items = items_of(replace(_named("pip"), holds=holds), caseload, law)
    assert [item.dossier for item in items] == [each.pk for each in made]
    assert [bool(item.refused) for item in items] == [False, False, True, False, False]
    assert [item.day is None for item in items] == [False, False, True, False, False]


def test_the_facts_that_are_loaded_are_all_that_the_signals_use(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    one = notified(actor, "Selam Tesfay", LONG_BEFORE, ON)
    two = notified(actor, "Omar Haddad", LONG_BEFORE, None)
    tell(actor, two, "gekoppeld", {})
    law = law_for("wi2021", HIER)
    with as_actor(actor):
        some = facts_of([one.pk, two.pk], on=ON, names=facts_needed())
        every = facts_of([one.pk, two.pk], on=ON)
    for signaal in SIGNALEN:
        assert _days(items_of(signaal, some, law)) == _days(items_of(signaal, every, law))


def _days(items: list[Any]) -> list[tuple[Any, ...]]:
    return [(item.dossier, item.signaal.name, item.grond.rule, item.day) for item in items]


def _named(name: str) -> Any:
    return next(each for each in SIGNALEN if each.name == name)


def test_one_call_for_many_is_the_same_as_one_by_one(people: Team) -> None:
    actor = people[Rol.KLANTMANAGER]
    days: list[date | None] = [ON, None, date(2026, 6, 1)]
    made = [notified(actor, f"Vrouw N{n}", LONG_BEFORE, day) for n, day in enumerate(days)]
    law = law_for("wi2021", HIER)

    def items(pks: list[int]) -> list[tuple[Any, ...]]:
        with as_actor(actor):
            caseload: Caseload = facts_of(pks, on=ON, names=facts_needed())
        return [each for signaal in SIGNALEN for each in _days(items_of(signaal, caseload, law))]

    alone = [each for dossier in made for each in items([dossier.pk])]
    assert sorted(items([each.pk for each in made])) == sorted(alone)


@pytest.mark.parametrize("signaal", SIGNALEN, ids=lambda each: each.name)
def test_every_signal_names_a_rule_and_pages_that_are_there(signaal: Any) -> None:
    from django.urls import reverse

    from meedoen.law.brief_file import brief_kinds

    rule_named(signaal.rule)
    if signaal.otherwise:
        rule_named(signaal.otherwise)
    for stap in signaal.stappen:
        assert reverse(stap.page, kwargs={"pk": 1, **stap.where})
        assert stap.where.get("kind", "vaststelling_pip") in brief_kinds()
        assert stap.where.get("soort", "contact") in register()


MISSED: dict[str, Plain] = {
    "ingezetene": True,
    "gehuisvest": True,
    "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
    "kennisgeving_op": date(2026, 5, 4),
    "ingeschreven_op": date(2026, 6, 1),
    "intake_voltooid": False,
    "laatste_oproep_op": date(2026, 8, 3),
    "termijn_oproep_tot": date(2026, 8, 18),
    "oproepen_met_goede_reden": 0,
    "kwam_op_oproep": False,
    "goede_reden": False,
    "eerste_boete_intake_opgelegd": False,
    "tweede_boete_intake_opgelegd": False,
    "bijstand_verlaagd_om_gedraging": False,
}
NOT_TO_BLAME, TO_BLAME = {"verwijtbaar": False}, {"verwijtbaar": True}
NOBODY_COUNTED: dict[str, Plain] = {"oproepen_met_goede_reden": None}
WARNED: dict[str, Plain] = {"schriftelijk_gewaarschuwd": True, "oproep_in_boetebesluit": False}


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ({"oproepen_verstuurd": 1}, "waarschuwing_tweede_oproep"),
        ({"oproepen_verstuurd": 1} | NOBODY_COUNTED, "waarschuwing_tweede_oproep"),
        ({"oproepen_verstuurd": 2} | NOBODY_COUNTED | NOT_TO_BLAME, ""),
        ({"oproepen_verstuurd": 2} | WARNED | NOT_TO_BLAME, "derde_oproep"),
        ({"oproepen_verstuurd": 2, "schriftelijk_gewaarschuwd": False}, "derde_oproep"),
        ({"oproepen_verstuurd": 2} | WARNED | TO_BLAME, ""),  # a fine comes with it
        ({"oproepen_verstuurd": 2} | WARNED, ""),  # nobody judged the fault: it may be a fine
        ({"oproepen_verstuurd": 3} | WARNED | NOT_TO_BLAME, ""),  # finish it in absence
        ({}, ""),
    ],
)
def test_whoever_stayed_away_gets_the_letter_of_that_step_of_the_ladder(
    told: dict[str, Plain], where: str
) -> None:
    caseload = Caseload((1,), Facts.of(ON, MISSED | told))
    items = items_of(_named("oproep_zonder_gevolg"), caseload, load_law())
    assert [each.stap.where.get("kind", "") for each in items if each.stap] == (
        [where] if told else []
    )


PLANS = ("pip", "pip_zonder_leerroute")


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ({"intake_voltooid": True}, "plan:besluit"),
        ({"kwam_op_oproep": None}, "oproep_brede_intake"),
        ({"omstandigheden_verkend": True}, "brede_intake_afgerond"),
        ({"oproepen_verstuurd": 1, "goede_reden": True}, "oproep_brede_intake"),
        ({"oproepen_verstuurd": 1}, "brede_intake_afgerond"),
        ({"gehuisvest": None, "verblijfsrecht": None}, "uitnodiging_brede_intake"),
    ],
)
def test_a_plan_that_is_due_leads_to_the_next_step_of_the_intake(
    told: dict[str, Plain], where: str
) -> None:
    caseload = Caseload((1,), Facts.of(ON, MISSED | told))
    items = [each for name in PLANS for each in items_of(_named(name), caseload, load_law())]
    steps = [each.stap for each in items if each.stap]
    assert [next(iter(each.where.values()), each.page) for each in steps] == [where]
