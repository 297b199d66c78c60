"""Data delivered by mistake goes after two people; who saw it is told, the chain is whole."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from tests.apps.notices import content
from tests.dossier.makers import BSN, HIER, ON, Team, dossier_for, later, team
from tests.dossier.withdrawing import approve, notice, proposal

from meedoen.accounts.actions import Besluitrecht, give_mandate
from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import RECHTEN, Recht, Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.besluiten import propose, send, sign
from meedoen.dossier.actions.destruction import hold
from meedoen.dossier.actions.diary import DiaryError, record
from meedoen.dossier.actions.documents import add_document
from meedoen.dossier.actions.notice import receive_notice
from meedoen.dossier.actions.withdrawal import (
    refuse_withdrawal,
    withdraw_data,
)
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import (
    Besluit,
    Bijzonder,
    Document,
    Documentinhoud,
    Dossier,
    Feit,
    Gebeurtenis,
    Inhoud,
    Intrekking,
    Persoon,
    Stand,
)
from meedoen.dossier.notice import read_notice
from meedoen.logboek.actions import write_look
from meedoen.logboek.looks import Look, Vorm
from meedoen.rules.choices import Doelgroep

KM, TL, FG, KWALITEIT = Rol.KLANTMANAGER, Rol.TEAMLEIDER, Rol.FG, Rol.KWALITEITSMEDEWERKER
SOORT = "kennisgeving_ontvangen"
LETTER, PLAN = "uitnodiging_brede_intake", {"dag": date(2026, 10, 1), "tijd": "10.00 uur"}


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER)


def _known(people: Team, dossier: Dossier) -> dict[str, Any]:
    with as_actor(people[KM]):
        return dict(facts_of([dossier.pk], on=ON).facts.row())


def test_the_facts_of_a_line_are_as_if_never_told(people: Team) -> None:
    dossier = dossier_for(people[KM], bsn=BSN)
    with as_actor(people[KM]):
        first = {
            "doelgroep": Doelgroep.GEZINS_OF_OVERIGE_MIGRANT,
            "plicht_begon_op": ON - timedelta(days=9),
        }
        record(dossier.pk, SOORT, first, on=ON - timedelta(days=7), at=later(1))
        right = _known(people, dossier)
        wrong = {
            "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
            "plicht_begon_op": ON - timedelta(days=2),
        }
        line = record(dossier.pk, SOORT, wrong, on=ON, at=later(2))
        record(dossier.pk, "ingeschreven", {"gehuisvest": True}, on=ON, at=later(3))
    declared = approve(people, proposal(people, dossier, line.nummer))
    now = _known(people, dossier)
    assert {name: now[name] for name in right} == right
    with as_actor(people[KM]):
        assert not Inhoud.objects.filter(gebeurtenis=line).exists()
        assert not Feit.objects.filter(gebeurtenis=line).exists()
        kept = Gebeurtenis.objects.get(pk=line.pk)
        stand = Stand.objects.get(pk=dossier.pk)
        assert stand.doelgroep == Doelgroep.GEZINS_OF_OVERIGE_MIGRANT.value
        assert stand.bijgewerkt_tot == Dossier.objects.get(pk=dossier.pk).laatste_nummer
    (gone,) = declared["gebeurtenissen"]
    assert (gone["nummer"], gone["hash"]) == (line.nummer, bytes(kept.inhoud_hash).hex())


@pytest.mark.parametrize(
    ("soort", "told"),
    [
        ("ingeschreven", {"gehuisvest": True}),
        ("lessen_gevolgd", {"cursusuren_taalschakeltraject": 180}),
        (SOORT, {"doelgroep": Doelgroep.ASIELSTATUSHOUDER}),
    ],
)
def test_every_kind_of_fact_becomes_unknown_again(
    people: Team, soort: str, told: dict[str, Any]
) -> None:
    dossier = dossier_for(people[KM])
    before = _known(people, dossier)
    with as_actor(people[KM]):
        line = record(dossier.pk, soort, told, on=ON, at=later(1))
    assert _known(people, dossier) != before
    approve(people, proposal(people, dossier, line.nummer))
    assert _known(people, dossier) == before


def test_all_that_one_message_told_goes_and_it_does_not_come_in_again(people: Team) -> None:
    dossier = notice(people)
    with as_actor(people[KM]):
        told = Gebeurtenis.objects.filter(dossier=dossier, soort=SOORT).get()
    made = proposal(people, dossier, told.nummer)
    assert made.soort == Intrekking.Soort.GEBEURTENIS
    assert len(made.nummers) > 1
    approve(people, made)
    with as_actor(people[KM]):
        lines = Gebeurtenis.objects.filter(dossier=dossier, nummer__in=made.nummers)
        assert not lines.filter(inhoud__isnull=False).exists()
        with pytest.raises(DiaryError, match="ingetrokken op 14 september 2026"):
            receive_notice(HIER, read_notice(content(), today=ON), on=ON, at=later(50))


def test_a_whole_dossier_goes_and_its_envelopes_stay(people: Team) -> None:
    dossier = notice(people)
    made = proposal(people, dossier, None)
    declared = approve(people, made)
    with as_actor(people[KM]):
        left = Dossier.objects.get(pk=dossier.pk)
        assert (left.persoon_id, left.vernietigd_op) == (None, ON)
        assert not Persoon.objects.exists()
        assert not Inhoud.objects.exists()
        assert Gebeurtenis.objects.filter(dossier=dossier).count() == left.laatste_nummer
        with pytest.raises(DiaryError, match="ingetrokken"):
            receive_notice(HIER, read_notice(content(), today=ON), on=ON, at=later(50))
    assert [each["nummer"] for each in declared["gebeurtenissen"]] == list(made.nummers)


def test_a_document_goes_and_its_hash_stays(people: Team) -> None:
    dossier = dossier_for(people[KM])
    with as_actor(people[KM]):
        kept = add_document(dossier.pk, "kopie.pdf", b"%PDF-1.7 van een ander", on=ON, at=later(1))
        kept.refresh_from_db()
        nummer = Gebeurtenis.objects.get(soort="document_toegevoegd").nummer
    declared = approve(people, proposal(people, dossier, nummer))
    with as_actor(people[KM]):
        assert not Document.objects.exists()
        assert not Documentinhoud.objects.exists()
    assert declared["bestand"] == bytes(kept.sha256).hex()


def test_special_texts_of_the_line_go_too(people: Team) -> None:
    dossier = dossier_for(people[KM])
    with as_actor(people[KM]):
        note = {"hoe": "telefoon", "notitie": "Over een ander.", "vertrouwelijk": "is ziek"}
        line = record(dossier.pk, "contact", note, on=ON, at=later(1))
    approve(people, proposal(people, dossier, line.nummer))
    with as_actor(people[KM]):
        assert not Bijzonder.objects.exists()


def _look(people: Team, rol: Rol, dossier: Dossier, minute: int, vorm: Vorm = Vorm.SCHERM) -> None:
    look = Look(people[rol], HIER, "dossiervoering", f"kijkt {minute}", later(minute), vorm=vorm)
    look.show(dossier.persoon_id)
    with as_actor(people[rol]):
        write_look(look)


def test_who_saw_it_since_and_which_letters_left_is_declared(people: Team) -> None:
    give_mandate(HIER, Besluitrecht(KM, LETTER, "mandaat"), van=date(2022, 1, 1))
    dossier = dossier_for(people[KM], bsn=BSN)
    _look(people, TL, dossier, 1)  # before it came
    with as_actor(people[KM]):
        day = ON - timedelta(days=2)
        told = {"doelgroep": Doelgroep.ASIELSTATUSHOUDER, "plicht_begon_op": day}
        line = record(dossier.pk, SOORT, told, on=ON, at=later(2))
        record(dossier.pk, "ingeschreven", {"gehuisvest": True}, on=ON, at=later(3))
    _look(people, KM, dossier, 5)
    _look(people, TL, dossier, 6, Vorm.BESTAND)
    with as_actor(people[KM]):
        values = {**PLAN, "plaats": "Raadhuisplein 1"}
        letter = propose(dossier.pk, LETTER, values, on=ON, at=later(7))
        sign(letter.pk, on=ON, at=later(8))
        send(letter.pk, "overhandigd", on=ON, at=later(9))
        draft = propose(dossier.pk, LETTER, values, on=ON, at=later(10))
    rests = line.nummer in _receipt_lines(people, letter)
    declared = approve(people, proposal(people, dossier, line.nummer))
    seen = [(each["rol"], each["wat"], each["vorm"]) for each in declared["gezien"]]
    assert seen == [("klantmanager", "kijkt 5", "scherm"), ("teamleider", "kijkt 6", "bestand")]
    named = [each["kenmerk"] for each in declared["brieven"]]
    assert named == ([f"{dossier.nummer}-{letter.pk}"] if rests else [])
    with as_actor(people[KM]):
        assert Besluit.objects.filter(pk=letter.pk).exists()
        assert Besluit.objects.filter(pk=draft.pk).exists() is not rests
    assert rests


def _receipt_lines(people: Team, letter: Besluit) -> set[int]:
    import json

    with as_actor(people[KM]):
        facts = json.loads(bytes(Besluit.objects.get(pk=letter.pk).bon))["feiten"]
    return {fact["gebeurtenis"] for fact in facts.values()}


def test_two_people_and_the_database_asks_for_both(people: Team) -> None:
    both = {Recht.INTREKKING_VOORSTELLEN, Recht.INTREKKING_GOEDKEUREN}
    assert not [rol for rol in Rol if both <= RECHTEN[rol]]
    dossier = dossier_for(people[KM])
    made = proposal(people, dossier, None)
    with as_actor(people[KM]):
        with pytest.raises(NotAllowedError):
            withdraw_data(made.pk, on=ON, at=later(30))
        with (
            pytest.raises(ProgrammingError, match="ander"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT dossier_trek_in(%s)", [made.pk])


def test_a_legal_hold_stops_it(people: Team) -> None:
    dossier = dossier_for(people[KM])
    made = proposal(people, dossier, None)
    with as_actor(people[TL]):
        hold(dossier.pk, "er loopt een bezwaar", on=ON, at=later(25))
    with as_actor(people[FG]), pytest.raises(DiaryError, match="bewaard"):
        withdraw_data(made.pk, on=ON, at=later(30))
    with pytest.raises(DiaryError, match="bewaard"):
        proposal(people, dossier, None, 31)


def test_a_refusal_is_told_and_nothing_goes(people: Team) -> None:
    dossier = dossier_for(people[KM])
    made = proposal(people, dossier, None)
    with pytest.raises(DiaryError, match="al voorgesteld"):
        proposal(people, dossier, None, 21)
    with as_actor(people[FG]):
        done = refuse_withdrawal(made.pk, "Deze persoon woont bij u.", on=ON, at=later(30))
        assert (done.goedgekeurd, done.antwoord) == (False, "Deze persoon woont bij u.")
        with pytest.raises(DiaryError, match="al beslist"):
            withdraw_data(made.pk, on=ON, at=later(31))
    with as_actor(people[KM]):
        assert Persoon.objects.exists()
    assert proposal(people, dossier, None, 32).pk


@pytest.mark.parametrize("nummer", [1, 99])
def test_what_we_wrote_ourselves_cannot_be_withdrawn(people: Team, nummer: int) -> None:
    dossier = dossier_for(people[KM])
    with pytest.raises(DiaryError):
        proposal(people, dossier, nummer)
