"""What stands out in what a client asked, for the page and the conformance report."""

from typing import Any

from meedoen.adapters.pretend_duo.journal import RECEIVED, Journal
from meedoen.law.duo_events import duo_event

# What DUO says to read next after an event, by the name that the question has here.
QUESTIONS = {
    "toets": "lbt_resultaten",
    "examen": "examens",
    "vrijstelling": "vrijstellingen",
    "ontheffing": "ontheffingen",
    "verlenging": "verlengingen",
    "boete": "boetes",
}


def what_was_asked(journal: Journal) -> dict[str, Any]:
    """How many questions, with which answers, and what was wrong with their headers."""
    received = {
        kind.removeprefix(f"{RECEIVED} "): count
        for kind, count in sorted(journal.counted.items())
        if kind.startswith(RECEIVED)
    }
    asked = [e for e in journal.last() if e.kind == RECEIVED]
    wrong = {text for entry in asked for text in entry.remarks}
    return {
        "vragen": sum(received.values()),
        "antwoorden": received,
        "opmerkingen": {t: n for t, n in sorted(journal.remarks.items()) if t in wrong},
    }


def asked_after(journal: Journal, code: str, about: int) -> dict[str, Any]:
    """Whether what DUO says to read after this event was asked about this person (V-nummer)."""
    wanted = [QUESTIONS.get(name, name) for name in duo_event(code).ask]
    asked = [
        e.question for e in reversed(journal.last()) if e.kind == RECEIVED and e.about == about
    ]
    return {
        "gebeurtenis": code,
        "gevraagd": list(dict.fromkeys(asked)),
        "niet_gevraagd": [name for name in wanted if name not in asked],
    }
