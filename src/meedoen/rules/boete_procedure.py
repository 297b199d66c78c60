"""Wet, artikel 26; Awb, titel 5.4 en 4.4: how a fine is imposed, and what comes after.

The same for the fines of the college (Wi 22, 23) and of DUO (Wi 24, 25).
"""

from meedoen.rules.calendar import add_weeks, working_day
from meedoen.rules.choices_handhaving import Overtreding
from meedoen.rules.column import Column
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    before,
    by_word,
    fork,
    latest,
    not_so,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


@once
def boete_kan_hoogstens(f: Facts, law: Law) -> Finding:
    """Wet, artikel 26, eerste lid: de hoogste boete die voor deze overtreding kan (R09.22)."""
    p = law.in_force(f.overtreding_op)
    intake = _hoogste(p.boete_artikel_22_hoogstens, "Wi 26:1a")
    traject = _hoogste(p.boete_artikel_23_hoogstens, "Wi 26:1c")
    return by_word(
        Finding("overtreding", "Wi 26:1", f.overtreding),
        {
            Overtreding.NIET_VERSCHENEN: intake,
            Overtreding.NIET_MEEGEWERKT: intake,
            Overtreding.BEGELEIDING: traject,
            Overtreding.INTENSITEIT_PVT: traject,
            Overtreding.INTENSITEIT_MAP: traject,
            Overtreding.INTENSITEIT_LEERROUTE: traject,
            Overtreding.PVT_OF_MAP: _hoogste(p.boete_artikel_24_hoogstens, "Wi 26:1b"),
            Overtreding.LEERROUTE: _hoogste(p.boete_artikel_25_hoogstens, "Wi 26:1d"),
        },
        text="de boete kan hoogstens zijn",
        basis="Wi 26:1",
    )


@once
def zware_procedure(f: Facts, law: Law) -> Finding:
    """Awb, artikel 5:53, eerste lid: het gaat om de boete die kan worden opgelegd (R09.22).

    Not the amount of this case: a first fine of 25 euros for Wi 23 takes the heavy procedure too.
    """
    grens = Finding("grens", "Awb 5:53:1", law.in_force(f.overtreding_op).zware_procedure_boven)
    hoogste = boete_kan_hoogstens(f, law)
    return Finding(
        "de zware procedure geldt: de boete kan hoger zijn dan de grens",
        "Awb 5:53:1",
        before(grens.value, hoogste.value),
        (hoogste, grens),
    )


def rapport_verplicht(f: Facts, law: Law) -> Finding:
    """Awb, artikel 5:53, tweede lid: in de zware procedure altijd een rapport (R09.22)."""
    zwaar = zware_procedure(f, law)
    return Finding("een rapport is verplicht", "Awb 5:53:2", zwaar.value, (zwaar,))


def zienswijze_verplicht(f: Facts, law: Law) -> Finding:
    """Awb, artikel 5:53, derde lid: in de zware procedure altijd een zienswijze (R09.22)."""
    zwaar = zware_procedure(f, law)
    return Finding("een zienswijze vragen is verplicht", "Awb 5:53:3", zwaar.value, (zwaar,))


def procedure_gevolgd(f: Facts, law: Law) -> Finding:
    """Awb, artikel 5:53: het rapport is er en de persoon kon zijn zienswijze geven (R09.22)."""
    return all_of(
        any_of(
            Finding("er is een rapport", "Awb 5:48:1", f.rapport_opgemaakt),
            not_so(rapport_verplicht(f, law), text="een rapport hoeft niet", basis="Awb 5:48:1"),
            text="het rapport is in orde",
            basis="Awb 5:53:2",
        ),
        any_of(
            Finding("kon een zienswijze geven", "Awb 5:50:1", f.zienswijze_gevraagd),
            not_so(
                zienswijze_verplicht(f, law),
                text="een zienswijze vragen hoeft niet altijd",
                basis="Awb 5:53:3",
            ),
            text="de zienswijze is in orde",
            basis="Awb 5:53:3",
        ),
        text="de procedure voor de boete is gevolgd",
        basis="Awb 5:53",
    )


def uiterste_dag_boetebesluit(f: Facts, law: Law) -> Finding:
    """Awb, artikel 5:51, eerste lid: dertien weken na de datum op het rapport (R09.22).

    Longer than twelve weeks, so the Algemene termijnenwet adds nothing (Atw 4). Who decides later
    can still fine: the term is one of order, and lateness may lower the fine.
    """
    weken = law.in_force(f.dagtekening_rapport).beslistermijn_boete
    return Finding(
        "beslissing over de boete uiterlijk",
        "Awb 5:51:1",
        add_weeks(f.dagtekening_rapport, weken),
        (
            Finding("datum op het rapport", "Awb 5:48:2", f.dagtekening_rapport),
            Finding("termijn", "Awb 5:51:1", weken),
        ),
    )


def boete_vervalt_door_overlijden(f: Facts, law: Law) -> Finding:
    """Awb, artikel 5:42, tweede lid: wat na een overlijden niet meer hoeft (R09.37).

    A fine that is not irrevocable lapses whole; an irrevocable one as far as it is not paid.
    """
    return all_of(
        Finding("is overleden", "Awb 5:42:2", f.overleden),
        any_of(
            not_so(
                Finding("de boete is onherroepelijk", "Awb 5:42:2", f.boete_onherroepelijk),
                text="de boete is niet onherroepelijk: zij vervalt helemaal",
                basis="Awb 5:42:2",
            ),
            not_so(
                Finding("de boete is helemaal betaald", "Awb 5:42:2", f.boete_betaald),
                text="de boete is niet helemaal betaald: de rest vervalt",
                basis="Awb 5:42:2",
            ),
            text="er is een boete, of een deel, dat kan vervallen",
            basis="Awb 5:42:2",
        ),
        text="de boete, of wat ervan open is, vervalt",
        basis="Awb 5:42:2",
    )


def uiterste_betaaldag(f: Facts, law: Law) -> Finding:
    """Awb, artikel 4:87: betalen binnen zes weken, of later als het besluit dat zegt (R09.24)."""
    weken = law.in_force(f.boetebesluit_bekend_op).betaaltermijn_boete
    zes_weken = Finding(
        "zes weken na de bekendmaking, of de eerste werkdag daarna",
        "Awb 4:87:1",
        working_day(add_weeks(f.boetebesluit_bekend_op, weken), law.rest),
        (
            Finding("het boetebesluit is bekend gemaakt", "Awb 4:87:1", f.boetebesluit_bekend_op),
            Finding("termijn", "Awb 4:87:1", weken),
        ),
    )
    return fork(
        Finding("het besluit noemt een latere dag", "Awb 4:87:1", f.besluit_noemt_latere_betaaldag),
        latest(
            zes_weken,
            Finding("dag die in het besluit staat", "Awb 4:87:1", f.betaaldag_in_besluit),
            text="de latere dag",
            basis="Awb 4:87:1",
        ),
        zes_weken,
        text="betalen kan tot en met",
        basis="Awb 4:87:1",
    )


def boete_mag_worden_verrekend(f: Facts, law: Law) -> Finding:
    """Awb, artikel 4:93, eerste lid: alleen als een wet dat zegt; geen wet doet dat (R09.24).

    Deferral and instalments are a decision (Awb 4:94), and so is letting the debt go (Awb 4:94a).
    """
    p = law.in_force(f.boetebesluit_bekend_op)
    return Finding(
        "de boete mag worden verrekend",
        "Awb 4:93:1",
        p.verrekening_van_boete_mogelijk,
        (Finding("het boetebesluit is bekend gemaakt", "Awb 4:87:1", f.boetebesluit_bekend_op),),
    )


def _hoogste(bedrag: Column, basis: str) -> Finding:
    return Finding("hoogste boete", basis, bedrag)
