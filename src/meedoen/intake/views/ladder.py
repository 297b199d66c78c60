"""«Intake» of a dossier: how somebody was asked, what came of it, and what comes next."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.models import Afspraak, Besluit, Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier, person_in
from meedoen.intake.ladder import (
    Stand,
    next_step,
    open_question,
    refusal_of,
    stand_of,
)
from meedoen.intake.treden import KINDS, TREDEN, Trede, Verloop, verloop_of
from meedoen.law.brief_file import brief_kinds
from meedoen.logboek.gate import CaseRequest, casework

SEE = "zien hoe iemand voor de brede intake is gevraagd"


@casework(Recht.DOSSIERS_ZIEN, verwerking="dossiervoering", doel=SEE)
@of_one_dossier
@require_safe
def ladder(request: CaseRequest, pk: int) -> HttpResponse:
    """The rungs, where somebody stands, the next step and why; one button per step."""
    dossier = dossier_of(request, pk)
    verloop, stand = course_of(dossier), stand_of(dossier, on=request.today)
    refused = refusal_of(stand)
    stap = None if refused else next_step(stand, verloop)
    context = {
        "dossier": dossier,
        "persoon": person_in(dossier),
        "verloop": verloop,
        "treden": _rungs(verloop, stand),
        "refused": refused,
        "stap": stap,
        "brief": brief_kinds()[stap.brief] if stap and stap.brief else None,
        "wacht": _waiting(dossier),
        "vertel": open_question(verloop.laatste, stand),
        "may_propose": request.actor.may(Recht.VOORSTELLEN),
        "may_write": request.actor.may(Recht.VASTLEGGEN),
        "may_talk": request.actor.may(Recht.INTAKE_VOEREN),
        "alleen": stand.fact("gewezen_op_gesprek_alleen"),
        "wil_alleen": stand.fact("wil_gesprek_alleen"),
    }
    return render(request, "intake/ladder.html", context)


def course_of(dossier: Dossier) -> Verloop:
    """The course of asking, with its appointments."""
    talks = Afspraak.objects.filter(dossier=dossier).select_related("medewerker")
    return verloop_of(dossier, talks)


def _waiting(dossier: Dossier) -> Besluit | None:
    """A letter of the ladder that was proposed or signed, and did not go out yet."""
    rows = Besluit.objects.filter(dossier=dossier, soort__in=KINDS, verzonden_at__isnull=True)
    found: Besluit | None = rows.order_by("-pk").first()
    return found


def _rungs(verloop: Verloop, stand: Stand) -> list[dict[str, Any]]:
    """Every rung with what was asked on it; of the last one its day."""
    reached = max((TREDEN.index(each.trede) for each in verloop.gevraagd), default=-1)
    now = TREDEN[reached] if reached >= 0 and verloop.klaar_op is None else None
    skip = stand.fact("verblijfsrecht") is None and not verloop.on(Trede.UITNODIGING)
    return [
        {
            "trede": each,
            "gevraagd": verloop.on(each),
            "nu": each is now,
            "voorbij": TREDEN.index(each) < reached,
        }
        for each in TREDEN
        if each is not Trede.UITNODIGING or not skip
    ]
