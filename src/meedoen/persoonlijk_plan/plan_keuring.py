"""What the rules say of a draft before it is proposed: what is missing, not known, or not allowed.

Refused is only what no law allows. What is missing asks a reason; what is not known is told.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from meedoen.accounts.huisstijl import in_own_words
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier
from meedoen.law.brief_eis import ASK, REFUSE
from meedoen.law.loader import law_for
from meedoen.law.plain_text import to_plain_json
from meedoen.law.presentation import first_up
from meedoen.persoonlijk_plan import vve
from meedoen.persoonlijk_plan.inhoud import (
    als_gemeld,
    als_in_plan,
    brief_of,
    heeft_intensiteit,
    veranderd,
)
from meedoen.persoonlijk_plan.plan_tables import Plan
from meedoen.rules.afschalen import (
    mag_lezen_afschalen,
    mag_luisteren_afschalen,
    mag_schrijven_afschalen,
    mag_spreken_afschalen,
)
from meedoen.rules.catalogue import rule_named
from meedoen.rules.choices import Leerroute, Niveau
from meedoen.rules.column import Plain
from meedoen.rules.facts import Facts
from meedoen.rules.inhoud_plan import plan_compleet
from meedoen.rules.logic import Finding
from meedoen.rules.melding_pip import duo_neemt_pip_aan
from meedoen.rules.ontzorgen import valt_onder_ontzorgen
from meedoen.rules.parameters import Law
from meedoen.rules.wijziging_plan import mag_leerroute_wijzigen

Rule = Callable[[Facts, Law], Finding]
MAG_A2: Mapping[str, Rule] = {
    "lezen": mag_lezen_afschalen,
    "luisteren": mag_luisteren_afschalen,
    "schrijven": mag_schrijven_afschalen,
    "spreken": mag_spreken_afschalen,
}
DUO, COMPLEET = "melding_pip.duo_neemt_pip_aan", "inhoud_plan.plan_compleet"


@dataclass(frozen=True)
class Punt:
    """One thing the rules say of the draft: in words, its article, and what is still to ask whom.

    `tekst` is Dutch where it is a text of the law (`wet`), else in the language of the reader.
    """

    tekst: str
    artikel: str
    vragen: tuple[tuple[str, str], ...] = ()
    wet: bool = True


@dataclass(frozen=True)
class Keuring:
    """What the rules say of a draft on a day.

    `weigert`: no law allows it so. `ontbreekt`: the law asks it, and it is not written yet.
    `onbekend`: what nobody told yet, with who can. `reden`: rules from which a proposal deviates.
    """

    weigert: tuple[Punt, ...]
    ontbreekt: tuple[Punt, ...]
    onbekend: tuple[Punt, ...]
    reden: tuple[str, ...]
    waarom_reden: tuple[Punt, ...]
    ontzorgen: bool | None
    asiel: bool | None

    @property
    def vraagt_reden(self) -> bool:
        """Whether a proposal must say why it goes on all the same."""
        return bool(self.ontbreekt or self.reden)


@dataclass(frozen=True)
class _Draft:
    """A draft with what is known of its person: as if it stood, and as things stand now."""

    plan: Plan
    known: Mapping[str, Plain]
    als: Facts
    nu: Facts
    law: Law


def keur(plan: Plan, dossier: Dossier, *, on: date, voor: Plan | None = None) -> Keuring:
    """Look at a draft as if its letter went out today; `voor`: the version that holds now.

    Errors: LawError.
    """
    known = facts_of([dossier.pk], on=on).facts.row()
    here = {**known, **als_in_plan(plan), **als_gemeld(plan, known, on=on)}
    if "dagtekening_eerste_pip" not in known and plan.soort == Plan.Soort.EERSTE:
        here["dagtekening_eerste_pip"] = on
    wish: dict[str, Plain] = {}
    if plan.leerroute:
        wish["gewenste_leerroute"] = Leerroute(plan.leerroute)
    law = law_for(dossier.gemeente.stelsel, dossier.gemeente_id)
    draft = _Draft(plan, known, Facts.of(on, here), Facts.of(on, {**known, **wish}), law)
    found = [*_whole(draft), *_duo(draft), *_change(draft), *_scaled(draft)]
    asked, eisen = _eisen(draft)
    doelgroep = known.get("doelgroep")
    return Keuring(
        weigert=(*_no_route(plan), *_no_change(plan, voor), *_of("nee", found), *eisen),
        ontbreekt=(*_of("ontbreekt", found), *_kinderen(vve.wat_ontbreekt(plan)), *_own(plan)),
        onbekend=(*_of("onbekend", found), *_kinderen(vve.wat_onbekend(plan))),
        reden=tuple(name for name, _punt in asked),
        waarom_reden=tuple(punt for _name, punt in asked),
        ontzorgen=_plain(valt_onder_ontzorgen(draft.nu, law)),
        asiel=None if doelgroep is None else getattr(doelgroep, "name", "") == "ASIELSTATUSHOUDER",
    )


Said = tuple[str, Punt]


def _of(kind: str, found: list[Said]) -> Iterator[Punt]:
    return (punt for each, punt in found if each == kind)


def _whole(draft: _Draft) -> Iterator[Said]:
    """Wi 15: the parts that are not written. Hours of who has no right to them are refused."""
    for part in plan_compleet(draft.als, draft.law).parts:
        answer = _plain(part)
        if answer is None:
            yield "onbekend", _punt(part, draft.als)
        elif answer is False:
            too_much = part.basis == "Wi 15:2" and heeft_intensiteit(draft.plan)
            yield ("nee" if too_much else "ontbreekt"), _punt(part, draft.als)


def _duo(draft: _Draft) -> Iterator[Said]:
    """DUO's own conditions: what DUO would refuse, is not sent."""
    if not draft.plan.leerroute:
        return
    for part in duo_neemt_pip_aan(draft.als, draft.law).parts:
        answer = _plain(part)
        if answer is not True:
            reason = part if answer is None else _why_not(part)
            yield ("onbekend" if answer is None else "nee"), _punt(reason, draft.als)


def _why_not(found: Finding) -> Finding:
    """The condition that was not met; of several ways the last, which asks most."""
    failed = [part for part in found.parts if _plain(part) is False]
    if not failed:
        return found
    return _why_not(failed[-1] if len(failed) == len(found.parts) else failed[0])


def _change(draft: _Draft) -> Iterator[Said]:
    """Wi 17:2, Bi 5.4: another leerroute than the one that holds now."""
    holds = draft.known.get("leerroute")
    wish = draft.plan.leerroute
    if draft.plan.soort == Plan.Soort.EERSTE or not wish or holds in (None, Leerroute(wish)):
        return
    for part in mag_leerroute_wijzigen(draft.nu, draft.law).parts:
        if (answer := _plain(part)) is not True:
            yield ("nee" if answer is False else "onbekend"), _punt(part, draft.nu)


def _scaled(draft: _Draft) -> Iterator[Said]:
    """Wi 17:3: parts of the exam at A2."""
    plan = draft.plan
    for each in plan.a2:
        found = MAG_A2[each](draft.als, draft.law)
        if (answer := _plain(found)) is not True:
            yield ("nee" if answer is False else "onbekend"), _punt(found, draft.als)
    b1 = plan.leerroute == Leerroute.B1_ROUTE.value
    if b1 and plan.niveau == Niveau.A2.value and not plan.a2 and plan.soort != Plan.Soort.EERSTE:
        text = _("Niveau A2 kan alleen als ten minste één onderdeel op A2 mag.")
        yield "nee", Punt(text, "Wi 17:3", wet=False)


def _no_route(plan: Plan) -> Iterator[Punt]:
    if not plan.leerroute:
        text = _("Er is nog geen keuze voor de leerroute, of een collega kijkt nog mee.")
        yield Punt(text, "Wi 15:1a", wet=False)


def _no_change(plan: Plan, voor: Plan | None) -> Iterator[Punt]:
    if plan.soort == Plan.Soort.WIJZIGING and not veranderd(plan, voor):
        text = _("Er verandert nog niets. Verander het plan, of schrijf op wat er verandert.")
        yield Punt(text, "Wi 17", wet=False)


def _kinderen(texts: Iterator[str]) -> Iterator[Punt]:
    """Wi 15:1d: what is said of a child of the plan."""
    return (Punt(text, vve.ARTIKEL, wet=False) for text in texts)


def _own(plan: Plan) -> Iterator[Punt]:
    """A besluit gives its reasons, whatever it decides (Awb 3:46)."""
    if not plan.motivering:
        yield Punt(_("De motivering staat er nog niet in."), "Awb 3:46", wet=False)


def _eisen(draft: _Draft) -> tuple[list[tuple[str, Punt]], list[Punt]]:
    """What the letter asks of rules: those that ask a reason (by name), and those that refuse."""
    asked, refused = [], []
    for eis in brief_of(draft.plan).eisen:
        found = rule_named(eis.regel).rule(draft.nu, draft.law)
        verdict = eis.verdict(to_plain_json(found.value.plain()))
        punt = Punt(eis.waarom, found.basis)
        if verdict == REFUSE:
            refused.append(punt)
        elif verdict == ASK:
            asked.append((eis.regel, punt))
    return asked, refused


def _punt(found: Finding, facts: Facts) -> Punt:
    named = (Facts.named(name) for name in sorted(found.open_facts(facts.known())))
    asks = tuple(
        (first_up(fact.meaning), in_own_words(fact.source.value)) for fact in named if fact
    )
    return Punt(first_up(found.text), found.basis, asks)


def _plain(found: Finding) -> bool | None:
    value = found.value.plain()
    return value if isinstance(value, bool) else None
