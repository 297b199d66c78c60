"""What follows for certain about one person of whom not everything is known, in plain Python.

By trying: where the second reading of the law asks an answer or a word that is not there, it is
asked again with every value that it may have. What comes out the same each time is certain. Of a
day or an amount that is not there nothing is supposed. No NumPy, nothing of ours.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

UNSURE = "?"
MOST = 3000  # readings for one question: more is not worth the time of a test


class AskError(Exception):
    """The reading wants a fact that nobody told."""


class Guess:
    """One person with the facts that are told and some that are supposed."""

    def __init__(self, told: Mapping[str, Any], today: date) -> None:
        self._told, self.today = told, today

    def __getattr__(self, name: str) -> Any:
        if name not in self._told:
            raise AskError(name)
        return self._told[name]


class Person:
    """One person on a day: what is told, and what the law says for certain of that.

    `domain` gives the values that an unknown answer or word may have, by its name.
    """

    def __init__(
        self, told: Mapping[str, Any], today: date, domain: Mapping[str, Iterable[Any]]
    ) -> None:
        self.told, self.today, self.domain = dict(told), today, domain
        self.readings = 0

    def has(self, *names: str) -> bool:
        """Whether all of these are told."""
        return all(name in self.told for name in names)

    def is_yes(self, name: str) -> bool:
        """A fact that is told to be so."""
        return self.told.get(name) is True

    def is_no(self, name: str) -> bool:
        """A fact that is told not to be so."""
        return self.told.get(name) is False

    def within(self, period: str) -> bool:
        """Whether today is in a told period `_van` until `_tot`; one without an end goes on."""
        first, after = self.told.get(f"{period}_van"), self.told.get(f"{period}_tot")
        return first is not None and first <= self.today and (after is None or self.today < after)

    def certain(self, rule: Callable[[Any], Any]) -> Any:
        """What the rule says, whatever the unknown facts are; None where that differs."""
        self.readings = 0
        found = self._all(rule, self.told)
        return found.pop() if len(found) == 1 else None

    def yes(self, rule: Callable[[Any], Any]) -> bool:
        """Certainly so."""
        return self.certain(rule) is True

    def no(self, rule: Callable[[Any], Any]) -> bool:
        """Certainly not so."""
        return self.certain(rule) is False

    def day(self, rule: Callable[[Any], Any]) -> date | None:
        """The day that is certain."""
        found = self.certain(rule)
        return found if isinstance(found, date) else None

    def _all(self, rule: Callable[[Any], Any], told: Mapping[str, Any]) -> set[Any]:
        self.readings += 1
        if self.readings > MOST:
            return {"too many", "to try"}
        try:
            return {rule(Guess(told, self.today))}
        except AskError as asked:
            name = str(asked)
        if name not in self.domain:
            return {UNSURE, name}
        found: set[Any] = set()
        for value in self.domain[name]:
            found |= self._all(rule, {**told, name: value})
            if len(found) > 1:
                return found
        return found
