"""Wet, artikel 22 en 23; Besluit, artikel 7.1: the fines of the college.

Asked on the day of the decision, with the facts as they are then; one breach at a time.
"""

from meedoen.rules.boete_bevoegdheid import boete_uitgesloten, verlaagde_boete
from meedoen.rules.boete_herhaling import boete_naar_verwijtbaarheid
from meedoen.rules.choices import Termijn
from meedoen.rules.choices_handhaving import Overtreding
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    by_word,
    earliest,
    fork,
    largest,
    minus,
    one_of,
    sum_of,
)
from meedoen.rules.once import once
from meedoen.rules.overtreding import overtreding_intake, overtreding_traject
from meedoen.rules.parameters import Law


@once
def ruimte_in_termijn(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 7.1, vijfde lid: wat er in deze termijn nog aan boete kan (R09.05)."""
    p = law.in_force(f.overtreding_geconstateerd_op)
    hele_termijn = Finding(
        "termijn of verlengde termijn", "Bi 7.1:5", p.boetes_in_termijn_hoogstens
    )
    nieuwe = Finding(
        "nieuwe termijn, naar de lengte",
        "Bi 7.1:5",
        p.look_up("boetes_in_nieuwe_termijn_hoogstens", f.duur_nieuwe_termijn),
        (Finding("lengte van de nieuwe termijn", "Wi 24:2", f.duur_nieuwe_termijn),),
    )
    grens = by_word(
        Finding("soort termijn", "Bi 4.1", f.soort_termijn),
        {Termijn.EERSTE: hele_termijn, Termijn.VERLENGDE: hele_termijn, Termijn.NIEUWE: nieuwe},
        text="boetes samen hoogstens",
        basis="Bi 7.1:5",
    )
    som = boetes_in_termijn(f, law)
    over = largest(minus(grens.value, som.value), constant(0, Kind.CENTS))
    return Finding("ruimte in deze termijn", "Bi 7.1:5", over, (grens, som))


@once
def boetes_in_termijn(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 7.1, vijfde lid: welke boetes meetellen in de som (R09.05).

    Fines for the brede intake from before the first term count, if read so; never in a new term.
    """
    p = law.in_force(f.overtreding_geconstateerd_op)
    telt_mee = all_of(
        Finding(
            "er loopt een eerste of verlengde termijn",
            "Bi 7.1:5",
            one_of(f.soort_termijn, Termijn.EERSTE, Termijn.VERLENGDE),
        ),
        Finding(
            "lezing: boetes van voor de termijn tellen mee",
            "Bi 7.1:5",
            p.boetes_intake_voor_termijn_tellen_mee,
        ),
        text="boetes van voor de termijn tellen mee",
        basis="Bi 7.1:5",
    )
    return sum_of(
        Finding("boetes van Wi 23 in de termijn", "Bi 7.1:5", f.boetes_traject_in_termijn),
        Finding("boetes van Wi 22 in de termijn", "Bi 7.1:5", f.boetes_intake_in_termijn),
        fork(
            telt_mee,
            Finding("boetes van Wi 22 ervoor", "Bi 7.1:5", f.boetes_intake_voor_termijn),
            _niets("boetes van voor de termijn niet", "Bi 7.1:5"),
            text="boetes van voor de termijn",
            basis="Bi 7.1:5",
        ),
        text="boetes die meetellen",
        basis="Bi 7.1:5",
    )


def boete_intake(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 7.1, eerste en zesde lid: 250 euro, of lager (R09.01, R09.06).

    The person must make circumstances plausible; those the college knows, count by themselves.
    The cap of a term holds only once there is a term.
    """
    bedrag = law.in_force(f.overtreding_geconstateerd_op).boete_intake
    lager = verlaagde_boete(f, law, Finding("boete", "Bi 7.1:1", bedrag))
    return fork(
        overtreding_intake(f, law),
        fork(
            Finding("er is een termijn vastgesteld", "Wi 11:1", f.termijn_vastgesteld),
            _binnen_de_ruimte(f, law, lager),
            lager,
            text="boete voor de brede intake",
            basis="Bi 7.1:1",
        ),
        _niets("geen overtreding bij de brede intake", "Wi 22"),
        text="boete voor de brede intake",
        basis="Bi 7.1:1",
    )


def boete_traject(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 7.1: de boete tijdens het traject (R09.02 tot en met R09.05)."""
    lager = verlaagde_boete(f, law, boete_naar_verwijtbaarheid(f, law))
    return fork(
        overtreding_traject(f, law),
        _binnen_de_ruimte(f, law, lager),
        _niets("geen overtreding tijdens het traject", "Wi 23:1"),
        text="boete tijdens het traject",
        basis="Bi 7.1:2",
    )


def boete(f: Facts, law: Law) -> Finding:
    """Wet, artikel 22, 23 en 27: de boete van het college voor deze overtreding (R09.01-R09.05)."""
    intake, traject = boete_intake(f, law), boete_traject(f, law)
    niets = _niets("geen boete van het college", "Wi 22")
    return fork(
        boete_uitgesloten(f, law),
        _niets("er mag geen boete komen", "Wi 27"),
        by_word(
            Finding("overtreding", "Wi 22", f.overtreding),
            {
                Overtreding.NIET_VERSCHENEN: intake,
                Overtreding.NIET_MEEGEWERKT: intake,
                Overtreding.BEGELEIDING: traject,
                Overtreding.INTENSITEIT_PVT: traject,
                Overtreding.INTENSITEIT_MAP: traject,
                Overtreding.INTENSITEIT_LEERROUTE: traject,
                Overtreding.PVT_OF_MAP: niets,
                Overtreding.LEERROUTE: niets,
            },
            text="boete bij deze overtreding",
            basis="Wi 26:1",
        ),
        text="boete van het college",
        basis="Wi 26:1",
    )


def _binnen_de_ruimte(f: Facts, law: Law, bedrag: Finding) -> Finding:
    return earliest(
        bedrag, ruimte_in_termijn(f, law), text="boete binnen de grens", basis="Bi 7.1:5"
    )


def _niets(text: str, basis: str) -> Finding:
    return Finding(text, basis, constant(0, Kind.CENTS))
