"""Two dossiers of one person become one: by two officials, and only where it can be."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.db.utils import IntegrityError, ProgrammingError
from tests.apps.talked import half_talked
from tests.dossier.makers import BSN, HIER, ON, Team, dossier_for, later, team
from tests.dossier.merged import (
    FG,
    JURIST,
    KM,
    KWALITEIT,
    TL,
    WHY,
    ends,
    facts,
    found,
    merged,
    proposed,
    sound,
)

from meedoen.accounts.actions import Besluitrecht, give_mandate
from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import RECHTEN, Recht, Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.besluiten import propose
from meedoen.dossier.actions.circumstances import move
from meedoen.dossier.actions.diary import DiaryError, RestrictedError, record
from meedoen.dossier.actions.merging import (
    ChangedError,
    Voorstel,
    merge,
    propose_merge,
    refuse_merge,
)
from meedoen.dossier.actions.restriction import restrict
from meedoen.dossier.models import (
    Adres,
    Beperking,
    Dossier,
    Gebeurtenis,
    Persoon,
    Samenvoeging,
    Stand,
)
from meedoen.intake.models import Antwoord

CONFIRM = (
    "UPDATE dossier_samenvoeging SET goedgekeurd = true, besloten_at = now(), besloten_door_id = %s"
)


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER)


@pytest.fixture
def pair(people: Team) -> tuple[Dossier, Dossier]:
    """By hand, without a number; and by a notice, with a BSN."""
    return dossier_for(people[KM]), dossier_for(people[KM], bsn=BSN)


def test_the_numbers_and_the_diary_go_along(people: Team, pair: tuple[Dossier, Dossier]) -> None:
    by_hand, by_notice = pair
    before = ON - timedelta(days=9)
    with as_actor(people[KM]):
        record(by_notice.pk, "ingeschreven", {"gehuisvest": True}, on=before, at=later(1))
        told = {"hoe": "telefoon", "notitie": "Belde zelf."}
        record(by_hand.pk, "contact", told, on=before, at=later(2))
    merged(people, proposed(people, by_notice, by_hand))
    assert facts(people, by_hand.pk)["gehuisvest"] is True
    assert "gehuisvest" not in facts(people, by_hand.pk, before - timedelta(days=1))
    with as_actor(people[TL]):
        left, there = Dossier.objects.get(pk=by_notice.pk), Dossier.objects.get(pk=by_hand.pk)
        assert (left.persoon, left.samengevoegd_met) == (None, there)
        assert there.persoon is not None
        assert there.persoon.bsn_hash
        again = Gebeurtenis.objects.get(dossier=there, soort="ingeschreven")
        assert again.gebeurd_op == before
        assert by_notice.nummer.encode() in bytes(again.inhoud.bytes)
        assert Gebeurtenis.objects.filter(dossier=there, soort="dossier_samengevoegd").exists()
        last = Gebeurtenis.objects.filter(dossier=left).latest("nummer")
        assert last.soort == "dossier_opgegaan"
        assert not Stand.objects.filter(pk=left.pk).exists()
    for text in (by_notice.nummer, by_hand.nummer, BSN, "Selam"):
        assert found(people, text) == [by_hand.pk]
    assert sound()


def test_what_differs_is_chosen_and_what_lacks_is_filled(people: Team) -> None:
    one = dossier_for(people[KM], "Salam Tesfai")
    ander = dossier_for(people[KM], bsn=BSN)
    with as_actor(people[TL]):
        Persoon.objects.filter(dossier=one).update(telefoon="0612345678", talen=["Tigrinya"])
        Persoon.objects.filter(dossier=ander).update(talen=["Arabisch"])
    merged(people, proposed(people, one, ander, "talen"))
    with as_actor(people[TL]):
        persoon = Persoon.objects.get(dossier=ander)
        kept = (persoon.geslachtsnaam, persoon.telefoon, persoon.talen)
    assert kept == ("Tesfay", "0612345678", ["Tigrinya"])


def test_nobody_does_both_halves(people: Team, pair: tuple[Dossier, Dossier]) -> None:
    both = {Recht.SAMENVOEGEN_VOORSTELLEN, Recht.SAMENVOEGEN_BEVESTIGEN}
    assert not [rol for rol in Rol if both <= RECHTEN[rol]]
    made = proposed(people, *pair)
    for rol in (KM, KWALITEIT, FG):
        with pytest.raises(NotAllowedError):
            merged(people, made, rol)
    with as_actor(people[TL]), pytest.raises(NotAllowedError):
        propose_merge(Voorstel(pair[0].pk, pair[1].pk, WHY), gezien=(1, 1), on=ON, at=later(51))
    with pytest.raises(DiaryError):
        proposed(people, *pair[::-1], minute=52)
    assert merged(people, made, JURIST).goedgekeurd


def test_the_database_asks_for_the_second_person_too(
    people: Team, pair: tuple[Dossier, Dossier]
) -> None:
    made = proposed(people, *pair)
    for rol, sql, value in (
        (KM, "SELECT dossier_voeg_samen(%s)", made.pk),
        (TL, "SELECT dossier_voeg_samen(%s)", made.pk),
        (TL, "UPDATE dossier_dossier SET samengevoegd_met_id = %s", pair[1].pk),
        (KM, CONFIRM, people[KM].medewerker_id),
    ):
        with (
            as_actor(people[rol]),
            pytest.raises((ProgrammingError, IntegrityError)),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql, [value])


def test_another_municipality_sees_and_does_nothing(
    people: Team, pair: tuple[Dossier, Dossier]
) -> None:
    made, elders = proposed(people, *pair), team(9998, KM, TL)
    with as_actor(elders[TL]):
        assert not Samenvoeging.objects.exists()
        with pytest.raises(DiaryError):
            merge(made.pk, gezien=(1, 1), on=ON, at=later(55))
    theirs = dossier_for(elders[KM])
    voorstel = Voorstel(pair[0].pk, theirs.pk, WHY)
    with as_actor(people[KM]), pytest.raises(DiaryError):
        propose_merge(voorstel, gezien=(2, 1), on=ON, at=later(56))


def test_nothing_is_added_to_the_one_that_closed(
    people: Team, pair: tuple[Dossier, Dossier]
) -> None:
    by_hand, by_notice = pair
    merged(people, proposed(people, by_hand, by_notice))
    with as_actor(people[KM]), pytest.raises(DiaryError, match=by_notice.nummer):
        record(by_hand.pk, "ingeschreven", {"gehuisvest": True}, on=ON, at=later(60))


def test_what_changed_meanwhile_is_looked_at_again(
    people: Team, pair: tuple[Dossier, Dossier]
) -> None:
    made = proposed(people, *pair)
    with as_actor(people[KM]):
        seen = ends(made.dossier_id, made.blijft_id)
        record(pair[0].pk, "ingeschreven", {"gehuisvest": True}, on=ON, at=later(51))
    with as_actor(people[TL]), pytest.raises(ChangedError):
        merge(made.pk, gezien=seen, on=ON, at=later(55))
    assert merged(people, made).goedgekeurd


def test_refused_they_stay_apart_and_may_be_proposed_again(
    people: Team, pair: tuple[Dossier, Dossier]
) -> None:
    made = proposed(people, *pair)
    with as_actor(people[TL]):
        refuse_merge(made.pk, "het zijn zussen", on=ON, at=later(53))
        assert Dossier.objects.filter(persoon__isnull=False).count() == 2
    assert merged(people, proposed(people, *pair, minute=54)).goedgekeurd


def test_two_with_a_bsn_are_two_people(people: Team) -> None:
    one, ander = dossier_for(people[KM], bsn="999990032"), dossier_for(people[KM], bsn=BSN)
    with pytest.raises(DiaryError, match="BSN"):
        proposed(people, one, ander)


def test_a_letter_that_is_not_finished_keeps_its_dossier(
    people: Team, pair: tuple[Dossier, Dossier]
) -> None:
    by_hand, by_notice = pair
    kind = "uitnodiging_brede_intake"
    give_mandate(HIER, Besluitrecht(KM, kind, "mandaat"), van=date(2022, 1, 1))
    with as_actor(people[KM]):
        letter = {"dag": date(2026, 10, 1), "tijd": "10.00 uur", "plaats": "hier"}
        propose(by_hand.pk, kind, letter, on=ON, at=later(1))
    with pytest.raises(DiaryError, match="brief"):
        proposed(people, by_hand, by_notice)
    assert merged(people, proposed(people, by_notice, by_hand)).goedgekeurd


def test_whoever_hides_is_not_found_by_it(people: Team, pair: tuple[Dossier, Dossier]) -> None:
    by_hand, by_notice = pair
    where = {"straat": "Weg 1", "postcode": "1234 AB", "plaats": "Hier"}
    with as_actor(people[KM]):
        move(by_hand.pk, Adres.Soort.GEHEIM, where, on=ON, at=later(1))
        move(by_notice.pk, Adres.Soort.WOONADRES, where, on=ON, at=later(2))
    with pytest.raises(DiaryError, match="geheim"):
        proposed(people, by_hand, by_notice)


def test_what_is_only_kept_is_not_merged(people: Team, pair: tuple[Dossier, Dossier]) -> None:
    with as_actor(people[JURIST]):
        reden = "zij zegt dat het niet klopt"
        restrict(pair[1].pk, Beperking.Grond.JUISTHEID, reden, on=ON, at=later(1))
    with pytest.raises(RestrictedError):
        proposed(people, *pair)


def test_an_intake_in_both_is_refused_whole(people: Team, pair: tuple[Dossier, Dossier]) -> None:
    for each in pair:
        half_talked(people[KM], each, "thuis")
    made = proposed(people, *pair)
    with pytest.raises(DiaryError, match="intake"):
        merged(people, made)
    with as_actor(people[TL]):
        assert Dossier.objects.filter(persoon__isnull=False).count() == 2
    assert sound()


def test_an_intake_in_one_goes_along(people: Team, pair: tuple[Dossier, Dossier]) -> None:
    half_talked(people[KM], pair[0], "thuis")
    with as_actor(people[TL]):
        before = Antwoord.objects.count()
    merged(people, proposed(people, *pair))
    with as_actor(people[TL]):
        rows = Antwoord.objects.filter(dossier=pair[1])
        assert rows.count() == before > 0
        assert rows.filter(nummer=F("gebeurtenis__nummer")).count() == before
    assert sound()
