"""What is known of somebody who comes: the steps, and what stands in each part of the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier
from meedoen.law.loader import law_for
from meedoen.opvang.models import Driegesprek, Klantprofiel, Nareis, Voorbereiding, Woning
from meedoen.opvang.stappen import LABELS, Stap, with_times
from meedoen.rules.catalogue import rule_named
from meedoen.rules.column import Plain
from meedoen.rules.facts import Facts
from meedoen.rules.parameters import Law, LawError

ASKED = (
    "gekoppeld_op",
    "gehuisvest",
    "ingeschreven_op",
    "verblijfsrecht",
    "voorbereiding_aangeboden_op",
    "volgt_voorbereiding",
)
NORMS = {"woning": "opvang.streefdag_woning", "huisvesting": "opvang.streefdag_verhuizing"}


@dataclass(frozen=True)
class Opvang:
    """Everything of the page: rows newest first, and the steps in order."""

    stappen: list[Stap]
    profielen: list[Klantprofiel]
    voorbereidingen: list[Voorbereiding]
    gesprekken: list[Driegesprek]
    woningen: list[Woning]
    nareizen: list[Nareis]
    aangeboden_op: date | None  # the preparation
    alleen_uitnodiging: bool

    @property
    def woning(self) -> Woning | None:
        """The offer that is open or accepted."""
        return next((each for each in self.woningen if each.stand in Woning.OPEN), None)

    @property
    def next(self) -> Stap | None:
        """What is to be done now."""
        return next((each for each in self.stappen if each.next), None)


def opvang_of(dossier: Dossier, *, on: date) -> Opvang:
    """The way of one person to the municipality, in six queries."""
    facts = facts_of([dossier.pk], on=on, names=ASKED).facts
    law = law_for(dossier.gemeente.stelsel, dossier.gemeente_id)
    profielen = list(
        Klantprofiel.objects.filter(dossier=dossier)
        .select_related("document", "medewerker")
        .order_by("-ontvangen_op", "-pk")
    )
    gesprekken = list(
        Driegesprek.objects.filter(dossier=dossier)
        .select_related("medewerker")
        .order_by("-gevoerd_op", "-pk")
    )
    woningen = list(Woning.objects.filter(dossier=dossier).order_by("-aangeboden_op", "-pk"))
    days = _days(facts, profielen=profielen, gesprekken=gesprekken, woningen=woningen)
    return Opvang(
        stappen=with_times(_steps(days, facts, law), on=on),
        profielen=profielen,
        voorbereidingen=list(
            Voorbereiding.objects.filter(dossier=dossier)
            .select_related("medewerker")
            .order_by("-stand_op", "-pk")
        ),
        gesprekken=gesprekken,
        woningen=woningen,
        nareizen=list(Nareis.objects.filter(dossier=dossier).order_by("-stand_op", "-pk")),
        aangeboden_op=_day(facts, "voorbereiding_aangeboden_op"),
        alleen_uitnodiging=_answer("opvang.alleen_uitnodiging", facts, law) is True,
    )


def _days(
    facts: Facts,
    *,
    profielen: list[Klantprofiel],
    gesprekken: list[Driegesprek],
    woningen: list[Woning],
) -> dict[str, tuple[date | None, str]]:
    """Per step its day, and who told it."""
    coa, gemeente, brp = _("het COA"), _("de gemeente"), _("de BRP")
    # the last offer tells how it stands, also where it came to nothing
    woning = next((each for each in woningen if each.stand in Woning.OPEN), None)
    accepted = woning is not None and woning.stand == Woning.Stand.GEACCEPTEERD
    housed = facts.gehuisvest.plain() is True
    return {
        "koppeling": (_day(facts, "gekoppeld_op"), coa),
        "klantprofiel": (profielen[-1].ontvangen_op if profielen else None, coa),
        "driegesprek": (gesprekken[-1].gevoerd_op if gesprekken else None, gemeente),
        "aanbod": (woning.aangeboden_op if woning else None, gemeente),
        "woning": (woning.beantwoord_op if woning and accepted else None, gemeente),
        "sleutel": (woning.sleutel_op if woning else None, gemeente),
        "huisvesting": (_day(facts, "ingeschreven_op") if housed else None, brp),
    }


def _steps(days: dict[str, tuple[date | None, str]], facts: Facts, law: Law) -> Iterator[Stap]:
    for name, (day, bron) in days.items():
        rule = NORMS.get(name, "")
        norm = _answer(rule, facts, law) if rule else None
        yield Stap(
            name,
            LABELS[name],
            day,
            bron,
            norm=norm if isinstance(norm, date) else None,
            rule=rule,
        )


def _answer(rule: str, facts: Facts, law: Law) -> Plain:
    """What a rule of this chapter says; None where it does not know."""
    try:
        return rule_named(rule).rule(facts, law).value.plain()
    except LawError:
        return None


def _day(facts: Facts, name: str) -> date | None:
    found = getattr(facts, name).plain()
    return found if isinstance(found, date) else None
