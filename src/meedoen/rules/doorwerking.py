"""Wet, artikel 33; Besluit, artikel 9.7: what the IND may know, and what inburgering opens there.

The IND decides on residence and nationality; what is computed here informs, it decides nothing.
"""

from meedoen.rules.calendar import add_months, birthday
from meedoen.rules.choices_gegevens import Inburgeringsdocument, SterkerRecht
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
    not_so,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


def mag_ind_weten(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 9.7: alleen de status en de datum van voldoen (R12.07, R14.11)."""
    p = law.in_force(f.gegeven_verstrekt_op)
    return Finding(
        "de IND mag dit gegeven weten",
        "Bi 9.7",
        p.listed("gegevens_voor_de_ind", f.gevraagd_gegeven),
    )


def mag_aan_ind_geven(f: Facts, law: Law) -> Finding:
    """Wet, artikel 33, onder b: alleen DUO geeft het, nooit het college (R12.07)."""
    p = law.in_force(f.gegeven_verstrekt_op)
    return all_of(
        mag_ind_weten(f, law),
        Finding(
            "DUO geeft het, namens de minister",
            "Wi 33:b",
            p.listed("verstrekkers_aan_de_ind", f.verstrekker),
        ),
        text="deze organisatie mag dit gegeven aan de IND geven",
        basis="Wi 33:b",
    )


def voldoet_aan_inburgeringsvereiste(f: Facts, law: Law) -> Finding:
    """Vreemdelingenwet, artikel 16a, 21, 34 en 45b; RWN, artikel 8 (R12.02, R12.03, R12.06).

    The requirement for a stronger right is not the duty: who has no duty can still have to meet
    it. Only Wi 33b names these articles; their content is not in our sources.
    """
    vereiste = {
        SterkerRecht.ONBEPAALD_REGULIER: _bij_verblijf(f, law, "Vw 21"),
        SterkerRecht.ONBEPAALD_ASIEL: _bij_verblijf(f, law, "Vw 34"),
        SterkerRecht.LANGDURIG_INGEZETENE: _bij_verblijf(f, law, "Vw 45b"),
        SterkerRecht.NIET_TIJDELIJK_HUMANITAIR: _bij_verblijf(f, law, "Vw 16a"),
        SterkerRecht.NEDERLANDERSCHAP: _bij_naturalisatie(f, law),
    }
    return by_word(
        Finding("gevraagd recht", "Wi 33:b", f.sterker_recht),
        vereiste,
        text="voldoet aan het inburgeringsvereiste",
        basis="Wi 33:b",
    )


@once
def document_genoeg_voor_verblijf(f: Facts, law: Law) -> Finding:
    """Vreemdelingenbesluit, artikel 3.107a: diploma of certificaat is genoeg (R12.02, R12.04)."""
    p = law.in_force(f.sterker_recht_gevraagd_op)
    return Finding(
        "heeft een document dat bij de IND telt voor verblijf",
        "Vb 3.107a",
        p.listed("documenten_voor_sterker_verblijf", f.inburgeringsdocument),
    )


@once
def vrijgesteld_voor_verblijf(f: Facts, law: Law) -> Finding:
    """Vreemdelingenbesluit, artikel 3.107a: leeftijd, school of uitkomst van de IND (R12.05)."""
    gevraagd = f.sterker_recht_gevraagd_op
    p = law.in_force(gevraagd)
    volwassen = birthday(f.geboren_op, p.leeftijd_begin_vereiste)
    aow = add_months(f.geboren_op, p.pensioengerechtigde_leeftijd)
    return any_of(
        Finding("was bij de aanvraag nog geen achttien", "Vb 3.107a", before(gevraagd, volwassen)),
        Finding("had bij de aanvraag de AOW-leeftijd", "Vb 3.107a", at_most(aow, gevraagd)),
        Finding(
            "woonde hier lang genoeg in de leerplichtige leeftijd",
            "Vb 3.107a",
            at_least(f.leerplichtige_jaren, p.leerplichtige_jaren_voor_vereiste),
        ),
        Finding("de IND stelt om iets anders vrij", "Vb 3.107a", f.vrijgesteld_volgens_ind),
        text="is vrijgesteld van het inburgeringsvereiste voor verblijf",
        basis="Vb 3.107a",
    )


def document_genoeg_voor_naturalisatie(f: Facts, law: Law) -> Finding:
    """Rijkswet op het Nederlanderschap, artikel 8: een diploma op het niveau (R12.06, R12.09).

    Whether the certificate is enough, no source says: unknown.
    """
    p = law.in_force(f.sterker_recht_gevraagd_op)
    return by_word(
        Finding("document", "RWN 8:1d", f.inburgeringsdocument),
        {
            Inburgeringsdocument.DIPLOMA: taalniveau_genoeg_voor_naturalisatie(f, law),
            Inburgeringsdocument.CERTIFICAAT: Finding(
                "het certificaat is genoeg", "RWN 8:1d", p.certificaat_genoeg_voor_naturalisatie
            ),
            Inburgeringsdocument.GEEN: Finding(
                "geen document is niet genoeg", "RWN 8:1d", constant(False, Kind.ANSWER)
            ),
        },
        text="heeft een document dat genoeg is voor naturalisatie",
        basis="RWN 8:1d",
    )


@once
def taalniveau_genoeg_voor_naturalisatie(f: Facts, law: Law) -> Finding:
    """Rijkswet op het Nederlanderschap, artikel 8: het taalniveau, nu ten minste A2 (R12.06)."""
    niveau = law.in_force(f.sterker_recht_gevraagd_op).taalniveau_naturalisatie
    return Finding(
        "de examens zijn op het niveau voor naturalisatie of hoger",
        "RWN 8:1d",
        at_least(f.examenniveau, niveau),
    )


def sterker_recht_gesloten(f: Facts, law: Law) -> Finding:
    """Wet, artikel 33, onder b: verwijtbaar niet voldaan, dus geen sterker recht (R12.01).

    The letter says it; that the laws named in Wi 33b ask for inburgering is how it works through.
    """
    p = law.in_force(f.sterker_recht_gevraagd_op)
    return all_of(
        Finding("verwijtbaar niet voldoen sluit de weg", "Wi 33:b", p.niet_voldoen_sluit_weg),
        not_so(
            Finding("voldeed aan de inburgeringsplicht", "Wi 6:2", f.plicht_voldaan),
            text="voldeed niet aan de inburgeringsplicht",
            basis="Wi 6:2",
        ),
        Finding("dat is te verwijten", "Wi 33:b", f.niet_voldoen_verwijtbaar),
        text="krijgt om de inburgering geen sterker recht",
        basis="Wi 33:b",
    )


def _bij_verblijf(f: Facts, law: Law, basis: str) -> Finding:
    return any_of(
        document_genoeg_voor_verblijf(f, law),
        vrijgesteld_voor_verblijf(f, law),
        text="heeft een document of is vrijgesteld",
        basis=basis,
    )


def _bij_naturalisatie(f: Facts, law: Law) -> Finding:
    return any_of(
        document_genoeg_voor_naturalisatie(f, law),
        Finding(
            "de IND stelt vrij van de naturalisatietoets",
            "RWN 8:1d",
            f.vrijgesteld_van_naturalisatietoets,
        ),
        text="heeft een document of is vrijgesteld",
        basis="RWN 8:1d",
    )
