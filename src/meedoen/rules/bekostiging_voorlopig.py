"""Besluit, artikel 10.1: the provisional grant of the Rijk to a municipality for year t.

A municipality in a year is a column of length one. The version day is 1 January of year t. Every
term that ends in part of a cent is rounded half up; the law says nothing of rounding.
"""

from meedoen.rules.bekostiging import afgeronde_trajecten
from meedoen.rules.calendar import day_before, first_of_year, subtract_months
from meedoen.rules.column import Column, Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import (
    Finding,
    any_of,
    choose,
    fork,
    not_so,
    same,
    share_of,
    share_up,
    sum_of,
    times,
    total,
)
from meedoen.rules.once import once
from meedoen.rules.parameters import Law, Parameters

A_YEAR = constant(12, Kind.MONTHS)
ALL, ALL_OF_ALL = constant(100, Kind.PERCENT), constant(10_000, Kind.PERCENT)
NOTHING, UNKNOWN_AMOUNT = constant(0, Kind.CENTS), constant(None, Kind.CENTS)


def uitkering(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.1, eerste lid: de voorlopige uitkering, BGO + BA + ABO (R11.09).

    A check or a forecast: the Minister announces the grant (Wi 40:3).
    """
    return fork(
        cijfers_passen_bij_indeling(f, law),
        sum_of(
            deel_migranten(f, law),
            deel_asielstatushouders(f, law),
            aanvullend_budget(f, law),
            text="som van de delen",
            basis="Bi 10.1:1",
        ),
        Finding("geen bedrag met cijfers van de oude indeling", "Bi 10.3:1", UNKNOWN_AMOUNT),
        text="voorlopige uitkering",
        basis="Bi 10.1:1",
    )


def cijfers_passen_bij_indeling(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.3, eerste lid: bij nieuwe grenzen een redelijke schatting (R11.24)."""
    return any_of(
        not_so(
            Finding("de indeling van gemeenten wijzigt", "Bi 10.3:1", f.indeling_gewijzigd),
            text="de indeling van gemeenten wijzigt niet",
            basis="Bi 10.3:1",
        ),
        Finding(
            "geschat alsof de nieuwe indeling al gold", "Bi 10.3:1", f.cijfers_naar_nieuwe_indeling
        ),
        text="de cijfers passen bij de indeling van gemeenten",
        basis="Bi 10.3:1",
    )


def deel_migranten(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.1, tweede lid: BGO, een bedrag per migrant van t-2 (R11.09, R11.21)."""
    return Finding(
        "deel voor gezins- en overige migranten (BGO)",
        "Bi 10.1:2",
        times(f.migranten_twee_jaar_eerder, _getallen(f, law).bedrag_migrant),
    )


def deel_asielstatushouders(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.1, derde lid: BA = GG / som van alle GG x TBA (R11.09, R11.10)."""
    grondslag, budget = gemeentelijke_grondslag(f, law), landelijk_budget(f, law)
    som = Finding(
        "som van alle gemeentelijke grondslagen", "Bi 10.1:3b", f.som_voorlopige_grondslagen
    )
    return Finding(
        "deel voor asielstatushouders (BA)",
        "Bi 10.1:3",
        share_of(budget.value, grondslag.value, som.value),
        (grondslag, som, budget),
    )


@once
def gemeentelijke_grondslag(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.1, vierde lid: GG, aantallen keer gewichten (R11.10, R11.12)."""
    p = _getallen(f, law)
    return sum_of(
        _verwacht(
            gemeentelijk_aantal(f, law),
            "Bi 10.1:4",
            bedrag=p.gewicht_cohort_t,
            deel=p.deel_asielstatushouders_t,
        ),
        _verwacht(
            gemeentelijke_taakstelling_vorig_jaar(f, law),
            "Bi 10.1:4",
            bedrag=p.gewicht_cohort_t_1,
            deel=p.deel_asielstatushouders_t_1,
        ),
        Finding(
            "voorlopig aantal van cohort t-2",
            "Bi 10.1:4",
            times(f.voorlopig_asielstatushouders_twee_jaar_eerder, p.gewicht_cohort_t_2),
        ),
        afgeronde_trajecten(f, law),
        text="voorlopige gemeentelijke grondslag (GG)",
        basis="Bi 10.1:4",
    )


@once
def landelijk_budget(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.1, vijfde lid: TBA, landelijke aantallen keer bedragen (R11.10).

    Bi 10.4f refers for LVAA and VAA to onderdeel c; read as d, their number since 2024.
    """
    p = _getallen(f, law)
    return sum_of(
        _verwacht(
            landelijk_aantal(f, law),
            "Bi 10.1:5",
            bedrag=p.bedrag_cohort_t,
            deel=p.deel_asielstatushouders_t,
        ),
        _verwacht(
            landelijke_taakstelling_t_1(f, law),
            "Bi 10.1:5",
            bedrag=p.bedrag_cohort_t_1,
            deel=p.deel_asielstatushouders_t_1,
        ),
        Finding(
            "voorlopig landelijk aantal van cohort t-2",
            "Bi 10.1:5",
            times(f.landelijk_voorlopig_asielstatushouders_twee_jaar_eerder, p.bedrag_cohort_t_2),
        ),
        text="voorlopig landelijk budget (TBA)",
        basis="Bi 10.1:5",
    )


@once
def landelijk_aantal(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.1:5 en 10.4, onder c en d: LHT, vanaf 2024 LPAS (R11.10, R02.11, R16.08).

    The text of 10.1:4c refers for LHT to 5a; read as 5c, its number since 2024.
    """
    p = _getallen(f, law)
    halfjaar = f.landelijke_taakstelling_halfjaar
    eigen = fork(
        Finding("er is een prognose voor het halfjaar", "Bi 10.4:c", f.prognose_halfjaar_bekend),
        Finding("eerste halfjaar en prognose", "Bi 10.4:c", total(halfjaar, f.prognose_halfjaar)),
        Finding("twee keer het eerste halfjaar", "Bi 10.4:c", total(halfjaar, halfjaar)),
        text="taakstelling uit de halfjaren",
        basis="Bi 10.4:c",
    )
    return fork(
        Finding("de prognose van de begroting telt", "Bi 10.1:5a", p.prognose_telt),
        Finding("prognose van de begroting (LPAS)", "Bi 10.4:d", f.landelijke_prognose),
        fork(
            _vaste_taakstelling(p),
            Finding("vast aantal voor jaar t", "Bi 10.4:c", p.vaste_taakstelling_t),
            eigen,
            text="landelijke taakstelling (LHT)",
            basis="Bi 10.4:c",
        ),
        text="landelijk aantal voor jaar t",
        basis="Bi 10.1:5",
    )


@once
def gemeentelijk_aantal(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.1:4 en 10.4, onder e: GHT, vanaf 2024 GPAS, naar inwoners (R11.10).

    Rounded up to a whole person, as Hw 29:1 does.
    """
    landelijk = landelijk_aantal(f, law)
    return Finding(
        "aandeel van de gemeente in jaar t",
        "Bi 10.1:4",
        share_up(landelijk.value, f.inwoners_gemeente, f.inwoners_nederland),
        (
            landelijk,
            Finding("inwoners van de gemeente", "Hw 29:1b", f.inwoners_gemeente),
            Finding("inwoners van Nederland", "Hw 29:1c", f.inwoners_nederland),
        ),
    )


@once
def landelijke_taakstelling_t_1(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.1:5 en 10.4, onder c: LHT van jaar t-1 (R11.10, R02.11)."""
    p = _getallen(f, law)
    return fork(
        _vaste_taakstelling(p),
        Finding("vast aantal voor jaar t-1", "Bi 10.4:c", p.vaste_taakstelling_t_1),
        Finding("twee halfjaren samen", "Bi 10.4:c", f.landelijke_taakstelling_vorig_jaar),
        text="landelijke taakstelling van jaar t-1",
        basis="Bi 10.1:5",
    )


@once
def gemeentelijke_taakstelling_vorig_jaar(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.1, vierde lid: GHT van jaar t-1, naar inwoners (R11.10, R02.10)."""
    landelijk = landelijke_taakstelling_t_1(f, law)
    return Finding(
        "aandeel van de gemeente in jaar t-1",
        "Bi 10.1:4",
        share_up(landelijk.value, f.inwoners_gemeente_vorig_jaar, f.inwoners_nederland_vorig_jaar),
        (
            landelijk,
            Finding("inwoners van de gemeente", "Hw 29:1b", f.inwoners_gemeente_vorig_jaar),
            Finding("inwoners van Nederland", "Hw 29:1c", f.inwoners_nederland_vorig_jaar),
        ),
    )


def aanvullend_budget(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.1, zesde lid: ABO = GPAS x PA x PO x [a] (R05.24, R11.09).

    For the first time for 2026. PO and the amount are not fixed: unknown, unless nobody counts.
    """
    p = _getallen(f, law)
    aantal = gemeentelijk_aantal(f, law)
    allen = times(aantal.value, p.bedrag_onderwijsroute)
    deel = times(p.deel_asielstatushouders_t, p.deel_onderwijsroute)
    return fork(
        Finding("er is een aanvullend budget", "Bi 10.1:1d", p.aanvullend_budget_bestaat),
        Finding(
            "een bedrag per verwachte asielstatushouder in de onderwijsroute",
            "Bi 10.1:6",
            _procent(allen, deel, ALL_OF_ALL),
            (aantal,),
        ),
        Finding("nog geen aanvullend budget", "Bi 10.1:1", NOTHING),
        text="aanvullend budget voor de onderwijsroute (ABO)",
        basis="Bi 10.1:1",
    )


def peildag_woongemeente(f: Facts, law: Law) -> Finding:
    """Besluit, artikel 10.4, onder a en f: de laatste dag van jaar t-2 (R11.13)."""
    vorig_jaar = subtract_months(first_of_year(f.uitvoeringsjaar_op), A_YEAR)
    return Finding(
        "dag waarop telt in welke gemeente iemand woont",
        "Bi 10.4:a",
        day_before(vorig_jaar),
        (Finding("uitvoeringsjaar", "Bi 10.1:1", f.uitvoeringsjaar_op),),
    )


def _vaste_taakstelling(p: Parameters) -> Finding:
    return Finding("het besluit noemt zelf de aantallen", "Bi 10.4:c", p.vaste_taakstelling_bestaat)


def _verwacht(aantal: Finding, basis: str, *, bedrag: Column, deel: Column) -> Finding:
    # Ri 10.1 swaps the fourth and fifth paragraph of Bi 10.1 and names only the taakstelling; read
    # as both paragraphs and also the prognose: all percentages are the same
    return Finding(
        f"{aantal.text}, naar het verwachte deel asielstatushouders",
        basis,
        _procent(times(aantal.value, bedrag), deel, ALL),
        (aantal, Finding("verwacht deel asielstatushouders", "Ri 10.1", deel)),
    )


def _procent(bedrag: Column, deel: Column, geheel: Column) -> Column:
    # a part of nothing is nothing, also while the part is not known
    return choose(same(bedrag, NOTHING), NOTHING, share_of(bedrag, deel, geheel))


def _getallen(f: Facts, law: Law) -> Parameters:
    return law.in_force(first_of_year(f.uitvoeringsjaar_op))
