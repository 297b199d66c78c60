"""Second reading of Participatiewet, article 18b. Its text from 2027 on has not been read."""

from datetime import date

from tests.rules.second_reading.calendar import end_after, months_later, weeks_later
from tests.rules.second_reading.person import Person

NIET_GELEZEN_VANAF = date(2027, 1, 1)


def taaltoets_nodig(p: Person) -> bool | None:
    """Participatiewet, artikel 18b, tweede lid: eight years, a diploma or another document."""
    if p.inburgeringsdiploma_overgelegd or p.taaldocument_overgelegd:
        return False
    if p.bijstand_aangevraagd_op >= NIET_GELEZEN_VANAF:
        return None
    return p.jaren_nederlandstalig_onderwijs < 8


def uiterste_dag_taaltoets(p: Person) -> date | None:
    """Participatiewet, artikel 18b, tweede lid: eight weeks."""
    if p.bijstand_aangevraagd_op >= NIET_GELEZEN_VANAF:
        return None
    return weeks_later(p.bijstand_aangevraagd_op, 8)


def redelijk_vermoeden(p: Person) -> bool | None:
    """Participatiewet, artikel 18b, eerste, derde en vijfde lid."""
    return taaltoets_nodig(p) if p.taaltoets_onvoldoende else False


def uiterste_dag_kennisgeving(p: Person) -> date | None:
    """Participatiewet, artikel 18b, vierde lid: eight weeks."""
    if p.uitkomst_taaltoets_op >= NIET_GELEZEN_VANAF:
        return None
    return weeks_later(p.uitkomst_taaltoets_op, 8)


def geen_verlaging_om_taal(p: Person) -> bool | None:
    """Participatiewet, artikel 18b, zesde lid: begins within a month, or no blame."""
    if not p.taal_verwijtbaar:
        return True
    if not p.bereid_taal_te_leren:
        return False
    if p.kennisgeving_taaleis_op >= NIET_GELEZEN_VANAF:
        return None
    laatste_dag = months_later(p.kennisgeving_taaleis_op, 1)
    begon_op_tijd = p.begonnen_met_taal and p.begonnen_met_taal_op <= laatste_dag
    return p.today <= laatste_dag or (begon_op_tijd and p.taalvoortgang_naar_verwachting)


def verlaging_per_stap(p: Person) -> int | None:
    """Participatiewet, artikel 18b, negende tot en met elfde en dertiende lid."""
    if p.today < p.kennisgeving_taaleis_op:
        return 0
    if p.kennisgeving_taaleis_op >= NIET_GELEZEN_VANAF:
        return None
    tweede = end_after(p.kennisgeving_taaleis_op, 6)
    derde = end_after(p.kennisgeving_taaleis_op, 12)
    if p.today < tweede:
        return 20
    if not p.volgende_taaltoets_onvoldoende or p.taalvoortgang_naar_verwachting:
        return 0
    begin, procent = (tweede, 40) if p.today < derde else (derde, 100)
    # a step follows the text of the day on which it begins
    return procent if begin < NIET_GELEZEN_VANAF else None


def verlaging_taaleis(p: Person) -> int | None:
    """Participatiewet, artikel 18b, eerste, zesde en zevende lid."""
    vermoeden, geen_verlaging = redelijk_vermoeden(p), geen_verlaging_om_taal(p)
    lager = verlaging_per_stap(p)
    if lager is not None and p.dringende_redenen:
        lager = min(lager, p.afgestemde_verlaging)
    if vermoeden is False or geen_verlaging or lager == 0:
        return 0
    return None if vermoeden is None or geen_verlaging is None else lager
