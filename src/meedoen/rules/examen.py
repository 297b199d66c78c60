"""Wet, artikel 7; Besluit, artikel 3.3 en 3.4: the parts of the exam, what is passed and left.

Five parts: lezen, luisteren, schrijven, spreken and KNM. B2 is "at least B1"; A2 is enough only
in the B1-route, for a part that the PIP puts at A2.
"""

from meedoen.rules.calendar import add_weeks
from meedoen.rules.choices import Leerroute
from meedoen.rules.choices_leerroute import BehaaldNiveau, Examenonderdeel
from meedoen.rules.column import Column, Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_least,
    by_word,
    equals,
    fork,
    not_so,
    sum_of,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


@once
def lezen_klaar(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.3, onder a: leesvaardigheid behaald of niet nodig (R08.01, R01.14)."""
    feiten = f.lezen_behaald, f.lezen_afgeschaald, f.lezen_hoeft_niet
    return _taalonderdeel(f, feiten, naam="lezen", basis="Bi 3.3:a")


@once
def luisteren_klaar(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.3, onder b: luistervaardigheid behaald of niet nodig (R08.01, R01.14)."""
    feiten = f.luisteren_behaald, f.luisteren_afgeschaald, f.luisteren_hoeft_niet
    return _taalonderdeel(f, feiten, naam="luisteren", basis="Bi 3.3:b")


@once
def schrijven_klaar(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.3, onder c: schrijfvaardigheid behaald of niet nodig (R08.01, R01.14)."""
    feiten = f.schrijven_behaald, f.schrijven_afgeschaald, f.schrijven_hoeft_niet
    return _taalonderdeel(f, feiten, naam="schrijven", basis="Bi 3.3:c")


@once
def spreken_klaar(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.3, onder d: spreekvaardigheid behaald of niet nodig (R08.01, R01.14)."""
    feiten = f.spreken_behaald, f.spreken_afgeschaald, f.spreken_hoeft_niet
    return _taalonderdeel(f, feiten, naam="spreken", basis="Bi 3.3:d")


@once
def knm_klaar(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.4: KNM behaald of niet nodig (R08.01, R01.16)."""
    return any_of(
        Finding("haalde KNM", "Wi 7:1b", f.knm_behaald),
        Finding("hoeft KNM niet te doen", "Wi 7:3", f.knm_hoeft_niet),
        text="klaar met KNM",
        basis="Bi 3.4",
    )


@once
def examen_behaald(f: Facts, law: Law) -> Finding:
    """Wet, artikel 7, eerste lid: vier taalonderdelen en KNM (R05.03, R05.04, R08.01)."""
    return all_of(
        *_taal(f, law),
        knm_klaar(f, law),
        text="behaalde het inburgeringsexamen",
        basis="Wi 7:1",
    )


def behaalde_taalonderdelen(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.3: hoeveel taalonderdelen klaar zijn op het goede niveau (R08.01)."""
    return sum_of(
        *(_een_als(part) for part in _taal(f, law)),
        text="taalonderdelen die klaar zijn",
        basis="Bi 3.3",
    )


def examenonderdelen_over(f: Facts, law: Law) -> Finding:
    """Wet, artikel 7:1 en 8:4: hoeveel onderdelen nog open zijn; geen in de Z-route (R08.01)."""
    onderdelen = *_taal(f, law), knm_klaar(f, law)
    open_ = sum_of(
        *(_een_als_niet(part) for part in onderdelen), text="open onderdelen", basis="Wi 7:1"
    )
    return by_word(
        Finding("leerroute", "Wi 15:1a", f.leerroute),
        {
            Leerroute.B1_ROUTE: open_,
            Leerroute.ONDERWIJSROUTE: open_,
            Leerroute.ZELFREDZAAMHEIDSROUTE: Finding(
                "in deze route is geen examen nodig", "Bi 3.14", constant(0, Kind.COUNT)
            ),
        },
        text="onderdelen van het examen die nog open zijn",
        basis="Wi 7:1",
    )


@once
def onderdeel_op_a2(f: Facts, law: Law) -> Finding:
    """Wet, artikel 17, derde lid: of dit onderdeel op A2 mag; KNM heeft geen niveau (R05.05)."""
    onderdelen = {
        Examenonderdeel.LEZEN: f.lezen_afgeschaald,
        Examenonderdeel.LUISTEREN: f.luisteren_afgeschaald,
        Examenonderdeel.SCHRIJVEN: f.schrijven_afgeschaald,
        Examenonderdeel.SPREKEN: f.spreken_afgeschaald,
        Examenonderdeel.KNM: constant(False, Kind.ANSWER),
    }
    afgeschaald = by_word(
        Finding("onderdeel", "Bi 3.3", f.examenonderdeel),
        {
            word: Finding(f"{word.value}: in het PIP staat A2", "Wi 17:3", column)
            for word, column in onderdelen.items()
        },
        text="in het PIP staat A2 voor dit onderdeel",
        basis="Wi 17:3",
    )
    return all_of(_b1_route(f), afgeschaald, text="dit onderdeel mag op A2", basis="Wi 17:3")


def vrijgesteld_van_onderdeel(f: Facts, law: Law) -> Finding:
    """Wet, artikel 7:3; Regeling, artikel 3.12 en 3.13: vrijstelling met een bewijs (R01.14).

    A proof of A2 counts only for a part that may be done at A2. DUO decides.
    """
    p = law.in_force(f.vrijstelling_gevraagd_op)
    op_a2 = all_of(
        onderdeel_op_a2(f, law),
        Finding(
            "het bewijs staat in de lijst voor A2",
            "Ri 3.13",
            p.listed("taalbewijzen_a2", f.taalbewijs),
        ),
        text="een bewijs voor A2, en dit onderdeel mag op A2",
        basis="Ri 3.13",
    )
    return all_of(
        any_of(
            Finding(
                "het bewijs staat in de lijst voor B1",
                "Ri 3.12",
                p.listed("taalbewijzen_b1", f.taalbewijs),
            ),
            op_a2,
            text="het bewijs staat in de lijst",
            basis="Wi 7:3",
        ),
        Finding("met een voldoende voor Nederlands", "Ri 3.12", f.voldoende_voor_nederlands),
        _gaat_over_taal(f),
        Finding("het bewijs gaat over dit onderdeel", "Ri 3.12", f.bewijs_gaat_over_onderdeel),
        text="hoeft dit onderdeel niet te doen",
        basis="Wi 7:3",
    )


def uiterste_dag_beslissing_onderdeel(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 3.14, tweede lid: DUO beslist binnen acht weken (R01.13, R01.14).

    A term of a ministerial regulation: the Algemene termijnenwet does not lengthen it.
    """
    weken = law.in_force(f.vrijstelling_gevraagd_op).beslistermijn_vrijstelling_onderdeel
    return Finding(
        "DUO beslist uiterlijk",
        "Ri 3.14:2",
        add_weeks(f.vrijstelling_gevraagd_op, weken),
        (
            Finding("aanvraag ontvangen", "Ri 3.14:1", f.vrijstelling_gevraagd_op),
            Finding("termijn", "Ri 3.14:2", weken),
        ),
    )


def _taal(f: Facts, law: Law) -> tuple[Finding, ...]:
    rules = lezen_klaar, luisteren_klaar, schrijven_klaar, spreken_klaar
    return tuple(rule(f, law) for rule in rules)


def _taalonderdeel(
    f: Facts, feiten: tuple[Column, Column, Column], *, naam: str, basis: str
) -> Finding:
    behaald, afgeschaald, hoeft_niet = feiten
    b1, a2 = (constant(n, BehaaldNiveau) for n in (BehaaldNiveau.B1, BehaaldNiveau.A2))
    return any_of(
        Finding(f"haalde {naam} op ten minste B1", "Wi 7:1a", at_least(behaald, b1)),
        all_of(
            _b1_route(f),
            Finding(f"{naam} mag op A2", "Wi 17:3", afgeschaald),
            Finding(f"haalde {naam} op ten minste A2", "Wi 17:3", at_least(behaald, a2)),
            text=f"haalde {naam} op A2, en dat is genoeg",
            basis="Wi 17:3",
        ),
        Finding(f"hoeft {naam} niet te doen", "Wi 7:3", hoeft_niet),
        text=f"klaar met {naam}",
        basis=basis,
    )


def _b1_route(f: Facts) -> Finding:
    return Finding("volgt de B1-route", "Wi 17:3", equals(f.leerroute, Leerroute.B1_ROUTE))


def _gaat_over_taal(f: Facts) -> Finding:
    knm = equals(f.examenonderdeel, Examenonderdeel.KNM)
    return not_so(
        Finding("gaat over KNM", "Ri 3.12", knm),
        text="gaat over taal, niet over KNM",
        basis="Ri 3.12",
    )


def _een_als(part: Finding) -> Finding:
    een, nul = (constant(n, Kind.COUNT) for n in (1, 0))
    return fork(
        part,
        Finding("telt als een", part.basis, een),
        Finding("telt niet", part.basis, nul),
        text=part.text,
        basis=part.basis,
    )


def _een_als_niet(part: Finding) -> Finding:
    een, nul = (constant(n, Kind.COUNT) for n in (1, 0))
    return fork(
        part,
        Finding("klaar", part.basis, nul),
        Finding("nog open", part.basis, een),
        text=f"nog open: {part.text}",
        basis=part.basis,
    )
