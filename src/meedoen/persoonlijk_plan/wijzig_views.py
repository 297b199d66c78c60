"""What comes before a changed plan: another leerroute, parts of the exam at A2; and the clock."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.diary import DiaryError, record
from meedoen.dossier.explanation import Explanation, explain
from meedoen.dossier.models import Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.law.register import RegisterError
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.persoonlijk_plan.actions import JUDGES
from meedoen.persoonlijk_plan.wijzig_forms import (
    AfschaalForm,
    DerdeForm,
    OntvangenForm,
    ToetsForm,
    WisselForm,
)
from meedoen.persoonlijk_plan.wijzigen import (
    MAG_AFSCHALEN,
    MAG_WISSELEN,
    afschaling_of,
    klok_of,
    wissel_of,
)
from meedoen.rules.parameters import LawError


@casework(Recht.DOSSIERS_ZIEN, verwerking="plan", doel="bekijken of de leerroute anders kan")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def wisselen(request: CaseRequest, pk: int) -> HttpResponse:
    """Until when the leerroute can be another, what becomes of hours and exams, a judgement."""
    dossier, on = dossier_of(request, pk), request.today
    try:
        wissel = wissel_of(dossier, on=on)
    except LawError:
        return _no_number(request, dossier)
    routes = [each.leerroute for each in wissel.overstappen]
    form = WisselForm(_typed(request), routes=routes, today=on) if _may(request) else None
    if _kept(request, pk, "leerroute_wisselen_overwogen", form=form):
        return redirect("plan:wisselen", pk=pk)
    context = {
        "dossier": dossier,
        "wissel": wissel,
        "form": form,
        "waarom": _why(dossier, MAG_WISSELEN, on=on) if wissel.overwogen else None,
    }
    return _page(request, "wisselen", context, wrong=form is not None and bool(form.errors))


@casework(Recht.DOSSIERS_ZIEN, verwerking="plan", doel="bekijken of het examen op A2 kan")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def afschalen(request: CaseRequest, pk: int) -> HttpResponse:
    """Per part of the exam the evidence and the judgement; what may, goes into the plan."""
    dossier, on = dossier_of(request, pk), request.today
    try:
        stand = afschaling_of(dossier, on=on)
    except LawError:
        return _no_number(request, dossier)
    typed, may = _typed(request), _may(request)
    tested = typed is not None and "toets" in request.POST
    oordeel = AfschaalForm(None if tested else typed) if may else None
    toets = ToetsForm(typed if tested else None) if may and stand.toets else None
    for soort, form in (("afschalen_beoordeeld", oordeel), ("objectieve_toets_gedaan", toets)):
        if _kept(request, pk, soort, form=form):
            return redirect("plan:afschalen", pk=pk)
    context = {
        "dossier": dossier,
        "stand": stand,
        "oordeel": oordeel,
        "toets": toets,
        "waarom": _why(dossier, MAG_AFSCHALEN, on=on),
    }
    return _page(request, "afschalen", context, wrong=_wrong(oordeel, toets))


@casework(Recht.DOSSIERS_ZIEN, verwerking="plan", doel="zien wanneer het plan er moet zijn")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def klok(request: CaseRequest, pk: int) -> HttpResponse:
    """Until when the plan can be made, what stops that clock and what does not (Bi 5.3)."""
    dossier, on = dossier_of(request, pk), request.today
    try:
        found = klok_of(dossier, on=on)
    except LawError:
        return _no_number(request, dossier)
    typed, may = _typed(request), _may(request)
    came = typed is not None and "ontvangen" in request.POST
    derde = DerdeForm(None if came else typed) if may else None
    ontvangen = OntvangenForm(typed if came else None, today=on) if may else None
    kept = _kept(request, pk, "informatie_van_derde_nodig", form=derde)
    if kept or _kept(request, pk, "informatie_ontvangen", form=ontvangen):
        return redirect("plan:klok", pk=pk)
    context = {
        "dossier": dossier,
        "klok": found,
        "vandaag": on,
        "derde": derde,
        "ontvangen": ontvangen if found.wacht is True else None,
    }
    return _page(request, "klok", context, wrong=_wrong(derde, ontvangen))


def _typed(request: CaseRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _may(request: CaseRequest) -> bool:
    return request.actor.rol in JUDGES and request.actor.may(Recht.VASTLEGGEN)


def _kept(request: CaseRequest, pk: int, soort: str, *, form: Any) -> bool:
    """Write what was sent in the diary; what cannot be is told at the form."""
    if form is None or not form.is_bound or not form.is_valid():
        return False
    day = form.cleaned_data.get("op") or request.today
    try:
        with transaction.atomic():
            record(pk, soort, form.told, on=day, at=request.now)
    except RegisterError as error:
        for name, text in error.fields.items():
            form.add_error(name if name in form.fields else None, text)
        return False
    except (DiaryError, NotAllowedError) as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, _("Het is vastgelegd. Hieronder staat wat nu geldt."))
    return True


def _why(dossier: Dossier, rule: str, *, on: date) -> Explanation | None:
    try:
        return explain(dossier, rule, on=on)
    except LawError:
        return None


def _wrong(*forms: Form | None) -> bool:
    return any(form is not None and bool(form.errors) for form in forms)


def _no_number(request: CaseRequest, dossier: Dossier) -> HttpResponse:
    """A number that the municipality chooses is not there yet: the rules cannot answer."""
    return render(request, "persoonlijk_plan/zonder_getal.html", {"dossier": dossier})


def _page(
    request: CaseRequest, name: str, context: Mapping[str, Any], *, wrong: bool
) -> HttpResponse:
    status = 400 if wrong else 200
    return render(
        request, f"persoonlijk_plan/{name}.html", {**context, "wrong": wrong}, status=status
    )
