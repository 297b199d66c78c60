"""The screens of contactpersonen at DUO: who they are, and each message about them.

A message about an official has an address of its own; one about whose contactpersoon he is stands
beneath the dossier. Both show the same pages.
"""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.gate import StaffRequest, office
from meedoen.accounts.roles import Recht
from meedoen.berichten import contact_hand_actions as actions
from meedoen.berichten.contact_forms import InPortalForm
from meedoen.berichten.contact_queries import Regel, message_of, officials_of, steps_of
from meedoen.berichten.melding_forms import RedenForm
from meedoen.berichten.melding_hand_actions import MeldingError
from meedoen.berichten.melding_round import VERWERKING
from meedoen.berichten.persoon import bsn_of
from meedoen.berichten.queries import is_key
from meedoen.berichten.redenen import in_words
from meedoen.dossier.models import Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.logboek.gate import CaseRequest, casework

SEE, DO = (
    "zien wie DUO als contactpersoon kent",
    "beslissen over een melding van een contactpersoon",
)
STEPS: dict[str, Callable[..., None]] = {
    "opnieuw": actions.send_again,
    "vervallen": actions.let_go,
}


@office(Recht.BERICHTEN_ZIEN, Recht.VERBINDING_BEHEREN, doel=SEE)
@require_safe
def overview(request: StaffRequest) -> HttpResponse:
    """Every official: what DUO knows of him, and how far the last message is."""
    told = {
        "rows": officials_of(request.gemeente.pk, on=request.today),
        "may_see": request.actor.may(Recht.BERICHTEN_ZIEN),
        "say": in_words,
        "is_key": is_key,
    }
    return render(request, "berichten/contactpersonen.html", told)


@office(Recht.BERICHTEN_ZIEN, doel=SEE)
@require_safe
def of_official(request: StaffRequest, eigen: int) -> HttpResponse:
    """A message about an official: what it says, how far it is and why."""
    return _message(request, _found(request, eigen))


@office(Recht.BERICHTEN_ZIEN, doel=DO)
@require_http_methods(["GET", "POST"])
def step_of_official(request: StaffRequest, eigen: int, stap: str) -> HttpResponse:
    """Send it again, let it go, or say that DUO has it."""
    return _step(request, _found(request, eigen), stap)


@casework(Recht.BERICHTEN_ZIEN, verwerking=VERWERKING, doel=SEE)
@of_one_dossier
@require_safe
def of_dossier(request: CaseRequest, pk: int, contactmelding: int) -> HttpResponse:
    """A message about whose contactpersoon somebody is."""
    dossier = dossier_of(request, pk)
    return _message(request, _found(request, contactmelding, dossier), dossier)


@casework(Recht.BERICHTEN_ZIEN, verwerking=VERWERKING, doel=DO)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def step_of_dossier(
    request: CaseRequest, pk: int, contactmelding: int, *, stap: str
) -> HttpResponse:
    """The same of a message beneath a dossier."""
    dossier = dossier_of(request, pk)
    return _step(request, _found(request, contactmelding, dossier), stap, dossier=dossier)


def _found(request: StaffRequest, melding: int, dossier: Dossier | None = None) -> Regel:
    """The message. Errors: Http404."""
    regel = message_of(request.gemeente.pk, melding, dossier)
    if regel is None:
        raise Http404
    return regel


def _message(request: StaffRequest, regel: Regel, dossier: Dossier | None = None) -> HttpResponse:
    return _page(request, "contactmelding", regel, dossier=dossier, stappen=steps_of(regel))


def _step(
    request: StaffRequest, regel: Regel, stap: str, *, dossier: Dossier | None = None
) -> HttpResponse:
    if stap not in {*STEPS, "portal"}:
        raise Http404
    sent = request.POST if request.method == "POST" else None
    form = InPortalForm(sent, new=regel.new) if stap == "portal" else RedenForm(sent)
    stale = ""
    if sent is not None and form.is_valid():
        stale = _done(request, regel, stap, typed=form.cleaned_data)
        if not stale:
            return _back(regel, dossier)
    more: dict[str, Any] = {"form": form, "stap": stap, "stale": stale}
    if stap != "portal":
        return _page(request, "contact_stap", regel, dossier=dossier, **more)
    more["bsn"] = bsn_of(dossier) if dossier is not None else ""
    return _page(request, "contact_portal", regel, dossier=dossier, **more)


def _done(request: StaffRequest, regel: Regel, stap: str, *, typed: dict[str, Any]) -> str:
    """Do it; why it could not be done, or ""."""
    try:
        if stap == "portal":
            actions.retyped(regel.melding.pk, typed.get("nummer"), at=request.now)
        else:
            STEPS[stap](regel.melding.pk, typed["reden"], at=request.now)
    except MeldingError as error:
        return str(error)
    said = {
        "opnieuw": _("Meedoen stuurt de melding opnieuw. Dat duurt meestal een minuut."),
        "vervallen": _("De melding is vervallen. DUO hoort hier niet van."),
        "portal": _("Vastgelegd: DUO weet hiervan."),
    }
    messages.success(request, said[stap])
    return ""


def _back(regel: Regel, dossier: Dossier | None) -> HttpResponse:
    if dossier is None:
        return redirect("berichten:contact_van", eigen=regel.melding.pk)
    return redirect("berichten:contact", pk=dossier.pk, contactmelding=regel.melding.pk)


def _page(
    request: StaffRequest, page: str, regel: Regel, *, dossier: Dossier | None, **more: Any
) -> HttpResponse:
    told = {
        "regel": regel,
        "dossier": dossier,
        "say": in_words,
        "is_key": is_key,
        "stale": "",
        **more,
    }
    form = more.get("form")
    status = 409 if more.get("stale") else 400 if form is not None and form.errors else 200
    return render(request, f"berichten/{page}.html", told, status=status)
