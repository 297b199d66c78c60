"""Huisvestingswet 2014, artikel 28 en 29: how many permit holders a municipality must house."""

from meedoen.rules.calendar import add_months, day_before, first_of_year
from meedoen.rules.column import Kind, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding, before, choose, share_up
from meedoen.rules.parameters import Law

HALF_A_YEAR = constant(6, Kind.MONTHS)


def taakstelling(f: Facts, law: Law) -> Finding:
    """Huisvestingswet 2014, artikel 29, eerste lid: het deel van de gemeente (R02.10, R02.11).

    The national number of the half-year, shared by inhabitants and rounded up. Backlog is left
    aside. Unknown while the number of that half-year is not in the table.
    """
    landelijk = law.in_force(f.taakstelling_op).landelijke_taakstelling
    return Finding(
        "vergunninghouders die de gemeente in dit halfjaar huisvest",
        "Hw 29:1",
        share_up(landelijk, f.inwoners_gemeente, f.inwoners_nederland),
        (
            Finding("landelijk aantal van dit halfjaar", "Hw 29:1a", landelijk),
            Finding("inwoners van de gemeente", "Hw 29:1b", f.inwoners_gemeente),
            Finding("inwoners van Nederland", "Hw 29:1c", f.inwoners_nederland),
        ),
    )


def peildag_inwoners(f: Facts, law: Law) -> Finding:
    """Huisvestingswet 2014, artikel 29, eerste lid: 1 januari van het jaar ervoor (R02.10)."""
    return Finding(
        "dag waarop de inwoners tellen",
        "Hw 29:1b",
        first_of_year(day_before(first_of_year(f.taakstelling_op))),
        (_halfjaar(f),),
    )


def laatste_dag_taakstelling(f: Facts, law: Law) -> Finding:
    """Huisvestingswet 2014, artikel 28: de taakstelling geldt voor een half jaar (R02.10)."""
    juli = add_months(first_of_year(f.taakstelling_op), HALF_A_YEAR)
    einde = choose(before(f.taakstelling_op, juli), juli, add_months(juli, HALF_A_YEAR))
    return Finding(
        "laatste dag om de taakstelling te halen", "Hw 28", day_before(einde), (_halfjaar(f),)
    )


def _halfjaar(f: Facts) -> Finding:
    return Finding("dag in het halfjaar", "Hw 29:1a", f.taakstelling_op)
