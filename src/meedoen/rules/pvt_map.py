"""Wet, artikel 6; Besluit, artikel 3.1 en 3.2; Regeling, artikel 3.1: PVT and MAP.

No exam and no fee belong to either. What the college recorded as finished (`pvt_afgerond`,
`map_afgerond`) can be checked here against what the law asks.
"""

from meedoen.rules.choices import Doelgroep, Leerroute
from meedoen.rules.choices_leerroute import Taalschakelstand
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_least,
    equals,
    fork,
    not_so,
    one_of,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law
from meedoen.rules.urennorm import genoeg_uren, norm_na_aftrek, uren_over


def college_biedt_pvt_aan(f: Facts, law: Law) -> Finding:
    """Wet, artikel 6, derde lid: het PVT is er voor beide doelgroepen (R06.11)."""
    groepen = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINS_OF_OVERIGE_MIGRANT
    return Finding(
        "het college biedt het PVT aan",
        "Wi 6:3",
        one_of(f.doelgroep, *groepen),
        (Finding("doelgroep", "Bi 1.1", f.doelgroep),),
    )


def college_biedt_map_aan(f: Facts, law: Law) -> Finding:
    """Wet, artikel 6, derde lid en 8, derde lid: de MAP, voor beide doelgroepen (R06.11)."""
    return all_of(
        college_biedt_pvt_aan(f, law),
        not_so(map_hoeft_niet(f, law), text="moet de MAP doen", basis="Wi 8:3"),
        text="het college biedt de MAP aan",
        basis="Wi 6:3",
    )


@once
def pvt_urennorm(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.1, derde en vijfde lid: 12 uur, min de aftrek (R06.03, R06.05)."""
    return norm_na_aftrek(
        _volle_norm_pvt(f, law),
        Finding("uren uit de brede intake die het college aftrekt", "Bi 3.1:5", f.aftrek_pvt),
        text="urennorm van het PVT",
        basis="Bi 3.1:3",
    )


@once
def pvt_uren_gehaald(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.1, derde lid: genoeg uren PVT (R06.03, R06.05)."""
    return genoeg_uren(
        Finding("gevolgde uren PVT", "Bi 3.1:3", f.pvt_uren),
        pvt_urennorm(f, law),
        volle_norm=_volle_norm_pvt(f, law),
        text="volgde genoeg uren PVT",
        basis="Bi 3.1:3",
    )


def pvt_uren_over(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.1: hoeveel uren PVT er nog te doen zijn (R06.03)."""
    return uren_over(
        pvt_uren_gehaald(f, law),
        Finding("gevolgde uren PVT", "Bi 3.1:3", f.pvt_uren),
        pvt_urennorm(f, law),
        text="uren PVT die nog te doen zijn",
        basis="Bi 3.1:3",
    )


def pvt_klaar(f: Facts, law: Law) -> Finding:
    """Wet, artikel 6:4; Besluit, artikel 3.1: inleiding, uren en ondertekening (R06.01, R06.02)."""
    p = law.in_force(f.dagtekening_eerste_pip)
    return all_of(
        Finding(
            "deed ten minste een activiteit die een kernwaarde praktisch maakt",
            "Bi 3.1:2",
            at_least(f.pvt_activiteiten, p.activiteiten_pvt),
            (
                Finding("activiteiten", "Bi 3.1:2", f.pvt_activiteiten),
                Finding("ten minste", "Bi 3.1:2", p.activiteiten_pvt),
            ),
        ),
        pvt_uren_gehaald(f, law),
        Finding("was bij de ondertekeningsbijeenkomst", "Bi 3.1:1", f.aanwezig_bij_ondertekening),
        Finding("tekende daar de verklaring", "Bi 3.1:1", f.verklaring_daar_getekend),
        text="deed alles wat bij het PVT hoort",
        basis="Wi 6:4",
    )


def pvt_geregistreerd(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.1, vierde lid: wat het college moet registreren (R06.04)."""
    return all_of(
        Finding("de aanwezigheid is geregistreerd", "Bi 3.1:4", f.aanwezigheid_geregistreerd),
        Finding("de ondertekening is geregistreerd", "Bi 3.1:4", f.ondertekening_geregistreerd),
        text="het college registreerde het PVT",
        basis="Bi 3.1:4",
    )


def pvt_terecht_afgerond(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.1: wat als afgerond staat, voldoet ook echt (R06.01 tot en met R06.04)."""
    return any_of(
        not_so(
            Finding("het PVT staat als afgerond", "Wi 6:1a", f.pvt_afgerond),
            text="het PVT staat niet als afgerond",
            basis="Wi 6:1a",
        ),
        all_of(
            pvt_klaar(f, law),
            pvt_geregistreerd(f, law),
            text="het PVT is gedaan en geregistreerd",
            basis="Bi 3.1",
        ),
        text="het PVT staat terecht als afgerond, of staat nog open",
        basis="Bi 3.1",
    )


@once
def map_hoeft_niet(f: Facts, law: Law) -> Finding:
    """Wet, artikel 8, derde lid: geen MAP bij het taalschakeltraject (R05.10, R06.10).

    No other exemption exists. Who stopped while the PIP still says onderwijsroute: a reading.
    """
    p = law.in_force(f.dagtekening_eerste_pip)
    volgt_of_klaar = (
        Taalschakelstand.VOLGT,
        Taalschakelstand.BEHAALD,
        Taalschakelstand.NIET_BEHAALD,
    )
    gestopt = all_of(
        Finding(
            "stopte met het taalschakeltraject",
            "Wi 8:3",
            equals(f.taalschakelstand, Taalschakelstand.GESTOPT),
        ),
        Finding("lezing: dan moet de MAP alsnog", "Wi 8:3", p.map_na_stoppen_taalschakeltraject),
        text="moet de MAP alsnog na het stoppen",
        basis="Wi 8:3",
    )
    return any_of(
        Finding(
            "volgt het taalschakeltraject of rondde het af",
            "Wi 8:3",
            one_of(f.taalschakelstand, *volgt_of_klaar),
        ),
        all_of(
            Finding(
                "volgt de onderwijsroute", "Wi 8:3", equals(f.leerroute, Leerroute.ONDERWIJSROUTE)
            ),
            not_so(gestopt, text="stoppen verandert niets", basis="Wi 8:3"),
            text="heeft de onderwijsroute in het PIP",
            basis="Wi 8:3",
        ),
        text="de MAP hoeft niet",
        basis="Wi 8:3",
    )


@once
def map_urennorm(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 3.1; Besluit, artikel 3.2:3: 40 praktijkuren, min de aftrek (R06.09)."""
    return norm_na_aftrek(
        _volle_norm_map(f, law),
        Finding("uren uit de brede intake die het college aftrekt", "Bi 3.2:3", f.aftrek_map),
        text="norm voor de praktijkuren van de MAP",
        basis="Ri 3.1",
    )


@once
def map_uren_gehaald(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 3.1: genoeg uren gericht op praktische inzet (R06.09)."""
    return genoeg_uren(
        Finding("praktijkuren MAP", "Ri 3.1", f.map_praktijkuren),
        map_urennorm(f, law),
        volle_norm=_volle_norm_map(f, law),
        text="deed genoeg praktijkuren MAP",
        basis="Ri 3.1",
    )


def map_uren_over(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 3.1: hoeveel praktijkuren MAP er nog te doen zijn (R06.09, R05.10)."""
    open_ = uren_over(
        map_uren_gehaald(f, law),
        Finding("praktijkuren MAP", "Ri 3.1", f.map_praktijkuren),
        map_urennorm(f, law),
        text="praktijkuren die nog te doen zijn",
        basis="Ri 3.1",
    )
    return fork(
        map_hoeft_niet(f, law),
        Finding("geen uren", "Wi 8:3", constant(0, Kind.HOURS)),
        open_,
        text="uren MAP die nog te doen zijn",
        basis="Ri 3.1",
    )


def map_klaar(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.2; Regeling, artikel 3.1: thema's, uren, gesprek (R06.08, R06.09)."""
    p = law.in_force(f.dagtekening_eerste_pip)
    return all_of(
        Finding(
            "werkte aan alle thema's",
            "Bi 3.2:1",
            at_least(f.map_themas, p.themas_map),
            (
                Finding("thema's gedaan", "Bi 3.2:1", f.map_themas),
                Finding("thema's in het besluit", "Bi 3.2:1", p.themas_map),
            ),
        ),
        map_uren_gehaald(f, law),
        Finding("voerde het eindgesprek met het college", "Bi 3.2:2", f.map_eindgesprek_gevoerd),
        text="deed alles wat bij de MAP hoort",
        basis="Bi 3.2",
    )


def map_terecht_afgerond(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 3.2: wat als afgerond staat, voldoet ook echt (R06.08, R06.09)."""
    return any_of(
        not_so(
            Finding("de MAP staat als afgerond", "Wi 6:1b", f.map_afgerond),
            text="de MAP staat niet als afgerond",
            basis="Wi 6:1b",
        ),
        map_klaar(f, law),
        text="de MAP staat terecht als afgerond, of staat nog open",
        basis="Bi 3.2",
    )


def vrijgesteld_van_ona(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 12.1a, zesde lid: oude wet en MAP afgerond, dan geen ONA (R06.12).

    For who still falls under the act of 2013; the day of the request chooses the text.
    """
    mogelijk = law.in_force(f.vrijstelling_gevraagd_op).vrijstelling_ona_na_map
    return all_of(
        Finding("valt onder de oude wet", "Wi 54:1", f.viel_onder_wi2013),
        Finding(
            "de regel bestond al op de dag van de aanvraag",
            "Bi 12.1a:6",
            mogelijk,
            (Finding("aanvraag ontvangen", "Bi 12.1a:6", f.vrijstelling_gevraagd_op),),
        ),
        Finding("rondde de MAP af", "Bi 12.1a:6", f.map_afgerond),
        text="hoeft ONA niet te doen",
        basis="Bi 12.1a:6",
    )


def _volle_norm_pvt(f: Facts, law: Law) -> Finding:
    uren = law.in_force(f.dagtekening_eerste_pip).urennorm_pvt
    return Finding("norm", "Bi 3.1:3", uren)


def _volle_norm_map(f: Facts, law: Law) -> Finding:
    uren = law.in_force(f.dagtekening_eerste_pip).praktijkuren_map
    return Finding("norm", "Ri 3.1", uren)
