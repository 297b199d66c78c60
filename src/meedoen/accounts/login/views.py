"""The pages around logging in: allauth's flows, each as a page of the house."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meedoen.accounts.gate import StaffRequest, actor_of, open_to_all, stand_on_day
from meedoen.accounts.login import second_factor
from meedoen.accounts.models import Medewerker
from meedoen.accounts.oidc.providers import providers

Page = Callable[..., HttpResponse]
METHODS = ["GET", "HEAD", "POST"]


def page(view: Page) -> Page:
    """A view of allauth as a page of ours: rendered here, 400 when something was wrong.

    Only where officials log in with an account of Meedoen; elsewhere it is not there.
    """

    @open_to_all
    @second_factor.early
    @require_http_methods(METHODS)
    @wraps(view)
    def answer(request: StaffRequest, *args: Any, **values: Any) -> HttpResponse:
        if not settings.LOCAL_LOGIN:
            raise Http404
        show_who_acts(request)
        return rendered(view(request, *args, **values))

    return answer  # type: ignore[return-value]


def show_who_acts(request: StaffRequest) -> None:
    """The head of the page tells who works in which role, once there is a role."""
    if request.user.is_authenticated:
        stand_on_day(request)
        actor = actor_of(request)
        if actor is not None and second_factor.shown_in(request):
            request.actor = actor


def rendered(response: Any) -> HttpResponse:
    """The answer with its page in it, inside the view; a form with errors is a 400."""
    told = getattr(response, "context_data", None) or {}
    forms = [told.get(name) for name in ("form", "webauthn_form")]
    if any(form is not None and form.is_bound and form.errors for form in forms):
        response.status_code = 400
    if hasattr(response, "render"):
        response.render()
    return response  # type: ignore[no-any-return]


def own_password(view: Page) -> Page:
    """Only for whoever has a password of Meedoen: the municipality's own login has its own rules.

    A passkey here would let somebody in after his municipality closed the door.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **values: Any) -> HttpResponse:
        if request.user.is_authenticated and not request.user.has_usable_password():
            raise Http404
        return view(request, *args, **values)

    return answer


def adding(view: Page) -> Page:
    """A first factor counts as shown; its recovery codes come next."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **values: Any) -> HttpResponse:
        response = view(request, *args, **values)
        if response.get("Location") == reverse("mfa_view_recovery_codes"):
            second_factor.count_as_shown(request)
        return response

    return answer


def removing(view: Page) -> Page:
    """Take a factor away, but never the last; two at once wait for each other."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **values: Any) -> HttpResponse:
        with transaction.atomic():
            who = request.user.pk or 0
            Medewerker.objects.select_for_update(no_key=True).filter(pk=who).first()
            if second_factor.factors_of(who).count() == 1:
                words = _("Dit is uw laatste tweede stap. Voeg eerst een andere toe.")
                messages.warning(request, words)
                return redirect("mfa_index")
            return rendered(view(request, *args, **values))

    return answer


@open_to_all
@second_factor.early
@require_http_methods(METHODS)
def log_in(request: StaffRequest) -> HttpResponse:
    """Ask who somebody is; without accounts of Meedoen only the municipality's own login."""
    if settings.LOCAL_LOGIN:
        response = account.login(request)
        if hasattr(response, "context_data"):
            response.context_data["providers"] = providers()
        return rendered(response)
    if request.method == "POST":
        raise Http404
    if request.user.is_authenticated:
        return redirect("accounts:functie")
    told = {"form": None, "redirect_field": "", "providers": providers()}
    return render(request, "account/login.html", told)


log_in_with_passkey = page(webauthn.login_webauthn)
give_code = page(mfa.authenticate)
confirm_with_password = page(account.reauthenticate)
confirm_with_code = page(mfa.reauthenticate)
confirm_with_passkey = page(webauthn.reauthenticate_webauthn)
overview = page(mfa.index)
change_password = page(own_password(account.password_change))
add_app = page(own_password(adding(totp.activate_totp)))
remove_app = page(removing(totp.deactivate_totp))
add_passkey = page(own_password(adding(webauthn.add_webauthn)))
remove_passkey = page(removing(webauthn.remove_webauthn))
recovery_codes = page(recovery.view_recovery_codes)
new_recovery_codes = page(recovery.generate_recovery_codes)
