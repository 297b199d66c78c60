"""The chain of a diary: how contents and envelopes are written as bytes, and hashed.

An envelope holds the hash of the one before it and the hash of its own content. Content is kept
apart with a random salt, so that destroying it leaves the chain whole and tells nothing.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

FIRST = b""  # the hash before the first envelope


@dataclass(frozen=True)
class Envelope:
    """What the hash of a gebeurtenis is made of. `at` is a moment with a time zone."""

    gemeente: int
    dossier: int
    nummer: int
    soort: str
    on: date
    at: datetime
    medewerker: int | None
    herstelt: int | None
    vorige_hash: bytes
    inhoud_hash: bytes

    @property
    def hash(self) -> bytes:
        """SHA-256 over the canonical form; 32 bytes."""
        return hashlib.sha256(
            canonical(
                {
                    "gemeente": self.gemeente,
                    "dossier": self.dossier,
                    "nummer": self.nummer,
                    "soort": self.soort,
                    "on": self.on.isoformat(),
                    "at": moment(self.at),
                    "medewerker": self.medewerker,
                    "herstelt": self.herstelt,
                    "vorige": self.vorige_hash.hex(),
                    "inhoud": self.inhoud_hash.hex(),
                }
            )
        ).digest()


def canonical(content: Mapping[str, Any]) -> bytes:
    """The one way to write a content: JSON in UTF-8, keys in order, no spaces."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode()


def moment(at: datetime) -> str:
    """A moment as text in UTC, in microseconds, as the database keeps it."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def salted(salt: bytes, content: bytes) -> bytes:
    """The hash of a content; without the salt nobody can guess which content it was."""
    return hashlib.sha256(salt + content).digest()
