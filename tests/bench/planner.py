"""How long the week planner takes for many people: `./meedoen bench planner -- --people 5000`.

What does not fit in every week, in columns, beside a plain reading in Python of the same weeks in
the same run. Both must find the same.
"""

import argparse
import os
import platform
import random
import time

import numpy as np
from tests.persoonlijk_plan.plain_week import Blok, as_read, columns, plain

from meedoen.persoonlijk_plan.levend.botsingen import Vorm, botsingen

TRIES = 5


def main() -> None:
    """Measure, compare and print."""
    parser = argparse.ArgumentParser(prog="./meedoen bench planner --", description=__doc__)
    parser.add_argument("--people", type=int, default=5_000)
    count = parser.parse_args().people
    draw = random.Random(count)
    rows = [block for who in range(count) for block in _week(who, draw)]
    care = [draw.choice((0, 1, 2)) for _who in range(count)]
    table, answers = columns(rows), np.array(care, np.int8)
    ours = min(_seconds(lambda: botsingen(table, answers)) for _try in range(TRIES))
    usual = _seconds(lambda: plain(rows, care))
    found = botsingen(table, answers)
    same = as_read(found) == plain(rows, care)
    print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"{count:,} people, {len(rows):,} blocks; the least of {TRIES} tries\n")
    print(f"columns      {ours * 1000:9.1f} ms")
    print(f"plain Python {usual * 1000:9.1f} ms, {usual / ours:.0f} times as long")
    print(f"\n{len(found.overlap):,} overlaps, {len(found.te_krap):,} ways too short,", end=" ")
    print(f"{len(found.zonder_opvang):,} lessons without care; {'the same' if same else 'DIFFER'}")
    if not same:
        raise SystemExit(1)


def _week(who: int, draw: random.Random) -> list[Blok]:
    """About twelve blocks: lessons, work, care of a child."""
    found = []
    for _block in range(draw.randint(8, 16)):
        van = draw.randrange(7 * 60, 20 * 60, 15)
        vorm, tot = draw.choice(tuple(Vorm)), van + draw.randrange(30, 240, 15)
        reis = draw.choice((-1, 0, 10, 25, 45))
        found.append(Blok(who, draw.randint(1, 7), van, tot, vorm, draw.randint(-1, 4), reis))
    return found


def _seconds(work: object) -> float:
    began = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
