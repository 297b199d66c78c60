"""The number by which others know a person, in a shape that shows it nowhere by accident."""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Bsn:
    """Nine digits; only `digits` shows them: not `str`, `repr`, a format or an error.

    Whether they pass the elfproef is asked where a number comes in (dossier.identity), not here:
    DUO's own test people need not pass it. Errors: ValueError.
    """

    digits: str = field(repr=False)

    def __post_init__(self) -> None:
        if not re.fullmatch("[0-9]{9}", self.digits):
            raise ValueError("A BSN has nine digits.")

    def __repr__(self) -> str:
        return "Bsn(…)"
