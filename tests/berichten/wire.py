"""A notice as DUO puts it on the wire, without Django: who DUO is, its headers, what it says."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

DUO = "00000001999990000000"
HERE, ELSEWHERE = 9999, 9998  # the municipalities of tests/dossier/makers.py
OINS = {HERE: "00000001999999999000", ELSEWHERE: "00000001999999998000"}
PROXY = "127.0.0.1"
CERT = f"CN=verzonnen.duo.example.org,O=Verzonnen DUO,serialNumber={DUO},C=NL"
PERSON = "999990019"
MOMENT = datetime(2026, 9, 14, 9, 30, tzinfo=UTC)


def notice(
    event: str = "SS101", *, bsn: str | None = PERSON, at: datetime = MOMENT, **more: Any
) -> Any:
    """What a notice says."""
    told: dict[str, Any] = {"registratieDatumTijd": at.isoformat(), "gebeurtenisId": event}
    if bsn is not None:
        told["bsn"] = bsn
    return told | more


def headers(number: UUID | str | None = None, *, to: int = HERE, **other: str) -> dict[str, str]:
    """The headers of DUO's call, through the proxy; `other` in their place, "" is without."""
    found = {
        "bron": DUO,
        "doel": OINS[to],
        "berichtId": str(number or uuid4()),
        "X-Client-Cert-Subject": CERT,
    }
    return {name: value for name, value in (found | other).items() if value}
