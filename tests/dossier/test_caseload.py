"""Dividing a caseload: about equal, no gezin split; and giving it, whole or not at all."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.apps.test_vervanging import colleague
from tests.dossier.makers import ELDERS, HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.models import Rolverlening
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.caseload import MovedError, hand_over_caseload
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.people import hand_over
from meedoen.dossier.caseload import MOST, after, divide, loads
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.dossier.queries import timeline

WHEN: dict[str, Any] = {"on": ON, "at": later(5)}


@given(
    gezin=st.dictionaries(st.integers(1, 60), st.integers(1, 6)),
    count=st.integers(0, 60),
    load=st.dictionaries(st.integers(100, 105), st.integers(0, 80), min_size=1),
)
def test_a_division_is_whole_keeps_families_and_is_as_even_as_families_allow(
    gezin: dict[int, int], count: int, load: dict[int, int]
) -> None:
    dossiers = list(range(1, count + 1))
    found = divide(dossiers, gezin, load)
    assert list(found) == dossiers
    for family in {gezin[each] for each in dossiers if each in gezin}:
        assert len({found[each] for each in dossiers if gezin.get(each) == family}) == 1
    got = {who: load[who] + list(found.values()).count(who) for who in load}
    largest = max((list(gezin.values()).count(each) for each in gezin.values()), default=1)
    for giver in set(found.values()):
        assert got[giver] - min(got.values()) <= max(largest, 1)


def test_without_receivers_there_is_no_division() -> None:
    with pytest.raises(ValueError, match="nobody"):
        divide([1], {}, {})


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.INKOMENSCONSULENT)


def _owner(dossier: Dossier) -> int | None:
    return Dossier.objects.get(pk=dossier.pk).klantmanager_id


def test_every_dossier_gets_its_klantmanager_a_line_and_the_note(people: Team) -> None:
    owner, by = people[Rol.KLANTMANAGER], colleague("Fatma")
    made = [dossier_for(owner, name) for name in ("Selam Tesfay", "Omar Haddad")]
    to = {each.pk: by.official for each in made}
    with as_actor(people[Rol.TEAMLEIDER]) as chief:
        hand_over_caseload(owner.official, to, note="Bel mij gerust.", **WHEN)
        assert [_owner(each) for each in made] == [by.official] * 2
        line = timeline(made[0])[0]
        assert line.gebeurtenis.soort == "klantmanager_gewisseld"
        assert b"Bel mij gerust." in (line.inhoud or b"")
        now = {each.medewerker.pk: each.now for each in loads(chief, on=ON)}
    assert (now[by.official], now[owner.official]) == (2, 0)


def test_one_that_was_moved_meanwhile_stops_all(people: Team) -> None:
    owner, by, third = people[Rol.KLANTMANAGER], colleague("Fatma"), colleague("Mo")
    made = [dossier_for(owner, name) for name in ("Selam Tesfay", "Omar Haddad")]
    with as_actor(people[Rol.TEAMLEIDER]):
        hand_over(made[1].pk, third.official, on=ON, at=later(1))
        before = Gebeurtenis.objects.count()
        to = {each.pk: by.official for each in made}
        with pytest.raises(MovedError, match=made[1].nummer):
            hand_over_caseload(owner.official, to, note="", **WHEN)
        assert _owner(made[0]) == owner.official
        assert Gebeurtenis.objects.count() == before


def test_a_klantmanager_gives_the_own_dossiers_only_to_who_may_have_them(people: Team) -> None:
    owner, by, third = people[Rol.KLANTMANAGER], colleague("Fatma"), colleague("Mo")
    mine, other = dossier_for(owner), dossier_for(by, "Omar Haddad")
    with as_actor(owner):
        with pytest.raises(NotAllowedError, match="alleen uw eigen"):
            hand_over_caseload(by.official, {other.pk: owner.official}, note="", **WHEN)
        with pytest.raises(MovedError):
            hand_over_caseload(owner.official, {other.pk: third.official}, note="", **WHEN)
        with pytest.raises(NotAllowedError, match="alleen uw eigen"):
            hand_over(other.pk, owner.official, **WHEN)
        hand_over(mine.pk, by.official, **WHEN)
        assert _owner(mine) == by.official
    with as_actor(people[Rol.INKOMENSCONSULENT]), pytest.raises(NotAllowedError):
        hand_over_caseload(by.official, {other.pk: third.official}, note="", **WHEN)


@pytest.mark.parametrize("case", ["nothing", "oneself", "role", "elsewhere", "gone", "too many"])
def test_what_cannot_be_given_is_refused(people: Team, case: str) -> None:
    owner, by = people[Rol.KLANTMANAGER], colleague("Fatma")
    dossier = dossier_for(owner)
    foreign = colleague("Sjoerd", code=ELDERS)
    left = colleague("Weg")
    Rolverlening.objects.filter(medewerker=left.official).update(tot=date(2026, 1, 1))
    to = {
        "nothing": {},
        "oneself": {dossier.pk: owner.official},
        "role": {dossier.pk: left.official},
        "elsewhere": {dossier.pk: foreign.official},
        "gone": {dossier.pk: by.official, 999_999: by.official},
        "too many": dict.fromkeys(range(MOST + 1), by.official),
    }[case]
    with as_actor(people[Rol.TEAMLEIDER]):
        with pytest.raises(DiaryError):
            hand_over_caseload(owner.official, to, note="", **WHEN)
        assert _owner(dossier) == owner.official


def test_before_and_after_count_everybody(people: Team) -> None:
    owner, by = people[Rol.KLANTMANAGER], colleague("Fatma")
    dossiers = [dossier_for(owner, f"Vrouw N{n}") for n in "abc"]
    with as_actor(people[Rol.TEAMLEIDER]) as chief:
        found = after(
            loads(chief, on=ON), owner.official, {each.pk: by.official for each in dossiers[:2]}
        )
    told = {each.medewerker.pk: (each.now, each.later, each.more) for each in found}
    assert told == {owner.official: (3, 1, -2), by.official: (0, 2, 2)}
