"""Reads the text of a notice as DUO writes it (Notificatie 1.8): strict in form, open in content.

What does not fit the form is refused, with the key of a reason (redenen.py). What fits and is
strange is taken in, and said so: DUO cannot mend a BSN by hearing 400, and nothing may get lost.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from meedoen.dossier.identity import IdentityError, checked_bsn

MOST_BYTES = 64 * 1024  # a notice takes some 200
SKEW = timedelta(minutes=5)  # our own norm: so much may two clocks differ
EARLIEST, LATEST = 1900, 2199  # years that a notice of our time can be of
KNOWN = frozenset({"registratieDatumTijd", "bsn", "vNummer", "gebeurtenisId"})
GEBEURTENIS = re.compile("[0-9A-Z]{1,6}")
BSN = re.compile("[0-9]{9}")
# RFC 3339: Python's own reader takes far more, and no leap second
MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}):(\d{2})(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})", re.ASCII
)


class FormError(ValueError):
    """What was sent is no notice; the message is a key of redenen.py and holds nothing of it."""


@dataclass(frozen=True)
class Notificatie:
    """A notice as it was sent. `canonical`: the same for the same content, however written.

    `bsn` nine digits or "", `vnummer` ten digits or "". `opvallend`: keys of redenen.py.
    """

    gebeurtenis: str
    geregistreerd_at: datetime | None
    bsn: str = field(repr=False)
    vnummer: str = field(repr=False)
    opvallend: tuple[str, ...]
    canonical: bytes = field(repr=False)


def read_notificatie(body: bytes, *, at: datetime) -> Notificatie:
    """The notice in a body that came in at a moment. Errors: FormError."""
    found = _object(body)
    bsn, vnummer = _bsn(found), _vnummer(found)
    moment = _moment(found.get("registratieDatumTijd"))
    return Notificatie(
        gebeurtenis=_gebeurtenis(found.get("gebeurtenisId")),
        geregistreerd_at=moment,
        bsn=bsn,
        vnummer=vnummer,
        opvallend=tuple(_strange(found, bsn, vnummer, moment=moment, at=at)),
        canonical=json.dumps(found, sort_keys=True, separators=(",", ":")).encode("ascii"),
    )


def _object(body: bytes) -> dict[str, Any]:
    if len(body) > MOST_BYTES:
        raise FormError("te_groot")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FormError("geen_utf8") from None
    try:
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except FormError:
        raise
    except (ValueError, RecursionError):  # no JSON, a number without end, or far too deep
        raise FormError("geen_json") from None
    if not isinstance(found, dict):
        raise FormError("geen_json")
    return found


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """Of a field that stands twice nobody knows which one counts."""
    listed = list(pairs)
    found = dict(listed)
    if len(found) < len(listed):
        raise FormError("dubbel_veld")
    return found


def _no_number(_word: str) -> None:
    raise FormError("geen_json")


def _bsn(found: Mapping[str, Any]) -> str:
    if "bsn" not in found:
        return ""
    value = found["bsn"]
    if not isinstance(value, str) or not BSN.fullmatch(value):
        raise FormError("veld_bsn")
    return value


def _vnummer(found: Mapping[str, Any]) -> str:
    """Ten digits: as a whole number it lost the zeros in front."""
    if "vNummer" not in found:
        return ""
    value = found["vNummer"]
    if isinstance(value, float) and value.is_integer():  # 12.0 is a whole number in JSON
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 9_999_999_999:
        raise FormError("veld_vnummer")
    return f"{value:010d}" if value else ""


def _gebeurtenis(value: Any) -> str:
    if not isinstance(value, str) or not GEBEURTENIS.fullmatch(value):
        raise FormError("veld_gebeurtenis")
    return value


def _moment(value: Any) -> datetime | None:
    """The moment; None where its year cannot be one of our time."""
    parts = MOMENT.fullmatch(value) if isinstance(value, str) else None
    if parts is None:
        raise FormError("veld_moment")
    day, minute, second, fraction, zone = parts.groups()
    second = "59" if second == "60" else second
    try:
        found = datetime.fromisoformat(
            f"{day}T{minute}:{second}{(fraction or '')[:7]}{zone.upper().replace('Z', '+00:00')}"
        )
    except ValueError:
        raise FormError("veld_moment") from None
    return found.astimezone(UTC) if EARLIEST <= found.year <= LATEST else None


def _strange(
    found: Mapping[str, Any], bsn: str, vnummer: str, *, moment: datetime | None, at: datetime
) -> Iterable[str]:
    if not bsn and not vnummer:
        yield "geen_persoon"
    if bsn and not _is_bsn(bsn):
        yield "elfproef"
    if moment is None:
        yield "vreemde_datum"
    elif moment > at + SKEW:
        yield "toekomst"
    if not found.keys() <= KNOWN:
        yield "meer_velden"


def _is_bsn(bsn: str) -> bool:
    try:
        return checked_bsn(bsn) == bsn
    except IdentityError:
        return False
