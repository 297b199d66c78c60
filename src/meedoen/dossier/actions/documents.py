"""Adding files: what a file is, is read from its content; letters that we made are kept alike."""

import hashlib
from datetime import date, datetime

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.dossier.actions.diary import Content, append, lock
from meedoen.dossier.file_kind import PDF, kind_of_file, safe_name
from meedoen.dossier.models import Document, Documentinhoud, Dossier


def add_document(dossier_id: int, naam: str, inhoud: bytes, *, on: date, at: datetime) -> Document:
    """Keep a file that somebody gave. Errors: FileRefusedError for a kind or size."""
    current_actor().must(Recht.VASTLEGGEN)
    mediatype = kind_of_file(inhoud)
    dossier = lock(dossier_id)
    document = _keep(dossier, safe_name(naam, mediatype), inhoud, mediatype=mediatype, at=at)
    details = {"document": document.pk, "sha256": bytes(document.sha256).hex()}
    Document.objects.filter(pk=document.pk).update(
        gebeurtenis=append(dossier, "document_toegevoegd", Content(details=details), on=on, at=at)
    )
    return document


def keep_letter(dossier: Dossier, naam: str, pdf: bytes, *, at: datetime) -> Document:
    """Keep a letter exactly as it goes out; the sending is its gebeurtenis."""
    return _keep(dossier, naam, pdf, mediatype=PDF, at=at)


def _keep(dossier: Dossier, naam: str, inhoud: bytes, *, mediatype: str, at: datetime) -> Document:
    document = Document.objects.create(
        gemeente_id=dossier.gemeente_id,
        dossier=dossier,
        naam=naam,
        mediatype=mediatype,
        grootte=len(inhoud),
        sha256=hashlib.sha256(inhoud).digest(),
        toegevoegd_at=at,
        toegevoegd_door_id=current_actor().medewerker_id,
    )
    Documentinhoud.objects.create(
        document=document, gemeente_id=dossier.gemeente_id, dossier=dossier, bytes=inhoud
    )
    return document
