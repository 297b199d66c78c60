"""Documents, appointments and promises, as the copy of AVG 15 tells them."""

from datetime import date
from typing import Any

from django.utils.timezone import localdate

from meedoen.dossier.chain import moment
from meedoen.dossier.models import Afspraak, Document, Toezegging, Uitstel


def day_of(value: date | None) -> str | None:
    """A day as the copy writes it."""
    return None if value is None else value.isoformat()


def document_of(row: Document) -> dict[str, Any]:
    """A file: what it is called, and the hash by which it is known."""
    return {
        "naam": row.naam,
        "soort": row.mediatype,
        "bytes": row.grootte,
        "toegevoegd_op": day_of(localdate(row.toegevoegd_at)),
        "sha256": bytes(row.sha256).hex(),
    }


def talk_of(row: Afspraak) -> dict[str, Any]:
    """An appointment, and how it went."""
    return {
        "onderwerp": row.onderwerp,
        "begint": moment(row.begint_at),
        "eindigt": moment(row.eindigt_at),
        "plaats": row.plaats,
        "tolk": str(row.get_tolk_display()),
        "uitkomst": str(row.get_uitkomst_display()),
    }


def promise_of(row: Toezegging) -> dict[str, Any]:
    """What was promised to whom, and how it ended."""
    return {
        "aan": row.aan,
        "wat": row.wat,
        "uiterlijk_op": day_of(row.uiterlijk_op),
        "stand": str(row.get_stand_display()),
        "toelichting": row.toelichting,
    }


def put_off_of(row: Uitstel) -> dict[str, Any]:
    """Work about the person that was put off, and why."""
    return {"werk": row.signaal, "tot": day_of(row.tot), "reden": row.reden}
