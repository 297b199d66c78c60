"""What each of the stories shows, in a table: so that none of them falls back unseen.

Whether somebody was talked with, has a start position, which plans went out by their own letters,
how the plan was signed, and how DUO took what it was told.
"""

from typing import NamedTuple

import pytest

from meedoen.accounts.scope import as_actor
from meedoen.berichten.contact_tables import Contactmelding
from meedoen.berichten.melding_tables import Melding, Meldingstand
from meedoen.config.voorbeeld.happenings import Archive
from meedoen.config.voorbeeld.numbers import Numbers
from meedoen.config.voorbeeld.story_file import read_stories
from meedoen.dossier.models import Besluit, Gebeurtenis
from meedoen.intake.gesprek_tables import Antwoord, Stand, Startpositie
from meedoen.intake.treden import KINDS
from meedoen.opvang.models import Klantprofiel, Woning
from meedoen.persoonlijk_plan.models import Doel, Instemming, Leerroutekeuze, Plan

FIRST, CHANGED = Plan.Soort.EERSTE, Plan.Soort.WIJZIGING
SCREEN, PAPER, REFUSED = Instemming.Wijze.SCHERM, Instemming.Wijze.PAPIER, Instemming.Wijze.NIET
TOOK, DID_NOT = Meldingstand.BEVESTIGD, Meldingstand.AFGEWEZEN


class Has(NamedTuple):
    """One story: `letters` of the intake, `plans` that went out, `told`: how DUO took it."""

    profile: bool = False  # of COA, with a house
    letters: int = 0
    talk: bool = False
    start: bool = False
    plans: tuple[str, ...] = ()
    signed: str = ""
    told: tuple[str, ...] = ()
    contact: str = TOOK  # whether DUO took who is the contactpersoon


TABLE = {
    "selam": Has(profile=True, letters=1, talk=True, start=True),
    "yonas": Has(True, 1, True, True, (FIRST, CHANGED), PAPER, (TOOK, TOOK)),
    "amina": Has(True, 1, True, True, (FIRST,), SCREEN, (TOOK,)),
    "farid": Has(True, 1, True, True, (FIRST,), SCREEN, (TOOK,)),
    "samir": Has(True, 1, True, True, (FIRST, CHANGED), SCREEN, (TOOK, TOOK)),
    "rim": Has(letters=1, talk=True),
    "lan": Has(False, 1, True, True, (FIRST, CHANGED), SCREEN, (TOOK, DID_NOT)),
    "dawit": Has(False, 1, True, True, (FIRST,), SCREEN, (TOOK,)),
    "emmanuel": Has(False, 1, True, True, (FIRST,), PAPER, (TOOK,), DID_NOT),
    "hassan": Has(True, 1, True, True, (FIRST,), REFUSED, (TOOK,), ""),  # his data are only kept
    "zahra": Has(talk=True, start=True),  # her plan is of another municipality
    "bilal": Has(profile=True, talk=True),  # he is too late, through no fault of his
    "hadas": Has(letters=1, contact=""),  # without a BSN DUO cannot be told whose
    "maryam": Has(False, 1, True, True, (FIRST,), SCREEN, (TOOK,)),
    "omar": Has(profile=True, letters=2),
    "yusuf": Has(signed=SCREEN),  # the one whose plan is from before Meedoen
    "idris": Has(profile=True, letters=3),
    "parwin": Has(profile=True, letters=2),
    "nasir": Has(profile=True),
    "laila": Has(profile=True),
}


@pytest.mark.parametrize("key", TABLE)
def test_each_has_what_its_story_shows(village: Archive, key: str) -> None:
    pk = village.dossiers[key]
    with as_actor(village.staff["s.ramdin"]):
        sent = Plan.objects.filter(dossier=pk, besluit__verzonden_at__isnull=False)
        signed = Instemming.objects.filter(dossier=pk).values_list("wijze", flat=True)
        asked = Besluit.objects.filter(dossier=pk, soort__in=KINDS, verzonden_at__isnull=False)
        told = Melding.objects.filter(dossier=pk).order_by("pk")
        whose = Contactmelding.objects.filter(dossier=pk).values_list("stand", flat=True)
        coa = (table.objects.filter(dossier=pk).exists() for table in (Klantprofiel, Woning))
        found = Has(
            all(coa),
            asked.count(),
            Antwoord.objects.filter(dossier=pk).exists(),
            Startpositie.objects.filter(dossier=pk).exists(),
            tuple(sent.order_by("nummer").values_list("soort", flat=True)),
            "".join(signed),
            tuple(told.values_list("stand", flat=True)),
            "".join(whose),
        )
        chosen = Leerroutekeuze.objects.filter(dossier=pk, keuze__gt="").count()
        alive = Doel.objects.filter(dossier=pk).exists()
    assert found == TABLE[key]
    assert chosen == found.plans.count(FIRST)
    assert alive or not found.plans


def test_one_is_scaled_down_and_one_waited_for_somebody_else(village: Archive) -> None:
    who = village.dossiers
    with as_actor(village.staff["s.ramdin"]):
        scaled = Plan.objects.exclude(a2=[]).values_list("dossier", "a2")
        waited = Gebeurtenis.objects.filter(dossier=who["maryam"], soort="informatie_ontvangen")
        assert list(scaled) == [(who["samir"], ["schrijven"])]
        assert waited.count() == 1


def test_no_more_than_one_plan_is_from_the_system_before() -> None:
    """Whoever else has a first plan got it from Meedoen; Zahra's was made where she lived."""
    by_hand = {
        life.key
        for life in read_stories(Numbers())
        for each in life.happenings
        if each.what == "eerste_pip_vastgesteld"
    }
    assert by_hand == {"yusuf", "zahra"}


def test_somebody_would_not_say_something(village: Archive) -> None:
    with as_actor(village.staff["s.ramdin"]):
        stands = set(Antwoord.objects.values_list("stand", flat=True))
    assert {Stand.ANTWOORD, Stand.WIL_NIET} <= stands
