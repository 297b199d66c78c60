"""Second reading of Besluit, article 7.1: the fines of the college."""

from tests.rules.second_reading.boete_bevoegdheid import boete_te_hoog, boete_uitgesloten
from tests.rules.second_reading.boete_herhaling import boete_naar_verwijtbaarheid
from tests.rules.second_reading.inburgeringstermijn import NIEUWE_TERMIJN
from tests.rules.second_reading.overtreding import overtreding_intake, overtreding_traject
from tests.rules.second_reading.person import Person

# Bi 7.1:5, onder a tot en met d: months of the new term, cents
_NIEUWE_TERMIJN_HOOGSTENS = {6: 400_00, 12: 800_00, 18: 1200_00, 24: 1600_00}


def ruimte_in_termijn(p: Person) -> int | None:
    """Besluit, artikel 7.1, vijfde lid: no answer for a new term that is not in the list."""
    grens: int | None = 2400_00
    if p.soort_termijn == NIEUWE_TERMIJN:
        grens = _NIEUWE_TERMIJN_HOOGSTENS.get(p.duur_nieuwe_termijn)
    return None if grens is None else max(0, grens - boetes_in_termijn(p))


def boetes_in_termijn(p: Person) -> int:
    """Besluit, artikel 7.1, vijfde lid: fines from before count too (read), but in no new term."""
    som = p.boetes_traject_in_termijn + p.boetes_intake_in_termijn
    return som if p.soort_termijn == NIEUWE_TERMIJN else som + p.boetes_intake_voor_termijn


def boete_intake(p: Person) -> int | None:
    """Besluit, artikel 7.1, eerste, vijfde en zesde lid."""
    if not overtreding_intake(p):
        return 0
    bedrag = _passend(p, 250_00)
    return _hoogstens(bedrag, ruimte_in_termijn(p)) if p.termijn_vastgesteld else bedrag


def boete_traject(p: Person) -> int | None:
    """Besluit, artikel 7.1, tweede tot en met vijfde lid."""
    if not overtreding_traject(p):
        return 0
    return _hoogstens(_passend(p, boete_naar_verwijtbaarheid(p)), ruimte_in_termijn(p))


def boete(p: Person) -> int | None:
    """Wet, artikel 22, 23 en 27: a breach is of one of the two articles."""
    if boete_uitgesloten(p):
        return 0
    return boete_intake(p) if overtreding_intake(p) else boete_traject(p)


def _passend(p: Person, bedrag: int) -> int:
    """Awb, artikel 5:46, derde lid: never more than the amount itself."""
    return min(bedrag, p.passende_boete) if boete_te_hoog(p) else bedrag


def _hoogstens(bedrag: int, ruimte: int | None) -> int | None:
    """Nothing is left of an unknown room."""
    return None if ruimte is None else min(bedrag, ruimte)
