"""The work list: who needs me today, why, and what do I do?"""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meedoen.accounts.gate import CaseRequest, casework
from meedoen.accounts.roles import Recht
from meedoen.werkplek.queries import FEW, PAGE, TITLES, watch_list


@casework(Recht.DOSSIERS_ZIEN, doel="werk verdelen en termijnen bewaken")
@require_safe
def werklijst(request: CaseRequest) -> HttpResponse:
    """The whole visible caseload, most urgent first; or one group of it, fifty rows a page."""
    only, start = request.GET.get("groep", ""), _start(request.GET.get("vanaf", ""))
    if only and only not in TITLES:
        raise Http404
    groups = watch_list(request.actor, request.gemeente, on=request.today, only=only, start=start)
    chosen = next((group for group in groups if group.name == only), None)
    context = {
        "groepen": groups,
        "gekozen": chosen,
        "vanaf": start,
        "verder": start + PAGE if chosen and start + PAGE < chosen.count else None,
        "terug": max(start - PAGE, 0) if chosen and start else None,
        "few": FEW,
        "total": sum(group.count for group in groups),
        "may_open": request.actor.may(Recht.DOSSIER_OPENEN),
        "sees_all": request.actor.may(Recht.ALLE_DOSSIERS_ZIEN),
    }
    return render(request, "werkplek/werklijst.html", context)


def _start(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
