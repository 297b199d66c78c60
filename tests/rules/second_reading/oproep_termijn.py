"""Second reading of Wi 14, first paragraph, and 22, second paragraph: the terms of a summons."""

from datetime import date, timedelta

from tests.rules.second_reading.calendar import months_later
from tests.rules.second_reading.opvang import alleen_uitnodiging
from tests.rules.second_reading.person import Person


def oproepen_die_tellen(p: Person) -> int:
    """Wet, artikel 14: summonses less the earlier ones that a good reason took away."""
    if not opgeroepen(p):
        return 0
    # only earlier ones are taken away, so the latest is always left
    return max(p.oproepen_verstuurd - p.oproepen_met_goede_reden, 1)


def laatste_dag_termijn(p: Person) -> date | None:
    """Wet, artikel 14, eerste lid: the law has no length; without a municipality no answer."""
    return None


def nieuwe_termijn_klopt(p: Person) -> bool:
    """Wet, artikel 22, tweede lid: two months after the fine was made known at most."""
    if not p.oproep_in_boetebesluit:
        # the term of an ordinary summons has no limit in the law
        return True
    last_day: date = p.termijn_oproep_tot - timedelta(days=1)
    return last_day <= months_later(p.boetebesluit_bekend_op, 2)


def opgeroepen(p: Person) -> bool:
    """Wet, artikel 14, eerste lid: there is a summons."""
    return p.oproepen_verstuurd >= 1


def termijn_voorbij(p: Person) -> bool:
    """Wet, artikel 14, eerste lid: on the first day after the term it is over."""
    return p.today >= p.termijn_oproep_tot


def kwam_en_werkte_mee(p: Person) -> bool:
    """Wet, artikel 14, eerste lid: who came and did not cooperate, fails as well."""
    return p.kwam_op_oproep and p.werkte_voldoende_mee


def schoot_tekort(p: Person) -> bool:
    """Wet, artikel 14, eerste lid: a real summons, its term over, no excuse."""
    if alleen_uitnodiging(p) or not opgeroepen(p):
        return False
    return termijn_voorbij(p) and not kwam_en_werkte_mee(p) and not p.goede_reden
