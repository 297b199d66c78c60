"""Second reading of Besluit, article 4.3:2 and Regeling, article 4.2."""

from datetime import date

from tests.rules.second_reading.calendar import end_after, length
from tests.rules.second_reading.inburgeringstermijn import NIEUWE_TERMIJN, aanvang, lopend_einde
from tests.rules.second_reading.person import Person

ENTREE = "entreeopleiding"


def verlenging_om_opleiding(p: Person) -> bool | None:
    """Besluit, artikel 4.3, tweede lid, sinds 2023: in the term, or going on after it."""
    if p.verlenging_gevraagd_op < date(2023, 1, 1) or not p.bewijs_overgelegd:
        return False
    if p.soort_termijn == NIEUWE_TERMIJN or p.opleiding_van >= lopend_einde(p):
        return False
    if p.volgt_opleiding_nog:
        return nog_een_keer_mogelijk(p)
    if _dag_na_opleiding(p) <= aanvang(p):
        return False
    # how an earlier extension counts for an education that has ended, is said nowhere
    return None if p.verlengingen_voor_opleiding > 0 else True


def nog_een_keer_mogelijk(p: Person) -> bool:
    """Regeling, artikel 4.2, vierde lid: two years and twice one; entree two years in all."""
    entree = p.opleiding == ENTREE or p.doorgestroomd_naar_entree
    return p.verlengingen_voor_opleiding < (1 if entree else 3)


def einde_na_opleiding(p: Person) -> date | None:
    """Regeling, artikel 4.2, derde tot en met vijfde lid."""
    oud = lopend_einde(p)
    recht = verlenging_om_opleiding(p)
    if recht is False:
        return oud
    if p.volgt_opleiding_nog and p.verlengingen_voor_opleiding > 0:
        return end_after(oud, 12)
    nieuw = _eerste_verlenging(p, oud)
    return nieuw if recht or nieuw == oud else None


def _dag_na_opleiding(p: Person) -> date:
    """The first day without education, of who follows none any more."""
    if p.doorgestroomd_naar_entree and p.opleiding != ENTREE:
        return max(p.opleiding_tot, p.entree_tot)
    return p.opleiding_tot


def _eerste_verlenging(p: Person, oud: date) -> date:
    """Ri 4.2:5: two educations add up when the entree follows directly, otherwise one counts."""
    if p.opleiding == ENTREE:
        return _om_entree(p, oud, p.opleiding_van, p.opleiding_tot)
    if not p.doorgestroomd_naar_entree:
        return end_after(oud, 24) if p.volgt_opleiding_nog else _om_eerste(p, oud)
    if p.entree_sluit_aan:
        return _om_entree(p, _om_eerste(p, oud), p.entree_van, p.entree_tot)
    if p.opleiding_bij_begin_plicht == ENTREE:
        return _om_entree(p, oud, p.entree_van, p.entree_tot)
    return _om_eerste(p, oud)


def _om_eerste(p: Person, oud: date) -> date:
    """Ri 4.2:3: the time enrolled since the duty began, in an education that has ended."""
    return oud + length(max(p.opleiding_van, p.plicht_begon_op), p.opleiding_tot)


def _om_entree(p: Person, oud: date, van: date, tot: date) -> date:
    """Ri 4.2:3 and 4: two years while it goes on, and at most two years afterwards."""
    ten_hoogste = end_after(oud, 24)
    if p.volgt_opleiding_nog:
        return ten_hoogste
    return min(oud + length(max(van, p.plicht_begon_op), tot), ten_hoogste)
