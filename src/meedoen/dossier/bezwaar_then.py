"""The objections in a dossier as they stood at a moment: without the steps that came later."""

import json
from datetime import date, datetime
from typing import Any

from meedoen.dossier.bezwaar import with_all
from meedoen.dossier.letters_then import besluiten_then
from meedoen.dossier.models import Bezwaar, Dossier, Gebeurtenis

CAME, PUT_OFF = "bezwaar_ontvangen", "bezwaar_uitgesteld"
# What a row holds where a step was not taken yet.
BEFORE: dict[str, dict[str, Any]] = {
    "bezwaar_te_laat_beoordeeld": {"verschoonbaar": None},
    "bezwaar_herstel_gevraagd": {"herstel_gevraagd_op": None, "herstel_voor": None},
    "bezwaar_herstel_voorbij": {"hersteld": None, "herstel_voorbij_op": None},
    "bezwaar_naar_commissie": {"commissie": False},
    "bezwaar_gehoord": {"gehoord_op": None, "gehoord_door": None},
    "bezwaar_niet_gehoord": {"niet_horen": ""},
    "bezwaar_verdaagd": {"verdaagd_op": None},
    PUT_OFF: {"uitgesteld_tot": None, "uitstel_grond": ""},
    "bezwaar_ingetrokken": {"ingetrokken_op": None},
    "bezwaar_beslissing_voorgesteld": {"uitkomst": "", "beslissing": None},
    "beroep_ingesteld": {"beroep_op": None, "rechtbank": ""},
    "beroep_beslist": {"uitspraak_op": None, "uitspraak": ""},
}


def bezwaren_then(dossier: Dossier, *, on: date, known_at: datetime) -> list[Bezwaar]:
    """In order of receipt: what had come by a day, as far as it was recorded at a moment.

    Two queries, and those of the letters where there is an objection. Never save one of these.
    """
    steps = _steps(dossier, on, known_at)
    rows = with_all(Bezwaar.objects.filter(dossier=dossier)).order_by("pk")
    found = [each for each in rows if CAME in steps.get(each.pk, {})] if steps else []
    letters = {each.pk: each for each in besluiten_then(dossier, known_at)} if found else {}
    for each in found:
        _as_then(each, steps[each.pk])
        each.besluit = letters[each.besluit_id]
        if each.beslissing_id is not None:
            each.beslissing = letters.get(each.beslissing_id)
    return found


def _as_then(row: Bezwaar, taken: dict[str, dict[str, Any]]) -> None:
    for soort, before in BEFORE.items():
        if soort not in taken:
            for name, value in before.items():
                setattr(row, name, value)
    until = taken.get(PUT_OFF, {}).get("tot")  # put off once more later on
    if until is not None:
        row.uitgesteld_tot = date.fromisoformat(until)


def _steps(dossier: Dossier, on: date, known_at: datetime) -> dict[int, dict[str, dict[str, Any]]]:
    """Per objection the details of each step that was taken, the last of a soort."""
    lines = Gebeurtenis.objects.filter(
        dossier=dossier,
        soort__in=[CAME, *BEFORE],
        gebeurd_op__lte=on,
        vastgelegd_at__lte=known_at,
        inhoud__isnull=False,
    ).order_by("nummer")
    found: dict[int, dict[str, dict[str, Any]]] = {}
    for soort, content in lines.values_list("soort", "inhoud__bytes"):
        details = json.loads(bytes(content))["details"]
        found.setdefault(details["bezwaar"], {})[soort] = details
    return found
