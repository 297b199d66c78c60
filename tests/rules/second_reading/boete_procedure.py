"""Second reading of Wet, article 26 and Awb, articles 4:87, 4:93, 5:42, 5:51 and 5:53."""

from datetime import date

from tests.rules.second_reading.calendar import weeks_later, working_day
from tests.rules.second_reading.person import Person

# Wi 26:1, in cents, by the article that the breach names
_HOOGSTENS = {"(Wi 22)": 250_00, "(Wi 23)": 800_00, "(Wi 24)": 340_00, "(Wi 25)": 1000_00}


def boete_kan_hoogstens(p: Person) -> int:
    """Wet, artikel 26, eerste lid."""
    return _HOOGSTENS[p.overtreding[-7:]]


def zware_procedure(p: Person) -> bool:
    """Awb, artikel 5:53, eerste lid: more than 340 euros can be imposed."""
    return boete_kan_hoogstens(p) > 340_00


def rapport_verplicht(p: Person) -> bool:
    """Awb, artikel 5:53, tweede lid."""
    return zware_procedure(p)


def zienswijze_verplicht(p: Person) -> bool:
    """Awb, artikel 5:53, derde lid."""
    return zware_procedure(p)


def procedure_gevolgd(p: Person) -> bool:
    """Awb, artikel 5:53, tweede en derde lid."""
    return not zware_procedure(p) or (p.rapport_opgemaakt and p.zienswijze_gevraagd)


def uiterste_dag_boetebesluit(p: Person) -> date:
    """Awb, artikel 5:51, eerste lid: thirteen weeks; Atw 4: no longer on a Sunday."""
    return weeks_later(p.dagtekening_rapport, 13)


def boete_vervalt_door_overlijden(p: Person) -> bool:
    """Awb, artikel 5:42, tweede lid."""
    return p.overleden and not (p.boete_onherroepelijk and p.boete_betaald)


def uiterste_betaaldag(p: Person) -> date:
    """Awb, artikel 4:87, eerste lid: six weeks (Atw 1), unless the decision names a later day."""
    zes_weken = working_day(weeks_later(p.boetebesluit_bekend_op, 6))
    return max(zes_weken, p.betaaldag_in_besluit) if p.besluit_noemt_latere_betaaldag else zes_weken


def boete_mag_worden_verrekend(_: Person) -> bool:
    """Awb, artikel 4:93, eerste lid: no law gives the power."""
    return False
