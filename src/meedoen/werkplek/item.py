"""One piece of work: a signal for one dossier, whether a rule found it or an own table did."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding
from meedoen.werkplek.signaal import Regelsignaal, Signaal, Stap


@dataclass(frozen=True, slots=True)
class Grond:
    """What a rule found for row `row` of the facts; `rule` names it. `finding` None: no answer."""

    facts: Facts
    row: int
    rule: str
    finding: Finding | None = None


@dataclass(frozen=True)
class Uitgesteld:
    """That somebody put work off: until which day, why, and who."""

    tot: date
    reden: str
    wie: str


@dataclass(frozen=True, slots=True)
class Item:
    """A signal that holds for one dossier (id). `day` is its last day, None where unknown.

    `grond`: for what a rule found. Else `waarom` says in words why it is there, `words` are for
    its title, and `key` tells it from others of the same signal in the dossier. `said_by`: signals
    that say the same. `refused`: the law has no answer. `uitgesteld`: somebody put it off, and it
    is not back yet.
    """

    dossier: int
    signaal: Signaal
    day: date | None = None
    stap: Stap | None = None
    grond: Grond | None = None
    waarom: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    said_by: tuple[str, ...] = ()
    refused: str = ""
    uitgesteld: Uitgesteld | None = None

    @property
    def settled(self) -> bool:
        """Its day is known, or it has none to know."""
        return self.day is not None or self.signaal.waits or not self.signaal.term

    @property
    def unless(self) -> Any:
        """Words to a day that the stricter rule gave; "" for the rule itself."""
        if self.day is None or self.grond is None or not isinstance(self.signaal, Regelsignaal):
            return ""
        by_other = self.grond.rule == self.signaal.otherwise
        return self.signaal.unless if by_other else ""
