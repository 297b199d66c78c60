"""What asks for work in a dossier: a row per signal, each resting on a rule of the law.

A new signal is a new row of `SIGNALEN`: when it holds, which rule gives its last day and its
«waarom?», its words, and what there is to do. Conditions look at certain answers only.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.roles import Recht
from meedoen.rules.column import NO, YES, Array, Column
from meedoen.rules.facts import Facts
from meedoen.rules.inburgeringsplicht import inburgeringsplichtig
from meedoen.rules.logic import Finding
from meedoen.rules.oproep_termijn import opgeroepen, schoot_tekort
from meedoen.rules.opvang import alleen_uitnodiging
from meedoen.rules.parameters import Law
from meedoen.rules.persoonlijk_plan import mag_op_derde_wachten

# For each dossier: does it hold? One answer holds for all.
Condition: TypeAlias = Callable[[Facts, Law], Array]


@dataclass(frozen=True)
class Stap:
    """What there is to do: its words, the page of the dossier where it is done, and who may."""

    label: Any
    page: str
    where: Mapping[str, str] = field(default_factory=dict)
    recht: Recht = Recht.VASTLEGGEN
    when: Condition | None = None  # None: always


@dataclass(frozen=True)
class Signaal:
    """Something that asks for work. `rule` explains it and, where it gives a day, is its last day.

    `title` may name %(naam)s and %(dag)s; `unknown` stands there while the day is not known.
    `otherwise` is a stricter rule for the day while `rule` does not know it, said with `unless`.
    `days`: a last day that a fact tells. `waits`: somebody else is to act first.
    `states`: facts to tell beside it, each with its words for yes and for not yet.
    """

    name: str
    rule: str
    holds: Condition
    title: Any
    stappen: tuple[Stap, ...]
    unknown: Any = ""
    otherwise: str = ""
    unless: Any = ""
    days: Callable[[Facts], Column] | None = None
    waits: bool = False
    states: tuple[tuple[str, Any, Any], ...] = ()


def _yes(answer: Column | Finding) -> Array:
    column = answer.value if isinstance(answer, Finding) else answer
    return np.asarray(column.values == YES)


def _no(answer: Column | Finding) -> Array:
    column = answer.value if isinstance(answer, Finding) else answer
    return np.asarray(column.values == NO)


def _runs(f: Facts) -> Array:
    """The dossier is about somebody who is here, and whose PIP is still to come."""
    without_plan = f.dagtekening_eerste_pip.missing & f.zaak_geeindigd_op.missing
    return np.asarray(without_plan & ~_yes(f.overleden) & ~_no(f.ingezetene))


def _waits_for_home(f: Facts, law: Law) -> Array:
    return _yes(alleen_uitnodiging(f, law))


def _waits_for_another(f: Facts, law: Law) -> Array:
    return _yes(mag_op_derde_wachten(f, law)) & f.informatie_ontvangen_op.missing


def _needs_no_plan(f: Facts, law: Law) -> Array:
    """A child or another who certainly has no duty, unless DUO wrote that he has: that stands."""
    return _no(inburgeringsplichtig(f, law)) & f.kennisgeving_op.missing


def _plan_must_come(f: Facts, law: Law) -> Array:
    waits = _waits_for_home(f, law) | _waits_for_another(f, law)
    return np.asarray(_runs(f) & ~waits & ~_needs_no_plan(f, law))


def _intake_is_open(f: Facts) -> Array:
    return _runs(f) & ~_yes(f.intake_voltooid)


def _summoned(f: Facts, law: Law) -> Array:
    return _yes(opgeroepen(f, law))


def _summons_runs(f: Facts, law: Law) -> Array:
    unanswered = f.kwam_op_oproep.missing & ~f.termijn_oproep_tot.missing
    return _intake_is_open(f) & _summoned(f, law) & unanswered


def _fell_short(f: Facts, law: Law) -> Array:
    return _intake_is_open(f) & _yes(schoot_tekort(f, law))


def _intake_done(f: Facts, _law: Law) -> Array:
    return _yes(f.intake_voltooid)


def _letter(label: Any, kind: str, when: Condition | None = None) -> Stap:
    return Stap(label, "dossier:brief_nieuw", {"kind": kind}, Recht.VOORSTELLEN, when)


def _tell(label: Any, soort: str, when: Condition | None = None) -> Stap:
    return Stap(label, "dossier:vastleggen_soort", {"soort": soort}, when=when)


INTAKE = ("intake_voltooid", lazy("intake klaar"), lazy("intake niet klaar"))
ROUTE = ("leerroute_vastgesteld", lazy("leerroute gekozen"), lazy("leerroute niet gekozen"))
INVITE = _letter(lazy("Nodig uit"), "uitnodiging_brede_intake")

SIGNALEN: tuple[Signaal, ...] = (
    Signaal(
        name="pip",
        rule="persoonlijk_plan.uiterste_dag",
        otherwise="persoonlijk_plan.uiterste_dag_zonder_derde",
        unless=lazy("behalve als u op een ander wacht"),
        holds=_plan_must_come,
        title=lazy("Het PIP moet er zijn op %(dag)s"),
        unknown=lazy("Wanneer het PIP er moet zijn, weten wij niet"),
        states=(INTAKE, ROUTE),
        stappen=(
            _letter(lazy("Maak het PIP"), "vaststelling_pip", _intake_done),
            _tell(lazy("Leg de intake vast"), "brede_intake_afgerond", _summoned),
            INVITE,
        ),
    ),
    Signaal(
        name="oproep_loopt",
        rule="oproep_termijn.termijn_voorbij",
        holds=_summons_runs,
        days=lambda f: f.termijn_oproep_tot,
        title=lazy("Kwam %(naam)s op de oproep? De termijn is voorbij op %(dag)s"),
        stappen=(_tell(lazy("Leg de uitkomst vast"), "oproep_afgelopen"),),
    ),
    Signaal(
        name="oproep_zonder_gevolg",
        rule="oproep_termijn.schoot_tekort",
        holds=_fell_short,
        days=lambda f: f.termijn_oproep_tot,
        title=lazy("Kwam niet of werkte niet mee na de oproep, zonder goede reden"),
        stappen=(
            Stap(
                lazy("Wat is de volgende stap?"),
                "dossier:waarom",
                {"regel": "oproep.volgende_stap"},
                Recht.DOSSIERS_ZIEN,
            ),
        ),
    ),
    Signaal(
        name="wacht_op_woning",
        rule="opvang.alleen_uitnodiging",
        holds=lambda f, law: _intake_is_open(f) & _waits_for_home(f, law),
        title=lazy("Wacht op een woning. De intake mag nu al, als %(naam)s dat wil"),
        waits=True,
        stappen=(INVITE,),
    ),
    Signaal(
        name="wacht_op_informatie",
        rule="persoonlijk_plan.mag_op_derde_wachten",
        holds=lambda f, law: _runs(f) & _waits_for_another(f, law),
        title=lazy("Het PIP wacht op informatie van een ander. Daarna hebt u twee weken"),
        waits=True,
        stappen=(_tell(lazy("Leg de dag vast"), "informatie_ontvangen"),),
    ),
)
