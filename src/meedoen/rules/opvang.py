"""Wet, artikel 10 en 13; Besluit, artikel 3.17: from the permit to the first day in a municipality.

The periods of the housing are agreements between COA and municipalities, no terms of a law.
"""

from meedoen.rules.calendar import add_weeks
from meedoen.rules.choices import Doelgroep, Verblijfsrecht
from meedoen.rules.choices_intake import IntakeVoorHuisvesting
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding, all_of, at_most, before, equals, fork, not_so
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


def krijgt_voorbereiding(f: Facts, law: Law) -> Finding:
    """Wet, artikel 10; Besluit, artikel 3.17: wie een aanbod krijgt in de opvang (R02.02, R02.14).

    Only who must inburgeren; the COA knows that from DUO (Wi 34:6).
    """
    return all_of(
        Finding("de inburgeringsplicht is begonnen", "Wi 10", at_most(f.plicht_begon_op, f.today)),
        nog_niet_gehuisvest(f, law),
        text="krijgt een aanbod tot voorbereiding op de inburgering",
        basis="Bi 3.17:1",
    )


def voorbereiding_verplicht(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.17, derde lid: deelname kan niet worden verplicht (R02.02)."""
    return Finding(
        "deelname aan de voorbereiding is verplicht",
        "Bi 3.17:3",
        law.in_force(f.voorbereiding_aangeboden_op).voorbereiding_verplicht,
        (_aangeboden(f),),
    )


def kosten_voorbereiding(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.17, derde lid: wat de voorbereiding de deelnemer kost (R02.02)."""
    return Finding(
        "kosten van de voorbereiding",
        "Bi 3.17:3",
        law.in_force(f.voorbereiding_aangeboden_op).kosten_voorbereiding,
        (_aangeboden(f),),
    )


def duur_voorbereiding(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.17, eerste lid: zonder duur; volgens de brief 14 weken (brief L30)."""
    return Finding(
        "duur van de voorbereiding",
        law.number("duur_voorbereiding").article,
        law.in_force(f.voorbereiding_aangeboden_op).duur_voorbereiding,
        (_aangeboden(f),),
    )


def voorbereiding_wijkt(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.17, vierde lid: de inburgering gaat altijd voor (R02.02, R02.05)."""
    return all_of(
        Finding("volgt de voorbereiding", "Bi 3.17:1", f.volgt_voorbereiding),
        Finding("die houdt de inburgering op", "Bi 3.17:4", f.voorbereiding_vertraagt),
        text="de voorbereiding wijkt: de inburgering gaat voor",
        basis="Bi 3.17:4",
    )


def uiterste_dag_koppeling(f: Facts, law: Law) -> Finding:
    """Koppeling aan een gemeente, volgens afspraak in twee weken na de vergunning (R02.06).

    Only for an asylum permit; a period of the administration, so no working day is sought.
    """
    weken = law.in_force(f.verblijfsbesluit_bekend_op).koppeling_binnen
    dag = Finding(
        "twee weken na de vergunning",
        "Hw 28",
        add_weeks(f.verblijfsbesluit_bekend_op, weken),
        (
            Finding("de vergunning is bekend", "Hw 28", f.verblijfsbesluit_bekend_op),
            Finding("termijn", "Hw 28", weken),
        ),
    )
    geen = Finding("zonder asielvergunning geen koppeling", "Hw 28", constant(None, Kind.DAY))
    return fork(_heeft_asiel(f, "Hw 28"), dag, geen, text="uiterste dag koppeling", basis="Hw 28")


def buiten_regio_mogelijk(f: Facts, law: Law) -> Finding:
    """Plaatsing buiten de regio, volgens de vier gronden van het COA (R02.09)."""
    p = law.in_force(f.verblijfsbesluit_bekend_op)
    return Finding(
        "er is een grond voor plaatsing buiten de regio",
        "Hw 28",
        p.listed("gronden_buiten_regio", f.plaatsingsgrond),
        (
            Finding("de vergunning is bekend", "Hw 28", f.verblijfsbesluit_bekend_op),
            Finding("grond", "Hw 28", f.plaatsingsgrond),
        ),
    )


@once
def streefdag_woning(f: Facts, law: Law) -> Finding:
    """Een woning, volgens afspraak in tien weken na de koppeling (R02.06, R02.07)."""
    weken = law.in_force(f.gekoppeld_op).woning_binnen
    return Finding(
        "tien weken na de koppeling",
        "Hw 28",
        add_weeks(f.gekoppeld_op, weken),
        (
            Finding("gekoppeld aan een gemeente", "Hw 28", f.gekoppeld_op),
            Finding("termijn", "Hw 28", weken),
        ),
    )


def streefdag_verhuizing(f: Facts, law: Law) -> Finding:
    """De verhuizing, volgens afspraak in twee weken nadat er een woning is (R02.07)."""
    woning = streefdag_woning(f, law)
    weken = law.in_force(f.gekoppeld_op).verhuizing_binnen
    return Finding(
        "twee weken na de woning",
        "Hw 28",
        add_weeks(woning.value, weken),
        (woning, Finding("termijn", "Hw 28", weken)),
    )


def huisvesting_te_laat(f: Facts, law: Law) -> Finding:
    """De huisvesting is later dan zij volgens de afspraken moest zijn (R02.06, R02.07)."""
    streefdag = streefdag_verhuizing(f, law)
    return fork(
        _gehuisvest(f),
        Finding(
            "verhuisde na de streefdag",
            "Hw 28",
            before(streefdag.value, f.ingeschreven_op),
            (streefdag, Finding("ingeschreven", "Hw 28", f.ingeschreven_op)),
        ),
        Finding("de streefdag is voorbij", "Hw 28", before(streefdag.value, f.today), (streefdag,)),
        text="de huisvesting is later dan afgesproken",
        basis="Hw 28",
    )


@once
def nog_niet_gehuisvest(f: Facts, law: Law) -> Finding:
    """Wet, artikel 10: asielvergunning, maar nog niet ingeschreven waar hij gaat wonen (R02.15)."""
    return all_of(
        _heeft_asiel(f, "Wi 10"),
        not_so(_gehuisvest(f), text="staat daar nog niet ingeschreven", basis="Wi 10"),
        text="is nog niet gehuisvest",
        basis="Wi 10",
    )


@once
def alleen_uitnodiging(f: Facts, law: Law) -> Finding:
    """Wet, artikel 1: voor de huisvesting is de brede intake vrijwillig (R02.15, R02.13).

    An invitation is no oproep: no term, no warning, no fine. Which college is competent before the
    housing is open; this reading is the safe one.
    """
    keuze = law.in_force(f.today).intake_voor_huisvesting
    return all_of(
        nog_niet_gehuisvest(f, law),
        Finding(
            "lezing: voor de huisvesting is de intake vrijwillig",
            "Wi 1:1",
            equals(keuze, IntakeVoorHuisvesting.VRIJWILLIG),
        ),
        text="het college kan alleen uitnodigen",
        basis="Wi 1:1",
    )


def plan_kan_al(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.3, eerste lid: geen PIP voor de huisvesting, in elke lezing (R02.15).

    DUO refuses a PIP that is dated before the person settled in the municipality.
    """
    return not_so(
        nog_niet_gehuisvest(f, law), text="het college kan een PIP vaststellen", basis="Bi 5.3:1"
    )


@once
def krijgt_maatschappelijke_begeleiding(f: Facts, law: Law) -> Finding:
    """Wet, artikel 13, eerste lid: alleen asielstatushouders (R11.05)."""
    return Finding(
        "krijgt maatschappelijke begeleiding",
        "Wi 13:1",
        equals(f.doelgroep, Doelgroep.ASIELSTATUSHOUDER),
    )


def begin_maatschappelijke_begeleiding(f: Facts, law: Law) -> Finding:
    """Wet, artikel 13, derde lid: de dag van inschrijving, bij asiel na de huisvesting (R11.05)."""
    return fork(
        krijgt_maatschappelijke_begeleiding(f, law),
        Finding("ingeschreven in de gemeente", "Wi 13:3", f.ingeschreven_op),
        Finding("zonder begeleiding geen begin", "Wi 13:1", constant(None, Kind.DAY)),
        text="de maatschappelijke begeleiding begint",
        basis="Wi 13:3",
    )


def bedrag_maatschappelijke_begeleiding(f: Facts, law: Law) -> Finding:
    """Wet, artikel 13: zonder bedrag per persoon; volgens de brief € 2.370 (R11.01, R11.05)."""
    return fork(
        krijgt_maatschappelijke_begeleiding(f, law),
        Finding(
            "bedrag per statushouder",
            law.number("bedrag_maatschappelijke_begeleiding").article,
            law.in_force(f.today).bedrag_maatschappelijke_begeleiding,
        ),
        Finding("zonder begeleiding geen bedrag", "Wi 13:1", constant(0, Kind.CENTS)),
        text="wat de gemeente krijgt voor maatschappelijke begeleiding",
        basis="Wi 13:1",
    )


def _heeft_asiel(f: Facts, basis: str) -> Finding:
    return Finding(
        "heeft een asielvergunning", basis, equals(f.verblijfsrecht, Verblijfsrecht.ASIEL)
    )


def _gehuisvest(f: Facts) -> Finding:
    return Finding("staat ingeschreven waar hij gaat wonen", "Wi 10", f.gehuisvest)


def _aangeboden(f: Facts) -> Finding:
    return Finding("voorbereiding aangeboden", "Bi 3.17:1", f.voorbereiding_aangeboden_op)
