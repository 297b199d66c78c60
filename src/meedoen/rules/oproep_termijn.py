"""Wet, artikel 14:1: a summons with a term, until when it runs, and who fell short after it.

An invitation before the housing and a summons that was missed for a good reason are no oproep:
they count for nothing.
"""

from meedoen.rules.calendar import add_days, day_before, working_day
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_least,
    at_most,
    before,
    earliest,
    fork,
    largest,
    minus,
    not_so,
)
from meedoen.rules.once import once
from meedoen.rules.opvang import alleen_uitnodiging
from meedoen.rules.overtreding import nieuwe_termijn_intake_uiterlijk
from meedoen.rules.parameters import Law


@once
def oproepen_die_tellen(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14: hoeveel oproepen tellen; met een goede reden telt een oproep niet (R03.10).

    The latest summons counts, until it turns out that the person had a good reason.
    """
    een, nul = constant(1, Kind.COUNT), constant(0, Kind.COUNT)
    over = Finding(
        "oproepen zonder die met een goede reden, ten minste de laatste",
        "Wi 14:2",
        largest(minus(f.oproepen_verstuurd, f.oproepen_met_goede_reden), een),
        (
            Finding("verstuurd", "Wi 14:1", f.oproepen_verstuurd),
            Finding("daarvan eerder met een goede reden", "Wi 14:1", f.oproepen_met_goede_reden),
        ),
    )
    return fork(
        opgeroepen(f, law),
        over,
        Finding("nog geen oproep", "Wi 14:1", nul),
        text="oproepen die tellen",
        basis="Wi 14:2",
    )


def laatste_dag_termijn(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14, eerste lid: de termijn die het college stelt (R03.06, R03.07).

    The length is a choice of the municipality. By its own choice a term ends on a working day;
    with a fine the limit of Wi 22:2 comes before that choice.
    """
    dagen = law.in_force(f.laatste_oproep_op).termijn_oproep
    eigen = Finding(
        "termijn van de gemeente, tot en met een werkdag",
        "Wi 14:1",
        working_day(add_days(f.laatste_oproep_op, dagen), law.rest),
        (
            Finding("oproep verstuurd", "Wi 14:1", f.laatste_oproep_op),
            Finding("dagen na de oproep", "Wi 14:1", dagen),
        ),
    )
    met_boete = earliest(
        eigen, nieuwe_termijn_intake_uiterlijk(f, law), text="met een grens", basis="Wi 22:2"
    )
    return fork(
        _in_boetebesluit(f), met_boete, eigen, text="laatste dag van de termijn", basis="Wi 14:1"
    )


def nieuwe_termijn_klopt(f: Facts, law: Law) -> Finding:
    """Wet, artikel 22, tweede lid: de termijn in de boete is hoogstens twee maanden (R03.07)."""
    grens = nieuwe_termijn_intake_uiterlijk(f, law)
    laatste = Finding("laatste dag van de termijn", "Wi 22:2", day_before(f.termijn_oproep_tot))
    return any_of(
        not_so(_in_boetebesluit(f), text="is geen termijn van een boetebesluit", basis="Wi 14:1"),
        Finding(
            "hoogstens twee maanden na de bekendmaking",
            "Wi 22:2",
            at_most(laatste.value, grens.value),
            (laatste, grens),
        ),
        text="de termijn is niet te lang",
        basis="Wi 22:2",
    )


@once
def opgeroepen(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14, eerste lid: er is al een oproep met een termijn (R03.06)."""
    return Finding(
        "is al opgeroepen", "Wi 14:1", before(constant(0, Kind.COUNT), f.oproepen_verstuurd)
    )


@once
def termijn_voorbij(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14, eerste lid: op deze dag is de termijn van de oproep voorbij (R03.06)."""
    return Finding(
        "de termijn van de oproep is voorbij",
        "Wi 14:1",
        at_least(f.today, f.termijn_oproep_tot),
        (Finding("eerste dag na de termijn", "Wi 14:1", f.termijn_oproep_tot),),
    )


@once
def kwam_en_werkte_mee(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14, eerste lid: binnen de termijn gekomen en voldoende meegewerkt (R03.06)."""
    return all_of(
        Finding("kwam op de oproep", "Wi 14:1", f.kwam_op_oproep),
        Finding("werkte voldoende mee", "Wi 14:1", f.werkte_voldoende_mee),
        text="kwam en werkte mee",
        basis="Wi 14:1",
    )


@once
def schoot_tekort(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14, eerste lid: kwam niet of werkte niet mee, zonder goede reden (R03.06).

    Judged when the term is over: until then somebody can still come or cooperate.
    """
    return all_of(
        not_so(alleen_uitnodiging(f, law), text="het college kan oproepen", basis="Wi 14:1"),
        opgeroepen(f, law),
        termijn_voorbij(f, law),
        not_so(kwam_en_werkte_mee(f, law), text="kwam niet of werkte niet mee", basis="Wi 14:1"),
        not_so(
            Finding("had een goede reden", "Wi 14:1", f.goede_reden),
            text="had geen goede reden",
            basis="Wi 14:1",
        ),
        text="schoot tekort na de oproep",
        basis="Wi 14:1",
    )


def _in_boetebesluit(f: Facts) -> Finding:
    return Finding("de termijn staat in een boetebesluit", "Wi 22:2", f.oproep_in_boetebesluit)
