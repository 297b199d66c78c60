"""Wet, artikel 19 en 20; Besluit, afdeling 6.1: who can borrow for the inburgering, and for what.

DUO decides on the loan; what is computed here is a check or a forecast. The EU group are people
of Wi 3:2 with residence of Vw 8 under e (Bi 6.1): they have no duty, but may borrow.
"""

from meedoen.rules.calendar import add_days, add_weeks, days_between, months_longer, working_day
from meedoen.rules.choices import Termijn, Verblijfsrecht
from meedoen.rules.facts import Facts
from meedoen.rules.hoofdlijnen import schakelaar
from meedoen.rules.inburgeringsplicht import inburgeringsplichtig, onderbreking_telt_niet
from meedoen.rules.inburgeringstermijn import aanvang, einde_na_onderbreking
from meedoen.rules.lening_voorwaarden import doel_toegestaan, doelgroep_lening, in_eu_groep
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_least,
    at_most,
    before,
    by_word,
    equals,
    fork,
    not_so,
    one_of,
    total,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


def lening_mogelijk(f: Facts, law: Law) -> Finding:
    """Wet, artikel 20, eerste lid: of DUO op deze dag een lening kan geven (R01.22, R01.29)."""
    return all_of(
        schakelaar(law, "leenstelsel_bestaat", f.today, text="er is een leenstelsel"),
        doelgroep_lening(f, law),
        heeft_aanspraak(f, law),
        doel_toegestaan(f, law),
        not_so(
            Finding("een oude lening staat nog open", "Bi 6.2:6", f.oude_lening_open),
            text="heeft geen oude lening meer",
            basis="Bi 6.2:5",
        ),
        text="kan lenen",
        basis="Wi 20:1",
    )


@once
def heeft_aanspraak(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 6.3, eerste lid: aanspraak op de lening op deze dag (R01.35, R01.26).

    Who asks to pay back earlier, has no claim any more (Bi 6.7:2).
    """
    einde = einde_aanspraak(f, law)
    begin = fork(
        in_eu_groep(f),
        Finding("het verblijfsrecht gaat in", "Bi 6.3:1", f.verblijfsrecht_vanaf),
        aanvang(f, law),
        text="de aanspraak begint",
        basis="Bi 6.3:1",
    )
    return all_of(
        Finding("de termijn is begonnen", "Bi 6.3:1", at_least(f.today, begin.value), (begin,)),
        Finding("de termijn is niet voorbij", "Bi 6.3:1", before(f.today, einde.value), (einde,)),
        aanspraak_niet_vervallen(f, law),
        not_so(
            Finding("vroeg eerder te mogen beginnen", "Bi 6.7:2", f.eerder_terugbetalen_gevraagd),
            text="vroeg niet om eerder terug te betalen",
            basis="Bi 6.7:2",
        ),
        text="heeft aanspraak op de lening",
        basis="Bi 6.3:1",
    )


@once
def einde_aanspraak(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 6.3:1 en 6.15: de eerste dag na de aanspraak (R01.35, R01.36).

    Bi 4.2 lengthens the term of who must inburgeren already; 6.15 adds nothing to it twice.
    """
    volgens_duo = Finding("einde volgens DUO", "Wi 12:1", f.einde_huidige_termijn)
    migrant = by_word(
        Finding("soort termijn", "Bi 4.1", f.soort_termijn),
        {
            Termijn.EERSTE: einde_na_onderbreking(f, law),
            Termijn.VERLENGDE: volgens_duo,
            Termijn.NIEUWE: volgens_duo,
        },
        text="de lopende termijn is voorbij",
        basis="Bi 6.3:1",
    )
    return fork(
        in_eu_groep(f),
        _drie_jaar_na_verblijf(f, law),
        migrant,
        text="de aanspraak op de lening is voorbij",
        basis="Bi 6.3:1",
    )


@once
def aanspraak_vervalt_op(f: Facts, law: Law) -> Finding:
    """Wet, artikel 20, tweede lid, onder a: zes jaar na de (verlengde) termijn (R01.26).

    A new term after a fine does not count. The first day without a claim, for who has a duty.
    """
    einde = by_word(
        Finding("soort termijn", "Bi 4.1", f.soort_termijn),
        {
            Termijn.EERSTE: einde_na_onderbreking(f, law),
            Termijn.VERLENGDE: Finding("einde volgens DUO", "Wi 12:1", f.einde_huidige_termijn),
            Termijn.NIEUWE: Finding("einde voor de boete", "Wi 20:2a", f.einde_termijn_voor_boete),
        },
        text="de (verlengde) termijn is voorbij",
        basis="Wi 20:2a",
    )
    maanden = law.in_force(einde.value).aanspraak_lening_vervalt_na
    return Finding(
        "zes jaar na de termijn",
        "Wi 20:2a",
        months_longer(einde.value, maanden),
        (einde,),
    )


@once
def nog_inburgeringsplichtig(f: Facts, law: Law) -> Finding:
    """Wet, artikel 20, tweede lid, onder b: de plicht is er nog (R01.26)."""
    return all_of(
        inburgeringsplichtig(f, law),
        not_so(
            any_of(
                Finding("heeft aan de plicht voldaan", "Wi 21:3a", f.plicht_voldaan),
                Finding("is geheel vrijgesteld of ontheven", "Wi 20:2b", f.niet_meer_plichtig),
                text="hoeft niet meer in te burgeren",
                basis="Wi 20:2b",
            ),
            text="moet nog inburgeren",
            basis="Wi 20:2b",
        ),
        text="is nog inburgeringsplichtig",
        basis="Wi 20:2b",
    )


@once
def aanspraak_niet_vervallen(f: Facts, law: Law) -> Finding:
    """Wet, artikel 20, tweede lid: de aanspraak is niet vervallen (R01.26).

    The second paragraph is about who has a duty; the EU group has none.
    """
    vervalt = aanspraak_vervalt_op(f, law)
    return any_of(
        in_eu_groep(f),
        all_of(
            nog_inburgeringsplichtig(f, law),
            Finding(
                "zes jaar na de termijn zijn nog niet voorbij",
                "Wi 20:2a",
                before(f.today, vervalt.value),
                (vervalt,),
            ),
            text="moet inburgeren, en de zes jaar zijn niet voorbij",
            basis="Wi 20:2",
        ),
        text="de aanspraak is niet vervallen",
        basis="Wi 20:2",
    )


def uitbetalen_mogelijk(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 6.3, tweede lid: aan wie DUO geld van de lening betaalt (R01.35).

    Onderdeel b names the cases of Bi 2.2:1, the temporary purposes; read as those of Bi 2.1:1.
    """
    lezing = law.in_force(f.verklaring_cursusuren_op).lening_in_procedure
    return all_of(
        Finding("is ingezetene", "Bi 6.3:2a", f.ingezetene),
        any_of(
            Finding(
                "heeft een verblijfsrecht van onderdeel a, c of e",
                "Bi 6.3:2b",
                one_of(
                    f.verblijfsrecht,
                    Verblijfsrecht.REGULIER,
                    Verblijfsrecht.ASIEL,
                    Verblijfsrecht.UNIERECHT,
                ),
            ),
            all_of(
                Finding(
                    "is in procedure",
                    "Bi 6.3:2b",
                    equals(f.verblijfsrecht, Verblijfsrecht.PROCEDURE),
                ),
                Finding("lezing: ook in procedure", "Bi 6.3:2b", lezing),
                Finding("de procedure sluit aan", "Bi 2.1:1", f.procedure_sluit_aan),
                text="is in een procedure die meetelt",
                basis="Bi 6.3:2b",
            ),
            text="verblijft hier rechtmatig",
            basis="Bi 6.3:2b",
        ),
        aanspraak_niet_vervallen(f, law),
        text="DUO kan geld van de lening betalen",
        basis="Bi 6.3:2",
    )


def factuur_betaalbaar(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 6.2, vierde lid: hoogstens 2.000 euro per kwartaal (R01.25).

    Only invoices for contract hours; the invoice that goes over it is not paid at all.
    """
    grens = law.in_force(f.verklaring_cursusuren_op).facturen_per_kwartaal_hoogstens
    samen = total(f.eerdere_facturen_in_kwartaal, f.factuurbedrag)
    return Finding("de factuur past in het kwartaal", "Ri 6.2:4", at_most(samen, grens))


def uiterste_dag_betaling_factuur(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 6.2, derde lid: betaald binnen vier weken na de verklaring (R01.25).

    A term of a ministerial regulation: the Algemene termijnenwet does not lengthen it.
    """
    weken = law.in_force(f.verklaring_cursusuren_op).betaaltermijn_factuur
    dag = add_weeks(f.verklaring_cursusuren_op, weken)
    return Finding("DUO betaalt uiterlijk", "Ri 6.2:3", dag)


def uiterste_dag_beslissing_lening(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 6.5: DUO beslist binnen acht weken (R01.26; Atw 1)."""
    weken = law.in_force(f.lening_gevraagd_op).beslistermijn_lening
    dag = add_weeks(f.lening_gevraagd_op, weken)
    return Finding("DUO beslist uiterlijk", "Bi 6.5", working_day(dag, law.rest))


def _drie_jaar_na_verblijf(f: Facts, law: Law) -> Finding:
    maanden = law.in_force(f.verblijfsrecht_vanaf).aanspraak_lening_eu_groep
    gewoon = Finding(
        "drie jaar na het begin van het verblijfsrecht",
        "Bi 6.3:1",
        months_longer(f.verblijfsrecht_vanaf, maanden),
    )
    duur = days_between(f.onderbreking_van, f.onderbreking_tot)
    langer = Finding(
        "met de onderbreking erbij", "Bi 6.15", add_days(gewoon.value, duur), (gewoon,)
    )
    return fork(
        all_of(
            Finding("er was een onderbreking", "Bi 6.15", f.plicht_onderbroken),
            onderbreking_telt_niet(f, law),
            text="de onderbreking verlengt de aanspraak",
            basis="Bi 6.15",
        ),
        langer,
        gewoon,
        text="einde van de aanspraak van de EU-groep",
        basis="Bi 6.15",
    )
