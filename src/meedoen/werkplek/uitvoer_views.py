"""The work list as a file to take along: a look at everybody who is in it."""

import structlog
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from meedoen.accounts.roles import Recht
from meedoen.accounts.spreadsheet import as_csv, as_xlsx
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.werkplek.uitvoer import HEAD, MOST, TooManyError, Uitvoer, worklist_file
from meedoen.werkplek.views import filter_form

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHEET = "werklijst"
security = structlog.get_logger("meedoen.security")
taking = casework(
    Recht.WERKLIJST_MEENEMEN, verwerking="werklijst", doel="de werklijst als bestand meenemen"
)


@taking
@require_safe
def worklist_csv(request: CaseRequest) -> HttpResponse:
    """The chosen part as CSV, for a Dutch Excel."""
    found = _found(request)
    if isinstance(found, HttpResponse):
        return found
    return _file(request, as_csv([HEAD, *found.rows]), kind="csv", media="text/csv; charset=utf-8")


@taking
@require_safe
def worklist_xlsx(request: CaseRequest) -> HttpResponse:
    """The chosen part as a workbook."""
    found = _found(request)
    if isinstance(found, HttpResponse):
        return found
    return _file(request, as_xlsx(HEAD, found.rows, name=SHEET), kind="xlsx", media=XLSX)


def _found(request: CaseRequest) -> Uitvoer | HttpResponse:
    """What goes in the file; or the page that says why there is none."""
    form = filter_form(request)
    if not form.is_valid():
        told = {"form": form}
        return render(request, "werkplek/uitvoer_fout.html", told, status=400)
    with override(settings.LANGUAGE_CODE):
        words = "; ".join(f"{vraag} {antwoord}" for vraag, antwoord in form.in_words()) or "alles"
    chosen = form.chosen
    try:
        found = worklist_file(
            request.actor, request.gemeente, on=request.today, chosen=chosen, words=words
        )
    except TooManyError as error:
        why = _("Dit zijn %(aantal)s regels. Er passen er %(most)s in een bestand. Kies een deel.")
        messages.error(request, why % {"aantal": error.count, "most": MOST})
        return redirect(reverse("werkplek:werklijst") + chosen.query())
    request.show(*found.persons)
    security.info(
        "worklist_taken",
        by=request.actor.official,
        gemeente=request.gemeente.pk,
        lines=len(found.rows),
        persons=len(found.persons),
    )
    return found


def _file(request: CaseRequest, content: bytes, *, kind: str, media: str) -> HttpResponse:
    name = f"werklijst-{request.gemeente.pk:04}-{request.today.isoformat()}.{kind}"
    return HttpResponse(
        content,
        content_type=media,
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-store",
        },
    )
