"""The page of the mailroom: what waits, a batch to print, and whether it was posted."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier import batch_file
from meedoen.dossier.actions import batches as acts
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.models import Partij
from meedoen.law.brief_file import brief_kinds
from meedoen.law.presentation import first_up, spoken
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.logboek.looks import Vorm

SEE = "zien welke brieven klaarliggen voor de post"
DO = "brieven printen en op de post doen"


@casework(Recht.POST_VERWERKEN, verwerking="brieven", doel=SEE)
@require_safe
def overview(request: CaseRequest) -> HttpResponse:
    """What waits, without names, and the batches of late."""
    return _page(request)


@casework(Recht.POST_VERWERKEN, verwerking="brieven", doel=DO)
@require_POST
def make(request: CaseRequest) -> HttpResponse:
    """Print what waits."""
    try:
        with transaction.atomic():
            partij = acts.make_batch(request.gemeente.code, on=request.today, at=request.now)
    except DiaryError as error:
        return _page(request, refused=str(error), status=409)
    rows = batch_file.letters_of(partij)
    request.show(*(each.dossier.persoon_id for each in rows))
    if not rows:
        messages.error(request, _("Er is niets geprint. Kijk hieronder wat er klaarligt."))
    else:
        text = ngettext(
            "%(aantal)s brief is klaar om te printen.",
            "%(aantal)s brieven zijn klaar om te printen.",
            len(rows),
        )
        messages.success(request, text % {"aantal": len(rows)})
    return redirect("dossier:post")


@casework(Recht.POST_VERWERKEN, verwerking="brieven", doel=DO)
@require_safe
def file(request: CaseRequest, partij: int) -> HttpResponse:
    """The letters and the list, as one file to print."""
    found = Partij.objects.filter(pk=partij, vervallen_at__isnull=True).first()
    if found is None:
        raise Http404
    rows = batch_file.letters_of(found)
    request.show(*(each.dossier.persoon_id for each in rows), vorm=Vorm.BESTAND)
    name = f"post {found.dag.isoformat()} partij {found.pk}.zip"
    header = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    return HttpResponse(
        batch_file.file_of(found, rows),
        content_type="application/zip",
        headers={"Content-Disposition": header},
    )


@casework(Recht.POST_VERWERKEN, verwerking="brieven", doel=DO)
@require_POST
def posted(request: CaseRequest, partij: int) -> HttpResponse:
    """They went into the post on the day that stands on them."""
    return _end(
        request,
        partij,
        act=lambda: acts.posted(partij, at=request.now),
        done=_("De brieven zijn verzonden."),
    )


@casework(Recht.POST_VERWERKEN, verwerking="brieven", doel=DO)
@require_POST
def not_posted(request: CaseRequest, partij: int) -> HttpResponse:
    """They did not: they wait again."""
    return _end(
        request,
        partij,
        act=lambda: acts.not_posted(partij, on=request.today, at=request.now),
        done=_("De brieven liggen weer klaar. Gooi de prints weg: de datum klopt niet meer."),
    )


def _end(
    request: CaseRequest, partij: int, *, act: Callable[[], object], done: str
) -> HttpResponse:
    found = Partij.objects.filter(pk=partij).first()
    if found is None:
        raise Http404
    rows = batch_file.letters_of(found)
    request.show(*(each.dossier.persoon_id for each in rows))
    try:
        with transaction.atomic():
            act()
    except DiaryError as error:
        return _page(request, refused=str(error), status=409)
    messages.success(request, done)
    return redirect("dossier:post")


def _page(request: CaseRequest, *, refused: str = "", status: int = 200) -> HttpResponse:
    code = request.gemeente.code
    rows = list(batch_file.waiting_letters(code)[: acts.MOST])
    request.show(*(each.dossier.persoon_id for each in rows))
    wacht = [(each, batch_file.kenmerk_of(each), _title(each.besluit.soort)) for each in rows]
    partijen = batch_file.batches(code)
    context = {
        "wacht": wacht,
        "meer": batch_file.waiting_letters(code)[acts.MOST :].exists() if rows else False,
        "open": [each for each in partijen if not each.gepost_at and not each.vervallen_at],
        "gepost": [each for each in partijen if each.gepost_at],
        "vandaag": request.today,
        "refused": refused,
    }
    return render(request, "dossier/post.html", context, status=status)


def _title(soort: str) -> str:
    kind = brief_kinds().get(soort)
    return kind.title if kind else first_up(spoken(soort))
