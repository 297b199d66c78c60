"""The norms of the week planner (law/plan/week.toml): our own choices, to warn with."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from meedoen.law.reading import Place, check_keys, read_toml, table_of, text_of

FILE = Path(__file__).with_name("plan") / "week.toml"
NAMES = ("uren_veel", "les_verschil")


@dataclass(frozen=True)
class Weeknorm:
    """From more than how many hours a week is much; how far lessons may be from the plan."""

    uren_veel: int
    les_verschil: int


@cache
def weeknorm() -> Weeknorm:
    """The norms of the product. Errors: TomlError with file and line."""
    return read_weeknorm(FILE)


def read_weeknorm(path: Path) -> Weeknorm:
    """Errors: TomlError with file and line."""
    place, content = read_toml(path)
    check_keys(place, content, NAMES)
    return Weeknorm(*(_hours(place / name, content.get(name)) for name in NAMES))


def _hours(place: Place, value: Any) -> int:
    table = table_of(place, value)
    check_keys(place, table, ("waarde", "eenheid", "reden"))
    text_of(place, table, "reden")
    hours = table.get("waarde")
    if not isinstance(hours, int) or isinstance(hours, bool) or hours < 1:
        raise (place / "waarde").error("hier hoort een heel aantal uren te staan")
    return hours
