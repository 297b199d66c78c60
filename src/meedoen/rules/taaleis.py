"""Participatiewet, artikel 18b: bijstand is lower for who does not learn Dutch.

Every step is chosen by the day on which it begins. Where a number of 2027 or later is asked, the
answer is unknown: that text was not read.
"""

from meedoen.rules.calendar import add_months, add_weeks, months_longer
from meedoen.rules.column import Column, Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_most,
    before,
    earliest,
    fork,
    not_so,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


@once
def taaltoets_nodig(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 18b, tweede lid: te weinig onderwijs en geen papier (R09.27)."""
    jaren = law.in_force(f.bijstand_aangevraagd_op).jaren_onderwijs_zonder_taaltoets
    return all_of(
        Finding(
            "volgde minder dan acht jaar onderwijs in het Nederlands",
            "Pw 18b:2a",
            before(f.jaren_nederlandstalig_onderwijs, jaren),
            (
                Finding("jaren onderwijs", "Pw 18b:2a", f.jaren_nederlandstalig_onderwijs),
                Finding("genoeg is", "Pw 18b:2a", jaren),
            ),
        ),
        _geen_papier(f),
        text="een taaltoets is nodig",
        basis="Pw 18b:2",
    )


def uiterste_dag_taaltoets(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 18b, tweede lid: acht weken na de aanvraag om bijstand (R09.27).

    For who lacked the papers at the application. The college sets the term itself, eight weeks at
    most: no term of a law, so the Algemene termijnenwet adds nothing.
    """
    weken = law.in_force(f.bijstand_aangevraagd_op).termijn_taaltoets
    return Finding(
        "taaltoets uiterlijk",
        "Pw 18b:2",
        add_weeks(f.bijstand_aangevraagd_op, weken),
        (
            Finding("aanvraag om bijstand", "Pw 18b:2", f.bijstand_aangevraagd_op),
            Finding("hoogstens", "Pw 18b:2", weken),
        ),
    )


def redelijk_vermoeden(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 18b:1, 3 en 5: toets niet gehaald, geen papier (R09.27, R09.29).

    A diploma or other document takes the presumption away at any moment.
    """
    return all_of(
        taaltoets_nodig(f, law),
        Finding("haalde de taaltoets niet", "Pw 18b:3", f.taaltoets_onvoldoende),
        text="er is een redelijk vermoeden van te weinig Nederlands",
        basis="Pw 18b:1",
    )


def uiterste_dag_kennisgeving(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 18b, vierde lid: acht weken na de uitkomst van de toets (R09.27)."""
    weken = law.in_force(f.uitkomst_taaltoets_op).termijn_kennisgeving_taaleis
    return Finding(
        "brief over het vermoeden uiterlijk",
        "Pw 18b:4",
        add_weeks(f.uitkomst_taaltoets_op, weken),
        (
            Finding("uitkomst van de toets", "Pw 18b:4", f.uitkomst_taaltoets_op),
            Finding("hoogstens", "Pw 18b:4", weken),
        ),
    )


def geen_verlaging_om_taal(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 18b, zesde lid: wie wil leren, of zonder verwijt (R09.29).

    While the month runs, the declaration is enough.
    """
    maand = law.in_force(f.kennisgeving_taaleis_op).beginnen_met_taal_binnen
    grens = add_months(f.kennisgeving_taaleis_op, maand)
    return any_of(
        all_of(
            Finding("verklaart binnen een maand te beginnen", "Pw 18b:6a", f.bereid_taal_te_leren),
            any_of(
                Finding("die maand loopt nog", "Pw 18b:6a", at_most(f.today, grens)),
                _begonnen_en_op_schema(f, grens),
                text="doet wat is verklaard",
                basis="Pw 18b:6a",
            ),
            text="leert Nederlands zoals verwacht",
            basis="Pw 18b:6a",
        ),
        not_so(
            Finding("te weinig Nederlands is te verwijten", "Pw 18b:6b", f.taal_verwijtbaar),
            text="elke vorm van verwijt ontbreekt",
            basis="Pw 18b:6b",
        ),
        text="geen verlaging om de taal",
        basis="Pw 18b:6",
    )


def verlaging_per_stap(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 18b:9, 10 en 11: 20, 40 of 100 procent (R09.27, R09.28).

    Of the bijstandsnorm, counted from the letter. The second and third step need a new test that
    shows too little Dutch, and too little progress; without those nothing is lowered then.
    """
    p = law.in_force(f.kennisgeving_taaleis_op)
    tweede = months_longer(f.kennisgeving_taaleis_op, p.tweede_stap_taaleis_na)
    derde = months_longer(f.kennisgeving_taaleis_op, p.derde_stap_taaleis_na)
    return fork(
        _voor(f, f.kennisgeving_taaleis_op, "de brief is er nog niet"),
        _niets("nog geen brief", "Pw 18b:4"),
        fork(
            _voor(f, tweede, "het is binnen zes maanden na de brief"),
            Finding("eerste stap", "Pw 18b:9", p.verlaging_taaleis_eerste_stap),
            fork(
                _voor(f, derde, "het is binnen twaalf maanden na de brief"),
                _na_toets(f, law.in_force(tweede).verlaging_taaleis_tweede_stap, "Pw 18b:10"),
                _na_toets(f, law.in_force(derde).verlaging_taaleis_derde_stap, "Pw 18b:11"),
                text="tweede of derde stap",
                basis="Pw 18b:10",
            ),
            text="stap",
            basis="Pw 18b:9",
        ),
        text="verlaging per stap",
        basis="Pw 18b:9",
    )


def verlaging_taaleis(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 18b: hoeveel de bijstand nu lager is (R09.27, R09.28, R09.29)."""
    stap = verlaging_per_stap(f, law)
    lager = fork(
        Finding("er zijn dringende redenen voor minder", "Pw 18b:7", f.dringende_redenen),
        earliest(
            stap,
            Finding("verlaging die past", "Pw 18b:7", f.afgestemde_verlaging),
            text="de lagere verlaging",
            basis="Pw 18b:7",
        ),
        stap,
        text="verlaging, afgestemd op de persoon",
        basis="Pw 18b:7",
    )
    return fork(
        all_of(
            redelijk_vermoeden(f, law),
            not_so(
                geen_verlaging_om_taal(f, law),
                text="er is geen reden om niet te verlagen",
                basis="Pw 18b:6",
            ),
            text="de bijstand gaat omlaag",
            basis="Pw 18b:1",
        ),
        lager,
        _niets("geen verlaging om de taal", "Pw 18b:6"),
        text="verlaging om de taaleis",
        basis="Pw 18b:1",
    )


def _geen_papier(f: Facts) -> Finding:
    return not_so(
        any_of(
            Finding(
                "liet een inburgeringsdiploma zien", "Pw 18b:2b", f.inburgeringsdiploma_overgelegd
            ),
            Finding("liet een ander papier zien", "Pw 18b:2c", f.taaldocument_overgelegd),
            text="liet een papier over het Nederlands zien",
            basis="Pw 18b:5",
        ),
        text="liet geen papier over het Nederlands zien",
        basis="Pw 18b:5",
    )


def _begonnen_en_op_schema(f: Facts, grens: Column) -> Finding:
    return all_of(
        Finding("is begonnen", "Pw 18b:6a", f.begonnen_met_taal),
        Finding("begon binnen die maand", "Pw 18b:6a", at_most(f.begonnen_met_taal_op, grens)),
        Finding(
            "maakt de voortgang die mag worden verwacht",
            "Pw 18b:6a",
            f.taalvoortgang_naar_verwachting,
        ),
        text="begon op tijd en gaat vooruit",
        basis="Pw 18b:6a",
    )


def _na_toets(f: Facts, procent: Column, basis: str) -> Finding:
    return fork(
        all_of(
            Finding(
                "de toets voor deze stap is niet gehaald", basis, f.volgende_taaltoets_onvoldoende
            ),
            not_so(
                Finding("gaat genoeg vooruit", basis, f.taalvoortgang_naar_verwachting),
                text="gaat niet genoeg vooruit",
                basis=basis,
            ),
            text="beheerst de taal niet en gaat niet genoeg vooruit",
            basis=basis,
        ),
        Finding("verlaging in deze stap", basis, procent),
        _niets("deze stap gaat niet door", basis),
        text="stap na een toets",
        basis=basis,
    )


def _voor(f: Facts, grens: Column, text: str) -> Finding:
    return Finding(text, "Pw 18b:4", before(f.today, grens))


def _niets(text: str, basis: str) -> Finding:
    return Finding(text, basis, constant(0, Kind.PERCENT))
