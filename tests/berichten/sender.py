"""DUO as the tests know it: who it is, how it sends a notice, and what a notice says."""

import json
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client, override_settings
from tests.dossier.makers import AT, BSN, ELDERS, HIER

from meedoen.accounts.oin.table import Oin
from meedoen.berichten.models import Bericht

DUO = "00000001999990000000"
OINS = {HIER: "00000001999999999000", ELDERS: "00000001999999998000"}
PROXY = "127.0.0.1"
CERT = f"CN=verzonnen.duo.example.org,O=Verzonnen DUO,serialNumber={DUO},C=NL"
duo_is_known = override_settings(DUO_OIN=DUO, DUO_PROXIES=[PROXY])


def known_by_oin() -> None:
    """The municipalities of the tests have their numbers."""
    Oin.objects.bulk_create(
        Oin(gemeente_id=code, oin=oin, van=date(2022, 1, 1), vastgelegd_at=AT)
        for code, oin in OINS.items()
    )


def notice(event: str = "SS101", *, bsn: str | None = BSN, at: datetime = AT, **more: Any) -> Any:
    """What a notice says."""
    told: dict[str, Any] = {"registratieDatumTijd": at.isoformat(), "gebeurtenisId": event}
    if bsn is not None:
        told["bsn"] = bsn
    return told | more


def headers(number: UUID | str | None = None, *, to: int = HIER, **other: str) -> dict[str, str]:
    """The headers of DUO's call, through the proxy; `other` in their place, "" is without."""
    found = {
        "bron": DUO,
        "doel": OINS[to],
        "berichtId": str(number or uuid4()),
        "X-Client-Cert-Subject": CERT,
    }
    return {name: value for name, value in (found | other).items() if value}


def send(body: Any, number: UUID | str | None = None, **rest: Any) -> HttpResponse:
    """Send a body (bytes as they are, else JSON) as DUO does; `head`: other headers."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    to, head = rest.pop("to", HIER), rest.pop("head", {})
    return Client().post(  # type: ignore[return-value]
        "/v1/notificaties",
        raw,
        content_type=rest.pop("content_type", "application/json"),
        headers=headers(number, to=to, **head),
        REMOTE_ADDR=rest.pop("address", PROXY),
        **rest,
    )


def inbox() -> list[Bericht]:
    """Every notice that is there, in the order in which it came (inside a scope)."""
    return list(Bericht.objects.order_by("pk"))
