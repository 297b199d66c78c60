"""Whether two officials who talk with the same kind of people hear the same: per question."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meedoen.accounts.roles import Recht
from meedoen.intake.forms.spreiding import VraagForm
from meedoen.intake.spreiding import choice_on, comparable, spread_of
from meedoen.intake.views.gesprek import VERWERKING
from meedoen.law.kader import kader_of
from meedoen.logboek.gate import CaseRequest, casework


@casework(
    Recht.SPREIDING_ZIEN,
    verwerking=VERWERKING,
    doel="zien of medewerkers de intake op dezelfde manier invullen",
)
@require_safe
def spread(request: CaseRequest) -> HttpResponse:
    """One question, all officials; no person of the dossiers is shown."""
    chosen = choice_on(request.gemeente.pk, on=request.today)
    told: dict[str, object] = {"keuze": chosen, "spreiding": None, "form": None}
    if chosen is None or not chosen.aan:
        return render(request, "intake/spreiding.html", told | {"keuze": None})
    vragen = comparable(kader_of(request.gemeente.pk, request.today))
    form = VraagForm(request.GET if "vraag" in request.GET else None, vragen)
    told["form"] = form
    if form.is_valid():
        asked = next(each for each in vragen if each.naam == form.cleaned_data["vraag"])
        found = spread_of(request.gemeente.pk, asked, least=chosen.minste)
        told |= {"spreiding": found, "welke": found.opmerkelijk}
    return render(request, "intake/spreiding.html", told, status=400 if form.errors else 200)
