"""The one way to write a fact as text: 2026-03-16, ja, 12, B1-route."""

from __future__ import annotations

import re
from datetime import date

from meedoen.law.reading import WORDS
from meedoen.rules.column import Kind, Meaning, Plain

ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
WHOLE = re.compile(r"0|-?[1-9][0-9]{0,17}")  # what fits in a big integer of the database


def to_plain_json(value: Plain) -> str | None:
    """The canonical text of a plain value; None, the value that is not known, stays None."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int) else str(value.value)


def from_plain_json(kind: Meaning, raw: str) -> Plain:
    """The value of a canonical text. Errors: ValueError, in words for the screen."""
    if not isinstance(kind, Kind):
        found: Plain = next((word for word in kind if word.value == raw), None)
    elif kind is Kind.ANSWER:
        found = WORDS.get(raw)
    elif kind is Kind.DAY:
        found = _day(raw)
    else:
        found = int(raw) if WHOLE.fullmatch(raw) else None
    if found is None:
        raise ValueError(refusal(kind))
    return found


def refusal(kind: Meaning) -> str:
    """What to say to somebody who gave something that is no value of this kind."""
    if not isinstance(kind, Kind):
        return f"Kies een van deze: {'; '.join(kind.words())}."
    if kind is Kind.ANSWER:
        return "Kies ja of nee."
    return "Dit is geen dag. Kijk de datum na." if kind is Kind.DAY else "Vul een heel getal in."


def _day(raw: str) -> date | None:
    try:
        # fromisoformat alone also takes week numbers and days without hyphens
        return date.fromisoformat(raw) if ISO_DAY.fullmatch(raw) else None
    except ValueError:
        return None
