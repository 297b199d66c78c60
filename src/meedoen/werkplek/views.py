"""The work list: who needs me today?"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.finding import klantmanagers_of
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.werkplek.bronnen import every_signal
from meedoen.werkplek.forms import FilterForm
from meedoen.werkplek.queries import FEW, PAGE, watch_list


@casework(Recht.DOSSIERS_ZIEN, verwerking="werklijst", doel="werk verdelen en termijnen bewaken")
@require_safe
def werklijst(request: CaseRequest) -> HttpResponse:
    """The chosen part of the work in sight, most urgent first; of one group fifty rows a page."""
    form = filter_form(request)
    context: dict[str, Any] = {
        "form": form,
        "lijst": None,
        "chosen": None,
        "gekozen": None,
        "few": FEW,
        "may_open": request.actor.may(Recht.DOSSIER_OPENEN),
        "sees_all": request.actor.may(Recht.ALLE_DOSSIERS_ZIEN),
        "may_take": request.actor.may(Recht.WERKLIJST_MEENEMEN),
    }
    if not form.is_valid():
        return render(request, "werkplek/werklijst.html", context, status=400)
    chosen = form.chosen
    lijst = watch_list(request.actor, request.gemeente, on=request.today, chosen=chosen)
    request.show(*(row.dossier.persoon_id for group in lijst.groups for row in group.rows))
    group = lijst.group(chosen.groep) if chosen.groep else None
    after = chosen.start + PAGE
    context |= {
        "lijst": lijst,
        "chosen": chosen,
        "gekozen": group,
        "verder": after if group and after < group.count else None,
        "terug": max(chosen.start - PAGE, 0) if group and chosen.start else None,
    }
    return render(request, "werkplek/werklijst.html", context)


def filter_form(request: CaseRequest) -> FilterForm:
    """What the address of a page asks of the work list."""
    actor = request.actor
    sees_all = actor.may(Recht.ALLE_DOSSIERS_ZIEN)
    colleagues = klantmanagers_of(actor, on=request.today) if sees_all else []
    return FilterForm(
        request.GET,
        actor=actor,
        colleagues=colleagues,
        signalen=every_signal(),
        replaces=[each["wie"] for each in request.replaces],
    )
