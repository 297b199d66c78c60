"""Second reading of Participatiewet, article 18. Its text from 2027 on has not been read."""

from tests.rules.second_reading.calendar import months_later
from tests.rules.second_reading.person import Person
from tests.rules.second_reading.taaleis import NIET_GELEZEN_VANAF

ARBEID = "plicht die met werk te maken heeft (Pw 18:4)"


def verlaging_naast_boete_mogelijk(p: Person) -> bool:
    """Wet, artikel 27: read as barring both orders."""
    return not p.boete_voor_dezelfde_gedraging


def verlaging_toegestaan(p: Person) -> bool:
    """Participatiewet, artikel 18, negende lid."""
    return p.schending_verwijtbaar and verlaging_naast_boete_mogelijk(p)


def verlaging(p: Person) -> int | None:
    """Participatiewet, artikel 18, vijfde en tiende lid; the rest stands in the ordinance."""
    if not verlaging_toegestaan(p):
        return 0
    if p.geschonden_bijstandsplicht != ARBEID or _niet_gelezen(p):
        return None
    return min(100, p.afgestemde_verlaging) if p.dringende_redenen else 100


def duur_verlaging(p: Person) -> int | None:
    """Participatiewet, artikel 18: for other duties the ordinance says how long."""
    if not verlaging_toegestaan(p):
        return 0
    return duur_verlaging_arbeidsplicht(p) if p.geschonden_bijstandsplicht == ARBEID else None


def duur_verlaging_arbeidsplicht(p: Person) -> int | None:
    """Participatiewet, artikel 18, vijfde tot en met achtste lid: the first two by ordinance."""
    eerder = p.eerdere_verlaging_arbeidsplicht
    derde = eerder.startswith(("tweede", "derde")) and herhaalde_verlaging(p)
    return 3 if derde else None


def herhaalde_verlaging(p: Person) -> bool | None:
    """Participatiewet, artikel 18, zesde lid: within twelve months."""
    eerder, breuk = p.eerdere_verlaging_op, p.bijstandsplicht_geschonden_op
    if p.eerdere_verlaging_arbeidsplicht == "geen" or breuk < eerder:
        return False
    return None if _niet_gelezen(p) else breuk <= months_later(eerder, 12)


def herziening_verlaging_mogelijk(p: Person) -> bool:
    """Participatiewet, artikel 18, elfde lid."""
    arbeid = p.geschonden_bijstandsplicht == ARBEID
    return arbeid and p.herziening_gevraagd and p.komt_plicht_nu_na


def _niet_gelezen(p: Person) -> bool:
    """The duty was broken under a text that has not been read."""
    return p.bijstandsplicht_geschonden_op >= NIET_GELEZEN_VANAF
