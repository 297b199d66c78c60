"""Wet, artikel 7, 8 en 9; Besluit, artikel 5.4:4: which leerroute fits, and what a switch does.

Two conditions are a judgement of the college: a named official answers them. Nothing is derived
from a test or from an age.
"""

from meedoen.rules.choices import Leerroute
from meedoen.rules.choices_leerroute import Urentelling
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding, all_of, by_word, equals, fork, not_so, sum_of
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


@once
def onderwijsroute_past(f: Facts, law: Law) -> Finding:
    """Wet, artikel 8, eerste lid: wie wil leren en een grote kans op een diploma heeft (R05.08)."""
    return all_of(
        Finding("wil een opleiding in beroeps- of hoger onderwijs", "Wi 8:1", f.wil_opleiding),
        Finding("er is een grote kans op een diploma (oordeel)", "Wi 8:1", f.grote_kans_op_diploma),
        text="de onderwijsroute past",
        basis="Wi 8:1",
    )


@once
def zelfredzaamheidsroute_past(f: Facts, law: Law) -> Finding:
    """Wet, artikel 9, eerste lid: wie het examen redelijkerwijs niet kan halen (R05.13, R05.23).

    The only ground; who is able but unwilling does not have it.
    """
    oordeel = Finding(
        "kan examen of taalschakeltraject redelijkerwijs niet halen in drie jaar (oordeel)",
        "Wi 9:1",
        f.redelijkerwijs_niet_in_staat,
    )
    return all_of(oordeel, text="de zelfredzaamheidsroute past", basis="Wi 9:1")


def b1_route_past(f: Facts, law: Law) -> Finding:
    """Wet, artikel 7: de B1-route voor wie geen van de andere twee past (R05.03)."""
    return all_of(
        not_so(onderwijsroute_past(f, law), text="de onderwijsroute past niet", basis="Wi 8:1"),
        not_so(
            zelfredzaamheidsroute_past(f, law),
            text="de zelfredzaamheidsroute past niet",
            basis="Wi 9:1",
        ),
        text="de B1-route past",
        basis="Wi 7",
    )


def leeftijd_bepaalt_leerroute(f: Facts, law: Law) -> Finding:
    """Wet, artikel 8, eerste lid: de wet kent geen leeftijd voor een leerroute (R05.08)."""
    return Finding(
        "de leeftijd bepaalt de leerroute",
        "Wi 8:1",
        law.in_force(f.dagtekening_eerste_pip).leeftijd_bepaalt_leerroute,
        (Finding("datum van het PIP", "Wi 15:1a", f.dagtekening_eerste_pip),),
    )


@once
def taalschakeltraject_telt(f: Facts, law: Law) -> Finding:
    """Wet, artikel 8, tweede lid: welke opleiding een taalschakeltraject is (R05.09).

    The school needs diploma-erkenning, not the keurmerk.
    """
    return all_of(
        Finding(
            "begeleidt anderstaligen naar beroeps- of hoger onderwijs",
            "Wi 8:2",
            f.opleiding_is_taalschakeltraject,
        ),
        Finding(
            "de instelling heeft diploma-erkenning", "Wi 8:2", f.instelling_heeft_diploma_erkenning
        ),
        text="de opleiding is een taalschakeltraject",
        basis="Wi 8:2",
    )


def uren_na_overstap(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.4, vierde lid: waarvoor de uren van de oude leerroute tellen (R05.21).

    Of a switch from the zelfredzaamheidsroute to the onderwijsroute the text says nothing.
    """
    niets = _telling(Urentelling.NIET, "Bi 5.4:4")
    intensiteit = _telling(Urentelling.INTENSITEIT, "Bi 5.4:4a.i")
    mindering = _telling(Urentelling.IN_MINDERING, "Bi 5.4:4c")
    return by_word(
        Finding("oude leerroute", "Bi 5.4:4", f.leerroute),
        {
            Leerroute.B1_ROUTE: _naar(f, b1=niets, onderwijs=niets, zelfredzaam=mindering),
            Leerroute.ONDERWIJSROUTE: _naar(
                f, b1=intensiteit, onderwijs=niets, zelfredzaam=mindering
            ),
            Leerroute.ZELFREDZAAMHEIDSROUTE: _naar(
                f, b1=intensiteit, onderwijs=niets, zelfredzaam=niets
            ),
        },
        text="na de overstap tellen de uren",
        basis="Bi 5.4:4",
    )


def uren_in_mindering(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.4, vierde lid, onder c: uren die van de 800 af gaan (R05.21)."""
    telling = uren_na_overstap(f, law)
    gevolgd = sum_of(
        Finding("uren bij een school met keurmerk", "Bi 5.4:4c", f.cursusuren),
        Finding("uren bij een taalschakelinstelling", "Bi 5.4:4c", f.cursusuren_taalschakeltraject),
        text="gevolgde uren NT2 en KNM",
        basis="Bi 5.4:4c",
    )
    return fork(
        Finding(
            "de uren gaan van de norm af",
            "Bi 5.4:4c",
            equals(telling.value, Urentelling.IN_MINDERING),
            (telling,),
        ),
        gevolgd,
        Finding("geen uren", "Bi 5.4:4", constant(0, Kind.HOURS)),
        text="uren in mindering na de overstap",
        basis="Bi 5.4:4c",
    )


def examens_tellen_na_overstap(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.4, vierde lid: of examenpogingen en behaalde delen tellen (R05.21).

    Whether what was passed in the zelfredzaamheidsroute counts is a named reading. Towards that
    route no exam counts: it has none.
    """
    p = law.in_force(f.today)
    wel = Finding("ze blijven tellen", "Bi 5.4:4", constant(True, Kind.ANSWER))
    geen = Finding("daar hoort geen examen bij", "Bi 5.4:4c", constant(False, Kind.ANSWER))
    lezing = Finding(
        "lezing: examens uit de zelfredzaamheidsroute tellen",
        "Bi 5.4:4a.ii",
        p.examens_uit_zelfredzaamheidsroute_tellen,
    )
    van_examen = _naar(f, b1=wel, onderwijs=wel, zelfredzaam=geen)
    return by_word(
        Finding("oude leerroute", "Bi 5.4:4", f.leerroute),
        {
            Leerroute.B1_ROUTE: van_examen,
            Leerroute.ONDERWIJSROUTE: van_examen,
            Leerroute.ZELFREDZAAMHEIDSROUTE: _naar(
                f, b1=lezing, onderwijs=lezing, zelfredzaam=geen
            ),
        },
        text="na de overstap tellen examenpogingen en behaalde onderdelen",
        basis="Bi 5.4:4",
    )


def _naar(f: Facts, *, b1: Finding, onderwijs: Finding, zelfredzaam: Finding) -> Finding:
    return by_word(
        Finding("nieuwe leerroute", "Bi 5.4:4", f.gewenste_leerroute),
        {
            Leerroute.B1_ROUTE: b1,
            Leerroute.ONDERWIJSROUTE: onderwijs,
            Leerroute.ZELFREDZAAMHEIDSROUTE: zelfredzaam,
        },
        text="bij deze overstap",
        basis="Bi 5.4:4",
    )


def _telling(word: Urentelling, basis: str) -> Finding:
    return Finding(word.value, basis, constant(word, Urentelling))
