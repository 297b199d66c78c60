"""Wet, artikel 17:3; Besluit, artikel 5.5: parts of the exam at A2 instead of B1, in the B1-route.

The letter of 2018 wanted an objective test; the law asks hours, effort and the judgement of the
college. Which of the two holds, the stelsel says.
"""

from meedoen.rules.choices import Leerroute
from meedoen.rules.column import Column
from meedoen.rules.facts import Facts
from meedoen.rules.hoofdlijnen import toets_beslist
from meedoen.rules.logic import Finding, all_of, any_of, equals
from meedoen.rules.once import once
from meedoen.rules.parameters import Law
from meedoen.rules.urennorm import genoeg_uren, norm_na_aftrek, uren_over


@once
def urennorm_na_aftrek(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.5, tweede lid: 600 uren, min wat het college aftrekt (R05.06)."""
    return norm_na_aftrek(
        _volle_norm(f, law),
        Finding("uren uit de brede intake die het college aftrekt", "Bi 5.5:2", f.aftrek_nt2),
        text="urennorm om te mogen afschalen",
        basis="Bi 5.5:2",
    )


@once
def genoeg_uren_nt2(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.5, eerste lid: 600 cursusuren NT2, ook alfabetisering (R05.06, R05.22)."""
    return genoeg_uren(
        _uren(f),
        urennorm_na_aftrek(f, law),
        volle_norm=_volle_norm(f, law),
        text="volgde genoeg uren NT2",
        basis="Bi 5.5:1",
    )


def uren_nt2_over(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.5: hoeveel uren NT2 er nog nodig zijn om te mogen afschalen (R05.06)."""
    return uren_over(
        genoeg_uren_nt2(f, law),
        _uren(f),
        urennorm_na_aftrek(f, law),
        text="uren NT2 die nog nodig zijn",
        basis="Bi 5.5:1",
    )


@once
def aanzienlijke_inspanningen_afschalen(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.5, eerste lid: uren en inzet, geen toets (R05.06, R05.07)."""
    inzet = Finding("spande zich voldoende in (oordeel)", "Bi 5.5:1", f.voldoende_ingespannen)
    uren_en_inzet = all_of(
        genoeg_uren_nt2(f, law), inzet, text="genoeg uren en inzet", basis="Bi 5.5:1"
    )
    return toets_beslist(f, law, ja=inzet, nee=uren_en_inzet, text="deed aanzienlijke inspanningen")


def mag_afschalen(f: Facts, law: Law) -> Finding:
    """Wet, artikel 17, derde lid: een of meer taalonderdelen mogen op A2 (R05.05, R05.06, R05.07).

    "May": the college decides, and writes the parts in the PIP (Bi 5.3:6).
    """
    return all_of(
        _b1_route(f),
        aanzienlijke_inspanningen_afschalen(f, law),
        any_of(
            _lezen(f, law),
            _luisteren(f, law),
            _schrijven(f, law),
            _spreken(f, law),
            text="ten minste een onderdeel lukt niet op B1",
            basis="Wi 17:3",
        ),
        text="het college mag het examen geheel of voor een deel op A2 zetten",
        basis="Wi 17:3",
    )


def mag_lezen_afschalen(f: Facts, law: Law) -> Finding:
    """Wet, artikel 17, derde lid: lezen op A2 (R05.05)."""
    return _mag(f, law, _lezen(f, law), text="lezen mag op A2")


def mag_luisteren_afschalen(f: Facts, law: Law) -> Finding:
    """Wet, artikel 17, derde lid: luisteren op A2 (R05.05)."""
    return _mag(f, law, _luisteren(f, law), text="luisteren mag op A2")


def mag_schrijven_afschalen(f: Facts, law: Law) -> Finding:
    """Wet, artikel 17, derde lid: schrijven op A2 (R05.05)."""
    return _mag(f, law, _schrijven(f, law), text="schrijven mag op A2")


def mag_spreken_afschalen(f: Facts, law: Law) -> Finding:
    """Wet, artikel 17, derde lid: spreken op A2 (R05.05)."""
    return _mag(f, law, _spreken(f, law), text="spreken mag op A2")


def eerst_overstappen(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 5.4, eerste lid: vanuit de onderwijsroute eerst naar de B1-route (R05.12).

    The onderwijsroute knows no A2; that switch can be made at any time.
    """
    return Finding(
        "kan pas na een overstap naar de B1-route op A2",
        "Bi 5.4:1",
        equals(f.leerroute, Leerroute.ONDERWIJSROUTE),
        (Finding("leerroute", "Wi 15:1a", f.leerroute),),
    )


def _mag(f: Facts, law: Law, onhaalbaar: Finding, *, text: str) -> Finding:
    return all_of(
        _b1_route(f),
        aanzienlijke_inspanningen_afschalen(f, law),
        onhaalbaar,
        text=text,
        basis="Wi 17:3",
    )


def _b1_route(f: Facts) -> Finding:
    return Finding("volgt de B1-route", "Wi 17:3", equals(f.leerroute, Leerroute.B1_ROUTE))


def _lezen(f: Facts, law: Law) -> Finding:
    return toets_beslist(
        f,
        law,
        ja=_toets("lezen", f.lezen_toets_onder_b1),
        nee=_onhaalbaar("lezen", f.lezen_b1_onhaalbaar),
        text="lezen lukt niet op B1",
    )


def _luisteren(f: Facts, law: Law) -> Finding:
    return toets_beslist(
        f,
        law,
        ja=_toets("luisteren", f.luisteren_toets_onder_b1),
        nee=_onhaalbaar("luisteren", f.luisteren_b1_onhaalbaar),
        text="luisteren lukt niet op B1",
    )


def _schrijven(f: Facts, law: Law) -> Finding:
    return toets_beslist(
        f,
        law,
        ja=_toets("schrijven", f.schrijven_toets_onder_b1),
        nee=_onhaalbaar("schrijven", f.schrijven_b1_onhaalbaar),
        text="schrijven lukt niet op B1",
    )


def _spreken(f: Facts, law: Law) -> Finding:
    return toets_beslist(
        f,
        law,
        ja=_toets("spreken", f.spreken_toets_onder_b1),
        nee=_onhaalbaar("spreken", f.spreken_b1_onhaalbaar),
        text="spreken lukt niet op B1",
    )


def _toets(onderdeel: str, uitkomst: Column) -> Finding:
    return Finding(f"een objectieve toets: {onderdeel} lukt niet op B1", "Brief L79", uitkomst)


def _onhaalbaar(onderdeel: str, oordeel: Column) -> Finding:
    return Finding(f"{onderdeel} lukt niet op B1 binnen de termijn (oordeel)", "Wi 17:3", oordeel)


def _uren(f: Facts) -> Finding:
    return Finding("gevolgde cursusuren NT2", "Bi 5.5:1", f.cursusuren_nt2)


def _volle_norm(f: Facts, law: Law) -> Finding:
    uren = law.in_force(f.dagtekening_eerste_pip).urennorm_afschalen
    return Finding("norm", "Bi 5.5:1", uren)
