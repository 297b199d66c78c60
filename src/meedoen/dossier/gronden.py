"""On what an official lets a letter rest: the facts it names, and the finding he deviates from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from meedoen.dossier.facts_table import facts_of, told_by, told_on
from meedoen.dossier.letters import LetterError, wrong_values
from meedoen.dossier.models import Dossier
from meedoen.dossier.receipt import Receipt, receipt
from meedoen.law.brief_eis import ASK, LET, REFUSE
from meedoen.law.brief_file import Brief
from meedoen.law.brief_variable import FEITEN, VERTALING
from meedoen.law.fact_sentence import sentence_of
from meedoen.law.loader import law_for
from meedoen.law.motivering import claims
from meedoen.law.plain_text import to_plain_json
from meedoen.law.presentation import first_up
from meedoen.law.vertaling import can_be_translated, language_among
from meedoen.rules.catalogue import rule_named
from meedoen.rules.fact import Privacy
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding
from meedoen.rules.parameters import LawError

MOTIVERING, AFGEWEKEN, REDEN = "motivering", "afgeweken_van", "afwijking"


@dataclass(frozen=True)
class Gronden:
    """What the official chose.

    `feiten`: names of facts; None: those that carry the outcome. `eigen_feiten`: a sentence per
    line. `afgeweken_van`: the rules whose outcome is not followed; `reden`: why not.
    """

    feiten: tuple[str, ...] | None = None
    eigen_feiten: str = ""
    afgeweken_van: tuple[str, ...] = ()
    reden: str = ""


CARRYING = Gronden()


@dataclass(frozen=True)
class KnownFact:
    """A fact of the receipt as a letter says it; `carries`: an outcome rests on it."""

    name: str
    text: str
    carries: bool


@dataclass(frozen=True)
class Basis:
    """What is known of a dossier for a kind of letter on a day, and what its rules say of it."""

    facts: Facts
    findings: Mapping[str, Finding]
    refused: Mapping[str, str]  # rules that cannot be asked about this day, and why not


@dataclass(frozen=True)
class Draft:
    """What is kept of a proposal: the values with the facts in words, and the receipt."""

    waarden: Mapping[str, Any]
    bon: Receipt


def basis_of(dossier: Dossier, kind: Brief, *, on: date, at: datetime | None = None) -> Basis:
    """Ask every rule of a kind; without `at` with what is known now, in one read."""
    facts = facts_of([dossier.pk], on=on, known_at=at).facts
    law = law_for(dossier.gemeente.stelsel, dossier.gemeente_id)
    findings, refused = {}, {}
    for name in kind.rules:
        try:
            findings[name] = rule_named(name).rule(facts, law)
        except LawError as error:
            refused[name] = str(error)
    return Basis(facts, findings, refused)


def known_facts(dossier: Dossier, basis: Basis, *, on: date, at: datetime) -> list[KnownFact]:
    """Every known fact that the rules of a letter used, as a sentence with its day and source."""
    known = basis.facts.row()
    carrying = _carrying(basis.findings.values())
    used = {name for found in basis.findings.values() for name in _used(found)} & known.keys()
    days = told_on(dossier.pk, on=on, known_at=at)
    named = [(name, Facts.named(name)) for name in sorted(used)]
    return [
        KnownFact(
            name,
            sentence_of(fact, known[name], days.get(name, on)),
            carries=name in carrying and fact.privacy is not Privacy.GEVOELIG,
        )
        for name, fact in named
        if fact is not None
    ]


def draft_of(
    dossier: Dossier,
    kind: Brief,
    waarden: Mapping[str, Any],
    *,
    gronden: Gronden,
    on: date,
    at: datetime,
) -> Draft:
    """What a proposal keeps. Errors: LetterError with a message per field that is not right."""
    basis = basis_of(dossier, kind, on=on, at=at)
    if basis.refused:
        raise LetterError(next(iter(basis.refused.values())))
    values = dict(waarden)
    if can_be_translated(kind.name):
        values.setdefault(VERTALING, language_of(dossier, kind))
    if kind.is_besluit and FEITEN.name not in values:
        known = known_facts(dossier, basis, on=on, at=at)
        values[FEITEN.name] = _fact_lines(known, gronden)
    told = told_by(dossier.pk, on=on, known_at=at)
    law = law_for(dossier.gemeente.stelsel, dossier.gemeente_id)
    bon = receipt(basis.facts, law, kind.rules, told_by=told, at=at)
    wrong = {
        **_wrong_values(kind, values, gronden),
        **_wrong_deviation(kind, gronden),
        **_unmet(kind, bon, gronden),
        **_still_claimed(basis, str(values.get(MOTIVERING) or ""), gronden),
    }
    if wrong:
        raise LetterError(_("De brief is nog niet af."), wrong)
    if gronden.afgeweken_van:
        bon["afwijking"] = {"regels": sorted(gronden.afgeweken_van), "reden": gronden.reden}
    return Draft(values, bon)


def language_of(dossier: Dossier, kind: Brief) -> str | None:
    """The code of a language of the person in which there is a courtesy sheet for this kind."""
    persoon = dossier.persoon
    if persoon is None or not can_be_translated(kind.name):
        return None
    return language_among([persoon.tolk_taal, *persoon.talen])


def _wrong_values(kind: Brief, values: Mapping[str, Any], gronden: Gronden) -> dict[str, str]:
    wrong = wrong_values(kind, values, afwijking=gronden.reden)
    if not values.get(FEITEN.name) and FEITEN.name in wrong:
        wrong[FEITEN.name] = _("Kies ten minste één feit, of schrijf zelf een feit op.")
    return wrong


def _fact_lines(known: Iterable[KnownFact], gronden: Gronden) -> str:
    """The chosen facts and the official's own, a line each."""
    chosen = [
        each.text
        for each in known
        if (each.carries if gronden.feiten is None else each.name in gronden.feiten)
    ]
    own = [line.strip() for line in gronden.eigen_feiten.splitlines() if line.strip()]
    return "\n".join([*chosen, *own])


def _wrong_deviation(kind: Brief, gronden: Gronden) -> dict[str, str]:
    if unknown := [name for name in gronden.afgeweken_van if name not in kind.rules]:
        return {AFGEWEKEN: _("Deze uitkomst hoort niet bij de brief: %s.") % ", ".join(unknown)}
    if gronden.reden.strip() and not gronden.afgeweken_van:
        return {AFGEWEKEN: _("Kies van welke uitkomst u afwijkt.")}
    if gronden.afgeweken_van and not gronden.reden.strip():
        return {REDEN: _("Schrijf op waarom u afwijkt.")}
    return {}


def _unmet(kind: Brief, bon: Receipt, gronden: Gronden) -> dict[str, str]:
    """Demands on the outcome of rules that are not met. Errors: LetterError for what may not be."""
    wrong = {}
    for eis in kind.eisen:
        tree = bon["regels"][eis.regel]
        verdict = eis.verdict(tree["waarde"])
        said = f"{first_up(tree['tekst'])}: {tree['waarde'] or _('onbekend')} ({tree['grond']})."
        if verdict == REFUSE:
            text = _("Deze brief kan nu niet. %(waarom)s De regels zeggen: %(uitkomst)s")
            raise LetterError(text % {"waarom": eis.waarom, "uitkomst": said})
        if verdict == ASK and eis.regel not in gronden.afgeweken_van:
            text = _("%(waarom)s De regels zeggen: %(uitkomst)s Wijkt u af? Kies die uitkomst.")
            wrong[AFGEWEKEN] = text % {"waarom": eis.waarom, "uitkomst": said}
    return wrong


def verdicts(kind: Brief, basis: Basis) -> list[tuple[str, str, str]]:
    """Per demand that is not met now: REFUSE or ASK, the rule, and why; for the form."""
    found = []
    for eis in kind.eisen:
        finding = basis.findings.get(eis.regel)
        value = None if finding is None else finding.value.plain()
        verdict = eis.verdict(to_plain_json(value))
        if verdict != LET:
            found.append((verdict, eis.regel, eis.waarom))
    return found


def _still_claimed(basis: Basis, text: str, gronden: Gronden) -> dict[str, str]:
    for rule in gronden.afgeweken_van:
        if rule in basis.findings and (said := claims(text, basis.findings, rule)):
            told = _("Hier staat nog: «%s» U wijkt daarvan af. Haal deze zin weg.")
            return {MOTIVERING: told % said}
    return {}


def _carrying(findings: Iterable[Finding]) -> frozenset[str]:
    """The facts on the branches that gave these findings their value, where they have one."""
    steps = (step.finding for found in findings for step in found.explain())
    known = (each for each in steps if each.value.plain() is not None)
    own = (
        each.value.facts.difference(*(part.value.facts for part in each.parts)) for each in known
    )
    return frozenset[str]().union(*own)


def _used(found: Finding) -> frozenset[str]:
    return found.value.facts.union(*(_used(part) for part in found.parts))
