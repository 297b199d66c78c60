"""Second reading of Besluit, article 7.2: the fines of DUO."""

from tests.rules.second_reading.boete_bevoegdheid import boete_te_hoog, boete_uitgesloten
from tests.rules.second_reading.boete_tabellen import boete_volgens_tabel
from tests.rules.second_reading.overtreding_duo import (
    overtreding_leerroute,
    overtreding_pvt_of_map,
)
from tests.rules.second_reading.person import Person


def boete_pvt_of_map(p: Person) -> int:
    """Besluit, artikel 7.2, eerste en derde lid: one fine, also when both are open (read)."""
    return _passend(p, 340_00) if overtreding_pvt_of_map(p) else 0


def boete_leerroute(p: Person) -> int | None:
    """Besluit, artikel 7.2, tweede lid; Awb, artikel 5:46, derde lid."""
    if not overtreding_leerroute(p):
        return 0
    bedrag = boete_volgens_tabel(p)
    return None if bedrag is None else _passend(p, bedrag)


def boete(p: Person) -> int | None:
    """Wet, artikel 24, 25 en 27: a breach is of one of the two articles."""
    if boete_uitgesloten(p):
        return 0
    return boete_pvt_of_map(p) if overtreding_pvt_of_map(p) else boete_leerroute(p)


def _passend(p: Person, bedrag: int) -> int:
    """Awb, artikel 5:46, derde lid: never more than the amount itself."""
    return min(bedrag, p.passende_boete) if boete_te_hoog(p) else bedrag
