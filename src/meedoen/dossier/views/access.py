"""Opening the dossier of a colleague: for today, with a reason, and always to be seen."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.access import break_glass
from meedoen.dossier.actions.diary import DiaryError, lock
from meedoen.dossier.forms.access import ToegangForm
from meedoen.dossier.models import Dossier
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.logboek.gate import CaseRequest, casework


@casework(
    Recht.INZAGE_VERANTWOORDEN,
    verwerking="toegang_met_reden",
    doel="een dossier van een collega openen, met een reden",
)
@require_POST
def open_with_reason(request: CaseRequest, pk: int) -> HttpResponse:
    """Keep the reason, open the dossier for today, and go on to the page that was asked for."""
    persoon = Dossier.objects.filter(pk=pk).values_list("persoon", flat=True).first()
    if persoon is None:
        raise Http404
    request.show(persoon)
    form = ToegangForm(request.POST)
    back = _back(request, pk)
    if form.is_valid() and _opened(request, pk, form):
        messages.success(request, _("Het dossier is vandaag voor u open. Uw reden is bewaard."))
        return redirect(back)
    context = {"pk": pk, "terug": back, "form": form}
    return render(request, "dossier/toegang.html", context, status=400)


def _opened(request: CaseRequest, pk: int, form: ToegangForm) -> bool:
    """Whether the dossier is open now; sent twice, one reason is kept."""
    try:
        with transaction.atomic():
            lock(pk, also_restricted=True)
            if not dossiers_visible_to(request.actor, on=request.today).filter(pk=pk).exists():
                break_glass(pk, form.cleaned_data["reden"], on=request.today, at=request.now)
    except DiaryError as error:
        form.add_error("reden", str(error))
        return False
    return True


def _back(request: CaseRequest, pk: int) -> str:
    """The page that was asked for, if it is one of ours; else that of the person."""
    asked = request.POST.get("terug", "")
    ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    if ours and asked.startswith(reverse("dossier:lijst")):
        return asked
    return reverse("dossier:persoon", kwargs={"pk": pk})
