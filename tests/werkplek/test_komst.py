"""Who comes and stands still is work: with the last day, why, and where it is done."""

from datetime import timedelta

import pytest
from tests.dossier.makers import HIER, ON, dossier_for, later, team
from tests.opvang.makers import HOUSE, awaited, couple

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import record
from meedoen.dossier.models import Dossier
from meedoen.law.loader import law_for
from meedoen.opvang.actions.housing import offer_house
from meedoen.werkplek import eigen_werk
from meedoen.werkplek.eigen_werk import items_of_sources
from meedoen.werkplek.item import Item

pytestmark = pytest.mark.usefixtures("db")
KM = Rol.KLANTMANAGER


def _work(actor: Actor, weeks: int) -> dict[str, Item]:
    on = ON + timedelta(weeks=weeks)
    with as_actor(actor):
        every = list(Dossier.objects.values_list("pk", flat=True))
        found = items_of_sources(every, law_for("wi2021", HIER), on=on)
        with pytest.MonkeyPatch.context() as patch:  # a whole caseload is asked in other words
            patch.setattr(eigen_werk, "FEW", 0)
            assert items_of_sources(every, law_for("wi2021", HIER), on=on) == found
    return {each.signaal.name: each for each in found}


def test_profile_and_talk_are_asked_for_after_some_weeks() -> None:
    actor = team(HIER, KM)[KM]
    couple(actor, dossier_for(actor).pk)
    assert not _work(actor, 1)
    assert set(_work(actor, 2)) == {"klantprofiel_mist"}
    found = _work(actor, 5)
    assert set(found) == {"klantprofiel_mist", "geen_driegesprek"}
    assert found["klantprofiel_mist"].day == ON + timedelta(weeks=2)
    assert found["geen_driegesprek"].day == ON + timedelta(weeks=4)
    assert "onze eigen maat" in found["geen_driegesprek"].waarom


def test_an_offer_without_answer_is_work() -> None:
    actor = team(HIER, KM)[KM]
    dossier = dossier_for(actor)
    couple(actor, dossier.pk)
    with as_actor(actor):
        woning = offer_house(dossier.pk, HOUSE, on=ON, at=later(7))
    found = _work(actor, 3)["woning_zonder_antwoord"]
    assert found.stap is not None
    assert found.stap.where == {"woning": str(woning.pk)}


def test_a_key_without_invitation_is_work_until_somebody_invites() -> None:
    actor = team(HIER, KM)[KM]
    dossier = dossier_for(actor)
    couple(actor, dossier.pk)
    awaited(actor, dossier.pk)
    assert set(_work(actor, 5)) == {"sleutel_zonder_intake"}
    with as_actor(actor):
        record(dossier.pk, "uitnodiging_verzonden", {}, on=ON, at=later(8))
    assert not _work(actor, 5)


def test_who_lives_here_is_no_work_of_the_arrival() -> None:
    actor = team(HIER, KM)[KM]
    dossier = dossier_for(actor)
    couple(actor, dossier.pk)
    with as_actor(actor):
        record(dossier.pk, "ingeschreven", {"gehuisvest": True}, on=ON, at=later(8))
    assert not _work(actor, 9)
