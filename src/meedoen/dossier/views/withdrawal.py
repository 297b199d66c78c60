"""Data that does not belong here: the proposal, the decision of the FG, and the verklaring."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.withdrawal import (
    propose_withdrawal,
    refuse_withdrawal,
    withdraw_data,
)
from meedoen.dossier.diary_lines import line_of
from meedoen.dossier.forms.withdrawal import AfwijsForm, IntrekForm
from meedoen.dossier.models import Intrekking
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.dossier.withdrawal import PAGE, going_whole, going_with, read, withdrawals
from meedoen.law.brief_file import brief_kinds
from meedoen.law.presentation import first_up, spoken
from meedoen.law.register import register
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.logboek.looks import Vorm

TWO = (Recht.INTREKKING_GOEDKEUREN, Recht.INTREKKING_VOORSTELLEN)


@casework(
    Recht.INTREKKING_VOORSTELLEN,
    verwerking="rechten_betrokkene",
    doel="voorstellen gegevens in te trekken",
)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def propose(request: CaseRequest, pk: int, nummer: int | None = None) -> HttpResponse:
    """Say exactly what would go, and ask why and from whom it came."""
    dossier = dossier_of(request, pk)
    form, refused = IntrekForm(request.POST or None), ""
    try:
        going = going_whole(dossier) if nummer is None else going_with(dossier, nummer)
        if request.method == "POST" and form.is_valid():
            given = form.cleaned_data
            with transaction.atomic():
                propose_withdrawal(
                    pk,
                    nummer,
                    given["reden"],
                    bron=given["bron"],
                    on=request.today,
                    at=request.now,
                )
            messages.success(request, _("Voorgesteld. De functionaris gegevensbescherming kijkt."))
            return redirect("dossier:tijdlijn", pk=pk)
    except DiaryError as error:
        going, refused = None, str(error)
    special = request.actor.may(Recht.BIJZONDER)
    context = {
        "dossier": dossier,
        "nummer": nummer,
        "going": going,
        "lines": []
        if going is None or nummer is None
        else [line_of(dossier, each, special=special) for each in going.nummers],
        "form": form,
        "refused": refused,
    }
    status = 400 if form.errors or refused else 200
    return render(request, "dossier/intrekken.html", context, status=status)


@casework(
    *TWO,
    verwerking="rechten_betrokkene",
    doel="intrekkingen nazien: nummers en redenen, geen inhoud",
)
@require_safe
def overview(request: CaseRequest) -> HttpResponse:
    """What is proposed and what was decided, fifty a page; nothing about people."""
    asked = request.GET.get("vanaf", "")
    start = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 0
    rows, more = withdrawals(start)
    request.show(*(row.dossier.persoon_id for row in rows))
    context = {
        "open": [row for row in rows if row.goedgekeurd is None],
        "done": [row for row in rows if row.goedgekeurd is not None],
        "terug": max(start - PAGE, 0) if start else None,
        "verder": start + PAGE if more else None,
        "may_approve": request.actor.may(Recht.INTREKKING_GOEDKEUREN),
    }
    return render(request, "dossier/intrekkingen.html", context)


@casework(
    Recht.INTREKKING_GOEDKEUREN,
    verwerking="rechten_betrokkene",
    doel="beslissen over een intrekking",
)
@require_http_methods(["GET", "POST"])
def decide(request: CaseRequest, intrekking: int) -> HttpResponse:
    """Say what goes and what stays, ask once, and withdraw; or say why not."""
    found = _find(request, intrekking)
    if found.goedgekeurd is not None:
        return redirect("dossier:intrekking", intrekking=found.pk)
    form = AfwijsForm(request.POST if "afwijzen" in request.POST else None)
    refused = ""
    if request.method == "POST" and (not form.is_bound or form.is_valid()):
        try:
            with transaction.atomic():
                when: dict[str, Any] = {"on": request.today, "at": request.now}
                if form.is_bound:
                    refuse_withdrawal(found.pk, form.cleaned_data["antwoord"], **when)
                else:
                    withdraw_data(found.pk, **when)
            return redirect("dossier:intrekking", intrekking=found.pk)
        except DiaryError as error:
            refused = str(error)
    context = {
        "row": found,
        "form": form,
        "refused": refused,
        "own": found.voorgesteld_door_id == request.actor.medewerker_id,
    }
    status = 409 if refused else 400 if form.errors else 200
    return render(request, "dossier/intrekking_beslissen.html", context, status=status)


@casework(*TWO, verwerking="rechten_betrokkene", doel="de verklaring van intrekking lezen")
@require_safe
def declaration(request: CaseRequest, intrekking: int) -> HttpResponse:
    """The verklaring, to print and keep: what went, who saw it, what to ask back."""
    found = _find(request, intrekking)
    if found.goedgekeurd is None:
        raise Http404
    told = read(found)
    for each in told.get("gebeurtenissen", []):
        kind = register().get(each["soort"])
        each["label"] = kind.label if kind is not None else first_up(spoken(each["soort"]))
    for each in told.get("brieven", []):
        brief = brief_kinds().get(each["soort"])
        each["label"] = brief.title if brief is not None else first_up(spoken(each["soort"]))
    for each in told.get("gezien", []):
        each["hoe"] = Vorm(each["vorm"]).label
    return render(request, "dossier/intrekking.html", {"row": found, "told": told})


def _find(request: CaseRequest, pk: int) -> Intrekking:
    """A proposal of these municipalities. Errors: Http404."""
    rows = Intrekking.objects.select_related("dossier", "voorgesteld_door", "besloten_door")
    found: Intrekking | None = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    request.show(found.dossier.persoon_id)
    return found
