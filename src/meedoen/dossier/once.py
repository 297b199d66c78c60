"""What is sent twice is written once: a double click, a slow line, the back button.

No table of tokens is needed. Every form that writes sends back `gezien`: the last number of the
diary when the form was made. When the same official wrote the very same thing after that number,
the second is taken back. Two different notes, of one official or of two, are both kept.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction

from meedoen.dossier.models import Bijzonder, Gebeurtenis, Inhoud


def written_once(seen: int, write: Callable[[], Gebeurtenis]) -> tuple[Gebeurtenis, bool]:
    """The gebeurtenis that `write` makes, and whether it is new.

    `seen` is the last number of the diary when the form was made. Everything that `write` did is
    rolled back to a savepoint when its twin stands there already; then the twin is given.
    """
    with transaction.atomic():
        made = write()
        twin = _twin_of(made, seen)
        if twin is not None:
            transaction.set_rollback(True)
    return (made, True) if twin is None else (twin, False)


def _twin_of(made: Gebeurtenis, seen: int) -> Gebeurtenis | None:
    """The same thing, written by the same official after `seen`; its number is lower."""
    rows = Gebeurtenis.objects.filter(
        dossier=made.dossier_id,
        soort=made.soort,
        gebeurd_op=made.gebeurd_op,
        medewerker=made.medewerker_id,
        herstelt=made.herstelt,
        nummer__gt=seen,
        nummer__lt=made.nummer,
    )
    said = _said(made)
    return next((row for row in rows.order_by("nummer") if _said(row) == said), None)


def _said(row: Gebeurtenis) -> Mapping[str, Any]:
    """What a gebeurtenis says; of special texts the text itself, for their hashes are salted."""
    content = json.loads(bytes(Inhoud.objects.get(pk=row.pk).bytes))
    if "bijzonder" in content:
        texts = Bijzonder.objects.filter(gebeurtenis=row).values_list("naam", "tekst")
        content["bijzonder"] = dict(texts)
    return dict(content)
