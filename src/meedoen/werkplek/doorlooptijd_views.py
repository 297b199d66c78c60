"""«Doorlopende lijn» of a municipality: how long each step takes, and who stands still now."""

from typing import Any

import structlog
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meedoen.accounts.roles import Recht
from meedoen.accounts.spreadsheet import Cell, as_csv
from meedoen.dossier.finding import for_screen
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.werkplek.doorlooptijd import SILENT, Doorlooptijd, Duur, doorlooptijd_of
from meedoen.werkplek.stappen import stappen_of
from meedoen.werkplek.team import LEAST

MOST = 50  # names on the page
HEAD = (
    *("stap", "jaar", "klaar", "bezig", "gestopt", "kwart klaar na dagen"),
    *("helft klaar na dagen", "driekwart klaar na dagen", "norm in dagen", "langer dan de norm"),
    "stand van",
)
security = structlog.get_logger("meedoen.security")
looking = casework(
    Recht.DOORLOOPTIJD_ZIEN, verwerking="doorlooptijd", doel="zien hoe lang de stappen duren"
)


@looking
@require_safe
def doorlooptijd(request: CaseRequest) -> HttpResponse:
    """The steps against norm and last year, the standstill, and by name who may see them."""
    found = _found(request)
    ids = [dossier for dossier, _days, _fase in found.vast]
    visible = dossiers_visible_to(request.actor, on=request.today).filter(pk__in=ids)
    rows = for_screen(visible, on=request.today) if ids else []
    named: dict[int, Any] = {each.pk: each for each in rows}
    request.show(*(each.persoon_id for each in named.values()))
    context = {
        "gevonden": found,
        "vast": [(named[pk], days, fase) for pk, days, fase in found.vast if pk in named],
        "names": request.actor.may(Recht.ALLE_DOSSIERS_ZIEN),
        "most": MOST,
        "least": LEAST,
        "weken": SILENT // 7,
    }
    return render(request, "werkplek/doorlooptijd.html", context)


@looking
@require_safe
def doorlooptijd_csv(request: CaseRequest) -> HttpResponse:
    """The same numbers as a file; nobody's name is in it."""
    found, rows = _found(request), []
    for each in found.rijen:
        for year, duur in (("laatste jaar", each.nu), ("jaar daarvoor", each.eerder)):
            rows.append((str(each.stap.label), year, *_cells(duur, each.norm), request.today))
    security.info("doorlooptijd_taken", by=request.actor.official, gemeente=request.gemeente.pk)
    name = f"doorlopende-lijn-{request.gemeente.pk:04}-{request.today.isoformat()}.csv"
    return HttpResponse(
        as_csv([HEAD, *rows]),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )


def _cells(duur: Duur, norm: int | None) -> tuple[Cell, ...]:
    """Of few people nothing but how many."""
    if not duur.told:
        return (duur.klaar, duur.bezig, duur.gestopt, None, None, None, norm, None)
    quarters = (duur.kwart, duur.mediaan, duur.driekwart)
    over = duur.boven if norm is not None else None
    return (duur.klaar, duur.bezig, duur.gestopt, *quarters, norm, over)


def _found(request: CaseRequest) -> Doorlooptijd:
    steps = stappen_of(request.gemeente.pk, on=request.today)
    return doorlooptijd_of(steps, request.gemeente, on=request.today, most=MOST)
