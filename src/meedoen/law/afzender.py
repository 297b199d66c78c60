"""Who a municipality is on its letters, until it says so itself: afzenders/CODE.toml, dated."""

from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path

from meedoen.law.reading import check_keys, day_of, read_toml, tables_of, text_of

HOME = Path(__file__).with_name("afzenders")


class AfzenderError(Exception):
    """A municipality that has not said how its letters must look."""


@dataclass(frozen=True)
class Afzender:
    """The municipality as it signs: name, place, how to reach it and how to object."""

    naam: str
    college: str
    straat: str
    postcode: str
    plaats: str
    telefoon: str
    openingstijden: str
    website: str
    bezwaar_website: str
    bezwaar_adres: str
    rechtbank: str


def sender(gemeente: int, on: date) -> Afzender:
    """The sender as it was on a day. Errors: AfzenderError where the file or the day is missing."""
    path = HOME / f"{gemeente:04d}.toml"
    if not path.is_file():
        raise AfzenderError(f"Er zijn geen afzendergegevens voor gemeente {gemeente:04d}.")
    holding = [made for begin, made in _read(path) if begin <= on]
    if not holding:
        raise AfzenderError(f"Voor {on} zijn er geen afzendergegevens.")
    return holding[-1]


@cache
def _read(path: Path) -> tuple[tuple[date, Afzender], ...]:
    place, content = read_toml(path)
    check_keys(place, content, ("afzender",))
    names = [each.name for each in fields(Afzender)]
    found = []
    for spot, row in tables_of(place / "afzender", content.get("afzender")):
        check_keys(spot, row, ("from", *names))
        texts = {name: text_of(spot, row, name) for name in names}
        found.append((day_of(spot, row, "from"), Afzender(**texts)))
    return tuple(sorted(found, key=lambda each: each[0]))
