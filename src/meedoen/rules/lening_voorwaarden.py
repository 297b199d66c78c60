"""Wet, artikel 19; Besluit, artikel 6.1, 6.2 en 6.2a: who may borrow, and for what costs."""

from meedoen.rules.choices import Doelgroep, Leerroute, Verblijfsrecht
from meedoen.rules.choices_geld import EisenEuGroep, Leendoel
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.inburgeringsplicht import heeft_de_leeftijd, uitgezonderd
from meedoen.rules.leerroute import taalschakeltraject_telt
from meedoen.rules.logic import Finding, all_of, any_of, by_word, equals, fork, not_so
from meedoen.rules.once import once
from meedoen.rules.parameters import Law
from meedoen.rules.vrijstelling import (
    heeft_vrijstellend_diploma,
    lang_leerplichtig_geweest,
    volgt_vrijstellende_opleiding,
)


@once
def doelgroep_lening(f: Facts, law: Law) -> Finding:
    """Wet, artikel 19; Besluit, artikel 6.1: twee groepen kunnen lenen (R01.22).

    An asielstatushouder gets an offer from the college instead (Wi 16).
    """
    return fork(
        in_eu_groep(f),
        eu_groep_voldoet(f, law),
        Finding(
            "is gezins- of overige migrant",
            "Wi 19",
            equals(f.doelgroep, Doelgroep.GEZINS_OF_OVERIGE_MIGRANT),
        ),
        text="hoort bij wie kan lenen",
        basis="Wi 19",
    )


@once
def eu_groep_voldoet(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 6.1: uitgezonderd van de plicht, met verblijf als EU-burger (R01.22).

    The list ends with «of», but its parts mirror the duty and its exemptions: read as all five.
    """
    lezing = law.in_force(f.lening_gevraagd_op).eisen_lening_eu_groep
    eisen = _eisen_eu_groep(f, law)
    voldoet = by_word(
        Finding("lezing van «of»", "Bi 6.1", lezing),
        {
            EisenEuGroep.ALLE: all_of(*eisen, text="voldoet aan alle eisen", basis="Bi 6.1"),
            EisenEuGroep.EEN: any_of(*eisen, text="voldoet aan een van de eisen", basis="Bi 6.1"),
        },
        text="voldoet aan de eisen",
        basis="Bi 6.1",
    )
    return all_of(
        in_eu_groep(f),
        uitgezonderd(f, law),
        voldoet,
        text="hoort bij de EU-groep die kan lenen",
        basis="Bi 6.1",
    )


def in_eu_groep(f: Facts) -> Finding:
    """Residence of Vw 8 under e: what the loan has for who has no duty is asked of them."""
    return Finding(
        "verblijft hier door het EU-recht",
        "Bi 6.1",
        equals(f.verblijfsrecht, Verblijfsrecht.UNIERECHT),
    )


@once
def doel_toegestaan(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 6.2 en 6.2a: waarvoor iemand kan lenen (R01.25, R01.22).

    The list of the EU group works back to 2022, but was not known before 10 July 2025.
    """
    p = law.in_force(f.lening_gevraagd_op)
    return all_of(
        fork(
            in_eu_groep(f),
            Finding("lijst EU-groep", "Bi 6.2a:2", p.listed("leendoelen_eu_groep", f.leendoel)),
            Finding("lijst migranten", "Bi 6.2:1", p.listed("leendoelen_migrant", f.leendoel)),
            text="het doel staat in de lijst",
            basis="Bi 6.2:1",
        ),
        _eisen_aan_doel(f, law),
        text="mag voor dit doel lenen",
        basis="Bi 6.2",
    )


def _eisen_aan_doel(f: Facts, law: Law) -> Finding:
    geen = Finding("geen verdere eis", "Bi 6.2:1d", constant(True, Kind.ANSWER))
    return by_word(
        Finding("doel van de lening", "Bi 6.2:1", f.leendoel),
        {
            Leendoel.CURSUS: _bij_keurmerk(
                f, Finding("past bij de leerroute", "Bi 6.2:1a", f.cursus_past_bij_leerroute)
            ),
            Leendoel.ALFABETISERING: _bij_keurmerk(
                f, Finding("alfabetisering staat in het PIP", "Bi 6.2:1c", f.alfabetisering_in_pip)
            ),
            Leendoel.TAALSCHAKELTRAJECT: all_of(
                Finding(
                    "volgt de onderwijsroute",
                    "Bi 6.2:4",
                    equals(f.leerroute, Leerroute.ONDERWIJSROUTE),
                ),
                taalschakeltraject_telt(f, law),
                text="taalschakeltraject in de onderwijsroute",
                basis="Bi 6.2:4",
            ),
            Leendoel.EXAMEN: geen,
            Leendoel.EXAMEN_ONA: geen,
        },
        text="voldoet aan de eisen voor dit doel",
        basis="Bi 6.2",
    )


def _bij_keurmerk(f: Facts, volgens_pip: Finding) -> Finding:
    """A course with the mark; what the PIP must say holds only for who has a PIP."""
    keurmerk = Finding("de instelling heeft een keurmerk", "Bi 6.2:3", f.instelling_heeft_keurmerk)
    return fork(
        in_eu_groep(f),
        keurmerk,
        all_of(volgens_pip, keurmerk, text="volgens het PIP, met keurmerk", basis="Bi 6.2:3"),
        text="de cursus telt",
        basis="Bi 6.2:3",
    )


def _eisen_eu_groep(f: Facts, law: Law) -> tuple[Finding, ...]:
    diploma = any_of(
        heeft_vrijstellend_diploma(f, law),
        volgt_vrijstellende_opleiding(f, law),
        text="heeft of haalt een diploma dat vrijstelling geeft",
        basis="Bi 6.1:c",
    )
    leerplichtig = Finding("is nu leerplichtig", "Bi 6.1:d", f.nu_leerplichtig)
    aangetoond = Finding("toonde dat al aan", "Bi 6.1:e", f.voldoende_ingeburgerd)
    return (
        heeft_de_leeftijd(f, law),
        not_so(lang_leerplichtig_geweest(f, law), text="niet lang leerplichtig", basis="Bi 6.1:b"),
        not_so(diploma, text="heeft geen diploma dat vrijstelling geeft", basis="Bi 6.1:c"),
        not_so(leerplichtig, text="is niet leerplichtig", basis="Bi 6.1:d"),
        not_so(aangetoond, text="is niet aantoonbaar ingeburgerd", basis="Bi 6.1:e"),
    )
