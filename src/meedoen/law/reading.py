"""Reads TOML files that people write; every error names the file, the line and what is allowed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from meedoen.rules.catalogue import word_lists
from meedoen.rules.choices import Choice
from meedoen.rules.column import Kind, Meaning, Plain

HEADER = re.compile(r"^\s*\[\[?\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$")
UNKNOWN_WORD = "onbekend"
WORDS = {"ja": True, "nee": False}


class TomlError(Exception):
    """A file that people wrote is wrong; the message says where and what is allowed."""


@dataclass(frozen=True)
class Place:
    """A spot in a TOML file: the path of keys, with the number of a [[table]] where it repeats."""

    path: Path
    text: str
    keys: tuple[str | int, ...] = ()

    def __truediv__(self, key: str | int) -> Place:
        return Place(self.path, self.text, (*self.keys, key))

    @property
    def line(self) -> int:
        """The line of this spot, or of the nearest spot above it that can be found."""
        return _line_of(_lines(self.text), self.keys)

    def error(self, message: str) -> TomlError:
        """The message behind file, line and keys."""
        keys = ".".join(str(k + 1) if isinstance(k, int) else k for k in self.keys)
        return TomlError(f"{self.path}:{self.line}: {keys + ': ' if keys else ''}{message}")


def read_toml(path: Path) -> tuple[Place, dict[str, Any]]:
    """The content of a file with its place. Errors: TomlError for no file, no UTF-8, no TOML."""
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise TomlError(f"{path}: kan niet worden gelezen ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise TomlError(f"{path}: is geen tekst in UTF-8 (byte {error.start})") from error
    try:
        return Place(path, text), tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise TomlError(f"{path}: is geen goede TOML: {error}") from error


def check_keys(place: Place, table: Mapping[str, Any], allowed: Iterable[str]) -> None:
    """Errors: TomlError for a key that is not allowed, with the nearest that is."""
    known = frozenset(allowed)
    for key in table:
        if key not in known:
            raise (place / key).error(f"onbekend veld{nearest(key, known)}")


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The end of an error message: what is allowed, or the nearest of it."""
    known = sorted(allowed)
    near = get_close_matches(str(word), known, 1, 0.5)
    if near:
        return f"; bedoelt u «{near[0]}»?"
    return f"; toegestaan: {', '.join(known)}" if len(known) <= 30 else ""


def table_of(place: Place, value: object) -> dict[str, Any]:
    """The value as a table. Errors: TomlError when it is something else."""
    if not isinstance(value, dict):
        raise place.error("hier hoort een tabel te staan, met [naam] erboven")
    return value


def tables_of(place: Place, value: object) -> list[tuple[Place, dict[str, Any]]]:
    """The value as a list of tables, each with its place."""
    if not isinstance(value, list):
        raise place.error("hier hoort een lijst te staan, met [[naam]] erboven")
    return [(place / i, table_of(place / i, item)) for i, item in enumerate(value)]


def text_of(place: Place, table: Mapping[str, Any], key: str) -> str:
    """A text that must be there."""
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise (place / key).error("hier hoort een tekst te staan")
    return value


def day_of(place: Place, table: Mapping[str, Any], key: str) -> date:
    """A day that must be there, such as 2024-03-16."""
    value = table.get(key)
    if not isinstance(value, date) or isinstance(value, datetime):
        raise (place / key).error("hier hoort een dag te staan, bijvoorbeeld 2024-03-16")
    return value


def one_of(place: Place, table: Mapping[str, Any], key: str, *, allowed: Iterable[str]) -> str:
    """A word that must be there and be allowed. Errors: TomlError with the nearest that is."""
    word, known = text_of(place, table, key), list(allowed)
    if word not in known:
        raise (place / key).error(f"«{word}» kan hier niet{nearest(word, known)}")
    return word


def yes_of(place: Place, table: Mapping[str, Any], key: str, *, usual: bool) -> bool:
    """Whether something is so; `usual` where the file does not say it."""
    value = table.get(key, usual)
    if not isinstance(value, bool):
        raise (place / key).error("hier hoort true of false te staan")
    return value


def meaning_of(place: Place, word: str) -> Meaning:
    """The kind of value that a unit names: dag, centen, maanden, … or a list of words."""
    kinds: dict[str, Meaning] = {kind.value: kind for kind in Kind}
    kinds |= word_lists()
    if word not in kinds:
        raise place.error(f"onbekende eenheid «{word}»{nearest(word, kinds)}")
    return kinds[word]


def plain_of(place: Place, value: object, kind: Meaning) -> Plain:
    """A value of a kind; «onbekend» is None. Errors: TomlError that says what is allowed."""
    if value == UNKNOWN_WORD:
        return None
    if not isinstance(kind, Kind):
        return _word_of(place, value, kind)
    if kind is Kind.ANSWER:
        return _answer_of(place, value)
    if kind is Kind.DAY:
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        raise place.error(f"«{value}» is geen dag; schrijf bijvoorbeeld 2024-03-16")
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise place.error(f"«{value}» is geen heel getal ({kind.value})")


def _word_of(place: Place, value: object, kind: type[Choice]) -> Choice:
    for word in kind:
        if word.value == value:
            return word
    raise place.error(f"«{value}» kan hier niet{nearest(str(value), kind.words())}")


def _answer_of(place: Place, value: object) -> bool:
    answer = WORDS.get(value) if isinstance(value, str) else value
    if isinstance(answer, bool):
        return answer
    raise place.error(f"«{value}» is geen antwoord; toegestaan: ja, nee, onbekend")


@dataclass(frozen=True)
class _Line:
    """A line that is the header of a table, or gives a key in it: the keys that lead there."""

    number: int
    keys: tuple[str, ...]
    repeats: str  # the name of the [[table]] that begins here


@lru_cache(maxsize=8)
def _lines(text: str) -> tuple[_Line, ...]:
    """The lines of a file that lead anywhere: read once, as every number asks its own line."""
    found, above = [], tuple[str, ...]()
    for number, line in enumerate(text.splitlines(), start=1):
        if match := HEADER.match(line):
            header = match.group(1).strip("\"'")
            above = tuple(header.split("."))
            repeats = header if line.lstrip().startswith("[[") else ""
            found.append(_Line(number, above, repeats))
        elif key := line.partition("=")[0].strip().strip("\"'"):
            found.append(_Line(number, (*above, key), ""))
    return tuple(found)


def _line_of(lines: tuple[_Line, ...], keys: tuple[str | int, ...]) -> int:
    best, seen = 1, dict[str, int]()
    wanted = tuple(key for key in keys if isinstance(key, str))
    place = [key for key in keys if isinstance(key, int)]
    for line in lines:
        if line.repeats:
            seen[line.repeats] = seen.get(line.repeats, -1) + 1
        # in another repetition of the table than the one that is meant
        if place and seen.get(wanted[0] if wanted else "", -1) not in {place[0], -1}:
            continue
        if line.keys == wanted[: len(line.keys)]:
            best = line.number
    return best
