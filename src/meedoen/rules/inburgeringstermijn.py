"""Wet, artikel 11; Besluit, hoofdstuk 4: how long the term runs and when to ask for more.

DUO fixes the term and its extensions; what is computed here is a check beside DUO's decision.
Periods are half-open: `einde` is the first day after the term.
"""

from meedoen.rules.calendar import (
    add_days,
    add_weeks,
    day_after,
    day_before,
    days_between,
    months_longer,
    subtract_months,
    working_day,
)
from meedoen.rules.choices import EersteAanvraagdag, Termijn
from meedoen.rules.column import Column
from meedoen.rules.facts import Facts
from meedoen.rules.inburgeringsplicht import onderbreking_telt_niet
from meedoen.rules.logic import Finding, all_of, at_least, by_word, fork, norm
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


@once
def aanvang(f: Facts, law: Law) -> Finding:
    """Wet, artikel 11, tweede en derde lid: de dag na de dagtekening van het eerste PIP (R07.02).

    A PIP that is revised, annulled or fixed anew never moves the start (R04.12).
    """
    dagtekening = Finding("dagtekening van het eerste PIP", "Wi 15:3", f.dagtekening_eerste_pip)
    return Finding(
        "de termijn begint", "Wi 11:2", day_after(f.dagtekening_eerste_pip), (dagtekening,)
    )


@once
def einde(f: Facts, law: Law) -> Finding:
    """Wet, artikel 11, eerste lid: de eerste dag na drie jaar, zonder verlenging (R07.01)."""
    begin = aanvang(f, law)
    duur = law.in_force(f.dagtekening_eerste_pip).duur_inburgeringstermijn
    return Finding(
        "de termijn is voorbij, zonder verlenging",
        "Wi 11:1",
        months_longer(begin.value, duur),
        (begin, Finding("duur van de termijn", "Wi 11:1", duur)),
    )


def laatste_dag(f: Facts, law: Law) -> Finding:
    """Wet, artikel 11: de laatste dag van de drie jaar, ook als dat een zondag is (R07.03).

    The Algemene termijnenwet (Atw 4) does not lengthen terms of years.
    """
    voorbij = einde(f, law)
    return Finding("laatste dag van de termijn", "Wi 11:1", day_before(voorbij.value), (voorbij,))


@once
def einde_na_onderbreking(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 4.2: een onderbreking van hoogstens een jaar komt erbij (R07.06)."""
    gewoon = einde(f, law)
    duur = Finding(
        "duur van de onderbreking",
        "Bi 2.1:2",
        days_between(f.onderbreking_van, f.onderbreking_tot),
        (
            Finding("eerste dag", "Bi 2.1:2", f.onderbreking_van),
            Finding("eerste dag erna", "Bi 2.1:2", f.onderbreking_tot),
        ),
    )
    langer = Finding(
        "einde met de onderbreking erbij",
        "Bi 4.2",
        add_days(gewoon.value, duur.value),
        (gewoon, duur),
    )
    return fork(
        all_of(
            Finding("de plicht gold een tijd niet", "Bi 2.1:2", f.plicht_onderbroken),
            onderbreking_telt_niet(f, law),
            text="de onderbreking verlengt de termijn",
            basis="Bi 4.2",
        ),
        langer,
        gewoon,
        text="de termijn is voorbij, met een onderbreking erbij",
        basis="Bi 4.2",
    )


@once
def lopend_einde(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 4.1: het einde van de termijn die nu loopt, eerste, verlengde of nieuwe."""
    volgens_duo = Finding("einde volgens DUO", "Wi 12:1", f.einde_huidige_termijn)
    return by_word(
        Finding("soort termijn", "Bi 4.1", f.soort_termijn),
        {
            Termijn.EERSTE: einde(f, law),
            Termijn.VERLENGDE: volgens_duo,
            Termijn.NIEUWE: volgens_duo,
        },
        text="de lopende termijn is voorbij",
        basis="Bi 4.1",
    )


def verlenging_aanvragen_vanaf(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 4.5, eerste lid: niet eerder dan zes maanden voor het einde (R07.05).

    The text names no day: the reading is a parameter. Counting back, Atw 1:2 gives no working day.
    """
    voorbij = lopend_einde(f, law)
    p = law.in_force(f.dagtekening_eerste_pip)
    maanden = p.verlenging_aanvragen_voor_einde
    vanaf_einde = Finding(
        "zes maanden voor de dag na de laatste dag",
        "Bi 4.5:1",
        subtract_months(voorbij.value, maanden),
        (voorbij,),
    )
    vanaf_laatste = Finding(
        "zes maanden voor de laatste dag",
        "Bi 4.5:1",
        subtract_months(day_before(voorbij.value), maanden),
        (voorbij,),
    )
    keuze = by_word(
        Finding("lezing van «voor het verstrijken»", "Bi 4.5:1", p.eerste_aanvraagdag_verlenging),
        {
            EersteAanvraagdag.VANAF_EINDE: vanaf_einde,
            EersteAanvraagdag.VANAF_LAATSTE_DAG: vanaf_laatste,
        },
        text="eerste dag om te vragen",
        basis="Bi 4.5:1",
    )
    return Finding(
        "verlenging kan worden gevraagd vanaf", "Bi 4.5:1", keuze.value, (voorbij, keuze)
    )


def aanvraag_op_tijd(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 4.5, eerste lid: of de aanvraag niet te vroeg kwam (R07.05)."""
    vanaf = verlenging_aanvragen_vanaf(f, law)
    return Finding(
        "de aanvraag kwam niet te vroeg",
        "Bi 4.5:1",
        at_least(f.verlenging_gevraagd_op, vanaf.value),
        (Finding("aanvraag ontvangen", "Bi 4.5:1", f.verlenging_gevraagd_op), vanaf),
    )


def uiterste_dag_beslissing_verlenging(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 4.5, eerste lid: DUO beslist binnen acht weken (R07.05; Atw 1)."""
    weken = law.in_force(f.verlenging_gevraagd_op).beslistermijn_verlenging
    dag = add_weeks(f.verlenging_gevraagd_op, weken)
    return Finding(
        "DUO beslist uiterlijk",
        "Bi 4.5:1",
        working_day(dag, law.rest),
        (
            Finding("aanvraag ontvangen", "Bi 4.5:1", f.verlenging_gevraagd_op),
            Finding("termijn", "Bi 4.5:1", weken),
        ),
    )


def termijn_voorbij(f: Facts, law: Law) -> Finding:
    """Wet, artikel 11 en 12: of de lopende termijn op deze dag voorbij is."""
    voorbij = lopend_einde(f, law)
    return Finding(
        "de lopende termijn is voorbij", "Wi 11:1", at_least(f.today, voorbij.value), (voorbij,)
    )


def maanden_later(oud: Finding, maanden: Column, basis: str) -> Finding:
    """An end so many full months later, with the old end and the length as its reasons."""
    lengte = norm("verlenging", basis, maanden)
    return Finding("zoveel maanden later", basis, months_longer(oud.value, maanden), (oud, lengte))
