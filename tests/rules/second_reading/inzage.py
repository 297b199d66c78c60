"""Second reading of AVG, article 12, paragraph 3, for one request."""

from datetime import date

from tests.rules.second_reading.calendar import months_later
from tests.rules.second_reading.person import Person


def uiterste_dag_inzage(p: Person) -> date:
    """AVG, artikel 12, derde lid: within one month of receipt."""
    return months_later(p.inzage_gevraagd_op, 1)
