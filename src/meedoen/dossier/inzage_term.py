"""The term of a request for inzage (AVG 12:3)."""

from datetime import date

from meedoen.dossier.models import Inzageverzoek
from meedoen.rules.calendar import add_months
from meedoen.rules.column import Kind, column_of

MONTHS = 1  # AVG 12:3: within a month of the request


def last_day(verzoek: Inzageverzoek) -> date:
    """Until when the copy must be given (AVG 12:3)."""
    return last_day_for(verzoek.gevraagd_op)


def last_day_for(asked: date) -> date:
    """The same day of the next month, or the last of that month."""
    last = add_months(column_of([asked], Kind.DAY), column_of([MONTHS], Kind.MONTHS)).plain()
    return date.fromisoformat(str(last))
