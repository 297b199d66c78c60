"""Hours against a norm: what comes off the norm, whether it is enough, and what is left."""

from meedoen.rules.column import Kind, constant
from meedoen.rules.logic import Finding, any_of, at_least, fork, largest, minus, total


def norm_na_aftrek(norm: Finding, *aftrek: Finding, text: str, basis: str) -> Finding:
    """The norm less what is deducted, never below nothing; unknown when a deduction is."""
    rest = minus(norm.value, total(*(part.value for part in aftrek)))
    return Finding(text, basis, largest(rest, constant(0, Kind.HOURS)), (norm, *aftrek))


def genoeg_uren(
    uren: Finding, norm: Finding, *, volle_norm: Finding, text: str, basis: str
) -> Finding:
    """Are there enough hours? Who reaches the full norm needs no answer about deductions."""
    zonder, na = at_least(uren.value, volle_norm.value), at_least(uren.value, norm.value)
    return any_of(
        Finding("genoeg, ook zonder aftrek", volle_norm.basis, zonder, (uren, volle_norm)),
        Finding("genoeg na aftrek", norm.basis, na, (uren, norm)),
        text=text,
        basis=basis,
    )


def uren_over(genoeg: Finding, uren: Finding, norm: Finding, *, text: str, basis: str) -> Finding:
    """How many hours are still to be made; none once there are enough."""
    niets = Finding("er zijn genoeg uren", basis, constant(0, Kind.HOURS))
    rest = Finding("de norm min de uren", basis, minus(norm.value, uren.value), (norm, uren))
    return fork(genoeg, niets, rest, text=text, basis=basis)
