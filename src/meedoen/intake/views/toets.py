"""The leerbaarheidstoets and the hours before the plan: two pages under «Intake»."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.appointments import make_appointment
from meedoen.dossier.actions.diary import lock
from meedoen.dossier.explanation import explain
from meedoen.dossier.forms.appointments import AfspraakForm, usual_interpreter
from meedoen.dossier.models import Afspraak
from meedoen.dossier.views.find import dossier_of, of_one_dossier, person_in
from meedoen.dossier.views.writing import Screen, answer, gezien_of
from meedoen.intake.actions.inspanning import add_effort
from meedoen.intake.forms.inspanning import InspanningForm
from meedoen.intake.inspanning import CURSUS, PARTICIPATIE, inspanningen_of, per_kind
from meedoen.intake.ladder import stand_of
from meedoen.intake.toets import ONDERWERP, toets_of
from meedoen.law.loader import law_for
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.rules.choices import Activiteit


@casework(
    Recht.DOSSIERS_ZIEN, verwerking="dossiervoering", doel="zien wat de leerbaarheidstoets zegt"
)
@of_one_dossier
@require_safe
def toets(request: CaseRequest, pk: int) -> HttpResponse:
    """Who takes the test, when, the result, what it says and what it does not."""
    dossier = dossier_of(request, pk)
    stand = stand_of(dossier, on=request.today)
    context = {
        "dossier": dossier,
        "toets": toets_of(dossier, stand),
        "nodig": explain(dossier, "leerbaarheidstoets.toets_nodig", on=request.today),
        "b1": explain(dossier, "leerbaarheidstoets.b1_haalbaar", on=request.today),
        "may_write": request.actor.may(Recht.VASTLEGGEN),
    }
    return render(request, "intake/toets.html", context)


@casework(Recht.VASTLEGGEN, verwerking="afspraken", doel="de leerbaarheidstoets plannen")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def plan_test(request: CaseRequest, pk: int) -> HttpResponse:
    """The day and place of the test, as an appointment; sent twice, it is made once."""
    dossier = dossier_of(request, pk)
    usual = usual_interpreter(person_in(dossier))
    form = AfspraakForm(request.POST or None, now=request.now, initial=usual)
    del form.fields["onderwerp"]

    def write() -> object:
        columns = form.columns_about(ONDERWERP)
        lock(pk)
        there = Afspraak.objects.filter(
            dossier=dossier, onderwerp=ONDERWERP, begint_at=columns["begint_at"]
        )
        if there.exclude(uitkomst=Afspraak.Uitkomst.AFGEZEGD).exists():
            return None
        return make_appointment(pk, columns, on=request.today, at=request.now)

    after = reverse("intake:toets", kwargs={"pk": pk})
    return answer(request, Screen("intake/toets_plannen.html", dossier, form, after=after), write)


@casework(Recht.VASTLEGGEN, verwerking="dossiervoering", doel="uren van voor het plan vastleggen")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def lesuren(request: CaseRequest, pk: int) -> HttpResponse:
    """Hours before the plan, added up by Meedoen, with what they count for."""
    dossier = dossier_of(request, pk)
    form = InspanningForm(request.POST or None, today=request.today)
    found = inspanningen_of(dossier)
    law = law_for(dossier.gemeente.stelsel, dossier.gemeente_id)

    def write() -> object:
        given, what = form.cleaned_data, Activiteit(form.cleaned_data["activiteit"])
        lock(pk)
        told, seen = (what, given["op"], given["uren"]), gezien_of(request)
        after = (each for each in inspanningen_of(dossier).lines if each.nummer > seen)
        if told in {(each.activiteit, each.op, each.uren) for each in after}:
            return None  # sent twice: the total of the second would differ from the first
        return add_effort(pk, what, given["uren"], on=given["op"], at=request.now)

    more: dict[str, Any] = {
        "lines": found.lines[::-1],
        "kinds": per_kind(found.lines, law, on=request.today),
        "cursus": found.totals[CURSUS],
        "participatie": found.totals[PARTICIPATIE],
    }
    after = reverse("intake:lesuren", kwargs={"pk": pk})
    return answer(
        request, Screen("intake/lesuren.html", dossier, form, more=more, after=after), write
    )
