"""Second reading of Besluit, article 4.3:2 and Regeling, article 4.2."""

from datetime import date

from tests.rules.second_reading.calendar import length, months_later
from tests.rules.second_reading.inburgeringstermijn import NIEUWE_TERMIJN, lopend_einde
from tests.rules.second_reading.person import Person

ENTREE = "entreeopleiding"


def verlenging_om_opleiding(p: Person) -> bool:
    """Besluit, artikel 4.3, tweede lid: begun before the end, and not in a new term."""
    in_termijn = p.soort_termijn != NIEUWE_TERMIJN and p.opleiding_van < lopend_einde(p)
    kan_nog = nog_een_keer_mogelijk(p) or not p.volgt_opleiding_nog
    return p.bewijs_overgelegd and in_termijn and kan_nog


def nog_een_keer_mogelijk(p: Person) -> bool:
    """Regeling, artikel 4.2, vierde lid: two years and twice one; entree two years in all."""
    entree = p.opleiding == ENTREE or p.doorgestroomd_naar_entree
    return p.verlengingen_voor_opleiding < (1 if entree else 3)


def einde_na_opleiding(p: Person) -> date | None:
    """Regeling, artikel 4.2, derde tot en met vijfde lid."""
    oud = lopend_einde(p)
    if not verlenging_om_opleiding(p):
        return oud
    if p.verlengingen_voor_opleiding == 0:
        return _eerste_verlenging(p, oud)
    # how an earlier extension counts for an education that has ended, is said nowhere
    return months_later(oud, 12) if p.volgt_opleiding_nog else None


def _eerste_verlenging(p: Person, oud: date) -> date:
    """Ri 4.2:5: two educations add up when the entree follows directly, otherwise one counts."""
    if p.opleiding == ENTREE:
        return _om_entree(p, oud, p.opleiding_van, p.opleiding_tot)
    if not p.doorgestroomd_naar_entree:
        return months_later(oud, 24) if p.volgt_opleiding_nog else _om_eerste(p, oud)
    if p.entree_sluit_aan:
        return _om_eerste(p, _om_entree(p, oud, p.entree_van, p.entree_tot))
    if p.opleiding_bij_begin_plicht == ENTREE:
        return _om_entree(p, oud, p.entree_van, p.entree_tot)
    return _om_eerste(p, oud)


def _om_eerste(p: Person, oud: date) -> date:
    """Ri 4.2:3: the time enrolled since the duty began, in an education that has ended."""
    return oud + length(max(p.opleiding_van, p.plicht_begon_op), p.opleiding_tot)


def _om_entree(p: Person, oud: date, van: date, tot: date) -> date:
    """Ri 4.2:3 and 4: two years while it goes on, and at most two years afterwards."""
    ten_hoogste = months_later(oud, 24)
    if p.volgt_opleiding_nog:
        return ten_hoogste
    return min(oud + length(max(van, p.plicht_begon_op), tot), ten_hoogste)
