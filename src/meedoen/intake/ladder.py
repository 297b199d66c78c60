"""Where somebody stands on the ladder of summonses, what comes next, and why (Wi 14).

The rules say it. Where they cannot, because a fact is missing, the page says what is certain
already: nothing here decides what the rules do not know.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier
from meedoen.intake.treden import DERDE, OPROEP, UITNODIGING, WAARSCHUWING, Gevraagd, Verloop
from meedoen.law.loader import law_for
from meedoen.law.presentation import first_up, in_words
from meedoen.rules.choices_intake import VolgendeStap
from meedoen.rules.column import Kind
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding
from meedoen.rules.oproep import volgende_stap, voltooien_in_afwezigheid, waarschuwing_nodig
from meedoen.rules.oproep_termijn import (
    kwam_en_werkte_mee,
    laatste_dag_termijn,
    schoot_tekort,
    termijn_voorbij,
)
from meedoen.rules.opvang import alleen_uitnodiging
from meedoen.rules.parameters import Law

STEP = "oproep.volgende_stap"
LETTERS: Mapping[VolgendeStap, str] = {
    VolgendeStap.UITNODIGEN: UITNODIGING,
    VolgendeStap.OPROEPEN: OPROEP,
    VolgendeStap.OPNIEUW_OPROEPEN: OPROEP,
    VolgendeStap.WAARSCHUWEN_EN_TWEEDE_OPROEP: WAARSCHUWING,
    VolgendeStap.BOETE_EN_TWEEDE_OPROEP: WAARSCHUWING,
    VolgendeStap.DERDE_OPROEP: DERDE,
    VolgendeStap.BOETE_EN_DERDE_OPROEP: DERDE,
}
FINES = {
    VolgendeStap.BOETE_EN_TWEEDE_OPROEP,
    VolgendeStap.BOETE_EN_DERDE_OPROEP,
    VolgendeStap.BOETE_EN_VOLTOOIEN,
}
ABSENT = {VolgendeStap.VOLTOOIEN, VolgendeStap.BOETE_EN_VOLTOOIEN}
GONE = lazy("Deze persoon is overleden. Vraag of roep niemand meer op.")
MOVED = lazy("Deze persoon woont niet meer in uw gemeente. De nieuwe gemeente doet de intake.")
CLOSED = lazy("Deze zaak is gesloten.")
NO_HOME = lazy(
    "Wij weten niet of deze persoon al een huis heeft in uw gemeente. Tot dan kunt u alleen "
    "uitnodigen. Heeft hij een huis? Leg dan eerst de inschrijving vast."
)
NOT_SUMMONED = lazy("Er is nog geen oproep verstuurd. Begin met de eerste oproep.")
DONE = lazy("De brede intake is klaar. Er is geen oproep meer nodig.")


@dataclass(frozen=True)
class Stap:
    """The next step: in words, the rule that says so, and what does it.

    `brief`: the kind of letter to make. `uitkomst`: how the last time went must be told first.
    `gesprek`: the talk can be held. `boete`: a fine may come with it, which is for the jurist.
    """

    words: str
    rule: str = STEP
    brief: str = ""
    uitkomst: bool = False
    gesprek: bool = False
    afwezig: bool = False
    boete: bool = False


@dataclass(frozen=True)
class Stand:
    """The facts of a dossier on a day and the law of its municipality."""

    facts: Facts
    law: Law

    def yes(self, rule: Any) -> bool:
        """Whether a rule certainly says so."""
        return rule(self.facts, self.law).value.plain() is True

    def no(self, rule: Any) -> bool:
        """Whether a rule certainly says not."""
        return rule(self.facts, self.law).value.plain() is False

    def fact(self, name: str) -> Any:
        """What is known of one fact; None: not known."""
        return self.facts.row().get(name)


def stand_of(dossier: Dossier, *, on: date) -> Stand:
    """What is known now, in one read."""
    law = law_for(dossier.gemeente.stelsel, dossier.gemeente_id)
    return Stand(facts_of([dossier.pk], on=on).facts, law)


def refusal_of(stand: Stand) -> str:
    """Why nobody is to be asked any more, in words for the screen; "" where that can be."""
    if stand.fact("overleden"):
        return str(GONE)
    if stand.fact("zaak_geeindigd_op") is not None:
        return str(CLOSED)
    if stand.fact("ingezetene") is False:
        return str(MOVED)
    return str(DONE) if stand.fact("intake_voltooid") else ""


def refusal_to_send(kind: str, stand: Stand) -> str:
    """Why this letter of the ladder cannot go out now, in words for the screen; "" where it can.

    What its own demands refuse is not repeated here. A dossier that does not say whether somebody
    has a home is read as if he has none (R02.15).
    """
    if kind == UITNODIGING:
        return refusal_of(stand)
    if not stand.no(alleen_uitnodiging):
        return refusal_of(stand) or str(NO_HOME)
    if kind in {WAARSCHUWING, DERDE} and not stand.fact("oproepen_verstuurd"):
        return refusal_of(stand) or str(NOT_SUMMONED)
    return refusal_of(stand)


def next_step(stand: Stand, verloop: Verloop) -> Stap:
    """What comes next; refusals (`refusal_of`) come before this."""
    said = volgende_stap(stand.facts, stand.law).value
    stap = said.plain()
    if not isinstance(stap, VolgendeStap):
        return _certain(stand, verloop)
    words = first_up(in_words(stap, said.kind))
    if stap is VolgendeStap.TERMIJN_LOOPT:
        return _term_runs()
    return Stap(
        words,
        brief=LETTERS.get(stap, ""),
        gesprek=stap is VolgendeStap.AFNEMEN,
        afwezig=stap in ABSENT,
        boete=stap in FINES,
    )


def _certain(stand: Stand, verloop: Verloop) -> Stap:
    """What can be done while the rules do not know all of it."""
    if not stand.no(alleen_uitnodiging):
        return Stap(_("Alleen uitnodigen"), "opvang.alleen_uitnodiging", brief=UITNODIGING)
    if not verloop.oproepen and not stand.fact("oproepen_verstuurd"):
        return Stap(_("Oproepen"), "opvang.alleen_uitnodiging", brief=OPROEP)
    if stand.yes(kwam_en_werkte_mee):
        words = _("De brede intake afnemen")
        return Stap(words, "oproep_termijn.kwam_en_werkte_mee", gesprek=True)
    if stand.fact("goede_reden"):
        words = _("Opnieuw oproepen: deze oproep telt niet mee")
        return Stap(words, "oproep_termijn.oproepen_die_tellen", brief=OPROEP)
    return _after_falling_short(stand) if stand.yes(schoot_tekort) else _to_tell(stand)


def _to_tell(stand: Stand) -> Stap:
    """The last summons waits for its end, or for somebody who tells how it went."""
    if stand.no(termijn_voorbij):
        return _term_runs()
    return Stap(_("Vastleggen hoe het ging"), "oproep_termijn.schoot_tekort", uitkomst=True)


def _after_falling_short(stand: Stand) -> Stap:
    """The summons was missed; whether a fine comes with the next step is not known yet."""
    if stand.yes(waarschuwing_nodig):
        words = _("Waarschuwen en voor de tweede keer oproepen")
        return Stap(words, "oproep.waarschuwing_nodig", brief=WAARSCHUWING)
    if stand.yes(voltooien_in_afwezigheid):
        words = _("De brede intake voltooien in afwezigheid")
        return Stap(words, "oproep.voltooien_in_afwezigheid", afwezig=True, boete=True)
    return Stap(_("Voor de derde keer oproepen"), "oproep.boete_mogelijk", brief=DERDE, boete=True)


def _term_runs() -> Stap:
    """Somebody can still come; after the talk its outcome can be told."""
    return Stap(
        _("Wachten: de termijn van de oproep loopt nog"),
        "oproep_termijn.termijn_voorbij",
        uitkomst=True,
    )


def open_question(asked: Gevraagd | None, stand: Stand) -> bool:
    """Whether the outcome of the last time can be told or told otherwise."""
    if asked is None or refusal_of(stand):
        return False
    return asked.is_oproep or asked.afspraak is not None


def term_over(stand: Stand) -> bool:
    """Whether the term of the last summons is certainly over."""
    return stand.yes(termijn_voorbij)


def last_day_of_term(stand: Stand, *, on: date) -> date | None:
    """The last day of a term that begins today, by the choice of the municipality; or None."""
    facts = Facts.of(on, {"laatste_oproep_op": on, "oproep_in_boetebesluit": False})
    found = laatste_dag_termijn(facts, stand.law).value.plain()
    return found if isinstance(found, date) else None


def in_absence(stand: Stand) -> Finding:
    """Whether the college completes the intake without the person (R03.09)."""
    return voltooien_in_afwezigheid(stand.facts, stand.law)


def answer(found: Finding) -> str:
    """What a finding says, as a sentence."""
    return f"{first_up(found.text)}: {in_words(found.value.plain(), Kind.ANSWER)} ({found.basis})."
