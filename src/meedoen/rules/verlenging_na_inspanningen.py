"""Wet, artikel 12:1b; Besluit, artikel 4.4: six months more for who is nearly there (R07.07).

DUO decides; what is computed here is a forecast.
"""

from meedoen.rules.calendar import months_longer
from meedoen.rules.choices import Doelgroep, Leerroute, Niveau, Termijn
from meedoen.rules.column import constant
from meedoen.rules.facts import Facts
from meedoen.rules.inburgeringstermijn import lopend_einde
from meedoen.rules.logic import Finding, all_of, at_least, by_word, equals, fork, not_so, one_of
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


def verlenging_na_inspanningen(f: Facts, law: Law) -> Finding:
    """Wet, artikel 12, eerste lid, onder b: meer tijd voor wie er bijna is (R07.07, R07.20).

    Not on a new term after a fine, and not twice (Bi 4.4:1; the second is a reading).
    """
    return all_of(
        aanzienlijke_inspanningen(f, law),
        Finding("verlenging leidt tot het voldoen", "Wi 12:1b", f.verlenging_leidt_tot_voldoen),
        Finding(
            "het is geen nieuwe termijn na een boete",
            "Bi 4.4:1",
            one_of(f.soort_termijn, Termijn.EERSTE, Termijn.VERLENGDE),
        ),
        not_so(
            Finding("kreeg dit al eerder", "Bi 4.4:1", f.eerder_verlengd_na_inspanningen),
            text="kreeg dit niet eerder",
            basis="Bi 4.4:1",
        ),
        text="krijgt meer tijd na aanzienlijke inspanningen",
        basis="Wi 12:1b",
    )


@once
def aanzienlijke_inspanningen(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 4.4, tweede lid: wat aanzienlijke inspanningen zijn (R07.07)."""
    p = law.in_force(f.verlenging_gevraagd_op)
    niveau_pip = at_least(f.examenniveau, f.niveau_in_pip)
    genoeg = at_least(f.taalexamens_behaald, p.taalexamens_voor_verlenging)
    return all_of(
        Finding("volgt de B1-route", "Bi 4.4:2a", equals(f.leerroute, Leerroute.B1_ROUTE)),
        Finding("doet examen op het niveau van het PIP", "Bi 4.4:2a", niveau_pip),
        Finding(
            "doet examen op ten minste A2",
            "Bi 4.4:2a",
            at_least(f.examenniveau, constant(Niveau.A2, Niveau)),
        ),
        volgde_de_lessen(f, law),
        Finding("haalde genoeg taalexamens op dat niveau", "Bi 4.4:2c", genoeg),
        Finding("haalde KNM", "Bi 4.4:2c", f.knm_behaald),
        Finding("rondde het PVT af", "Bi 4.4:2d", f.pvt_afgerond),
        Finding("rondde de MAP af", "Bi 4.4:2d", f.map_afgerond),
        text="deed aanzienlijke inspanningen",
        basis="Bi 4.4:2",
    )


@once
def volgde_de_lessen(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 4.4, tweede lid, onder b, en derde lid: een norm per doelgroep (R07.07)."""
    p = law.in_force(f.verlenging_gevraagd_op)
    genoeg = at_least(f.cursusuren, p.lesuren_voor_verlenging)
    return by_word(
        Finding("doelgroep", "Bi 1.1", f.doelgroep),
        {
            Doelgroep.ASIELSTATUSHOUDER: Finding(
                "volgde alle lessen", "Bi 4.4:2b", f.alle_lessen_gevolgd
            ),
            Doelgroep.GEZINS_OF_OVERIGE_MIGRANT: Finding("volgde genoeg uren", "Bi 4.4:3", genoeg),
        },
        text="volgde de lessen",
        basis="Bi 4.4:2b",
    )


def einde_na_inspanningen(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 4.4, eerste lid: het einde met zes maanden erbij (R07.07)."""
    maanden = law.in_force(f.verlenging_gevraagd_op).verlenging_na_inspanningen
    oud = lopend_einde(f, law)
    return fork(
        verlenging_na_inspanningen(f, law),
        Finding(
            "zes maanden later",
            "Bi 4.4:1",
            months_longer(oud.value, maanden),
            (oud, Finding("verlenging", "Bi 4.4:1", maanden)),
        ),
        oud,
        text="de termijn is voorbij",
        basis="Bi 4.4:1",
    )
