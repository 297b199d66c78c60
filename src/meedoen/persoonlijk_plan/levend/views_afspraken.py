"""The page of the agreements of both sides, and signing the plan."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.file_kind import FileRefusedError
from meedoen.dossier.models import Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.dossier.views.writing import Screen, again, answer, gezien_of
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.persoonlijk_plan.levend import actions_afspraken as actions
from meedoen.persoonlijk_plan.levend.afspraak_tables import Instemming, Planafspraak
from meedoen.persoonlijk_plan.levend.afspraken import afspraken_of
from meedoen.persoonlijk_plan.levend.forms_afspraken import (
    AfspraakForm,
    BesprokenForm,
    TekenForm,
)
from meedoen.persoonlijk_plan.levend.views_doelen import FORM, row_of


@casework(Recht.DOSSIERS_ZIEN, verwerking="plan", doel="de afspraken van het plan zien")
@of_one_dossier
@require_safe
def show(request: CaseRequest, pk: int) -> HttpResponse:
    """What each side does, and whether both agreed with the plan as it is now."""
    dossier = dossier_of(request, pk)
    context = {
        "dossier": dossier,
        "afspraken": afspraken_of(dossier),
        "may_write": request.actor.may(Recht.VASTLEGGEN),
    }
    return render(request, "persoonlijk_plan/afspraken.html", context)


@casework(Recht.VASTLEGGEN, verwerking="plan", doel="een afspraak in het plan zetten")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def add(request: CaseRequest, pk: int) -> HttpResponse:
    """What the newcomer does, and by when."""
    dossier = dossier_of(request, pk)
    form = AfspraakForm(request.POST or None, today=request.today)
    rows = Planafspraak.objects.filter(dossier=dossier)
    screen = _screen(dossier, form, _("Wat gaat deze persoon doen?"), rows=rows)

    def write() -> None:
        when = {"on": request.today, "at": request.now, "gezien": gezien_of(request)}
        actions.agree(pk, form.row["wat"], form.row["uiterlijk_op"], **when)

    return answer(request, screen, write)


@casework(Recht.VASTLEGGEN, verwerking="plan", doel="vragen hoe het gaat met een afspraak")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def one(request: CaseRequest, pk: int, planafspraak: int) -> HttpResponse:
    """How it goes with what the newcomer would do."""
    dossier = dossier_of(request, pk)
    rows = Planafspraak.objects.filter(dossier=dossier, pk=planafspraak)
    row: Planafspraak = row_of(rows)
    first = {"stand": row.stand, "toelichting": row.toelichting}
    form = BesprokenForm(request.POST or None, initial=first)
    screen = _screen(
        dossier,
        form,
        _("Vraag hoe het gaat: %(wat)s") % {"wat": f"\u2068{row.wat}\u2069"},
        rows=rows,
    )

    def write() -> None:
        given = form.row
        when = {"on": request.today, "at": request.now, "gezien": gezien_of(request)}
        stand = Planafspraak.Stand(given["stand"])
        actions.talk_over(row, stand, given["toelichting"], **when)

    return answer(request, screen, write)


@casework(Recht.VASTLEGGEN, verwerking="plan", doel="vastleggen of iemand het plan tekent")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def sign(request: CaseRequest, pk: int) -> HttpResponse:
    """Both agree with the plan, or somebody does not sign now."""
    dossier = dossier_of(request, pk)
    first = {"naam_medewerker": request.actor.naam}
    form = TekenForm(request.POST or None, request.FILES or None, initial=first)
    rows = Instemming.objects.filter(dossier=dossier, gebeurtenis__nummer__gt=gezien_of(request))
    screen = _screen(dossier, form, _("Teken het plan"), rows=rows)

    def write() -> None:
        when = {"on": request.today, "at": request.now, "gezien": gezien_of(request)}
        actions.sign_plan(pk, form.handtekening, **when)

    try:
        return answer(request, screen, write)
    except FileRefusedError as error:
        form.add_error("bestand", str(error))
        return again(request, screen, status=400)


def _screen(dossier: Dossier, form: Any, title: str, *, rows: Any) -> Screen:
    address = reverse("plan:afspraken", kwargs={"pk": dossier.pk})
    return Screen(
        FORM,
        dossier,
        form,
        more={"titel": title, "deel": "afspraken", "terug": address},
        there=lambda: rows.filter(**form.row).exists(),
        after=address,
    )
