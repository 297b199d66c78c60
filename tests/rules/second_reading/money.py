"""Amounts of money in whole cents, apart from the columns of the rules."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


def whole_cents(exact: Fraction) -> int:
    """Whole cents; a half cent goes up."""
    cents = Decimal(exact.numerator) / Decimal(exact.denominator)
    return int(cents.quantize(Decimal(1), ROUND_HALF_UP))
