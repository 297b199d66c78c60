"""How the work lies over the team: counts per klantmanager, by name, without any inburgeraar.

Counts only: no weight, no score, no order of who does more. What is counted stands on the page.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from meedoen.accounts.actor import Actor
from meedoen.accounts.models import Gemeente
from meedoen.dossier.caseload import colleagues
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.werkplek.queries import items_in
from meedoen.werkplek.urgency import Groep, group_of

LEAST = 5  # of a smaller caseload a count says more about the dossiers than about the load
SHOWN = (Groep.LAAT, Groep.VANDAAG, Groep.WEEK, Groep.WACHT)


@dataclass(frozen=True)
class Deel:
    """The part of one klantmanager; `medewerker` None: what is of nobody yet.

    `counts`: items by how urgent; None where the caseload is so small that none are told.
    """

    medewerker: int | None
    naam: str
    dossiers: int
    share: int  # percent of all dossiers, rounded
    counts: dict[Groep, int] | None
    works: bool = True

    def of(self, groep: Groep) -> int:
        """How many items are so urgent; 0 where none are told."""
        return 0 if self.counts is None else self.counts[groep]

    @property
    def lines(self) -> int:
        """How many items, of every group."""
        return sum((self.counts or {}).values())

    @property
    def total(self) -> int:
        """How many items of the groups that the picture shows."""
        return sum(self.of(groep) for groep in SHOWN)


@dataclass(frozen=True)
class Team:
    """The parts in order of name, what is of nobody last."""

    parts: tuple[Deel, ...]

    @property
    def most(self) -> int:
        """The longest bar of the picture."""
        return max((each.total for each in self.parts), default=0) or 1

    @property
    def dossiers(self) -> int:
        """All dossiers together."""
        return sum(each.dossiers for each in self.parts)


def team_of(actor: Actor, gemeente: Gemeente, *, on: date) -> Team:
    """The load of everybody on a day: all the work in sight, counted."""
    visible = dossiers_visible_to(actor, on=on)
    whose: dict[int, int | None] = dict(visible.values_list("pk", "klantmanager"))
    counts: dict[int | None, Counter[Groep]] = defaultdict(Counter)
    for item in items_in(visible, gemeente, on=on, ids=list(whose)):
        counts[whose[item.dossier]][group_of(item, on)] += 1
    has = Counter(whose.values())
    people = colleagues(actor, filter(None, has), on=on)
    every = len(whose) or 1

    def part(medewerker: int | None, naam: str, *, works: bool = True) -> Deel:
        count = has[medewerker]
        told = {groep: counts[medewerker][groep] for groep in Groep} if count >= LEAST else None
        return Deel(medewerker, naam, count, round(100 * count / every), told, works)

    found = [part(each.pk, each.naam, works=each.works) for each in people]
    free = [part(None, "")] if has[None] else []
    return Team((*found, *free))
