"""Two dossiers of one person: side by side, proposed by one official, confirmed by another."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.merging import Voorstel, merge, propose_merge, refuse_merge
from meedoen.dossier.beside import fact_differences, kant_of
from meedoen.dossier.forms.merging import EEN, NietSamenForm, SamenvoegForm
from meedoen.dossier.merging import differences, refusals
from meedoen.dossier.models import Samenvoeging
from meedoen.dossier.views.find import dossier_of, of_one_dossier, person_in
from meedoen.dossier.views.person import bsn_of
from meedoen.logboek.gate import CaseRequest, casework

DO = "twee dossiers van één persoon samenvoegen"


@casework(Recht.SAMENVOEGEN_VOORSTELLEN, verwerking="dossiervoering", doel=DO)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def propose(request: CaseRequest, pk: int, ander: int) -> HttpResponse:
    """Show both, ask which goes on and what is right where they differ, and why."""
    if pk == ander:
        raise Http404
    one, other = dossier_of(request, pk), dossier_of(request, ander)
    form = SamenvoegForm(
        request.POST if request.method == "POST" else None,
        een=one.nummer,
        ander=other.nummer,
        verschillen=differences(person_in(one), person_in(other)),
    )
    refused = ""
    if form.is_valid():
        try:
            _propose(request, (one, other), form)
        except DiaryError as error:
            refused = str(error)
        else:
            messages.success(request, _("Voorgesteld. Een tweede collega kijkt ernaar."))
            return redirect("dossier:persoon", pk=pk)
    context = _beside(request, one, other) | {"form": form, "refused": refused}
    status = 409 if refused else 400 if form.errors else 200
    return render(request, "dossier/samenvoegen.html", context, status=status)


def _propose(request: CaseRequest, pair: tuple[Any, Any], form: SamenvoegForm) -> None:
    one, other = pair
    closing, remaining = (one, other) if form.closes == EEN else (other, one)
    voorstel = Voorstel(closing.pk, remaining.pk, form.cleaned_data["reden"], form.keuzes)
    seen = _seen(request)
    with transaction.atomic():
        propose_merge(
            voorstel,
            gezien=seen if closing is one else seen[::-1],
            on=request.today,
            at=request.now,
        )


@casework(
    Recht.SAMENVOEGEN_BEVESTIGEN,
    Recht.SAMENVOEGEN_VOORSTELLEN,
    verwerking="dossiervoering",
    doel=DO,
)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def decide(request: CaseRequest, pk: int, samenvoeging: int) -> HttpResponse:
    """Show both and what was chosen, ask once, and merge; or say why not."""
    closing = dossier_of(request, pk)
    found = Samenvoeging.objects.filter(pk=samenvoeging, dossier=closing).first()
    if found is None or found.goedgekeurd is not None:
        raise Http404
    remaining = dossier_of(request, found.blijft_id)
    refusing = request.method == "POST" and "afwijzen" in request.POST
    form = NietSamenForm(request.POST if refusing else None)
    refused = ""
    if request.method == "POST" and (not refusing or form.is_valid()):
        try:
            _decide(request, found, form)
        except DiaryError as error:
            refused = str(error)
        else:
            return redirect("dossier:persoon", pk=remaining.pk)
    context = _beside(request, closing, remaining) | {
        "row": found,
        "form": form,
        "refused": refused,
        "own": found.voorgesteld_door_id == request.actor.medewerker_id,
        "may_confirm": request.actor.may(Recht.SAMENVOEGEN_BEVESTIGEN),
        "since": (found.gezien, found.gezien_blijft)
        != (closing.laatste_nummer, remaining.laatste_nummer),
        "against": refusals(closing, remaining, on=request.today),
    }
    status = 409 if refused else 400 if form.errors else 200
    return render(request, "dossier/samenvoeging.html", context, status=status)


def _decide(request: CaseRequest, found: Samenvoeging, form: NietSamenForm) -> None:
    when: dict[str, Any] = {"on": request.today, "at": request.now}
    with transaction.atomic():
        if form.is_bound:
            refuse_merge(found.pk, form.cleaned_data["antwoord"], **when)
        else:
            merge(found.pk, gezien=_seen(request), **when)
    apart, one = _("De dossiers blijven apart."), _("Dit is vanaf nu het ene dossier.")
    messages.success(request, apart if form.is_bound else one)


def _beside(request: CaseRequest, one: Any, other: Any) -> dict[str, Any]:
    persons = person_in(one), person_in(other)
    return {
        "dossier": one,
        "kanten": [kant_of(each, on=request.today) for each in (one, other)],
        "nummers": [(bsn_of(each), each.vnummer or "") for each in persons],
        "verschillen": differences(*persons),
        "feiten": fact_differences(one, other, on=request.today),
        "gezien": f"{one.laatste_nummer}-{other.laatste_nummer}",
    }


def _seen(request: CaseRequest) -> tuple[int, int]:
    """The last lines that were on the screen; what cannot be read was not seen."""
    one, _dash, other = request.POST.get("gezien", "").partition("-")
    plain = all(each.isascii() and each.isdigit() and len(each) < 10 for each in (one, other))
    return (int(one), int(other)) if plain else (0, 0)
