"""DUO as the tests know it: how it sends a notice, and what is in the inbox then."""

import json
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.test import Client, override_settings
from tests.berichten.wire import DUO, OINS, PROXY, headers
from tests.dossier.makers import AT, HIER

from meedoen.accounts.oin.table import Oin
from meedoen.berichten.models import Bericht

duo_is_known = override_settings(DUO_OIN=DUO, DUO_PROXIES=[PROXY])


def known_by_oin() -> None:
    """The municipalities of the tests have their numbers."""
    Oin.objects.bulk_create(
        Oin(gemeente_id=code, oin=oin, van=date(2022, 1, 1), vastgelegd_at=AT)
        for code, oin in OINS.items()
    )


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
