"""The screen on which a municipality chooses whether its officials are compared."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meedoen.accounts.actions import AccountError
from meedoen.accounts.gate import StaffRequest, office
from meedoen.accounts.roles import Recht
from meedoen.intake.actions.spreiding import Keuze, choose_spread
from meedoen.intake.forms.spreiding import SpreidingKeuzeForm
from meedoen.intake.spreiding import choice_on, choices


@office(Recht.TEAMBEELD_KIEZEN, doel="kiezen of de spreiding van de intake te zien is")
@require_http_methods(["GET", "POST"])
def choose(request: StaffRequest) -> HttpResponse:
    """What holds now, what was chosen, and a new choice."""
    typed = request.POST if request.method == "POST" else None
    form = SpreidingKeuzeForm(typed)
    if typed is None:
        form.initial = {"van": request.today}
    if form.is_valid() and _chosen(request, form):
        messages.success(request, _("Uw keuze is vastgelegd."))
        return redirect("intake:spreiding_keuze")
    told = {
        "form": form,
        "keuze": choice_on(request.gemeente.pk, on=request.today),
        "versies": choices(request.gemeente.pk),
    }
    status = 400 if form.errors else 200
    return render(request, "intake/spreiding_keuze.html", told, status=status)


def _chosen(request: StaffRequest, form: SpreidingKeuzeForm) -> bool:
    typed = form.cleaned_data
    keuze = Keuze(typed["aan"] == "ja", typed["minste"], typed["grond"], typed["van"])
    try:
        choose_spread(request.actor, keuze, on=request.today, at=request.now)
    except AccountError as error:
        form.add_error(None, str(error))
    return not form.errors
