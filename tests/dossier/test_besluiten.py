"""Besluiten: proposed, signed and sent; frozen, explained and computed again."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import psycopg
import pytest
from django.db import transaction
from django.db.utils import IntegrityError
from tests.dossier.makers import HIER, ON, Team, dossier_for, later, team
from tests.letters.pdf_text import bare, text_of

from meedoen.accounts.actions import Besluitrecht, give_mandate
from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.besluiten import (
    NotAsProposedError,
    propose,
    send,
    sign,
    withdraw,
)
from meedoen.dossier.actions.circumstances import move
from meedoen.dossier.actions.diary import DiaryError, record
from meedoen.dossier.besluiten import redo
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.gronden import Gronden
from meedoen.dossier.letters import LetterError
from meedoen.dossier.models import Adres, Besluit, Document, Documentinhoud, Dossier, Gebeurtenis
from meedoen.dossier.verify import verify_chains, verify_contents, verify_documents, verify_stand
from meedoen.rules.choices import Leerroute, Niveau

PIP: dict[str, Any] = {
    "leerroute": Leerroute.B1_ROUTE,
    "niveau": Niveau.B1,
    "intensiteit": "12 uur les per week",
    "begeleiding": "Uw klantmanager belt u elke maand.",
    "pvt": "Drie ochtenden in januari",
    "map": "Vanaf maart",
    "gesprekken": 4,
    "motivering": "U wilt in de zorg werken en leert snel.",
}


@pytest.fixture
def people(db: None) -> Team:
    return _people()


def _people() -> Team:
    made = team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.KWALITEITSMEDEWERKER)
    for soort in ("vaststelling_pip", "uitnodiging_brede_intake"):
        right = Besluitrecht(Rol.KLANTMANAGER, soort, "mandaatregister 2022, nr. 4")
        give_mandate(HIER, right, van=date(2022, 1, 1))
    return made


def _ready(people: Team) -> Dossier:
    """A dossier with an address and a notice of DUO."""
    dossier = dossier_for(people[Rol.KLANTMANAGER])
    with as_actor(people[Rol.KLANTMANAGER]):
        home = {"straat": "Dorpsstraat 1", "postcode": "9999 XX", "plaats": "Voorbeeldstad"}
        move(dossier.pk, Adres.Soort.WOONADRES, home, on=ON, at=later(1))
        told = {"kennisgeving_op": date(2026, 9, 7)}
        record(dossier.pk, "kennisgeving_ontvangen", told, on=ON, at=later(2))
    return dossier


def _sent(people: Team, dossier: Dossier) -> Besluit:
    with as_actor(people[Rol.KLANTMANAGER]):
        proposed = propose(dossier.pk, "vaststelling_pip", PIP, on=ON, at=later(3))
        sign(proposed.pk, on=ON, at=later(4))
        return send(proposed.pk, "post", on=ON, at=later(5))


def test_a_plan_is_proposed_signed_and_sent(people: Team) -> None:
    dossier = _ready(people)
    besluit = _sent(people, dossier)
    assert besluit.dagtekening == ON
    assert besluit.mandaat == "mandaatregister 2022, nr. 4"
    with as_actor(people[Rol.KLANTMANAGER]):
        letter = Documentinhoud.objects.get(document=besluit.brief)
        assert bytes(letter.bytes).startswith(b"%PDF-")
        facts = facts_of([dossier.pk], on=ON).facts.row()
        assert facts["dagtekening_eerste_pip"] == ON
        assert facts["leerroute"] is Leerroute.B1_ROUTE
        soorten = Gebeurtenis.objects.filter(dossier=dossier).order_by("nummer")
        assert list(soorten.values_list("soort", flat=True))[-4:] == [
            "besluit_voorgesteld",
            "besluit_ondertekend",
            "besluit_verzonden",
            "eerste_pip_vastgesteld",
        ]


def test_the_receipt_says_on_what_it_rests(people: Team) -> None:
    besluit = _sent(people, _ready(people))
    bon = json.loads(bytes(besluit.bon))
    assert bon["feiten"]["kennisgeving_op"] == {"waarde": "2026-09-07", "gebeurtenis": 3}
    assert bon["regels"]["persoonlijk_plan.uiterste_dag"]["grond"] == "Bi 5.3"
    assert bon["wet"]["stelsel"] == "wi2021"
    assert len(bon["wet"]["versie"]) == 64
    assert bon["getallen"]


def test_a_decision_can_be_computed_again_and_is_the_same(people: Team) -> None:
    dossier = _ready(people)
    besluit = _sent(people, dossier)
    with as_actor(people[Rol.KLANTMANAGER]):
        told = {"kennisgeving_op": date(2026, 9, 1)}
        record(dossier.pk, "kennisgeving_ontvangen", told, on=ON, at=later(60))
        assert redo(Besluit.objects.get(pk=besluit.pk)) == []


def test_what_changed_since_the_proposal_is_told_at_signing(people: Team) -> None:
    dossier = _ready(people)
    with as_actor(people[Rol.KLANTMANAGER]):
        proposed = propose(dossier.pk, "vaststelling_pip", PIP, on=ON, at=later(3))
        told = {"kennisgeving_op": date(2026, 9, 1)}
        record(dossier.pk, "kennisgeving_ontvangen", told, on=ON, at=later(4))
        with pytest.raises(NotAsProposedError) as refused:
            sign(proposed.pk, on=ON, at=later(5))
        assert [each.name for each in refused.value.differences] == ["kennisgeving_op"]


def test_without_mandate_nobody_signs(people: Team) -> None:
    dossier = _ready(people)
    with as_actor(people[Rol.TEAMLEIDER]):
        proposed = propose(dossier.pk, "vaststelling_pip", PIP, on=ON, at=later(3))
        with pytest.raises(NotAllowedError, match="mandaat"):
            sign(proposed.pk, on=ON, at=later(4))


def test_a_role_that_may_not_propose_is_refused(people: Team) -> None:
    dossier = _ready(people)
    with as_actor(people[Rol.KWALITEITSMEDEWERKER]), pytest.raises(NotAllowedError):
        propose(dossier.pk, "vaststelling_pip", PIP, on=ON, at=later(3))


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"leerroute": None}, "leerroute"),
        ({"leerroute": "B1-route"}, "leerroute"),
        ({"gesprekken": "vier"}, "gesprekken"),
        ({"motivering": "x" * 5000}, "motivering"),
        ({"motivering": "een teken dat geen lettertype heeft: \u6f22"}, "motivering"),
        ({"onzin": "x"}, "onzin"),
    ],
)
def test_a_letter_with_a_gap_is_refused_with_the_field(
    people: Team, changes: dict[str, Any], field: str
) -> None:
    dossier = _ready(people)
    with as_actor(people[Rol.KLANTMANAGER]), pytest.raises(LetterError) as refused:
        propose(dossier.pk, "vaststelling_pip", PIP | changes, on=ON, at=later(3))
    assert list(refused.value.fields) == [field]


def test_when_the_letter_cannot_be_made_nothing_is_sent(people: Team) -> None:
    dossier = _ready(people)
    strange = {"straat": "\u6f22\u5b57 1", "postcode": "9999 XX", "plaats": "Voorbeeldstad"}
    with as_actor(people[Rol.KLANTMANAGER]):
        move(dossier.pk, Adres.Soort.WOONADRES, strange, on=ON, at=later(3))
        proposed = propose(dossier.pk, "vaststelling_pip", PIP, on=ON, at=later(3))
        sign(proposed.pk, on=ON, at=later(4))
        with pytest.raises(LetterError, match="teken"), transaction.atomic():
            send(proposed.pk, "post", on=ON, at=later(5))
        assert Besluit.objects.get(pk=proposed.pk).verzonden_at is None
        assert not Document.objects.filter(dossier=dossier).exists()


@pytest.mark.parametrize("step", [sign, send])
def test_a_second_time_is_refused(people: Team, step: Callable[..., Besluit]) -> None:
    besluit = _sent(people, _ready(people))
    more = ("post",) if step is send else ()
    with as_actor(people[Rol.KLANTMANAGER]), pytest.raises(DiaryError, match="al"):
        step(besluit.pk, *more, on=ON, at=later(6))


def test_without_an_address_nothing_goes_by_post(people: Team) -> None:
    dossier = dossier_for(people[Rol.KLANTMANAGER])
    with as_actor(people[Rol.KLANTMANAGER]):
        record(dossier.pk, "kennisgeving_ontvangen", {}, on=ON, at=later(2))
        proposed = propose(dossier.pk, "vaststelling_pip", PIP, on=ON, at=later(3))
        sign(proposed.pk, on=ON, at=later(4))
        with pytest.raises(DiaryError, match="adres"), transaction.atomic():
            send(proposed.pk, "post", on=ON, at=later(5))
        assert send(proposed.pk, "overhandigd", on=ON, at=later(6)).kanaal == "overhandigd"


def test_what_was_not_sent_that_day_is_dated_anew(people: Team) -> None:
    dossier = _ready(people)
    tomorrow = ON + timedelta(days=1)
    with as_actor(people[Rol.KLANTMANAGER]):
        proposed = propose(dossier.pk, "vaststelling_pip", PIP, on=ON, at=later(3))
        sign(proposed.pk, on=ON, at=later(4))
        at = datetime(2026, 9, 15, 9, tzinfo=UTC)
        assert send(proposed.pk, "post", on=tomorrow, at=at).dagtekening == tomorrow


def test_withdrawn_is_read_from_the_besluit(people: Team) -> None:
    besluit = _sent(people, _ready(people))
    with as_actor(people[Rol.KLANTMANAGER]):
        withdraw(besluit.pk, "verkeerde leerroute", on=ON, at=later(7))
        assert Besluit.objects.get(pk=besluit.pk).ingetrokken_op == ON


@pytest.mark.parametrize(
    "changes",
    [{"waarden": b"{}"}, {"bon": b"{}"}, {"dagtekening": date(2026, 1, 1)}, {"kanaal": "x"}],
)
def test_the_database_keeps_what_was_signed_and_sent(people: Team, changes: dict[str, Any]) -> None:
    besluit = _sent(people, _ready(people))
    with as_actor(people[Rol.KLANTMANAGER]), pytest.raises(IntegrityError), transaction.atomic():
        Besluit.objects.filter(pk=besluit.pk).update(**changes)


def test_after_all_this_everything_is_whole(
    committed_db: None, superuser: "psycopg.Connection[tuple[Any, ...]]"
) -> None:
    people = _people()
    besluit = _sent(people, _ready(people))
    checks = (verify_chains, verify_contents, verify_documents, verify_stand)
    assert not [fault for check in checks for fault in check()]
    assert redo(Besluit.objects.using("audit").get(pk=besluit.pk), using="audit") == []
    superuser.execute("UPDATE dossier_documentinhoud SET bytes = bytes || ' '")
    superuser.commit()
    assert list(verify_documents())


def _deviates(reden: str) -> Gronden:
    return Gronden(afgeweken_van=("persoonlijk_plan.uiterste_dag",), reden=reden)


def test_who_deviates_says_why_in_the_letter_too(people: Team) -> None:
    dossier = _ready(people)
    with as_actor(people[Rol.KLANTMANAGER]):
        proposed = propose(
            dossier.pk,
            "vaststelling_pip",
            PIP,
            on=ON,
            at=later(3),
            gronden=_deviates("Wij wachtten op uw diploma, op uw eigen verzoek."),
        )
        sign(proposed.pk, on=ON, at=later(4))
        sent = send(proposed.pk, "post", on=ON, at=later(5))
        letter = Documentinhoud.objects.get(document=sent.brief)
        assert bare("op uw eigen verzoek") in bare(text_of(bytes(letter.bytes)))


def test_a_reason_that_cannot_be_printed_is_told_before_anybody_signs(people: Team) -> None:
    dossier = _ready(people)
    why = _deviates("om \u6f22 te doen")
    with as_actor(people[Rol.KLANTMANAGER]), pytest.raises(LetterError) as refused:
        propose(dossier.pk, "vaststelling_pip", PIP, on=ON, at=later(3), gronden=why)
    assert list(refused.value.fields) == ["afwijking"]
