"""A notice as it is processed, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum


class Toestand(Enum):
    """What came of a notice, in the words of `inbox.Stand`."""

    VERWERKT = "verwerkt"
    WACHT = "wacht"
    AAN_MENS = "aan_mens"


@dataclass(frozen=True)
class Melding:
    """What DUO says happened to somebody: a code and one or two numbers, no more.

    `dossier`: whose an official said it is, whatever the numbers.

    `gemeente` is the CBS code of who it was sent to. `bsn` and `vnummer` are as they came; "" is
    not given. `bericht_id` is what the diary names as its source.
    """

    bericht_id: str
    gemeente: int
    gebeurtenis: str
    geregistreerd_at: datetime | None
    bsn: str = field(default="", repr=False)
    vnummer: str = field(default="", repr=False)
    dossier: int | None = None


@dataclass(frozen=True)
class Uitkomst:
    """How far a notice is, and why (a key of redenen.py).

    `opnieuw`: DUO gave no answer, so ask again, not sooner than `na`; else what waits, waits for
    something else.
    `dossier`: whose it is, where that is known. `onbegrepen`: an answer that we could not read.
    """

    toestand: Toestand
    waarom: str = ""
    dossier: int | None = None
    opnieuw: bool = False
    na: timedelta = timedelta(0)
    onbegrepen: bytes = field(default=b"", repr=False, compare=False)
