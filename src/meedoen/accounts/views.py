"""Choosing the role in which one works, and logging out; the day of the demo."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meedoen.accounts.actions import AccountError, move_demo_day, note_use
from meedoen.accounts.clock import now
from meedoen.accounts.forms import DemodagForm
from meedoen.accounts.gate import (
    FUNCTIE,
    StaffRequest,
    actor_of,
    first_page,
    held_roles,
    open_to_all,
    stand_on_day,
)
from meedoen.accounts.login import second_factor, security_log
from meedoen.accounts.models import Rolverlening
from meedoen.accounts.oidc.leaving import THROUGH, after_logout
from meedoen.accounts.roles import Rol


@open_to_all
@require_http_methods(["GET", "POST"])
def choose_role(request: HttpRequest) -> HttpResponse:
    """In which role, for which municipality, somebody works now."""
    if not request.user.is_authenticated:
        return redirect("accounts:login")
    roles = list(held_roles(request.user.pk, localdate(now())).order_by("gemeente__naam", "rol"))
    if request.method == "POST":
        chosen = [each for each in roles if str(each.pk) == request.POST.get("functie")]
        if chosen:
            return _work_as(request, chosen[0])
    return render(request, "accounts/functie.html", {"roles": roles})


@open_to_all
@require_safe
def start(request: StaffRequest) -> HttpResponse:
    """Where a role without cases begins."""
    if not request.user.is_authenticated:
        return redirect("accounts:login")
    stand_on_day(request)
    actor = actor_of(request)
    if actor is None:
        return redirect("accounts:functie")
    request.actor = actor
    return render(request, "accounts/start.html")


@open_to_all
@second_factor.early
@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """End the session, or a login that is halfway; here and in the browser's memory."""
    through = request.session.get(THROUGH)
    if request.user.is_authenticated:
        security_log.note("logout", request, who=request.user.pk)
    logout(request)
    response = after_logout(through)
    response["Clear-Site-Data"] = '"cache", "storage"'
    return response


@open_to_all
@never_cache
@require_POST
def move_day(request: StaffRequest) -> HttpResponse:
    """Move the demo on, for everybody in it; what cannot be is shown with what was typed."""
    if not settings.DEMO:
        raise Http404
    if not request.user.is_authenticated:
        return redirect("accounts:login")
    stand_on_day(request)
    actor = actor_of(request)
    if actor is None:
        return redirect("accounts:functie")
    request.actor = actor
    form = DemodagForm(request.POST)
    if form.is_valid():
        to = form.cleaned_data["naar"]
        try:
            move_demo_day(to, at=timezone.now())
        except AccountError as error:
            form.add_error("naar", str(error))
        else:
            word = _("Het is in de demo nu %(dag)s.") % {"dag": date_format(to, "j F Y")}
            messages.success(request, word)
            return redirect(first_page(actor.rol))
    told = {"form": form, "begin": first_page(actor.rol)}
    return render(request, "accounts/demodag.html", told, status=400)


def start_work(request: HttpRequest) -> HttpResponse:
    """Whoever has one role starts to work in it at once."""
    roles = list(held_roles(request.user.pk, localdate(now()))[:2])
    return _work_as(request, roles[0]) if len(roles) == 1 else redirect("accounts:functie")


def _work_as(request: HttpRequest, role: Rolverlening) -> HttpResponse:
    request.session.cycle_key()
    request.session[FUNCTIE] = role.pk
    note_use(role, on=localdate(now()))
    return redirect(first_page(Rol(role.rol)))
