"""Writing down what the taakstelling of the municipality is; a later row counts instead."""

from dataclasses import dataclass
from datetime import date, datetime

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.opvang.models import Taakstelling


@dataclass(frozen=True)
class Getallen:
    """The number for a half-year, and the inhabitants by which the rule can check it."""

    aantal: int
    inwoners_gemeente: int | None = None
    inwoners_nederland: int | None = None


def set_target(halfjaar_van: date, getallen: Getallen, *, at: datetime) -> Taakstelling:
    """The taakstelling of a half-year, by who divides the work. Errors: NotAllowedError."""
    actor = current_actor()
    actor.must(Recht.VERDELEN)
    return Taakstelling.objects.create(
        gemeente_id=actor.gemeenten[0],
        halfjaar_van=halfjaar_van,
        aantal=getallen.aantal,
        inwoners_gemeente=getallen.inwoners_gemeente,
        inwoners_nederland=getallen.inwoners_nederland,
        medewerker_id=actor.official,
        gemaakt_at=at,
    )
