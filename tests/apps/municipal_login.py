"""An installation with a login of the municipality, and a browser that goes there and back."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client, override_settings
from tests.apps.idp import CLIENT, GROUP, SECRET, Provider

START, BACK = "/inloggen/bij/gemeente/", "/inloggen/bij/gemeente/terug/"
ROLES = {
    GROUP: ["klantmanager@9999"],
    "beheer": ["beheerder@GM9999", "fg@9998"],
    "elders": ["teamleider@0014"],
}


@contextmanager
def with_login(provider: Provider, **other: Any) -> Iterator[None]:
    """Settings with this provider; `other` replaces some."""
    told = {
        **settings.OIDC,
        "issuer": provider.issuer,
        "client_id": CLIENT,
        "secret": SECRET,
        "label": "Voorbeeldstad",
        "roles": json.dumps(ROLES),
        **other,
    }
    with override_settings(OIDC=told):
        yield


def begin(client: Client, start: str = START) -> str:
    """Where the browser is sent to log in."""
    answer = client.get(start)
    assert answer.status_code == 302, answer.content.decode()[:2000]
    return answer["Location"]


def go_back(client: Client, address: str) -> Any:
    """The answer when the browser comes back."""
    parts = urlsplit(address)
    return client.get(f"{parts.path}?{parts.query}")


def log_in(provider: Provider, client: Client | None = None) -> tuple[Client, Any]:
    """A client that went all the way, and the last answer."""
    client = client or Client()
    return client, go_back(client, provider.authorize(begin(client)))


def is_logged_in(client: Client) -> bool:
    """Whether the pages with work open."""
    return "_auth_user_id" in client.session
