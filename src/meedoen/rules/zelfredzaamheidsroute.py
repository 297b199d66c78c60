"""Besluit, artikel 3.14; Regeling, artikel 3.16: hours and eindgesprek; no exam is needed.

Deductions are what the college decided: the law says "may", except for PVT and MAP and for hours
of an earlier leerroute.
"""

from meedoen.rules.choices import Doelgroep, Leerroute, Niveau
from meedoen.rules.choices_leerroute import Examenonderdeel, Gespreksvoerder
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.hoofdlijnen import of_eigen_einddoelen
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_least,
    by_word,
    earliest,
    equals,
    fork,
    not_so,
    one_of,
    smallest,
    sum_of,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law
from meedoen.rules.urennorm import genoeg_uren, norm_na_aftrek, uren_over


@once
def cursusuren_die_tellen(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.14:2a en 5.4:4c: ook uren uit een eerdere leerroute (R05.14, R05.21)."""
    return sum_of(
        Finding("uren bij een school met keurmerk", "Bi 3.14:2a", f.cursusuren),
        Finding("uren bij een taalschakelinstelling", "Bi 5.4:4c", f.cursusuren_taalschakeltraject),
        text="cursusuren NT2 en KNM die tellen",
        basis="Bi 3.14:2a",
    )


def cursusuur_telt(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.14, tweede lid, onder a: bij welke les de uren tellen (R05.14, R05.22)."""
    return all_of(
        Finding("de school heeft het keurmerk", "Bi 3.14:2a", f.instelling_heeft_keurmerk),
        any_of(
            Finding("de les is KNM", "Bi 3.14:2a.ii", f.les_is_knm),
            Finding(
                "een NT2-docent begeleidt persoonlijk", "Bi 3.14:2a.i", f.begeleid_door_nt2_docent
            ),
            text="de les is KNM, of een NT2-docent begeleidt",
            basis="Bi 3.14:2a",
        ),
        text="de uren van deze les tellen",
        basis="Bi 3.14:2a",
    )


@once
def cursus_urennorm(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.14:2, 6, 8 en 9: 800 uur of minder, min de aftrek (R05.14-R05.17)."""
    lager = Finding("lagere norm van het college", "Ri 3.16:2", f.vastgestelde_urennorm)
    norm = fork(
        Finding("het college stelde een lagere norm vast", "Bi 3.14:8", f.lagere_urennorm),
        earliest(
            lager,
            _volle_norm_cursus(f, law),
            text="de lagere norm, nooit meer dan de gewone",
            basis="Bi 3.14:8",
        ),
        _volle_norm_cursus(f, law),
        text="norm voor de cursusuren, voor aftrek",
        basis="Bi 3.14:2a",
    )
    return norm_na_aftrek(
        norm,
        Finding(
            "uren uit de brede intake die het college aftrekt", "Bi 3.14:6", f.aftrek_cursusuren
        ),
        aftrek_voor_onderwijs(f, law),
        text="norm voor de cursusuren",
        basis="Bi 3.14:2a",
    )


@once
def aftrek_voor_onderwijs(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.14, negende lid: uren op vso, praktijkonderwijs of entree (R05.15).

    The day on which the college deducted chooses the text: before the rule there is nothing.
    """
    mogelijk = law.in_force(f.aftrek_onderwijs_op).onderwijsuren_aftrekken_mogelijk
    iets = Finding(
        "het college trekt uren af",
        "Bi 3.14:9",
        at_least(f.aftrek_onderwijs, constant(1, Kind.HOURS)),
    )
    bestond = Finding(
        "de regel bestond al",
        "Bi 3.14:9",
        mogelijk,
        (Finding("besluit om af te trekken", "Bi 3.14:9", f.aftrek_onderwijs_op),),
    )
    return fork(
        all_of(iets, bestond, text="de aftrek telt", basis="Bi 3.14:9"),
        Finding("uren die het college aftrekt", "Bi 3.14:9", f.aftrek_onderwijs),
        Finding("geen uren", "Bi 3.14:9", constant(0, Kind.HOURS)),
        text="aftrek voor onderwijs van voor het PIP",
        basis="Bi 3.14:9",
    )


def cursusuren_gehaald(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.14, tweede lid, onder a: genoeg cursusuren (R05.14, R05.16)."""
    vol = _volle_norm_cursus(f, law)
    keurmerk = Finding("uren bij een school met keurmerk", "Bi 3.14:2a", f.cursusuren)
    return any_of(
        Finding(
            "genoeg uren bij scholen met keurmerk",
            "Bi 3.14:2a",
            at_least(f.cursusuren, vol.value),
            (keurmerk, vol),
        ),
        genoeg_uren(
            cursusuren_die_tellen(f, law),
            cursus_urennorm(f, law),
            volle_norm=vol,
            text="genoeg uren, met alles wat telt",
            basis="Bi 3.14:2a",
        ),
        text="volgde genoeg cursusuren",
        basis="Bi 3.14:2a",
    )


def cursusuren_over(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.14: hoeveel cursusuren er nog te doen zijn (R05.14, R05.16)."""
    return uren_over(
        cursusuren_gehaald(f, law),
        cursusuren_die_tellen(f, law),
        cursus_urennorm(f, law),
        text="cursusuren die nog te doen zijn",
        basis="Bi 3.14:2a",
    )


def activiteit_telt(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.14:2b: in het Nederlands en samen met anderen (R05.14)."""
    return all_of(
        Finding("in een Nederlandstalige omgeving", "Bi 3.14:2b.i", f.nederlandstalige_omgeving),
        Finding("niet in isolement", "Bi 3.14:2b.ii", f.niet_in_isolement),
        text="de uren van deze activiteit tellen",
        basis="Bi 3.14:2b",
    )


def participatie_nodig(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.14, tweede en derde lid: alleen voor asielstatushouders (R05.14, R05.16).

    For a gezins- of overige migrant PVT and MAP stand on their own.
    """
    return Finding(
        "moet participatie-uren maken",
        "Bi 3.14:3",
        equals(f.doelgroep, Doelgroep.ASIELSTATUSHOUDER),
        (Finding("doelgroep", "Bi 1.1", f.doelgroep),),
    )


def participatie_urennorm(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.14:2b, 5 en 6; 2.7:3c: 800 uur, min PVT, MAP en aftrek (R05.14)."""
    vol = _volle_norm_participatie(f, law)
    hoogstens = Finding(
        "hoogstens, volgens de ontheffing", "Bi 2.7:3c", f.participatie_uren_hoogstens
    )
    norm = fork(
        Finding(
            "is voor een deel ontheven van participatie", "Bi 2.7:3c", f.ontheffing_participatie
        ),
        Finding("lagere norm", "Bi 2.7:3c", smallest(vol.value, hoogstens.value), (vol, hoogstens)),
        vol,
        text="norm voor de participatie-uren, voor aftrek",
        basis="Bi 3.14:2b",
    )
    return norm_na_aftrek(
        norm,
        Finding("uren PVT", "Bi 3.14:5", f.pvt_uren),
        Finding("uren MAP", "Bi 3.14:5", f.map_uren),
        Finding("uren van voor het PIP die meetellen", "Bi 3.14:6", f.participatie_uren_voor_pip),
        text="norm voor de participatie-uren",
        basis="Bi 3.14:2b",
    )


def participatie_gehaald(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.14:2b: genoeg participatie-uren, als die nodig zijn (R05.14, R05.16)."""
    genoeg = genoeg_uren(
        _participatie(f),
        participatie_urennorm(f, law),
        volle_norm=_volle_norm_participatie(f, law),
        text="maakte genoeg participatie-uren",
        basis="Bi 3.14:2b",
    )
    niet_nodig = not_so(
        participatie_nodig(f, law), text="hoeft geen participatie-uren te maken", basis="Bi 3.14:3"
    )
    return any_of(niet_nodig, genoeg, text="klaar met de participatie", basis="Bi 3.14:2b")


def participatie_over(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.14: hoeveel participatie-uren er nog te doen zijn (R05.14)."""
    return uren_over(
        participatie_gehaald(f, law),
        _participatie(f),
        participatie_urennorm(f, law),
        text="participatie-uren die nog te doen zijn",
        basis="Bi 3.14:2b",
    )


def eindgesprek_geldig(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.14:2c en 4: met het college zelf, niet met een derde (R05.14)."""
    zelf = Gespreksvoerder.COLLEGE, Gespreksvoerder.OPENBAAR_LICHAAM
    return all_of(
        Finding("het eindgesprek is gevoerd", "Bi 3.14:2c", f.eindgesprek_gevoerd),
        Finding("niet door een derde", "Bi 3.14:4", one_of(f.eindgesprek_door, *zelf)),
        text="voerde het eindgesprek met het college",
        basis="Bi 3.14:2c",
    )


def zelfredzaamheidsroute_behaald(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.14: uren en eindgesprek, geen examen (R05.14, R05.16, R05.20)."""
    volgens_wet = all_of(
        cursusuren_gehaald(f, law),
        participatie_gehaald(f, law),
        eindgesprek_geldig(f, law),
        text="klaar met de uren en het eindgesprek",
        basis="Bi 3.14",
    )
    return of_eigen_einddoelen(f, law, volgens_wet)


def examen_mag(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.14, zevende lid: een examen op A2, en KNM sinds 2023 (R05.18).

    Wish, judgement and PIP; the day of the plan in which it is put down chooses the text.
    """
    p = law.in_force(f.dagtekening_te_melden_pip)
    return all_of(
        Finding("wil dit onderdeel van het examen doen", "Bi 3.14:7", f.wil_examen),
        Finding("is daartoe in staat (oordeel)", "Bi 3.14:7", f.in_staat_tot_examen),
        Finding("het staat in het PIP", "Bi 3.14:7", f.examen_in_pip),
        any_of(
            not_so(
                Finding(
                    "gaat over KNM", "Bi 3.14:7", equals(f.examenonderdeel, Examenonderdeel.KNM)
                ),
                text="gaat over een taalonderdeel",
                basis="Bi 3.14:7",
            ),
            Finding("KNM kan in deze route", "Bi 3.14:7", p.knm_in_zelfredzaamheidsroute_mogelijk),
            text="dit onderdeel kan in deze route",
            basis="Bi 3.14:7",
        ),
        text="mag examen doen in de zelfredzaamheidsroute",
        basis="Bi 3.14:7",
    )


def streefniveau(f: Facts, law: Law) -> Finding:
    """Streefniveau in de zelfredzaamheidsroute, volgens rijksoverheid.nl; geen eis (R05.19)."""
    geen = Finding(
        "de B1-route en onderwijsroute hebben een examen", "Wi 7", constant(None, Niveau)
    )
    streef = law.in_force(f.dagtekening_eerste_pip).streefniveau_zelfredzaamheidsroute
    return by_word(
        Finding("leerroute", "Wi 15:1a", f.leerroute),
        {
            Leerroute.B1_ROUTE: geen,
            Leerroute.ONDERWIJSROUTE: geen,
            Leerroute.ZELFREDZAAMHEIDSROUTE: Finding("streefniveau", "Bi 3.14:1", streef),
        },
        text="niveau om naar te streven",
        basis="Bi 3.14:1",
    )


def _participatie(f: Facts) -> Finding:
    return Finding("participatie-uren", "Bi 3.14:2b", f.participatie_uren)


def _volle_norm_cursus(f: Facts, law: Law) -> Finding:
    uren = law.in_force(f.dagtekening_eerste_pip).cursusuren_zelfredzaamheidsroute
    return Finding("norm", "Bi 3.14:2a", uren)


def _volle_norm_participatie(f: Facts, law: Law) -> Finding:
    uren = law.in_force(f.dagtekening_eerste_pip).participatie_uren_zelfredzaamheidsroute
    return Finding("norm", "Bi 3.14:2b", uren)
