"""The page of the week: the picture, the same as a table, what does not fit, care of a child."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.models import Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.dossier.views.writing import Screen, answer, gezien_of
from meedoen.law.weeknorm import weeknorm
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.persoonlijk_plan.levend import actions_week as actions
from meedoen.persoonlijk_plan.levend.forms_week import (
    BezigheidForm,
    OpvangForm,
    typed_block,
    typed_care,
)
from meedoen.persoonlijk_plan.levend.views_doelen import FORM, row_of
from meedoen.persoonlijk_plan.levend.week import week_of
from meedoen.persoonlijk_plan.levend.week_beeld import picture_of
from meedoen.persoonlijk_plan.levend.week_tables import Bezigheid, Kinderopvang

YEARS = (2022, 2119)  # from the law on, as the calendar of the work list


@casework(Recht.DOSSIERS_ZIEN, verwerking="plan", doel="de week van iemand zien")
@of_one_dossier
@require_safe
def show(request: CaseRequest, pk: int) -> HttpResponse:
    """One week; of a week that is not there the page says so."""
    dossier = dossier_of(request, pk)
    asked = request.GET.get("week", "")
    day = _day_of(asked) if asked else request.today
    week = week_of(dossier, day or request.today, on=request.today)
    context = {
        "dossier": dossier,
        "week": week,
        "beeld": picture_of(week.rows),
        "fout": day is None,
        "eerder": _address(dossier, week.monday - timedelta(7)),
        "later": _address(dossier, week.monday + timedelta(7)),
        "norm": weeknorm().uren_veel,
        "may_write": request.actor.may(Recht.VASTLEGGEN),
    }
    status = 400 if day is None else 200
    return render(request, "persoonlijk_plan/week.html", context, status=status)


@casework(Recht.VASTLEGGEN, verwerking="plan", doel="iets in de week zetten")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def add(request: CaseRequest, pk: int) -> HttpResponse:
    """A block of time on one or more days."""
    dossier = dossier_of(request, pk)
    form = BezigheidForm(request.POST or None, initial={"aanvang": request.today})
    rows = Bezigheid.objects.filter(dossier=dossier)
    screen = _screen(dossier, form, _("Zet iets in de week"), rows=rows)

    def write() -> None:
        when = {"on": request.today, "at": request.now, "gezien": gezien_of(request)}
        actions.add_blocks(pk, form.cleaned_data["dagen"], form.blok, **when)

    return answer(request, screen, write)


@casework(Recht.VASTLEGGEN, verwerking="plan", doel="iets in de week veranderen")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def one(request: CaseRequest, pk: int, bezigheid: int) -> HttpResponse:
    """A block anew, or until when."""
    dossier = dossier_of(request, pk)
    rows = Bezigheid.objects.filter(dossier=dossier, pk=bezigheid)
    row: Bezigheid = row_of(rows)
    form = BezigheidForm(request.POST or None, one_day=True, initial=typed_block(row))
    screen = _screen(dossier, form, _("Verander dit in de week"), rows=rows)

    def write() -> None:
        when = {"on": request.today, "at": request.now, "gezien": gezien_of(request)}
        actions.change_block(row, form.cleaned_data["dagen"][0], form.blok, **when)

    return answer(request, screen, write)


@casework(Recht.VASTLEGGEN, verwerking="plan", doel="vastleggen of opvang is geregeld")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def care(request: CaseRequest, pk: int) -> HttpResponse:
    """What is known of care of a child and its allowance."""
    dossier = dossier_of(request, pk)
    rows = Kinderopvang.objects.filter(dossier=dossier)
    form = OpvangForm(request.POST or None, initial=typed_care(rows.first()))
    screen = _screen(dossier, form, _("Opvang voor een kind"), rows=rows)

    def write() -> None:
        when = {"on": request.today, "at": request.now, "gezien": gezien_of(request)}
        actions.tell_care(pk, form.nu, **when)

    return answer(request, screen, write)


def _day_of(text: str) -> date | None:
    """The Monday of a week such as 2026-W48; None where there is no such week."""
    year, _sign, number = text.partition("-W")
    if not (year.isascii() and year.isdigit() and number.isascii() and number.isdigit()):
        return None
    if not YEARS[0] <= int(year) <= YEARS[1]:
        return None
    try:
        return date.fromisocalendar(int(year), int(number), 1)
    except ValueError:
        return None


def _address(dossier: Dossier, monday: date) -> str:
    """Where another week stands; "" where there is none."""
    year, number, _day = monday.isocalendar()
    if not YEARS[0] <= year <= YEARS[1]:
        return ""
    return f"{reverse('plan:week', kwargs={'pk': dossier.pk})}?week={year}-W{number:02}"


def _screen(dossier: Dossier, form: Any, title: str, *, rows: Any) -> Screen:
    address = reverse("plan:week", kwargs={"pk": dossier.pk})
    return Screen(
        FORM,
        dossier,
        form,
        more={"titel": title, "deel": "week", "terug": address},
        there=lambda: rows.filter(**form.row).exists(),
        after=address,
    )
