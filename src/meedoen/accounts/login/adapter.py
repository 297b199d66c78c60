"""What allauth asks of us about accounts: who may log in, where to go, and in which words."""

import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.actions import note_use
from meedoen.accounts.clock import now
from meedoen.accounts.gate import FUNCTIE, first_page, held_roles
from meedoen.accounts.login import attempts, security_log
from meedoen.accounts.login.second_factor import asked_of
from meedoen.accounts.models import Medewerker, Rolverlening
from meedoen.accounts.roles import Rol

TOO_OFTEN = {"too_many_login_attempts", "rate_limited"}
EVENTS = {
    "mfa/email/totp_activated": "factor_added",
    "mfa/email/totp_deactivated": "factor_removed",
    "mfa/email/webauthn_added": "factor_added",
    "mfa/email/webauthn_removed": "factor_removed",
    "mfa/email/recovery_codes_generated": "recovery_codes_made",
    "account/email/password_changed": "password_changed",
}


class LoginAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts by invitation only; what was wrong at a login is never told."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": lazy(
            "Dit e-mailadres en wachtwoord horen niet bij elkaar. Probeer het nog eens."
        ),
        "incorrect_password": lazy("Dit is niet uw wachtwoord. Probeer het nog eens."),
        "enter_current_password": lazy("Dit is niet uw wachtwoord van nu. Probeer het nog eens."),
    }
    _counted = ""  # by what allauth counts the tries of this request
    _typed: str | None = None  # the address, veiled

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - its signature
        """Nobody signs up: the beheerder invites."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """Only what a passkey needs is given as data; every other answer is a page."""
        return bool(request.path == reverse("mfa_login_webauthn"))

    def add_message(self, request: HttpRequest, level: int, *args: Any, **more: Any) -> None:
        """Only errors that allauth has no page for; our pages say the rest themselves."""
        if more.get("message"):
            super().add_message(request, level, *args, **more)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try. Errors: ValidationError that says how long to wait."""
        self._counted = self._get_login_attempts_cache_key(request, **credentials)
        self._typed = security_log.veiled(str(credentials.get("email", "")))
        super().pre_authenticate(request, **credentials)

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Medewerker | None:
        """The official; a closed account looks like a wrong password."""
        user: Medewerker | None = super().authenticate(request, **credentials)
        if user is not None and not user.is_active:
            self.authentication_failed(request, **credentials)
            return None
        return user

    def authentication_failed(self, request: HttpRequest, **_credentials: Any) -> None:
        """Write it down, without the address that was typed."""
        security_log.note("login_failed", request, address=self._typed)

    def reauthenticate(self, user: Medewerker, password: str) -> bool:
        """Whether this is the password of who is logged in; tries are counted as at a login."""
        found = self.authenticate(context.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Whoever logged in minutes ago need not do so again."""
        records = get_authentication_records(context.request, context.request.user)
        latest = max((record["at"] for record in records), default=0)
        if time.time() - latest < app_settings.REAUTHENTICATION_TIMEOUT:
            return False
        return bool(super().is_reauthentication_required(app=app, **more))

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The ways to show again who one is, in our words."""
        words = {
            "reauthenticate": _("Met uw wachtwoord"),
            "mfa_reauthenticate": _("Met een code"),
            "mfa_reauthenticate:webauthn": _("Met uw passkey"),
        }
        found = super().get_reauthentication_methods(user)
        return [method | {"description": words[method["id"]]} for method in found]

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        """An error in our words; of too many tries also how long to wait."""
        if code not in TOO_OFTEN:
            return super().validation_error(code, *args)  # type: ignore[no-any-return]
        who = None if self._counted else asked_of(context.request)
        key = self._counted or f"mfa-auth-user-{who}"
        security_log.note("locked_out", context.request, who=who, address=self._typed)
        seconds = attempts.wait(context.request, key)
        return ValidationError(attempts.too_often(seconds), code=code)

    def login(self, request: HttpRequest, user: Medewerker) -> None:
        """Begin the session; whoever has one role works in it at once."""
        methods = [each["method"] for each in get_authentication_records(request, user)]
        super().login(request, user)
        roles: list[Rolverlening] = list(held_roles(user.pk, localdate(now()))[:2])
        if len(roles) == 1:
            request.session[FUNCTIE] = roles[0].pk
            note_use(roles[0], on=localdate(now()))
        security_log.note("login", request, who=user.pk, methods=methods)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Where the work of the role begins, or where one chooses a role."""
        chosen = request.session.get(FUNCTIE)
        role = held_roles(request.user.pk, localdate(now())).filter(pk=chosen or 0).first()
        return reverse(first_page(Rol(role.rol)) if role else "accounts:functie")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        """Back to the page about one's own account."""
        return reverse("mfa_index")

    def send_notification_mail(self, template_prefix: str, user: Medewerker, **_more: Any) -> None:
        """What changed about an account is a line in the security log."""
        kind = template_prefix.rpartition("/")[2].partition("_")[0]
        security_log.note(EVENTS[template_prefix], context.request, who=user.pk, kind=kind)
