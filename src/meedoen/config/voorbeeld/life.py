"""What a story is made of: somebody, and what happened to him, one thing after the other."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from meedoen.config.voorbeeld.days import last_day, working_day
from meedoen.dossier.actions.people import NewPerson


@dataclass(frozen=True)
class Happening:
    """Something to write down: when it happened, when it was recorded, who did, what was told.

    `what` is a soort of the register, or one of the actions in happenings.py. `by` is the key of an
    official (accounts.py).
    """

    on: date
    what: str
    told: Mapping[str, Any]
    by: str
    recorded_on: date


@dataclass(frozen=True)
class Life:
    """Somebody with a dossier: it opens on `opened`, in the caseload of an official (or nobody)."""

    key: str
    gemeente: int
    person: NewPerson
    klantmanager: str
    opened: date
    opened_by: str
    happenings: tuple[Happening, ...]


def in_order(opened: date, told: Iterable[Happening]) -> Iterator[Happening]:
    """Happenings in the order in which a diary takes them, each recorded on a working day.

    What would be recorded after the demo's last day did not happen yet.
    """
    before = opened
    for each in told:
        day = max(before, working_day(max(each.on, each.recorded_on)))
        if day > last_day():
            return
        before = day
        yield Happening(each.on, each.what, each.told, each.by, day)
