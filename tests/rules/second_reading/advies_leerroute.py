"""Second reading of Wi 9, 14:5 and 15: what the choice of the leerroute rests on."""

from tests.rules.second_reading.brede_intake import onderzoek_geregeld, toets_geregeld
from tests.rules.second_reading.leerbaarheidstoets import (
    b1_haalbaar,
    leerroute_gemotiveerd,
    leerroute_na_verhuizing,
)
from tests.rules.second_reading.leerroute import onderwijsroute_past, zelfredzaamheidsroute_past
from tests.rules.second_reading.person import Person

_Z = "zelfredzaamheidsroute"


def toetsadvies(p: Person) -> str:
    """Wet, artikel 14, vijfde lid."""
    if not p.toets_afgenomen:
        return "geen advies: geen toets gedaan"
    return "B1-route of onderwijsroute" if b1_haalbaar(p) else _Z


def advies(p: Person) -> str | None:
    """Wet, artikel 15, eerste en vierde lid; who fits both 8 and 9 gets no advice."""
    route = leerroute_na_verhuizing(p)
    if route is not None:
        return route
    match onderwijsroute_past(p), zelfredzaamheidsroute_past(p):
        case True, True:
            return None
        case True, False:
            return "onderwijsroute"
        case False, True:
            return _Z
        case _:
            return "B1-route"


def keuze_past_bij_advies(p: Person) -> bool | None:
    """Wet, artikel 15, eerste lid, onder a."""
    geadviseerd = advies(p)
    return None if geadviseerd is None else geadviseerd == p.leerroute


def tweede_blik_nodig(p: Person) -> bool:
    """A rule of the house: the Z-route, though the test says that B1 can be reached."""
    return p.leerroute == _Z and p.toets_afgenomen and b1_haalbaar(p)


def geen_parkeerplaats(p: Person) -> bool:
    """Wet, artikel 9, eerste lid: after a removal the new college does not choose (15:4)."""
    if p.leerroute != _Z or leerroute_na_verhuizing(p) is not None:
        return True
    grond = zelfredzaamheidsroute_past(p) and not p.kan_wel_maar_wil_niet
    gezien = p.tweede_blik_gedaan or not tweede_blik_nodig(p)
    return grond and gezien and leerroute_gemotiveerd(p)


def keuze_onderbouwd(p: Person) -> bool:
    """Wet, artikel 15, eerste lid: "op basis van de brede intake"; reasons where it deviates."""
    if leerroute_na_verhuizing(p) is not None:
        return True
    intake = toets_geregeld(p) and onderzoek_geregeld(p)
    return intake and leerroute_gemotiveerd(p) and geen_parkeerplaats(p)
