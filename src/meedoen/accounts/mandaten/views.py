"""The screens of mandates: all of them, recording one for a role, and ending one."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.actions import AccountError
from meedoen.accounts.gate import StaffRequest, office
from meedoen.accounts.mandaten import queries
from meedoen.accounts.mandaten.actions import Mandaat, end, record
from meedoen.accounts.mandaten.forms import GeefForm, StopForm
from meedoen.accounts.roles import Recht, Rol

DOEL = "vastleggen wie namens het college ondertekent"
DAY = timedelta(days=1)
reading = office(Recht.RECHTEN_BEHEREN, Recht.TOEGANG_NAZIEN, doel=DOEL)
changing = office(Recht.RECHTEN_BEHEREN, doel=DOEL)
both = require_http_methods(["GET", "POST"])


@reading
@require_safe
def overview(request: StaffRequest) -> HttpResponse:
    """Which role signs what, now, later and before; and what nobody may sign."""
    told = {
        "mandaten": queries.overview(request.gemeente.pk, on=request.today),
        "rollen": queries.roles(),
        "may": request.actor.may(Recht.RECHTEN_BEHEREN),
    }
    return render(request, "mandaten/lijst.html", told)


@changing
@both
def give(request: StaffRequest, rol: str) -> HttpResponse:
    """Record what the college decided for one role."""
    who = next((each for each in queries.roles() if each.value == rol), None)
    if who is None:
        raise Http404
    offered = queries.to_give(request.gemeente.pk, who, on=request.today)
    form = GeefForm(_sent(request), offered=offered, initial={"van": request.today})
    if request.method == "POST" and form.is_valid() and _recorded(request, form, who):
        return redirect("mandaten:lijst")
    told = {"form": form, "rol": who, "offered": offered}
    return render(request, "mandaten/geef.html", told, status=400 if form.errors else 200)


@changing
@both
def stop(request: StaffRequest, mandaat: int) -> HttpResponse:
    """Record that a mandate ends."""
    found = queries.one_of(request.gemeente.pk, mandaat, on=request.today)
    if found is None:
        raise Http404
    form = StopForm(_sent(request))
    if request.method == "POST" and form.is_valid() and _ended(request, form, mandaat):
        messages.success(request, _("Het mandaat stopt. Wat al ondertekend is, blijft geldig."))
        return redirect("mandaten:lijst")
    told = {"form": form, "row": found}
    return render(request, "mandaten/stop.html", told, status=400 if form.errors else 200)


def _sent(request: StaffRequest) -> QueryDict | None:
    """What was typed; a form that was sent empty has errors too."""
    return request.POST if request.method == "POST" else None


def _recorded(request: StaffRequest, form: GeefForm, rol: Rol) -> bool:
    typed = form.cleaned_data
    tot = typed["laatste"] + DAY if typed["laatste"] else None
    mandaat = Mandaat(rol, form.chosen, typed["bron"], van=typed["van"], tot=tot)
    try:
        made = record(request.actor, mandaat, on=request.today, at=request.now)
    except AccountError as error:
        form.add_error(None, str(error))
        return False
    text = ngettext("Het mandaat is vastgelegd.", "%(num)s mandaten zijn vastgelegd.", len(made))
    messages.success(request, text % {"num": len(made)})
    return True


def _ended(request: StaffRequest, form: StopForm, pk: int) -> bool:
    last = form.cleaned_data["laatste"]
    tot = last + DAY if last else request.today
    bron = form.cleaned_data["bron"]
    try:
        end(request.actor, pk, bron, tot=tot, on=request.today, at=request.now)
    except AccountError as error:
        form.add_error(None, str(error))
        return False
    return True
