"""The picture of a week: seven days beside each other, hours from top to bottom."""

from collections.abc import Sequence
from dataclasses import dataclass

from meedoen.persoonlijk_plan.levend.week_tables import Bezigheid

GUTTER, COLUMN = 6.0, 13.42  # percent of the width: the hours, and each of seven days
HOUR, TOP = 44, 28  # height of an hour and of the names of the days
EARLIEST, LATEST = 8, 18  # hours that are always there
NARROW = 5.0  # percent: in a narrower block words stand on their side


@dataclass(frozen=True)
class Vak:
    """A block as it is drawn: percents of the width, heights in the picture."""

    row: Bezigheid
    left: float
    width: float
    top: int
    height: int
    reis: int  # the height of the way to it, above the block

    @property
    def smal(self) -> bool:
        """Whether a word does not fit beside the next."""
        return self.width < NARROW


@dataclass(frozen=True)
class Weekbeeld:
    """Everything that is drawn: blocks, the hours with their height, the days with their place."""

    vakken: tuple[Vak, ...]
    uren: tuple[tuple[int, int], ...]
    dagen: tuple[float, ...]
    hoogte: int


def picture_of(rows: Sequence[Bezigheid]) -> Weekbeeld:
    """The picture of these blocks, which are in order of day and begin."""
    first = min([EARLIEST * 60, *(row.minuten[0] - (row.reis_minuten or 0) for row in rows)]) // 60
    first = max(first, 0)
    last = max([LATEST * 60, *(row.minuten[1] for row in rows)])
    last = -(-last // 60)
    return Weekbeeld(
        vakken=tuple(vak for dag in range(1, 8) for vak in _day(rows, dag, first)),
        uren=tuple((hour, TOP + (hour - first) * HOUR) for hour in range(first, last + 1)),
        dagen=tuple(round(GUTTER + COLUMN * dag, 2) for dag in range(7)),
        hoogte=TOP + (last - first) * HOUR + 8,
    )


def _day(rows: Sequence[Bezigheid], dag: int, first: int) -> list[Vak]:
    """The blocks of a day; those that are at the same time stand beside each other."""
    here = [row for row in rows if row.dag == dag]
    ends: list[int] = []  # of each lane, when it is free again
    lanes = []
    for row in here:
        van, tot = row.minuten
        lane = next((n for n, free in enumerate(ends) if free <= van), len(ends))
        ends[lane : lane + 1] = [tot]
        lanes.append(lane)
    width = COLUMN / max(len(ends), 1)
    return [
        Vak(
            row,
            left=round(GUTTER + COLUMN * (dag - 1) + width * lane + 0.2, 2),
            width=round(width - 0.4, 2),
            top=_height(row.minuten[0] - first * 60) + TOP,
            height=max(_height(row.minuten[1] - row.minuten[0]), 14),
            reis=_height(row.reis_minuten or 0),
        )
        for row, lane in zip(here, lanes, strict=True)
    ]


def _height(minutes: int) -> int:
    return round(minutes * HOUR / 60)
