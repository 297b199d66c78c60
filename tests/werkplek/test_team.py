"""The team: counts that add up, off until a municipality chose, and no name of any inburgeraar."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import localdate
from tests.apps.browsing import day, few_queries, get, post
from tests.apps.test_vervanging import colleague
from tests.apps.visitor import visitor
from tests.dossier.makers import APART, AT, ELDERS, HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.actions import AccountError
from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.models import Gemeente
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.accounts.teambeeld.actions import choose_teambeeld
from meedoen.accounts.teambeeld.queries import is_shown
from meedoen.accounts.work_tables import Teambeeld
from meedoen.dossier.actions.people import hand_over
from meedoen.werkplek.queries import all_items
from meedoen.werkplek.team import LEAST, team_of
from meedoen.werkplek.urgency import group_of

DAY = timedelta(days=1)


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.BEHEERDER, Rol.JURIST)


def _caseloads(people: Team) -> int:
    """One full, one small, one empty, and one dossier of nobody; the id of the free one."""
    actor, small = people[Rol.KLANTMANAGER], colleague("Fatma")
    colleague("Leeg")
    for number in range(LEAST + 1):
        dossier_for(actor, f"Vrouw {APART[number]}")
    dossier_for(small, "Omar Haddad")
    free = dossier_for(actor, "Niemands Dossier")
    with as_actor(people[Rol.TEAMLEIDER]):
        hand_over(free.pk, None, on=ON, at=later(1))
    return free.pk


def test_the_counts_are_those_of_the_work_list_by_name(people: Team) -> None:
    _caseloads(people)
    with as_actor(people[Rol.TEAMLEIDER]) as chief:
        gemeente = Gemeente.objects.get(pk=HIER)
        found = team_of(chief, gemeente, on=ON)
        items = [group_of(item, ON) for item in all_items(chief, gemeente, on=ON)]
    parts = {each.naam: each for each in found.parts}
    assert set(parts) == {"Fatma", people[Rol.KLANTMANAGER].naam, "Leeg", ""}
    full = parts[people[Rol.KLANTMANAGER].naam]
    assert (full.dossiers, full.share) == (LEAST + 1, 75)
    assert full.counts is not None
    assert full.total <= full.lines <= len(items)
    assert full.lines == (LEAST + 1) * len(items) // (LEAST + 3)  # one each: all alike
    assert parts["Fatma"].counts is None
    assert (parts["Leeg"].dossiers, parts["Leeg"].counts) == (0, None)
    assert found.parts[-1].medewerker is None
    assert found.dossiers == LEAST + 3


def test_it_is_off_until_it_was_chosen_and_from_that_day_on(people: Team) -> None:
    boss = people[Rol.BEHEERDER]
    more: dict[str, Any] = {"on": ON, "at": AT}
    assert not is_shown(HIER, on=ON)
    with pytest.raises(AccountError, match="ondernemingsraad"):
        choose_teambeeld(boss, aan=True, grond=" ", van=ON, **more)
    with pytest.raises(AccountError, match="latere dag"):
        choose_teambeeld(boss, aan=False, grond="", van=ON - DAY, **more)
    with pytest.raises(NotAllowedError):
        choose_teambeeld(people[Rol.TEAMLEIDER], aan=True, grond="or", van=ON, **more)
    choose_teambeeld(boss, aan=True, grond="OR 1 september 2026", van=ON + DAY, **more)
    choose_teambeeld(boss, aan=False, grond="", van=ON + 3 * DAY, **more)
    assert [is_shown(HIER, on=ON + DAY * n) for n in range(4)] == [False, True, True, False]
    assert not is_shown(ELDERS, on=ON + DAY)


def test_a_beheerder_puts_it_on_and_the_teamleider_sees_it_without_names(people: Team) -> None:
    _caseloads(people)
    chief, boss = visitor(people[Rol.TEAMLEIDER]), visitor(people[Rol.BEHEERDER])
    assert "toont dit beeld niet" in get(chief, "/team/")
    assert "Kies ja of nee" in post(boss, "/teambeeld/", status=400)
    today = day("van", localdate())
    assert "ondernemingsraad" in post(boss, "/teambeeld/", status=400, aan="ja", **today)
    post(boss, "/teambeeld/", aan="ja", grond="OR, 1 september 2026", **today)
    assert "OR, 1 september 2026" in get(boss, "/teambeeld/")
    with few_queries():
        page = get(chief, "/team/")
    assert "<svg" in page
    assert "Fatma" in page
    assert not [name for name in ("Vrouw", "Haddad", "Niemands") if name in page]
    get(visitor(people[Rol.JURIST]), "/team/", status=403)
    get(visitor(people[Rol.KLANTMANAGER]), "/team/", status=403)
    assert Teambeeld.objects.get().vastgelegd_door_id == people[Rol.BEHEERDER].official


def test_a_town_without_dossiers_says_so(people: Team) -> None:
    today = localdate()
    choose_teambeeld(people[Rol.BEHEERDER], aan=True, grond="OR", van=today, on=today, at=AT)
    assert "nog geen dossiers" in get(visitor(people[Rol.TEAMLEIDER]), "/team/")
