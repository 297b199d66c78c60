"""What a seal over lines of the log is made of: a hash per line, and a keyed hash over the batch.

Pure functions: the key is an argument. Whoever changes these forms makes a version 2 beside them:
what was sealed must be checked as it was sealed.
"""

import hashlib
import hmac
import json
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from meedoen.accounts.keys import derived, keys_in_use

LABEL = "meedoen logboek zegel 1 {gemeente:04d}"
FIRST = bytes(32)  # before the first seal
# All of a line; the id first.
COLUMNS = (
    "id", "gemeente_id", "trace_id", "span_id", "parent_span_id", "status", "naam", "begin_at",
    "einde_at", "verwerking", "betrokkene", "betrokkene_type", "medewerker_id", "rol", "vorm",
    "opdrachtgever",
)  # fmt: skip
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LINE = struct.Struct(">q32s")


@dataclass(frozen=True)
class Batch:
    """What one seal vouches for; `regels`: id and hash of each line, 40 bytes a line."""

    gemeente: int
    nummer: int
    na_id: int
    tot_id: int
    gezet_at: datetime
    regels: bytes
    vorige_hmac: bytes

    def hmac(self, key: bytes) -> bytes:
        """The keyed hash over the batch and the seal before it (HMAC, SHA-256)."""
        told = _canonical(
            (
                self.gemeente,
                self.nummer,
                self.na_id,
                self.tot_id,
                self.gezet_at,
                hashlib.sha256(self.regels).digest(),
                self.vorige_hmac,
            )
        )
        return hmac.digest(key, told, "sha256")

    def hashes(self) -> Mapping[int, bytes]:
        """The hash of each line, by its id."""
        return dict(_LINE.iter_unpack(self.regels))


def seal_key(gemeente: int) -> bytes:
    """The key of the seals of a municipality (CBS code); from HASH_KEY, outside the database."""
    return derived(keys_in_use().hash_key, LABEL.format(gemeente=gemeente).encode("ascii"))


def packed(rows: Iterable[Sequence[Any]]) -> Iterator[bytes]:
    """Id and hash of each line; a row has the values of `COLUMNS`."""
    return (_LINE.pack(row[0], line_hash(row)) for row in rows)


def line_hash(row: Sequence[Any]) -> bytes:
    """The hash of a line: all its values, in the order of `COLUMNS` (SHA-256)."""
    return hashlib.sha256(_canonical(row)).digest()


def _canonical(values: Sequence[Any]) -> bytes:
    """The same bytes for the same values: JSON, bytes as hexadecimal, moments in microseconds."""
    return json.dumps([_plain(each) for each in values], separators=(",", ":")).encode("ascii")


def _plain(value: Any) -> int | str | None:
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    if isinstance(value, datetime):
        return (value - _EPOCH) // timedelta(microseconds=1)
    return value  # type: ignore[no-any-return]
