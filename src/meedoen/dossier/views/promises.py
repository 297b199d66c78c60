"""Promises: making one, and telling how it ended. They stand with the appointments."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.diary import DiaryError, lock
from meedoen.dossier.actions.people import StaleError
from meedoen.dossier.actions.promises import end_promise, promise
from meedoen.dossier.forms.promises import AfhandelForm, ToezeggingForm
from meedoen.dossier.models import Dossier, Toezegging
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.logboek.gate import CaseRequest, casework


@casework(Recht.VASTLEGGEN, verwerking="afspraken", doel="een belofte vastleggen")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def make(request: CaseRequest, pk: int) -> HttpResponse:
    """Write down what was promised, so that it comes on the work list."""
    dossier = dossier_of(request, pk)
    form = ToezeggingForm(request.POST or None, today=request.today)
    if request.method == "POST" and form.is_valid() and _made(request, dossier, form):
        messages.success(request, _("De belofte staat op de werklijst tot zij is gedaan."))
        return redirect("dossier:afspraken", pk=pk)
    context = {"dossier": dossier, "form": form}
    status = 400 if form.errors else 200
    return render(request, "dossier/toezegging_nieuw.html", context, status=status)


@casework(Recht.DOSSIERS_ZIEN, verwerking="afspraken", doel="een belofte zien en afhandelen")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def one(request: CaseRequest, pk: int, toezegging: int) -> HttpResponse:
    """One promise, and how it ended; of two who tell it, the second sees what the first told."""
    dossier = dossier_of(request, pk)
    found = _find(dossier, toezegging)
    form = AfhandelForm(request.POST or None, initial={"versie": found.versie})
    stale = False
    if request.method == "POST" and form.is_valid():
        try:
            _end(request, found, form)
        except StaleError:
            found, stale = _find(dossier, toezegging), True
        except DiaryError as error:
            form.add_error(None, str(error))
        if not stale and not form.errors:
            messages.success(request, _("Vastgelegd hoe het afliep."))
            return redirect("dossier:afspraken", pk=pk)
    context = {
        "dossier": dossier,
        "toezegging": found,
        "form": form,
        "stale": stale,
        "may_write": request.actor.may(Recht.VASTLEGGEN),
    }
    status = 409 if stale else 400 if form.errors else 200
    return render(request, "dossier/toezegging.html", context, status=status)


def _made(request: CaseRequest, dossier: Dossier, form: ToezeggingForm) -> bool:
    """Whether the promise is there now; sent twice, it is made once."""
    belofte = form.belofte
    try:
        with transaction.atomic():
            lock(dossier.pk)
            same = Toezegging.objects.filter(
                dossier=dossier,
                stand=Toezegging.Stand.OPEN,
                aan=belofte.aan,
                wat=belofte.wat,
                uiterlijk_op=belofte.uiterlijk_op,
            )
            if not same.exists():
                promise(dossier.pk, belofte, on=request.today, at=request.now)
    except DiaryError as error:
        form.add_error(None, str(error))
        return False
    return True


def _end(request: CaseRequest, found: Toezegging, form: AfhandelForm) -> None:
    given = form.cleaned_data
    with transaction.atomic():
        end_promise(
            found.pk,
            Toezegging.Stand(given["stand"]),
            given["toelichting"],
            versie=given["versie"],
            on=request.today,
            at=request.now,
        )


def _find(dossier: Dossier, toezegging: int) -> Toezegging:
    """A promise of this dossier. Errors: Http404."""
    rows = Toezegging.objects.filter(dossier=dossier, pk=toezegging)
    found = rows.select_related("medewerker", "afgehandeld_door").first()
    if found is None:
        raise Http404
    return found
