"""Second reading of Awb, articles 6:7 to 6:11 and 7:10, for one objection."""

from datetime import date, timedelta

from tests.rules.second_reading.calendar import weeks_later, working_day
from tests.rules.second_reading.person import Person

_DAY = timedelta(days=1)


def uiterste_dag_indienen(p: Person) -> date:
    """Awb, artikel 6:7 en 6:8: six weeks that begin the day after; Atw 1."""
    return working_day(weeks_later(p.besluit_bekend_op + _DAY, 6) - _DAY)


def op_tijd(p: Person) -> bool:
    """Awb, artikel 6:9: received in time, or posted in time and here within a week after."""
    laatste = uiterste_dag_indienen(p)
    if p.bezwaar_ontvangen_op <= laatste:
        return True
    if not p.bezwaar_per_post or p.bezwaar_op_de_post_op > laatste:
        return False
    return p.bezwaar_ontvangen_op <= working_day(weeks_later(laatste, 1))


def tijdig_of_verschoonbaar(p: Person) -> bool:
    """Awb, artikel 6:11."""
    return op_tijd(p) or p.te_laat_verschoonbaar


def uiterste_dag_beslissing(p: Person) -> date:
    """Awb, artikel 7:10: counted from the day after the term to object has ended."""
    if p.bezwaar_uitgesteld:
        return p.bezwaar_uitgesteld_tot - _DAY
    laatste = uiterste_dag_indienen(p)
    weken = 12 if p.bezwaarcommissie else 6
    if p.bezwaar_verdaagd:
        weken += 6
    dag = weeks_later(laatste, weken)
    if p.herstel_gevraagd:
        # every day on which the term both ran and stood still
        stil = max(laatste, p.herstel_gevraagd_op) + _DAY
        while stil < p.herstel_voorbij_op:
            dag, stil = dag + _DAY, stil + _DAY
    # Atw 4: a term of more than twelve weeks is not made longer
    return dag if weken > 12 else working_day(dag)
