"""Keeping and destroying: a hold, a proposal, the approval by a second official, the verklaring."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.destruction import destroy, hold, propose_destruction, release
from meedoen.dossier.actions.diary import DiaryError, lock
from meedoen.dossier.forms.destruction import BewarenForm, VernietigenForm
from meedoen.dossier.models import Dossier, Vernietiging
from meedoen.dossier.retention import PAGE, hold_of, objection_runs, proposals, retention_of
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.logboek.gate import CaseRequest, casework

TWO = (Recht.VERNIETIGING_GOEDKEUREN, Recht.VERNIETIGING_VOORSTELLEN)


@casework(
    Recht.DOSSIERS_ZIEN,
    verwerking="bewaren_en_vernietigen",
    doel="zien hoe lang een dossier bewaard blijft",
)
@of_one_dossier
@require_safe
def retention(request: CaseRequest, pk: int) -> HttpResponse:
    """Until when the dossier stays, whether it is held, and whether its end is proposed."""
    return _page(request, dossier_of(request, pk))


@casework(
    Recht.VASTLEGGEN,
    verwerking="bewaren_en_vernietigen",
    doel="vastleggen dat een dossier moet blijven",
)
@of_one_dossier
@require_POST
def keep(request: CaseRequest, pk: int) -> HttpResponse:
    """From today nothing of the dossier is destroyed."""
    dossier = dossier_of(request, pk)
    form = BewarenForm(request.POST)
    if not form.is_valid():
        return _page(request, dossier, keeping=form)
    with transaction.atomic():
        lock(pk, also_restricted=True)  # of two at once, the second finds the hold of the first
        if hold_of(dossier) is None:
            hold(pk, form.cleaned_data["reden"], on=request.today, at=request.now)
    messages.success(request, _("Dit dossier blijft bewaard."))
    return redirect("dossier:bewaren", pk=pk)


@casework(
    Recht.VASTLEGGEN,
    verwerking="bewaren_en_vernietigen",
    doel="vastleggen dat een dossier niet langer hoeft te blijven",
)
@of_one_dossier
@require_POST
def let_go(request: CaseRequest, pk: int) -> HttpResponse:
    """The hold ends; the usual term counts again."""
    dossier = dossier_of(request, pk)
    with transaction.atomic():
        lock(pk, also_restricted=True)
        if hold_of(dossier) is not None:
            release(pk, on=request.today, at=request.now)
    messages.success(request, _("De gewone bewaartermijn geldt weer."))
    return redirect("dossier:bewaren", pk=pk)


@casework(
    Recht.VERNIETIGING_VOORSTELLEN,
    verwerking="bewaren_en_vernietigen",
    doel="voorstellen een dossier te vernietigen",
)
@of_one_dossier
@require_POST
def propose(request: CaseRequest, pk: int) -> HttpResponse:
    """The first of two officials."""
    dossier = dossier_of(request, pk)
    form = VernietigenForm(request.POST)
    if form.is_valid():
        try:
            with transaction.atomic():
                propose_destruction(
                    pk, form.cleaned_data["grond"], on=request.today, at=request.now
                )
        except DiaryError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Voorgesteld. Een tweede persoon moet het goedkeuren."))
            return redirect("dossier:bewaren", pk=pk)
    return _page(request, dossier, proposing=form)


@casework(
    *TWO,
    verwerking="bewaren_en_vernietigen",
    doel="vernietigingen nazien: nummers en gronden, geen inhoud",
)
@require_safe
def overview(request: CaseRequest) -> HttpResponse:
    """What is proposed, and what was destroyed, fifty a page; nothing about people."""
    asked = request.GET.get("vanaf", "")
    start = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 0
    rows, more = proposals(start)
    request.show(*(row.dossier.persoon_id for row in rows))
    context = {
        "open": [row for row in rows if row.goedgekeurd_at is None],
        "done": [row for row in rows if row.goedgekeurd_at is not None],
        "terug": max(start - PAGE, 0) if start else None,
        "verder": start + PAGE if more else None,
        "may_approve": request.actor.may(Recht.VERNIETIGING_GOEDKEUREN),
    }
    return render(request, "dossier/vernietigingen.html", context)


@casework(
    Recht.VERNIETIGING_GOEDKEUREN,
    verwerking="bewaren_en_vernietigen",
    doel="een vernietiging goedkeuren",
)
@require_http_methods(["GET", "POST"])
def approve(request: CaseRequest, vernietiging: int) -> HttpResponse:
    """Say exactly what goes and what stays, ask once, and destroy."""
    found = _find(vernietiging)
    request.show(found.dossier.persoon_id)
    if found.goedgekeurd_at is not None:
        return redirect("dossier:verklaring", vernietiging=found.pk)
    refused = ""
    if request.method == "POST":
        try:
            with transaction.atomic():
                destroy(found.pk, on=request.today, at=request.now)
            return redirect("dossier:verklaring", vernietiging=found.pk)
        except DiaryError as error:
            refused = str(error)
    context = {
        "row": found,
        "refused": refused,
        "own": found.voorgesteld_door_id == request.actor.medewerker_id,
    }
    status = 409 if refused else 200
    return render(request, "dossier/vernietiging_goedkeuren.html", context, status=status)


@casework(*TWO, verwerking="bewaren_en_vernietigen", doel="de verklaring van vernietiging lezen")
@require_safe
def declaration(request: CaseRequest, vernietiging: int) -> HttpResponse:
    """The verklaring, to print and keep."""
    found = _find(vernietiging)
    if found.goedgekeurd_at is None:
        raise Http404
    return render(request, "dossier/verklaring.html", {"row": found})


def _page(
    request: CaseRequest,
    dossier: Dossier,
    *,
    keeping: forms.Form | None = None,
    proposing: forms.Form | None = None,
) -> HttpResponse:
    """The page about keeping, with what was typed in one of its forms."""
    term = retention_of(dossier, on=request.today)
    bound = keeping or proposing
    context: dict[str, Any] = {
        "dossier": dossier,
        "term": term,
        "hold": hold_of(dossier),
        "objected": objection_runs(dossier.pk),
        "row": Vernietiging.objects.filter(dossier=dossier).first(),
        "keeping": keeping or BewarenForm(),
        "proposing": proposing or VernietigenForm(initial={"grond": term.ground}),
        "may_write": request.actor.may(Recht.VASTLEGGEN),
        "may_propose": request.actor.may(Recht.VERNIETIGING_VOORSTELLEN),
    }
    return render(request, "dossier/bewaren.html", context, status=400 if bound else 200)


def _find(pk: int) -> Vernietiging:
    """A proposal of these municipalities. Errors: Http404."""
    rows = Vernietiging.objects.select_related("dossier", "voorgesteld_door", "goedgekeurd_door")
    found: Vernietiging | None = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
