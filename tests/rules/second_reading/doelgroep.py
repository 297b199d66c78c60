"""Second reading of Wet, articles 13, 16 and 19, and Besluit, article 1.1."""

from tests.rules.second_reading.person import Person

ASIELSTATUSHOUDER = "asielstatushouder"
MIGRANT = "gezins- of overige migrant"
ZELFREDZAAMHEIDSROUTE = "zelfredzaamheidsroute"

_FAMILIE = {"familie of gezin", "familie of gezin bij iemand met een tijdelijk doel"}
_BESCHERMD = {
    "asiel bepaalde tijd",
    "asiel onbepaalde tijd",
    "EU-langdurig ingezetene met aantekening internationale bescherming",
}


def asielstatushouder(p: Person) -> bool:
    """Wet, artikel 13, eerste lid: onder a asylum, onder b family of who has protection."""
    if p.verblijfsrecht == "asiel bepaalde tijd":
        return True
    regulier = p.verblijfsrecht == "regulier bepaalde tijd"
    return regulier and p.verblijfsdoel in _FAMILIE and p.verblijf_bij in _BESCHERMD


def gezins_of_overige_migrant(p: Person) -> bool:
    """Wet, artikel 19: regular permit, except artikel 13, eerste lid, onder b."""
    return p.verblijfsrecht == "regulier bepaalde tijd" and not asielstatushouder(p)


def valt_in_een_doelgroep(p: Person) -> bool:
    """Wet, artikel 13 en 19: every permit for a fixed term gives one of the two."""
    return p.verblijfsrecht in {"asiel bepaalde tijd", "regulier bepaalde tijd"}


def doelgroep(p: Person) -> str | None:
    """Besluit, artikel 1.1: with another right than these two permits there is no group."""
    if asielstatushouder(p):
        return ASIELSTATUSHOUDER
    return MIGRANT if gezins_of_overige_migrant(p) else None


def krijgt_aanbod(p: Person) -> bool:
    """Wet, artikel 16, eerste lid."""
    return p.doelgroep == ASIELSTATUSHOUDER


def betaler_cursusuren(p: Person) -> str | None:
    """Wet, artikel 16 en 20; Besluit, artikel 3.14:1, open for migrants in that route."""
    if p.doelgroep == ASIELSTATUSHOUDER:
        return "het college"
    return None if p.leerroute == ZELFREDZAAMHEIDSROUTE else "de inburgeraar"


def kosten_voor_gemeente(p: Person) -> int | None:
    """Wet, artikel 16 and 20: no municipality told a price; who pays himself, costs it nothing."""
    if p.doelgroep == ASIELSTATUSHOUDER or p.leerroute == ZELFREDZAAMHEIDSROUTE:
        return None
    return 0
