"""Writing down who comes: a line in the diary each time, and nothing that cannot be."""

from datetime import timedelta
from typing import Any

import pytest
from tests.dossier.makers import HIER, ON, dossier_for, later, team
from tests.opvang.makers import FAMILY, HOUSE, PREPARATION, awaited, couple

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Document, Gebeurtenis
from meedoen.opvang.actions.arrival import Profiel, receive_profile, tell_preparation
from meedoen.opvang.actions.housing import answer_offer, change_family, offer_house, set_key
from meedoen.opvang.models import Klantprofiel, Langs, Nareis, Voorbereiding, Woning
from meedoen.opvang.queries import opvang_of

pytestmark = pytest.mark.usefixtures("db")
KM = Rol.KLANTMANAGER
TOMORROW = ON + timedelta(days=1)
PDF = b"%PDF-1.7\n"
AT: dict[str, Any] = {"on": ON, "at": later(9)}


@pytest.mark.brief("L26")
def test_every_step_is_a_line_of_the_diary_and_a_step_of_the_page() -> None:
    actor = team(HIER, KM)[KM]
    dossier = dossier_for(actor)
    couple(actor, dossier.pk)
    awaited(actor, dossier.pk)
    with as_actor(actor):
        soorten = list(Gebeurtenis.objects.order_by("nummer").values_list("soort", flat=True))
        found = opvang_of(dossier, on=ON + timedelta(weeks=13))
        facts = facts_of([dossier.pk], on=ON, names=["volgt_voorbereiding"]).facts
    assert soorten[-7:] == [
        "klantprofiel_ontvangen",
        "voorbereiding_bijgewerkt",
        "driegesprek_gevoerd",
        "woning_aangeboden",
        "woning_geaccepteerd",
        "sleutel_gekregen",
        "nareis_bijgewerkt",
    ]
    assert facts.volgt_voorbereiding.plain() is True
    *done, last = found.stappen
    assert [each.day for each in done] == [ON] * 6
    assert last.name == "huisvesting"
    assert last.next
    assert last.late  # twelve weeks after the koppeling it should have been
    assert last.dagen == 13 * 7
    assert found.alleen_uitnodiging


def test_a_profile_as_a_document_keeps_the_file() -> None:
    actor = team(HIER, KM)[KM]
    dossier = dossier_for(actor)
    with as_actor(actor):
        made = receive_profile(dossier.pk, Profiel(ON, bestand=("p.pdf", PDF)), **AT)
        assert made.langs == Langs.DOCUMENT
        assert made.document == Document.objects.get()


def test_a_day_to_come_is_refused() -> None:
    actor = team(HIER, KM)[KM]
    dossier = dossier_for(actor)
    with as_actor(actor):
        for told in (Profiel(TOMORROW), Profiel(ON, TOMORROW)):
            with pytest.raises(DiaryError):
                receive_profile(dossier.pk, told, **AT)
        for name in ("stand_op", "instemming_op"):
            with pytest.raises(DiaryError):
                tell_preparation(dossier.pk, PREPARATION | {name: TOMORROW}, **AT)
        assert not Klantprofiel.objects.exists()
        assert not Voorbereiding.objects.exists()


def test_one_house_at_a_time_and_the_key_after_the_answer() -> None:
    actor = team(HIER, KM)[KM]
    dossier = dossier_for(actor)
    with as_actor(actor):
        woning = offer_house(dossier.pk, HOUSE, **AT)
        with pytest.raises(DiaryError, match="al een woning"):
            offer_house(dossier.pk, HOUSE, **AT)
        with pytest.raises(DiaryError, match="eerst"):
            set_key(woning, ON, **AT)
        with pytest.raises(DiaryError, match="voor het aanbod"):
            answer_offer(woning, Woning.Stand.GEWEIGERD, on=ON - timedelta(days=1), at=later(9))
        answer_offer(woning, Woning.Stand.GEWEIGERD, **AT)
        with pytest.raises(DiaryError, match="al beslist"):
            answer_offer(woning, Woning.Stand.GEACCEPTEERD, **AT)
        again = offer_house(dossier.pk, HOUSE, **AT)
        answer_offer(again, Woning.Stand.GEACCEPTEERD, **AT)
        set_key(again, TOMORROW, **AT)  # agreed, and still to come
        again.refresh_from_db()
        assert again.sleutel_op == TOMORROW
        answer_offer(again, Woning.Stand.VERVALLEN, **AT)  # and then it falls through
        again.refresh_from_db()
        assert again.sleutel_op is None
        soorten = list(Gebeurtenis.objects.order_by("nummer").values_list("soort", flat=True))
    assert soorten[-2:] == ["sleutel_afgesproken", "woning_geweigerd"]


def test_who_was_second_is_told() -> None:
    actor = team(HIER, KM)[KM]
    dossier = dossier_for(actor)
    with as_actor(actor):
        _woning, nareis = awaited(actor, dossier.pk)
        with pytest.raises(StaleError):
            change_family(nareis, FAMILY, gezien=1, **AT)
        change_family(nareis, FAMILY | {"stand": Nareis.Stand.AANGEKOMEN}, **AT)
        assert Nareis.objects.get().stand == Nareis.Stand.AANGEKOMEN


def test_who_may_write_nothing_writes_nothing_here_either() -> None:
    people = team(HIER, KM, Rol.BELEID)
    dossier = dossier_for(people[KM])
    with as_actor(people[Rol.BELEID]), pytest.raises(NotAllowedError):
        offer_house(dossier.pk, HOUSE, **AT)
