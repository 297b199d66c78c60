"""Wet, artikel 14:3a, 14:5 tot en met 14:7: the test of DUO, who need not take it, its advice."""

from meedoen.rules.choices import Leerroute
from meedoen.rules.column import constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding, all_of, any_of, at_least, at_most, equals, fork, not_so
from meedoen.rules.once import once
from meedoen.rules.parameters import Law
from meedoen.rules.persoonlijk_plan import uiterste_dag


@once
def toets_en_onderzoek_vervallen(f: Facts, law: Law) -> Finding:
    """Wet, artikel 15, vierde lid: na een verhuizing niet opnieuw toetsen (R03.16).

    Only the test and the research on education and work (Wi 14:3, a and b): what is left of the
    brede intake the new college does again.
    """
    return all_of(
        Finding("kwam uit een andere gemeente", "Wi 15:4", f.verhuisd),
        Finding("de leerroute stond al vast", "Wi 15:4", f.pip_bij_verhuizing),
        text="toets en onderzoek naar onderwijs en werk hoeven niet opnieuw",
        basis="Wi 15:4",
    )


def leerroute_na_verhuizing(f: Facts, law: Law) -> Finding:
    """Wet, artikel 15, vierde lid: het nieuwe college volgt de oude leerroute (R03.16)."""
    vrij = Finding("het college kiest zelf", "Wi 15:1a", constant(None, Leerroute))
    return fork(
        toets_en_onderzoek_vervallen(f, law),
        Finding("de leerroute van de vorige gemeente", "Wi 15:4", f.leerroute),
        vrij,
        text="leerroute na de verhuizing",
        basis="Wi 15:4",
    )


@once
def ontheffing_van_toets(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14, zesde lid: het college ontheft van de toets; sinds 2023 (R03.15).

    An official records only that there is a ground. Which one it is would tell of health.
    """
    mogelijk = law.in_force(f.ontheffing_toets_beoordeeld_op).ontheffing_van_toets_mogelijk
    return all_of(
        Finding(
            "de regel bestond al",
            "Wi 14:6",
            mogelijk,
            (Finding("beoordeeld", "Wi 14:6", f.ontheffing_toets_beoordeeld_op),),
        ),
        Finding("er is een grond", "Wi 14:6", f.grond_ontheffing_toets),
        text="het college ontheft van de toets",
        basis="Wi 14:6",
    )


@once
def toets_nodig(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14, derde lid, onder a: wie de toets van DUO doet (R03.11, R03.15, R03.16)."""
    return not_so(
        any_of(
            ontheffing_van_toets(f, law),
            toets_en_onderzoek_vervallen(f, law),
            text="hoeft geen toets te doen",
            basis="Wi 14:3a",
        ),
        text="doet de leerbaarheidstoets",
        basis="Wi 14:3a",
    )


def toets_op_tijd(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.3: de toets kan tot de uiterste dag van het PIP (R03.14, R03.17)."""
    grens = uiterste_dag(f, law)
    return Finding(
        "de toets was op tijd voor het PIP",
        "Bi 5.3",
        at_most(f.toets_op, grens.value),
        (Finding("dag van de toets", "Wi 14:3a", f.toets_op), grens),
    )


@once
def b1_haalbaar(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14, derde lid, onder a: of de toets B1 haalbaar acht (R03.12, R03.13).

    DUO sends both scores with each result; the norm itself is not published.
    """
    return Finding(
        "volgens de toets is B1 haalbaar binnen de termijn",
        "Wi 14:3a",
        at_least(f.behaalde_score, f.benodigde_score),
        (
            Finding("behaalde score", "Wi 14:3a", f.behaalde_score),
            Finding("score vanaf waar B1 haalbaar is", "Wi 14:3a", f.benodigde_score),
        ),
    )


@once
def wijkt_af_van_advies(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14, vijfde lid: een andere leerroute dan DUO adviseert (R03.11, R03.14)."""
    zelfredzaam = Finding(
        "koos de zelfredzaamheidsroute",
        "Wi 15:1a",
        equals(f.leerroute, Leerroute.ZELFREDZAAMHEIDSROUTE),
    )
    ander = not_so(zelfredzaam, text="koos een route met B1", basis="Wi 15:1a")
    return all_of(
        Finding("deed de toets", "Wi 14:3a", f.toets_afgenomen),
        fork(
            b1_haalbaar(f, law),
            zelfredzaam,
            ander,
            text="de leerroute past niet bij de uitkomst van de toets",
            basis="Wi 14:5",
        ),
        text="het college wijkt af van het advies van DUO",
        basis="Wi 14:5",
    )


@once
def leerroute_gemotiveerd(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14:5; Awb, artikel 3:50: afwijken mag, met een reden in het plan (R03.14).

    The advice weighs heavily but does not decide.
    """
    return any_of(
        not_so(wijkt_af_van_advies(f, law), text="wijkt niet af van het advies", basis="Wi 14:5"),
        Finding("de reden staat in het plan", "Awb 3:50", f.afwijking_gemotiveerd),
        text="de keuze van de leerroute is in orde na het advies",
        basis="Wi 14:5",
    )
