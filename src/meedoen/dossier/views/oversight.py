"""«Wie keek»: the access log for the FG, by person, by official and by day; each look is a line."""

import json
from datetime import date

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_POST, require_safe

from meedoen.accounts.models import Medewerker
from meedoen.accounts.roles import Recht
from meedoen.dossier import oversight
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.logboek.queries import SeenPage, looks_at, looks_by, looks_on


class PersonSearchForm(forms.Form):
    """A number of a dossier or a person; sent by POST, so that it is in no address."""

    use_required_attribute = False  # our own words, not the browser's

    nummer = forms.CharField(
        label=lazy("Nummer van het dossier, V-nummer of BSN"),
        max_length=40,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": lazy("Vul een nummer in.")},
    )


@casework(Recht.TOEGANG_NAZIEN, verwerking="toezicht", doel="nazien wie op een dag keek")
@require_safe
def overview(request: CaseRequest) -> HttpResponse:
    """Every look of a day, newest first; the search for one person."""
    day = _day(request.GET.get("dag", ""), request.today)
    page = looks_on(day, gemeente=request.gemeente.code, before=_number(request.GET.get("voor")))
    context = {"form": PersonSearchForm(), "gekozen": day, **_lines(page)}
    return render(request, "logboek/dag.html", context)


@casework(Recht.TOEGANG_NAZIEN, verwerking="toezicht", doel="een persoon zoeken in het logboek")
@require_POST
def find(request: CaseRequest) -> HttpResponse:
    """From a number to the looks at that person; nothing but a row number goes in the address."""
    form = PersonSearchForm(request.POST)
    if form.is_valid():
        persoon = oversight.person_with(request.actor, form.cleaned_data["nummer"])
        if persoon is not None:
            return redirect("logboek:persoon", persoon=persoon)
        form.add_error("nummer", _("Bij dit nummer hoort geen dossier. Kijk het nummer na."))
    page = looks_on(request.today, gemeente=request.gemeente.code)
    context = {"form": form, "gekozen": request.today, **_lines(page)}
    return render(request, "logboek/dag.html", context, status=400)


@casework(Recht.TOEGANG_NAZIEN, verwerking="toezicht", doel="nazien wie naar iemand keek")
@require_safe
def person(request: CaseRequest, persoon: int) -> HttpResponse:
    """Every look at one person, newest first."""
    nummer = _seen_person(request, persoon)
    before = _number(request.GET.get("voor"))
    page = looks_at(persoon, gemeente=request.gemeente.code, before=before)
    context = {"nummer": nummer, "persoon": persoon, **_lines(page)}
    return render(request, "logboek/persoon.html", context)


@casework(Recht.TOEGANG_NAZIEN, verwerking="toezicht", doel="regels van het logboek opslaan")
@require_safe
def file(request: CaseRequest) -> HttpResponse:
    """The looks at a person or of a day, in the form of Logboek Dataverwerkingen."""
    persoon = _number(request.GET.get("persoon"))
    day = _day(request.GET.get("dag", ""), request.today)
    if persoon is not None:
        _seen_person(request, persoon)
    found = oversight.file_of(request.gemeente.code, persoon=persoon, day=day)
    return HttpResponse(
        json.dumps(found, ensure_ascii=False, indent=1),
        content_type="application/json",
        headers={
            "Content-Disposition": 'attachment; filename="logboek.json"',
            "Cache-Control": "private, no-store",
        },
    )


@casework(Recht.TOEGANG_NAZIEN, verwerking="toezicht", doel="nazien hoeveel medewerkers keken")
@require_safe
def employees(request: CaseRequest) -> HttpResponse:
    """How many people each official saw in the last days; nothing below the minimum."""
    _refuse_employees()
    context = {
        "aantallen": oversight.counts(request.gemeente.code, on=request.today),
        "minimum": settings.MEDEWERKERLOGBOEK_MINIMUM,
    }
    return render(request, "logboek/medewerkers.html", context)


@casework(Recht.TOEGANG_NAZIEN, verwerking="toezicht", doel="nazien wat een medewerker deed")
@require_safe
def employee(request: CaseRequest, medewerker: int) -> HttpResponse:
    """Everything that one official looked at, newest first."""
    _refuse_employees()
    who = get_object_or_404(Medewerker, pk=medewerker)
    before = _number(request.GET.get("voor"))
    page = looks_by(medewerker, gemeente=request.gemeente.code, before=before)
    return render(request, "logboek/medewerker.html", {"wie": who, **_lines(page)})


def _refuse_employees() -> None:
    if not oversight.employees_are_shown():
        raise PermissionDenied(
            _("Deze gemeente kiest ervoor om niet per medewerker te kijken. Kijk per persoon.")
        )


def _seen_person(request: CaseRequest, persoon: int) -> str:
    """The number of the dossier; the look is a line about this person too. Errors: Http404."""
    nummer = oversight.dossier_number(persoon)
    if nummer is None:
        raise Http404
    request.show(persoon)
    return nummer


def _lines(page: SeenPage) -> dict[str, object]:
    return {
        "rijen": oversight.in_words(page),
        "ouder": page.older,
        "per_medewerker": oversight.employees_are_shown(),
    }


def _day(text: str, today: date) -> date:
    """The chosen day; today for nothing, or for what is no day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return today


def _number(text: str | None) -> int | None:
    """A row number of an address; None for what is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else None
