"""Random actions on random days along the ladder: no illegal state, every refusal has its reason.

Pure: the letters give their facts, the judgements theirs; what the rules say must be what the
second reading says, also while facts are missing: then of every way to fill them in.
"""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.rules.second_reading import oproep as second
from tests.rules.test_second_reading import word_of

from meedoen.intake.ladder import Stand, answer, in_absence, next_step, refusal_of, refusal_to_send
from meedoen.intake.oordeel import Oordeel, Uitkomst, told_by
from meedoen.intake.treden import (
    DERDE,
    KINDS,
    OPROEP,
    TREDEN,
    UITNODIGING,
    WAARSCHUWING,
    Gevraagd,
    Verloop,
)
from meedoen.law.brief_eis import REFUSE
from meedoen.law.brief_file import brief_kinds
from meedoen.law.loader import law_for
from meedoen.law.plain_text import to_plain_json
from meedoen.law.register import checked, register
from meedoen.rules.catalogue import rule_named
from meedoen.rules.choices import Verblijfsrecht
from meedoen.rules.facts import Facts
from meedoen.rules.oproep import volgende_stap

START = date(2026, 3, 2)
LAW = law_for("wi2021", 9999)
# How what nobody told yet may turn out; each certain answer must hold for all of these.
WAYS: tuple[dict[str, Any], ...] = (
    {"verwijtbaar": False, "kwam_op_oproep": False, "werkte_voldoende_mee": False},
    {"verwijtbaar": True, "kwam_op_oproep": True, "werkte_voldoende_mee": True},
    {"verwijtbaar": True, "kwam_op_oproep": False, "goede_reden": True},
)
NOTHING_YET: dict[str, Any] = {
    "oproepen_verstuurd": 0,
    "oproepen_met_goede_reden": 0,
    "termijn_oproep_tot": START,
    "goede_reden": False,
    "bijstand_verlaagd_om_gedraging": False,
    "schriftelijk_gewaarschuwd": False,
    "oproep_in_boetebesluit": False,
    "eerste_boete_intake_opgelegd": False,
    "tweede_boete_intake_opgelegd": False,
    "intake_voltooid": False,
    "laatste_oproep_op": START,
    "gehuisvest": False,
    "verwijtbaar": False,
    "kwam_op_oproep": False,
    "werkte_voldoende_mee": False,
}


class Ladder(RuleBasedStateMachine):
    """One person, from the koppeling until the intake is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.on = START
        self.facts: dict[str, Any] = {"verblijfsrecht": Verblijfsrecht.ASIEL, "gehuisvest": False}
        self.verloop = Verloop([], [])

    @property
    def stand(self) -> Stand:
        known = {name: value for name, value in self.facts.items() if value is not None}
        return Stand(Facts.of(self.on, known), LAW)

    @property
    def counting(self) -> int:
        return sum(not each.goede_reden for each in self.verloop.oproepen)

    def _open(self) -> bool:
        return not refusal_of(self.stand)

    @rule(days=st.integers(1, 20))
    def days_go_by(self, days: int) -> None:
        self.on += timedelta(days=days)

    @rule()
    def finds_a_home(self) -> None:
        self.facts["gehuisvest"] = True

    @precondition(_open)
    @rule(kind=st.sampled_from(KINDS), fits=st.booleans())
    def sends(self, kind: str, *, fits: bool) -> None:
        """Any letter, or the one that the page proposes; the law refuses some."""
        proposed = next_step(self.stand, self.verloop).brief
        self._send(proposed if fits and proposed else kind)

    def _send(self, kind: str) -> None:
        brief, stand = brief_kinds()[kind], self.stand
        if refusal_to_send(kind, stand):
            assert kind != UITNODIGING
            return
        for eis in brief.eisen:
            said = rule_named(eis.regel).rule(stand.facts, LAW).value.plain()
            if eis.verdict(to_plain_json(said)) == REFUSE:
                assert eis.waarom
                assert kind != UITNODIGING
                return
        # a warning and a third summons follow on one that was missed; before the home nothing does
        assert kind == UITNODIGING or self.facts["gehuisvest"]
        assert kind not in {WAARSCHUWING, DERDE} or self.verloop.oproepen
        sent = len(self.verloop.oproepen)
        values = {"oproepen": sent + 1, "laatste_dag": self.on + timedelta(days=14)}
        place = 0 if kind == UITNODIGING else min(self.counting + 1, 3)
        self.facts |= brief.facts_on(values, self.on)
        self.verloop.gevraagd.append(Gevraagd(TREDEN[place], self.on))

    @precondition(lambda self: self._open() and self.verloop.oproepen)
    @rule(uitkomst=st.sampled_from(tuple(Uitkomst)))
    def tells(self, uitkomst: Uitkomst) -> None:
        """How the last summons went, in what the register allows."""
        asked = self.verloop.oproepen[-1]
        for soort, told in list(told_by(Oordeel(uitkomst), self.stand)):
            known = {name: each for name, each in self.facts.items() if each is not None}
            feiten = checked(register()[soort], told, self.on, known=known).feiten
            self.facts |= feiten
            asked.goede_reden = self.facts.get("goede_reden")

    @precondition(lambda self: self._open() and self.counting > 1)
    @rule(second_one=st.booleans())
    def is_fined(self, *, second_one: bool) -> None:
        self.facts["verwijtbaar"] = True
        self.facts["eerste_boete_intake_opgelegd"] = True
        self.facts["tweede_boete_intake_opgelegd"] = second_one

    @precondition(_open)
    @rule()
    def is_closed_without_the_person(self) -> None:
        """Only after three that count; else the finding tells why not."""
        found = in_absence(self.stand)
        if found.value.plain() is not True:
            assert "Wi 14:2" in answer(found)
            return
        assert self.counting >= 3
        assert self.on >= self.facts["termijn_oproep_tot"]
        self.facts["intake_voltooid"] = True

    @invariant()
    def the_next_step_is_legal(self) -> None:
        if not self._open():
            assert refusal_of(self.stand)
            return
        step = next_step(self.stand, self.verloop)
        assert step.words
        if not self.facts["gehuisvest"]:
            assert step.brief in {UITNODIGING, ""}
        if step.afwezig:
            assert self.counting >= 3
        if step.brief in {WAARSCHUWING, DERDE}:
            assert self.verloop.oproepen
        if step.brief == OPROEP:
            assert not self.verloop.oproepen or self.facts.get("goede_reden")

    @invariant()
    def what_is_excused_never_counts(self) -> None:
        told = self.facts.get("oproepen_met_goede_reden") or 0
        assert 0 <= told <= len(self.verloop.oproepen)
        assert told == sum(bool(each.goede_reden) for each in self.verloop.oproepen)

    @invariant()
    def the_second_reading_says_the_same(self) -> None:
        said = volgende_stap(self.stand.facts, LAW).value.plain()
        if said is None:
            return
        known = {name: word_of(each) for name, each in self.facts.items() if each is not None}
        for way in WAYS:
            person: Any = SimpleNamespace(**NOTHING_YET | way | known, today=self.on)
            assert second.volgende_stap(person) == word_of(said), (known, way)


TestLadder = Ladder.TestCase
TestLadder.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)
