"""Saying on the page of a notice that what it asks was done, and putting it back."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from meedoen.accounts.roles import Recht
from meedoen.berichten.forms import GedaanForm
from meedoen.berichten.gedaan_actions import mark_done, put_back
from meedoen.berichten.inbox import VERWERKING
from meedoen.berichten.queries import Row
from meedoen.berichten.views import notice_of, notice_page
from meedoen.dossier.actions.diary import DiaryError
from meedoen.logboek.gate import CaseRequest, casework

DO = "vastleggen dat gedaan is wat een bericht van DUO vraagt"


@casework(Recht.BERICHTEN_ZIEN, verwerking=VERWERKING, doel=DO)
@require_POST
def mark(request: CaseRequest, bericht: int) -> HttpResponse:
    """It was done; or, with `terug`, it is work again."""
    row, form = notice_of(request, bericht), GedaanForm(request.POST)
    if form.is_valid() and _written(request, row, form):
        return redirect("berichten:bericht", bericht=bericht)
    return notice_page(request, row, gedaan=form, status=400)


def _written(request: CaseRequest, row: Row, form: GedaanForm) -> bool:
    back = "terug" in request.POST
    write = put_back if back else mark_done
    note = form.cleaned_data["toelichting"]
    try:
        with transaction.atomic():
            write(row.bericht, note, on=request.today, at=request.now)
    except DiaryError as error:
        form.add_error(None, str(error))
        return False
    if back:
        messages.success(request, _("Het staat weer op de werklijst."))
    else:
        messages.success(request, _("Gedaan. Het is van de werklijst."))
    return True
