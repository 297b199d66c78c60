"""Second reading of Wet, articles 24 and 25: the breaches that DUO punishes."""

from datetime import date

from tests.rules.second_reading.calendar import end_after
from tests.rules.second_reading.inburgeringstermijn import NIEUWE_TERMIJN, lopend_einde
from tests.rules.second_reading.person import Person

PVT_OF_MAP = "PVT of MAP niet op tijd afgerond (Wi 24)"
LEERROUTE = "leerroute niet op tijd behaald (Wi 25)"


def boete_duo_vanaf(p: Person) -> date:
    """Wet, artikel 24, eerste, derde en vierde lid: two fines by term, then every two years."""
    if p.soort_termijn != NIEUWE_TERMIJN or p.eerdere_boetes_duo < 2:
        return lopend_einde(p)
    # after the second new term; read: the first time two years later, then two years from a fine
    return end_after(lopend_einde(p) if p.eerdere_boetes_duo == 2 else p.boete_bekend_op, 24)


def overtreding_pvt_of_map(p: Person) -> bool:
    """Wet, artikel 24, eerste, derde en vierde lid."""
    open_onderdeel = pvt_open(p) or map_open(p)
    return p.overtreding == PVT_OF_MAP and open_onderdeel and p.today >= boete_duo_vanaf(p)


def pvt_open(p: Person) -> bool:
    """Wet, artikel 6, eerste lid, onder a."""
    return not p.pvt_afgerond


def map_open(p: Person) -> bool:
    """Wet, artikel 6, eerste lid, onder b; artikel 8, derde lid: not in the onderwijsroute."""
    return not p.map_afgerond and p.leerroute != "onderwijsroute"


def overtreding_leerroute(p: Person) -> bool:
    """Wet, artikel 25, eerste tot en met derde lid."""
    if p.verlenging_vergunning_geweigerd or p.vergunning_ingetrokken or p.leerroute_behaald:
        return False
    return p.overtreding == LEERROUTE and p.today >= boete_duo_vanaf(p)
