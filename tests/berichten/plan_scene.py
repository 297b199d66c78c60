"""Somebody of whom DUO tells, beside a pretend DUO: what is known, and how a notice is read."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from tests.berichten.melding_scene import Beside
from tests.dossier.makers import HIER, ON, Team, dossier_for
from tests.intake.asking import Walk
from tests.persoonlijk_plan.planned import KM
from tests.pretend_duo.invented import BSN
from tests.rules.test_second_reading import word_of

from meedoen.accounts.scope import as_actor
from meedoen.adapters.duo_rest import DuoRest
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.uitkomst import Melding, Toestand
from meedoen.berichten.verwerking import process
from meedoen.berichten.vragen import ask
from meedoen.dossier.actions.circumstances import move
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Adres, Dossier, Gebeurtenis
from meedoen.persoonlijk_plan.models import Leerroutekeuze
from meedoen.persoonlijk_plan.plan_reading import Stand, stand_of

HOME = {"straat": "Dorpsstraat 1", "postcode": "9999 XX", "plaats": "Voorbeeldstad"}


@dataclass
class Met:
    """A dossier with its officials, its DUO and its day."""

    people: Team
    duo: Beside
    dossier: Dossier
    walk: Walk
    on: date = ON
    notices: int = 0

    def at(self) -> datetime:
        """A moment of the day, later than the one before."""
        return self.walk.at(self.on)

    def days_pass(self, days: int) -> None:
        """Here and at DUO."""
        self.on += timedelta(days=days)
        self.duo.place.world.day = self.on

    def hear(self, code: str) -> None:
        """A notice of this code is read by the worker."""
        self.notices += 1
        melding = Melding(f"bericht-{self.notices}", HIER, code, self.at(), BSN, "")
        with as_actor(duo_actor(HIER)):
            question = partial(ask, DuoRest(self.duo.line))
            (outcome,) = process([melding], question, on=self.on, at=self.at())
        assert outcome.toestand is Toestand.VERWERKT, outcome

    def known(self) -> dict[str, Any]:
        """Every known fact of now."""
        with as_actor(duo_actor(HIER)):
            return dict(facts_of([self.dossier.pk], on=self.on).facts.row())

    def plans(self) -> Stand:
        """The plans, and the draft."""
        with as_actor(self.people[KM]):
            return stand_of(self.dossier, on=self.on)

    def round(self) -> Leerroutekeuze | None:
        """The last round of choosing a leerroute."""
        with as_actor(self.people[KM]):
            rows = Leerroutekeuze.objects.filter(dossier=self.dossier)
            return rows.order_by("-ronde").first()

    def lines(self) -> int:
        """How many lines the diary has."""
        with as_actor(self.people[KM]):
            return Gebeurtenis.objects.filter(dossier=self.dossier).count()


def met(people: Team, duo: Beside) -> Met:
    """Somebody with an address for letters; where somebody is housed, is told later."""
    dossier = dossier_for(people[KM], bsn=BSN)
    made = Met(people, duo, dossier, Walk(people[KM], dossier))
    with as_actor(people[KM]):
        move(dossier.pk, Adres.Soort.WOONADRES, HOME, on=ON, at=made.at())
    return made


def filled(known: dict[str, Any]) -> dict[str, Any]:
    """What is known, and a harmless word where nobody told: a certain day rests on none."""
    usual: dict[str, Any] = {
        "verhuisd": False,
        "pip_bij_verhuizing": False,
        "wacht_op_derde": False,
        "informatie_ontvangen_op": ON,
        "ingeschreven_op": ON,
        "plicht_begon_op": ON,
        "verblijfsrecht": "regulier",
    }
    return usual | {name: word_of(value) for name, value in known.items()}
