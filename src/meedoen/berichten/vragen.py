"""Asking DUO what the table of events names, question by question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from meedoen.ports.duo import Duo
from meedoen.ports.duo_errors import NietBekendError
from meedoen.ports.identity import Bsn

# The question of law.duo_events, and who answers it.
METHODS = {
    "plicht": "inburgeringsplicht",
    "doelgroep": "doelgroep",
    "termijn": "inburgeringstermijn",
    "pip": "pip",
    "examennummer": "examennummer",
    "toets": "toetsresultaten",
    "examen": "examenresultaten",
    "vrijstelling": "vrijstellingen",
    "ontheffing": "ontheffingen",
    "verlenging": "verlengingen",
    "boete": "boetes",
}


def ask(duo: Duo, bsn: Bsn, questions: Iterable[str]) -> Mapping[str, Any]:
    """What DUO answers to each question; None: DUO has nothing of this kind about the person.

    Without a duty, DUO does not know the person at all. Errors: those of ports.duo_errors.
    """
    found: dict[str, Any] = {}
    for name in questions:
        try:
            found[name] = getattr(duo, METHODS[name])(bsn).content
        except NietBekendError:
            if name == "plicht":
                raise
            found[name] = None
    return found
