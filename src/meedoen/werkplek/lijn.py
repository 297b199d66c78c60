"""The doorlopende lijn of one person as a picture: stations, today, and where it stood still.

Only days and places; words and rules come from `haltes.py` and `dossier.py`. Places are
percentages of the width, so that the picture fits a phone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from django.utils.translation import ngettext

# Our own measure, no norm of a law: so long without anything in the diary is shown as silence.
STIL = timedelta(weeks=6)
LEFT, NOW, RIGHT = 4.0, 72.0, 96.0
ROOM = 6.5  # what the mark of a station needs
WORDS_FIT = 16.0  # what the words of a silence need


@dataclass(frozen=True)
class _Scale:
    """Where a day of the past lies: from the first day at `LEFT` to the last at `until`."""

    first: date
    last: date
    until: float

    def place(self, day: date) -> float:
        whole = max((self.last - self.first).days, 1)
        return LEFT + (self.until - LEFT) * (day - self.first).days / whole


@dataclass(frozen=True)
class Punt:
    """A station on the line. `left` is its place; a station to come stands on its last day."""

    name: str
    day: date
    reached: bool
    late: bool = False
    left: float = 0.0


@dataclass(frozen=True)
class Stilte:
    """From the last thing that happened until the next; `lasts`: until today."""

    van: date
    tot: date
    lasts: bool = False
    left: float = 0.0
    width: float = 0.0

    @property
    def words(self) -> str:
        """How long."""
        return stil(self.van, self.tot)

    @property
    def fits(self) -> bool:
        """Whether the words fit in the picture; they stand beneath it too."""
        return self.width >= WORDS_FIT


@dataclass(frozen=True)
class Lijn:
    """Stations in order of place, silences, and where today is."""

    punten: tuple[Punt, ...]
    stiltes: tuple[Stilte, ...]
    vandaag: float
    ended: bool = False


def lijn_of(
    punten: Iterable[Punt], happened: Iterable[date], *, on: date, ended: date | None = None
) -> Lijn:
    """The line until a day. `happened`: the days on which anything happened; `ended`: the duty."""
    past = sorted((p for p in punten if p.day <= on), key=lambda p: (p.day, not p.reached))
    ahead = sorted((p for p in punten if p.day > on), key=lambda p: p.day)
    until = RIGHT if ended is not None and not ahead else NOW
    scale = _Scale(past[0].day if past else on, on, until)
    placed = _spread([replace(p, left=scale.place(p.day)) for p in past], until - ROOM / 2)
    step = (RIGHT - NOW) / len(ahead) if ahead else 0.0
    coming = [replace(p, left=NOW + step * (n + 1)) for n, p in enumerate(ahead)]
    silent = silences([p.day for p in past if p.reached] + list(happened), on=on, ended=ended)
    return Lijn(
        (*placed, *coming),
        tuple(_drawn(each, placed, scale) for each in silent if each.van >= scale.first),
        until,
        ended is not None,
    )


def silences(days: Iterable[date], *, on: date, ended: date | None = None) -> list[Stilte]:
    """Every stretch of `STIL` or longer without anything, also the one that lasts until today."""
    known = sorted({day for day in days if day <= on})
    if not known:
        return []
    stop = ended if ended is not None and ended <= on else on
    gaps = [(van, tot, False) for van, tot in pairwise(known)]
    if stop > known[-1] and ended is None:
        gaps.append((known[-1], stop, True))
    return [Stilte(*gap) for gap in gaps if gap[1] - gap[0] >= STIL and gap[0] < stop]


def stil(van: date, tot: date) -> str:
    """How long it was quiet: whole months, or weeks where it is less than two months."""
    months = (tot.year - van.year) * 12 + tot.month - van.month - (tot.day < van.day)
    if months >= 2:
        words = ngettext("%(num)s maand stil", "%(num)s maanden stil", months)
        return words % {"num": months}
    weeks = (tot - van).days // 7
    return ngettext("%(num)s week stil", "%(num)s weken stil", weeks) % {"num": weeks}


def _spread(punten: Sequence[Punt], most: float) -> list[Punt]:
    """Marks that would lie over each other move apart, in order, and stay before today."""
    found: list[Punt] = []
    for punt in punten:
        least = found[-1].left + ROOM if found else LEFT
        found.append(replace(punt, left=max(punt.left, least)))
    for place in range(len(found) - 1, -1, -1):
        after = found[place + 1].left - ROOM if place + 1 < len(found) else most
        found[place] = replace(found[place], left=min(found[place].left, after))
    return found


def _drawn(each: Stilte, punten: Sequence[Punt], scale: _Scale) -> Stilte:
    """A silence lies between the marks of the stations before and after it, wherever they moved."""
    left, right = scale.place(each.van), scale.place(each.tot)
    before = [p.left for p in punten if p.reached and p.day <= each.van]
    after = [p.left for p in punten if p.reached and p.day >= each.tot]
    left = max([left, *(place + ROOM / 2 for place in before)])
    right = min([right, *(place - ROOM / 2 for place in after)])
    return replace(each, left=left, width=max(right - left, 1.0))
