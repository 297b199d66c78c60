"""Addresses, family, safe contact, representatives and absences: periods that never overlap."""

from datetime import date, timedelta

import pytest
from tests.dossier.makers import BSN, HIER, ON, dossier_for, later, team

from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions import circumstances as actions
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.people import (
    DuplicateError,
    StaleError,
    change_person,
    hand_over,
)
from meedoen.dossier.models import (
    Adres,
    Afwezigheid,
    Dossier,
    Gebeurtenis,
    Gezinslid,
    Persoon,
    Stand,
    VeiligContact,
    Vertegenwoordiging,
)

WHERE = {"straat": "Lindelaan 1", "postcode": "1234 AB", "plaats": "Voorbeeldstad"}
WHO = {
    "soort": "bewindvoerder",
    "omvang": "geld",
    "naam": "Bewind BV",
    "bewijs_gezien_op": ON,
    **WHERE,
}
REFERENT, PARTNER, KIND = Gezinslid.Rol.REFERENT, Gezinslid.Rol.PARTNER, Gezinslid.Rol.KIND
MAY = ON - timedelta(days=100)


@pytest.mark.usefixtures("db")
def test_a_move_ends_the_address_before_it() -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    with as_actor(actor):
        actions.move(dossier.pk, Adres.Soort.AZC, WHERE, on=MAY, at=later(1))
        actions.move(dossier.pk, Adres.Soort.WOONADRES, WHERE, on=ON, at=later(2))
        actions.move(dossier.pk, Adres.Soort.BRIEFADRES, WHERE, on=ON, at=later(3))
        rows = Adres.objects.filter(persoon=dossier.persoon).order_by("van", "soort")
        found = [(each.soort, each.van, each.tot) for each in rows]
    assert found == [("azc", MAY, ON), ("briefadres", ON, None), ("woonadres", ON, None)]


@pytest.mark.usefixtures("db")
def test_what_was_mistyped_today_never_held() -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    with as_actor(actor):
        actions.move(dossier.pk, Adres.Soort.WOONADRES, WHERE, on=ON, at=later(1))
        right = WHERE | {"straat": "Lindelaan 2"}
        actions.move(dossier.pk, Adres.Soort.WOONADRES, right, on=ON, at=later(2))
        found = [each.straat for each in Adres.objects.filter(persoon=dossier.persoon)]
    assert found == ["Lindelaan 2"]


@pytest.mark.usefixtures("db")
def test_a_move_before_the_address_of_now_is_refused() -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    with as_actor(actor):
        actions.move(dossier.pk, Adres.Soort.WOONADRES, WHERE, on=ON, at=later(1))
        with pytest.raises(DiaryError, match="latere dag"):
            actions.move(dossier.pk, Adres.Soort.AZC, WHERE, on=MAY, at=later(2))


@pytest.mark.usefixtures("db")
def test_who_read_an_older_address_writes_nothing() -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    seen = dossier.laatste_nummer
    with as_actor(actor):
        actions.move(dossier.pk, Adres.Soort.AZC, WHERE, on=ON, at=later(1), gezien=seen)
        actions.note_absence(dossier.pk, ON, later(9999).date(), on=ON, at=later(2), gezien=seen)
        with pytest.raises(StaleError):
            actions.move(dossier.pk, Adres.Soort.WOONADRES, WHERE, on=ON, at=later(3), gezien=seen)
        assert [each.soort for each in Adres.objects.all()] == ["azc"]


@pytest.mark.usefixtures("db")
def test_a_family_of_three_and_one_who_leaves() -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    father, mother, child = (dossier_for(actor, name) for name in ("A Tesfay", "B T", "C Tesfay"))
    with as_actor(actor):
        actions.unite((father.pk, REFERENT), (mother.pk, PARTNER), on=MAY, at=later(1))
        gezin = actions.unite((child.pk, KIND), (mother.pk, PARTNER), on=ON, at=later(2))
        rows = Gezinslid.objects.filter(gezin=gezin).order_by("persoon")
        assert [(each.rol, each.van) for each in rows] == [
            ("referent", MAY),
            ("partner", MAY),
            ("kind", ON),
        ]
        with pytest.raises(DiaryError, match="al bij een gezin"):
            actions.unite((child.pk, KIND), (father.pk, REFERENT), on=ON, at=later(3))
        actions.leave_family(mother.pk, on=ON, at=later(4))
        assert Gezinslid.objects.get(persoon=mother.persoon).tot == ON
        assert Gezinslid.objects.filter(gezin=gezin, tot__isnull=True).count() == 2


@pytest.mark.usefixtures("db")
def test_nobody_is_family_of_himself() -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    with as_actor(actor), pytest.raises(DiaryError):
        actions.unite((dossier.pk, KIND), (dossier.pk, PARTNER), on=ON, at=later(1))


@pytest.mark.usefixtures("db")
def test_safe_contact_changes_twice_a_day_and_ends() -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    with as_actor(actor):
        for kanaal in ("bel", "mail"):
            actions.set_safe_contact(dossier.pk, {"kanaal": kanaal}, on=ON, at=later(1))
        assert [each.kanaal for each in VeiligContact.objects.all()] == ["mail"]
        next_day = ON + timedelta(days=1)
        actions.end_safe_contact(dossier.pk, on=next_day, at=later(24 * 60))
        assert VeiligContact.objects.get().tot == next_day
        last = Gebeurtenis.objects.filter(dossier=dossier).order_by("-nummer").first()
        assert last is not None
        assert last.soort == "veilig_contact_afgesproken"


@pytest.mark.usefixtures("db")
def test_a_representative_ends_once() -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    with as_actor(actor):
        made = actions.appoint_representative(dossier.pk, WHO, on=MAY, at=later(1))
        actions.end_representation(made.pk, on=ON, at=later(2))
        number = Dossier.objects.get(pk=dossier.pk).laatste_nummer
        actions.end_representation(made.pk, on=ON, at=later(3))
        assert Vertegenwoordiging.objects.get().tot == ON
        assert Dossier.objects.get(pk=dossier.pk).laatste_nummer == number


@pytest.mark.usefixtures("db")
def test_absences_do_not_overlap_and_end_early() -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    first, last = date(2026, 9, 1), date(2026, 10, 1)
    with as_actor(actor):
        made = actions.note_absence(dossier.pk, first, last, on=ON, at=later(1))
        with pytest.raises(DiaryError, match="staat al een afwezigheid"):
            actions.note_absence(dossier.pk, ON, last, on=ON, at=later(2))
        with pytest.raises(DiaryError, match="laatste dag"):
            actions.note_absence(dossier.pk, last, last, on=ON, at=later(2))
        actions.end_absence(made.pk, on=ON, at=later(3))
        assert Afwezigheid.objects.get().tot == ON


@pytest.mark.usefixtures("db")
def test_a_changed_day_of_birth_is_a_fact_and_one_that_is_not_whole_is_none() -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    with as_actor(actor):
        for versie, born in ((1, "1990-01-02"), (2, "1990-00-00")):
            changes = {"geboortedatum": born}
            change_person(dossier.pk, changes, versie=versie, on=ON, at=later(versie))
            if versie == 1:
                assert Stand.objects.get(pk=dossier.pk).geboren_op == date(1990, 1, 2)
        assert Stand.objects.get(pk=dossier.pk).geboren_op is None


@pytest.mark.usefixtures("db")
def test_a_bsn_comes_later_but_never_one_that_is_known() -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier_for(actor, "Omar Haddad", bsn=BSN)
    dossier = dossier_for(actor)
    with as_actor(actor):
        with pytest.raises(DuplicateError):
            change_person(dossier.pk, {"bsn": BSN}, versie=1, on=ON, at=later(1))
        change_person(dossier.pk, {"bsn": "999991772"}, versie=1, on=ON, at=later(2))
        persoon = Persoon.objects.get(dossier=dossier)
        assert persoon.bsn_hash is not None
        assert persoon.versie == 2


@pytest.mark.usefixtures("db")
def test_the_second_of_two_officials_sees_what_the_first_wrote() -> None:
    actor = team(HIER, Rol.KLANTMANAGER)[Rol.KLANTMANAGER]
    dossier = dossier_for(actor)
    with as_actor(actor):
        change_person(dossier.pk, {"telefoon": "06 11111111"}, versie=1, on=ON, at=later(1))
        with pytest.raises(StaleError) as stale:
            change_person(dossier.pk, {"telefoon": "06 22222222"}, versie=1, on=ON, at=later(2))
        assert stale.value.differences == {"telefoon": ("06 11111111", "06 22222222")}


@pytest.mark.usefixtures("db")
def test_a_klantmanager_takes_what_is_free_and_no_more() -> None:
    staff = team(HIER, Rol.KLANTMANAGER, Rol.TEAMLEIDER)
    actor, head = staff[Rol.KLANTMANAGER], staff[Rol.TEAMLEIDER]
    dossier = dossier_for(head)
    with as_actor(head):
        hand_over(dossier.pk, None, on=ON, at=later(1))
    with as_actor(actor):
        hand_over(dossier.pk, actor.medewerker_id, on=ON, at=later(2))
        assert Dossier.objects.get(pk=dossier.pk).klantmanager_id == actor.medewerker_id
        with pytest.raises(DiaryError, match="dezelfde rol"):
            hand_over(dossier.pk, head.medewerker_id, on=ON, at=later(3))
        with pytest.raises(DiaryError, match="dezelfde rol"):
            hand_over(dossier.pk, None, on=ON, at=later(3))
