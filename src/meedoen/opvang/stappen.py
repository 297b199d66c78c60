"""The way from the koppeling to a house as steps: when, by whom, by when, and how long it took.

A step that is not there yet is late when the agreed day is past. Nothing here is kept.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Stap:
    """One step. `norm` is its agreed last day, by the rule named; None where none is agreed.

    `dagen` since the step before it: until it was done, or, for the next one, until today.
    """

    name: str
    label: str | Promise
    day: date | None
    bron: str | Promise = ""
    norm: date | None = None
    rule: str = ""
    dagen: int | None = None
    late: bool = False
    next: bool = False
    passed: bool = False  # a later one is there, and nobody recorded this one

    @property
    def done(self) -> bool:
        """Whether it was taken."""
        return self.day is not None and not self.next


LABELS: dict[str, str | Promise] = {
    "koppeling": _("Gekoppeld aan de gemeente"),
    "klantprofiel": _("Klantprofiel binnen"),
    "driegesprek": _("Gesprek met het COA en de gemeente"),
    "aanbod": _("Woning aangeboden"),
    "woning": _("Woning geaccepteerd"),
    "sleutel": _("Sleutel gekregen"),
    "huisvesting": _("Verhuisd en ingeschreven"),
}


def with_times(stappen: Iterable[Stap], *, on: date) -> list[Stap]:
    """Every step with how long it took since the one before it in time, and what is next.

    A step that was passed over (a later one is there) is never late: it can no longer be mended.
    """
    steps = list(stappen)
    done = sorted(each.day for each in steps if each.day is not None and each.day <= on)
    last = max((place for place, each in enumerate(steps) if _taken(each, on)), default=-1)
    return list(_timed(steps, done, last=last, on=on))


def _taken(stap: Stap, on: date) -> bool:
    return stap.day is not None and stap.day <= on


def _timed(steps: list[Stap], done: list[date], *, last: int, on: date) -> Iterator[Stap]:
    for place, each in enumerate(steps):
        if each.day is not None and each.day <= on:
            before = [day for day in done if day < each.day]
            took = (each.day - before[-1]).days if before else None
            late = each.norm is not None and each.day > each.norm
            yield replace(each, dagen=took, late=late)
        elif place < last:
            yield replace(each, passed=each.day is None)
        else:
            late = each.norm is not None and each.norm < on
            first = place == last + 1
            waits = (on - done[-1]).days if first and done else None
            yield replace(each, late=late, next=first, dagen=waits)
