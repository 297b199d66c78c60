"""Goals in the "ik"-form to choose from (law/plan/doelen.toml): a proposal, by theme."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from meedoen.law.reading import Place, check_keys, read_toml, tables_of, text_of

FILE = Path(__file__).with_name("plan") / "doelen.toml"
KEYS = ("naam", "label", "brief", "hoofddoel", "doelen")


@dataclass(frozen=True)
class Thema:
    """A theme: goals by name, and the main goals of the intake that it is shown first for."""

    naam: str
    label: str
    brief: str
    hoofddoelen: tuple[str, ...]
    doelen: Mapping[str, str]


@dataclass(frozen=True)
class Doelenlijst:
    """The list, whose proposal it is and its version."""

    naam: str
    versie: str
    themas: tuple[Thema, ...]

    @property
    def ik(self) -> dict[str, str]:
        """Every goal by its name."""
        return {naam: ik for each in self.themas for naam, ik in each.doelen.items()}

    def themas_for(self, hoofddoel: str) -> list[Thema]:
        """The themes, those of this main goal first."""
        return sorted(self.themas, key=lambda each: hoofddoel not in each.hoofddoelen)


@cache
def doelenlijst() -> Doelenlijst:
    """The list of the product. Errors: TomlError with file and line."""
    return read_doelen(FILE)


def read_doelen(path: Path) -> Doelenlijst:
    """A list from a file; every name once. Errors: TomlError with file and line."""
    place, content = read_toml(path)
    check_keys(place, content, ("naam", "versie", "thema"))
    seen: set[str] = set()
    themas = tuple(
        _thema(at, table, seen) for at, table in tables_of(place / "thema", content.get("thema"))
    )
    return Doelenlijst(text_of(place, content, "naam"), text_of(place, content, "versie"), themas)


def _thema(place: Place, table: dict[str, Any], seen: set[str]) -> Thema:
    check_keys(place, table, KEYS)
    doelen = {}
    for at, each in tables_of(place / "doelen", table.get("doelen")):
        check_keys(at, each, ("naam", "ik"))
        naam = text_of(at, each, "naam")
        if naam in seen:
            raise at.error(f"«{naam}» staat er twee keer")
        seen.add(naam)
        doelen[naam] = text_of(at, each, "ik")
    return Thema(
        text_of(place, table, "naam"),
        text_of(place, table, "label"),
        text_of(place, table, "brief"),
        tuple(table.get("hoofddoel", ())),
        doelen,
    )
