"""Of two dossiers that became one nothing is lost: diary, facts, work, files, rights."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.dossier.makers import AT, BSN, HIER, ON, Team, dossier_for, later, somebody, team
from tests.dossier.merged import (
    FG,
    KM,
    KWALITEIT,
    TL,
    facts,
    merged,
    proposed,
    sound,
)

from meedoen.accounts.scope import as_actor
from meedoen.berichten.persoon import who
from meedoen.berichten.uitkomst import Melding
from meedoen.dossier.actions.appointments import make_appointment
from meedoen.dossier.actions.circumstances import move
from meedoen.dossier.actions.destruction import destroy, hold, propose_destruction
from meedoen.dossier.actions.diary import DiaryError, record
from meedoen.dossier.actions.documents import add_document
from meedoen.dossier.actions.inzage import ask_inzage, make_copy
from meedoen.dossier.actions.people import open_dossier
from meedoen.dossier.actions.promises import Belofte, promise
from meedoen.dossier.actions.withdrawal import propose_withdrawal, withdraw_data
from meedoen.dossier.inzage import copy_of
from meedoen.dossier.models import (
    Adres,
    Afspraak,
    Bijzonder,
    Document,
    Dossier,
    Feit,
    Gebeurtenis,
    Inhoud,
    Persoon,
    Toezegging,
)


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER)


@pytest.fixture
def pair(people: Team) -> tuple[Dossier, Dossier]:
    """By hand, without a number; and by a notice, with a BSN."""
    return dossier_for(people[KM]), dossier_for(people[KM], bsn=BSN)


def test_special_texts_go_along_and_nobody_reads_them_for_it(
    people: Team, pair: tuple[Dossier, Dossier]
) -> None:
    by_hand, by_notice = pair
    with as_actor(people[KM]):
        told = {"hoe": "telefoon", "notitie": "Belde.", "vertrouwelijk": "Heeft veel pijn."}
        record(by_hand.pk, "contact", told, on=ON, at=later(2))
        before = set(Bijzonder.objects.values_list("tekst", flat=True))
    merged(people, proposed(people, by_hand, by_notice))
    with as_actor(people[KM]):
        there = set(Bijzonder.objects.filter(dossier=by_notice).values_list("tekst", flat=True))
    assert there == before
    assert sound()


def test_work_and_files_go_along(people: Team, pair: tuple[Dossier, Dossier]) -> None:
    by_hand, by_notice = pair
    with as_actor(people[KM]):
        begins = AT + timedelta(days=3)
        talk = {"onderwerp": "kennismaken", "begint_at": begins, "plaats": "hier"}
        talk |= {"eindigt_at": begins + timedelta(hours=1), "tolk": "geen"}
        make_appointment(by_hand.pk, talk, on=ON, at=later(1))
        belofte = Belofte(Toezegging.Soort.CONTACT, "haar", "ik bel", ON + timedelta(days=5))
        promise(by_hand.pk, belofte, on=ON, at=later(2))
        add_document(by_hand.pk, "brief.pdf", b"%PDF-1.7\nschool", on=ON, at=later(3))
        hold(by_hand.pk, "rechtszaak", on=ON, at=later(4))
    merged(people, proposed(people, by_hand, by_notice))
    with as_actor(people[TL]):
        for table in (Afspraak, Toezegging, Document):
            assert table.objects.get().dossier_id == by_notice.pk
        assert Document.objects.filter(gebeurtenis__dossier=by_notice).exists()
    with as_actor(people[KWALITEIT]), pytest.raises(DiaryError, match="bewaard"):
        propose_destruction(by_notice.pk, "termijn", on=ON, at=later(60))
    assert sound()


def test_both_are_destroyed_together(people: Team, pair: tuple[Dossier, Dossier]) -> None:
    by_hand, by_notice = pair
    merged(people, proposed(people, by_hand, by_notice))
    with as_actor(people[KWALITEIT]):
        with pytest.raises(DiaryError):
            propose_destruction(by_hand.pk, "termijn", on=ON, at=later(60))
        vernietiging = propose_destruction(by_notice.pk, "termijn", on=ON, at=later(60))
    with as_actor(people[FG]):
        destroy(vernietiging.pk, on=ON, at=later(61))
    with as_actor(people[TL]):
        assert not Persoon.objects.exists()
        assert not Inhoud.objects.exists()
        assert not Dossier.objects.filter(vernietigd_op__isnull=True).exists()
    assert sound()


def test_what_is_withdrawn_goes_from_both(people: Team, pair: tuple[Dossier, Dossier]) -> None:
    by_hand, by_notice = pair
    with as_actor(people[KM]):
        record(by_hand.pk, "ingeschreven", {"gehuisvest": True}, on=ON, at=later(1))
    merged(people, proposed(people, by_hand, by_notice))
    with as_actor(people[KM]):
        line = Gebeurtenis.objects.get(dossier=by_notice, soort="ingeschreven")
        made = propose_withdrawal(
            by_notice.pk, line.nummer, "van een ander", bron="DUO", on=ON, at=later(60)
        )
    with as_actor(people[FG]):
        withdraw_data(made.pk, on=ON, at=later(61))
    with as_actor(people[TL]):
        assert not Feit.objects.filter(naam="gehuisvest").exists()
        assert not Inhoud.objects.filter(gebeurtenis__soort="ingeschreven").exists()
    assert sound()


def test_three_become_one(people: Team) -> None:
    first, second = dossier_for(people[KM]), dossier_for(people[KM])
    third = dossier_for(people[KM], bsn=BSN)
    with as_actor(people[KM]):
        record(first.pk, "ingeschreven", {"gehuisvest": True}, on=ON, at=later(1))
    merged(people, proposed(people, first, second))
    merged(people, proposed(people, second, third, minute=56), minute=57)
    with as_actor(people[TL]):
        assert set(Dossier.objects.values_list("samengevoegd_met", flat=True)) == {None, third.pk}
    assert facts(people, third.pk)["gehuisvest"] is True
    assert sound()


def test_a_notice_afterwards_goes_to_the_one_that_stayed(
    people: Team, pair: tuple[Dossier, Dossier]
) -> None:
    by_hand, by_notice = pair
    merged(people, proposed(people, by_notice, by_hand))
    with as_actor(people[KM]):
        there = Dossier.objects.get(pk=by_hand.pk)
        for told in ({"bsn": BSN}, {"dossier": by_notice.pk}):
            assert who(Melding("m-1", HIER, "SS102", None, **told)).dossier == there


def test_the_copy_tells_what_stayed_behind(people: Team, pair: tuple[Dossier, Dossier]) -> None:
    by_hand, by_notice = pair
    where = {"straat": "Weg 1", "postcode": "1234 AB", "plaats": "Hier"}
    with as_actor(people[KM]):
        move(by_hand.pk, Adres.Soort.WOONADRES, where, on=ON, at=later(1))
        move(by_notice.pk, Adres.Soort.WOONADRES, where | {"straat": "Plein 2"}, on=ON, at=later(2))
    merged(people, proposed(people, by_hand, by_notice))
    with as_actor(people[KWALITEIT]):
        asked = ask_inzage(by_notice.pk, "balie", on=ON, at=later(60))
        make_copy(by_notice.pk, [], on=ON, at=later(61))
        asked.refresh_from_db()
        copy = copy_of(Dossier.objects.get(pk=by_notice.pk), asked)
    assert {each["straat"] for each in copy["adressen"]} == {"Weg 1", "Plein 2"}
    assert [each["achternaam"] for each in copy["eerder"]] == ["Tesfay"]


DAYS = [ON - timedelta(days=back) for back in (3, 2, 1)]
FACTS = ("gehuisvest", "kennisgeving_op")
LINES = st.lists(
    st.tuples(st.booleans(), st.sampled_from(DAYS), st.booleans()), min_size=1, max_size=6
)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES)
def test_facts_are_as_if_told_in_one_diary(
    people: Team, lines: list[tuple[bool, date, bool]]
) -> None:
    """Whoever told it: the last day holds, and of one day what was recorded last."""
    with transaction.atomic():
        with as_actor(people[KM]):
            one, ander, both = (open_dossier(HIER, somebody(), on=ON, at=AT) for _ in range(3))
            for minute, (first, day, housed) in enumerate(lines, 1):
                for pk in (one.pk if first else ander.pk, both.pk):
                    record(pk, "ingeschreven", {"gehuisvest": housed}, on=day, at=later(minute))
        merged(people, proposed(people, one, ander))
        for asked in (*DAYS, None):
            told, expected = (facts(people, each.pk, asked) for each in (ander, both))
            assert told == expected
        transaction.set_rollback(True)
