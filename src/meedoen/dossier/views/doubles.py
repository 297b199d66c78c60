"""Two dossiers that may be of one person: side by side, and saying that they are two people."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.doubles import tell_apart
from meedoen.dossier.forms.doubles import AnderForm
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.logboek.gate import CaseRequest, casework


@casework(
    Recht.VASTLEGGEN, verwerking="dossiervoering", doel="zeggen dat twee dossiers van twee zijn"
)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def apart(request: CaseRequest, pk: int, ander: int) -> HttpResponse:
    """Ask how one knows, and keep it in both dossiers."""
    if pk == ander:
        raise Http404
    dossier, other = dossier_of(request, pk), dossier_of(request, ander)
    form = AnderForm(request.POST if request.method == "POST" else None)
    refused = ""
    if form.is_valid():
        try:
            with transaction.atomic():
                tell_apart(pk, ander, form.cleaned_data["reden"], on=request.today, at=request.now)
        except DiaryError as error:
            refused = str(error)
        else:
            messages.success(request, _("Vastgelegd in beide dossiers: dit zijn twee personen."))
            return redirect("dossier:persoon", pk=pk)
    context = {"dossier": dossier, "ander": other, "form": form, "refused": refused}
    status = 409 if refused else 400 if form.errors else 200
    return render(request, "dossier/ander_persoon.html", context, status=status)
