"""Second reading of Bi 9.9 and of the retention table of the selectielijst gemeenten."""

from datetime import date

from tests.rules.second_reading.calendar import months_later
from tests.rules.second_reading.person import Person

BASIS, LENING = "basisgegevens voor vijftig jaar", "leninggegevens"
# years after the end of the case
SELECTIELIJST = {
    "trajectdossier": 10,
    "dossier van een geweigerde voorziening": 5,
    "dossier van een afgebroken voorziening": 1,
    "dossier van de huisvesting": 5,
    "boetedossier": 7,
    "dossier van bezwaar of klacht": 5,
    "dossier van betalen en innen": 7,
}


def laatste_dag_volgens_besluit(p: Person) -> date:
    """Bi 9.9: five years (1a), at most fifty (2), five after the loan (3); never after death."""
    if p.soort_gegevens == LENING:
        na_termijn = months_later(p.lening_afgedaan_op, 5 * 12)
    else:
        jaren = 50 if p.soort_gegevens == BASIS else 5
        na_termijn = months_later(p.plicht_geeindigd_op, jaren * 12)
    return min(na_termijn, p.overleden_op) if weg_bij_overlijden(p) else na_termijn


def weg_bij_overlijden(p: Person) -> bool:
    """Bi 9.9:1b; the second and third paragraph deviate from 1a only, so 1b holds for all."""
    return p.overleden


def laatste_dag_volgens_selectielijst(p: Person) -> date | None:
    """Selectielijst 2017, processes 8, 12, 13 and 18."""
    jaren = SELECTIELIJST.get(p.soort_gegevens)
    return None if jaren is None else months_later(p.zaak_geeindigd_op, jaren * 12)


def laatste_dag(p: Person) -> date | None:
    """R14.16: no municipality has chosen here, so where the two differ nothing is known."""
    return None if regels_verschillen(p) else laatste_dag_volgens_besluit(p)


def regels_verschillen(p: Person) -> bool:
    """R14.16: a choice is needed."""
    lijst = laatste_dag_volgens_selectielijst(p)
    return lijst is not None and lijst != laatste_dag_volgens_besluit(p)


def eerste_laatste_dag(p: Person) -> date:
    """R14.16: the earlier of the two."""
    besluit = laatste_dag_volgens_besluit(p)
    return min(besluit, laatste_dag_volgens_selectielijst(p) or besluit)


def gegevens_gesloten(p: Person) -> bool:
    """R14.16: past the earlier date."""
    return p.today > eerste_laatste_dag(p)
