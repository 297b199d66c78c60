"""How Meedoen proves to a provider who it is: with a secret, or with a key (private_key_jwt)."""

import hashlib
import json
import secrets
import time
from base64 import b64encode, urlsafe_b64encode
from typing import Any
from urllib.parse import quote

import jwt
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.x509 import load_pem_x509_certificates

from meedoen.accounts.oidc.discovery import Metadata
from meedoen.accounts.oidc.providers import Provider, ProviderError

LIVES = 60  # seconds of an assertion
ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
SHORTEST_RSA = 2048


def authentication(provider: Provider, found: Metadata) -> tuple[dict[str, str], dict[str, str]]:
    """The headers and the fields of a form with which Meedoen proves who it is."""
    if provider.secret:
        return {"Authorization": _basic(provider)}, {}
    token = assertion(provider, found.token_endpoint, found.client_algorithms)
    return {}, {
        "client_id": provider.client_id,
        "client_assertion_type": ASSERTION,
        "client_assertion": token,
    }


def assertion(provider: Provider, audience: str, accepted: tuple[str, ...]) -> str:
    """A token signed with the own key, for one call, a minute long (RFC 7523)."""
    key = private_key(provider.key)
    now = int(time.time())
    claims = {
        "iss": provider.client_id,
        "sub": provider.client_id,
        "aud": audience,
        "jti": secrets.token_urlsafe(24),
        "iat": now,
        "nbf": now,
        "exp": now + LIVES,
    }
    return jwt.encode(
        claims, key, algorithm=_algorithm(key, accepted), headers=_header(provider.key)
    )


def private_key(pem: str) -> rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey:
    """The key of a PEM; a certificate may follow it. Errors: ProviderError."""
    try:
        key = load_pem_private_key(pem.encode(), password=None)
    except (ValueError, TypeError) as error:
        text = "OIDC_CLIENT_KEY: geen sleutel zonder wachtwoord / no key without a password (PEM)"
        raise ProviderError(text) from error
    if isinstance(key, rsa.RSAPrivateKey) and key.key_size >= SHORTEST_RSA:
        return key
    if isinstance(key, ec.EllipticCurvePrivateKey) and key.curve.name == "secp256r1":
        return key
    raise ProviderError("OIDC_CLIENT_KEY: RSA van 2048 bits of meer, of P-256 / 2048 or P-256")


def _basic(provider: Provider) -> str:
    """Both parts are encoded first (RFC 6749, 2.3.1): a secret may hold a colon."""
    both = f"{quote(provider.client_id, safe='')}:{quote(provider.secret, safe='')}"
    return f"Basic {b64encode(both.encode()).decode()}"


def _algorithm(key: Any, accepted: tuple[str, ...]) -> str:
    if isinstance(key, ec.EllipticCurvePrivateKey):
        return "ES256"
    return "PS256" if "PS256" in accepted else "RS256"  # every provider knows the last one


def _header(pem: str) -> dict[str, str]:
    """How the provider finds the key: by its certificate (Entra ID, ADFS), or by its thumbprint."""
    certificates = _certificates(pem)
    if certificates:
        der = certificates[0].public_bytes(Encoding.DER)
        # SHA-1 only names the certificate; it guards nothing
        old = hashlib.sha1(der, usedforsecurity=False).digest()
        return {"x5t": _short(old), "x5t#S256": _short(certificates[0].fingerprint(SHA256()))}
    public = private_key(pem).public_key()
    if isinstance(public, rsa.RSAPublicKey):
        told = jwt.algorithms.RSAAlgorithm.to_jwk(public, as_dict=True)
    else:
        told = jwt.algorithms.ECAlgorithm.to_jwk(public, as_dict=True)
    needed = {name: told[name] for name in ("crv", "e", "kty", "n", "x", "y") if name in told}
    text = json.dumps(needed, separators=(",", ":"), sort_keys=True)  # RFC 7638
    return {"kid": _short(hashlib.sha256(text.encode()).digest())}


def _certificates(pem: str) -> list[x509.Certificate]:
    begin = pem.find("-----BEGIN CERTIFICATE-----")
    return [] if begin < 0 else load_pem_x509_certificates(pem[begin:].encode())


def _short(digest: bytes) -> str:
    return urlsafe_b64encode(digest).rstrip(b"=").decode()
