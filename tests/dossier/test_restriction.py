"""A restriction (AVG 18) stops every writer, leaves keeping, and is told before it ends."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from tests.dossier.makers import BSN, HIER, ON, Team, dossier_for, later, team

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import RECHTEN, Recht, Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions import circumstances
from meedoen.dossier.actions.access import break_glass
from meedoen.dossier.actions.destruction import hold, propose_destruction, release
from meedoen.dossier.actions.diary import DiaryError, RestrictedError, record
from meedoen.dossier.actions.people import hand_over
from meedoen.dossier.actions.restriction import (
    announce_lifting,
    close_again,
    lift,
    open_up,
    restrict,
)
from meedoen.dossier.models import Beperking, Dossier, Gebeurtenis
from meedoen.dossier.verify import CHECKS

KM, JURIST, KWALITEIT = Rol.KLANTMANAGER, Rol.JURIST, Rol.KWALITEITSMEDEWERKER
A, VOOR = Beperking.Grond.JUISTHEID, Beperking.Openstelling
NOTE = {"hoe": "telefoon", "notitie": "Belde over de les."}


@pytest.fixture
def people(db: None) -> Team:
    return team(HIER)


@pytest.fixture
def dossier(people: Team) -> Dossier:
    made = dossier_for(people[KM], bsn=BSN)
    with as_actor(people[JURIST]):
        restrict(made.pk, A, "zij zegt dat haar datum niet klopt", on=ON, at=later(1))
    return made


def _note(dossier: Dossier, minute: int, **more: Any) -> Gebeurtenis:
    return record(dossier.pk, "contact", NOTE, on=ON, at=later(minute), **more)


def _soorten(dossier: Dossier) -> list[str]:
    rows = Gebeurtenis.objects.filter(dossier=dossier).order_by("nummer")
    return list(rows.values_list("soort", flat=True))


WRITERS: dict[str, Callable[[Dossier], object]] = {
    "record": lambda d: _note(d, 2),
    "hand over": lambda d: hand_over(d.pk, None, on=ON, at=later(2)),
    "address": lambda d: circumstances.leave_family(d.pk, on=ON, at=later(2)),
    "absence": lambda d: circumstances.note_absence(
        d.pk, ON, ON + timedelta(days=2), on=ON, at=later(2)
    ),
}


@pytest.mark.parametrize("name", WRITERS)
def test_nothing_is_written_while_it_stands(people: Team, dossier: Dossier, name: str) -> None:
    with as_actor(people[Rol.TEAMLEIDER]):
        before = _soorten(dossier)
        with pytest.raises(RestrictedError, match=r"bewaren ze alleen.*AVG 18:2"):
            WRITERS[name](dossier)
        assert _soorten(dossier) == before


def test_it_may_not_be_destroyed_either(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KWALITEIT]), pytest.raises(RestrictedError):
        propose_destruction(dossier.pk, "bewaartermijn verstreken", on=ON, at=later(2))


def test_what_is_keeping_or_being_looked_after_goes_on(people: Team, dossier: Dossier) -> None:
    with as_actor(people[JURIST]):
        hold(dossier.pk, "er loopt een zaak", on=ON, at=later(2))
        release(dossier.pk, on=ON, at=later(3))
    with as_actor(people[KM]):
        break_glass(dossier.pk, "mijn collega is vandaag ziek", on=ON, at=later(4))
        assert _soorten(dossier)[-3:] == [
            "bewaren_opgelegd",
            "bewaren_opgeheven",
            "toegang_verantwoord",
        ]


def test_it_opens_for_a_named_reason_and_closes_again(people: Team, dossier: Dossier) -> None:
    with as_actor(people[JURIST]):
        open_up(dossier.pk, VOOR.TOESTEMMING, "zij wil een afspraak", on=ON, at=later(2))
    with as_actor(people[KM]):
        _note(dossier, 3)
    with as_actor(people[JURIST]):
        close_again(dossier.pk, on=ON, at=later(4))
        close_again(dossier.pk, on=ON, at=later(5))
    with as_actor(people[KM]):
        with pytest.raises(RestrictedError):
            _note(dossier, 6)
        assert _soorten(dossier)[-3:] == ["beperking_opengesteld", "contact", "beperking_gesloten"]


def test_the_person_hears_it_before_it_is_lifted(people: Team, dossier: Dossier) -> None:
    with as_actor(people[KWALITEIT]):
        with pytest.raises(DiaryError, match="Vertel eerst"):
            lift(dossier.pk, "de datum klopte", on=ON, at=later(2))
        announce_lifting(dossier.pk, "gebeld met tolk", on=ON, at=later(3))
        tomorrow = ON + timedelta(days=1)
        lift(dossier.pk, "de datum klopte", on=tomorrow, at=later(24 * 60))
        (kept,) = Beperking.objects.all()
        assert (kept.van, kept.tot, kept.gemeld_op) == (ON, tomorrow, ON)
    with as_actor(people[KM]):
        _note(dossier, 25 * 60)


def test_it_can_begin_and_end_on_one_day_and_begin_again(people: Team, dossier: Dossier) -> None:
    with as_actor(people[JURIST]):
        announce_lifting(dossier.pk, "aan de balie", on=ON, at=later(2))
        lift(dossier.pk, "vergissing", on=ON, at=later(3))
        assert not Beperking.objects.exists()
        restrict(dossier.pk, Beperking.Grond.BEZWAAR, "bezwaar", on=ON, at=later(4))
        with pytest.raises(DiaryError, match="al beperkt"):
            restrict(dossier.pk, A, "nog eens", on=ON, at=later(5))


def test_only_who_has_the_right(people: Team, dossier: Dossier) -> None:
    may = {rol for rol in Rol if Recht.BEPERKEN in RECHTEN[rol]}
    assert may == {JURIST, KWALITEIT}
    other = dossier_for(people[KM], "Omar Haddad")
    acts: list[Callable[[], object]] = [
        lambda: restrict(other.pk, A, "x", on=ON, at=later(2)),
        lambda: open_up(dossier.pk, VOOR.ANDER, "x", on=ON, at=later(2)),
        lambda: close_again(dossier.pk, on=ON, at=later(2)),
        lambda: announce_lifting(dossier.pk, "x", on=ON, at=later(2)),
        lambda: lift(dossier.pk, "x", on=ON, at=later(2)),
    ]
    with as_actor(people[KM]):
        for act in acts:
            with pytest.raises(NotAllowedError):
                act()


def test_what_does_not_stand_cannot_be_lifted(people: Team) -> None:
    free = dossier_for(people[KM], "Omar Haddad")
    with as_actor(people[JURIST]), pytest.raises(DiaryError, match="niet beperkt"):
        lift(free.pk, "x", on=ON, at=later(2))


def test_the_diary_stays_whole(committed_db: str) -> None:
    people = team(HIER, KM, JURIST)
    made = dossier_for(people[KM])
    with as_actor(people[JURIST]):
        restrict(made.pk, A, "zij zegt dat haar datum niet klopt", on=ON, at=later(1))
    assert not [fault for check in CHECKS.values() for fault in check()]
