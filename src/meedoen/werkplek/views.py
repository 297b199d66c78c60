"""The work list: who needs me today? And one dossier: where is this person, and what is next?"""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.forms.on_day import OpDatumForm
from meedoen.dossier.queries import family_of
from meedoen.dossier.views.find import dossier_of, of_one_dossier, person_in
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.werkplek.dossier import dossier_now, summary_of
from meedoen.werkplek.queries import FEW, PAGE, TITLES, watch_list


@casework(Recht.DOSSIERS_ZIEN, verwerking="werklijst", doel="werk verdelen en termijnen bewaken")
@require_safe
def werklijst(request: CaseRequest) -> HttpResponse:
    """The whole visible caseload, most urgent first; or one group of it, fifty rows a page."""
    only, start = request.GET.get("groep", ""), _start(request.GET.get("vanaf", ""))
    if only and only not in TITLES:
        raise Http404
    groups = watch_list(request.actor, request.gemeente, on=request.today, only=only, start=start)
    chosen = next((group for group in groups if group.name == only), None)
    request.show(*(row.dossier.persoon_id for group in groups for row in group.rows))
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
    day = asked.day or request.today
    now = dossier_now(found, request.actor, on=day, known_at=asked.known_at)
    family = None if found.veilig_contact else family_of(person_in(found), on=day)  # type: ignore[attr-defined]
    request.show(*(each.persoon_id for each in family or ()))
    context = {
        "dossier": found,
        "now": now,
        "uitleg": summary_of(now),
        "asked": asked,
        "day": day,
        "family": family,
        "may_write": request.actor.may(Recht.VASTLEGGEN),
    }
    return render(request, "werkplek/dossier.html", context, status=400 if asked.errors else 200)


def _start(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
