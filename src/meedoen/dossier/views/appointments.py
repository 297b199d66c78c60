"""Appointments: making one, telling how it went, and the list."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.appointments import end_appointment, make_appointment
from meedoen.dossier.actions.diary import DiaryError, lock
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.forms.appointments import AfspraakForm, UitkomstForm, usual_interpreter
from meedoen.dossier.models import Afspraak, Dossier
from meedoen.dossier.queries import appointments_of, promises_of
from meedoen.dossier.views.find import dossier_of, of_one_dossier, person_in
from meedoen.logboek.gate import CaseRequest, casework


@casework(Recht.DOSSIERS_ZIEN, verwerking="afspraken", doel="afspraken van iemand zien")
@of_one_dossier
@require_safe
def appointments(request: CaseRequest, pk: int) -> HttpResponse:
    """What is to come, the first one first, and what was."""
    dossier = dossier_of(request, pk)
    found = appointments_of(dossier)
    planned = [each for each in found if each.uitkomst == Afspraak.Uitkomst.GEPLAND]
    context = {
        "dossier": dossier,
        "planned": planned[::-1],
        "past": [each for each in found if each.uitkomst != Afspraak.Uitkomst.GEPLAND],
        "beloofd": promises_of(dossier),
        "now": request.now,
        "may_write": request.actor.may(Recht.VASTLEGGEN),
    }
    return render(request, "dossier/afspraken.html", context)


@casework(Recht.VASTLEGGEN, verwerking="afspraken", doel="een afspraak maken")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def make(request: CaseRequest, pk: int) -> HttpResponse:
    """Plan a talk; the interpreter that this person needs is filled in already."""
    dossier = dossier_of(request, pk)
    form = AfspraakForm(
        request.POST or None, now=request.now, initial=usual_interpreter(person_in(dossier))
    )
    if request.method == "POST" and form.is_valid() and _made(request, dossier, form):
        messages.success(request, _("De afspraak is gemaakt."))
        return redirect("dossier:afspraken", pk=pk)
    context = {"dossier": dossier, "form": form}
    status = 400 if form.errors else 200
    return render(request, "dossier/afspraak_nieuw.html", context, status=status)


@casework(
    Recht.DOSSIERS_ZIEN, verwerking="afspraken", doel="een afspraak zien en vertellen hoe die ging"
)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def one(request: CaseRequest, pk: int, afspraak: int) -> HttpResponse:
    """One appointment, and how it went; of two who tell it, the second sees what the first told."""
    dossier = dossier_of(request, pk)
    found = _find(dossier, afspraak)
    form = UitkomstForm(
        request.POST or None,
        begun=found.begint_at <= request.now,
        initial={"versie": found.versie},
    )
    stale = False
    if request.method == "POST" and form.is_valid():
        try:
            _tell(request, found, form)
        except StaleError:
            found = _find(dossier, afspraak)
            stale = found.uitkomst != form.cleaned_data["uitkomst"]
        except DiaryError as error:
            form.add_error(None, str(error))
        if not stale and not form.errors:
            messages.success(request, _("Vastgelegd hoe de afspraak ging."))
            return redirect("dossier:afspraken", pk=pk)
    context = {
        "dossier": dossier,
        "afspraak": found,
        "form": form,
        "stale": stale,
        "versie": found.versie if request.method == "GET" or stale else form["versie"].value(),
        "may_write": request.actor.may(Recht.VASTLEGGEN),
    }
    status = 409 if stale else 400 if form.errors else 200
    return render(request, "dossier/afspraak.html", context, status=status)


def _made(request: CaseRequest, dossier: Dossier, form: AfspraakForm) -> bool:
    """Whether the appointment is there now; sent twice, it is made once."""
    columns = form.columns()
    try:
        with transaction.atomic():
            lock(dossier.pk)
            mine = Afspraak.objects.filter(
                dossier=dossier, medewerker=request.actor.medewerker_id, **columns
            )
            if not mine.exclude(uitkomst=Afspraak.Uitkomst.AFGEZEGD).exists():
                make_appointment(dossier.pk, columns, on=request.today, at=request.now)
    except DiaryError as error:
        form.add_error(None, str(error))
        return False
    return True


def _tell(request: CaseRequest, found: Afspraak, form: UitkomstForm) -> None:
    given = form.cleaned_data
    with transaction.atomic():
        end_appointment(
            found.pk,
            Afspraak.Uitkomst(given["uitkomst"]),
            versie=given["versie"],
            on=request.today,
            at=request.now,
        )


def _find(dossier: Dossier, afspraak: int) -> Afspraak:
    """An appointment of this dossier. Errors: Http404."""
    rows = Afspraak.objects.filter(dossier=dossier, pk=afspraak)
    found: Afspraak | None = rows.select_related("medewerker").first()
    if found is None:
        raise Http404
    return found
