"""Two-way TLS with DUO: the certificate of one municipality, and the one authority we trust."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from pathlib import Path

import httpx


@dataclass(frozen=True)
class TlsFiles:
    """Paths of PEM files: which authority vouches for DUO; who we are (certificate and key).

    Without a certificate somebody else shows one on the way, such as the outway of an FSC network.
    """

    authority: Path
    certificate: Path | None = None
    key: Path | None = None


def tls_transport(files: TlsFiles | None) -> httpx.HTTPTransport:
    """A transport that shows our certificate and trusts only the given authority.

    None: no TLS, for a pretend DUO on the same machine.
    Errors: OSError, ssl.SSLError (a file is missing or does not fit).
    """
    limits = httpx.Limits(max_connections=8, max_keepalive_connections=4, keepalive_expiry=30)
    if files is None:
        return httpx.HTTPTransport(limits=limits)
    # checks chain and name, TLS 1.2 at least; with a cafile nothing of the system is trusted
    context = ssl.create_default_context(cafile=files.authority)
    if files.certificate is not None:
        context.load_cert_chain(files.certificate, files.key)
    return httpx.HTTPTransport(verify=context, limits=limits)
