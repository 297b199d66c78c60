"""Wet, artikel 24 en 25; Regeling, artikel 7.4: the new term after a fine of DUO.

DUO fixes the new term in its decision; what is computed here is a check or a forecast.
"""

from meedoen.rules.calendar import day_after, months_longer
from meedoen.rules.choices import Doelgroep, Leerroute, Termijn
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    before,
    by_word,
    equals,
    fork,
    latest,
    sum_of,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


@once
def nieuwe_termijn_pvt_map(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 7.4, eerste lid: zes maanden, of een jaar als beide open zijn (R07.15)."""
    p = law.in_force(f.boete_bekend_op)
    pvt = Finding("rondde het PVT af", "Ri 7.4:1", f.pvt_afgerond)
    map_ = any_of(
        Finding("rondde de MAP af", "Ri 7.4:1", f.map_afgerond),
        Finding(
            "volgt de onderwijsroute: de MAP hoeft niet",
            "Wi 8:3",
            equals(f.leerroute, Leerroute.ONDERWIJSROUTE),
        ),
        text="hoeft de MAP niet meer te doen",
        basis="Ri 7.4:1",
    )
    geen = Finding("geen nieuwe termijn hiervoor", "Ri 7.4:1", constant(0, Kind.MONTHS))
    een = Finding("een van de twee open", "Ri 7.4:1", p.nieuwe_termijn_een_open)
    twee = Finding("beide open", "Ri 7.4:1", p.nieuwe_termijn_beide_open)
    return fork(
        pvt,
        fork(map_, geen, een, text="alleen de MAP kan nog open zijn", basis="Ri 7.4:1"),
        fork(map_, een, twee, text="het PVT is open", basis="Ri 7.4:1"),
        text="nieuwe termijn voor PVT en MAP",
        basis="Ri 7.4:1",
    )


@once
def nieuwe_termijn_leerroute(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 7.4, tweede tot en met vierde lid (R07.16, R07.17, R07.18)."""
    examen = _naar_onderdelen(f, law)
    return fork(
        Finding("haalde de leerroute", "Wi 25:1", f.leerroute_behaald),
        Finding("geen nieuwe termijn hiervoor", "Wi 25:1", constant(0, Kind.MONTHS)),
        by_word(
            Finding("leerroute", "Wi 15:1a", f.leerroute),
            {
                Leerroute.B1_ROUTE: examen,
                Leerroute.ONDERWIJSROUTE: examen,
                Leerroute.ZELFREDZAAMHEIDSROUTE: _naar_uren(f, law),
            },
            text="nieuwe termijn bij de leerroute",
            basis="Ri 7.4",
        ),
        text="nieuwe termijn voor de leerroute",
        basis="Wi 25:2",
    )


def nieuwe_termijn(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 7.4, zesde lid: de langste van de twee (R07.19)."""
    return latest(
        nieuwe_termijn_pvt_map(f, law),
        nieuwe_termijn_leerroute(f, law),
        text="nieuwe termijn",
        basis="Ri 7.4:6",
    )


def einde_nieuwe_termijn(f: Facts, law: Law) -> Finding:
    """Wet, artikel 24, tweede lid: de eerste dag na de nieuwe termijn, na bekendmaking (R07.15)."""
    maanden = nieuwe_termijn(f, law)
    bekend = Finding("de boete is bekend gemaakt", "Wi 24:2", f.boete_bekend_op)
    einde = Finding(
        "na de nieuwe termijn",
        "Wi 24:2",
        months_longer(day_after(f.boete_bekend_op), maanden.value),
        (bekend, maanden),
    )
    return fork(
        Finding(
            "er komt een nieuwe termijn",
            "Wi 24:2",
            before(constant(0, Kind.MONTHS), maanden.value),
            (maanden,),
        ),
        einde,
        Finding("zonder nieuwe termijn geen einde", "Wi 24:2", constant(None, Kind.DAY)),
        text="de nieuwe termijn is voorbij",
        basis="Wi 24:2",
    )


def nieuwe_termijn_kan_langer(f: Facts, law: Law) -> Finding:
    """Wet, artikel 24, tweede lid: ook een nieuwe termijn kan langer zonder verwijt (R07.20).

    Only on the ground of Wi 12:1a; after efforts (Wi 12:1b) a new term is never lengthened.
    """
    return all_of(
        Finding("er loopt een nieuwe termijn", "Bi 4.1", equals(f.soort_termijn, Termijn.NIEUWE)),
        Finding("de overschrijding is niet te verwijten", "Wi 12:1a", f.omstandigheid_aannemelijk),
        text="de nieuwe termijn kan worden verlengd",
        basis="Wi 24:2",
    )


def _naar_onderdelen(f: Facts, law: Law) -> Finding:
    p = law.in_force(f.boete_bekend_op)
    een, nul = constant(1, Kind.COUNT), constant(0, Kind.COUNT)
    behaald = sum_of(
        Finding("taalonderdelen behaald", "Ri 7.4:2", f.taalexamens_behaald),
        fork(
            Finding("haalde KNM", "Ri 7.4:2", f.knm_behaald),
            Finding("KNM telt als een", "Ri 7.4:2", een),
            Finding("KNM telt niet", "Ri 7.4:2", nul),
            text="KNM",
            basis="Ri 7.4:2",
        ),
        text="examenonderdelen behaald",
        basis="Ri 7.4:2",
    )
    return Finding(
        "nieuwe termijn naar behaalde onderdelen",
        "Ri 7.4:2",
        p.look_up("nieuwe_termijn_naar_onderdelen", behaald.value),
        (behaald,),
    )


def _naar_uren(f: Facts, law: Law) -> Finding:
    p = law.in_force(f.boete_bekend_op)
    cursus = Finding("cursusuren met keurmerk", "Ri 7.4:5", f.cursusuren)
    participatie = Finding("participatie-uren", "Ri 7.4:3", f.participatie_uren)
    samen = sum_of(cursus, participatie, text="uren samen", basis="Ri 7.4:3")
    return by_word(
        Finding("doelgroep", "Bi 1.1", f.doelgroep),
        {
            Doelgroep.ASIELSTATUSHOUDER: Finding(
                "naar alle uren",
                "Ri 7.4:3",
                p.look_up("nieuwe_termijn_naar_alle_uren", samen.value),
                (samen,),
            ),
            Doelgroep.GEZINS_OF_OVERIGE_MIGRANT: Finding(
                "naar cursusuren",
                "Ri 7.4:4",
                p.look_up("nieuwe_termijn_naar_cursusuren", f.cursusuren),
                (cursus,),
            ),
        },
        text="nieuwe termijn naar uren",
        basis="Ri 7.4",
    )
