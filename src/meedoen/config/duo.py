"""Which DUO a municipality asks and tells: clients made from the settings and the OIN of that day.

What is missing does not break who asks: every question is then answered by NietBereikbaarError
with the reason, so that messages wait and nothing is lost.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import uuid4

import structlog

from meedoen.adapters.breaker import Breaker
from meedoen.adapters.duo_exchange import NoLine
from meedoen.adapters.duo_line import Address, DuoLine, Patience, Surroundings
from meedoen.adapters.duo_rest import DuoRest
from meedoen.adapters.duo_tells import DuoTells
from meedoen.adapters.duo_tls import TlsFiles, tls_transport
from meedoen.ports.duo import Duo
from meedoen.ports.duo_telling import DuoTelling

CERTIFICATE, KEY = "certificaat.pem", "sleutel.pem"
log = structlog.get_logger("meedoen.duo")


def duo_of(gemeente: int) -> Duo:
    """DUO as this municipality (CBS code) asks it: its own OIN, its own certificate."""
    return DuoRest(_line_of(gemeente))


def duo_tells_of(gemeente: int) -> DuoTelling:
    """DUO as this municipality (CBS code) tells it things, over the same line."""
    return DuoTells(_line_of(gemeente))


def _line_of(gemeente: int) -> DuoLine | NoLine:
    from django.conf import settings
    from django.utils.timezone import localdate

    from meedoen.accounts.clock import now
    from meedoen.accounts.oin.queries import oin_of

    if not settings.DUO_URL:
        return NoLine("DUO_URL is not set", uuid4)
    bron = oin_of(gemeente, on=localdate(now()))
    if bron is None:
        return NoLine(f"municipality {gemeente:04d} has no OIN", uuid4)
    address = Address(settings.DUO_URL, bron, settings.DUO_OIN)
    files = files_of(settings, gemeente)
    try:
        return _line(address, files, _stamps(files))
    except (OSError, ssl.SSLError) as error:
        log.warning("duo_certificate", gemeente=gemeente, error=type(error).__name__)
        return NoLine(f"certificate of {gemeente:04d}: {type(error).__name__}", uuid4)


def files_of(settings: Any, gemeente: int) -> TlsFiles | None:
    """The files of this municipality; None for the demo, which asks a pretend DUO next to it."""
    if settings.DUO_URL.startswith("http://") and settings.DEMO:
        return None
    if settings.DUO_CERTIFICATES is None:
        return TlsFiles(settings.DUO_CA)
    folder: Path = settings.DUO_CERTIFICATES / f"{gemeente:04d}"
    return TlsFiles(settings.DUO_CA, folder / CERTIFICATE, folder / KEY)


def refusals_of_asking(settings: Any) -> Iterator[str]:
    """Reasons not to start a server that would ask DUO with these settings."""
    if not settings.DUO_URL:
        return
    if not settings.DUO_URL.startswith("https://"):
        yield "DUO_URL: alleen https. / Only https: a BSN stands in every address."
    if not settings.DUO_OIN:
        yield "DUO_OIN: zonder dit nummer antwoordt DUO niet. / DUO does not answer without it."
    if settings.DUO_CA is None or not settings.DUO_CA.is_file():
        yield "DUO_CA: dit bestand is er niet. / There is no such file."
    if settings.DUO_CERTIFICATES is not None and not settings.DUO_CERTIFICATES.is_dir():
        yield "DUO_CERTIFICATES: deze map is er niet. / There is no such folder."


@lru_cache(maxsize=400)
def _line(address: Address, files: TlsFiles | None, stamps: tuple[int, ...]) -> DuoLine:  # noqa: ARG001 (a new file is a new line)
    """One line per municipality, kept with its connections and its breaker."""
    patience = Patience()
    around = Surroundings(time.monotonic, time.sleep, uuid4)
    transport = tls_transport(files)
    return DuoLine(address, transport, Breaker(around.clock), around=around, patience=patience)


def _stamps(files: TlsFiles | None) -> tuple[int, ...]:
    """When each file was last written: a renewed certificate is taken without a new start.

    Errors: OSError (a file is not there).
    """
    if files is None:
        return ()
    every = (files.authority, files.certificate, files.key)
    return tuple(path.stat().st_mtime_ns for path in every if path is not None)
