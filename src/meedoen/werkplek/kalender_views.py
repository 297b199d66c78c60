"""The week calendar, with the filter of the work list."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from meedoen.accounts.roles import Recht
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.werkplek.filter import WerkFilter
from meedoen.werkplek.kalender import Week, WeekError, calendar_of
from meedoen.werkplek.views import filter_form


@casework(Recht.DOSSIERS_ZIEN, verwerking="werklijst", doel="de week plannen")
@require_safe
def kalender(request: CaseRequest) -> HttpResponse:
    """Appointments and last days of one week; a week that is not there is said on the page."""
    form = filter_form(request)
    told: dict[str, Any] = {"form": form, "kalender": None, "chosen": None, "fout": ""}
    try:
        week = Week.read(request.GET.get("week", ""), today=request.today)
    except WeekError as error:
        told["fout"] = str(error)
        return render(request, "werkplek/kalender.html", told, status=400)
    told["week"] = week
    if not form.is_valid():
        return render(request, "werkplek/kalender.html", told, status=400)
    chosen = form.chosen
    found = calendar_of(request.actor, request.gemeente, week, on=request.today, chosen=chosen)
    request.show(*found.persons)
    told |= {"kalender": found, "chosen": chosen}
    told |= {
        "earlier": _address(week.beside(-1), chosen),
        "later": _address(week.beside(1), chosen),
    }
    return render(request, "werkplek/kalender.html", told)


def _address(week: Week | None, chosen: WerkFilter) -> str:
    """Where another week stands under the same choice; "" where the calendar ends."""
    if week is None:
        return ""
    query = chosen.query()
    return f"{reverse('werkplek:kalender')}{query}{'&' if query else '?'}week={week}"
