"""Wet, artikel 22 en 23: when there is a breach for which the college imposes a fine.

For those of DUO see overtreding_duo.
"""

from meedoen.rules.calendar import add_months
from meedoen.rules.choices import Doelgroep
from meedoen.rules.choices_handhaving import Overtreding
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.hoofdlijnen import schakelaar
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_least,
    by_word,
    equals,
    fork,
    not_so,
    one_of,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


@once
def waarschuwing_vereist(f: Facts, law: Law) -> Finding:
    """Wet, artikel 22 en 23: eerst een waarschuwing, alleen bij de brede intake (R09.01, R09.07).

    For insufficient cooperation that is a favourable reading of Wi 22:1 (R03.07).
    """
    p = law.in_force(f.overtreding_geconstateerd_op)
    niet = _vast(False, "Wi 23 kent geen waarschuwing vooraf", "Wi 23:1")
    return by_word(
        Finding("overtreding", "Wi 22:1", f.overtreding),
        {
            Overtreding.NIET_VERSCHENEN: _vast(True, "de termijn van Wi 14:1", "Wi 22:1"),
            Overtreding.NIET_MEEGEWERKT: Finding(
                "lezing: ook bij onvoldoende meewerken",
                "Wi 22:1",
                p.waarschuwing_bij_onvoldoende_meewerken,
            ),
            Overtreding.BEGELEIDING: niet,
            Overtreding.INTENSITEIT_PVT: niet,
            Overtreding.INTENSITEIT_MAP: niet,
            Overtreding.INTENSITEIT_LEERROUTE: niet,
            Overtreding.PVT_OF_MAP: _vast(False, "Wi 24 kent geen waarschuwing", "Wi 24:1"),
            Overtreding.LEERROUTE: _vast(False, "Wi 25 kent geen waarschuwing", "Wi 25:1"),
        },
        text="voor de boete moet er een waarschuwing zijn",
        basis="Wi 22:1",
    )


@once
def overtreding_intake(f: Facts, law: Law) -> Finding:
    """Wet, artikel 22: niet verschenen of onvoldoende meegewerkt; hoogstens twee keer (R09.01).

    Judged when the term of the summons is over: until then somebody can still come or cooperate.
    """
    return all_of(
        Finding(
            "gaat over de brede intake",
            "Wi 22:1",
            one_of(f.overtreding, Overtreding.NIET_VERSCHENEN, Overtreding.NIET_MEEGEWERKT),
        ),
        fork(
            Finding("kreeg al een eerste boete", "Wi 22:3", f.eerste_boete_intake_opgelegd),
            _tweede_keer(f),
            _eerste_keer(f, law),
            text="eerste of tweede boete",
            basis="Wi 22",
        ),
        text="er is een overtreding bij de brede intake",
        basis="Wi 22",
    )


@once
def nieuwe_termijn_intake_uiterlijk(f: Facts, law: Law) -> Finding:
    """Wet, artikel 22, tweede lid: de nieuwe termijn na de boete, hoogstens twee maanden (R09.01).

    The latest day that the college may set; the Algemene termijnenwet adds nothing to it.
    """
    maanden = law.in_force(f.boetebesluit_bekend_op).nieuwe_termijn_intake_hoogstens
    return Finding(
        "laatste dag die de nieuwe termijn kan hebben",
        "Wi 22:2",
        add_months(f.boetebesluit_bekend_op, maanden),
        (
            Finding("het boetebesluit is bekend gemaakt", "Wi 22:2", f.boetebesluit_bekend_op),
            Finding("hoogstens", "Wi 22:2", maanden),
        ),
    )


@once
def overtreding_traject(f: Facts, law: Law) -> Finding:
    """Wet, artikel 23, eerste lid: niet doen wat in het plan staat (R09.02, R09.07).

    Only what was fixed can be missed; the intensity of the leerroute only by asielstatushouders.
    """
    geen = _vast(False, "gaat niet over het traject", "Wi 23:1")
    return by_word(
        Finding("overtreding", "Wi 23:1", f.overtreding),
        {
            Overtreding.NIET_VERSCHENEN: geen,
            Overtreding.NIET_MEEGEWERKT: geen,
            Overtreding.BEGELEIDING: Finding(
                "de begeleiding staat in het PIP", "Wi 15:1b", f.begeleiding_vastgesteld
            ),
            Overtreding.INTENSITEIT_PVT: Finding(
                "de intensiteit van het PVT staat vast", "Wi 15:1c", f.intensiteit_pvt_vastgesteld
            ),
            Overtreding.INTENSITEIT_MAP: Finding(
                "de intensiteit van de MAP staat vast", "Wi 15:1c", f.intensiteit_map_vastgesteld
            ),
            Overtreding.INTENSITEIT_LEERROUTE: _intensiteit_leerroute(f),
            Overtreding.PVT_OF_MAP: geen,
            Overtreding.LEERROUTE: geen,
        },
        text="er is een overtreding tijdens het traject",
        basis="Wi 23:1",
    )


def eigen_bijdrage_mogelijk(f: Facts, law: Law) -> Finding:
    """Wet, artikel 23, eerste lid: alleen een boete, geen eigen bijdrage (R09.02; brief L69)."""
    return all_of(
        overtreding_traject(f, law),
        Finding("de overtreding is te verwijten", "Awb 5:41", f.verwijtbaar),
        schakelaar(
            law,
            "eigen_bijdrage_als_sanctie",
            f.overtreding_geconstateerd_op,
            text="een eigen bijdrage kan een sanctie zijn",
        ),
        text="een eigen bijdrage kan, naast een boete",
        basis="Wi 23:1",
    )


def _gewaarschuwd(f: Facts, law: Law) -> Finding:
    return any_of(
        not_so(waarschuwing_vereist(f, law), text="een waarschuwing hoeft niet", basis="Wi 22:1"),
        Finding(
            "kreeg een waarschuwing en een herhaalde oproep",
            "Wi 14:1",
            f.schriftelijk_gewaarschuwd,
        ),
        text="is gewaarschuwd als dat moet",
        basis="Wi 14:1",
    )


def _eerste_keer(f: Facts, law: Law) -> Finding:
    return all_of(
        _gewaarschuwd(f, law),
        _oproep_voorbij(f),
        text="eerste overtreding bij de brede intake",
        basis="Wi 22:1",
    )


def _tweede_keer(f: Facts) -> Finding:
    return all_of(
        not_so(
            Finding("kreeg al een tweede boete", "Wi 22:3", f.tweede_boete_intake_opgelegd),
            text="kreeg nog geen tweede boete",
            basis="Wi 22:3",
        ),
        _oproep_voorbij(f),
        text="tweede overtreding bij de brede intake",
        basis="Wi 22:3",
    )


def _oproep_voorbij(f: Facts) -> Finding:
    return Finding(
        "de termijn van de laatste oproep was voorbij",
        "Wi 22",
        at_least(f.overtreding_geconstateerd_op, f.termijn_oproep_tot),
        (
            Finding("overtreding geconstateerd", "Bi 7.1:3", f.overtreding_geconstateerd_op),
            Finding("eerste dag na de termijn", "Wi 22:2", f.termijn_oproep_tot),
        ),
    )


def _intensiteit_leerroute(f: Facts) -> Finding:
    return all_of(
        Finding(
            "is asielstatushouder", "Wi 15:2", equals(f.doelgroep, Doelgroep.ASIELSTATUSHOUDER)
        ),
        Finding(
            "de intensiteit van de leerroute staat vast",
            "Wi 15:2",
            f.intensiteit_leerroute_vastgesteld,
        ),
        text="er is een intensiteit van de leerroute",
        basis="Wi 23:1",
    )


def _vast(answer: bool, text: str, basis: str) -> Finding:
    return Finding(text, basis, constant(answer, Kind.ANSWER))
