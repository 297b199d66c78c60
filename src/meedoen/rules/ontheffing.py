"""Wet, artikel 5: dispensation, whole or in part. DUO decides; this is a check beside it.

Health never enters: the rules see only what the appointed expert or an official concluded.
"""

from meedoen.rules.calendar import add_weeks, working_day
from meedoen.rules.choices import Leerroute
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_least,
    at_most,
    before,
    by_word,
    fork,
    not_so,
)
from meedoen.rules.parameters import Law


def ontheffing_blijvend_niet_in_staat(f: Facts, law: Law) -> Finding:
    """Wet, artikel 5, eerste lid; Besluit, artikel 2.7: niet binnen vijf jaar (R01.15)."""
    jaren = law.in_force(f.ontheffing_gevraagd_op).jaren_niet_in_staat
    return all_of(
        Finding(
            "er is een verklaring van een aangewezen deskundige",
            "Bi 2.7:1",
            f.verklaring_van_aangewezen_deskundige,
        ),
        not_so(
            Finding("die deskundige is de behandelaar", "Bi 2.7:1", f.deskundige_is_behandelaar),
            text="die deskundige is niet de behandelaar",
            basis="Bi 2.7:1",
        ),
        not_so(
            Finding(
                "voldoen lukt binnen vijf jaar na de aanvraag",
                "Bi 2.7:2",
                before(f.jaren_tot_voldoen, jaren),
            ),
            text="voldoen lukt niet binnen vijf jaar na de aanvraag",
            basis="Bi 2.7:2",
        ),
        text="krijgt ontheffing, geheel of voor een deel",
        basis="Wi 5:1",
    )


def gedeeltelijke_ontheffing_mogelijk(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 2.7, derde lid: van welke onderdelen ontheffing kan (R01.16).

    PVT and MAP never. Whether language parts and KNM may go together is a named reading.
    """
    return all_of(
        not_so(
            Finding("vraagt ontheffing van PVT of MAP", "Bi 2.7:3", f.ontheven_pvt_of_map),
            text="vraagt geen ontheffing van PVT of MAP",
            basis="Bi 2.7:3",
        ),
        by_word(
            Finding("leerroute", "Wi 15:1a", f.leerroute),
            {
                Leerroute.B1_ROUTE: _deel_van_het_examen(f, law, "Bi 2.7:3a"),
                Leerroute.ONDERWIJSROUTE: _deel_van_het_examen(f, law, "Bi 2.7:3b"),
                Leerroute.ZELFREDZAAMHEIDSROUTE: _alleen_participatie(f),
            },
            text="vraagt ontheffing van een deel dat bij de leerroute kan",
            basis="Bi 2.7:3",
        ),
        text="ontheffing van deze onderdelen is mogelijk",
        basis="Bi 2.7:3",
    )


def ontheffing_bijzondere_omstandigheden(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 2.8: alleen geheel, in zeer uitzonderlijke omstandigheden (R01.17, R01.34).

    Four open norms: the answers are those of named officials.
    """
    return all_of(
        Finding(
            "de omstandigheden zijn zeer uitzonderlijk en onvoorzien",
            "Bi 2.8:1",
            f.uitzonderlijk_en_onvoorzien,
        ),
        Finding("ze zijn niet aan de persoon te wijten", "Bi 2.8:1", f.niet_te_wijten),
        Finding("de situatie zou zeer schrijnend worden", "Bi 2.8:1", f.zeer_schrijnend),
        any_of(
            Finding("het advies van het college zit erbij", "Bi 2.8:2", f.advies_van_college),
            Finding("DUO beslist uit zichzelf", "Bi 2.8:4", f.ontheffing_ambtshalve),
            text="er is een advies van het college, of DUO beslist uit zichzelf",
            basis="Bi 2.8",
        ),
        text="krijgt ontheffing om bijzondere individuele omstandigheden",
        basis="Wi 5:2",
    )


def ontheffing_bijzonder_telt_voor_naturalisatie(f: Facts, law: Law) -> Finding:
    """Deze ontheffing is niet genoeg voor naturalisatie, volgens inburgeren.nl (R01.18)."""
    p = law.in_force(f.today)
    return fork(
        ontheffing_bijzondere_omstandigheden(f, law),
        Finding(
            "deze ontheffing telt voor naturalisatie",
            "Wi 5:2",
            p.bijzondere_ontheffing_telt_voor_naturalisatie,
        ),
        Finding("deze ontheffing is er niet", "Wi 5:2", constant(None, Kind.ANSWER)),
        text="met deze ontheffing kan iemand Nederlander worden",
        basis="Wi 5:2",
    )


def ontheffing_na_inspanning(f: Facts, law: Law) -> Finding:
    """In dit stelsel geen ontheffing omdat iemand veel moeite deed (R01.19; brief L9)."""
    p = law.in_force(f.ontheffing_gevraagd_op)
    return all_of(
        Finding("vraagt ontheffing om gedane moeite", "Wi 5", f.beroep_op_inspanning),
        Finding("het stelsel kent die ontheffing", "Wi 5", p.ontheffing_na_inspanning_bestaat),
        text="krijgt ontheffing omdat veel moeite is gedaan",
        basis="Wi 5",
    )


def uiterste_dag_beslissing_ontheffing(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 2.7, vijfde lid en 2.8, derde lid: acht weken (R01.15, R01.17; Atw 1)."""
    weken = law.in_force(f.ontheffing_gevraagd_op).beslistermijn_ontheffing
    dag = add_weeks(f.ontheffing_gevraagd_op, weken)
    return Finding(
        "DUO beslist uiterlijk",
        "Bi 2.7:5",
        working_day(dag, law.rest),
        (
            Finding("aanvraag ontvangen", "Bi 2.7:5", f.ontheffing_gevraagd_op),
            Finding("termijn", "Bi 2.8:3", weken),
        ),
    )


def kosten_deskundige(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 2.7: wat het onderzoek kost, en wanneer dat terugkomt (R01.15)."""
    kosten = law.in_force(f.ontheffing_gevraagd_op).kosten_deskundige
    terug = any_of(
        Finding("het advies is: ontheffen", "Ri 2.7:2", f.deskundige_adviseert_ontheffing),
        Finding(
            "het advies is: een aangepast examen",
            "Ri 2.7:2",
            f.deskundige_adviseert_aangepast_examen,
        ),
        text="het bedrag komt terug",
        basis="Ri 2.7:2",
    )
    niets = Finding("niets", "Ri 2.7:2", constant(0, Kind.CENTS))
    return fork(
        terug,
        niets,
        Finding("kosten van het onderzoek", "Ri 2.7:1", kosten),
        text="blijft voor eigen rekening",
        basis="Ri 2.7",
    )


def _deel_van_het_examen(f: Facts, law: Law, basis: str) -> Finding:
    p = law.in_force(f.ontheffing_gevraagd_op)
    knm = Finding("vraagt ontheffing van KNM", basis, f.ontheven_knm)
    taal = Finding(
        "vraagt ontheffing van een of meer taalonderdelen",
        basis,
        at_least(f.ontheven_taalonderdelen, constant(1, Kind.COUNT)),
    )
    return all_of(
        any_of(knm, taal, text="vraagt ontheffing van een deel van het examen", basis=basis),
        Finding(
            "van niet te veel taalonderdelen",
            basis,
            at_most(f.ontheven_taalonderdelen, p.ontheven_taalonderdelen_hoogstens),
        ),
        any_of(
            not_so(
                all_of(knm, taal, text="vraagt beide", basis=basis),
                text="vraagt ontheffing van taal of van KNM, niet van beide",
                basis=basis,
            ),
            Finding("beide samen kan", basis, p.ontheffing_taal_en_knm_samen),
            text="de combinatie kan",
            basis=basis,
        ),
        not_so(
            Finding("vraagt ontheffing van de participatie", basis, f.ontheven_participatie),
            text="vraagt geen ontheffing van de participatie",
            basis=basis,
        ),
        text="een deel van het examen",
        basis=basis,
    )


def _alleen_participatie(f: Facts) -> Finding:
    niets = constant(0, Kind.COUNT)
    return all_of(
        Finding("vraagt ontheffing van de participatie", "Bi 2.7:3c", f.ontheven_participatie),
        Finding(
            "vraagt geen ontheffing van taalonderdelen",
            "Bi 2.7:3c",
            at_most(f.ontheven_taalonderdelen, niets),
        ),
        not_so(
            Finding("vraagt ontheffing van KNM", "Bi 2.7:3c", f.ontheven_knm),
            text="vraagt geen ontheffing van KNM",
            basis="Bi 2.7:3c",
        ),
        text="alleen het participatiegedeelte",
        basis="Bi 2.7:3c",
    )
