"""The steps of the ladder: plan the next one, tell how the last went, close without the person."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Recht
from meedoen.dossier import besluiten
from meedoen.dossier.actions.appointments import end_appointment
from meedoen.dossier.actions.diary import DiaryError, lock
from meedoen.dossier.explanation import explain
from meedoen.dossier.forms.appointments import usual_interpreter
from meedoen.dossier.forms.letters import Offered
from meedoen.dossier.gronden import basis_of, known_facts, language_of, verdicts
from meedoen.dossier.letters import LetterError
from meedoen.dossier.models import Afspraak, Dossier, Gebeurtenis
from meedoen.dossier.views.find import dossier_of, of_one_dossier, person_in
from meedoen.dossier.views.writing import gezien_of
from meedoen.intake.actions import ladder as acts
from meedoen.intake.forms.ladder import PlanForm, UitkomstForm, UitnodigingForm, conduct_of
from meedoen.intake.ladder import (
    last_day_of_term,
    open_question,
    refusal_of,
    refusal_to_send,
    stand_of,
    term_over,
)
from meedoen.intake.treden import KINDS, SOORTEN, Verloop
from meedoen.intake.views.ladder import course_of
from meedoen.law.brief_eis import REFUSE
from meedoen.law.brief_file import Brief, brief_kinds
from meedoen.law.motivering import draft
from meedoen.law.presentation import first_up, in_words
from meedoen.logboek.gate import CaseRequest, casework

REFUSED = (DiaryError, NotAllowedError)


@casework(Recht.VOORSTELLEN, verwerking="brieven", doel="iemand vragen voor de brede intake")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def plan(request: CaseRequest, pk: int, kind: str) -> HttpResponse:
    """The talk and its letter in one form; then the letter is there to sign."""
    if kind not in KINDS:
        raise Http404
    dossier, chosen = dossier_of(request, pk), brief_kinds()[kind]
    verloop, stand = course_of(dossier), stand_of(dossier, on=request.today)
    basis = basis_of(dossier, chosen, on=request.today)
    form = PlanForm(
        chosen,
        _offered(request, dossier, chosen),
        request.POST if request.method == "POST" else None,
        now=request.now,
        initial={
            **usual_interpreter(person_in(dossier)),
            "laatste_dag": last_day_of_term(stand, on=request.today),
            "gedraging": conduct_of(verloop.laatste),
        },
    )
    if request.method == "POST" and form.is_valid():
        made = _planned(request, dossier, form, oproep=_number(stand.fact("oproepen_verstuurd")))
        if made is not None:
            return made
    stops = verdicts(chosen, basis)
    context = {
        "dossier": dossier,
        "kind": chosen,
        "form": form,
        "gezien": gezien_of(request) if request.method == "POST" else dossier.laatste_nummer,
        "refusal": refusal_to_send(kind, stand),
        "refused": [each for each in stops if each[0] == REFUSE],
        "asks": [each for each in stops if each[0] != REFUSE],
        "no_mandate": besluiten.no_mandate(dossier.gemeente_id, chosen, on=request.today),
    }
    return render(request, "intake/plan.html", context, status=400 if form.errors else 200)


def _number(sent: int | None) -> int:
    return (sent or 0) + 1


def _offered(request: CaseRequest, dossier: Dossier, kind: Brief) -> Offered:
    """What the rules offer this letter."""
    basis = basis_of(dossier, kind, on=request.today)
    facts = known_facts(dossier, basis, on=request.today, at=request.now)
    said = [
        (name, f"{first_up(each.text)}: {in_words(each.value.plain(), each.value.kind)}")
        for name, each in basis.findings.items()
    ]
    return Offered(
        facts=facts if kind.is_besluit else (),
        outcomes=said,
        motivering=draft(basis.findings) if kind.is_besluit else "",
        language=language_of(dossier, kind),
    )


def _planned(
    request: CaseRequest, dossier: Dossier, form: PlanForm, *, oproep: int
) -> HttpResponse | None:
    """The letter that is ready to sign; None where something must be mended."""

    def write() -> HttpResponse:
        made = acts.plan(dossier.pk, form.chosen(oproep), on=request.today, at=request.now)
        messages.success(request, _("De afspraak is gemaakt. Onderteken en verstuur nu de brief."))
        return redirect("dossier:brief", pk=dossier.pk, besluit=made.pk)

    try:
        return _once(request, dossier, write)
    except LetterError as error:
        form.refuse(error)
    except REFUSED as error:
        form.letter.add_error(None, str(error))
    return None


def _once(
    request: CaseRequest, dossier: Dossier, write: Callable[[], HttpResponse]
) -> HttpResponse:
    """Write unless somebody took a step since the page was made: then that is told.

    The own second click is no error: the step was taken. Errors: DiaryError names the colleague.
    """
    with transaction.atomic():
        lock(dossier.pk)
        newer = (
            Gebeurtenis.objects.filter(
                dossier=dossier, soort__in=SOORTEN, nummer__gt=gezien_of(request)
            )
            .select_related("medewerker")
            .order_by("-nummer")
            .first()
        )
        if newer is None:
            return write()
    if newer.medewerker_id == request.actor.medewerker_id:
        return redirect("intake:ladder", pk=dossier.pk)
    who = newer.medewerker.naam if newer.medewerker else "Meedoen"
    text = _("%(wie)s zette intussen een stap. Kijk eerst op de pagina Intake hoe het nu staat.")
    raise DiaryError(text % {"wie": who})


@casework(
    Recht.VASTLEGGEN, verwerking="dossiervoering", doel="vastleggen hoe een oproep is afgelopen"
)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def outcome(request: CaseRequest, pk: int) -> HttpResponse:
    """How the last time went: of a summons a judgement, of an invitation only whether one came."""
    dossier = dossier_of(request, pk)
    verloop, stand = course_of(dossier), stand_of(dossier, on=request.today)
    asked = verloop.laatste
    if asked is None or not open_question(asked, stand):
        messages.info(request, refusal_of(stand) or _("Er is nog niemand gevraagd."))
        return redirect("intake:ladder", pk=pk)
    typed = request.POST if request.method == "POST" else None
    form = UitkomstForm(typed, over=term_over(stand)) if asked.is_oproep else UitnodigingForm(typed)
    if request.method == "POST" and form.is_valid():
        try:
            return _once(request, dossier, lambda: _told(request, dossier, verloop, form=form))
        except REFUSED as error:
            form.add_error(None, str(error))
    context = {
        "dossier": dossier,
        "gevraagd": asked,
        "form": form,
        "gezien": gezien_of(request) if request.method == "POST" else dossier.laatste_nummer,
    }
    return render(request, "intake/uitkomst.html", context, status=400 if form.errors else 200)


def _told(
    request: CaseRequest,
    dossier: Dossier,
    verloop: Verloop,
    *,
    form: UitkomstForm | UitnodigingForm,
) -> HttpResponse:
    asked, now = verloop.laatste, {"on": request.today, "at": request.now}
    if asked is not None and isinstance(form, UitkomstForm):
        acts.judge(dossier.pk, asked, form.oordeel, on=request.today, at=request.now)
    elif asked is not None and asked.afspraak is not None:
        how = Afspraak.Uitkomst(form.cleaned_data["uitkomst"])
        end_appointment(asked.afspraak.pk, how, versie=asked.afspraak.versie, **now)
    messages.success(request, _("Vastgelegd hoe het ging."))
    return redirect("intake:ladder", pk=dossier.pk)


@casework(
    Recht.VASTLEGGEN,
    verwerking="dossiervoering",
    doel="de brede intake afmaken zonder de persoon",
)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def absent(request: CaseRequest, pk: int) -> HttpResponse:
    """Close the intake without the person; the finding stands above the button."""
    dossier = dossier_of(request, pk)
    error, status = "", 200
    if request.method == "POST":

        def write() -> HttpResponse:
            acts.complete_in_absence(dossier.pk, on=request.today, at=request.now)
            messages.success(request, _("De brede intake is klaar. Maak nu het PIP."))
            return redirect("intake:ladder", pk=pk)

        try:
            return _once(request, dossier, write)
        except REFUSED as refused:
            error, status = str(refused), 400
    found = explain(dossier, "oproep.voltooien_in_afwezigheid", on=request.today)
    context = {
        "dossier": dossier,
        "found": found,
        "error": error,
        "allowed": found.answer == "ja",
        "gezien": gezien_of(request) if request.method == "POST" else dossier.laatste_nummer,
    }
    return render(request, "intake/afwezig.html", context, status=status)
