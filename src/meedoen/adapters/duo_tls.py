"""Two-way TLS with DUO: the certificate of one municipality, and the one authority we trust."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from pathlib import Path

import httpx


@dataclass(frozen=True)
class TlsFiles:
    """Paths of PEM files: who we are (certificate and key), and which authority vouches for DUO."""

    certificate: Path
    key: Path
    authority: Path


def tls_transport(files: TlsFiles) -> httpx.HTTPTransport:
    """A transport that shows our certificate and trusts only the given authority.

    Errors: OSError, ssl.SSLError (a file is missing or does not fit).
    """
    context = ssl.create_default_context(cafile=files.authority)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(files.certificate, files.key)
    limits = httpx.Limits(max_connections=8, max_keepalive_connections=4, keepalive_expiry=30)
    return httpx.HTTPTransport(verify=context, limits=limits, http2=False)
