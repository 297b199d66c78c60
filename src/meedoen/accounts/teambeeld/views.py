"""The screen on which a municipality chooses whether the picture of the team is shown."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meedoen.accounts.actions import AccountError
from meedoen.accounts.gate import StaffRequest, office
from meedoen.accounts.roles import Recht
from meedoen.accounts.teambeeld.actions import choose_teambeeld
from meedoen.accounts.teambeeld.forms import TeambeeldForm
from meedoen.accounts.teambeeld.queries import is_shown, versions


@office(Recht.TEAMBEELD_KIEZEN, doel="kiezen of de verdeling van het werk te zien is")
@require_http_methods(["GET", "POST"])
def teambeeld(request: StaffRequest) -> HttpResponse:
    """What holds now, what was chosen, and a new choice."""
    typed = request.POST if request.method == "POST" else None
    form = TeambeeldForm(typed, initial={"van": request.today})
    if form.is_valid() and _chosen(request, form):
        messages.success(request, _("Uw keuze is vastgelegd."))
        return redirect("teambeeld")
    told = {
        "form": form,
        "aan": is_shown(request.gemeente.pk, on=request.today),
        "versies": versions(request.gemeente.pk),
    }
    status = 400 if form.errors else 200
    return render(request, "accounts/teambeeld.html", told, status=status)


def _chosen(request: StaffRequest, form: TeambeeldForm) -> bool:
    typed = form.cleaned_data
    try:
        choose_teambeeld(
            request.actor,
            aan=typed["aan"] == "ja",
            grond=typed["grond"],
            van=typed["van"],
            on=request.today,
            at=request.now,
        )
    except AccountError as error:
        form.add_error(None, str(error))
        return False
    return True
