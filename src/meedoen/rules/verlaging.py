"""Participatiewet, artikel 18: bijstand is lower for who does not meet a duty of that act.

Percentages and periods stand in the afstemmingsverordening of the municipality (Pw 8:1a). Where
that file is missing, the answer is unknown; there is no national default (R09.36).
"""

from meedoen.rules.calendar import add_months
from meedoen.rules.choices_handhaving import Bijstandsplicht, EerdereVerlaging
from meedoen.rules.column import Kind, Meaning, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_most,
    by_word,
    earliest,
    equals,
    fork,
    not_so,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


@once
def verlaging_naast_boete_mogelijk(f: Facts, law: Law) -> Finding:
    """Wet, artikel 27: verlagen na een boete; dat bepaalt de gemeente (R09.20).

    Wi 27 bars only the fine after a lowering.
    """
    p = law.in_force(f.bijstandsplicht_geschonden_op)
    return any_of(
        not_so(
            Finding("kreeg hiervoor al een boete", "Wi 27", f.boete_voor_dezelfde_gedraging),
            text="kreeg hiervoor geen boete",
            basis="Wi 27",
        ),
        Finding("de gemeente verlaagt ook na een boete", "Wi 27", p.verlaging_na_boete_mogelijk),
        text="een boete staat de verlaging niet in de weg",
        basis="Wi 27",
    )


@once
def verlaging_toegestaan(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 18, negende lid: niet zonder verwijt (R09.25), niet na een boete."""
    return all_of(
        Finding("dat is te verwijten", "Pw 18:9", f.schending_verwijtbaar),
        verlaging_naast_boete_mogelijk(f, law),
        text="de bijstand mag omlaag",
        basis="Pw 18:9",
    )


def verlaging(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 18: hoeveel lager, naar de plicht (R09.25, R09.26, R09.36)."""
    p = law.in_force(f.bijstandsplicht_geschonden_op)
    volgens_regel = by_word(
        Finding("plicht die niet is nagekomen", "Pw 18:2", f.geschonden_bijstandsplicht),
        {
            Bijstandsplicht.ARBEID: Finding("in de wet", "Pw 18:5", p.verlaging_arbeidsplicht),
            Bijstandsplicht.ONTZORGEN: Finding(
                "in de verordening van de gemeente", "Pw 8:1a", p.verlaging_ontzorgen
            ),
            Bijstandsplicht.ANDERE: Finding(
                "in de verordening van de gemeente", "Pw 8:1a", p.verlaging_andere_plicht
            ),
        },
        text="verlaging",
        basis="Pw 18:2",
    )
    afgestemd = fork(
        Finding("er zijn dringende redenen voor minder", "Pw 18:10", f.dringende_redenen),
        earliest(
            volgens_regel,
            Finding("verlaging die past", "Pw 18:10", f.afgestemde_verlaging),
            text="de lagere verlaging",
            basis="Pw 18:10",
        ),
        volgens_regel,
        text="verlaging, afgestemd op de persoon",
        basis="Pw 18:10",
    )
    return fork(
        verlaging_toegestaan(f, law),
        afgestemd,
        _niets("geen verlaging", Kind.PERCENT),
        text="verlaging van de bijstand",
        basis="Pw 18:2",
    )


def duur_verlaging(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 18: hoe lang lager, naar de plicht (R09.25, R09.26, R09.36)."""
    p = law.in_force(f.bijstandsplicht_geschonden_op)
    return fork(
        verlaging_toegestaan(f, law),
        by_word(
            Finding("plicht die niet is nagekomen", "Pw 18:2", f.geschonden_bijstandsplicht),
            {
                Bijstandsplicht.ARBEID: duur_verlaging_arbeidsplicht(f, law),
                Bijstandsplicht.ONTZORGEN: Finding(
                    "in de verordening van de gemeente", "Pw 8:1a", p.duur_verlaging_ontzorgen
                ),
                Bijstandsplicht.ANDERE: Finding(
                    "in de verordening van de gemeente", "Pw 8:1a", p.duur_verlaging_andere_plicht
                ),
            },
            text="duur van de verlaging",
            basis="Pw 18:2",
        ),
        _niets("geen verlaging", Kind.MONTHS),
        text="duur van de verlaging",
        basis="Pw 18:2",
    )


def duur_verlaging_arbeidsplicht(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 18, vijfde tot en met achtste lid: hoogstens drie maanden (R09.25).

    The first and the second period stand in the ordinance; from the third on three months.
    """
    p = law.in_force(f.bijstandsplicht_geschonden_op)
    hoogstens = Finding("hoogstens", "Pw 18:7", p.duur_verlaging_arbeidsplicht_hoogstens)
    eerste = earliest(
        Finding("eerste keer, in de verordening", "Pw 18:5", p.duur_verlaging_arbeidsplicht),
        hoogstens,
        text="eerste keer",
        basis="Pw 18:5",
    )
    tweede = earliest(
        Finding(
            "tweede keer, in de verordening", "Pw 18:6", p.duur_verlaging_arbeidsplicht_herhaald
        ),
        hoogstens,
        text="tweede keer",
        basis="Pw 18:6",
    )
    return fork(
        herhaalde_verlaging(f, law),
        by_word(
            Finding("vorige verlaging", "Pw 18:6", f.eerdere_verlaging_arbeidsplicht),
            {
                EerdereVerlaging.EERSTE: tweede,
                EerdereVerlaging.TWEEDE: hoogstens,
                EerdereVerlaging.LATERE: hoogstens,
            },
            text="duur bij herhaling",
            basis="Pw 18:6",
        ),
        eerste,
        text="duur van de verlaging",
        basis="Pw 18:5",
    )


@once
def herhaalde_verlaging(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 18, zesde lid: binnen twaalf maanden na de vorige (R09.25)."""
    maanden = law.in_force(f.bijstandsplicht_geschonden_op).herhaling_arbeidsplicht_binnen
    tot = add_months(f.eerdere_verlaging_op, maanden)
    return all_of(
        Finding(
            "de plicht werd daarna niet nagekomen",
            "Pw 18:6",
            at_most(f.eerdere_verlaging_op, f.bijstandsplicht_geschonden_op),
        ),
        not_so(
            Finding(
                "er is geen eerdere verlaging",
                "Pw 18:6",
                equals(f.eerdere_verlaging_arbeidsplicht, EerdereVerlaging.GEEN),
            ),
            text="er is een eerdere verlaging",
            basis="Pw 18:6",
        ),
        Finding(
            "die was hoogstens twaalf maanden eerder",
            "Pw 18:6",
            at_most(f.bijstandsplicht_geschonden_op, tot),
            (
                Finding("vorige verlaging", "Pw 18:6", f.eerdere_verlaging_op),
                Finding("plicht niet nagekomen", "Pw 18:6", f.bijstandsplicht_geschonden_op),
                Finding("binnen", "Pw 18:6", maanden),
            ),
        ),
        text="het is een herhaling",
        basis="Pw 18:6",
    )


def herziening_verlaging_mogelijk(f: Facts, law: Law) -> Finding:
    """Participatiewet, artikel 18, elfde lid: wie de plicht weer nakomt, kan vragen (R09.25)."""
    return all_of(
        Finding(
            "de verlaging was om een plicht van Pw 18:4",
            "Pw 18:11",
            equals(f.geschonden_bijstandsplicht, Bijstandsplicht.ARBEID),
        ),
        Finding("vroeg om herziening", "Pw 18:11", f.herziening_gevraagd),
        Finding("komt de plicht zonder twijfel na", "Pw 18:11", f.komt_plicht_nu_na),
        text="het college kan de verlaging herzien",
        basis="Pw 18:11",
    )


def _niets(text: str, kind: Meaning) -> Finding:
    return Finding(text, "Pw 18:9", constant(0, kind))
