"""What does not fit in weeks, for any number of people at once: pure, in columns.

A row is a block of time of somebody on a day of the week, in minutes after midnight. Care of a
child stands beside what a parent does, so it overlaps with nothing.
"""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from meedoen.rules.column import YES

Array = NDArray[np.int64]
DAY = 24 * 60
UNKNOWN_PLACE = UNKNOWN_TRAVEL = -1


class Vorm(IntEnum):
    """What a block is to the planner."""

    ANDERS = 0
    LES = 1
    OPVANG = 2


@dataclass(frozen=True)
class Blokken:
    """Blocks of time: whose (a number from 0), which day (1 to 7), from, to, and what.

    `plaats`: a number per place, -1 where it is not known; `reis`: minutes of travel to it, -1
    where they are not known. Every column is as long as the others; `tot` is after `van`.
    """

    wie: Array
    dag: Array
    van: Array
    tot: Array
    vorm: Array
    plaats: Array
    reis: Array

    def __len__(self) -> int:
        return len(self.wie)


@dataclass(frozen=True)
class Botsingen:
    """What does not fit: pairs of rows (the earlier first), rows, and minutes per person.

    `overlap`: both at once. `te_krap`: the way between takes longer than there is; `reis_onbekend`:
    another place, and nobody said how long the way is. `zonder_opvang`: a lesson while the child
    has no care. `minuten`: all blocks with their known travel; `les`: lessons alone.
    """

    overlap: Array
    te_krap: Array
    reis_onbekend: Array
    zonder_opvang: Array
    minuten: Array
    les: Array


def botsingen(blokken: Blokken, opvang_nodig: NDArray[np.int8]) -> Botsingen:
    """What does not fit in the weeks of people; `opvang_nodig` is an answer per person."""
    line = (blokken.wie * 8 + blokken.dag) * DAY  # every day of everybody, one after the other
    begin, end = line + blokken.van, line + blokken.tot
    care = blokken.vorm == Vorm.OPVANG
    own = np.flatnonzero(~care)
    own = own[np.lexsort((own, end[own], begin[own]))]
    krap, onbekend = _ways(blokken, own, begin=begin, end=end)
    lessons = np.flatnonzero((blokken.vorm == Vorm.LES) & (opvang_nodig[blokken.wie] == YES))
    bare = lessons[~_covered((begin[lessons], end[lessons]), (begin[care], end[care]))]
    spent = np.where(care, 0, blokken.tot - blokken.van + np.maximum(blokken.reis, 0))
    taught = np.where(blokken.vorm == Vorm.LES, blokken.tot - blokken.van, 0)
    return Botsingen(
        _overlaps(own, begin, end),
        krap,
        onbekend,
        bare,
        _per_person(blokken.wie, spent, len(opvang_nodig)),
        _per_person(blokken.wie, taught, len(opvang_nodig)),
    )


def _overlaps(own: Array, begin: Array, end: Array) -> Array:
    """Pairs of rows that are at the same time; `own` is in order of begin."""
    found = []
    here = np.arange(len(own))
    step = 1
    while len(here):
        here = here[here + step < len(own)]
        first, second = own[here], own[here + step]
        here = here[begin[second] < end[first]]
        found.append(np.column_stack((own[here], own[here + step])))
        step += 1
    return np.concatenate(found) if found else np.empty((0, 2), np.int64)


def _ways(blokken: Blokken, own: Array, *, begin: Array, end: Array) -> tuple[Array, Array]:
    """Pairs of one day, one after the other, with too little time between; with an unknown way."""
    first, second = own[:-1], own[1:]
    same = (blokken.wie[first] == blokken.wie[second]) & (blokken.dag[first] == blokken.dag[second])
    gap = begin[second] - end[first]
    there = blokken.plaats[second]
    moves = (blokken.plaats[first] != there) | (there == UNKNOWN_PLACE)
    asked = same & moves & (gap >= 0)
    way = blokken.reis[second]
    short = asked & (way > gap)
    unknown = asked & (way == UNKNOWN_TRAVEL)
    pairs = np.column_stack((first, second))
    return pairs[short], pairs[unknown]


def _covered(asked: tuple[Array, Array], care: tuple[Array, Array]) -> NDArray[np.bool_]:
    """Whether each [begin, end) lies wholly in the care, of which blocks may touch or overlap."""
    (begin, end), (care_begin, care_end) = asked, care
    if not len(care_begin):
        return np.zeros(len(begin), np.bool_)
    order = np.argsort(care_begin, kind="stable")
    begins, until = care_begin[order], np.maximum.accumulate(care_end[order])
    new = np.concatenate(([True], begins[1:] > until[:-1]))
    whole_begin = begins[new]
    whole_end = until[np.concatenate((np.flatnonzero(new)[1:] - 1, [len(until) - 1]))]
    place = np.searchsorted(whole_begin, begin, "right") - 1
    return (place >= 0) & (whole_end[np.maximum(place, 0)] >= end)


def _per_person(wie: Array, minutes: Array, people: int) -> Array:
    return np.bincount(wie, weights=minutes, minlength=people).astype(np.int64)
