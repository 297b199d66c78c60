"""The page about the leerroute of somebody, and how choices spread over the municipality."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.models import Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.persoonlijk_plan.actions import JUDGES, choose, judge, look_along
from meedoen.persoonlijk_plan.forms import BlikForm, KeuzeForm, OordeelForm
from meedoen.persoonlijk_plan.models import Leerroutekeuze
from meedoen.persoonlijk_plan.queries import LEAST, rounds_of, spread
from meedoen.persoonlijk_plan.routes import Vergelijking, compare
from meedoen.rules.parameters import LawError


@casework(Recht.DOSSIERS_ZIEN, verwerking="plan", doel="de leerroute kiezen en uitleggen")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def leerroute(request: CaseRequest, pk: int) -> HttpResponse:
    """One step at a time: an own judgement, the advice with a choice, a second look."""
    dossier = dossier_of(request, pk)
    rounds = rounds_of(dossier)
    stap, form, now = _step(request, dossier, rounds)
    stale = request.method == "POST" and form is None  # the step was taken by somebody else
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            _take(request, dossier, rounds[:1], stap=stap, form=form)
        except StaleError:
            stale, rounds = True, rounds_of(dossier)
        except (DiaryError, NotAllowedError) as error:
            form.add_error(None, str(error))
        if not stale and not form.errors:
            return redirect("plan:leerroute", pk=pk)
    context = {
        "dossier": dossier,
        "rounds": rounds,
        "stap": stap,
        "form": form,
        "nu": now,
        "may_judge": request.actor.rol in JUDGES,
        "stale": stale,
    }
    status = 409 if stale else 400 if form and form.errors else 200
    return render(request, "persoonlijk_plan/leerroute.html", context, status=status)


@casework(Recht.TEAM_ZIEN, verwerking="plan", doel="zien hoe leerroutes worden gekozen")
@require_safe
def keuzes(request: CaseRequest) -> HttpResponse:
    """How choices spread this year and the year before, without people."""
    year = request.today.year
    years = [
        (str(each), spread(since=date(each, 1, 1), until=date(each + 1, 1, 1)))
        for each in (year, year - 1)
    ]
    return render(request, "persoonlijk_plan/keuzes.html", {"years": years, "least": LEAST})


def _step(
    request: CaseRequest, dossier: Dossier, rounds: list[Leerroutekeuze]
) -> tuple[str, Any, Vergelijking | None]:
    """Which step it is, its form for who may take it, and the comparison once it is open."""
    latest = rounds[0] if rounds else None
    typed = request.POST or None
    may = request.actor.rol in JUDGES and request.actor.may(Recht.VASTLEGGEN)
    if latest is None or (not latest.loopt and _again(request, latest)):
        return "oordeel", OordeelForm(typed) if may else None, None
    now = _compared(dossier, request.today)
    first = {"versie": latest.versie}
    if not latest.keuze:
        form = KeuzeForm(typed, vergelijking=now, initial=first) if may and now else None
        return "keuze", form, now
    if latest.blik == Leerroutekeuze.Blik.NODIG:
        other = may and request.actor.medewerker_id != latest.keuze_door_id
        return "blik", BlikForm(typed, initial=first) if other else None, now
    return "af", None, now


def _again(request: CaseRequest, latest: Leerroutekeuze) -> bool:
    """Whether a new round begins: where a colleague did not agree, or where one is asked for."""
    return not latest.af or "opnieuw" in request.GET


def _compared(dossier: Dossier, on: date) -> Vergelijking | None:
    """The comparison; None where the law of this municipality cannot answer for this day."""
    try:
        return compare(dossier, on=on)
    except LawError:
        return None


def _take(
    request: CaseRequest, dossier: Dossier, latest: list[Leerroutekeuze], *, stap: str, form: Any
) -> None:
    """Take the step, and say what was kept. Errors: those of the action."""
    when, given = {"on": request.today, "at": request.now}, form.cleaned_data
    with transaction.atomic():
        if stap == "oordeel":
            judge(dossier.pk, form.oordeel, **when)
            told = _("Uw oordeel is vastgelegd. Hieronder staat nu het advies.")
        elif stap == "keuze":
            choose(latest[0].pk, form.keuze, versie=given["versie"], **when)
            told = _("De keuze is vastgelegd.")
        else:
            eens, reden = given["eens"] == "ja", given["reden"]
            look_along(latest[0].pk, eens=eens, reden=reden, versie=given["versie"], **when)
            told = _("Uw tweede blik is vastgelegd.")
    messages.success(request, told)
