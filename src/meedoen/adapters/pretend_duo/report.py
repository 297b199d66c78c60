"""What stands out in what a client asked, for the page and the conformance report."""

from typing import Any

from meedoen.adapters.pretend_duo.journal import RECEIVED, Journal


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
