"""Second reading of Besluit, article 5.3, first to third paragraph; Awb, articles 6:7 and 6:8."""

from datetime import date, timedelta

from tests.rules.second_reading.calendar import weeks_later, working_day
from tests.rules.second_reading.person import Person

_NIEUWE_TEKST = date(2023, 1, 1)


def uiterste_dag(p: Person) -> date:
    """Besluit, artikel 5.3, tweede lid: two weeks after information that came late."""
    gewone_dag = uiterste_dag_zonder_derde(p)
    # the second paragraph deviates from the first alone, so not after a removal with a plan
    if not mag_op_derde_wachten(p) or _verhuisd_met_plan(p):
        return gewone_dag
    return max(gewone_dag, working_day(weeks_later(p.informatie_ontvangen_op, 2)))


def mag_op_derde_wachten(p: Person) -> bool:
    """Besluit, artikel 5.3, tweede lid: not in the text of 2022."""
    return p.wacht_op_derde and not klok_van_2022(p) and not _verhuisd_met_plan(p)


def uiterste_dag_zonder_derde(p: Person) -> date:
    """Besluit, artikel 5.3, eerste en derde lid: ten weeks, Atw 1 en 5."""
    begin = p.ingeschreven_na_verhuizing_op if _verhuisd_met_plan(p) else begin_van_de_klok(p)
    return working_day(weeks_later(begin, 10))


def begin_van_de_klok(p: Person) -> date:
    """Besluit, artikel 5.3, eerste lid: the notice; asylum: the registration if that is later."""
    if klok_van_2022(p):
        # who was registered before the duty began, has a clock from the begin of the duty
        return max(p.ingeschreven_op, p.plicht_begon_op)
    if p.verblijfsrecht == "asiel bepaalde tijd":
        return max(p.kennisgeving_op, p.ingeschreven_op)
    return p.kennisgeving_op


def klok_van_2022(p: Person) -> bool:
    """Besluit, artikel 5.3, eerste lid, tekst 2022: a registered person with the duty then."""
    return max(p.ingeschreven_op, p.plicht_begon_op) < _NIEUWE_TEKST


def uiterste_dag_bezwaar(p: Person) -> date:
    """Awb, artikel 6:7 en 6:8: six weeks that begin the day after; Atw 1."""
    first_day = p.pip_bekend_op + timedelta(days=1)
    first_day_after = weeks_later(first_day, 6)
    return working_day(first_day_after - timedelta(days=1))


def _verhuisd_met_plan(p: Person) -> bool:
    """Besluit, artikel 5.3, derde lid: it speaks only of who has a plan."""
    return p.verhuisd and p.pip_bij_verhuizing
