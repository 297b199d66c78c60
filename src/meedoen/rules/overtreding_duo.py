"""Wet, artikel 24 en 25: when there is a breach for which DUO imposes a fine.

Ask with the facts as they are on the day after the term: what is done later does not undo it.
"""

from meedoen.rules.calendar import months_longer
from meedoen.rules.choices import Leerroute, Termijn
from meedoen.rules.choices_handhaving import EersteHerhaling, Overtreding
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.inburgeringstermijn import lopend_einde
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_least,
    at_most,
    by_word,
    equals,
    fork,
    not_so,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


@once
def boete_duo_vanaf(f: Facts, law: Law) -> Finding:
    """Wet, artikel 24: na elke termijn, en dan iedere twee jaar (R09.10, R09.11).

    After the second new term no further term is set (Wi 24:4); when the first of the two-yearly
    fines can follow is a reading.
    """
    voorbij = lopend_einde(f, law)
    na_nieuwe = fork(
        _hoogstens(f, 1),
        voorbij,
        fork(
            _hoogstens(f, 2),
            _eerste_herhaling(f, law, voorbij),
            _twee_jaar_na(f, law, Finding("laatste boete van DUO", "Wi 24:4", f.boete_bekend_op)),
            text="na de tweede nieuwe termijn",
            basis="Wi 24:4",
        ),
        text="na een nieuwe termijn",
        basis="Wi 24:3",
    )
    return by_word(
        Finding("soort termijn", "Bi 4.1", f.soort_termijn),
        {Termijn.EERSTE: voorbij, Termijn.VERLENGDE: voorbij, Termijn.NIEUWE: na_nieuwe},
        text="DUO kan een boete opleggen vanaf",
        basis="Wi 24",
    )


@once
def overtreding_pvt_of_map(f: Facts, law: Law) -> Finding:
    """Wet, artikel 24: PVT of MAP niet afgerond in de termijn (R09.10)."""
    return all_of(
        Finding("gaat over PVT of MAP", "Wi 24:1", equals(f.overtreding, Overtreding.PVT_OF_MAP)),
        _termijn_voorbij(f, law, "Wi 24:1"),
        any_of(
            pvt_open(f, law),
            map_open(f, law),
            text="het PVT of de MAP is open",
            basis="Wi 24:1",
        ),
        text="PVT of MAP is niet op tijd afgerond",
        basis="Wi 24:1",
    )


@once
def pvt_open(f: Facts, law: Law) -> Finding:
    """Wet, artikel 6, eerste lid, onder a: het PVT is niet afgerond (R09.10)."""
    return not_so(
        Finding("rondde het PVT af", "Wi 6:1a", f.pvt_afgerond),
        text="het PVT is open",
        basis="Wi 24:1",
    )


@once
def map_open(f: Facts, law: Law) -> Finding:
    """Wet, artikel 6, eerste lid, onder b en 8, derde lid: de MAP is niet afgerond (R09.10)."""
    return not_so(
        any_of(
            Finding("rondde de MAP af", "Wi 6:1b", f.map_afgerond),
            Finding(
                "volgt de onderwijsroute: de MAP hoeft niet",
                "Wi 8:3",
                equals(f.leerroute, Leerroute.ONDERWIJSROUTE),
            ),
            text="hoeft de MAP niet meer te doen",
            basis="Wi 24:1",
        ),
        text="de MAP is open",
        basis="Wi 24:1",
    )


@once
def overtreding_leerroute(f: Facts, law: Law) -> Finding:
    """Wet, artikel 25: de leerroute niet behaald, en de vergunning bleef (R09.11, R09.12).

    Wi 25:3 names the first fine only; here it holds for the later ones too.
    """
    return all_of(
        Finding("gaat over de leerroute", "Wi 25:1", equals(f.overtreding, Overtreding.LEERROUTE)),
        _termijn_voorbij(f, law, "Wi 25:1"),
        not_so(
            Finding("haalde de leerroute", "Wi 25:1", f.leerroute_behaald),
            text="haalde de leerroute niet",
            basis="Wi 25:1",
        ),
        not_so(
            any_of(
                Finding(
                    "de vergunning is niet verlengd", "Wi 25:3", f.verlenging_vergunning_geweigerd
                ),
                Finding("de vergunning is ingetrokken", "Wi 25:3", f.vergunning_ingetrokken),
                text="verloor de vergunning",
                basis="Wi 25:3",
            ),
            text="verloor de vergunning niet",
            basis="Wi 25:3",
        ),
        text="de leerroute is niet op tijd behaald",
        basis="Wi 25:1",
    )


def _termijn_voorbij(f: Facts, law: Law, basis: str) -> Finding:
    vanaf = boete_duo_vanaf(f, law)
    return Finding("de termijn is voorbij", basis, at_least(f.today, vanaf.value), (vanaf,))


def _hoogstens(f: Facts, boetes: int) -> Finding:
    return Finding(
        f"kreeg hiervoor hoogstens {boetes} keer een boete van DUO",
        "Wi 24:3",
        at_most(f.eerdere_boetes_duo, constant(boetes, Kind.COUNT)),
    )


def _eerste_herhaling(f: Facts, law: Law, voorbij: Finding) -> Finding:
    keuze = law.in_force(voorbij.value).eerste_herhaling_boete_duo
    return by_word(
        Finding("lezing van «iedere twee jaar»", "Wi 24:4", keuze, (voorbij,)),
        {
            EersteHerhaling.NA_TERMIJN: voorbij,
            EersteHerhaling.NA_TWEE_JAAR: _twee_jaar_na(f, law, voorbij),
        },
        text="eerste boete na de tweede nieuwe termijn",
        basis="Wi 24:4",
    )


def _twee_jaar_na(f: Facts, law: Law, dag: Finding) -> Finding:
    maanden = law.in_force(dag.value).boete_duo_iedere
    return Finding(
        "twee jaar later",
        "Wi 24:4",
        months_longer(dag.value, maanden),
        (dag, Finding("iedere", "Wi 24:4", maanden)),
    )
