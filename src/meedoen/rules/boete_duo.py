"""Wet, artikel 24 en 25; Besluit, artikel 7.2: the fines of DUO.

DUO decides; what is computed here is a check or a forecast. Ask with the facts as they are on the
day after the term.
"""

from meedoen.rules.boete_bevoegdheid import boete_uitgesloten, verlaagde_boete
from meedoen.rules.boete_tabellen import boete_volgens_tabel
from meedoen.rules.choices_handhaving import Overtreding
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding, all_of, by_word, fork, not_so, sum_of
from meedoen.rules.overtreding_duo import (
    boete_duo_vanaf,
    map_open,
    overtreding_leerroute,
    overtreding_pvt_of_map,
    pvt_open,
)
from meedoen.rules.parameters import Law


def boete_pvt_of_map(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 7.2, eerste en derde lid: 340 euro, of lager (R09.10, R09.13).

    One fine or two when both are open is a reading.
    """
    p = law.in_force(boete_duo_vanaf(f, law).value)
    een = Finding("boete", "Bi 7.2:1", p.boete_pvt_of_map)
    twee_boetes = all_of(
        pvt_open(f, law),
        map_open(f, law),
        not_so(
            Finding("lezing: samen een boete", "Bi 7.2:1", p.pvt_en_map_samen_een_boete),
            text="lezing: elk een boete",
            basis="Bi 7.2:1",
        ),
        text="er zijn twee boetes",
        basis="Bi 7.2:1",
    )
    bedrag = fork(
        twee_boetes,
        sum_of(een, een, text="twee boetes", basis="Bi 7.2:1"),
        een,
        text="boete voor PVT en MAP",
        basis="Bi 7.2:1",
    )
    return fork(
        overtreding_pvt_of_map(f, law),
        verlaagde_boete(f, law, bedrag),
        _niets("PVT en MAP zijn op tijd af, of de termijn loopt nog", "Wi 24:1"),
        text="boete voor PVT of MAP",
        basis="Bi 7.2:1",
    )


def boete_leerroute(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 7.2, tweede lid: volgens de tabel, of lager (R09.11, R09.12, R09.16)."""
    return fork(
        overtreding_leerroute(f, law),
        verlaagde_boete(f, law, boete_volgens_tabel(f, law)),
        _niets("geen overtreding bij de leerroute", "Wi 25:1"),
        text="boete voor de leerroute",
        basis="Bi 7.2:2",
    )


def boete(f: Facts, law: Law) -> Finding:
    """Wet, artikel 24, 25 en 27: de boete van DUO voor deze overtreding (R09.10-R09.18)."""
    niets = _niets("geen boete van DUO", "Wi 24:1")
    college = (
        Overtreding.NIET_VERSCHENEN,
        Overtreding.NIET_MEEGEWERKT,
        Overtreding.BEGELEIDING,
        Overtreding.INTENSITEIT_PVT,
        Overtreding.INTENSITEIT_MAP,
        Overtreding.INTENSITEIT_LEERROUTE,
    )
    return fork(
        boete_uitgesloten(f, law),
        _niets("er mag geen boete komen", "Wi 27"),
        by_word(
            Finding("overtreding", "Wi 24", f.overtreding),
            {
                **dict.fromkeys(college, niets),
                Overtreding.PVT_OF_MAP: boete_pvt_of_map(f, law),
                Overtreding.LEERROUTE: boete_leerroute(f, law),
            },
            text="boete bij deze overtreding",
            basis="Wi 26:1",
        ),
        text="boete van DUO",
        basis="Wi 26:1",
    )


def _niets(text: str, basis: str) -> Finding:
    return Finding(text, basis, constant(0, Kind.CENTS))
