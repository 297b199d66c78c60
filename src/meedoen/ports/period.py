"""Half-open periods: what every message of a port holds, whatever the other party counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Period:
    """The days from `van` up to, not including, `tot`.

    None: the other party told no such day. A missing `tot` is therefore no promise that there
    is no end.
    """

    van: date | None
    tot: date | None
