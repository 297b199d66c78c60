"""One dossier: where is this person, what is next, and how was it on another day?"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.as_of import AsOf
from meedoen.dossier.doubles import doubles_of
from meedoen.dossier.forms.on_day import OpDatumForm
from meedoen.dossier.models import Gezinslid
from meedoen.dossier.queries import family_of
from meedoen.dossier.views.find import dossier_of, of_one_dossier, person_in
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.werkplek.dossier import DossierNow, dossier_now


@casework(
    Recht.DOSSIERS_ZIEN,
    verwerking="dossiervoering",
    doel="zien waar iemand staat en wat de volgende stap is",
)
@of_one_dossier
@require_safe
def dossier(request: CaseRequest, pk: int) -> HttpResponse:
    """The line, what is next, what is missing and what comes; on another day as it was then."""
    found = dossier_of(request, pk)
    asked = OpDatumForm(request.GET, today=request.today)
    toen = asked.as_of
    now = dossier_now(found, request.actor, toen)
    lijkt_op = [] if toen.travelled else doubles_of(found, request.actor, on=request.today)
    request.show(*(each.persoon_id for each in lijkt_op))
    context = {
        "dossier": found,
        "now": now,
        "may_merge": request.actor.may(Recht.SAMENVOEGEN_VOORSTELLEN),
        "lijkt_op": lijkt_op,
        "uitleg": _in_words(now),
        "asked": asked,
        "toen": toen,
        "family": _family(request, found, toen),
        "may_ask_duo": request.actor.may(Recht.BERICHTEN_ZIEN) and not toen.travelled,
        "may_write": request.actor.may(Recht.VASTLEGGEN) and not toen.travelled,
    }
    return render(request, "werkplek/dossier.html", context, status=400 if asked.errors else 200)


def _family(request: CaseRequest, found: Any, toen: AsOf) -> list[Gezinslid] | None:
    """Who stands beside; None under safe contact of today: then family is closed."""
    if found.veilig_contact:
        return None
    family = family_of(person_in(found), on=toen.on, today=toen.today)
    request.show(*(each.persoon_id for each in family))
    return family


def _in_words(now: DossierNow) -> dict[str, Any]:
    """The words that a reader of the picture hears: how many stations, and what stood still."""
    return {
        "klaar": sum(each.reached for each in now.stations),
        "alle": len(now.stations),
        "stil": [each.words for each in now.lijn.stiltes],
    }
