"""Draws the invented people: names, numbers that nobody has, and a life from population.toml."""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from stdnum.nl import bsn as elfproef

from meedoen.adapters.pretend_duo.persoon import Persoon, Step, Wire

HERE = Path(__file__).parent
FIRST_BSN = 999_950_000  # of the range that is never given; the demo's own people stand below it
FIRST_VNUMMER = 9_998_000_001
NO_FIELDS = {"na", "wat"}
BORN = range(19, 56)  # years of age, unless the story says otherwise
AHEAD = 30  # days in which everybody has something to live through


class Setting(NamedTuple):
    """What stands fixed in the invented world."""

    instellingen: list[Wire]
    verlengingsgronden: list[Wire]
    omschrijvingen: dict[str, str]


def setting() -> Setting:
    """Schools, grounds and the words of the events."""
    content = _read("population.toml")
    return Setting(
        content["instellingen"], content["verlengingsgronden"], _read("gebeurtenissen.toml")
    )


def draw(how_many: int, *, seed: int, day: date, gemeenten: tuple[int, ...]) -> list[Persoon]:
    """So many people, the same for the same seed; everybody is somewhere in a life on this day.

    Every story occurs before one occurs twice. With two municipalities or more, who moves comes
    from the next one.
    """
    content = _read("population.toml")
    # it draws a story and keeps no secret
    rng = Random(seed)  # noqa: S311  # nosec B311
    numbers = zip(_bsns(), count(FIRST_VNUMMER), strict=False)
    people = []
    for row, (bsn, vnummer) in zip(range(how_many), numbers, strict=False):
        verhaal = content["verhaal"][row % len(content["verhaal"])]
        naam = f"{rng.choice(content['voornamen'])} {rng.choice(content['achternamen'])}"
        years = verhaal.get("geboortejaar", rng.choice(BORN))
        here = row // len(content["verhaal"]) % len(gemeenten)
        persoon = Persoon(
            bsn=bsn,
            vnummer=vnummer,
            naam=naam,
            geboren=day - timedelta(days=365 * years + rng.randrange(365)),
            gemeenten=(gemeenten[here], gemeenten[(here + 1) % len(gemeenten)]),
            verhaal=verhaal["naam"],
            bsn_bekend=verhaal.get("bsn", True),
        )
        persoon.steps = list(_life(verhaal["stappen"], day, rng))
        people.append(persoon)
    return people


def _life(stappen: list[dict[str, Any]], day: date, rng: Random) -> Iterator[Step]:
    """The steps on real days: one of them, drawn, is soon to come."""
    next_one = rng.choice(stappen)
    begin = day + timedelta(days=rng.randint(1, AHEAD) - next_one["na"])
    for stap in stappen:
        velden = {name: value for name, value in stap.items() if name not in NO_FIELDS}
        yield Step(begin + timedelta(days=stap["na"]), stap["wat"], velden)


def _bsns() -> Iterator[str]:
    return (number for number in map(str, count(FIRST_BSN)) if elfproef.is_valid(number))


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text("utf-8"))
