"""The screens of one message to DUO: what it says and how it went, and what an official can do."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.roles import Recht
from meedoen.berichten import melding_hand_actions as actions
from meedoen.berichten.melding_forms import OvergetyptForm, RedenForm
from meedoen.berichten.melding_queries import Regel, melding_of, steps_of
from meedoen.berichten.melding_round import VERWERKING
from meedoen.berichten.persoon import bsn_of
from meedoen.berichten.queries import is_key
from meedoen.berichten.redenen import in_words
from meedoen.dossier.models import Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.logboek.gate import CaseRequest, casework

SEE, DO = "zien wat aan DUO is gemeld", "beslissen over een melding aan DUO"
RETYPE = "een melding overtypen in de Portal Inburgering"
STEPS: dict[str, Callable[..., None]] = {
    "opnieuw": actions.send_again,
    "vervallen": actions.let_go,
}


@casework(Recht.BERICHTEN_ZIEN, verwerking=VERWERKING, doel=SEE)
@of_one_dossier
@require_safe
def message(request: CaseRequest, pk: int, melding: int) -> HttpResponse:
    """What a message says, how far it is and why, and each step on the way."""
    dossier, regel = _found(request, pk, melding)
    return _page(request, "melding", dossier, regel=regel, stappen=steps_of(regel))


@casework(Recht.BERICHTEN_ZIEN, verwerking=VERWERKING, doel=DO)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def step(request: CaseRequest, pk: int, melding: int, *, stap: str) -> HttpResponse:
    """Send it again, or let it go; both with a reason."""
    dossier, regel = _found(request, pk, melding)
    if stap not in STEPS:
        raise Http404
    form = RedenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            STEPS[stap](pk, melding, form.cleaned_data["reden"], at=request.now)
        except actions.MeldingError as error:
            return _page(
                request,
                "melding_stap",
                dossier,
                regel=regel,
                form=form,
                stap=stap,
                stale=str(error),
            )
        messages.success(request, _done(stap))
        return redirect("berichten:melding", pk=pk, melding=melding)
    return _page(request, "melding_stap", dossier, regel=regel, form=form, stap=stap)


def _done(stap: str) -> str:
    if stap == "opnieuw":
        return _("Meedoen stuurt de melding opnieuw. Dat duurt meestal een minuut.")
    return _("De melding is vervallen. DUO hoort hier niet van.")


@casework(Recht.BERICHTEN_ZIEN, verwerking=VERWERKING, doel=RETYPE)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def portal(request: CaseRequest, pk: int, melding: int) -> HttpResponse:
    """The message as a sheet to type over, for who has no connection; and that it was done."""
    dossier, regel = _found(request, pk, melding)
    first = regel.melding.gebeurtenis.gebeurd_op
    sent = request.POST if request.method == "POST" else None
    form = OvergetyptForm(sent, today=request.today, first=first)
    stale = ""
    if request.method == "POST" and form.is_valid():
        try:
            actions.retyped(pk, melding, on=form.cleaned_data["op"], at=request.now)
        except actions.MeldingError as error:
            stale = str(error)
        else:
            messages.success(request, _("Het staat op de Tijdlijn: DUO weet hiervan."))
            return redirect("berichten:melding", pk=pk, melding=melding)
    return _page(
        request, "portal", dossier, regel=regel, form=form, stale=stale, bsn=bsn_of(dossier)
    )


def _found(request: CaseRequest, pk: int, melding: int) -> tuple[Dossier, Regel]:
    """The dossier and its message. Errors: Http404."""
    dossier = dossier_of(request, pk)
    regel = melding_of(dossier, melding)
    if regel is None:
        raise Http404
    return dossier, regel


def _page(
    request: CaseRequest, page: str, dossier: Dossier, *, regel: Regel, **more: Any
) -> HttpResponse:
    told = {
        "dossier": dossier,
        "regel": regel,
        "say": in_words,
        "is_key": is_key,
        "stale": "",
        **more,
    }
    form = more.get("form")
    status = 409 if more.get("stale") else 400 if form is not None and form.errors else 200
    return render(request, f"berichten/{page}.html", told, status=status)
