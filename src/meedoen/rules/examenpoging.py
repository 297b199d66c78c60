"""Besluit, artikel 3.5 en 3.7; Regeling, artikel 3.4 en 3.5: one attempt at one part of the exam.

The day of the exam chooses the text. No text sets a highest number of attempts.
"""

from meedoen.rules.choices import Doelgroep, Leerroute, Niveau
from meedoen.rules.choices_leerroute import Examenonderdeel, Examensoort
from meedoen.rules.column import Kind, constant
from meedoen.rules.examen import onderdeel_op_a2
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_least,
    before,
    by_word,
    equals,
    fork,
    largest,
    minus,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law
from meedoen.rules.zelfredzaamheidsroute import examen_mag


def soort_examen(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.5: staatsexamen vanaf B1, anders een examen van DUO (R08.02)."""
    duo = Finding("DUO neemt het af", "Bi 3.5:3", constant(Examensoort.DUO, Examensoort))
    staat = Finding("staatsexamen NT2", "Bi 3.5:1", constant(Examensoort.STAATSEXAMEN, Examensoort))
    taal = by_word(
        Finding("niveau", "Bi 3.5", f.niveau_van_examen),
        {Niveau.A2: duo, Niveau.B1: staat, Niveau.B2: staat},
        text="naar het niveau",
        basis="Bi 3.5",
    )
    return fork(_knm(f), duo, taal, text="soort examen", basis="Bi 3.5")


@once
def niveau_hoog_genoeg(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 3.5, eerste lid: ten minste het niveau in het PIP (R08.05)."""
    b1, a2 = (constant(n, Niveau) for n in (Niveau.B1, Niveau.A2))
    return any_of(
        _knm(f),
        Finding("het examen is op ten minste B1", "Ri 3.5:1", at_least(f.niveau_van_examen, b1)),
        all_of(
            onderdeel_op_a2(f, law),
            Finding("het examen is op A2", "Ri 3.5:1", at_least(f.niveau_van_examen, a2)),
            text="op A2, en dat staat in het PIP",
            basis="Ri 3.5:1",
        ),
        text="het niveau is hoog genoeg voor het PIP",
        basis="Ri 3.5:1",
    )


@once
def recht_op_kosteloze_pogingen(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 3.5: waarvoor een asielstatushouder niets betaalt (R08.05, R08.06)."""
    return all_of(
        Finding("is asielstatushouder", "Ri 3.5", equals(f.doelgroep, Doelgroep.ASIELSTATUSHOUDER)),
        by_word(
            Finding("leerroute", "Wi 15:1a", f.leerroute),
            {
                Leerroute.B1_ROUTE: niveau_hoog_genoeg(f, law),
                Leerroute.ONDERWIJSROUTE: Finding(
                    "in de onderwijsroute alleen KNM",
                    "Ri 3.5:2",
                    equals(f.examenonderdeel, Examenonderdeel.KNM),
                ),
                Leerroute.ZELFREDZAAMHEIDSROUTE: _in_zelfredzaamheidsroute(f, law),
            },
            text="dit onderdeel is kosteloos in deze leerroute",
            basis="Ri 3.5",
        ),
        text="heeft recht op kosteloze pogingen voor dit onderdeel",
        basis="Ri 3.5",
    )


@once
def kosteloze_pogingen_over(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 3.5: hoeveel van de twee kosteloze pogingen er nog zijn (R08.05)."""
    hoogstens = law.in_force(f.examen_op).kosteloze_examenpogingen
    geen = constant(0, Kind.COUNT)
    rest = Finding(
        "kosteloze pogingen min gedane",
        "Ri 3.5",
        largest(minus(hoogstens, f.kosteloze_pogingen_gedaan), geen),
        (
            Finding("kosteloze pogingen", "Ri 3.5", hoogstens),
            Finding("al gedaan", "Ri 3.5", f.kosteloze_pogingen_gedaan),
        ),
    )
    return fork(
        recht_op_kosteloze_pogingen(f, law),
        rest,
        Finding("geen kosteloze pogingen", "Ri 3.5", geen),
        text="kosteloze pogingen die er nog zijn",
        basis="Ri 3.5",
    )


def examen_is_kosteloos(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 3.5: deze poging kost niets (R08.05, R08.06)."""
    over = kosteloze_pogingen_over(f, law)
    return Finding(
        "deze poging is kosteloos",
        "Ri 3.5",
        before(constant(0, Kind.COUNT), over.value),
        (over,),
    )


def examengeld(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 3.4: wat deze poging kost, ook een derde (R08.03, R08.04, R08.07).

    The fee of the state exam stands in no text that we have: unknown.
    """
    p = law.in_force(f.examen_op)
    staat = Finding("tarief van het staatsexamen", "Bi 3.7:2", p.examengeld_staatsexamen)
    taal = by_word(
        Finding("niveau", "Bi 3.5", f.niveau_van_examen),
        {
            Niveau.A2: Finding("tarief op A2", "Ri 3.4:b", p.examengeld_taalonderdeel_a2),
            Niveau.B1: staat,
            Niveau.B2: staat,
        },
        text="tarief van een taalonderdeel",
        basis="Ri 3.4",
    )
    tarief = fork(
        _knm(f),
        Finding("tarief van KNM", "Ri 3.4:a", p.examengeld_knm),
        taal,
        text="tarief",
        basis="Ri 3.4",
    )
    return fork(
        examen_is_kosteloos(f, law),
        Finding("kosteloos", "Ri 3.5", constant(0, Kind.CENTS)),
        tarief,
        text="examengeld voor deze poging",
        basis="Ri 3.4",
    )


def eindtermen_knm(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 3.2: uit welke eindtermen het examen KNM komt (R06.13).

    Eight subjects (Bi 3.4:1), worked out in annex 2, that was replaced in 2025.
    """
    return Finding(
        "eindtermen van het examen KNM",
        "Ri 3.2",
        law.in_force(f.examen_op).eindtermen_knm,
        (Finding("dag van het examen", "Bi 3.4:2", f.examen_op),),
    )


def _in_zelfredzaamheidsroute(f: Facts, law: Law) -> Finding:
    taal_op_a2 = Finding("taal op A2", "Ri 3.5:3", equals(f.niveau_van_examen, Niveau.A2))
    mogelijk = law.in_force(f.examen_op).knm_in_zelfredzaamheidsroute_mogelijk
    knm = all_of(
        _knm(f),
        Finding("KNM kan in deze route", "Bi 3.14:7", mogelijk),
        text="KNM, sinds dat kan",
        basis="Ri 3.5:3",
    )
    return all_of(
        examen_mag(f, law),
        fork(_knm(f), knm, taal_op_a2, text="taal op A2, of KNM", basis="Ri 3.5:3"),
        text="voldoet aan de voorwaarden van de zelfredzaamheidsroute",
        basis="Ri 3.5:3",
    )


def _knm(f: Facts) -> Finding:
    return Finding("gaat over KNM", "Bi 3.4", equals(f.examenonderdeel, Examenonderdeel.KNM))
