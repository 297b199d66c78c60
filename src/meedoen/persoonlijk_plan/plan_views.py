"""The plan of somebody on one screen: written in any order, looked at by the rules, proposed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Recht
from meedoen.dossier import besluiten, letters
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.addressee import POST, addressee_of
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.gronden import CARRYING, draft_of
from meedoen.dossier.letter_versions import frozen_texts, texts_of
from meedoen.dossier.letters import LetterError
from meedoen.dossier.models import Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.dossier.views.letters import as_pdf
from meedoen.law.loader import law_for
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.persoonlijk_plan.actions import JUDGES
from meedoen.persoonlijk_plan.inhoud import Verschil, brief_of, verschillen, waarden
from meedoen.persoonlijk_plan.plan_actions import propose_plan, save_plan
from meedoen.persoonlijk_plan.plan_forms import PlanForm, VoorstelForm
from meedoen.persoonlijk_plan.plan_keuring import Keuring, keur
from meedoen.persoonlijk_plan.plan_reading import Stand, kinderen_of, nieuw, stand_of, versies_of
from meedoen.persoonlijk_plan.plan_tables import Plan, Vveafspraak
from meedoen.rules.parameters import LawError
from meedoen.rules.persoonlijk_plan import uiterste_dag

REFUSED = (DiaryError, NotAllowedError, LetterError, LawError)


@dataclass(frozen=True)
class Scherm:
    """What the screen of the plan shows: where it stands, the draft, what the rules say of it."""

    dossier: Dossier
    stand: Stand
    plan: Plan
    keuring: Keuring | None
    uiterlijk: date | None


@casework(Recht.DOSSIERS_ZIEN, verwerking="plan", doel="het persoonlijk plan maken en lezen")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def besluit(request: CaseRequest, pk: int) -> HttpResponse:
    """The draft with every part, and above it what the rules still miss; sending keeps it."""
    scherm = _scherm(request, dossier_of(request, pk))
    form = _form(request, scherm, request.POST if request.method == "POST" else None)
    if request.method != "POST" or form is None:
        return _page(request, scherm, Terug(form))
    if not form.is_valid():
        return _page(request, scherm, Terug(form), status=400)
    when: dict[str, Any] = {"on": request.today, "at": request.now}
    try:
        with transaction.atomic():
            save_plan(pk, form.told, versie=form.cleaned_data["versie"], **when)
    except StaleError:
        return _stale(request, scherm, form)
    except REFUSED as error:
        form.add_error(None, str(error))
        return _page(request, scherm, Terug(form), status=400)
    messages.success(request, _("Het plan is bewaard. Het is nog niet voorgesteld."))
    return redirect("plan:besluit", pk=pk)


@casework(Recht.VOORSTELLEN, verwerking="plan", doel="het persoonlijk plan voorstellen")
@of_one_dossier
@require_POST
def voorstellen(request: CaseRequest, pk: int) -> HttpResponse:
    """Propose the letter of the draft; what no law allows comes back with every reason."""
    scherm = _scherm(request, dossier_of(request, pk))
    vraagt = scherm.keuring is None or scherm.keuring.vraagt_reden
    form = VoorstelForm(request.POST, versie=scherm.plan.versie, vraagt=vraagt)
    if not form.is_valid():
        return _page(request, scherm, Terug(voorstel=form), status=400)
    given = form.cleaned_data
    when: dict[str, Any] = {"on": request.today, "at": request.now}
    try:
        with transaction.atomic():
            made = propose_plan(pk, given.get("reden", ""), versie=given["versie"], **when)
    except StaleError:
        now = _scherm(request, scherm.dossier)
        return _page(request, now, Terug(stale=True), status=409)
    except REFUSED as error:
        form.add_error(None, _every_reason(error))
        return _page(request, scherm, Terug(voorstel=form), status=400)
    messages.success(request, _("De brief staat klaar om te ondertekenen."))
    return redirect("dossier:brief", pk=pk, besluit=made.pk)


@casework(Recht.VOORSTELLEN, verwerking="plan", doel="de brief met het plan vooraf lezen")
@of_one_dossier
@require_safe
def proef(request: CaseRequest, pk: int) -> HttpResponse:
    """The letter as it would look with the draft that is kept. Nothing is written."""
    scherm = _scherm(request, dossier_of(request, pk))
    kind, on = brief_of(scherm.plan), request.today
    try:
        told = waarden(scherm.plan, scherm.stand.geldt)
        made = draft_of(scherm.dossier, kind, told, gronden=CARRYING, on=on, at=request.now)
        pdf = letters.render(
            kind,
            made.waarden,
            addressee_of(scherm.dossier, POST, on=on, draft=True),
            signed=besluiten.unsigned(scherm.dossier, "", on=on),
            at=request.now,
            teksten=texts_of({"teksten": frozen_texts(scherm.dossier.gemeente_id, kind, on=on)}),
        )
    except REFUSED as error:
        messages.error(request, _every_reason(error))
        return redirect("plan:besluit", pk=pk)
    return as_pdf(pdf, f"proef {kind.title}.pdf", inline=True)


@casework(Recht.DOSSIERS_ZIEN, verwerking="plan", doel="zien hoe het plan veranderde")
@of_one_dossier
@require_safe
def versies(request: CaseRequest, pk: int) -> HttpResponse:
    """Every version that a letter told: what changed, who wrote it, when, and the letter."""
    dossier = dossier_of(request, pk)
    found = versies_of(stand_of(dossier, on=request.today))
    return render(request, "persoonlijk_plan/versies.html", {"dossier": dossier, "versies": found})


def _scherm(request: CaseRequest, dossier: Dossier) -> Scherm:
    on = request.today
    stand = stand_of(dossier, on=on)
    known = facts_of([dossier.pk], on=on).facts
    plan = stand.concept or nieuw(dossier, stand, known.row())
    plan.soort, plan.leerroute = stand.soort, stand.leerroute
    try:
        law = law_for(dossier.gemeente.stelsel, dossier.gemeente_id)
        day = uiterste_dag(known, law).value.plain()
        keuring = keur(plan, dossier, on=on, voor=stand.geldt)
    except LawError:  # a number that the municipality chooses is not there yet
        return Scherm(dossier, stand, plan, None, None)
    return Scherm(dossier, stand, plan, keuring, day if isinstance(day, date) else None)


def _may(request: CaseRequest) -> bool:
    return request.actor.rol in JUDGES and request.actor.may(Recht.VASTLEGGEN)


def _form(request: CaseRequest, scherm: Scherm, typed: Any = None) -> PlanForm | None:
    """The form, for who may write it."""
    asiel = scherm.keuring.asiel if scherm.keuring else None
    if not _may(request):
        return None
    on = request.today
    gezin = kinderen_of(scherm.dossier, on=on)
    if typed is None:  # who stands in the plan already is not offered again
        there = {(each.naam, each.geboortejaar) for each in scherm.plan.kinderen}
        gezin = [each for each in gezin if each[1:] not in there]
    return PlanForm(typed, plan=scherm.plan, asiel=asiel, on=on, gezin=gezin)


def _stale(request: CaseRequest, scherm: Scherm, form: PlanForm) -> HttpResponse:
    """What a colleague kept meanwhile, beside what was typed; sending again is a choice."""
    told = form.told
    rows = told.pop("kinderen", None)
    typed = Plan(soort=scherm.plan.soort, leerroute=scherm.plan.leerroute, **told)
    typed.kinderen = (
        scherm.plan.kinderen if rows is None else [Vveafspraak(**each) for each in rows]
    )
    other = tuple(verschillen(typed, scherm.plan))
    data = request.POST.copy()
    data["versie"] = str(scherm.plan.versie)
    return _page(
        request, scherm, Terug(_form(request, scherm, data), None, other, True), status=409
    )


def _every_reason(error: Exception) -> str:
    """A refusal in words, with what is wrong per part."""
    if isinstance(error, LetterError) and error.fields:
        return " ".join([str(error), *error.fields.values()])
    return str(error)


@dataclass(frozen=True)
class Terug:
    """What comes back to the screen: forms with what was typed, and what a colleague did."""

    form: Form | None = None
    voorstel: Form | None = None
    intussen: tuple[Verschil, ...] = ()
    stale: bool = False


def _page(
    request: CaseRequest, scherm: Scherm, terug: Terug = Terug(), *, status: int = 200
) -> HttpResponse:
    keuring, dossier = scherm.keuring, scherm.dossier
    may = request.actor.may(Recht.VOORSTELLEN) and _may(request)
    allowed = scherm.stand.concept is not None and keuring is not None and not keuring.weigert
    vraagt = keuring is not None and keuring.vraagt_reden
    offered = VoorstelForm(versie=scherm.plan.versie, vraagt=vraagt)
    kind = brief_of(scherm.plan)
    context = {
        "dossier": dossier,
        "stand": scherm.stand,
        "plan": scherm.plan,
        "keuring": keuring,
        "uiterlijk": scherm.uiterlijk,
        "vandaag": request.today,
        "brief": kind,
        "form": terug.form or _form(request, scherm),
        "voorstel": terug.voorstel or (offered if allowed else None),
        "may_propose": may,
        "no_mandate": besluiten.no_mandate(dossier.gemeente_id, kind, on=request.today),
        "intussen": terug.intussen,
        "stale": terug.stale,
        "wrong": status == 400,
    }
    return render(request, "persoonlijk_plan/besluit.html", context, status=status)
