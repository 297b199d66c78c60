"""Wet, artikel 21; Besluit, artikel 6.6, 6.7 en 6.14: when a loan is paid back, and what never is.

DUO decides. The yields of the state loans are published elsewhere, so no interest is computed:
only from which month it comes and how long it holds.
"""

from meedoen.rules.calendar import add_months, first_of_month, months_longer
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.lening import aanspraak_vervalt_op
from meedoen.rules.lening_voorwaarden import in_eu_groep
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_least,
    earliest,
    fork,
    largest,
    minus,
    smallest,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law

ONE_MONTH = constant(1, Kind.MONTHS)
NOTHING = constant(0, Kind.CENTS)


@once
def begin_aanloopfase(f: Facts, law: Law) -> Finding:
    """Wet, artikel 21, derde lid; Besluit, artikel 6.7: de zes maanden zonder betalen (R01.27).

    For who has or had a duty: the day it ended, or that the claim lapsed if that was first. For
    the EU group: three years after the loan, or the exam if that was first.
    """
    return fork(
        in_eu_groep(f),
        _aanloopfase_eu_groep(f, law),
        _aanloopfase_migrant(f, law),
        text="de aanloopfase begint",
        basis="Bi 6.7:3",
    )


@once
def begin_terugbetaling(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 6.7: de eerste dag van de terugbetaling (R01.27).

    The first of the month after the aanloopfase, but not for the EU group; on request earlier.
    """
    begin = begin_aanloopfase(f, law)
    p = law.in_force(begin.value)
    na_zes_maanden = Finding(
        "de dag na de aanloopfase",
        "Bi 6.7:4",
        months_longer(begin.value, p.aanloopfase_eu_groep),
        (begin,),
    )
    voorbij = add_months(begin.value, p.aanloopfase)
    maand_erna = Finding(
        "de eerste dag van de maand na de aanloopfase",
        "Bi 6.7:2",
        add_months(first_of_month(voorbij), ONE_MONTH),
        (begin,),
    )
    gewoon = fork(
        in_eu_groep(f), na_zes_maanden, maand_erna, text="begin zonder verzoek", basis="Bi 6.7:2"
    )
    return fork(
        Finding("vroeg om eerder te beginnen", "Bi 6.7:2", f.eerder_terugbetalen_gevraagd),
        earliest(
            gewoon,
            Finding("begin op verzoek", "Bi 6.7:2", f.terugbetalen_op_verzoek_vanaf),
            text="eerder begin",
            basis="Bi 6.7:2",
        ),
        gewoon,
        text="de terugbetaling begint",
        basis="Bi 6.7",
    )


def einde_terugbetaling(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 6.7, eerste lid: de eerste dag na hoogstens tien jaar (R01.27)."""
    begin = begin_terugbetaling(f, law)
    duur = smallest(f.duur_terugbetaling, law.in_force(begin.value).terugbetaling_hoogstens)
    return Finding(
        "de terugbetaling is voorbij",
        "Bi 6.7:1",
        months_longer(begin.value, duur),
        (begin, Finding("duur in de beschikking", "Bi 6.9:1", f.duur_terugbetaling)),
    )


def peilmaand_rente(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 6.6; Regeling, artikel 6.4: uit welke maand de rente komt (R01.27).

    The rate of the year in which the aanloopfase begins, or the terugbetaling if that is earlier:
    it comes from this month of the year before.
    """
    eerste = earliest(
        begin_aanloopfase(f, law),
        begin_terugbetaling(f, law),
        text="de rente wordt bepaald",
        basis="Ri 6.4:1",
    )
    maand = law.in_force(eerste.value).peilmaand_rente
    return Finding("maand van het rendement", "Bi 6.6:1", maand, (eerste,))


def rente_vast_tot(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 6.4: vijf jaar dezelfde rente, daarna opnieuw vastgesteld (R01.27)."""
    begin = begin_terugbetaling(f, law)
    maanden = law.in_force(begin.value).rente_vast_na_begin
    return Finding(
        "de rente wordt opnieuw vastgesteld",
        "Ri 6.4:2",
        months_longer(begin.value, maanden),
        (begin,),
    )


def schuld_die_tenietgaat(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 6.14: wat aan het einde of bij overlijden niet meer hoeft (R01.27).

    At the end only what is left because the term was lowered, and never the arrears.
    """
    einde = einde_terugbetaling(f, law)
    schuld = Finding("schuld die openstaat", "Bi 6.14", f.restschuld)
    zonder_achterstand = Finding(
        "schuld zonder achterstand",
        "Bi 6.14:1",
        largest(minus(f.restschuld, f.achterstand), NOTHING),
    )
    aan_het_einde = all_of(
        Finding("het termijnbedrag is verlaagd", "Bi 6.12:2", f.termijnbedrag_verlaagd),
        Finding(
            "de terugbetaling is voorbij", "Bi 6.14:1", at_least(f.today, einde.value), (einde,)
        ),
        text="er resteert een schuld omdat de draagkracht laag was",
        basis="Bi 6.14:1",
    )
    return fork(
        Finding("is overleden", "Bi 6.14:2", f.overleden),
        schuld,
        fork(
            aan_het_einde,
            zonder_achterstand,
            Finding("er gaat niets teniet", "Bi 6.14", NOTHING),
            text="wat bij leven tenietgaat",
            basis="Bi 6.14:1",
        ),
        text="schuld die tenietgaat",
        basis="Bi 6.14",
    )


def _aanloopfase_migrant(f: Facts, law: Law) -> Finding:
    vervalt = aanspraak_vervalt_op(f, law)
    return fork(
        any_of(
            Finding("heeft aan de plicht voldaan", "Wi 21:3a", f.plicht_voldaan),
            Finding("is niet meer plichtig", "Wi 20:2b", f.niet_meer_plichtig),
            text="de plicht is voorbij",
            basis="Wi 21:3",
        ),
        earliest(
            Finding("einde van de plicht", "Wi 21:3a", f.plicht_geeindigd_op),
            vervalt,
            text="einde van de plicht, of van de aanspraak als dat eerder was",
            basis="Wi 21:3",
        ),
        vervalt,
        text="einde van plicht of aanspraak",
        basis="Wi 21:3",
    )


def _aanloopfase_eu_groep(f: Facts, law: Law) -> Finding:
    maanden = law.in_force(f.lening_verstrekt_op).looptijd_lening_eu_groep
    na_drie_jaar = Finding(
        "drie jaar na de lening", "Bi 6.7:4", months_longer(f.lening_verstrekt_op, maanden)
    )
    examen = Finding("haalde het examen op", "Bi 6.7:4", f.inburgeringsexamen_behaald_op)
    return fork(
        Finding("haalde het examen", "Bi 6.7:4", f.inburgeringsexamen_behaald),
        earliest(na_drie_jaar, examen, text="de eerste van de twee", basis="Bi 6.7:4"),
        na_drie_jaar,
        text="drie jaar na de lening, of het examen",
        basis="Bi 6.7:4",
    )
