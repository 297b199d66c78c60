"""Whether a session has shown more than a password, and the door that closes when it has not."""

from collections.abc import Callable
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from allauth.account.stages import LoginStageController
from allauth.mfa.internal.constants import LoginStageKey
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from meedoen.accounts.login import security_log

STRONG = {"mfa", "socialaccount"}  # the login of the municipality asks its own second factor
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


def shown_in(request: HttpRequest) -> bool:
    """Whether this session may be used: a second factor was shown, or it is a demo."""
    if settings.DEMO:
        return True
    records = get_authentication_records(request, request.user)
    return any(record.get("method") in STRONG for record in records)


def factors_of(medewerker: int | None) -> Any:
    """The app and the passkeys of an official; recovery codes are no factor of their own."""
    return Authenticator.objects.filter(user_id=medewerker or 0, type__in=FACTORS)


def asked_of(request: HttpRequest) -> int | None:
    """Whose code is asked now: of who is logged in, or of who gave the password just now."""
    if request.user.is_authenticated:
        return int(request.user.pk)
    stage = LoginStageController.enter(request, LoginStageKey.MFA_AUTHENTICATE.value)
    return stage.login.user.pk if stage else None


def count_as_shown(request: HttpRequest) -> None:
    """Whoever just added a first factor has shown it."""
    record_authentication(request, request.user, method="mfa", added=True)


def early(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Mark a view that somebody needs before there is a second factor."""
    view.before_second_factor = True  # type: ignore[attr-defined]
    return view


class Required:
    """Middleware: with a password alone nobody gets further than setting a second factor."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; the door itself stands before the view."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, *_: Any) -> HttpResponse | None:
        """None lets through; else where to go."""
        if not request.user.is_authenticated or shown_in(request):
            return None
        if factors_of(request.user.pk).exists():
            # Begun with a password alone, before the factor was there: it must not add another.
            security_log.note("session_without_factor_ended", request, who=request.user.pk)
            logout(request)
            return redirect("accounts:login")
        if getattr(view, "before_second_factor", False):
            return None
        return redirect("mfa_index")
