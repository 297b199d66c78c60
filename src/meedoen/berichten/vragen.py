"""Asking DUO what the table of events names, question by question, and keeping the answers.

What is written down is decided with a dossier in hand, and DUO may take half a minute: so who
writes is handed what was `Asked` before, and says what is `Wanted` where that is not enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from meedoen.ports.duo import Duo
from meedoen.ports.duo_errors import DuoError, NietBekendError
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
    "uren": "gevolgde_uren",  # only before a PIP is withdrawn
}
Ask = Callable[[Bsn, tuple[str, ...]], Mapping[str, Any]]


@dataclass(frozen=True)
class Wanted:
    """What DUO must be asked about somebody."""

    bsn: Bsn
    questions: tuple[str, ...]


class NotAskedError(Exception):
    """DUO must be asked first: `wanted`."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__("not asked")
        self.wanted = wanted


@dataclass(frozen=True)
class Asked:
    """What DUO answered to what was wanted, or the error that it came to; else: nothing yet."""

    wanted: Wanted | None = None
    answers: Mapping[str, Any] = field(default_factory=dict)
    error: DuoError | None = None

    def __call__(self, bsn: Bsn, questions: tuple[str, ...]) -> Mapping[str, Any]:
        """The answers to these questions. Errors: NotAskedError; those of ports.duo_errors."""
        mine = self.wanted is not None and self.wanted.bsn == bsn
        if not mine or not set(questions) <= set(self.wanted.questions if self.wanted else ()):
            raise NotAskedError(Wanted(bsn, questions))
        if self.error is not None:
            raise self.error
        return {name: self.answers[name] for name in questions}


def ask_duo(duo: Duo, wanted: Wanted) -> Asked:
    """Ask, outside every transaction; an error of DUO is kept for who needs the answer."""
    try:
        return Asked(wanted, ask(duo, wanted.bsn, wanted.questions))
    except DuoError as error:
        return Asked(wanted, error=error)


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
