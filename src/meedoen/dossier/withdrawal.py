"""Data that is not ours to have: what would go, and the verklaring of what went and who saw it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import F
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.chain import moment
from meedoen.dossier.models import Document, Dossier, Gebeurtenis, Intrekking
from meedoen.law.register import register
from meedoen.logboek.queries import Seen, looks_at

DOCUMENT = "document_toegevoegd"
PAGE = 50
SOME = 500  # lines of the log in one read
# What a system soort tells is the work of colleagues here; of those only a file can be withdrawn.
_LETTERS = "SELECT besluit, soort, dag, kanaal FROM dossier_brieven_op(%s)"


@dataclass(frozen=True)
class Going:
    """What would go. `nummers`: of the gebeurtenissen; `since`: when the first of it came in."""

    soort: Intrekking.Soort
    nummers: tuple[int, ...]
    since: datetime
    berichten: tuple[str, ...] = ()
    document: int | None = None
    sha256: bytes = b""


def going_with(dossier: Dossier, nummer: int) -> Going:
    """What goes when this line is withdrawn: with it all that the same message told.

    Errors: DiaryError for a line that has no content, or that Meedoen wrote itself.
    """
    line = _contents(dossier).filter(nummer=nummer).first()
    if line is None:
        raise DiaryError(_("Deze regel is er niet, of de inhoud is al weg."))
    kind, details = register().get(line.soort), _details(line)
    if line.soort == DOCUMENT:
        return _with_document(line, details["document"])
    if kind is None or not kind.told:
        raise DiaryError(_("Deze regel schreef Meedoen zelf. Die kunt u niet intrekken."))
    bericht = details.get("bericht")
    lines = [line] if bericht is None else list(_of_message(dossier, bericht))
    return Going(
        Intrekking.Soort.GEBEURTENIS,
        tuple(each.nummer for each in lines),
        min(each.vastgelegd_at for each in lines),
        () if bericht is None else (bericht,),
    )


def going_whole(dossier: Dossier) -> Going:
    """What goes when the whole dossier does not belong here."""
    lines = list(_contents(dossier))
    told = {_details(line).get("bericht") for line in lines}
    return Going(
        Intrekking.Soort.DOSSIER,
        tuple(line.nummer for line in lines),
        min(line.vastgelegd_at for line in lines),
        tuple(sorted(filter(None, told))),
    )


def withdrawn_on(gemeente: int, *berichten: str) -> date | None:
    """The day on which what one of these messages told was withdrawn, if it was."""
    rows = Intrekking.objects.filter(
        gemeente=gemeente, goedgekeurd=True, berichten__overlap=list(berichten)
    )
    at = rows.values_list("besloten_at", flat=True).first()
    return localdate(at) if at else None


def declaration_of(row: Intrekking, *, until: datetime) -> dict[str, Any]:
    """What the verklaring says for good, as plain JSON; asked for just before the content goes.

    The hash of a gebeurtenis was made with a salt that goes too: it proves that this envelope held
    a content, and tells nothing of it. That of a file is the SHA-256 of its bytes: who still has
    the file can show that it is this one.
    """
    lines = Gebeurtenis.objects.filter(dossier=row.dossier_id, nummer__in=row.nummers)
    return {
        "gebeurtenissen": [
            {
                "nummer": line.nummer,
                "soort": line.soort,
                "dag": line.gebeurd_op.isoformat(),
                "vastgelegd": moment(line.vastgelegd_at),
                "hash": bytes(line.inhoud_hash).hex(),
            }
            for line in lines.order_by("nummer")
        ],
        "bestand": bytes(row.sha256).hex(),
        "gezien": [
            {"wie": look.who, "rol": look.rol, "wat": look.name, "vorm": look.vorm}
            | {"moment": moment(look.at)}
            for look in _seen_by(row, until)
        ],
        "brieven": list(_letters_of(row)),
    }


def read(row: Intrekking) -> dict[str, Any]:
    """The verklaring as it was frozen; of a proposal nothing yet."""
    return dict(json.loads(bytes(row.verklaring) or b"{}"))


def _contents(dossier: Dossier) -> Any:
    rows = Gebeurtenis.objects.filter(dossier=dossier, inhoud__isnull=False)
    return rows.select_related("inhoud").order_by("nummer")


def _details(line: Gebeurtenis) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(bytes(line.inhoud.bytes)).get("details", {})
    return found


def _of_message(dossier: Dossier, bericht: str) -> Iterable[Gebeurtenis]:
    return (line for line in _contents(dossier) if _details(line).get("bericht") == bericht)


def _with_document(line: Gebeurtenis, document: int) -> Going:
    found = Document.objects.get(pk=document, dossier=line.dossier_id)
    return Going(
        Intrekking.Soort.DOCUMENT,
        (line.nummer,),
        line.vastgelegd_at,
        document=found.pk,
        sha256=bytes(found.sha256),
    )


def _seen_by(row: Intrekking, until: datetime) -> Iterator[Seen]:
    """Every look at this person from the delivery on, the first one first."""
    persoon = row.dossier.persoon_id
    found: list[Seen] = []
    before: int | None = None
    while persoon is not None:
        page = looks_at(persoon, gemeente=row.gemeente_id, before=before, most=SOME)
        found += [look for look in page.rows if row.geleverd_at <= look.at <= until]
        before = page.older
        if before is None or page.rows[-1].at < row.geleverd_at:
            break
    return reversed(found)


def _letters_of(row: Intrekking) -> Iterator[dict[str, str]]:
    """The letters that went out and rest on it: who approves sees no more of them than this."""
    with connection.cursor() as cursor:
        cursor.execute(_LETTERS, [row.pk])
        for besluit, soort, dag, kanaal in cursor.fetchall():
            yield {
                "kenmerk": f"{row.dossier.nummer}-{besluit}",
                "soort": soort,
                "dag": dag.isoformat(),
                "kanaal": kanaal,
            }


def withdrawals(start: int = 0) -> tuple[list[Intrekking], bool]:
    """A page of proposals in scope, from row `start`; whether more follow. The open ones first."""
    rows = Intrekking.objects.select_related("dossier", "voorgesteld_door", "besloten_door")
    rows = rows.order_by(F("besloten_at").desc(nulls_first=True), "pk")
    found = list(rows[start : start + PAGE + 1])
    return found[:PAGE], len(found) > PAGE
