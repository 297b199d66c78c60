"""The stations of the doorlopende lijn and the clocks ahead: rows, each resting on a fact or rule.

A new station or clock is a new row here. Stations stand in the order of the law.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from django.utils.translation import gettext_lazy as lazy

from meedoen.rules.choices import Doelgroep
from meedoen.rules.column import NO, YES, Array
from meedoen.rules.facts import Facts
from meedoen.rules.logic import equals
from meedoen.werkplek.signalen.who import plan_anew

Condition: TypeAlias = Callable[[Facts], Array]


@dataclass(frozen=True)
class Anders:
    """A stricter rule for a day that the first does not know: where it may, with which words."""

    rule: str
    unless: Any
    where: Condition


@dataclass(frozen=True)
class Halte:
    """A station: reached on the day of `fact`, else on that of the first of `soorten`.

    `rules` give the last day while it is not reached: the first that knows it. `here`: who passes
    this station; whoever reached it, does anyhow. `expected`: DUO decides, ours is what we expect.
    """

    name: str
    label: Any
    soorten: tuple[str, ...]
    fact: str = ""
    rules: tuple[str, ...] = ()
    here: Condition | None = None
    expected: bool = False
    otherwise: Anders | None = None


@dataclass(frozen=True)
class Klok:
    """A day that comes if nothing happens: the first of `rules` that knows it, and what it means.

    `open`: whether it still matters. `expected`: DUO decides; ours is what we expect.
    """

    rules: tuple[str, ...]
    words: Any
    open: Condition
    expected: bool = False
    otherwise: Anders | None = None


def _asylum(f: Facts) -> Array:
    return np.asarray(equals(f.doelgroep, Doelgroep.ASIELSTATUSHOUDER).values == YES)


def _yes(f: Facts, name: str) -> Array:
    return np.asarray(getattr(f, name).values == YES)


def _without(*names: str) -> Condition:
    """None of these facts is known."""

    def open_(f: Facts) -> Array:
        return np.asarray(np.logical_and.reduce([getattr(f, name).missing for name in names]))

    return open_


def _runs(f: Facts) -> Array:
    """The duty is there, and nobody told that it ended or was met."""
    ended = ~f.zaak_geeindigd_op.missing | ~f.plicht_geeindigd_op.missing
    return np.asarray(~ended & ~_yes(f, "plicht_voldaan") & ~_yes(f, "overleden"))


def _no_home(f: Facts) -> Array:
    return np.asarray(_runs(f) & _asylum(f) & ~_yes(f, "gehuisvest"))


def _no_plan(f: Facts) -> Array:
    return np.asarray(_runs(f) & f.dagtekening_eerste_pip.missing & (f.ingezetene.values != NO))


WITHOUT_ANOTHER = Anders(
    "persoonlijk_plan.uiterste_dag_zonder_derde",
    lazy("als u op niemand wacht"),
    lambda f: ~_yes(f, "wacht_op_derde"),
)
# The term as it runs; until DUO told which term that is: three years from the plan.
TERM = ("inburgeringstermijn.lopend_einde", "inburgeringstermijn.laatste_dag")
# These rules give the first day after; a screen shows the last day.
FIRST_DAY_AFTER = frozenset({"inburgeringstermijn.lopend_einde"})

HALTES: tuple[Halte, ...] = (
    Halte(
        "koppeling",
        lazy("Gekoppeld aan de gemeente"),
        ("gekoppeld",),
        fact="gekoppeld_op",
        rules=("opvang.uiterste_dag_koppeling",),
        here=_asylum,
    ),
    Halte("klantprofiel", lazy("Klantprofiel binnen"), ("klantprofiel_ontvangen",), here=_no_home),
    Halte("driegesprek", lazy("Gesprek met het COA"), ("driegesprek_gevoerd",), here=_no_home),
    Halte(
        "woning",
        lazy("Woning geaccepteerd"),
        ("woning_geaccepteerd",),
        rules=("opvang.streefdag_woning",),
        here=_no_home,
    ),
    Halte("kennisgeving", lazy("Bericht van DUO"), ("kennisgeving_ontvangen",), "kennisgeving_op"),
    Halte(
        "huisvesting",
        lazy("Huisvesting"),
        ("ingeschreven",),
        fact="ingeschreven_op",
        rules=("opvang.streefdag_verhuizing",),
        here=_asylum,
    ),
    Halte("intake", lazy("Brede intake klaar"), ("brede_intake_afgerond",)),
    Halte(
        "pip",
        lazy("PIP"),
        ("eerste_pip_vastgesteld",),
        fact="dagtekening_eerste_pip",
        rules=("persoonlijk_plan.uiterste_dag",),
        otherwise=WITHOUT_ANOTHER,
    ),
    Halte(
        "activiteit",
        lazy("Eerste activiteit"),
        (
            "inspanning_voor_plan",
            "lessen_gevolgd",
            "pvt_gevolgd",
            "map_gevolgd",
            "participatie_gevolgd",
        ),
    ),
    Halte(
        "voldaan",
        lazy("Klaar met inburgeren"),
        ("voldaan",),
        rules=TERM,
        expected=True,
    ),
)

KLOKKEN: tuple[Klok, ...] = (
    Klok(
        ("opvang.streefdag_verhuizing",),
        lazy("Dan moet er volgens de afspraken een huis zijn."),
        _no_home,
    ),
    Klok(
        ("persoonlijk_plan.uiterste_dag",),
        lazy("Dan moet het PIP er zijn. Daarna is de gemeente te laat."),
        _no_plan,
        otherwise=WITHOUT_ANOTHER,
    ),
    Klok(
        ("persoonlijk_plan.uiterste_dag_bezwaar",),
        lazy("Daarna kan deze persoon geen bezwaar meer maken tegen het PIP."),
        _runs,
    ),
    Klok(
        ("persoonlijk_plan.uiterste_dag_zonder_derde",),
        lazy("Dan moet het nieuwe PIP er zijn, na de verhuizing hierheen."),
        plan_anew,
    ),
    Klok(
        ("wijziging_plan.leerroute_wijzigen_tot",),
        lazy("Vanaf dan kan de leerroute alleen nog in een bijzonder geval anders."),
        _runs,
    ),
    Klok(
        ("inburgeringstermijn.verlenging_aanvragen_vanaf",),
        lazy("Vanaf dan kan deze persoon DUO vragen om meer tijd."),
        _runs,
    ),
    Klok(
        ("vrijstelling.uiterste_dag_beslissing_vrijstelling",),
        lazy("Dan moet DUO beslissen over de vrijstelling."),
        _without("niet_meer_plichtig"),
        expected=True,
    ),
    Klok(
        ("inburgeringstermijn.uiterste_dag_beslissing_verlenging",),
        lazy("Dan moet DUO beslissen over een langere termijn."),
        _runs,
        expected=True,
    ),
    Klok(
        TERM,
        lazy(
            "De laatste dag van de termijn. Wie dan niet klaar is, kan een boete krijgen van DUO."
        ),
        _runs,
        expected=True,
    ),
    Klok(
        ("ontzorgen.einde_ontzorgen",),
        lazy("Dan stopt de gemeente met het betalen van vaste lasten."),
        _runs,
    ),
    Klok(
        ("bewaartermijn.eerste_laatste_dag",),
        lazy("De laatste dag waarop dit dossier open blijft. Daarna gaat het dicht."),
        lambda f: ~_runs(f),
    ),
)
