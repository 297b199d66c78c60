"""The letters of a dossier as they stood at a moment: signed, sent or withdrawn by then."""

import json
from datetime import datetime

from meedoen.dossier.models import Besluit, Dossier, Gebeurtenis
from meedoen.dossier.queries import besluiten_of

WITHDRAWN = "besluit_ingetrokken"


def besluiten_then(dossier: Dossier, known_at: datetime) -> list[Besluit]:
    """Newest first, in two queries. What came later is left out of these rows; never save one."""
    found = [each for each in besluiten_of(dossier) if each.voorgesteld_at <= known_at]
    withdrawn = _withdrawn(dossier, known_at)
    for each in found:
        if each.pk not in withdrawn:
            each.ingetrokken_op = None
        if each.verzonden_at is not None and each.verzonden_at > known_at:
            each.verzonden_at = each.dagtekening = None
        if each.ondertekend_at is not None and each.ondertekend_at > known_at:
            each.ondertekend_at = each.ondertekend_door = None
    return found


def _withdrawn(dossier: Dossier, known_at: datetime) -> set[int]:
    """Which besluiten were withdrawn by then: a row has only the day, the diary has the moment."""
    lines = Gebeurtenis.objects.filter(
        dossier=dossier, soort=WITHDRAWN, vastgelegd_at__lte=known_at, inhoud__isnull=False
    )
    contents = (json.loads(bytes(each)) for each in lines.values_list("inhoud__bytes", flat=True))
    return {content["details"]["besluit"] for content in contents}
