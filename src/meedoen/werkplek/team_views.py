"""The team: how the work lies over it, where the municipality chose to see that."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meedoen.accounts.roles import Recht
from meedoen.accounts.teambeeld.queries import is_shown
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.werkplek.team import LEAST, SHOWN, team_of


@casework(
    Recht.TEAM_ZIEN, verwerking="werklijst", doel="zien hoe het werk over het team verdeeld is"
)
@require_safe
def team(request: CaseRequest) -> HttpResponse:
    """Counts per klantmanager; no person of the dossiers is shown."""
    shown = is_shown(request.gemeente.pk, on=request.today)
    told: dict[str, Any] = {"team": None, "least": LEAST, "shown": SHOWN}
    if shown:
        told["team"] = team_of(request.actor, request.gemeente, on=request.today)
    return render(request, "werkplek/team.html", told)
