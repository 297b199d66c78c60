"""What happens around logging in, one line per event: who by number, never an address or a name.

A stream of its own (`meedoen.security`), apart from the log of requests (BIO2 8.15.01).
"""

from typing import Any

import structlog
from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

SALT = "meedoen.security.address"


def note(event: str, request: HttpRequest | None, *, who: int | None = None, **facts: Any) -> None:
    """Write a line: what happened, to whom (`who`: a Medewerker), from where, and what else."""
    origin = get_client_ip(request) if request is not None else None
    known = {name: value for name, value in facts.items() if value is not None}
    structlog.get_logger("meedoen.security").info(event, medewerker=who, ip=origin, **known)


def veiled(address: str) -> str:
    """A typed address as a keyed hash: tries on one address can be counted, not read."""
    return salted_hmac(SALT, address.strip().lower(), algorithm="sha256").hexdigest()[:16]
