"""Second reading of Besluit, article 7.1, second to fourth paragraph."""

from tests.rules.second_reading.calendar import months_later
from tests.rules.second_reading.person import Person

# Bi 7.1:4
_PROCENT = {
    "opzet": 100,
    "grove schuld": 75,
    "geen opzet of grove schuld": 50,
    "verminderde verwijtbaarheid": 25,
}


def herhaling(p: Person) -> bool:
    """Besluit, artikel 7.1, derde lid: twelve months before the day of constatation."""
    eerder, nu = p.eerdere_overtreding_geconstateerd_op, p.overtreding_geconstateerd_op
    binnen = eerder < nu <= months_later(eerder, 12)
    return p.eerdere_overtreding and p.eerdere_boete_onherroepelijk and binnen


def boete_met_verhoging(p: Person) -> int:
    """Besluit, artikel 7.1, tweede en derde lid: read as doubling the amount before blame."""
    return min(800_00, 2 * p.eerdere_boete_voor_verwijtbaarheid) if herhaling(p) else 50_00


def deel_naar_verwijtbaarheid(p: Person) -> int:
    """Besluit, artikel 7.1, vierde lid."""
    return _PROCENT[p.mate_van_verwijtbaarheid]


def boete_naar_verwijtbaarheid(p: Person) -> int:
    """Besluit, artikel 7.1, derde en vierde lid: read as first the increase, then the blame.

    No article rounds; of a cent nothing is owed.
    """
    return boete_met_verhoging(p) * deel_naar_verwijtbaarheid(p) // 100
