"""Second reading of Regeling, articles 6.5, 6.8 and 6.10 to 6.12, and Besluit, article 6.12."""

from fractions import Fraction

from tests.rules.second_reading.calendar import weeks_later
from tests.rules.second_reading.draagkracht import (
    draagkracht,
    draagkrachtinkomen,
    terugval_in_inkomen,
)
from tests.rules.second_reading.money import whole_cents
from tests.rules.second_reading.person import Person

_MINSTENS = 15_00


def termijnbedrag(p: Person) -> int | None:
    """Regeling, artikel 6.5, tweede lid; Besluit, artikel 6.12, tweede lid."""
    gewoon = termijnbedrag_zonder_draagkracht(p)
    if not p.draagkracht_gevraagd:
        return gewoon
    if draagkracht(p) < 180_00:
        return 0
    per_jaar = draagkracht_debiteur(p)
    if gewoon is None or per_jaar is None:
        return None
    return max(_MINSTENS, min(gewoon, whole_cents(Fraction(per_jaar, 12))))


def termijnbedrag_zonder_draagkracht(p: Person) -> int | None:
    """Regeling, artikel 6.5: the debt with its interest over the months, at least 15 euro."""
    if not p.duur_terugbetaling:
        return None
    maanden = min(120, p.duur_terugbetaling)
    return max(_MINSTENS, whole_cents(Fraction(p.schuld_met_rente, maanden)))


def draagkracht_debiteur(p: Person) -> int | None:
    """Regeling, artikel 6.10: once over both incomes, then in proportion to each."""
    alles, samen = draagkracht(p), draagkrachtinkomen(p)
    if not (p.heeft_partner and p.partner_is_debiteur):
        return alles
    if not samen:
        return None
    eigen = p.toetsingsinkomen_ander_jaar if terugval_in_inkomen(p) else p.toetsingsinkomen
    return whole_cents(Fraction(alles * eigen, samen))


def in_verzuim(p: Person) -> bool:
    """Regeling, artikel 6.11: not received within two weeks; a Regeling is no AMvB, so no Atw."""
    te_laat = p.today > weeks_later(p.vervaldag_termijnbedrag, 2)
    return te_laat and not p.termijnbedrag_ontvangen


def deurwaarder_mogelijk(p: Person) -> bool:
    """Regeling, artikel 6.12, onder a en b."""
    genoeg = p.achterstand >= 180_00 or p.achterstand_van_zes_maanden >= 15_00
    return p.dwangbevel_uitgevaardigd and genoeg
