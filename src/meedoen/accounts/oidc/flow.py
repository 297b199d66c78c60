"""The two steps of a login: to the provider, and back with a code that is good once."""

import hashlib
import secrets
import time
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from meedoen.accounts.oidc.client import authentication
from meedoen.accounts.oidc.discovery import Metadata, joined, metadata
from meedoen.accounts.oidc.providers import Provider
from meedoen.accounts.oidc.refusal import Reason, Refused
from meedoen.accounts.oidc.token import high_enough, verify
from meedoen.accounts.oidc.wire import get_json, post_form

STARTED = "aanmeldingen"  # in the session: what was sent with each login that began, by its state
AT_ONCE = 5  # tabs in which somebody begins to log in
LASTS = 600  # seconds
RANDOM = 32  # bytes: 256 bits; the profile asks for 128


@dataclass(frozen=True)
class Answer:
    """What a provider told about somebody, verified."""

    claims: dict[str, Any]

    @property
    def subject(self) -> str:
        """Who it is, for this provider only."""
        return str(self.claims["sub"])


def begin(request: HttpRequest, provider: Provider) -> str:
    """Where the browser goes to log in; what must come back is kept. Errors: Refused."""
    found = metadata(provider)
    state, nonce, verifier = (secrets.token_urlsafe(RANDOM) for _each in range(3))
    back = request.build_absolute_uri(reverse("oidc:back", args=[provider.name]))
    _keep(
        request,
        state,
        {
            "provider": provider.issuer,
            "nonce": nonce,
            "verifier": verifier,
            "back": back,
            "began": time.time(),
        },
    )
    told = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": back,
        "scope": provider.scope,
        "state": state,
        "nonce": nonce,
        "code_challenge": _challenge(verifier),
        "code_challenge_method": "S256",
    }
    if provider.accepted_acr:
        told["acr_values"] = " ".join(provider.accepted_acr)
    return joined(found.authorization_endpoint, told)


def finish(request: HttpRequest, provider: Provider) -> Answer:
    """Who came back. Errors: Refused; every state is good once, whatever comes of it."""
    started = _take(request, provider)
    found = metadata(provider)
    _from_this_provider(request, provider, found)
    if "error" in request.GET:
        stopped = request.GET["error"] == "access_denied"
        raise Refused(Reason.CANCELLED if stopped else Reason.ANSWERED_WRONG, "error")
    code = request.GET.get("code", "")
    if not code:
        raise Refused(Reason.ANSWERED_WRONG, "code")
    token = _exchange(provider, found, code=code, started=started)
    claims = verify(_text(token, "id_token"), provider, nonce=started["nonce"])
    high_enough(claims, provider)
    if provider.userinfo:
        claims = _with_userinfo(claims, found, _text(token, "access_token"))
    return Answer(claims)


def _exchange(
    provider: Provider, found: Metadata, *, code: str, started: dict[str, Any]
) -> dict[str, Any]:
    headers, proof = authentication(provider, found)
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": started["back"],
        "code_verifier": started["verifier"],
    }
    return post_form(found.token_endpoint, form | proof, headers=headers)


def _with_userinfo(claims: dict[str, Any], found: Metadata, bearer: str) -> dict[str, Any]:
    """More about the same person; what the signed token says goes before."""
    if not found.userinfo_endpoint:
        raise Refused(Reason.ANSWERED_WRONG, "userinfo")
    more = get_json(found.userinfo_endpoint, bearer=bearer)
    if more.get("sub") != claims["sub"]:
        raise Refused(Reason.NOT_PROVEN, "userinfo_sub")
    return more | claims


def _from_this_provider(request: HttpRequest, provider: Provider, found: Metadata) -> None:
    """Refuse an answer that another provider sent (RFC 9207)."""
    told = request.GET.get("iss")
    if told != provider.issuer and (told is not None or found.signs_its_answer):
        raise Refused(Reason.NOT_PROVEN, "answer_iss")


def _keep(request: HttpRequest, state: str, started: dict[str, Any]) -> None:
    kept = sorted(request.session.get(STARTED, {}).items(), key=lambda each: each[1]["began"])
    request.session[STARTED] = dict([*kept[1 - AT_ONCE :], (state, started)])


def _take(request: HttpRequest, provider: Provider) -> dict[str, Any]:
    """What was kept with this state, which is gone at once, also when what follows fails."""
    kept = request.session.get(STARTED, {})
    started = kept.pop(request.GET.get("state", ""), None)
    if started is None:
        raise Refused(Reason.EXPIRED, "state")
    request.session[STARTED] = kept
    request.session.save()
    if started["provider"] != provider.issuer or time.time() - started["began"] > LASTS:
        raise Refused(Reason.EXPIRED, "state")
    return dict(started)


def _challenge(verifier: str) -> str:
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def _text(token: dict[str, Any], name: str) -> str:
    found = token.get(name)
    if not isinstance(found, str) or not found:
        raise Refused(Reason.ANSWERED_WRONG, name)
    return found
