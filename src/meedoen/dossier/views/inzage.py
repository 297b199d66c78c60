"""Inzage (AVG 15): the request and its steps, the copy to read or print, and the file."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier import inzage as copies
from meedoen.dossier.actions import inzage as acts
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.forms import inzage as asks
from meedoen.dossier.inzage_term import last_day_for
from meedoen.dossier.models import Dossier, Inzageverzoek
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.law.loader import law_for
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.logboek.looks import Vorm

Act = Callable[..., object]


@dataclass(frozen=True)
class Step:
    """Who may, what is asked, what is done, and the word when it is done."""

    recht: Recht
    form: type[forms.Form]
    field: str
    act: Act
    done: Any
    then: str = "dossier:inzage"


STEPS = {
    "vragen": Step(
        Recht.INZAGE_GEVEN,
        asks.VraagForm,
        "hoe",
        acts.ask_inzage,
        lazy("Vastgelegd. U hebt een maand om de kopie te geven."),
    ),
    "nakijken": Step(
        Recht.INZAGE_NAKIJKEN,
        asks.NakijkForm,
        "hoe",
        acts.look_over,
        lazy("Vastgelegd. Een collega kan de kopie nu maken."),
    ),
    "maken": Step(
        Recht.INZAGE_GEVEN,
        asks.MaakForm,
        "weggelaten",
        acts.make_copy,
        lazy("Dit is de kopie. Lees hem na voordat u hem geeft."),
        "dossier:inzage_kopie",
    ),
    "geven": Step(
        Recht.INZAGE_GEVEN,
        asks.GeefForm,
        "hoe",
        acts.give_inzage,
        lazy("Vastgelegd dat de persoon de kopie kreeg."),
    ),
}


@casework(
    Recht.INZAGE_GEVEN,
    Recht.INZAGE_NAKIJKEN,
    verwerking="inzage",
    doel="een vraag om inzage behandelen",
)
@of_one_dossier
@require_safe
def inzage(request: CaseRequest, pk: int) -> HttpResponse:
    """Whether a copy was asked, until when it must be given, and the next step."""
    return _page(request, dossier_of(request, pk))


@casework(
    Recht.INZAGE_GEVEN,
    Recht.INZAGE_NAKIJKEN,
    verwerking="inzage",
    doel="een vraag om inzage behandelen",
)
@of_one_dossier
@require_POST
def step(request: CaseRequest, pk: int, stap: str) -> HttpResponse:
    """Take one step; what does not fit is told, and nothing is written."""
    dossier, chosen = dossier_of(request, pk), STEPS.get(stap)
    if chosen is None:
        raise Http404
    request.actor.must(chosen.recht)
    form = chosen.form(request.POST)
    if not form.is_valid():
        return _page(request, dossier, bound={stap: form}, status=400)
    try:
        with transaction.atomic():
            chosen.act(pk, form.cleaned_data[chosen.field], on=request.today, at=request.now)
    except DiaryError as error:
        return _page(request, dossier, bound={stap: form}, refused=str(error), status=409)
    messages.success(request, str(chosen.done))
    return redirect(chosen.then, pk=pk)


@casework(Recht.INZAGE_GEVEN, verwerking="inzage", doel="een kopie maken voor de persoon zelf")
@of_one_dossier
@require_safe
def copy(request: CaseRequest, pk: int) -> HttpResponse:
    """The copy as a page that prints well; for the person, so in Dutch for every official."""
    dossier = dossier_of(request, pk)
    context = {"dossier": dossier, "kopie": _copy(request, dossier)}
    with override("nl"):
        return render(request, "dossier/inzage_kopie.html", context)


@casework(
    Recht.INZAGE_GEVEN,
    verwerking="inzage",
    doel="een kopie maken voor de persoon zelf, als bestand",
)
@of_one_dossier
@require_safe
def copy_file(request: CaseRequest, pk: int) -> HttpResponse:
    """The same copy as JSON."""
    dossier = dossier_of(request, pk)
    made = copies.as_json(_copy(request, dossier))
    return HttpResponse(
        made,
        content_type="application/json",
        headers={
            "Content-Disposition": f'attachment; filename="inzage-{dossier.nummer}.json"',
            "Cache-Control": "private, no-store",
        },
    )


def _copy(request: CaseRequest, dossier: Dossier) -> copies.Copy:
    """The copy; the log says that it left as a file, and whether special categories are in it."""
    made = copies.copy_of(dossier, _made(dossier))
    special = copies.holds_special(made)
    request.show(dossier.persoon_id, vorm=Vorm.BESTAND, bijzonder=special)
    return made


def _made(dossier: Dossier) -> Inzageverzoek:
    """The open request whose copy was made. Errors: Http404."""
    rows = Inzageverzoek.objects.filter(dossier=dossier, gegeven_op__isnull=True)
    found: Inzageverzoek | None = rows.filter(gemaakt_at__isnull=False).first()
    if found is None:
        raise Http404
    return found


def _page(
    request: CaseRequest,
    dossier: Dossier,
    *,
    bound: dict[str, forms.Form] | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    given = bound or {}
    every = Inzageverzoek.objects.select_related("nagekeken_door", "gegeven_door")
    rows = list(every.filter(dossier=dossier).order_by("-gevraagd_op", "-pk")[:20])
    asked = next((row for row in rows if row.gegeven_op is None), None)
    law = law_for(dossier.gemeente.stelsel, dossier.gemeente_id)
    context = {
        "dossier": dossier,
        "verzoek": asked,
        "uiterlijk": last_day_for(asked.gevraagd_op, law) if asked else None,
        "eerder": [row for row in rows if row.gegeven_op is not None],
        "forms": {name: given.get(name, each.form()) for name, each in STEPS.items()},
        "wrong": bool(given),
        "refused": refused,
        "may_give": request.actor.may(Recht.INZAGE_GEVEN),
        "looked_over_by_me": asked is not None
        and asked.nagekeken_door_id == request.actor.medewerker_id,
    }
    return render(request, "dossier/inzage.html", context, status=status)
