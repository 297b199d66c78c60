"""The start position, and closing the brede intake: with a reason where something is missing."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.models import Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.intake.actions.gesprek import close_intake
from meedoen.intake.forms.gesprek import AfrondenForm
from meedoen.intake.gesprek import Compleet, compleet, delen, kader_for, start_of
from meedoen.intake.views.gesprek import VERWERKING
from meedoen.law.register import RegisterError
from meedoen.law.vraag import Kader
from meedoen.logboek.gate import CaseRequest, casework


@casework(Recht.INTAKE_VOEREN, verwerking=VERWERKING, doel="de startpositie zien")
@of_one_dossier
@require_safe
def position(request: CaseRequest, pk: int) -> HttpResponse:
    """Where somebody stood when the intake was closed; before that, what is known until now.

    Special answers never stand on it: it is printed and given.
    """
    dossier = dossier_of(request, pk)
    start = start_of(dossier)
    kader = kader_for(dossier, start.op if start else request.today)
    until = start.nummer if start else None
    found = [
        each
        for each in delen(dossier, kader, special=False, until=until)
        if not each.onderdeel.bijzonder
    ]
    context = {
        "dossier": dossier,
        "kader": kader,
        "start": start,
        "delen": found,
        "compleet": None if start else compleet(dossier, found, on=request.today),
    }
    return render(request, "intake/startpositie.html", context)


@casework(Recht.INTAKE_VOEREN, verwerking=VERWERKING, doel="de brede intake afronden")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def close(request: CaseRequest, pk: int) -> HttpResponse:
    """What is missing, with who can tell it, and going on: nobody is stopped (Wi 14:2)."""
    dossier = dossier_of(request, pk)
    kader = kader_for(dossier, request.today)
    found = delen(dossier, kader, special=request.actor.may(Recht.BIJZONDER))
    now = compleet(dossier, found, on=request.today)
    typed = request.POST if request.method == "POST" else None
    form = AfrondenForm(typed, whole=now.whole)
    if start_of(dossier) is not None:
        return redirect("intake:startpositie", pk=pk)
    if (
        typed is not None
        and form.is_valid()
        and _closed(request, dossier, kader, now=now, form=form)
    ):
        messages.success(request, _("De brede intake is klaar. Dit is de startpositie."))
        return redirect("intake:startpositie", pk=pk)
    context = {"dossier": dossier, "form": form, "compleet": now, "delen": found}
    status = 400 if form.errors else 200
    return render(request, "intake/afronden.html", context, status=status)


def _closed(
    request: CaseRequest, dossier: Dossier, kader: Kader, *, now: Compleet, form: AfrondenForm
) -> bool:
    try:
        with transaction.atomic():
            close_intake(
                dossier.pk,
                now.gaten,
                form.cleaned_data.get("reden", ""),
                kader=kader,
                on=request.today,
                at=request.now,
            )
    except RegisterError as error:
        for name, text in error.fields.items():
            form.add_error(name if name in form.fields else None, text)
    except DiaryError as error:
        form.add_error(None, str(error))
    return not form.errors
