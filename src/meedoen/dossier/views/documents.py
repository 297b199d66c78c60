"""The files of a dossier: adding one, and taking one along. Nothing in a file is ever executed."""

import hashlib
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.diary import lock
from meedoen.dossier.actions.documents import add_document
from meedoen.dossier.file_kind import FileRefusedError
from meedoen.dossier.forms.documents import DocumentForm
from meedoen.dossier.models import Document, Documentinhoud, Dossier
from meedoen.dossier.queries import documents_of
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.dossier.views.writing import gezien_of
from meedoen.logboek.gate import CaseRequest, casework

# A file is data: it may not load, run or show anything of its own in our address.
CLOSED = "default-src 'none'; sandbox; frame-ancestors 'none'"
KINDS = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}


def as_pdf(pdf: bytes, name: str) -> HttpResponse:
    """A PDF that is not kept, to be saved and read outside our address."""
    headers = {
        "Content-Disposition": content_disposition_header(True, name) or "attachment",
        "Content-Security-Policy": CLOSED,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


@casework(
    Recht.DOSSIERS_ZIEN, verwerking="documenten", doel="documenten van iemand zien of toevoegen"
)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def documents(request: CaseRequest, pk: int) -> HttpResponse:
    """The files, newest first, and a form for one more."""
    dossier = dossier_of(request, pk)
    form = DocumentForm()
    if request.method == "POST":
        request.actor.must(Recht.VASTLEGGEN)
        form = DocumentForm(request.POST, request.FILES)
        _say_too_large(request, form)
        if form.is_valid() and _added(request, dossier, form):
            messages.success(request, _("Het document is toegevoegd."))
            return redirect("dossier:documenten", pk=pk)
    context = {
        "dossier": dossier,
        "documenten": documents_of(dossier),
        "kinds": KINDS,
        "form": form,
        "gezien": dossier.laatste_nummer,
        "may_write": request.actor.may(Recht.VASTLEGGEN),
    }
    return render(request, "dossier/documenten.html", context, status=400 if form.errors else 200)


@casework(Recht.DOSSIERS_ZIEN, verwerking="documenten", doel="een document van iemand lezen")
@of_one_dossier
@require_safe
def document(request: CaseRequest, pk: int, document: int) -> HttpResponse:
    """One file, to be saved: never opened in the browser as a page of ours."""
    dossier = dossier_of(request, pk)
    there = Q(dossier=dossier) | Q(dossier__samengevoegd_met=dossier)
    rows = Documentinhoud.objects.filter(there, document=document)
    found = rows.select_related("document").first()
    if found is None:
        raise Http404
    file = found.document
    return HttpResponse(
        bytes(found.bytes),
        content_type=file.mediatype,
        headers={
            "Content-Disposition": content_disposition_header(True, file.naam) or "attachment",
            "Content-Security-Policy": CLOSED,
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )


def _say_too_large(request: CaseRequest, form: DocumentForm) -> None:
    """A file above the limit of the server never arrives: say that, not that it is missing."""
    length = request.META.get("CONTENT_LENGTH", "")
    most = settings.FILE_UPLOAD_MAX_MEMORY_SIZE
    if not request.FILES and length.isdigit() and int(length) > most:
        form.fields["bestand"].error_messages["required"] = _(
            "Dit bestand is te groot. Kies een bestand van hooguit 10 MB."
        )


def _added(request: CaseRequest, dossier: Dossier, form: DocumentForm) -> bool:
    """Whether the file is in the dossier now; sent twice, it is kept once."""
    file: Any = form.cleaned_data["bestand"]
    content = file.read()
    try:
        with transaction.atomic():
            lock(dossier.pk)
            if not _there(request, dossier, content):
                add_document(dossier.pk, file.name, content, on=request.today, at=request.now)
    except FileRefusedError as error:
        form.add_error("bestand", str(error))
        return False
    return True


def _there(request: CaseRequest, dossier: Dossier, content: bytes) -> bool:
    """Did this official add this very file after the form was made?"""
    return Document.objects.filter(
        dossier=dossier,
        sha256=hashlib.sha256(content).digest(),
        toegevoegd_door=request.actor.medewerker_id,
        gebeurtenis__nummer__gt=gezien_of(request),
    ).exists()
