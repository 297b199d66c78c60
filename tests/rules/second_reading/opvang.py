"""Second reading of Wi 10 and 13, Bi 3.17 and the agreements on koppeling and housing."""

from datetime import date

from tests.rules.second_reading.calendar import weeks_later
from tests.rules.second_reading.person import Person


def krijgt_voorbereiding(p: Person) -> bool:
    """Wet, artikel 10: the duty has begun, and not yet registered where he will be housed."""
    return nog_niet_gehuisvest(p) and p.plicht_begon_op <= p.today


def voorbereiding_verplicht(p: Person) -> bool:
    """Besluit, artikel 3.17, derde lid: "deelname kan niet worden verplicht"."""
    return False


def kosten_voorbereiding(p: Person) -> int:
    """Besluit, artikel 3.17, derde lid: "kosteloos"."""
    return 0


def voorbereiding_wijkt(p: Person) -> bool:
    """Besluit, artikel 3.17, vierde lid: taking part may in no case delay the traject."""
    return p.volgt_voorbereiding and p.voorbereiding_vertraagt


def uiterste_dag_koppeling(p: Person) -> date | None:
    """Two weeks after the asylum permit; an agreement, so weekends count."""
    if p.verblijfsrecht != "asiel bepaalde tijd":
        return None
    return weeks_later(p.verblijfsbesluit_bekend_op, 2)


def buiten_regio_mogelijk(p: Person) -> bool:
    """COA: family in the first degree or partner, study, work, medical treatment."""
    return p.plaatsingsgrond in {
        "partner of familie in de eerste graad",
        "studie",
        "werk, of de andere grond van het COA",
    }


def streefdag_woning(p: Person) -> date:
    """A house ten weeks after the koppeling."""
    return weeks_later(p.gekoppeld_op, 10)


def streefdag_verhuizing(p: Person) -> date:
    """Ten weeks for the house and two more for the move."""
    return weeks_later(p.gekoppeld_op, 12)


def huisvesting_te_laat(p: Person) -> bool:
    """Moved after the day agreed on, or still waiting after it."""
    moved = p.ingeschreven_op if p.gehuisvest else p.today
    return moved > streefdag_verhuizing(p)


def nog_niet_gehuisvest(p: Person) -> bool:
    """Wet, artikel 10: only an asylum permit holder waits for housing under Hw 28."""
    return p.verblijfsrecht == "asiel bepaalde tijd" and not p.gehuisvest


def alleen_uitnodiging(p: Person) -> bool:
    """Wet, artikel 1: the college of the municipality where he "gehuisvest is" summons."""
    return nog_niet_gehuisvest(p)


def plan_kan_al(p: Person) -> bool:
    """Besluit, artikel 5.3, eerste lid: no plan before the registration after housing."""
    return not nog_niet_gehuisvest(p)


def krijgt_maatschappelijke_begeleiding(p: Person) -> bool:
    """Wet, artikel 13, eerste lid: the asylum permit holder and his family by Bi 1.1."""
    return p.doelgroep == "asielstatushouder"


def begin_maatschappelijke_begeleiding(p: Person) -> date | None:
    """Wet, artikel 13, derde lid: the day of registration itself, also on a Sunday."""
    return p.ingeschreven_op if krijgt_maatschappelijke_begeleiding(p) else None


def duur_voorbereiding(p: Person) -> None:
    """Besluit, artikel 3.17: no length is given."""
    return


def bedrag_maatschappelijke_begeleiding(p: Person) -> int | None:
    """Wet, artikel 13: no amount is given; who gets no guidance brings none."""
    return None if krijgt_maatschappelijke_begeleiding(p) else 0
