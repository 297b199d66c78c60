"""Wet, artikel 15; Besluit, artikel 5.3: when the PIP must be there and what stands in it."""

from meedoen.rules.bezwaar import einde_bezwaartermijn
from meedoen.rules.calendar import add_weeks, working_day
from meedoen.rules.choices import KlokZonderPlan, Verblijfsrecht
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding, all_of, any_of, before, equals, fork, latest, norm, not_so
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


def uiterste_dag(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.3: de laatste dag om het PIP vast te stellen (R04.03a/b, R04.04, R04.05).

    Unknown while information of a third party is awaited (second paragraph).
    """
    zonder = uiterste_dag_zonder_derde(f, law)
    weken = law.in_force(f.informatie_ontvangen_op).termijn_na_informatie_derde
    na_informatie = Finding(
        "twee weken na de informatie",
        "Bi 5.3:2",
        working_day(add_weeks(f.informatie_ontvangen_op, weken), law.rest),
        (
            Finding("de informatie kwam binnen", "Bi 5.3:2", f.informatie_ontvangen_op),
            Finding("termijn", "Bi 5.3:2", weken),
        ),
    )
    return fork(
        mag_op_derde_wachten(f, law),
        latest(
            zonder, na_informatie, text="uiterste dag, met wachten op een derde", basis="Bi 5.3:2"
        ),
        zonder,
        text="uiterste dag voor het PIP",
        basis="Bi 5.3",
    )


@once
def mag_op_derde_wachten(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.3, tweede lid: alleen als het echt niet anders kan (R04.04).

    The paragraph exists since 1 January 2023; a clock of the old text knows no waiting. It
    deviates from the first paragraph alone, so not from the ten weeks after a removal.
    """
    return all_of(
        not_so(klok_van_2022(f, law), text="de klok van de tekst van nu geldt", basis="Bi 5.3:1"),
        not_so(
            _begint_opnieuw(f, law),
            text="dit zijn de tien weken van het eerste lid",
            basis="Bi 5.3:2",
        ),
        Finding("het PIP kan niet zonder informatie van een derde", "Bi 5.3:2", f.wacht_op_derde),
        text="het college mag op een derde wachten",
        basis="Bi 5.3:2",
    )


@once
def uiterste_dag_zonder_derde(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.3, eerste en derde lid: tien weken, ook na een verhuizing (R04.05)."""
    return fork(
        _begint_opnieuw(f, law),
        _tien_weken_na(
            Finding("ingeschreven in deze gemeente", "Bi 5.3:3", f.ingeschreven_na_verhuizing_op),
            law,
            "Bi 5.3:3",
        ),
        _tien_weken_na(begin_van_de_klok(f, law), law, "Bi 5.3:1"),
        text="uiterste dag, zonder wachten op een derde",
        basis="Bi 5.3",
    )


@once
def begin_van_de_klok(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.3, eerste lid: vanaf welke dag de tien weken tellen (R04.03a, R04.03b)."""
    kennisgeving = Finding("DUO schreef over de plicht", "Bi 5.3:1", f.kennisgeving_op)
    inschrijving = Finding("ingeschreven in de BRP", "Bi 5.3:1", f.ingeschreven_op)
    nog_niet_gehuisvest = all_of(
        Finding(
            "heeft een asielvergunning",
            "Bi 5.3:1",
            equals(f.verblijfsrecht, Verblijfsrecht.ASIEL),
        ),
        Finding(
            "stond bij de kennisgeving nog niet ingeschreven waar hij gaat wonen",
            "Bi 5.3:1",
            before(f.kennisgeving_op, f.ingeschreven_op),
        ),
        text="was bij de kennisgeving nog niet gehuisvest",
        basis="Bi 5.3:1",
    )
    return fork(
        klok_van_2022(f, law),
        latest(
            inschrijving,
            Finding("de plicht begon", "Wi 3:3", f.plicht_begon_op),
            text="de klok begint (tekst van 2022)",
            basis="Bi 5.3:1",
        ),
        fork(
            nog_niet_gehuisvest,
            inschrijving,
            kennisgeving,
            text="de klok begint (tekst vanaf 2023)",
            basis="Bi 5.3:1",
        ),
        text="de klok begint",
        basis="Bi 5.3:1",
    )


@once
def klok_van_2022(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.3, eerste lid, tekst van 2022: een klok die toen al liep (R04.03a).

    That running clocks keep the old text is derived: no transitional rule was found.
    """
    nieuw = law.in_force(f.plicht_begon_op).klok_vanaf_kennisgeving_sinds
    return all_of(
        Finding("de plicht begon voor 2023", "Bi 5.3:1", before(f.plicht_begon_op, nieuw)),
        Finding("de inschrijving was voor 2023", "Bi 5.3:1", before(f.ingeschreven_op, nieuw)),
        text="de klok liep al onder de tekst van 2022",
        basis="Bi 5.3:1",
    )


def uiterste_dag_bezwaar(f: Facts, law: Law) -> Finding:
    """Awb, artikel 6:7 en 6:8, eerste lid: bezwaar tegen het PIP kan tot deze dag (R04.13; Atw 1).

    The term begins the day after the PIP was made known, so its last day is six weeks after it.
    """
    bekend = Finding("het PIP is bekend gemaakt", "Awb 6:8:1", f.pip_bekend_op)
    return einde_bezwaartermijn(bekend, law)


def _tien_weken_na(begin: Finding, law: Law, basis: str) -> Finding:
    weken = law.in_force(begin.value).termijn_pip
    return Finding(
        "tien weken later, of de eerste werkdag daarna",
        basis,
        working_day(add_weeks(begin.value, weken), law.rest),
        (begin, norm("termijn", basis, weken)),
    )


def _begint_opnieuw(f: Facts, law: Law) -> Finding:
    keuze = law.in_force(f.ingeschreven_na_verhuizing_op).klok_na_verhuizing_zonder_plan
    begint_opnieuw = any_of(
        Finding("had al een PIP", "Bi 5.3:3", f.pip_bij_verhuizing),
        Finding(
            "lezing: zonder PIP begint de klok ook opnieuw",
            "Bi 5.3:3",
            equals(keuze, KlokZonderPlan.BEGINT_OPNIEUW),
        ),
        text="de tien weken beginnen opnieuw",
        basis="Bi 5.3:3",
    )
    return all_of(
        Finding("is hierheen verhuisd", "Bi 5.3:3", f.verhuisd),
        begint_opnieuw,
        text="de klok begint opnieuw na de verhuizing",
        basis="Bi 5.3:3",
    )
