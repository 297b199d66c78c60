"""Second reading of Wet, article 11 and Besluit, articles 4.1, 4.2 and 4.5."""

from datetime import date, timedelta

from tests.rules.second_reading.calendar import (
    end_after,
    length,
    months_later,
    weeks_later,
    working_day,
)
from tests.rules.second_reading.inburgeringsplicht import onderbreking_telt_niet
from tests.rules.second_reading.person import Person

EERSTE_TERMIJN = "termijn van drie jaar"
NIEUWE_TERMIJN = "nieuwe termijn na een boete"


def aanvang(p: Person) -> date:
    """Wet, artikel 11, tweede lid."""
    return p.dagtekening_eerste_pip + timedelta(days=1)


def einde(p: Person) -> date:
    """Wet, artikel 11, eerste lid: the first day after three years."""
    return end_after(aanvang(p), 36)


def laatste_dag(p: Person) -> date:
    """Wet, artikel 11, eerste lid; Atw 4: no longer term for a Sunday."""
    return einde(p) - timedelta(days=1)


def einde_na_onderbreking(p: Person) -> date:
    """Besluit, artikel 4.2."""
    if not (p.plicht_onderbroken and onderbreking_telt_niet(p)):
        return einde(p)
    return einde(p) + length(p.onderbreking_van, p.onderbreking_tot)


def lopend_einde(p: Person) -> date:
    """Besluit, artikel 4.1: of an extended or new term only DUO knows the end."""
    return einde(p) if p.soort_termijn == EERSTE_TERMIJN else p.einde_huidige_termijn


def verlenging_aanvragen_vanaf(p: Person) -> date:
    """Besluit, artikel 4.5, eerste lid: six months back from the end of the last day."""
    return months_later(lopend_einde(p), -6)


def aanvraag_op_tijd(p: Person) -> bool:
    """Besluit, artikel 4.5, eerste lid."""
    return p.verlenging_gevraagd_op >= verlenging_aanvragen_vanaf(p)


def uiterste_dag_beslissing_verlenging(p: Person) -> date:
    """Besluit, artikel 4.5, eerste lid: eight weeks, Atw 1 en 5."""
    return working_day(weeks_later(p.verlenging_gevraagd_op, 8))


def termijn_voorbij(p: Person) -> bool:
    """Wet, artikel 11 en 12."""
    return p.today >= lopend_einde(p)
