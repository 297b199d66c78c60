"""Whether DUO would take a message: its own conditions, asked before anything is sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from meedoen.berichten.melding_inhoud import Inhoud
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier
from meedoen.law.loader import law_for
from meedoen.law.presentation import first_up
from meedoen.ports.duo_answers import PipAnswer, UrenAnswer
from meedoen.ports.duo_telling import PipMelding
from meedoen.rules.column import YES, Plain
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding
from meedoen.rules.melding_pip import duo_laat_pip_verwijderen, duo_neemt_pip_aan

OWN = ("plicht_begon_op", "vestiging_in_gemeente_op", "doelgroep", "dagtekening_eerste_pip")


@dataclass(frozen=True)
class Vooraf:
    """What our check says: `klopt_niet` in words, or the facts that are missing; else: send it."""

    klopt_niet: tuple[str, ...] = ()
    ontbreekt: tuple[str, ...] = ()


def inhoud_of(pip: PipMelding, known: PipAnswer | None) -> Inhoud:
    """The plan beside what DUO answers that it knows now."""
    return Inhoud(pip, None if known is None else known.dagtekening, known is None)


def check_pip(dossier: Dossier, inhoud: Inhoud, *, on: date) -> Vooraf:
    """PIP-2 to PIP-9: with the facts of the dossier, and what DUO itself knows."""
    known = facts_of([dossier.pk], on=on, names=OWN).facts.row()
    eerste = known.get("dagtekening_eerste_pip")
    if inhoud.vorig is not None and not (isinstance(eerste, date) and eerste <= inhoud.vorig):
        # a plan that is not before the current one is not before the first one
        known |= {"dagtekening_eerste_pip": inhoud.vorig}
    return _judged(duo_neemt_pip_aan, dossier, {**known, **inhoud.feiten}, on=on)


def check_withdrawal(dossier: Dossier, answers: Mapping[str, Any], *, on: date) -> Vooraf:
    """PIP-10: no term yet, and no hours of a course."""
    uren: tuple[UrenAnswer, ...] = answers["uren"] or ()
    known: dict[str, Plain] = {
        "termijn_vastgesteld": answers["termijn"] is not None,
        "uren_op_aanbod": any(each.instellingen for each in uren),
    }
    return _judged(duo_laat_pip_verwijderen, dossier, known, on=on)


def _judged(rule: Any, dossier: Dossier, known: Mapping[str, Plain], *, on: date) -> Vooraf:
    facts = Facts.of(on, known)
    finding: Finding = rule(facts, law_for(dossier.gemeente.stelsel, dossier.gemeente_id))
    answer = finding.value.plain()
    if answer is None:
        return Vooraf(ontbreekt=tuple(sorted(finding.open_facts(facts.known()))))
    return Vooraf() if answer else Vooraf(klopt_niet=tuple(_why_not(finding)))


def _why_not(finding: Finding) -> Iterator[str]:
    """The deepest conditions that do not hold, in their own words.

    Of several ways, none of which is open, the one that asks most: not that it could be left out.
    """
    parts = _failing(finding)
    if finding.settled_by == YES:
        parts = [part for part in parts if _failing(part)] or parts
    for part in parts:
        yield from _why_not(part)
    if not parts:
        yield f"{first_up(finding.text)} ({finding.basis})"


def _failing(finding: Finding) -> list[Finding]:
    return [part for part in finding.followed(0) if part.value.plain() is False]
