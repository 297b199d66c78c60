"""The letters of a dossier as they stood at a moment: signed, sent or withdrawn by then."""

import json
from datetime import datetime

from meedoen.dossier.models import Besluit, Dossier, Gebeurtenis, Verzending
from meedoen.dossier.queries import besluiten_of
from meedoen.dossier.sending import current

WITHDRAWN = "besluit_ingetrokken"


def besluiten_then(dossier: Dossier, known_at: datetime) -> list[Besluit]:
    """Newest first, in three queries. What came later is left out of these rows; never save one."""
    found = [each for each in besluiten_of(dossier) if each.voorgesteld_at <= known_at]
    withdrawn = _withdrawn(dossier, known_at)
    for each in found:
        if each.pk not in withdrawn:
            each.ingetrokken_op = None
        for sending in each.verzendingen.all():
            _as_then(sending, known_at)
        last = current(each)
        each.verzonden_at = last.verzonden_at if last else None
        each.dagtekening = last.verzonden_op if last else None
        if each.ondertekend_at is not None and each.ondertekend_at > known_at:
            each.ondertekend_at = each.ondertekend_door = None
    return found


def _as_then(row: Verzending, known_at: datetime) -> None:
    """A sending as it stood; one that was not there yet is neither waiting nor sent."""
    if row.klaargezet_at > known_at:
        row.verzonden_at, row.vervallen_at = None, row.klaargezet_at
        return
    if row.vervallen_at is not None and row.vervallen_at > known_at:
        row.vervallen_at = None
    if row.verzonden_at is not None and row.verzonden_at > known_at:
        row.verzonden_at = row.verzonden_op = None
    if row.partij is not None and row.partij.gemaakt_at > known_at:
        row.partij = None
    if row.terug_at is not None and row.terug_at > known_at:
        row.terug_op = row.bekend = None
    if row.terug_klaar_at is not None and row.terug_klaar_at > known_at:
        row.terug_klaar_at = None


def _withdrawn(dossier: Dossier, known_at: datetime) -> set[int]:
    """Which besluiten were withdrawn by then: a row has only the day, the diary has the moment."""
    lines = Gebeurtenis.objects.filter(
        dossier=dossier, soort=WITHDRAWN, vastgelegd_at__lte=known_at, inhoud__isnull=False
    )
    contents = (json.loads(bytes(each)) for each in lines.values_list("inhoud__bytes", flat=True))
    return {content["details"]["besluit"] for content in contents}
