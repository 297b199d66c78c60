"""Somebody who walks at random from DUO's notice to a changed plan, through the actions.

On a real database, beside a pretend DUO. What must always hold, is held after every step.
"""

from collections import Counter
from contextlib import suppress
from datetime import date
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from tests.berichten.plan_scene import filled, met
from tests.dossier.makers import HIER, ON, Team
from tests.persoonlijk_plan.planned import HELE, KM, TL
from tests.rules.second_reading import persoonlijk_plan as second
from tests.rules.test_second_reading import word_of

from meedoen.accounts.scope import as_actor
from meedoen.adapters.pretend_duo.persoon import Step
from meedoen.berichten.asking import duo_actor
from meedoen.berichten.melding_round import tell_next
from meedoen.berichten.melding_tables import Melding, Meldingstand
from meedoen.dossier.actions.besluiten import send, sign
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.verify import verify_chains, verify_stand
from meedoen.intake.oordeel import Uitkomst
from meedoen.law.loader import law_for
from meedoen.persoonlijk_plan.actions import Keuze, Oordeel, choose, judge, look_along
from meedoen.persoonlijk_plan.models import Leerroutekeuze, Plan
from meedoen.persoonlijk_plan.plan_actions import PlanError, propose_plan, save_plan
from meedoen.rules.choices import Leerroute
from meedoen.rules.facts import Facts
from meedoen.rules.persoonlijk_plan import uiterste_dag

# what DUO can tell of somebody while the plan is made, and how the pretend DUO lives it
EVENTS = ("doelgroep", "lbt_aanmelding", "verlenging_gevraagd", "examen")
FIELDS: dict[str, dict[str, Any]] = {
    "examen": {"onderdeel": "LE", "niveau": "A2", "resultaat": "Geslaagd"}
}


class Trajectory(RuleBasedStateMachine):
    """One person, from the notice of DUO; the class has the officials and DUO of its test."""

    people: Team
    duo_beside: Any
    seen: Counter[str]

    @initialize()
    def begins(self) -> None:
        """DUO tells of somebody; here and not when made, for Hypothesis makes one more."""
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.met = met(self.people, self.duo_beside())
        self.first: date | None = None  # the date on the first plan: the term rests on it
        self.met.hear("SS139")

    def teardown(self) -> None:
        if not hasattr(self, "atomic"):
            return
        try:
            assert not [*verify_chains(), *verify_stand()]
            assert not self.met.duo.place.journal.remarks
        finally:
            transaction.set_rollback(True)
            self.atomic.__exit__(None, None, None)

    # what happens

    @rule(days=st.integers(1, 25))
    def days_go_by(self, days: int) -> None:
        self.met.days_pass(days)

    @precondition(lambda self: not self.met.known().get("gehuisvest"))
    @rule()
    def finds_a_home(self) -> None:
        told = {"gehuisvest": True, "vestiging_in_gemeente_op": ON, "ingeschreven_op": self.met.on}
        self.met.walk.record("ingeschreven", told, self.met.on)

    @rule(waits=st.booleans())
    def waits_for_another(self, *, waits: bool) -> None:
        self.met.walk.record("informatie_van_derde_nodig", {"wacht_op_derde": waits}, self.met.on)

    @precondition(lambda self: self.met.known().get("wacht_op_derde"))
    @rule()
    def hears_from_the_other(self) -> None:
        self.met.walk.record("informatie_ontvangen", {}, self.met.on)

    @precondition(lambda self: not self.met.known().get("intake_voltooid"))
    @rule(comes=st.booleans())
    def is_summoned(self, *, comes: bool) -> None:
        """By the next letter of the ladder, as far as it may go; then how it went is told."""
        stap = self.met.walk.step(self.met.on)
        if not stap.brief:
            return
        with suppress(DiaryError):
            self.met.walk.ask(stap.brief, self.met.on)
            self.met.days_pass(15)
            if self.met.walk.verloop().oproepen:
                self.met.walk.tell(Uitkomst.MEEGEWERKT if comes else Uitkomst.NIET, self.met.on)

    @rule(event=st.sampled_from(EVENTS))
    def duo_tells(self, event: str) -> None:
        """Something happens at DUO; its notice is read, and DUO is asked."""
        person = self.met.duo.place.person
        person.plan(Step(self.met.on, event, FIELDS.get(event, {})))
        self.met.duo.place.world.pull(person)
        self.met.hear(person.gebeurtenissen[-1][1])

    # what officials do

    @rule(
        steps=st.integers(2, 6),
        route=st.sampled_from(tuple(Leerroute)),
        niveau=st.sampled_from(("B1", "A2", "B2", "")),
        changes=st.booleans(),
    )
    def go_on(self, steps: int, route: Leerroute, niveau: str, *, changes: bool) -> None:
        """What usually comes next: a home, a choice, a draft, its letter, telling DUO; a change."""
        for _ in range(steps):
            plans = self.met.plans()
            if not self.met.known().get("gehuisvest"):
                self.finds_a_home()
            elif not plans.leerroute:
                self.chooses(route, agreed=True)
            elif plans.concept is not None:
                self.proposes_and_sends()
            elif plans.geldt is None or changes:
                self.writes(niveau, 12, 600)
            else:
                self.the_worker_tells()

    @rule(route=st.sampled_from(tuple(Leerroute)), agreed=st.booleans())
    def chooses(self, route: Leerroute, *, agreed: bool) -> None:
        """An own judgement, the choice, and where it must a second look by another."""
        able = route is not Leerroute.ZELFREDZAAMHEIDSROUTE
        oordeel = Oordeel(
            route,
            "past",
            grote_kans_op_diploma=route is Leerroute.ONDERWIJSROUTE,
            redelijkerwijs_niet_in_staat=not able,
            kan_wel_maar_wil_niet=False,
        )
        with suppress(DiaryError), as_actor(self.people[KM]):
            judge(self.met.dossier.pk, oordeel, on=self.met.on, at=self.met.at())
        last = self.met.round()
        if last is None:
            return
        if not last.keuze:
            chosen = Keuze(route, "zo past het beter", "daarover spraken wij")
            with suppress(DiaryError), as_actor(self.people[KM]):
                last = choose(last.pk, chosen, versie=last.versie, on=self.met.on, at=self.met.at())
        if last.blik == Leerroutekeuze.Blik.NODIG:
            with as_actor(self.people[TL]):
                look_along(
                    last.pk,
                    eens=agreed,
                    reden="" if agreed else "Kijk nog eens.",
                    versie=last.versie,
                    on=self.met.on,
                    at=self.met.at(),
                )

    @rule(
        niveau=st.sampled_from(("A2", "B1", "B2", "")),
        uren=st.sampled_from((None, 12)),
        totaal=st.sampled_from((None, 600)),
        stale=st.sampled_from((False, False, True)),
    )
    def writes(
        self, niveau: str, uren: int | None, totaal: int | None, *, stale: bool = False
    ) -> None:
        told = HELE | {"niveau": niveau, "uren": uren, "uren_totaal": totaal}
        told |= {"intensiteit": "In de ochtend" if uren else ""}
        seen = self.met.plans().concept
        versie = (seen.versie if seen else 0) + stale
        with as_actor(self.people[KM]):
            save = partial(
                save_plan,
                self.met.dossier.pk,
                told,
                versie=versie,
                on=self.met.on,
                at=self.met.at(),
            )
            if stale:
                with pytest.raises(StaleError):
                    save()
            else:
                save()

    @rule()
    def proposes_and_sends(self) -> None:
        """What no law allows is refused with its reason, and then nothing is kept of it."""
        concept, before = self.met.plans().concept, self.met.lines()
        if concept is None:
            return
        refused = self._sent(concept.versie)
        self.seen["refused" if refused else concept.soort] += 1
        if refused is None:
            self._sent_is_legal()
            return
        assert refused.keuring.weigert
        assert str(refused)
        assert self.met.lines() == before

    def _sent(self, versie: int) -> PlanError | None:
        """Proposed, signed and sent in one go; the refusal, where there is one."""
        when: dict[str, Any] = {"on": self.met.on, "at": self.met.at()}
        try:
            with as_actor(self.people[KM]), transaction.atomic():
                made = propose_plan(self.met.dossier.pk, "Dit past nu.", versie=versie, **when)
                sign(made.pk, **when)
                send(made.pk, "post", **when)
        except PlanError as refused:
            return refused
        return None

    def _sent_is_legal(self) -> None:
        known = self.met.known()
        plan = self.met.plans().geldt
        assert plan is not None
        assert known["gehuisvest"] is True
        assert plan.leerroute == word_of(known["leerroute"])
        last = self.met.round()
        assert last is not None
        assert last.af
        assert not (plan.niveau == "A2" and plan.leerroute == Leerroute.ONDERWIJSROUTE.value)
        if plan.soort == Plan.Soort.EERSTE:
            assert self.first is None
            self.first = self.met.on

    @rule()
    def the_worker_tells(self) -> None:
        for _ in range(4):
            if not tell_next(HIER, on=self.met.on, at=self.met.at()):
                break
        with as_actor(duo_actor(HIER)):
            refused = Melding.objects.filter(stand=Meldingstand.AFGEWEZEN)
            assert not [each.redenen for each in refused]
            self.seen["told"] += Melding.objects.filter(stand=Meldingstand.BEVESTIGD).count()
            still = Melding.objects.exclude(stand=Meldingstand.BEVESTIGD).exists()
        plan = self.met.plans().geldt
        if plan is not None and not still:
            assert self.met.duo.plans()[-1][1] == plan.leerroute[0].upper()
        person = self.met.duo.place.person
        if person.pips and not person.termijn:
            self.met.days_pass(1)
            self.met.duo.place.world.pull(person)
            self.met.hear("SS102")

    # what always holds

    @invariant()
    def the_clock_is_that_of_the_second_reading(self) -> None:
        known = self.met.known()
        law = law_for("wi2021", HIER)
        said = uiterste_dag(Facts.of(self.met.on, known), law).value.plain()
        if said is None:
            return
        person: Any = SimpleNamespace(**filled(known), today=self.met.on)
        assert second.uiterste_dag(person) == said

    @invariant()
    def the_term_never_begins_again(self) -> None:
        known = self.met.known()
        assert known.get("dagtekening_eerste_pip") == self.first
