"""A second reading of what does not fit in a week: plain Python, block beside block."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np

from meedoen.persoonlijk_plan.levend.botsingen import Blokken, Botsingen, Vorm
from meedoen.rules.column import YES


@dataclass(frozen=True)
class Blok:
    """One block of somebody; the same numbers as a row of `Blokken`."""

    wie: int
    dag: int
    van: int
    tot: int
    vorm: int = Vorm.ANDERS
    plaats: int = -1
    reis: int = -1


@dataclass(frozen=True)
class Gelezen:
    """What was found; pairs and rows as sets."""

    overlap: set[tuple[int, int]]
    te_krap: set[tuple[int, int]]
    reis_onbekend: set[tuple[int, int]]
    zonder_opvang: set[int]
    minuten: list[int]
    les: list[int]


def columns(rows: Sequence[Blok]) -> Blokken:
    """The blocks as columns."""
    names = ("wie", "dag", "van", "tot", "vorm", "plaats", "reis")
    return Blokken(*(np.array([getattr(row, n) for row in rows], np.int64) for n in names))


def as_read(found: Botsingen) -> Gelezen:
    """The columns as sets, to compare."""

    def pairs(some: np.ndarray) -> set[tuple[int, int]]:
        return {(int(a), int(b)) for a, b in some}

    return Gelezen(
        pairs(found.overlap),
        pairs(found.te_krap),
        pairs(found.reis_onbekend),
        {int(row) for row in found.zonder_opvang},
        [int(each) for each in found.minuten],
        [int(each) for each in found.les],
    )


def plain(rows: Sequence[Blok], opvang_nodig: Sequence[int]) -> Gelezen:
    """Read the week of each, day by day."""
    found = Gelezen(set(), set(), set(), set(), [0] * len(opvang_nodig), [0] * len(opvang_nodig))
    days: dict[tuple[int, int], list[int]] = {}
    for number, row in enumerate(rows):
        days.setdefault((row.wie, row.dag), []).append(number)
        if row.vorm != Vorm.OPVANG:
            found.minuten[row.wie] += row.tot - row.van + max(row.reis, 0)
        if row.vorm == Vorm.LES:
            found.les[row.wie] += row.tot - row.van
    for (wie, _day), numbers in days.items():
        _read_day(rows, numbers, found, needs_care=opvang_nodig[wie] == YES)
    return found


def _read_day(
    rows: Sequence[Blok], numbers: list[int], found: Gelezen, *, needs_care: bool
) -> None:
    own = [n for n in numbers if rows[n].vorm != Vorm.OPVANG]
    own.sort(key=lambda n: (rows[n].van, rows[n].tot, n))
    for a, b in combinations(own, 2):
        if rows[b].van < rows[a].tot:
            found.overlap.add((a, b))
    for a, b in pairwise(own):
        _read_way(rows[a], rows[b], (a, b), found)
    cared = {m for n in numbers if rows[n].vorm == Vorm.OPVANG for m in _minutes(rows[n])}
    for n in own:
        if rows[n].vorm == Vorm.LES and needs_care and not cared.issuperset(_minutes(rows[n])):
            found.zonder_opvang.add(n)


def _read_way(first: Blok, second: Blok, pair: tuple[int, int], found: Gelezen) -> None:
    same_place = first.plaats == second.plaats != -1
    if second.van < first.tot or same_place:
        return
    if second.reis == -1:
        found.reis_onbekend.add(pair)
    elif second.reis > second.van - first.tot:
        found.te_krap.add(pair)


def _minutes(row: Blok) -> range:
    return range(row.van, row.tot)
