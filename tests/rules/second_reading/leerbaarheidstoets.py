"""Second reading of Wi 14, third to sixth paragraph, and 15, fourth: the leerbaarheidstoets."""

from datetime import date

from tests.rules.second_reading.person import Person
from tests.rules.second_reading.persoonlijk_plan import uiterste_dag

_ONTHEFFING_SINDS = date(2023, 1, 1)


def toets_en_onderzoek_vervallen(p: Person) -> bool:
    """Wet, artikel 15, vierde lid: moved, and the leerroute was fixed before."""
    return p.verhuisd and p.pip_bij_verhuizing


def leerroute_na_verhuizing(p: Person) -> str | None:
    """Wet, artikel 15, vierde lid: "conform de eerder vastgestelde leerroute"."""
    if not toets_en_onderzoek_vervallen(p):
        return None
    route: str = p.leerroute
    return route


def ontheffing_van_toets(p: Person) -> bool:
    """Wet, artikel 14, zesde lid: not in the text of 2022."""
    return p.grond_ontheffing_toets and p.ontheffing_toets_beoordeeld_op >= _ONTHEFFING_SINDS


def toets_nodig(p: Person) -> bool:
    """Wet, artikel 14, derde lid, onder a: everybody, save for 14:6 and 15:4."""
    return not ontheffing_van_toets(p) and not toets_en_onderzoek_vervallen(p)


def toets_op_tijd(p: Person) -> bool:
    """Besluit, artikel 5.3: the test serves the plan, so on its last day it still can."""
    return p.toets_op <= uiterste_dag(p)


def b1_haalbaar(p: Person) -> bool:
    """Wet, artikel 14, derde lid, onder a: the required score or more."""
    return p.behaalde_score >= p.benodigde_score


def wijkt_af_van_advies(p: Person) -> bool:
    """Wet, artikel 14, vijfde lid: a route with B1 against the advice, or without it."""
    if not p.toets_afgenomen:
        return False
    route_with_b1 = p.leerroute in {"B1-route", "onderwijsroute"}
    return route_with_b1 is not b1_haalbaar(p)


def leerroute_gemotiveerd(p: Person) -> bool:
    """Awb, artikel 3:50: who deviates from an advice, says why."""
    return p.afwijking_gemotiveerd or not wijkt_af_van_advies(p)
