"""What a provider tells about itself: its addresses and its keys, kept for an hour."""

from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.utils.http import urlencode

from meedoen.accounts.oidc.providers import Provider, is_safe
from meedoen.accounts.oidc.refusal import Reason, Refused
from meedoen.accounts.oidc.wire import get_json

KEPT = 3600  # seconds
WELL_KNOWN = "/.well-known/openid-configuration"
NEEDED = ("authorization_endpoint", "token_endpoint", "jwks_uri")
OPTIONAL = ("userinfo_endpoint", "end_session_endpoint")


@dataclass(frozen=True)
class Metadata:
    """The addresses of a provider, each safe to call; "" where it has none."""

    authorization_endpoint: str
    token_endpoint: str
    jwks_uri: str
    userinfo_endpoint: str
    end_session_endpoint: str
    signs_its_answer: bool  # it tells in the address who it is (RFC 9207)
    client_algorithms: tuple[str, ...]

    def logout_address(self, provider: Provider, back: str) -> str:
        """Where somebody also logs out of the municipality; "" if that cannot be."""
        if not self.end_session_endpoint:
            return ""
        told = {"client_id": provider.client_id, "post_logout_redirect_uri": back}
        return joined(self.end_session_endpoint, told)


def metadata(provider: Provider) -> Metadata:
    """The discovery document, which must be that of the issuer in the settings. Errors: Refused."""
    found = _kept(f"oidc:discovery:{provider.issuer}", provider.issuer.rstrip("/") + WELL_KNOWN)
    if found.get("issuer") != provider.issuer:
        raise Refused(Reason.ANSWERED_WRONG, "discovery_issuer")
    told = {name: str(found.get(name) or "") for name in (*NEEDED, *OPTIONAL)}
    if not all(is_safe(told[name]) for name in NEEDED):
        raise Refused(Reason.ANSWERED_WRONG, "discovery_address")
    safe = {name: url if is_safe(url) else "" for name, url in told.items()}
    algorithms = found.get("token_endpoint_auth_signing_alg_values_supported")
    return Metadata(
        **safe,
        signs_its_answer=found.get("authorization_response_iss_parameter_supported") is True,
        client_algorithms=tuple(algorithms) if isinstance(algorithms, list) else (),
    )


def keys(provider: Provider, *, fresh: bool = False) -> list[dict[str, Any]]:
    """The public keys of a provider; `fresh` asks them again. Errors: Refused."""
    address = metadata(provider).jwks_uri
    found = _kept(f"oidc:keys:{provider.issuer}", address, fresh=fresh).get("keys")
    if not isinstance(found, list):
        raise Refused(Reason.ANSWERED_WRONG, "jwks")
    return [each for each in found if isinstance(each, dict)]


def joined(address: str, told: dict[str, str]) -> str:
    """An address with more behind its question mark."""
    return f"{address}{'&' if '?' in address else '?'}{urlencode(told)}"


def _kept(name: str, address: str, *, fresh: bool = False) -> dict[str, Any]:
    found = None if fresh else cache.get(name)
    if found is None:
        found = get_json(address)
        cache.set(name, found, KEPT)
    return dict(found)
