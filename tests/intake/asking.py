"""Asks an invented person for the brede intake, step by step, on days of one's own."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.dossier.makers import HIER, Team
from tests.werkplek.asylum import notified

from meedoen.accounts.actions import Besluitrecht, give_mandate
from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions import besluiten as acts
from meedoen.dossier.actions.diary import record
from meedoen.dossier.addressee import HAND
from meedoen.dossier.gronden import CARRYING, Gronden
from meedoen.dossier.models import Afspraak, Besluit, Dossier
from meedoen.dossier.sending import Bewijs
from meedoen.intake.actions.ladder import Plan, judge, plan
from meedoen.intake.ladder import Stand, Stap, next_step, stand_of
from meedoen.intake.oordeel import Oordeel, Uitkomst
from meedoen.intake.treden import (
    KINDS,
    OPROEP,
    OPROEPEN,
    UITNODIGING,
    WAARSCHUWING,
    Verloop,
    verloop_of,
)

ZONE = ZoneInfo("Europe/Amsterdam")
TERM = 14  # days, of the invented municipality


def moment(on: date, hour: int = 10) -> datetime:
    return datetime(on.year, on.month, on.day, hour, tzinfo=ZONE)


def mandates(people: Team, kinds: tuple[str, ...] = KINDS) -> None:
    """The klantmanager may sign every letter of the ladder."""
    for soort in kinds:
        right = Besluitrecht(Rol.KLANTMANAGER, soort, "mandaatregister 2022")
        give_mandate(people.gemeente or HIER, right, van=date(2022, 1, 1))


@dataclass
class Walk:
    """One dossier, walked along by one official."""

    actor: Actor
    dossier: Dossier
    clock: int = 0

    def at(self, on: date) -> datetime:
        """A moment of a day, later than the one before."""
        self.clock += 1
        return moment(on, 12) + timedelta(minutes=self.clock)

    def record(self, soort: str, told: dict[str, Any], on: date) -> None:
        with as_actor(self.actor):
            record(self.dossier.pk, soort, told, on=on, at=self.at(on))

    def fresh(self) -> Dossier:
        return Dossier.objects.select_related("gemeente", "persoon").get(pk=self.dossier.pk)

    def stand(self, on: date) -> Stand:
        with as_actor(self.actor):
            return stand_of(self.fresh(), on=on)

    def verloop(self) -> Verloop:
        with as_actor(self.actor):
            return verloop_of(self.dossier, Afspraak.objects.filter(dossier=self.dossier))

    def step(self, on: date) -> Stap:
        return next_step(self.stand(on), self.verloop())

    def planned(
        self, kind: str, on: date, *, place: str = "Raadhuisplein 1", gronden: Gronden = CARRYING
    ) -> Besluit:
        """The appointment in a week and its letter, proposed."""
        talk_on = on + timedelta(days=7)
        talk: dict[str, Any] = {
            "onderwerp": "Gesprek voor de brede intake",
            "begint_at": moment(talk_on),
            "eindigt_at": moment(talk_on, 11),
            "plaats": place,
            "tolk": "professioneel",
            "tolk_taal": "Tigrinya",
        }
        sent = self.stand(on).fact("oproepen_verstuurd") or 0
        values: dict[str, Any] = {"dag": talk_on, "tijd": "10.00 uur", "plaats": place}
        if kind != UITNODIGING:
            values |= {"oproepen": sent + 1, "laatste_dag": on + timedelta(days=TERM)}
        if kind == WAARSCHUWING:
            values["motivering"] = "U gaf geen reden."
        if kind in KINDS[2:]:
            values["gedraging"] = "U kwam niet naar het gesprek."
        with as_actor(self.actor):
            chosen = Plan(kind, values, talk, gronden)
            return plan(self.dossier.pk, chosen, on=on, at=self.at(on))

    def ask(self, kind: str, on: date, **more: Any) -> None:
        """The letter goes out on that day."""
        made = self.planned(kind, on, **more)
        with as_actor(self.actor):
            acts.sign(made.pk, on=on, at=self.at(on))
            proof = Bewijs(aan="Selam Tesfay", plaats="de balie")
            acts.send(made.pk, HAND, proof, on=on, at=self.at(on))

    def tell(self, uitkomst: Uitkomst, on: date, reden: str = "") -> None:
        """How the last summons went."""
        asked = self.verloop().laatste
        assert asked is not None
        with as_actor(self.actor):
            judge(self.dossier.pk, asked, Oordeel(uitkomst, reden), on=on, at=self.at(on))

    def miss(self, on: date) -> date:
        """Told after the term: did not come, without a good reason; the day of telling."""
        day = on + timedelta(days=TERM + 1)
        self.tell(Uitkomst.NIET, day)
        return day


def asked_dossier(people: Team) -> Dossier:
    """Somebody who missed a first summons, and was warned and summoned again a day ago."""
    mandates(people, OPROEPEN)
    actor, home, first = people[Rol.KLANTMANAGER], date(2026, 9, 1), date(2026, 9, 15)
    walk = Walk(actor, notified(actor, "Samir Aziz", home, home))
    walk.ask(OPROEP, first)
    walk.ask(WAARSCHUWING, walk.miss(first))
    return walk.dossier
