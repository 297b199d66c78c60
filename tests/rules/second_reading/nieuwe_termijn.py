"""Second reading of Wet, articles 24:2 and 25:2, and Regeling, article 7.4."""

from datetime import date, timedelta

from tests.rules.second_reading.calendar import end_after
from tests.rules.second_reading.inburgeringstermijn import NIEUWE_TERMIJN
from tests.rules.second_reading.person import Person

# Ri 7.4:2 to 4: up to and including so many parts or hours, so many months
_EXAMENONDERDELEN = {0: 24, 1: 18, 2: 12, 4: 6}
_UREN_ASIELSTATUSHOUDER = {400: 24, 800: 18, 1200: 12, 1599: 6}
_UREN_MIGRANT = {200: 24, 400: 18, 600: 12, 799: 6}


def nieuwe_termijn_pvt_map(p: Person) -> int:
    """Regeling, artikel 7.4, eerste lid; Wet, artikel 8:3: no MAP in the onderwijsroute."""
    map_open = not p.map_afgerond and p.leerroute != "onderwijsroute"
    return 6 * (map_open + (not p.pvt_afgerond))


def nieuwe_termijn_leerroute(p: Person) -> int | None:
    """Regeling, artikel 7.4, tweede tot en met vierde lid: no answer outside the tables."""
    if p.leerroute_behaald:
        return 0
    if p.leerroute != "zelfredzaamheidsroute":
        return _maanden(_EXAMENONDERDELEN, p.taalexamens_behaald + p.knm_behaald)
    if p.doelgroep == "asielstatushouder":
        return _maanden(_UREN_ASIELSTATUSHOUDER, p.cursusuren + p.participatie_uren)
    return _maanden(_UREN_MIGRANT, p.cursusuren)


def nieuwe_termijn(p: Person) -> int | None:
    """Regeling, artikel 7.4, zesde lid: the longest."""
    leerroute = nieuwe_termijn_leerroute(p)
    return None if leerroute is None else max(leerroute, nieuwe_termijn_pvt_map(p))


def einde_nieuwe_termijn(p: Person) -> date | None:
    """Wet, artikel 24, tweede lid: counted from the day after the fine was made known."""
    maanden = nieuwe_termijn(p)
    return end_after(p.boete_bekend_op + timedelta(days=1), maanden) if maanden else None


def nieuwe_termijn_kan_langer(p: Person) -> bool:
    """Wet, artikel 24, tweede lid, met artikel 12, eerste lid, onder a."""
    return p.soort_termijn == NIEUWE_TERMIJN and p.omstandigheid_aannemelijk


def _maanden(tabel: dict[int, int], aantal: int) -> int | None:
    """The months of the first row that is not too low."""
    return next((months for most, months in tabel.items() if aantal <= most), None)
