"""Sending: the proof of every channel, letters that come back, and an address nobody knows."""

from datetime import UTC, date, datetime, timedelta
from json import loads

import pytest
from django.db import IntegrityError, transaction
from tests.dossier.letters_ready import HOME, at_home, officials, sent, signed
from tests.dossier.makers import ON, Team, dossier_for, later
from tests.dossier.test_besluiten import PIP

from meedoen.accounts.actions import Besluitrecht, give_mandate
from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.besluiten import propose, send, sign, withdraw
from meedoen.dossier.actions.circumstances import move, set_safe_contact
from meedoen.dossier.actions.diary import DiaryError, record
from meedoen.dossier.actions.sending import (
    came_back,
    looked_into,
    ready_for_mailroom,
    take_back,
)
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.letter_state import Row
from meedoen.dossier.models import Adres, Besluit, Document, Dossier, Verzending
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.dossier.sending import Bewijs, current, must_go, waiting
from meedoen.dossier.sending import came_back as to_look_into
from meedoen.dossier.verify import verify_chains, verify_documents, verify_stand

Terug = Verzending.Terug
BACK = ON + timedelta(days=7)
BACK_AT = datetime(2026, 9, 21, 9, tzinfo=UTC)
ANOTHER = Bewijs(hoe="bericht via het COA", gezocht="BRP en de school gevraagd")


@pytest.fixture
def people(db: None) -> Team:
    return officials()


@pytest.mark.parametrize(
    ("kanaal", "bewijs", "kept"),
    [
        ("post", Bewijs(), {}),
        ("aangetekend", Bewijs(nummer="3SABCD123456789"), {"nummer": "3SABCD123456789"}),
        ("overhandigd", Bewijs(), {"aan": "Selam Tesfay"}),
        (
            "overhandigd",
            Bewijs(aan="haar broer", plaats="de balie"),
            {"aan": "haar broer", "plaats": "de balie"},
        ),
    ],
)
def test_every_channel_keeps_its_proof(
    people: Team, kanaal: str, bewijs: Bewijs, kept: dict[str, str]
) -> None:
    letter = signed(people, at_home(people))
    with as_actor(people[Rol.KLANTMANAGER]):
        send(letter.pk, kanaal, bewijs, on=ON, at=later(4))
        row = Verzending.objects.get(besluit=letter)
    assert (row.kanaal, row.verzonden_op, row.verzonden_at) == (kanaal, ON, later(4))
    assert row.verzonden_door_id == people[Rol.KLANTMANAGER].medewerker_id
    assert {name: getattr(row, name) for name in kept} == kept
    home = [] if kanaal == "overhandigd" else ["Dorpsstraat 1", "9999 XX Voorbeeldstad"]
    assert loads(bytes(row.geadresseerde))["adres"] == home


@pytest.mark.parametrize(
    ("kanaal", "bewijs", "why"),
    [
        ("aangetekend", Bewijs(nummer=" "), "nummer"),
        ("anders", ANOTHER, "Er is een adres"),
        ("duif", Bewijs(), "Kies hoe"),
    ],
)
def test_without_its_proof_nothing_goes(
    people: Team, kanaal: str, bewijs: Bewijs, why: str
) -> None:
    letter = signed(people, at_home(people))
    with as_actor(people[Rol.KLANTMANAGER]):
        with pytest.raises(DiaryError, match=why):
            send(letter.pk, kanaal, bewijs, on=ON, at=later(4))
        assert not Verzending.objects.exists()


def test_without_an_address_another_way_asks_what_was_searched(people: Team) -> None:
    letter = signed(people, dossier_for(people[Rol.KLANTMANAGER]))
    with as_actor(people[Rol.KLANTMANAGER]):
        with pytest.raises(DiaryError, match="wat u deed"):
            send(letter.pk, "anders", Bewijs(hoe="via het COA"), on=ON, at=later(4))
        made = send(letter.pk, "anders", ANOTHER, on=ON, at=later(5))
        row = current(made)
    assert row is not None
    assert (row.hoe, row.gezocht) == (ANOTHER.hoe, ANOTHER.gezocht)


def test_another_way_is_as_unsafe_as_post(people: Team) -> None:
    dossier = dossier_for(people[Rol.KLANTMANAGER])
    letter = signed(people, dossier)
    with as_actor(people[Rol.KLANTMANAGER]):
        how = {"kanaal": "bel", "uren": "", "niet_zeggen": "", "niet_horen": ""}
        set_safe_contact(dossier.pk, how, on=ON, at=later(4))
        with pytest.raises(DiaryError, match="niet veilig"):
            send(letter.pk, "anders", ANOTHER, on=ON, at=later(5))
        send(letter.pk, "overhandigd", on=ON, at=later(6))


def test_who_died_gets_no_letter(people: Team) -> None:
    dossier = at_home(people)
    letter = signed(people, dossier)
    with as_actor(people[Rol.KLANTMANAGER]):
        record(dossier.pk, "overleden", {}, on=ON, at=later(4))
        with pytest.raises(DiaryError, match="overleden"):
            send(letter.pk, "post", on=ON, at=later(5))


def test_a_letter_waits_for_the_mailroom_once_and_can_be_taken_back(people: Team) -> None:
    letter = signed(people, at_home(people))
    with as_actor(people[Rol.KLANTMANAGER]):
        ready_for_mailroom(letter.pk, on=ON, at=later(4))
        for again in (
            lambda: ready_for_mailroom(letter.pk, on=ON, at=later(5)),
            lambda: send(letter.pk, "overhandigd", on=ON, at=later(5)),
        ):
            with pytest.raises(DiaryError, match="postkamer"):
                again()
        take_back(letter.pk, on=ON, at=later(6))
        with pytest.raises(DiaryError, match="ligt niet klaar"):
            take_back(letter.pk, on=ON, at=later(7))
        assert waiting(letter) is None
        send(letter.pk, "overhandigd", on=ON, at=later(8))


def _plan(people: Team) -> tuple[Dossier, Besluit]:
    for soort in ("vaststelling_pip",):
        right = Besluitrecht(Rol.KLANTMANAGER, soort, "nr. 5")
        give_mandate(people.gemeente, right, van=date(2022, 1, 1))
    dossier = at_home(people)
    with as_actor(people[Rol.KLANTMANAGER]):
        record(dossier.pk, "kennisgeving_ontvangen", {}, on=date(2026, 9, 7), at=later(2))
        made = propose(dossier.pk, "vaststelling_pip", PIP, on=ON, at=later(3))
        sign(made.pk, on=ON, at=later(4))
        return dossier, send(made.pk, "post", on=ON, at=later(5))


def test_a_letter_that_reached_nobody_is_dated_anew(people: Team) -> None:
    """Awb 3:40, 3:41: not made known, so nothing began; the next sending has a day of its own."""
    dossier, plan = _plan(people)
    again = BACK + timedelta(days=1)
    with as_actor(people[Rol.KLANTMANAGER]):
        came_back(plan.pk, Terug.ONBEKEND, bekend=False, on=BACK, at=BACK_AT)
        facts = facts_of([dossier.pk], on=BACK).facts.row()
        assert "dagtekening_eerste_pip" not in facts
        plan.refresh_from_db()
        assert must_go(plan)
        assert Row(plan, None).state == ("laat", "kwam terug, moet opnieuw")
        move(dossier.pk, Adres.Soort.WOONADRES, HOME | {"straat": "Kade 2"}, on=BACK, at=BACK_AT)
        at = BACK_AT + timedelta(days=1)
        plan = send(plan.pk, "post", on=again, at=at)
        assert plan.dagtekening == again
        facts = facts_of([dossier.pk], on=again).facts.row()
        assert facts["dagtekening_eerste_pip"] == again
        assert Document.objects.filter(dossier=dossier).count() == 2
        assert not to_look_into(dossiers_visible_to(people[Rol.KLANTMANAGER], on=again)).exists()
    assert not [*verify_chains(), *verify_stand(), *verify_documents()]


def test_a_letter_that_was_refused_at_the_right_address_keeps_its_day(people: Team) -> None:
    dossier, plan = _plan(people)
    with as_actor(people[Rol.KLANTMANAGER]):
        came_back(plan.pk, Terug.GEWEIGERD, bekend=True, on=BACK, at=BACK_AT)
        facts = facts_of([dossier.pk], on=BACK).facts.row()
        assert facts["dagtekening_eerste_pip"] == ON
        visible = dossiers_visible_to(people[Rol.KLANTMANAGER], on=BACK)
        assert to_look_into(visible).count() == 1
        with pytest.raises(DiaryError, match="al verzonden"):
            send(plan.pk, "post", on=BACK, at=BACK_AT)
        looked_into(plan.pk, "gebeld en een kopie gegeven", on=BACK, at=BACK_AT)
        assert to_look_into(visible).count() == 0


def test_an_address_from_which_a_letter_came_back_is_looked_up_first(people: Team) -> None:
    dossier = at_home(people)
    second = signed(people, dossier)
    first = sent(people, dossier, minutes=5)
    with as_actor(people[Rol.KLANTMANAGER]):
        came_back(first.pk, Terug.ADRES, bekend=False, on=BACK, at=BACK_AT)
        for letter in (first, second):
            with pytest.raises(DiaryError, match="Kijk het adres na"):
                send(letter.pk, "post", on=BACK, at=BACK_AT)
            with pytest.raises(DiaryError, match="Kijk het adres na"):
                ready_for_mailroom(letter.pk, on=BACK, at=BACK_AT)
        send(second.pk, "post", Bewijs(adres_nagekeken=True), on=BACK, at=BACK_AT)
        send(first.pk, "post", on=BACK, at=BACK_AT)  # one arrived there since, as far as we know


def test_who_may_not_is_refused(people: Team) -> None:
    dossier = at_home(people)
    letter = signed(people, dossier)
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]), pytest.raises(NotAllowedError):
        ready_for_mailroom(letter.pk, on=ON, at=later(4))
    with as_actor(people[Rol.KLANTMANAGER]):
        with pytest.raises(DiaryError, match="niet verzonden"):
            came_back(letter.pk, Terug.ADRES, bekend=False, on=ON, at=later(5))
        send(letter.pk, "post", on=ON, at=later(6))
        with pytest.raises(DiaryError, match="voordat hij is verzonden"):
            came_back(letter.pk, Terug.ADRES, bekend=False, on=date(2026, 9, 1), at=later(7))
        came_back(letter.pk, Terug.ADRES, bekend=False, on=ON, at=later(7))
        with pytest.raises(DiaryError, match="legde al vast"):
            came_back(letter.pk, Terug.ADRES, bekend=False, on=ON, at=later(8))
        with pytest.raises(DiaryError, match="opnieuw"):
            looked_into(letter.pk, "gebeld", on=ON, at=later(8))


def test_what_is_withdrawn_does_not_go_again(people: Team) -> None:
    _dossier, plan = _plan(people)
    with as_actor(people[Rol.KLANTMANAGER]):
        came_back(plan.pk, Terug.ADRES, bekend=False, on=BACK, at=BACK_AT)
        withdraw(plan.pk, "het was voor een ander", on=BACK, at=BACK_AT)
        with pytest.raises(DiaryError, match="ingetrokken"):
            send(plan.pk, "post", on=BACK, at=BACK_AT)


@pytest.mark.parametrize(
    "change",
    [{"kanaal": "overhandigd"}, {"verzonden_op": date(2026, 9, 1)}, {"nummer": "1"}],
)
def test_the_database_keeps_the_proof(people: Team, change: dict[str, object]) -> None:
    letter = sent(people, at_home(people))
    with as_actor(people[Rol.KLANTMANAGER]):
        rows = Verzending.objects.filter(besluit=letter)
        with pytest.raises(IntegrityError, match="bewijs"), transaction.atomic():
            rows.update(**change)
        with pytest.raises(IntegrityError, match="verzonden"), transaction.atomic():
            Besluit.objects.filter(pk=letter.pk).update(dagtekening=date(2026, 9, 1))
