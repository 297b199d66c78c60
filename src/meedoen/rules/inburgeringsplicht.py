"""Wet, artikel 3; Besluit, afdeling 2.1: who must inburgeren, from when, and when it goes on.

DUO decides on the duty; what is computed here is a check beside DUO's decision.
"""

from datetime import date

from meedoen.rules.calendar import (
    age_in_years,
    birthday,
    day_before,
    months_longer,
)
from meedoen.rules.choices import Onderbreking, Verblijfsrecht
from meedoen.rules.column import Column, Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    at_least,
    at_most,
    equals,
    latest,
    not_so,
    one_of,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law


@once
def inburgeringsplichtig(f: Facts, law: Law) -> Finding:
    """Wet, artikel 3: wie op deze dag inburgeringsplichtig is (R01.01, R01.02, R15.01).

    Without exemption or dispensation: those are vrijstelling.py and ontheffing.py.
    """
    return all_of(
        any_of(
            verblijft_met_plicht(f, law),
            plicht_loopt_door_in_procedure(f, law),
            text="verblijft hier op een manier die de plicht geeft of laat doorlopen",
            basis="Wi 3:1",
        ),
        heeft_de_leeftijd(f, law),
        not_so(uitgezonderd(f, law), text="valt niet onder een uitzondering", basis="Wi 3:2"),
        not_so(
            Finding("viel al onder de oude Wet inburgering", "Wi 54:1", f.viel_onder_wi2013),
            text="valt niet meer onder de oude wet",
            basis="Wi 54:1",
        ),
        text="is inburgeringsplichtig",
        basis="Wi 3:1",
    )


@once
def verblijft_met_plicht(f: Facts, law: Law) -> Finding:
    """Wet, artikel 3:1: vergunning voor bepaalde tijd, niet tijdelijk, of bedienaar (R01.07).

    Who is geestelijke bedienaar (Ri 1.2) is an outcome: whose faith it is, no rule needs.
    """
    return all_of(
        Finding(
            "heeft een vergunning voor bepaalde tijd, asiel of regulier",
            "Wi 3:1",
            one_of(f.verblijfsrecht, Verblijfsrecht.ASIEL, Verblijfsrecht.REGULIER),
        ),
        Finding(
            "het verblijfsrecht is ingegaan", "Wi 3:1", at_most(f.verblijfsrecht_vanaf, f.today)
        ),
        any_of(
            not_so(
                verblijft_tijdelijk(f, law),
                text="verblijft hier niet voor een tijdelijk doel",
                basis="Wi 3:1a",
            ),
            Finding("is geestelijke bedienaar", "Wi 3:1b", f.geestelijke_bedienaar),
            text="blijft hier of is geestelijke bedienaar",
            basis="Wi 3:1",
        ),
        text="heeft een verblijfsrecht dat de plicht geeft",
        basis="Wi 3:1",
    )


@once
def verblijft_tijdelijk(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 2.2: welke doelen van verblijf tijdelijk zijn (R01.04).

    The list is the one of the day on which the residence right began. Asylum is never temporary.
    """
    doelen = law.in_force(f.verblijfsrecht_vanaf)
    return all_of(
        Finding(
            "heeft een reguliere vergunning, geen asiel",
            "Bi 2.2:3",
            equals(f.verblijfsrecht, Verblijfsrecht.REGULIER),
        ),
        any_of(
            Finding(
                "het doel staat in de lijst van tijdelijke doelen",
                "Bi 2.2:1",
                doelen.listed("tijdelijke_verblijfsdoelen", f.verblijfsdoel),
            ),
            Finding("het besluit zegt: tijdelijk", "Bi 2.2:2", f.tijdelijk_volgens_besluit_ind),
            text="het doel van het verblijf is tijdelijk",
            basis="Bi 2.2",
        ),
        text="verblijft hier voor een tijdelijk doel",
        basis="Bi 2.2",
    )


@once
def heeft_de_leeftijd(f: Facts, law: Law) -> Finding:
    """Wet, artikel 3, eerste lid: 16 jaar of ouder en nog geen AOW-leeftijd (R01.01).

    Who reached the AOW age of one year does not lose it when the age rises in the next.
    """
    p = law.in_force(f.today)
    return all_of(
        Finding(
            "is 16 jaar of ouder",
            "Wi 3:1",
            at_least(age_in_years(f.geboren_op, f.today), p.leeftijd_begin_plicht),
        ),
        not_so(
            bereikte_aow_leeftijd(f, law),
            text="heeft de AOW-leeftijd nog niet",
            basis="AOW 7a:1",
        ),
        text="heeft de leeftijd voor de plicht",
        basis="Wi 3:1",
    )


@once
def bereikte_aow_leeftijd(f: Facts, law: Law) -> Finding:
    """Algemene Ouderdomswet, artikel 7a: de leeftijd van dit of een eerder jaar (R01.01)."""
    all_versions = law.number("pensioengerechtigde_leeftijd").known(law.known_on)
    begun = [v for v in all_versions if v.from_ <= f.day] or all_versions[:1]
    ends = [*(day_before(constant(later.from_, Kind.DAY)) for later in begun[1:]), f.today]
    return any_of(
        *(_bereikte_aow(f, law, v.from_, end=end) for v, end in zip(begun, ends, strict=True)),
        text="heeft de AOW-leeftijd bereikt",
        basis="AOW 7a:1",
    )


@once
def uitgezonderd(f: Facts, law: Law) -> Finding:
    """Wet, artikel 3, tweede lid: vier groepen zonder plicht (R01.02)."""
    return any_of(
        Finding(
            "is onderdaan van de EU, de EER of Zwitserland",
            "Wi 3:2a",
            f.onderdaan_eu_eer_zwitserland,
        ),
        Finding("is familielid van een EU-burger", "Wi 3:2b", f.familielid_van_unieburger),
        Finding("burgerde in een ander EU-land al in", "Wi 3:2c", f.inburgering_elders_in_eu),
        Finding("een verdrag sluit de plicht uit", "Wi 3:2d", f.verdrag_sluit_plicht_uit),
        text="valt onder een uitzondering",
        basis="Wi 3:2",
    )


def begin_plicht(f: Facts, law: Law) -> Finding:
    """Wet, artikel 3, derde lid: de plicht begint nooit met terugwerkende kracht (R01.03).

    For who meets article 3; the day is that of the permit, its notice or the 16th birthday.
    """
    p = law.in_force(f.verblijfsrecht_vanaf)
    return latest(
        Finding("het verblijfsrecht gaat in", "Wi 3:1", f.verblijfsrecht_vanaf),
        Finding("het besluit wordt bekend", "Wi 3:3", f.verblijfsbesluit_bekend_op),
        Finding("wordt 16 jaar", "Wi 3:1", birthday(f.geboren_op, p.leeftijd_begin_plicht)),
        text="de plicht begint",
        basis="Wi 3:3",
    )


@once
def plicht_loopt_door_in_procedure(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 2.1, eerste lid: de plicht loopt door tijdens een procedure (R01.05)."""
    return all_of(
        Finding(
            "verblijft hier tijdens een procedure",
            "Bi 2.1:1",
            equals(f.verblijfsrecht, Verblijfsrecht.PROCEDURE),
        ),
        Finding("de procedure sluit direct aan", "Bi 2.1:1", f.procedure_sluit_aan),
        text="de plicht loopt door tijdens de procedure",
        basis="Bi 2.1:1",
    )


@once
def onderbreking_telt_niet(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 2.1, tweede lid: een onderbreking van hoogstens een jaar (R01.06)."""
    hoogstens = law.in_force(f.onderbreking_van).onderbreking_hoogstens
    grens = months_longer(f.onderbreking_van, hoogstens)
    return all_of(
        Finding(
            "de reden is een van de drie van het besluit",
            "Bi 2.1:2",
            one_of(
                f.onderbreking,
                Onderbreking.GEEN_INGEZETENE,
                Onderbreking.TIJDELIJK_DOEL,
                Onderbreking.BEDIENAAR_STOPTE,
            ),
        ),
        Finding(
            "de onderbreking duurt hoogstens een jaar",
            "Bi 2.1:2",
            at_most(f.onderbreking_tot, grens),
        ),
        text="de plicht geldt als niet geëindigd",
        basis="Bi 2.1:2",
    )


def _bereikte_aow(f: Facts, law: Law, since: date, *, end: Column) -> Finding:
    leeftijd = law.in_force(constant(since, Kind.DAY)).pensioengerechtigde_leeftijd
    return Finding(
        f"bereikte de AOW-leeftijd die gold vanaf {since.year}",
        "AOW 7a:1",
        at_most(months_longer(f.geboren_op, leeftijd), end),
    )
