"""The screens on which an official, or the municipality, says how to be reached at work."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meedoen.accounts.actions import AccountError
from meedoen.accounts.gate import StaffRequest, office
from meedoen.accounts.models import Medewerker
from meedoen.accounts.roles import Recht
from meedoen.accounts.werkcontact.actions import record_own_number, record_team_number
from meedoen.accounts.werkcontact.forms import OwnNumberForm, TeamNumberForm
from meedoen.accounts.werkcontact.queries import recorded_of, team_number


@office(Recht.BERICHTEN_ZIEN, doel="het eigen werknummer vastleggen")
@require_http_methods(["GET", "POST"])
def own(request: StaffRequest) -> HttpResponse:
    """Name, address and number at work of whoever looks; the number can be changed here."""
    actor = request.actor
    before = recorded_of(request.gemeente.pk, actor.official)
    now = before[0].telefoon if before else ""
    form = OwnNumberForm(_typed(request), initial={"telefoon": now})
    if form.is_valid() and _recorded(
        form,
        lambda typed: record_own_number(actor, typed["telefoon"], at=request.now),
    ):
        messages.success(request, _("Uw werknummer is vastgelegd."))
        return redirect("werkcontact")
    told = {
        "form": form,
        "ik": Medewerker.objects.get(pk=actor.official),
        "team": team_number(request.gemeente.pk),
    }
    return render(request, "accounts/werkcontact.html", told, status=400 if form.errors else 200)


@office(Recht.VERBINDING_BEHEREN, doel="kiezen welk nummer DUO van het team krijgt")
@require_http_methods(["GET", "POST"])
def team(request: StaffRequest) -> HttpResponse:
    """The number that DUO gets for everybody, in the place of each official's own."""
    before = recorded_of(request.gemeente.pk, None)
    now = before[0] if before else None
    form = TeamNumberForm(
        _typed(request),
        initial={"telefoon": now.telefoon if now else "", "email": now.email if now else ""},
    )
    if form.is_valid() and _recorded(
        form,
        lambda typed: record_team_number(
            request.actor, typed["telefoon"], typed["email"], at=request.now
        ),
    ):
        messages.success(request, _("Het nummer van het team is vastgelegd."))
        return redirect("werkcontact_team")
    told = {"form": form, "now": team_number(request.gemeente.pk), "eerder": before}
    return render(
        request, "accounts/werkcontact_team.html", told, status=400 if form.errors else 200
    )


def _typed(request: StaffRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _recorded(form: forms.Form, record: Callable[[dict[str, Any]], object]) -> bool:
    try:
        record(form.cleaned_data)
    except AccountError as error:
        form.add_error("telefoon", str(error))
        return False
    return True
