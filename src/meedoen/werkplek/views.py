"""The work list: who needs me today? And one dossier: where is this person, and what is next?"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.finding import klantmanagers_of
from meedoen.dossier.forms.on_day import OpDatumForm
from meedoen.dossier.queries import family_of
from meedoen.dossier.views.find import dossier_of, of_one_dossier, person_in
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.werkplek.dossier import dossier_now, summary_of
from meedoen.werkplek.forms import FilterForm
from meedoen.werkplek.queries import FEW, PAGE, watch_list
from meedoen.werkplek.signalen import ALLE_SIGNALEN


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
        signalen=ALLE_SIGNALEN,
        replaces=[each["wie"] for each in request.replaces],
    )


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
