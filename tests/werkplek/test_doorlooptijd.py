"""How long steps take: running steps count, few people say nothing, and policy sees no names."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.apps.browsing import few_queries, get
from tests.apps.visitor import visitor
from tests.dossier.makers import ELDERS, HIER, Team, team
from tests.werkplek.asylum import notified

from meedoen.accounts.models import Gemeente
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.werkplek.doorlooptijd import STAPPEN, after, doorlooptijd_of, duur_of, phase_of
from meedoen.werkplek.stappen import DAY, Stappen, stappen_of

ON = date(2026, 11, 1)
EMPTY = ("koppeling", "klantprofiel", "huis", "bericht", "gevraagd", "intake", "pip")
NAMES = (*EMPTY, "activiteit", "laatste", "einde")
BY_NAME = {each.name: each for each in STAPPEN}


def _rows(*rows: dict[str, date]) -> Stappen:
    columns = [np.array([row.get(name) for row in rows], DAY) for name in NAMES]
    return Stappen(np.arange(1, len(rows) + 1), *columns)


def _day(days: int) -> date:
    return ON - timedelta(days=days)


@pytest.mark.brief("L24")
def test_who_is_busy_makes_the_median_longer_and_is_not_left_out() -> None:
    done = [{"gevraagd": _day(100), "intake": _day(100 - each)} for each in (10, 20, 30, 40)]
    busy = [{"gevraagd": _day(90)}] * 4
    alone = duur_of(_rows(*done, *done), BY_NAME["intake"], began=(_day(365), ON), norm=None, on=ON)
    both = duur_of(_rows(*done, *busy), BY_NAME["intake"], began=(_day(365), ON), norm=None, on=ON)
    assert (alone.klaar, alone.bezig, alone.mediaan) == (8, 0, 20)
    assert (both.klaar, both.bezig, both.mediaan, both.driekwart) == (4, 4, 40, None)


def test_of_few_people_nothing_is_said() -> None:
    row = {"gevraagd": _day(100), "intake": _day(90)}
    few = duur_of(_rows(*[row] * 4), BY_NAME["intake"], began=(_day(365), ON), norm=None, on=ON)
    assert (few.klaar, few.told, few.mediaan) == (4, False, None)


@pytest.mark.brief("L48")
def test_the_norm_counts_who_is_busy_for_longer_already() -> None:
    rows = [{"bericht": _day(100)}] * 3 + [{"bericht": _day(60), "pip": _day(1)}] * 3
    found = duur_of(_rows(*rows), BY_NAME["pip"], began=(_day(365), ON), norm=70, on=ON)
    assert found.boven == 3


def test_who_stopped_is_counted_apart_and_last_year_stays_out() -> None:
    rows: list[dict[str, date]] = [{"bericht": _day(100), "einde": _day(50)}] * 5
    rows += [{"bericht": _day(400)}]
    found = duur_of(_rows(*rows), BY_NAME["gevraagd"], began=(_day(365), ON), norm=None, on=ON)
    assert (found.klaar, found.bezig, found.gestopt) == (0, 0, 5)


@given(
    st.lists(st.tuples(st.integers(0, 400), st.booleans()), min_size=1, max_size=60),
    st.sampled_from([0.25, 0.5, 0.75]),
)
def test_it_is_the_estimate_of_kaplan_and_meier(
    people: list[tuple[int, bool]], share: float
) -> None:
    """Written once more as a loop over days, with fractions."""
    from fractions import Fraction

    busy, expected = Fraction(1), None
    for day in sorted({days for days, _done in people}):
        at_risk = sum(days >= day for days, _done in people)
        finished = sum(done and days == day for days, done in people)
        busy *= 1 - Fraction(finished, at_risk)
        if busy <= 1 - Fraction(share):
            expected = day
            break
    days, done = (np.array(each) for each in zip(*people, strict=True))
    assert after(days, done, share=share) == expected


def test_without_anybody_running_it_is_the_plain_quantile() -> None:
    days = np.array([5, 1, 3, 2, 4, 9, 8, 7])
    assert after(days, np.ones(8), share=0.5) == 4


@pytest.mark.parametrize(
    ("row", "phase"),
    [
        ({"koppeling": _day(90)}, 0),
        ({"bericht": _day(90)}, 1),
        ({"bericht": _day(90), "gevraagd": _day(80)}, 2),
        ({"bericht": _day(90), "intake": _day(80)}, 3),
        ({"bericht": _day(90), "pip": _day(80)}, 4),
        ({"bericht": _day(90), "pip": _day(80), "activiteit": _day(2)}, -1),
        ({"bericht": _day(90), "einde": _day(80)}, -1),
        ({}, -1),
    ],
)
def test_everybody_stands_in_one_phase(row: dict[str, date], phase: int) -> None:
    assert phase_of(_rows(row)).tolist() == [phase]


@pytest.fixture
def people(db: None) -> Team:
    made = team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.BELEID)
    long_ago = date(2026, 6, 1)
    notified(made[Rol.KLANTMANAGER], "Selam Tesfay", long_ago, long_ago)
    return made


def test_the_team_leader_sees_who_stands_still_and_policy_only_numbers(people: Team) -> None:
    elders = team(ELDERS, Rol.KLANTMANAGER)
    notified(elders[Rol.KLANTMANAGER], "Omar Haddad", date(2026, 6, 1), None)
    chief, policy = visitor(people[Rol.TEAMLEIDER]), visitor(people[Rol.BELEID])
    with few_queries():
        page = get(chief, "/doorlooptijd/")
    assert "Selam T." in page
    with few_queries():
        page = get(policy, "/doorlooptijd/")
    assert "Selam" not in page
    assert "te weinig mensen" in page
    found: dict[Rol, Any] = {}
    for rol in (Rol.TEAMLEIDER, Rol.BELEID, Rol.KLANTMANAGER):
        with as_actor(people[rol]):
            found[rol] = stappen_of(HIER, on=date(2026, 12, 1))
            assert not stappen_of(ELDERS, on=date(2026, 12, 1)).dossier.size
    assert (found[Rol.TEAMLEIDER].dossier > 0).tolist() == [True]
    assert found[Rol.BELEID].dossier.tolist() == [0]
    assert not found[Rol.KLANTMANAGER].dossier.size


def test_the_file_holds_numbers_only_and_the_norms_are_of_the_law(people: Team) -> None:
    text = get(visitor(people[Rol.BELEID]), "/doorlooptijd.csv")
    assert "Koppeling tot huis" in text
    assert "Selam" not in text
    get(visitor(people[Rol.KLANTMANAGER]), "/doorlooptijd.csv", status=403)
    with as_actor(people[Rol.TEAMLEIDER]):
        gemeente = Gemeente.objects.get(pk=HIER)
        told = doorlooptijd_of(stappen_of(HIER, on=ON), gemeente, on=ON, most=1)
    norms = {each.stap.name: (each.norm, each.artikel) for each in told.rijen if each.norm}
    assert norms == {"huis": (84, "Hw 28"), "pip": (70, "Bi 5.3:1")}
