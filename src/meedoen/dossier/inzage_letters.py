"""What the copy of AVG 15 says of letters: how each went out, and the objections to it."""

from datetime import date
from typing import Any

from django.utils.timezone import localdate

from meedoen.dossier.models import Besluit, Bezwaar, Dossier, Verzending
from meedoen.law.brief_file import brief_kinds
from meedoen.law.presentation import first_up, spoken


def letters_of(dossier: Dossier) -> list[dict[str, Any]]:
    """The letters of a dossier, the first one first."""
    rows = Besluit.objects.filter(dossier=dossier).prefetch_related("verzendingen", "bezwaren")
    return [_letter(each, dossier.nummer) for each in rows.order_by("pk")]


def _letter(row: Besluit, nummer: str) -> dict[str, Any]:
    kind = brief_kinds().get(row.soort)
    sent = [each for each in row.verzendingen.all() if each.verzonden_at is not None]
    objections = row.bezwaren.all()
    return {
        "wat": kind.title if kind else first_up(spoken(row.soort)),
        "kenmerk": f"{nummer}-{row.pk}",
        "voorgesteld_op": _day(localdate(row.voorgesteld_at)),
        "dagtekening": _day(row.dagtekening),
        "kanaal": row.kanaal,
        "ingetrokken_op": _day(row.ingetrokken_op),
        "bezwaren": [_objection(each) for each in sorted(objections, key=lambda each: each.pk)],
        "verzendingen": [_sending(each) for each in sorted(sent, key=lambda each: each.pk)],
    }


def _sending(row: Verzending) -> dict[str, Any]:
    return {
        "kanaal": row.kanaal,
        "verzonden_op": _day(row.verzonden_op),
        "aangenomen_door": row.aan,
        "teruggekomen_op": _day(row.terug_op),
    }


def _objection(row: Bezwaar) -> dict[str, Any]:
    return {
        "ontvangen_op": _day(row.ontvangen_op),
        "gehoord_op": _day(row.gehoord_op),
        "uitkomst": row.uitkomst,
        "ingetrokken_op": _day(row.ingetrokken_op),
        "beroep_op": _day(row.beroep_op),
        "uitspraak": row.uitspraak,
    }


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
