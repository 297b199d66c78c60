"""The list of dossiers, and the search of the header."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.roles import Recht, Rol
from meedoen.dossier.finding import (
    PAGE,
    Filter,
    klantmanagers_of,
    page_of,
    search,
    with_number,
)
from meedoen.dossier.forms.new import SearchForm
from meedoen.logboek.gate import CaseRequest, casework

MIJN, ALLE, ZONDER = "mijn", "alle", "zonder"


@casework(Recht.DOSSIERS_ZIEN, verwerking="zoeken", doel="dossiers vinden")
@require_safe
def overview(request: CaseRequest) -> HttpResponse:
    """The dossiers in sight, in order of name, fifty a page."""
    whose = _whose(request)
    page = page_of(
        request.actor,
        _filter(request, whose),
        on=request.today,
        after=_number(request.GET.get("na")),
        before=_number(request.GET.get("voor")),
    )
    request.show(*(each.persoon_id for each in page.rows))
    context = {
        "rows": page.rows,
        "page": page,
        "whose": whose,
        "klantmanagers": klantmanagers_of(request.actor, on=request.today),
        "may_open": request.actor.may(Recht.DOSSIER_OPENEN),
        "may_see_all": request.actor.may(Recht.ALLE_DOSSIERS_ZIEN),
        "may_hand_over": any(map(request.actor.may, (Recht.VERDELEN, Recht.EIGEN_OVERDRAGEN))),
    }
    return render(request, "dossier/lijst.html", context)


@casework(Recht.DOSSIERS_ZIEN, verwerking="zoeken", doel="een dossier zoeken")
@require_POST
def find(request: CaseRequest) -> HttpResponse:
    """Search by POST, so that no name and no number is ever part of an address or a log."""
    form, on = SearchForm(request.POST), request.today
    found: list[Any] = []
    hidden = None
    if form.is_valid():
        text, keys = form.cleaned_data["q"], keys_in_use()
        found = search(request.actor, text, on=on, keys=keys)
        # a colleague has it: said only for a whole number, so that nobody makes a second dossier
        hidden = None if found else with_number(request.actor, [text], keys=keys)
        request.show(*(each.persoon_id for each in found[:PAGE]))
        request.show(hidden.persoon_id if hidden else None)
    context = {
        "form": form,
        "rows": found[:PAGE],
        "more": len(found) > PAGE,
        "hidden": hidden,
        "may_open": request.actor.may(Recht.DOSSIER_OPENEN),
        "may_break_glass": request.actor.may(Recht.INZAGE_VERANTWOORDEN),
    }
    return render(request, "dossier/zoek.html", context, status=400 if form.errors else 200)


def _whose(request: CaseRequest) -> str:
    """The chosen filter: a word of ours, or the id of a klantmanager."""
    asked = request.GET.get("van", "")
    if asked in {MIJN, ALLE, ZONDER} or _number(asked) is not None:
        return asked
    return MIJN if request.actor.rol is Rol.KLANTMANAGER else ALLE


def _filter(request: CaseRequest, whose: str) -> Filter:
    if whose == MIJN:  # and of whom one replaces: that is one's own work these days
        others = tuple(each["wie"] for each in request.replaces)
        return Filter(klantmanagers=(request.actor.official, *others))
    one = _number(whose)
    return Filter(klantmanagers=() if one is None else (one,), zonder=whose == ZONDER)


def _number(text: str | None) -> int | None:
    """An id from an address; None for nothing, or for what is no id."""
    if text and text.isascii() and text.isdigit() and len(text) <= 18:
        return int(text)
    return None
