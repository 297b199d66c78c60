"""Reading objections: what the rules say of each, and where it stands; nothing is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from meedoen.dossier.besluiten import Reason, values_of
from meedoen.dossier.letter_state import OVER_BEZWAAR
from meedoen.dossier.models import Besluit, Bezwaar, Dossier
from meedoen.law.brief_file import brief_kinds
from meedoen.law.loader import law_for
from meedoen.law.presentation import first_up, grounds, in_words
from meedoen.rules.bezwaar import (
    op_tijd,
    tijdig_of_verschoonbaar,
    uiterste_dag_beslissing,
    uiterste_dag_indienen,
)
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding
from meedoen.rules.parameters import Law

KIND = OVER_BEZWAAR


@dataclass(frozen=True)
class Clock:
    """What the rules say of one objection: row `row` of each finding.

    `indienen`, `beslissen`: last days; None where not known, as while the term stands still.
    `tijdig`: yes, no, or None while somebody must judge (Awb 6:11).
    """

    row: int
    facts: Facts
    findings: dict[str, Finding]

    @property
    def indienen(self) -> date | None:
        """The last day to object."""
        return self._day("indienen")

    @property
    def beslissen(self) -> date | None:
        """The last day to decide."""
        return self._day("beslissen")

    @property
    def op_tijd(self) -> Any:
        """Whether it came in time."""
        return self.findings["op_tijd"].value.plain(self.row)

    @property
    def tijdig(self) -> Any:
        """Whether it does not fail on its term."""
        return self.findings["tijdig"].value.plain(self.row)

    def _day(self, name: str) -> date | None:
        found = self.findings[name].value.plain(self.row)
        return found if isinstance(found, date) else None


def facts_of_bezwaar(row: Bezwaar) -> dict[str, Any]:
    """The facts of one objection, by the names of the rules; what is not known is left out."""
    asked, late = row.herstel_gevraagd_op is not None, row.uitgesteld_tot is not None
    facts = {
        "besluit_bekend_op": row.besluit.dagtekening,
        "bezwaar_ontvangen_op": row.ontvangen_op,
        "bezwaar_per_post": row.kanaal == Bezwaar.Kanaal.POST,
        "bezwaar_op_de_post_op": row.op_de_post_op,
        "te_laat_verschoonbaar": row.verschoonbaar,
        "bezwaarcommissie": row.commissie,
        "herstel_gevraagd": asked,
        "herstel_gevraagd_op": row.herstel_gevraagd_op,
        "herstel_voorbij_op": row.herstel_voorbij_op,
        "bezwaar_verdaagd": row.verdaagd_op is not None,
        "bezwaar_uitgesteld": late,
        "bezwaar_uitgesteld_tot": row.uitgesteld_tot,
    }
    return {name: value for name, value in facts.items() if value is not None}


def clocks(rows: Sequence[Bezwaar], law: Law, *, on: date) -> list[Clock]:
    """What the rules say of these objections, in one call each."""
    if not rows:
        return []
    facts = Facts.of(on, *(facts_of_bezwaar(each) for each in rows))
    findings = {
        "indienen": uiterste_dag_indienen(facts, law),
        "op_tijd": op_tijd(facts, law),
        "tijdig": tijdig_of_verschoonbaar(facts, law),
        "beslissen": uiterste_dag_beslissing(facts, law),
    }
    return [Clock(place, facts, findings) for place in range(len(rows))]


def clock_of(row: Bezwaar, *, on: date) -> Clock:
    """What the rules say of one objection."""
    gemeente = row.gemeente
    return clocks([row], law_for(gemeente.stelsel, gemeente.code), on=on)[0]


def with_all(rows: QuerySet[Bezwaar]) -> QuerySet[Bezwaar]:
    """With what the screens show of each, in one query."""
    return rows.select_related(
        "besluit", "beslissing", "dossier__persoon", "gemeente", "gehoord_door", "vastgelegd_door"
    )


def open_ones(dossiers: QuerySet[Dossier]) -> QuerySet[Bezwaar]:
    """Objections on which the college must still decide."""
    decided = Q(beslissing__verzonden_at__isnull=False)
    rows = Bezwaar.objects.filter(dossier__in=dossiers, ingetrokken_op__isnull=True)
    return rows.exclude(decided)


def objections_to(besluit: Besluit) -> list[Bezwaar]:
    """The objections to a besluit, the first one first."""
    return list(with_all(Bezwaar.objects.filter(besluit=besluit)).order_by("pk"))


def is_open(row: Bezwaar) -> bool:
    """Whether the college must still decide."""
    decided = row.beslissing is not None and row.beslissing.verzonden_at is not None
    return row.ingetrokken_op is None and not decided


def state_of(row: Bezwaar) -> tuple[str, str]:
    """A kind of status and its word."""
    if row.ingetrokken_op is not None:
        return "nee", _("ingetrokken")
    if row.beslissing is not None:
        return _decided(row, row.beslissing)
    if row.herstel_gevraagd_op is not None and row.herstel_voorbij_op is None:
        return "wacht", _("wacht tot het bezwaar compleet is")
    if row.gehoord_op is None and not row.niet_horen:
        return "actie", _("in behandeling, nog te horen")
    return "actie", _("in behandeling, nog te beslissen")


def _decided(row: Bezwaar, letter: Besluit) -> tuple[str, str]:
    if letter.verzonden_at is None:
        return "actie", _("beslissing nog te versturen")
    if row.beroep_op is not None and row.uitspraak_op is None:
        return "wacht", _("beslist, beroep bij de rechtbank")
    return "goed", _("beslist: %(uitkomst)s") % {"uitkomst": row.get_uitkomst_display()}


def involved(row: Bezwaar) -> set[int]:
    """Who prepared or took the besluit: may not hear (Awb 7:5), nor decide (Awb 10:3:3)."""
    besluit = row.besluit
    both = {besluit.voorgesteld_door_id, besluit.ondertekend_door_id}
    return {each for each in both if each is not None}


def letter_for(row: Bezwaar) -> Besluit | None:
    """The newest letter that decides on this objection and is not joined to one yet.

    It says of which day the besluit is and when the objection came: a dossier can have several.
    """
    rows = Besluit.objects.filter(dossier=row.dossier_id, soort=KIND, beslist_op__isnull=True)
    about = row.besluit.dagtekening, row.ontvangen_op
    return next((each for each in rows.order_by("-pk") if _about(each) == about), None)


def _about(letter: Besluit) -> tuple[Any, Any]:
    told = values_of(brief_kinds()[KIND], letter)
    return told["besluit_van"], told["ontvangen_op"]


def steps_of(row: Bezwaar, clock: Clock) -> tuple[str, ...]:
    """The steps that are open now: what must be done first, then what may be."""
    if not is_open(row):
        appealed = row.beroep_op is not None
        decided = row.beslissing is not None and not appealed
        return ("beroep",) if decided else ("uitspraak",) if _before_court(row) else ()
    asked = row.herstel_gevraagd_op is not None
    heard = row.gehoord_op is not None
    steps = {
        "te-laat": clock.op_tijd is False and row.verschoonbaar is None,
        "hersteld": asked and row.hersteld is None,
        "gehoord": not heard,
        "niet-horen": not heard and not row.niet_horen,
        "beslissen": row.beslissing is None and (heard or bool(row.niet_horen)),
        "herstel": not asked,
        "commissie": not row.commissie,
        "verdagen": row.verdaagd_op is None,
        "uitstellen": True,
        "intrekken": True,
    }
    return tuple(name for name, may in steps.items() if may)


def _before_court(row: Bezwaar) -> bool:
    return row.beroep_op is not None and row.uitspraak_op is None


def why(clock: Clock, name: str) -> list[Reason]:
    """The reasons of an answer, as the page shows them."""
    known = clock.facts.row(clock.row)
    return [
        Reason(
            step.depth,
            first_up(step.finding.text),
            in_words(step.finding.value.plain(clock.row), step.finding.value.kind),
            step.finding.basis,
            tuple(grounds(step.finding, known, clock.row)),
        )
        for step in clock.findings[name].explain(clock.row)
    ]
