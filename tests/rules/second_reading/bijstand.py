"""Second reading of Participatiewet, articles 19 and 52."""

from datetime import date
from fractions import Fraction

from tests.rules.second_reading.bijstandsnorm import toepasselijke_norm
from tests.rules.second_reading.calendar import weeks_later, working_day
from tests.rules.second_reading.money import whole_cents
from tests.rules.second_reading.person import Person

# the Participatiewet in balans; its text was not read
_IN_BALANS = date(2027, 1, 1)


def bijstand_in_maand(p: Person) -> int | None:
    """Participatiewet, artikel 19, tweede lid: what the income leaves of the norm."""
    norm = toepasselijke_norm(p)
    return None if norm is None else max(0, norm - p.inkomen_in_maand)


def berekende_bijstand(p: Person) -> int | None:
    """Participatiewet, artikel 19, derde lid: one twentieth waits for the holiday allowance."""
    alles = bijstand_in_maand(p)
    return None if alles is None else whole_cents(Fraction(19 * alles, 20))


def uit_te_betalen_bijstand(p: Person) -> int | None:
    """Participatiewet, artikel 19: the decision of the college, where there is one."""
    return p.bedrag_in_besluit if p.besluit_noemt_bedrag else berekende_bijstand(p)


def besluit_klopt_met_norm(p: Person) -> bool | None:
    """Participatiewet, artikel 19: nothing to check without a decision."""
    if not p.besluit_noemt_bedrag:
        return True
    berekend = berekende_bijstand(p)
    return None if berekend is None else berekend == p.bedrag_in_besluit


def uiterste_dag_voorschot(p: Person) -> date | None:
    """Participatiewet, artikel 52: four weeks after the application; Atw 1."""
    if _percentage(p.bijstand_aangevraagd_op) is None:
        return None
    return working_day(weeks_later(p.bijstand_aangevraagd_op, 4))


def voorschot_minstens(p: Person) -> int | None:
    """Participatiewet, artikel 52: 90 percent, since 2026 95; not one cent less."""
    alles, procent = bijstand_in_maand(p), _percentage(p.bijstand_aangevraagd_op)
    if alles is None or procent is None:
        return None
    return -(-alles * procent // 100)


def _percentage(aanvraag: date) -> int | None:
    """Before 2022 not looked up, from 2027 on not known."""
    if aanvraag.year < 2022 or aanvraag >= _IN_BALANS:
        return None
    return 95 if aanvraag.year == 2026 else 90
