"""To the login of the municipality and back; what a refusal says; where one logs out there too."""

import structlog
from allauth.socialaccount.helpers import complete_social_login
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from meedoen.accounts.clock import now
from meedoen.accounts.gate import open_to_all
from meedoen.accounts.oidc.actions import admit
from meedoen.accounts.oidc.discovery import metadata
from meedoen.accounts.oidc.flow import begin, finish
from meedoen.accounts.oidc.leaving import THROUGH
from meedoen.accounts.oidc.providers import Provider, provider_named
from meedoen.accounts.oidc.refusal import Refused
from meedoen.accounts.views import start_work

security = structlog.get_logger("meedoen.security")


@open_to_all
@never_cache
@require_safe
def start(request: HttpRequest, provider: str) -> HttpResponse:
    """Send the browser to the login of the municipality.

    A link and no form: a form that ends at another address is stopped by our own CSP.
    """
    known = _named(provider)
    try:
        return HttpResponseRedirect(begin(request, known))
    except Refused as refused:
        return _refusal(request, known, refused)


@open_to_all
@never_cache
@require_safe
def back(request: HttpRequest, provider: str) -> HttpResponse:
    """Somebody comes back from the municipality: log him in, or say why not."""
    known, at = _named(provider), now()
    try:
        answer = finish(request, known)
        account = admit(known, answer.claims, on=localdate(at), at=at)
    except Refused as refused:
        return _refusal(request, known, refused)
    response = _log_in(request, account)
    if not request.user.is_authenticated:
        return response  # another step of the login
    request.session[THROUGH] = known.name
    security.info("logged_in", medewerker=request.user.pk, provider=known.name)
    return start_work(request)


@open_to_all
@never_cache
@require_safe
def logged_out(request: HttpRequest, provider: str) -> HttpResponse:
    """Out of Meedoen, and still in with the municipality: a link ends that too."""
    known = _named(provider)
    try:
        home = request.build_absolute_uri(reverse("accounts:login"))
        address = metadata(known).logout_address(known, home)
    except Refused:
        address = ""
    return render(request, "oidc/uitgelogd.html", {"provider": known, "address": address})


def _named(name: str) -> Provider:
    found = provider_named(name)
    if found is None:
        raise Http404
    return found


def _log_in(request: HttpRequest, account: SocialAccount) -> HttpResponse:
    """Through the stages of allauth, as every login; it finds the account that we just made."""
    who = SocialAccount(provider=account.provider, uid=account.uid, extra_data={})
    login = SocialLogin(account=who)
    login.state = {"next": reverse("accounts:functie")}
    response: HttpResponse = complete_social_login(request, login)
    return response


def _refusal(request: HttpRequest, provider: Provider, refused: Refused) -> HttpResponse:
    security.warning(
        "login_refused",
        provider=provider.name,
        reason=refused.reason.name.lower(),
        detail=refused.detail,
    )
    told = refused.reason.value
    page = {"told": told, "provider": provider}
    return render(request, "oidc/geweigerd.html", page, status=told.status)
