"""A soort gebeurtenis: what may be written in the diary of a dossier, by whom, with which facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from meedoen.law.plain_text import from_plain_json
from meedoen.law.reading import UNKNOWN_WORD
from meedoen.rules.column import Plain
from meedoen.rules.fact import Fact, Source
from meedoen.rules.facts import Facts

PROCESSEN = ("opvang", "intake", "plan", "voortgang", "handhaving", "geld", "gegevens")

# The words of accounts.roles.Rol; law stands lower and may not import it (a test compares them).
ROLES = (
    "klantmanager",
    "teamleider",
    "jurist",
    "kwaliteitsmedewerker",
    "inkomensconsulent",
    "maatschappelijk_begeleider",
    "financieel",
    "docent",
)
# Officials of the college: who may answer a norm that asks for judgement (Awb 10:3).
OFFICIALS = frozenset(ROLES[:5])

GEWOON, GEVOELIG, BIJZONDER = "gewoon", "gevoelig", "bijzonder"
# Wi 37:2 gives the ground for health at intake, plan, guidance, extension and ontheffing only.
MAY_HOLD_HEALTH = frozenset({"intake", "plan", "voortgang"})

THE_DAY = "dag"  # of the gebeurtenis itself


@dataclass(frozen=True)
class FeitInSoort:
    """A fact that a soort may set.

    `is_` is what the soort itself says, so that nobody has to ask: "dag" (the day of the
    gebeurtenis), "onbekend" (what was known no longer holds), or a canonical value. Empty: ask.
    `may_be_later`: the day may lie after the gebeurtenis, such as the end of a term.
    """

    name: str
    required: bool = False
    is_: str = ""
    may_be_later: bool = False

    def fact(self) -> Fact:
        """The fact of the rules. Errors: KeyError where there is none of this name."""
        found = Facts.named(self.name)
        if found is None:
            raise KeyError(self.name)
        return found

    @property
    def asked(self) -> bool:
        """Must somebody fill it in, or does the soort itself say it?"""
        return not self.is_

    def said_by_soort(self, on: date) -> Plain:
        """What the soort itself says of it, for a gebeurtenis on this day; None: not known."""
        if self.is_ == THE_DAY:
            return on
        return None if self.is_ == UNKNOWN_WORD else from_plain_json(self.fact().kind, self.is_)


@dataclass(frozen=True)
class TekstInSoort:
    """A text that goes with a soort. `most` is a number of characters."""

    name: str
    label: str
    privacy: str = BIJZONDER
    required: bool = False
    most: int = 2000


@dataclass(frozen=True)
class Soort:
    """One soort gebeurtenis. `system`: only actions write it, no form offers it.

    `alone`: that it happened says something, also where none of its facts is told.
    """

    name: str
    label: str
    help: str
    article: str
    proces: str
    roles: tuple[str, ...]
    source: Source
    facts: tuple[FeitInSoort, ...] = ()
    texts: tuple[TekstInSoort, ...] = ()
    system: bool = False
    alone: bool = False

    @property
    def told(self) -> bool:
        """Whether somebody told it: a person, or COA through a screen of its own."""
        return not self.system or self.source is Source.COA

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all facts and texts that may be told."""
        return (*(fact.name for fact in self.facts), *(text.name for text in self.texts))


@dataclass(frozen=True)
class Register:
    """All soorten by name, and the facts that no dossier holds, with why not."""

    soorten: Mapping[str, Soort]
    niet_per_dossier: Mapping[str, str]
