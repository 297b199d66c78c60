"""Second reading of Wet, articles 7, 8 and 9; Besluit, article 5.4, fourth paragraph."""

from tests.rules.second_reading.person import Person

_B1, _ONDERWIJS, _Z = "B1-route", "onderwijsroute", "zelfredzaamheidsroute"


def onderwijsroute_past(p: Person) -> bool:
    """Wet, artikel 8, eerste lid: the wish, and the judgement of the college."""
    return p.wil_opleiding and p.grote_kans_op_diploma


def zelfredzaamheidsroute_past(p: Person) -> bool:
    """Wet, artikel 9, eerste lid."""
    return p.redelijkerwijs_niet_in_staat


def b1_route_past(p: Person) -> bool:
    """Wet, artikel 7: it names no ground, so it is for the others."""
    return not (onderwijsroute_past(p) or zelfredzaamheidsroute_past(p))


def leeftijd_bepaalt_leerroute(p: Person) -> bool:
    """Wet, artikelen 7, 8 en 9: no age is named."""
    return False


def taalschakeltraject_telt(p: Person) -> bool:
    """Wet, artikel 8, tweede lid."""
    return p.instelling_heeft_diploma_erkenning and p.opleiding_is_taalschakeltraject


def uren_na_overstap(p: Person) -> str:
    """Besluit, artikel 5.4, vierde lid: a.i and c speak of hours, b does not."""
    match p.leerroute, p.gewenste_leerroute:
        case (("onderwijsroute" | "zelfredzaamheidsroute"), "B1-route"):
            return "bij het bepalen van de intensiteit"
        case (("B1-route" | "onderwijsroute"), "zelfredzaamheidsroute"):
            return "in mindering op de cursusuren van de zelfredzaamheidsroute"
        case _:
            return "nergens voor"


def uren_in_mindering(p: Person) -> int:
    """Besluit, artikel 5.4, vierde lid, onder c: at both sorts of institution."""
    if p.gewenste_leerroute != _Z or p.leerroute == _Z:
        return 0
    return p.cursusuren + p.cursusuren_taalschakeltraject


def examens_tellen_na_overstap(p: Person) -> bool:
    """Besluit, artikel 5.4:4, a.ii en b; what was passed in the Z-route too (a reading)."""
    return p.gewenste_leerroute in {_B1, _ONDERWIJS}
