"""Besluit, artikel 10.2: the definitive grant of the Rijk to a municipality over year t.

A municipality in a year is a column of length one. The version day is 1 January of year t. Money
is in whole cents; only a share of the national budget can end in part of a cent: half up.
"""

from meedoen.rules.calendar import add_months, day_before, first_of_year
from meedoen.rules.choices import Doelgroep
from meedoen.rules.column import Column, Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    all_of,
    any_of,
    equals,
    fork,
    same,
    share_of,
    sum_of,
    times,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law, Parameters

A_YEAR = constant(12, Kind.MONTHS)


def uitkering(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.2 met 10.1:1: de definitieve uitkering, BGO + BA + ABO (R11.09, R11.11).

    A check or a forecast: the Minister fixes the grant (Wi 41).
    """
    return sum_of(
        deel_migranten(f, law),
        deel_asielstatushouders(f, law),
        aanvullend_budget(f, law),
        text="definitieve uitkering",
        basis="Bi 10.2",
    )


def deel_migranten(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.2, eerste lid: BGO, een bedrag per migrant van t (R11.11, R11.21)."""
    bedrag = _getallen(f, law).bedrag_migrant
    return Finding(
        "deel voor gezins- en overige migranten (BGO)",
        "Bi 10.2:1",
        times(f.migranten_dit_jaar, bedrag),
    )


def deel_asielstatushouders(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.1, derde lid: BA = GG / som van alle GG x TBA (R11.09, R11.11).

    Where the weights are the amounts and finished trajectories weigh nothing, the sum of all GG
    is TBA, whatever the numbers: then BA is GG.
    """
    grondslag = gemeentelijke_grondslag(f, law)
    som, budget = som_van_grondslagen(f, law), landelijk_budget(f, law)
    return fork(
        gewichten_zijn_bedragen(f, law),
        grondslag,
        Finding(
            "deel van het landelijke budget, naar grondslag",
            "Bi 10.1:3",
            share_of(budget.value, grondslag.value, som.value),
            (grondslag, som, budget),
        ),
        text="deel voor asielstatushouders (BA)",
        basis="Bi 10.1:3",
    )


@once
def gewichten_zijn_bedragen(f: Facts, law: Law) -> Finding:
    """Regeling, artikel 10.3 en 10.4: elk gewicht is het bedrag, en gewicht d is nul (R11.21)."""
    p = _getallen(f, law)
    return all_of(
        Finding("gewicht a is bedrag a", "Ri 10.4", same(p.gewicht_cohort_t, p.bedrag_cohort_t)),
        Finding(
            "gewicht b is bedrag b", "Ri 10.4", same(p.gewicht_cohort_t_1, p.bedrag_cohort_t_1)
        ),
        Finding(
            "gewicht c is bedrag c", "Ri 10.4", same(p.gewicht_cohort_t_2, p.bedrag_cohort_t_2)
        ),
        Finding(
            "gewicht d is nul", "Ri 10.4", same(p.gewicht_afgerond_traject, constant(0, Kind.CENTS))
        ),
        text="de gewichten zijn gelijk aan de bedragen",
        basis="Ri 10.4",
    )


@once
def gemeentelijke_grondslag(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.2, derde lid: GG, aantallen keer gewichten (R11.11, R11.12)."""
    p = _getallen(f, law)
    return sum_of(
        _cohort("t", "Bi 10.2:3", times(f.asielstatushouders_dit_jaar, p.gewicht_cohort_t)),
        _cohort("t-1", "Bi 10.2:3", times(f.asielstatushouders_vorig_jaar, p.gewicht_cohort_t_1)),
        _cohort(
            "t-2", "Bi 10.2:3", times(f.asielstatushouders_twee_jaar_eerder, p.gewicht_cohort_t_2)
        ),
        afgeronde_trajecten(f, law),
        text="gemeentelijke grondslag (GG)",
        basis="Bi 10.2:3",
    )


@once
def afgeronde_trajecten(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.3, vijfde lid: AIA keer gewicht d, naar prestatie (R11.12).

    In the first year with a weight all trajectories since 2022 count. Bi 10.3:5 and 10.4h refer
    for AIA to 10.1:4e; read as 4f, its number since 2024.
    """
    return _naar_prestatie(
        f, law, in_t_2=f.trajecten_afgerond, sinds_2022=f.trajecten_afgerond_sinds_2022
    )


@once
def som_van_grondslagen(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.1:3b en 10.2:3: som van alle GG, uit landelijke aantallen (R11.11).

    Derived: every person counts in one municipality, so the national numbers give the same sum.
    """
    p = _getallen(f, law)
    landelijk = (
        times(f.landelijk_asielstatushouders_dit_jaar, p.gewicht_cohort_t),
        times(f.landelijk_asielstatushouders_vorig_jaar, p.gewicht_cohort_t_1),
        times(f.landelijk_asielstatushouders_twee_jaar_eerder, p.gewicht_cohort_t_2),
    )
    return sum_of(
        *_cohorten("Bi 10.1:3b", landelijk),
        _naar_prestatie(
            f,
            law,
            in_t_2=f.landelijk_trajecten_afgerond,
            sinds_2022=f.landelijk_trajecten_afgerond_sinds_2022,
        ),
        text="som van alle gemeentelijke grondslagen",
        basis="Bi 10.1:3b",
    )


@once
def landelijk_budget(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.2, tweede lid: TBA, landelijke aantallen keer bedragen (R11.11)."""
    p = _getallen(f, law)
    landelijk = (
        times(f.landelijk_asielstatushouders_dit_jaar, p.bedrag_cohort_t),
        times(f.landelijk_asielstatushouders_vorig_jaar, p.bedrag_cohort_t_1),
        times(f.landelijk_asielstatushouders_twee_jaar_eerder, p.bedrag_cohort_t_2),
    )
    return sum_of(
        *_cohorten("Bi 10.2:2", landelijk), text="landelijk budget (TBA)", basis="Bi 10.2:2"
    )


def aanvullend_budget(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.2, vierde lid: ABO voor de onderwijsroute (R05.24, R11.11).

    For the first time over 2026. The amount is not fixed: unknown, unless nobody counts.
    """
    p = _getallen(f, law)
    return fork(
        Finding("er is een aanvullend budget", "Bi 10.2:4", p.aanvullend_budget_bestaat),
        Finding(
            "een bedrag per asielstatushouder in de onderwijsroute",
            "Bi 10.2:4",
            times(f.asielstatushouders_onderwijsroute, p.bedrag_onderwijsroute),
        ),
        Finding("nog geen aanvullend budget", "Bi 10.2", constant(0, Kind.CENTS)),
        text="aanvullend budget voor de onderwijsroute (ABO)",
        basis="Bi 10.2",
    )


def peildag_woongemeente(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.4, onder b en g: de laatste dag van jaar t (R11.13)."""
    jaar = first_of_year(f.uitvoeringsjaar_op)
    return Finding(
        "dag waarop telt in welke gemeente iemand woont",
        "Bi 10.4:b",
        day_before(add_months(jaar, A_YEAR)),
        (Finding("uitvoeringsjaar", "Bi 10.2", f.uitvoeringsjaar_op),),
    )


def telt_als_asielstatushouder(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.3, zesde lid: ook wie het was en al heeft voldaan (R11.25)."""
    return _telt_als(f, Doelgroep.ASIELSTATUSHOUDER)


def telt_als_migrant(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.3, zesde lid: gezins- of overige migrant, ook na voldoen (R11.25)."""
    return _telt_als(f, Doelgroep.GEZINS_OF_OVERIGE_MIGRANT)


def _telt_als(f: Facts, groep: Doelgroep) -> Finding:
    return any_of(
        Finding(f"is nu {groep.value}", "Bi 10.2", equals(f.doelgroep, groep)),
        all_of(
            Finding(
                f"was bij de huisvesting {groep.value}",
                "Bi 10.3:6",
                equals(f.doelgroep_bij_huisvesting, groep),
            ),
            Finding("heeft op het peilmoment al voldaan", "Bi 10.3:6", f.voldaan_voor_peilmoment),
            text="was het bij de huisvesting en heeft al voldaan",
            basis="Bi 10.3:6",
        ),
        text=f"telt mee als {groep.value}",
        basis="Bi 10.3:6",
    )


def _naar_prestatie(f: Facts, law: Law, *, in_t_2: Column, sinds_2022: Column) -> Finding:
    p = _getallen(f, law)
    aantal = fork(
        Finding(
            "dit is het eerste jaar waarin afgeronde trajecten meetellen",
            "Bi 10.3:5",
            same(first_of_year(f.uitvoeringsjaar_op), p.eerste_jaar_met_prestatie),
        ),
        Finding("afgerond van 2022 tot en met jaar t-2", "Bi 10.3:5", sinds_2022),
        Finding("afgerond in jaar t-2", "Bi 10.3:5", in_t_2),
        text="afgeronde trajecten (AIA)",
        basis="Bi 10.3:5",
    )
    return Finding(
        "afgeronde trajecten keer gewicht d",
        "Bi 10.3:5",
        times(aantal.value, p.gewicht_afgerond_traject),
        (aantal, Finding("gewicht d", "Ri 10.4", p.gewicht_afgerond_traject)),
    )


def _cohorten(basis: str, columns: tuple[Column, ...]) -> list[Finding]:
    return [
        _cohort(name, basis, column)
        for name, column in zip(("t", "t-1", "t-2"), columns, strict=True)
    ]


def _cohort(name: str, basis: str, value: Column) -> Finding:
    return Finding(f"asielstatushouders van cohort {name}", basis, value)


def _getallen(f: Facts, law: Law) -> Parameters:
    return law.in_force(first_of_year(f.uitvoeringsjaar_op))
