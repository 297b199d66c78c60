"""Wet, artikel 14:1, 14:2 en 22: the ladder of summonses for the brede intake.

A state computed from counts and outcomes, never stored.
"""

from meedoen.rules.choices_intake import VolgendeStap
from meedoen.rules.column import constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding, all_of, any_of, at_least, before, fork, not_so
from meedoen.rules.once import once
from meedoen.rules.oproep_termijn import (
    kwam_en_werkte_mee,
    opgeroepen,
    oproepen_die_tellen,
    schoot_tekort,
    termijn_voorbij,
)
from meedoen.rules.opvang import alleen_uitnodiging
from meedoen.rules.parameters import Law


def waarschuwing_nodig(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14, eerste lid: na de eerste oproep een schriftelijke waarschuwing (R03.06)."""
    return all_of(
        schoot_tekort(f, law),
        _eerste_oproep(f, law),
        text="het college waarschuwt en roept opnieuw op",
        basis="Wi 14:1",
    )


@once
def boete_mogelijk(f: Facts, law: Law) -> Finding:
    """Wet, artikel 22: of na deze oproep een boete volgt; hoogstens twee keer (R03.07, R03.08).

    What the ladder tells; whether a fine may be imposed at all also follows from the Awb.
    """
    return all_of(
        schoot_tekort(f, law),
        any_of(
            eerste_boete_past(f, law),
            tweede_boete_past(f, law),
            text="de eerste of de tweede boete past bij deze oproep",
            basis="Wi 22",
        ),
        not_so(
            Finding("de bijstand is hiervoor verlaagd", "Wi 27", f.bijstand_verlaagd_om_gedraging),
            text="de bijstand is hiervoor niet verlaagd",
            basis="Wi 27",
        ),
        Finding("is te verwijten", "Awb 5:41", f.verwijtbaar),
        text="er kan een boete volgen",
        basis="Wi 22",
    )


@once
def eerste_boete_past(f: Facts, law: Law) -> Finding:
    """Wet, artikel 22, eerste lid: na de herhaalde oproep, met een waarschuwing (R03.07).

    Not after a third summons without a fine: Wi 22:1 speaks of the term of the repeated one.
    Both that and the warning for who came but did not cooperate are favourable readings.
    """
    p = law.in_force(f.laatste_oproep_op)
    kwam = Finding("kwam wel", "Wi 22:1", f.kwam_op_oproep)
    niet_vooraf = not_so(
        Finding(
            "lezing: eerst een waarschuwing",
            "Wi 22:1",
            p.waarschuwing_bij_onvoldoende_meewerken,
        ),
        text="lezing: meteen een boete",
        basis="Wi 22:1",
    )
    return all_of(
        not_so(_eerste_boete(f), text="kreeg nog geen boete", basis="Wi 22:1"),
        any_of(
            _na_herhaalde_oproep(f, law),
            all_of(kwam, niet_vooraf, text="kwam, werkte niet mee", basis="Wi 22:1"),
            text="de oproep is er een waarna een boete kan volgen",
            basis="Wi 22:1",
        ),
        text="de eerste boete past bij deze oproep",
        basis="Wi 22:1",
    )


@once
def tweede_boete_past(f: Facts, law: Law) -> Finding:
    """Wet, artikel 22, derde lid: na de nieuwe termijn van de eerste boete (R03.08)."""
    return all_of(
        _eerste_boete(f),
        not_so(
            Finding("kreeg een tweede boete", "Wi 22:3", f.tweede_boete_intake_opgelegd),
            text="kreeg nog geen tweede boete",
            basis="Wi 22:3",
        ),
        Finding("de termijn staat in een boetebesluit", "Wi 22:2", f.oproep_in_boetebesluit),
        text="de tweede boete past bij deze oproep",
        basis="Wi 22:3",
    )


def voltooien_in_afwezigheid(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14, tweede lid: na drie oproepen, met of zonder boetes (R03.09, R03.10)."""
    return all_of(
        schoot_tekort(f, law),
        _derde_oproep(f, law),
        text="het college voltooit de brede intake in afwezigheid",
        basis="Wi 14:2",
    )


def volgende_stap(f: Facts, law: Law) -> Finding:
    """Wet, artikel 14 en 22: wat het college nu doet (R03.06 tot en met R03.10, R02.15)."""
    voor_het_eerst = fork(
        opgeroepen(f, law),
        _na_oproep(f, law),
        _stap(VolgendeStap.OPROEPEN),
        text="stap bij een oproep",
        basis="Wi 14:1",
    )
    nog_te_doen = fork(
        alleen_uitnodiging(f, law),
        _stap(VolgendeStap.UITNODIGEN),
        voor_het_eerst,
        text="stap om de brede intake te doen",
        basis="Wi 14:1",
    )
    return fork(
        Finding("de brede intake is voltooid", "Wi 14:3", f.intake_voltooid),
        _stap(VolgendeStap.KLAAR),
        nog_te_doen,
        text="de volgende stap is",
        basis="Wi 14",
    )


def _na_oproep(f: Facts, law: Law) -> Finding:
    zonder_reden = fork(
        Finding("had een goede reden", "Wi 14:1", f.goede_reden),
        _stap(VolgendeStap.OPNIEUW_OPROEPEN),
        _na_tekort(f, law),
        text="stap als iemand niet kwam of niet meewerkte",
        basis="Wi 14:1",
    )
    niet_gekomen = fork(
        termijn_voorbij(f, law),
        zonder_reden,
        _stap(VolgendeStap.TERMIJN_LOOPT),
        text="stap als iemand nog niet kwam",
        basis="Wi 14:1",
    )
    # who comes within the term gets the intake: nobody has to wait for the end of it
    return fork(
        kwam_en_werkte_mee(f, law),
        _stap(VolgendeStap.AFNEMEN),
        niet_gekomen,
        text="stap na een oproep",
        basis="Wi 14:1",
    )


def _na_tekort(f: Facts, law: Law) -> Finding:
    stap = VolgendeStap
    eerste = _met_boete(
        f, law, wel=stap.BOETE_EN_TWEEDE_OPROEP, niet=stap.WAARSCHUWEN_EN_TWEEDE_OPROEP
    )
    tweede = _met_boete(f, law, wel=stap.BOETE_EN_DERDE_OPROEP, niet=stap.DERDE_OPROEP)
    derde = _met_boete(f, law, wel=stap.BOETE_EN_VOLTOOIEN, niet=stap.VOLTOOIEN)
    return fork(
        _derde_oproep(f, law),
        derde,
        fork(_eerste_oproep(f, law), eerste, tweede, text="eerste of tweede", basis="Wi 14:1"),
        text="stap als iemand tekortschoot",
        basis="Wi 14",
    )


def _met_boete(f: Facts, law: Law, *, wel: VolgendeStap, niet: VolgendeStap) -> Finding:
    return fork(
        boete_mogelijk(f, law), _stap(wel), _stap(niet), text="met of zonder boete", basis="Wi 22"
    )


def _stap(word: VolgendeStap) -> Finding:
    return Finding(str(word.value), "Wi 14", constant(word, VolgendeStap))


def _eerste_boete(f: Facts) -> Finding:
    return Finding("kreeg al een eerste boete", "Wi 22:1", f.eerste_boete_intake_opgelegd)


def _na_herhaalde_oproep(f: Facts, law: Law) -> Finding:
    p = law.in_force(f.laatste_oproep_op)
    tweede = not_so(_eerste_oproep(f, law), text="dit was de tweede oproep", basis="Wi 22:1")
    lezing = Finding(
        "lezing: een derde oproep zonder boete kan de eerste boete geven",
        "Wi 22:1",
        p.eerste_boete_na_derde_oproep,
    )
    return all_of(
        Finding(
            "kreeg een waarschuwing en een herhaalde oproep", "Wi 14:1", f.schriftelijk_gewaarschuwd
        ),
        fork(
            _derde_oproep(f, law),
            lezing,
            tweede,
            text="de termijn is die van de herhaalde oproep",
            basis="Wi 22:1",
        ),
        text="na een waarschuwing en een herhaalde oproep",
        basis="Wi 22:1",
    )


def _eerste_oproep(f: Facts, law: Law) -> Finding:
    herhaald = law.in_force(f.laatste_oproep_op).oproepen_voor_boete
    telt = oproepen_die_tellen(f, law)
    return Finding(
        "dit was de eerste oproep",
        "Wi 14:1",
        before(telt.value, herhaald),
        (telt, Finding("de herhaalde oproep is nummer", "Wi 14:1", herhaald)),
    )


def _derde_oproep(f: Facts, law: Law) -> Finding:
    nodig = law.in_force(f.laatste_oproep_op).oproepen_voor_afwezigheid
    telt = oproepen_die_tellen(f, law)
    return Finding(
        "er waren drie oproepen",
        "Wi 14:2",
        at_least(telt.value, nodig),
        (telt, Finding("zoveel oproepen voor voltooien in afwezigheid", "Wi 14:2", nodig)),
    )
