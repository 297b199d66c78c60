"""Writing down what somebody did before the plan; Meedoen adds up the hours."""

from datetime import date, datetime

from meedoen.dossier.actions.diary import lock, record
from meedoen.dossier.models import Gebeurtenis
from meedoen.intake.inspanning import SOORT, TOTAL, UREN, inspanningen_of
from meedoen.rules.choices import Activiteit


def add_effort(
    dossier_id: int, activiteit: Activiteit, uren: int, *, on: date, at: datetime
) -> Gebeurtenis:
    """Record hours of an effort on a day; the total follows. Errors: DiaryError; RegisterError."""
    dossier = lock(dossier_id)
    told = {"activiteit": activiteit, UREN: str(uren)}
    name = TOTAL.get(activiteit)
    totals = {name: inspanningen_of(dossier).totals[name] + uren} if name else {}
    return record(dossier_id, SOORT, told | totals, on=on, at=at)
