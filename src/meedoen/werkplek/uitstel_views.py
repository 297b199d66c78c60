"""Putting work of a dossier off until a day, with a reason; and bringing it back."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.promises import Werk, bring_back, put_off
from meedoen.dossier.models import Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.werkplek.item import Item
from meedoen.werkplek.queries import items_in
from meedoen.werkplek.rows import row_of
from meedoen.werkplek.uitstel_form import UitstelForm


@casework(Recht.VASTLEGGEN, verwerking="werklijst", doel="werk uitstellen of terughalen")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def uitstel(request: CaseRequest, pk: int, signaal: str, *, welk: str = "") -> HttpResponse:
    """One piece of work that is there now: put it off, or bring it back."""
    dossier = dossier_of(request, pk)
    item = _item(request, pk, (signaal, welk))
    form = UitstelForm(
        request.POST if "tot_dag" in request.POST else None, dag=item.day, today=request.today
    )
    if request.method == "POST" and _written(request, item, form):
        return redirect("werkplek:werklijst")
    context = {"dossier": dossier, "row": row_of(item, dossier, request.actor), "form": form}
    return render(request, "werkplek/uitstel.html", context, status=400 if form.errors else 200)


def _item(request: CaseRequest, pk: int, wanted: tuple[str, str]) -> Item:
    """The work, as it stands now. Errors: Http404 when it is done or was never there."""
    this = Dossier.objects.filter(pk=pk)
    for item in items_in(this, request.gemeente, on=request.today):
        if (item.signaal.name, item.key) == wanted:
            return item
    raise Http404


def _written(request: CaseRequest, item: Item, form: UitstelForm) -> bool:
    with override("nl"):  # the diary is Dutch whatever language its writer reads
        naam = str(item.signaal.label)
    werk = Werk(item.signaal.name, item.key, item.day, naam)
    try:
        with transaction.atomic():
            if "terug" in request.POST:
                bring_back(item.dossier, werk, on=request.today, at=request.now)
                messages.success(request, _("Het staat weer op de werklijst."))
                return True
            if not form.is_valid():
                return False
            given = form.cleaned_data
            put_off(
                item.dossier,
                werk,
                given["tot"],
                reden=given["reden"],
                on=request.today,
                at=request.now,
            )
            messages.success(request, _("Uitgesteld. Op die dag staat het weer op de werklijst."))
    except DiaryError as error:
        form.add_error(None, str(error))
        return False
    return True
