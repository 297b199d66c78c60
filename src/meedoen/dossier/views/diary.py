"""The Tijdlijn: what happened to somebody, and what was known of it on another day."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Recht
from meedoen.dossier.as_of import AsOf, end_of
from meedoen.dossier.diary_lines import Line, page_of, split_meaning
from meedoen.dossier.facts_table import facts_of, told_by
from meedoen.dossier.forms.on_day import OpDatumForm
from meedoen.dossier.forms.record import HERSTEL
from meedoen.dossier.models import Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.law.presentation import in_words
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.rules.facts import Facts


@casework(Recht.DOSSIERS_ZIEN, verwerking="dossiervoering", doel="lezen wat er met iemand gebeurde")
@of_one_dossier
@require_safe
def timeline(request: CaseRequest, pk: int) -> HttpResponse:
    """The diary, a page at a time; on another day also which facts were known then."""
    dossier = dossier_of(request, pk)
    asked = OpDatumForm(request.GET, today=request.today)
    toen = asked.as_of
    page = page_of(
        dossier,
        special=request.actor.may(Recht.BIJZONDER),
        known_at=toen.known_at,
        first=_number(request.GET.get("tot", "")),
    )
    if any(line.bijzonder for _day, lines in page.days for line in lines):
        request.show(dossier.persoon_id, bijzonder=True)
    context = {
        "dossier": dossier,
        "page": page,
        "asked": asked,
        "toen": toen,
        "known": _known(dossier, toen) if toen.travelled else [],
        "may_write": request.actor.may(Recht.VASTLEGGEN),
        "may_withdraw": request.actor.may(Recht.INTREKKING_VOORSTELLEN),
        "may_give": request.actor.may(Recht.INZAGE_NAKIJKEN),
        "mendable": {
            line.nummer
            for _day, lines in page.days
            for line in lines
            if mendable(line, request.actor)
        },
    }
    return render(request, "dossier/tijdlijn.html", context, status=400 if asked.errors else 200)


def mendable(line: Line, actor: Actor) -> bool:
    """Whether this actor may put a line right: people told it, he may tell it, and reads all of it.

    A line that only takes another back cannot be put right: tell that other thing once more.
    """
    soort = line.soort
    if soort is None or soort.system or soort.name == HERSTEL:
        return False
    told = line.hersteld_door is None and not line.gone and not any(s.kept for s in line.said)
    return told and actor.may(Recht.VASTLEGGEN) and actor.rol.value in soort.roles


def _known(dossier: Dossier, toen: AsOf) -> list[dict[str, Any]]:
    """Every fact that was known on the day, in words, and the line that told it."""
    known_at = toen.known_at or end_of(toen.today)
    row = facts_of([dossier.pk], on=toen.on, known_at=known_at).facts.row()
    lines = told_by(dossier.pk, on=toen.on, known_at=known_at)
    found = [(fact, row[fact.name]) for fact in Facts.all() if fact.name in row]
    return [
        {
            "name": fact.name,
            "what": split_meaning(fact.meaning)[0],
            "value": in_words(value, fact.kind),
            "nummer": lines.get(fact.name),
        }
        for fact, value in found
    ]


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
