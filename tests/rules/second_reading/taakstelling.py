"""Second reading of Huisvestingswet 2014, articles 28 and 29."""

from datetime import date

from tests.rules.second_reading.person import Person

# The national numbers by year and half-year; that of the second half of 2023 was never found.
_LANDELIJK = {
    (2022, 1): 10_000,
    (2022, 2): 13_500,
    (2023, 1): 21_200,
    (2024, 1): 18_750,
    (2024, 2): 17_000,
    (2025, 1): 15_000,
    (2025, 2): 13_000,
    (2026, 1): 15_000,
}


def taakstelling(p: Person) -> int | None:
    """Hw 29, eerste lid: the number of the half-year times the share in inhabitants, upwards."""
    landelijk = _LANDELIJK.get((p.taakstelling_op.year, _half(p.taakstelling_op)))
    # more inhabitants than the whole country, or a country without any, is no share
    if landelijk is None or not 0 < p.inwoners_nederland >= p.inwoners_gemeente:
        return None
    whole, rest = divmod(landelijk * p.inwoners_gemeente, p.inwoners_nederland)
    return int(whole) + (1 if rest else 0)


def peildag_inwoners(p: Person) -> date:
    """Hw 29, eerste lid: 1 January of the year before."""
    return date(p.taakstelling_op.year - 1, 1, 1)


def laatste_dag_taakstelling(p: Person) -> date:
    """Hw 28: the taakstelling is of a half-year."""
    year = p.taakstelling_op.year
    return date(year, 6, 30) if _half(p.taakstelling_op) == 1 else date(year, 12, 31)


def _half(day: date) -> int:
    return 1 if day.month <= 6 else 2
