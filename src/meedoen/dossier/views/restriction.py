"""The restriction of a dossier (AVG 18): what it means, and each step by who may take it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_POST, require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions import restriction as acts
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.forms import restriction as asks
from meedoen.dossier.models import Beperking, Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.logboek.gate import CaseRequest, casework

Act = Callable[[int, dict[str, Any], CaseRequest], object]


@dataclass(frozen=True)
class Step:
    """What is asked, what is done, and the word when it is done."""

    form: type[forms.Form]
    act: Act
    done: Any


STEPS = {
    "opleggen": Step(
        asks.BeperkForm,
        lambda pk, told, request: acts.restrict(
            pk,
            Beperking.Grond(told["grond"]),
            told["reden"],
            on=request.today,
            at=request.now,
        ),
        lazy("Het gebruik is beperkt. Wij bewaren deze gegevens nu alleen."),
    ),
    "openen": Step(
        asks.OpenForm,
        lambda pk, told, request: acts.open_up(
            pk,
            Beperking.Openstelling(told["voor"]),
            told["reden"],
            on=request.today,
            at=request.now,
        ),
        lazy("Het dossier is open. Sluit het weer als u klaar bent."),
    ),
    "sluiten": Step(
        asks.SluitenForm,
        lambda pk, _told, request: acts.close_again(pk, on=request.today, at=request.now),
        lazy("Het dossier is weer dicht."),
    ),
    "vertellen": Step(
        asks.VertelForm,
        lambda pk, told, request: acts.announce_lifting(
            pk, told["hoe"], on=request.today, at=request.now
        ),
        lazy("Vastgelegd dat de persoon het weet. U kunt de beperking nu opheffen."),
    ),
    "opheffen": Step(
        asks.OpheffenForm,
        lambda pk, told, request: acts.lift(pk, told["uitkomst"], on=request.today, at=request.now),
        lazy("De beperking is opgeheven. U kunt weer met dit dossier werken."),
    ),
}


@casework(
    Recht.DOSSIERS_ZIEN,
    verwerking="rechten_betrokkene",
    doel="zien of het gebruik van gegevens beperkt is",
)
@of_one_dossier
@require_safe
def restriction(request: CaseRequest, pk: int) -> HttpResponse:
    """Whether a restriction stands, what may be done, and the next step."""
    return _page(request, dossier_of(request, pk))


@casework(
    Recht.BEPERKEN,
    verwerking="rechten_betrokkene",
    doel="het gebruik van gegevens beperken of weer vrijgeven",
)
@of_one_dossier
@require_POST
def step(request: CaseRequest, pk: int, stap: str) -> HttpResponse:
    """Take one step; a step that was taken already, by a second click, is told and done once."""
    dossier, chosen = dossier_of(request, pk), STEPS.get(stap)
    if chosen is None:
        raise Http404
    form = chosen.form(request.POST)
    if not form.is_valid():
        return _page(request, dossier, bound={stap: form}, status=400)
    try:
        with transaction.atomic():
            chosen.act(pk, form.cleaned_data, request)
    except DiaryError as error:
        return _page(request, dossier, bound={stap: form}, refused=str(error), status=409)
    messages.success(request, str(chosen.done))
    return redirect("dossier:beperking", pk=pk)


def _page(
    request: CaseRequest,
    dossier: Dossier,
    *,
    bound: dict[str, forms.Form] | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page, with what was typed in one of its forms."""
    given = bound or {}
    context = {
        "dossier": dossier,
        "beperking": Beperking.objects.filter(dossier=dossier, tot__isnull=True).first(),
        "forms": {name: given.get(name, each.form()) for name, each in STEPS.items()},
        "wrong": bool(given),
        "refused": refused,
        "may_restrict": request.actor.may(Recht.BEPERKEN),
    }
    return render(request, "dossier/beperking.html", context, status=status)
