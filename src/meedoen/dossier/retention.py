"""How long a dossier stays: what the rules say, what holds it, and what was proposed."""

from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import F

from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Bewaarblokkade, Dossier, Vernietiging
from meedoen.law.loader import law_for
from meedoen.law.presentation import in_words
from meedoen.rules import bewaartermijn
from meedoen.rules.column import Kind

PAGE = 50


@dataclass(frozen=True)
class Retention:
    """The last day that a dossier stays (None: not known), and whether that day is past."""

    last_day: date | None
    past: bool | None
    ground: str  # to begin a proposal with; empty while the term runs or is not known


def retention_of(dossier: Dossier, *, on: date) -> Retention:
    """What Bi 9.9 and the selectielijst say of a dossier on a day (R14.16): the earlier day."""
    facts = facts_of([dossier.pk], on=on).facts
    law = law_for(dossier.gemeente.stelsel, dossier.gemeente_id)
    last = bewaartermijn.eerste_laatste_dag(facts, law).value.plain()
    closed = bewaartermijn.gegevens_gesloten(facts, law).value.plain()
    last_day = last if isinstance(last, date) else None
    past = closed if isinstance(closed, bool) else None
    return Retention(last_day, past, _ground(last_day) if past and last_day else "")


def hold_of(dossier: Dossier) -> Bewaarblokkade | None:
    """What keeps a dossier from being destroyed, if anything does."""
    return Bewaarblokkade.objects.filter(dossier=dossier, tot__isnull=True).first()


def objection_runs(dossier_id: int) -> bool:
    """Whether the college must still decide on an objection, or a court on an appeal.

    The database answers: who approves a destruction cannot read objections.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT dossier_loopt_bezwaar(%s)", [dossier_id])
        return bool(cursor.fetchone()[0])


def proposals(start: int = 0) -> tuple[list[Vernietiging], bool]:
    """A page of proposed and done destructions in scope, from row `start`; whether more follow.

    The open ones first, then those done last.
    """
    rows = Vernietiging.objects.select_related("dossier", "voorgesteld_door", "goedgekeurd_door")
    rows = rows.order_by(F("goedgekeurd_at").desc(nulls_first=True), "pk")
    found = list(rows[start : start + PAGE + 1])
    return found[:PAGE], len(found) > PAGE


def _ground(last_day: date) -> str:
    """Kept with the proposal and in the declaration: Dutch, whatever language somebody reads."""
    return (
        f"De bewaartermijn is voorbij. De laatste dag was {in_words(last_day, Kind.DAY)} (Bi 9.9)."
    )
