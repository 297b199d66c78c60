"""Telling DUO who the contactpersoon is: what goes, what does not, and what changes in between."""

from datetime import timedelta

import httpx
import pytest
from tests.berichten.contact_scene import (
    KM,
    NUMBER,
    another,
    at_duo,
    beside_contacts,
    give,
    names,
    reach,
    rows,
    states,
    tell,
    with_duty,
)
from tests.berichten.melding_scene import DUTY, FIRST_ROUND, Beside, say
from tests.dossier.makers import HIER, ON, Team, dossier_for, team

from meedoen.accounts.actions import AccountError
from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.models import Medewerker, Rolverlening
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.accounts.vervanging.actions import Plan, replace_colleague
from meedoen.accounts.werkcontact.actions import record_own_number, record_team_number
from meedoen.accounts.work_tables import Vervanging
from meedoen.berichten import contact_round
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.contact_actions import look_at
from meedoen.berichten.contact_beeld import known_to_duo
from meedoen.berichten.contact_tables import Contactmelding, Contactstap
from meedoen.berichten.turn import MOST_TRIES, rest
from meedoen.dossier.actions.restriction import restrict
from meedoen.dossier.models import Beperking, Dossier

ENDED = {"plicht_geeindigd_op": ON, "plicht_voldaan": True}
TOLD = ["nieuw bevestigd", "koppel bevestigd"]


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER, KM, Rol.TEAMLEIDER, Rol.KWALITEITSMEDEWERKER, Rol.JURIST, Rol.BEHEERDER)


@pytest.fixture
def duo(monkeypatch: pytest.MonkeyPatch) -> Beside:
    return beside_contacts(monkeypatch)


def known(dossier: Dossier) -> str | None:
    with as_actor(duo_actor(HIER)):
        found = known_to_duo(dossier)
        return None if found is None else found.naam


@pytest.fixture
def told(people: Team, duo: Beside) -> Dossier:
    """A dossier whose klantmanager DUO knows."""
    Medewerker.objects.filter(pk=people[KM].official).update(naam="Anna de Wit")
    dossier = with_duty(people)
    reach(people[KM])
    tell()
    return dossier


def test_the_klantmanager_is_told_once_and_coupled(duo: Beside, told: Dossier) -> None:
    assert states() == TOLD
    assert (at_duo(duo), known(told)) == ("Anna de Wit", "Anna de Wit")
    (number,) = duo.place.world.contactpersonen
    assert {each.contactpersoon and each.contactpersoon.duo_nummer for each in rows()} == {number}
    velden = duo.place.world.contactpersonen[number].velden
    assert set(velden) == {"naam", "email", "telefoonnummer"}
    assert velden["telefoonnummer"] == NUMBER
    assert (tell(5), len(duo.sent())) == (0, 2)
    assert not duo.place.journal.remarks


def test_without_a_work_number_nothing_is_told(people: Team, duo: Beside) -> None:
    with_duty(people)
    assert (tell(), states(), duo.calls) == (0, [], [])


def test_of_nobody_without_a_duty_or_a_bsn(people: Team, duo: Beside) -> None:
    reach(people[KM])
    dossier_for(people[KM], "Omar Haddad")
    ended = with_duty(people)
    say(
        people,
        ended,
        "plicht_geeindigd",
        {"plicht_geeindigd_op": ON, "plicht_voldaan": True},
        on=ON,
    )
    assert (tell(), states()) == (0, [])


def test_another_klantmanager_takes_the_place(people: Team, duo: Beside, told: Dossier) -> None:
    give(people, told, another("Bea Bos"))
    tell(5)
    assert at_duo(duo) == known(told) == "Bea Bos"
    assert names(duo) == ["Bea Bos"]  # of the first nobody is left
    assert states()[2:] == ["nieuw bevestigd", "weg bevestigd", "koppel bevestigd"]


def test_two_changes_before_anything_went_are_one(people: Team, duo: Beside, told: Dossier) -> None:
    bea, carl = another("Bea Bos"), another("Carl Cox")

    def away(_request: httpx.Request) -> None:
        raise httpx.ConnectError("x")

    duo.before = away
    give(people, told, bea)
    tell(5)
    assert states()[2:] == ["nieuw klaar duo_onbereikbaar", "weg klaar duo_onbereikbaar"]
    give(people, told, carl)
    tell(6)
    duo.before = lambda _: None
    tell(600)
    assert at_duo(duo) == known(told) == "Carl Cox"
    assert names(duo) == ["Carl Cox"]
    give(people, told, bea)
    give(people, told, carl)
    assert tell(700) == 0


def test_who_has_no_number_is_nobodys_contactpersoon(
    people: Team, duo: Beside, told: Dossier
) -> None:
    other = with_duty(people, "999990019")
    assert other.pk
    give(people, told, another("Bea Bos", number=""))
    tell(5)
    assert (at_duo(duo), known(told)) == (None, None)
    assert "ontkoppel bevestigd" in states()


def test_other_data_of_an_official(people: Team, duo: Beside, told: Dossier) -> None:
    reach(people[KM], "+31 6 1234 5678")
    tell(5)
    ((_, found),) = duo.place.world.contactpersonen.items()
    assert found.velden["telefoonnummer"] == "+31 6 1234 5678"
    assert states()[2:] == ["gewijzigd bevestigd"]
    record_team_number(people[Rol.BEHEERDER], "020 765 43 21", "team@example.org", at=FIRST_ROUND)
    tell(6)
    assert found.velden == {
        "naam": "Anna de Wit",
        "email": "team@example.org",
        "telefoonnummer": "020 765 43 21",
    }


@pytest.mark.parametrize("how", ["leaves", "no number", "gives all away", "duty ends"])
def test_who_is_of_nobody_any_more_is_removed(
    people: Team, duo: Beside, told: Dossier, how: str
) -> None:
    if how == "leaves":
        Rolverlening.objects.filter(medewerker=people[KM].medewerker_id).update(tot=ON)
    elif how == "no number":
        reach(people[KM], "")
    elif how == "gives all away":
        give(people, told, None)
    else:
        say(
            people,
            told,
            "plicht_geeindigd",
            {"plicht_geeindigd_op": ON, "plicht_voldaan": True},
            on=ON,
        )
    tell(5)
    assert (names(duo), at_duo(duo), known(told)) == ([], None, None)
    assert states()[2:] == ["weg bevestigd"]


def test_who_replaces_is_the_contactpersoon_meanwhile(
    people: Team, duo: Beside, told: Dossier
) -> None:
    bea = another("Bea Bos")
    why = Vervanging.Reden.VERLOF
    plan = Plan(people[KM].official, bea.official, ON, ON + timedelta(days=3), why)
    replace_colleague(people[Rol.TEAMLEIDER], plan, on=ON, at=FIRST_ROUND)
    tell(5)
    assert at_duo(duo) == known(told) == "Bea Bos"


def test_what_duo_refuses_comes_back_with_its_words_and_goes_when_it_is_mended(
    people: Team, duo: Beside
) -> None:
    with_duty(people)
    reach(people[KM])
    who = Medewerker.objects.filter(pk=people[KM].official)
    who.update(naam="Anna de Wit (team 2)")
    tell()
    assert states() == ["nieuw vooraf vooraf"]
    assert "CON-3" in rows()[0].redenen[0]
    assert (tell(9), duo.calls) == (0, [])
    who.update(naam="Anna de Wit", email="anna@localhost")
    tell(10)
    assert states() == ["nieuw ingetrokken contact_anders", "nieuw afgewezen afgewezen"]
    assert rows()[1].redenen == ["Dit is geen e-mailadres."]
    assert tell(60 * 24 * 9) == 0  # never again by itself
    who.update(email="anna@example.org")
    tell(60 * 24 * 10)
    assert states()[2:] == TOLD


def test_who_is_not_of_this_municipality_waits(people: Team, duo: Beside, told: Dossier) -> None:
    with_duty(people, "999990019")
    tell(5)
    assert states()[2:] == ["koppel wacht contact_koppel_onbekend"]


def test_nothing_goes_of_whom_the_data_are_only_kept(people: Team, duo: Beside) -> None:
    dossier = with_duty(people)
    reach(people[KM])
    with as_actor(people[Rol.JURIST]):
        restrict(dossier.pk, Beperking.Grond.BEZWAAR, "vroeg erom", on=ON, at=FIRST_ROUND)
    assert (tell(10), states()) == (0, [])


def test_a_contactpersoon_whom_duo_lost_is_told_anew(
    people: Team, duo: Beside, told: Dossier
) -> None:
    duo.place.world.contactpersonen.clear()
    duo.place.person.contactpersoon = None
    reach(people[KM], "020 111 22 33")
    tell(5)
    assert states()[2:] == ["gewijzigd ingetrokken contact_weg_bij_duo", *TOLD]
    assert at_duo(duo) == known(told) == "Anna de Wit"


def test_each_step_is_kept_and_another_municipality_sees_none(told: Dossier) -> None:
    with as_actor(duo_actor(HIER)):
        steps = list(Contactstap.objects.order_by("pk").values_list("stand", flat=True))
    assert steps == ["klaar", "verzonden", "bevestigd"] * 2
    with as_actor(duo_actor(9998)):
        assert not Contactmelding.objects.exists()
        assert not Contactstap.objects.exists()


def test_a_number_is_a_number_of_ones_own(people: Team) -> None:
    for wrong in ("12", "020-abc", "+31 (0)20 12345678901234567", "020--123"):
        with pytest.raises(AccountError):
            record_own_number(people[KM], wrong, at=FIRST_ROUND)
    assert record_own_number(people[KM], " 020  1234567 ", at=FIRST_ROUND).telefoon == "020 1234567"
    with pytest.raises(AccountError):
        record_team_number(people[Rol.BEHEERDER], "", "team@example.org", at=FIRST_ROUND)
    with pytest.raises(NotAllowedError):
        record_team_number(people[KM], NUMBER, "", at=FIRST_ROUND)
    assert DUTY < ON


def test_a_fault_of_ours_is_tried_less_and_less_and_then_once_a_day(
    people: Team, duo: Beside, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_duty(people)
    reach(people[KM])

    def breaks(*told: object, **more: object) -> None:
        look_at(*told, **more)  # type: ignore[arg-type]
        raise RuntimeError

    monkeypatch.setattr(contact_round, "look_at", breaks)
    at = 0.0
    for tries in range(1, MOST_TRIES + 1):
        assert tell(at) == 1
        assert tell(at) == 0
        (row,) = rows()
        assert (row.pogingen, row.stand) == (tries, "klaar")
        assert row.waarom == ("fout" if tries < MOST_TRIES else "fout_blijft")
        at += rest(tries).total_seconds() / 60
    assert not names(duo)
