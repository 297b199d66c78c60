"""The screens of absence: who replaces whom, arranging it, and ending it early."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.actions import AccountError
from meedoen.accounts.gate import StaffRequest, office
from meedoen.accounts.roles import Recht
from meedoen.accounts.vervanging import queries
from meedoen.accounts.vervanging.actions import Plan, end_replacing, replace_colleague
from meedoen.accounts.vervanging.forms import VervangingForm
from meedoen.accounts.work_tables import Vervanging

arranging = office(Recht.VERVANGING_REGELEN, doel="regelen wie een collega vervangt")
DAY = timedelta(days=1)


@arranging
@require_safe
def overview(request: StaffRequest) -> HttpResponse:
    """Who replaces whom now and later, and who did."""
    told = {
        "vervangingen": queries.overview(request.actor, on=request.today),
        "everybody": request.actor.may(Recht.VERDELEN),
    }
    return render(request, "vervanging/lijst.html", told)


@arranging
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Arrange that somebody takes over."""
    people = queries.klantmanagers(request.actor.gemeenten, on=request.today)
    oneself = None if request.actor.may(Recht.VERDELEN) else request.actor.official
    form = VervangingForm(
        request.POST or None,
        people=list(people.values_list("pk", "naam")),
        oneself=oneself,
        initial={"van": request.today},
    )
    if request.method == "POST" and form.is_valid() and _made(request, form, oneself):
        messages.success(request, _("De vervanging is geregeld."))
        return redirect("vervanging:lijst")
    told = {"form": form, "oneself": oneself is not None}
    return render(request, "vervanging/nieuw.html", told, status=400 if form.errors else 200)


@arranging
@require_http_methods(["GET", "POST"])
def stop(request: StaffRequest, vervanging: int) -> HttpResponse:
    """End it now; the page says what that means and asks once."""
    found = queries.one_of(request.actor, vervanging, on=request.today)
    if found is None:
        raise Http404
    if request.method == "POST":
        end_replacing(request.actor, found.pk, on=request.today, at=request.now)
        messages.success(request, _("De vervanging is gestopt."))
        return redirect("vervanging:lijst")
    return render(request, "vervanging/stop.html", {"vervanging": found})


def _made(request: StaffRequest, form: VervangingForm, oneself: int | None) -> bool:
    typed = form.cleaned_data
    plan = Plan(
        afwezige=oneself or typed["afwezige"],
        vervanger=typed["vervanger"],
        van=typed["van"],
        tot=typed["laatste"] + DAY,
        reden=Vervanging.Reden(typed["reden"]),
    )
    try:
        replace_colleague(request.actor, plan, on=request.today, at=request.now)
    except AccountError as error:
        form.add_error(None, str(error))
        return False
    return True
