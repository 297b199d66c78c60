"""Whether an id_token is genuine, fresh, for us and for this login (OIDC Core 3.1.3.7)."""

import hmac
import time
from typing import Any

import jwt

from meedoen.accounts.oidc.discovery import keys
from meedoen.accounts.oidc.providers import Provider
from meedoen.accounts.oidc.refusal import Reason, Refused

KINDS = {"RS256": "RSA", "PS256": "RSA", "ES256": "EC"}  # no others, and never "none" or a secret
LONGEST_SUBJECT = 191  # characters; the standard allows 255, our table less
OLDEST = 900  # seconds since it was made: it was made for this login, a moment ago
NEEDED = ["iss", "sub", "aud", "exp", "iat", "nonce"]
DETAILS: tuple[tuple[type[Exception], str], ...] = (
    (jwt.ExpiredSignatureError, "exp"),
    (jwt.InvalidAudienceError, "aud"),
    (jwt.InvalidIssuerError, "iss"),
    (jwt.ImmatureSignatureError, "too_early"),
    (jwt.InvalidIssuedAtError, "iat"),
    (jwt.MissingRequiredClaimError, "claim"),
    (jwt.InvalidAlgorithmError, "alg"),
    (jwt.InvalidSignatureError, "signature"),
)


def verify(token: str, provider: Provider, *, nonce: str) -> dict[str, Any]:
    """The claims of a token that holds in every respect. Errors: Refused, with what was wrong."""
    try:
        claims = jwt.decode(
            token,
            _key(token, provider),
            algorithms=list(KINDS),
            audience=provider.client_id,
            issuer=provider.issuer,
            leeway=provider.skew,
            options={"require": NEEDED},
        )
    except jwt.PyJWTError as error:
        detail = next((word for kind, word in DETAILS if isinstance(error, kind)), "form")
        raise Refused(Reason.NOT_PROVEN, detail) from None  # its text may quote the token
    _for_us(claims, provider)
    _for_now(claims, nonce, provider.skew)
    return claims


def high_enough(claims: dict[str, Any], provider: Provider) -> None:
    """Refuse a login below the level of assurance that the municipality asks (acr)."""
    if provider.accepted_acr and claims.get("acr") not in provider.accepted_acr:
        raise Refused(Reason.TOO_LOW)


def _key(token: str, provider: Provider) -> jwt.PyJWK:
    """The one key that can have signed it; unknown keys are asked for once more."""
    header = jwt.get_unverified_header(token)
    if header.get("alg") not in KINDS:
        raise Refused(Reason.NOT_PROVEN, "alg")
    for fresh in (False, True):
        found = [each for each in keys(provider, fresh=fresh) if _fits(each, header)]
        if len(found) == 1:
            return jwt.PyJWK(found[0], algorithm=header["alg"])
    raise Refused(Reason.NOT_PROVEN, "kid")


def _fits(key: dict[str, Any], header: dict[str, Any]) -> bool:
    return (
        key.get("kty") == KINDS[header["alg"]]
        and key.get("use", "sig") == "sig"
        and key.get("alg", header["alg"]) == header["alg"]
        # a token without kid is good only where one key fits
        and ("kid" not in header or key.get("kid") == header["kid"])
    )


def _for_us(claims: dict[str, Any], provider: Provider) -> None:
    """For us alone: no other party may have the same token."""
    if claims["aud"] not in (provider.client_id, [provider.client_id]):
        raise Refused(Reason.NOT_PROVEN, "aud")
    if claims.get("azp", provider.client_id) != provider.client_id:
        raise Refused(Reason.NOT_PROVEN, "azp")
    subject = claims["sub"]
    if not (isinstance(subject, str) and subject.isascii() and 0 < len(subject) <= LONGEST_SUBJECT):
        raise Refused(Reason.NOT_PROVEN, "sub")


def _for_now(claims: dict[str, Any], nonce: str, skew: int) -> None:
    if not hmac.compare_digest(str(claims["nonce"]).encode(), nonce.encode()):
        raise Refused(Reason.NOT_PROVEN, "nonce")
    if claims["iat"] < time.time() - OLDEST - skew:
        raise Refused(Reason.NOT_PROVEN, "iat")
