"""Huisvestingswet 2014, artikel 28 en 29: how many permit holders a municipality must house."""

import numpy as np

from meedoen.rules.column import Array, Column, Kind, lift, missing_value
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding
from meedoen.rules.parameters import Law


def taakstelling(f: Facts, law: Law) -> Finding:
    """Huisvestingswet 2014, artikel 29, eerste lid: het deel van de gemeente (R02.10, R02.11).

    The national number of the half-year, shared by inhabitants and rounded up. Backlog is left
    aside. Unknown while the number of the half-year is not in the table.
    """
    landelijk = law.in_force(f.taakstelling_op).landelijke_taakstelling
    return Finding(
        "vergunninghouders die de gemeente in dit halfjaar huisvest",
        "Hw 29:1",
        _deel_naar_boven(landelijk, f.inwoners_gemeente, f.inwoners_nederland),
        (
            Finding("landelijk aantal van dit halfjaar", "Hw 29:1a", landelijk),
            Finding("inwoners van de gemeente", "Hw 29:1b", f.inwoners_gemeente),
            Finding("inwoners van Nederland", "Hw 29:1c", f.inwoners_nederland),
        ),
    )


def peildag_inwoners(f: Facts, law: Law) -> Finding:
    """Huisvestingswet 2014, artikel 29, eerste lid: 1 januari van het jaar ervoor (R02.10)."""
    return Finding(
        "de inwoners tellen op",
        "Hw 29:1b",
        lift(_new_year_before, f.taakstelling_op, kind=Kind.DAY),
        (_halfjaar(f),),
    )


def laatste_dag_taakstelling(f: Facts, law: Law) -> Finding:
    """Huisvestingswet 2014, artikel 28: de taakstelling geldt voor een kalenderhalfjaar (R02.10)."""
    return Finding(
        "laatste dag om de taakstelling te halen",
        "Hw 28",
        lift(_last_of_half_year, f.taakstelling_op, kind=Kind.DAY),
        (_halfjaar(f),),
    )


def _halfjaar(f: Facts) -> Finding:
    return Finding("dag in het halfjaar", "Hw 29:1a", f.taakstelling_op)


def _deel_naar_boven(landelijk: Column, gemeente: Column, nederland: Column) -> Column:
    return lift(_share_rounded_up, landelijk, gemeente, nederland, kind=Kind.COUNT)


def _share_rounded_up(number: Array, part: Array, whole: Array) -> Array:
    # whole numbers only: with fractions a share that is exact could still be rounded up
    divisor = np.maximum(whole.astype(np.int64), 1)
    share = -(-number.astype(np.int64) * part // divisor)
    possible = (whole > 0) & (part <= whole)
    return np.where(possible, share, missing_value(Kind.COUNT))


def _new_year_before(day: Array) -> Array:
    return (day.astype("datetime64[Y]") - 1).astype("datetime64[D]")


def _last_of_half_year(day: Array) -> Array:
    new_year = day.astype("datetime64[Y]").astype("datetime64[M]")
    past_june = (day.astype("datetime64[M]") - new_year).astype(int) >= 6
    after = new_year + np.where(past_june, 12, 6)
    return np.asarray(after.astype("datetime64[D]") - np.timedelta64(1, "D"))
