"""The term of a request for inzage (AVG 12:3)."""

from datetime import date

from meedoen.rules.facts import Facts
from meedoen.rules.inzage import uiterste_dag_inzage
from meedoen.rules.parameters import Law


def last_day_for(asked: date, law: Law) -> date:
    """Until when the copy must be given to who asked on this day (AVG 12:3)."""
    facts = Facts.of(asked, {"inzage_gevraagd_op": asked})
    return date.fromisoformat(str(uiterste_dag_inzage(facts, law).value.plain()))
