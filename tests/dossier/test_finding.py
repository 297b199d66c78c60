"""Finding dossiers: pages in order of name, search by name and number, and who may be known."""

import pytest
from django.db import connection
from tests.dossier.makers import AT, BSN, ELDERS, HIER, ON, dossier_for, later, team

from meedoen.accounts.actor import Actor
from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions import circumstances
from meedoen.dossier.actions.people import NewPerson, hand_over, open_dossier
from meedoen.dossier.finding import (
    PAGE,
    Filter,
    alike,
    is_number,
    klantmanagers_of,
    page_of,
    search,
    with_number,
)
from meedoen.dossier.models import Dossier
from meedoen.dossier.names import Naam
from meedoen.dossier.partial_date import OnvolledigeDatum
from meedoen.dossier.queries import people_named


def _found(actor: Actor, text: str) -> list[int]:
    return [each.pk for each in search(actor, text, on=ON, keys=keys_in_use())]


@pytest.mark.usefixtures("db")
def test_pages_follow_each_other_in_both_directions() -> None:
    head = team(HIER, Rol.TEAMLEIDER)[Rol.TEAMLEIDER]
    for number in range(PAGE + 3):
        dossier_for(head, f"Aa {chr(97 + number % 26)}x")  # names that occur twice
    with as_actor(head):
        first = page_of(head, Filter(), on=ON)
        assert len(first.rows) == PAGE
        assert first.before is None
        assert first.after is not None
        second = page_of(head, Filter(), on=ON, after=first.after)
        assert len(second.rows) == 3
        assert second.after is None
        assert second.before is not None
        back = page_of(head, Filter(), on=ON, before=second.before)
    assert [each.pk for each in back.rows] == [each.pk for each in first.rows]
    assert not {each.pk for each in first.rows} & {each.pk for each in second.rows}
    assert (back.before, back.after) == (None, first.after)


@pytest.mark.usefixtures("db")
def test_filters_show_the_caseload_or_what_is_free() -> None:
    staff = team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER)
    actor, head = staff[Rol.KLANTMANAGER], staff[Rol.TEAMLEIDER]
    mine, free, other = (dossier_for(each, "A B") for each in (actor, head, head))
    with as_actor(head):
        hand_over(free.pk, None, on=ON, at=later(1))
        assert len(page_of(head, Filter(), on=ON).rows) == 3
        chosen = Filter(klantmanagers=(actor.official,))
        assert [each.pk for each in page_of(head, chosen, on=ON).rows] == [mine.pk]
    with as_actor(actor):
        seen = page_of(actor, Filter(), on=ON).rows
        assert {each.pk for each in seen} == {mine.pk, free.pk}
        assert other.pk not in {each.pk for each in seen}
        rows = page_of(actor, Filter(zonder=True), on=ON).rows
        assert [each.pk for each in rows] == [free.pk]
        assert [each.pk for each in klantmanagers_of(actor, on=ON)] == [actor.medewerker_id]


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("text", ["selam", "tesf", "Tesfai", "SELAM TESFAYE", "ሰላም", "2026-00001"])
def test_a_name_is_found_as_it_is_written_or_sounds(text: str) -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    naam = Naam("Selam", "", "Tesfay", "ሰላም ተስፋይ")
    with as_actor(actor):
        person = NewPerson(naam, OnvolledigeDatum(1991))
        made = open_dossier(HIER, person, on=ON, at=AT, klantmanager=actor.medewerker_id)
        assert _found(actor, text) == [made.pk]
        assert _found(actor, "Yusuf") == []


@pytest.mark.usefixtures("db")
def test_search_asks_with_an_operator_that_row_level_security_trusts() -> None:
    """Else no index serves it, and it reads the names of the whole municipality."""
    asked = str(people_named("Selam").query)
    assert "^@" in asked
    assert "LIKE" not in asked
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT bool_and(p.proleakproof) FROM pg_operator o JOIN pg_proc p ON p.oid = o.oprcode"
            " WHERE o.oprname = '^@'"
        )
        assert cursor.fetchone() == (True,)


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("text", [BSN, " 999990019 ", "9999.90.019", "0123456789", "123456789"])
def test_a_number_finds_by_hash_or_v_nummer(text: str) -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    with as_actor(actor):
        person = NewPerson(
            Naam("Selam", "", "Tesfay"), OnvolledigeDatum(1991), bsn=BSN, vnummer="123456789"
        )
        made = open_dossier(HIER, person, on=ON, at=AT, klantmanager=actor.medewerker_id)
        assert _found(actor, text) == [made.pk]
        assert _found(actor, "999991772") == []


@pytest.mark.usefixtures("db")
def test_the_dossier_of_a_colleague_is_told_for_a_whole_number_only() -> None:
    staff = team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER)
    actor, head = staff[Rol.KLANTMANAGER], staff[Rol.TEAMLEIDER]
    made = dossier_for(head, bsn=BSN)
    elsewhere = team(ELDERS, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    with as_actor(actor):
        assert _found(actor, "Selam") == []
        assert _found(actor, BSN) == []
        assert with_number(actor, [BSN], keys=keys_in_use()) == made
        assert with_number(actor, ["99999"], keys=keys_in_use()) is None
        assert with_number(actor, [""], keys=keys_in_use()) is None
    with as_actor(elsewhere):
        assert with_number(elsewhere, [BSN], keys=keys_in_use()) is None


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize(
    ("naam", "jaar", "same"),
    [
        (Naam("Selam", "", "Tesfay"), 1991, True),
        (Naam("Selaam Haile", "", "Tesfaye"), 1991, True),
        (Naam("Selam", "", "Tesfay"), 0, True),
        (Naam("Selam", "", "Tesfay"), 1992, False),
        (Naam("Omar", "", "Tesfay"), 1991, False),
    ],
)
def test_who_may_be_the_same_person_is_found_also_out_of_sight(
    naam: Naam, jaar: int, same: bool
) -> None:
    staff = team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER)
    dossier = dossier_for(staff[Rol.TEAMLEIDER])
    actor = staff[Rol.KLANTMANAGER]
    with as_actor(actor):
        found = alike(actor, naam, OnvolledigeDatum(jaar))
    assert [each.pk for each in found] == ([dossier.pk] if same else [])


@pytest.mark.usefixtures("db")
def test_safe_contact_shows_in_every_row_and_goes_with_its_end() -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    with as_actor(actor):
        circumstances.set_safe_contact(dossier.pk, {"kanaal": "bel"}, on=ON, at=later(1))
        assert page_of(actor, Filter(), on=ON).rows[0].veilig_contact
        circumstances.end_safe_contact(dossier.pk, on=ON, at=later(2))
        assert not page_of(actor, Filter(), on=ON).rows[0].veilig_contact


@pytest.mark.usefixtures("db")
def test_a_page_that_begins_at_a_dossier_that_is_gone_begins_at_the_start() -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    with as_actor(actor):
        assert page_of(actor, Filter(), on=ON, after=10**12).rows == [dossier]
        assert Dossier.objects.count() == 1


def test_what_is_a_number() -> None:
    assert is_number("999990019")
    assert is_number("9999 90 019")
    assert not is_number("2026-00012")
    assert not is_number("1234")
    assert not is_number("٩٩٩٩٩٠٠١٩")
    assert not is_number("Selam 12345678")
