"""The page with the goals of somebody, and what is done for them."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.dossier.views.writing import Screen, answer, gezien_of
from meedoen.law.doelen import doelenlijst
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.persoonlijk_plan.levend import actions_doelen as actions
from meedoen.persoonlijk_plan.levend.doel_tables import Doel, Planactiviteit
from meedoen.persoonlijk_plan.levend.doelen import doelen_of, from_intake
from meedoen.persoonlijk_plan.levend.forms_doelen import (
    ActiviteitForm,
    DoelenForm,
    DoelForm,
    last_day,
)
from meedoen.persoonlijk_plan.models import Leerroutekeuze
from meedoen.rules.choices import Leerroute

FORM = "persoonlijk_plan/formulier.html"


@casework(Recht.DOSSIERS_ZIEN, verwerking="plan", doel="de doelen van iemand zien")
@of_one_dossier
@require_safe
def show(request: CaseRequest, pk: int) -> HttpResponse:
    """What the intake said, the goals that run with what is done for them, and what ended."""
    dossier = dossier_of(request, pk)
    context = {
        "dossier": dossier,
        "doelen": doelen_of(dossier, on=request.today),
        "lijst": doelenlijst(),
        "z_route": z_route(dossier, on=request.today),
        "may_write": request.actor.may(Recht.VASTLEGGEN),
    }
    return render(request, "persoonlijk_plan/doelen.html", context)


@casework(Recht.VASTLEGGEN, verwerking="plan", doel="doelen in het plan zetten")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def add(request: CaseRequest, pk: int) -> HttpResponse:
    """Choose goals from the list, or write one."""
    dossier = dossier_of(request, pk)
    said = from_intake(dossier, on=request.today)
    hoofddoel = next((b.gezegd.waarde for b in said if b.vraag.naam == "hoofddoel"), "")
    form = DoelenForm(
        request.POST or None,
        themas=doelenlijst().themas_for(hoofddoel),
        z_route=z_route(dossier, on=request.today),
        initial={"van": request.today},
    )
    rows = Doel.objects.filter(dossier=dossier)
    screen = _screen(dossier, form, _("Zet doelen in het plan"), rows=rows)

    def write() -> None:
        when = {"on": request.today, "at": request.now, "gezien": gezien_of(request)}
        actions.set_goals(pk, form.doelen, van=form.cleaned_data["van"], **when)

    return answer(request, screen, write)


@casework(Recht.VASTLEGGEN, verwerking="plan", doel="een doel bijwerken")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def one(request: CaseRequest, pk: int, doel: int) -> HttpResponse:
    """A goal anew, or what became of it."""
    dossier = dossier_of(request, pk)
    rows = Doel.objects.filter(dossier=dossier, pk=doel)
    row = row_of(rows)
    names = ("ik", "van", "einddoel", "stand", "einde_op", "reden")
    first = {name: getattr(row, name) for name in names}
    form = DoelForm(
        request.POST or None,
        z_route=z_route(dossier, on=request.today) or row.einddoel,
        initial=first,
    )
    screen = _screen(dossier, form, _("Werk dit doel bij"), rows=rows)

    def write() -> None:
        when = {"on": request.today, "at": request.now, "gezien": gezien_of(request)}
        actions.change_goal(row, form.nu, **when)

    return answer(request, screen, write)


@casework(Recht.VASTLEGGEN, verwerking="plan", doel="doelen op volgorde zetten")
@of_one_dossier
@require_POST
def up(request: CaseRequest, pk: int, doel: int) -> HttpResponse:
    """A goal one place higher; who was late sees how it stands now."""
    dossier = dossier_of(request, pk)
    row = row_of(Doel.objects.filter(dossier=dossier, pk=doel))
    try:
        actions.move_up(row, on=request.today, at=request.now, gezien=gezien_of(request))
    except StaleError:
        text = _("Een collega veranderde de doelen net. Hieronder staat hoe het nu is.")
        messages.warning(request, text)
    return redirect("plan:doelen", pk=pk)


@casework(Recht.VASTLEGGEN, verwerking="plan", doel="een activiteit in het plan zetten")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def activity(request: CaseRequest, pk: int) -> HttpResponse:
    """What somebody is going to do, for a goal."""
    dossier = dossier_of(request, pk)
    form = ActiviteitForm(
        request.POST or None,
        doelen=_running(dossier),
        initial={"doel": request.GET.get("doel", ""), "van": request.today},
    )
    rows = Planactiviteit.objects.filter(dossier=dossier)
    screen = _screen(dossier, form, _("Zet een activiteit in het plan"), rows=rows)

    def write() -> None:
        when = {"on": request.today, "at": request.now, "gezien": gezien_of(request)}
        actions.agree_activity(pk, form.onderneming, **when)

    return answer(request, screen, write)


@casework(Recht.VASTLEGGEN, verwerking="plan", doel="een activiteit bijwerken")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def activity_again(request: CaseRequest, pk: int, activiteit: int) -> HttpResponse:
    """What somebody does, anew, or until when."""
    dossier = dossier_of(request, pk)
    rows = Planactiviteit.objects.filter(dossier=dossier, pk=activiteit)
    row = row_of(rows)
    first = {name: getattr(row, name) for name in ("soort", "wat", "regelt", "van")}
    first |= {"doel": row.doel_id, "laatste_dag": last_day(row.tot)}
    doelen = _running(dossier, also=row.doel_id)
    form = ActiviteitForm(request.POST or None, doelen=doelen, initial=first)
    screen = _screen(dossier, form, _("Werk deze activiteit bij"), rows=rows)

    def write() -> None:
        when = {"on": request.today, "at": request.now, "gezien": gezien_of(request)}
        actions.change_activity(row, form.onderneming, **when)

    return answer(request, screen, write)


def z_route(dossier: Dossier, *, on: date) -> bool:
    """Whether the plan says the zelfredzaamheidsroute, or it was chosen for the plan."""
    known = facts_of([dossier.pk], on=on, names=["leerroute"]).facts.row()
    if known.get("leerroute") is not None:
        return known["leerroute"] is Leerroute.ZELFREDZAAMHEIDSROUTE
    rows = Leerroutekeuze.objects.filter(dossier=dossier).order_by("-ronde")
    latest = rows.values_list("keuze", flat=True).first()
    return latest == Leerroute.ZELFREDZAAMHEIDSROUTE.value


def _running(dossier: Dossier, *, also: int | None = None) -> list[Doel]:
    """The goals that run, and the one that is named."""
    rows = Doel.objects.filter(dossier=dossier).order_by("volgorde")
    return [row for row in rows if row.stand == Doel.Stand.LOOPT or row.pk == also]


def _screen(dossier: Dossier, form: Any, title: str, *, rows: Any) -> Screen:
    address = reverse("plan:doelen", kwargs={"pk": dossier.pk})
    more = {"titel": title, "deel": "doelen", "terug": address}
    return Screen(
        FORM,
        dossier,
        form,
        more=more,
        there=lambda: rows.filter(**form.row).exists(),
        after=address,
    )


def row_of(rows: Any) -> Any:
    """The one row of a dossier in sight. Errors: Http404."""
    found = rows.first()
    if found is None:
        raise Http404
    return found
