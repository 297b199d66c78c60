"""Second reading of Regeling, articles 6.1, 6.8 and 6.9."""

from fractions import Fraction

from tests.rules.second_reading.lening import lening_mogelijk
from tests.rules.second_reading.money import whole_cents
from tests.rules.second_reading.person import Person


def draagkrachtvrije_voet(p: Person) -> int:
    """Regeling, artikel 6.8, derde lid, onder a, b en c."""
    procent = 120 if p.heeft_partner or p.alleenstaande_ouderenkorting else 84
    return whole_cents(Fraction(procent * p.belastbaar_minimumloon, 100))


def terugval_in_inkomen(p: Person) -> bool:
    """Regeling, artikel 6.9: at least 15 percent less, on request, and not as usual."""
    daling = p.toetsingsinkomen - p.toetsingsinkomen_ander_jaar
    genoeg = daling > 0 and Fraction(daling, p.toetsingsinkomen) >= Fraction(15, 100)
    return genoeg and p.ander_jaar_gevraagd and not p.terugval_is_gewoon


def draagkrachtinkomen(p: Person) -> int:
    """Regeling, artikel 6.8, tweede lid: of both, in the second year before or another year."""
    if terugval_in_inkomen(p):
        eigen, ander = p.toetsingsinkomen_ander_jaar, p.toetsingsinkomen_partner_ander_jaar
    else:
        eigen, ander = p.toetsingsinkomen, p.toetsingsinkomen_partner
    return eigen + ander if p.heeft_partner else eigen


def draagkracht(p: Person) -> int:
    """Regeling, artikel 6.8, vierde lid: 12 percent of what lies above the voet."""
    boven = draagkrachtinkomen(p) - draagkrachtvrije_voet(p)
    return whole_cents(Fraction(12 * boven, 100)) if boven > 0 else 0


def hoogte_lening(p: Person) -> int:
    """Regeling, artikel 6.1; Besluit, artikel 6.2: 10,000 less twice what somebody can pay."""
    bedrag = 10_000_00 - 2 * draagkracht(p)
    return bedrag if bedrag >= 180_00 else 0


def lening(p: Person) -> int | None:
    """Wet, artikel 20: nothing for who cannot borrow."""
    mogelijk = lening_mogelijk(p)
    if mogelijk is None:
        # whoever can borrow nothing gets nothing
        return None if hoogte_lening(p) else 0
    return hoogte_lening(p) if mogelijk else 0
