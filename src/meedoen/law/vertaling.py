"""The courtesy translations of letters: fixed sentences per language, read and checked once.

A language has every sentence, title and label that English has, with the same blanks; what is
missing or extra is refused with file and line. The Dutch letter is what counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale

from meedoen.law.blok import blanks_of
from meedoen.law.brief_variable import VERTALING
from meedoen.law.presentation import first_up
from meedoen.law.reading import Place, TomlError, check_keys, read_toml, table_of, text_of, yes_of

HOME = Path(__file__).with_name("brieven") / "vertaling"
SHAPE, PATTERN = "opbouw.toml", "en"  # which sentences belong to which kind; the language to follow
PARTS = ("vast", "titel", "zin", "woord", "label")
RIGHT_TO_LEFT = frozenset({"ar", "fa"})


@dataclass(frozen=True)
class Vertaling:
    """A language: texts by name, and whether somebody who speaks it has read them."""

    code: str
    nagelezen: bool
    vast: Mapping[str, str]
    titel: Mapping[str, str]
    zin: Mapping[str, str]
    woord: Mapping[str, str]
    label: Mapping[str, str]


@dataclass(frozen=True)
class Opbouw:
    """Which sentences the sheet of a kind holds, and the Dutch names of the languages."""

    zinnen: Mapping[str, tuple[str, ...]]
    namen: Mapping[str, str]  # a name in small letters -> the code


@cache
def translations() -> Mapping[str, Vertaling]:
    """Every language by its code. Errors: TomlError with file and line."""
    return read_translations(HOME)


@cache
def shape() -> Opbouw:
    """Which sentences belong to which kind. Errors: TomlError with file and line."""
    return read_shape(HOME / SHAPE)


def can_be_translated(kind: str) -> bool:
    """Whether there is a sheet for this kind of letter."""
    return kind in shape().zinnen


def language_among(names: Iterable[str]) -> str | None:
    """The first language that somebody speaks, by its Dutch name, of which there are sheets."""
    known = shape().namen
    codes = (known.get(each.strip().lower()) for each in names)
    return next((code for code in codes if code is not None), None)


def language_name(code: str, into: str = "nl") -> str:
    """A language as people here call it, or as speakers of another do: Tigrinya."""
    return first_up(Locale(code).get_display_name(into) or code)


def read_translations(home: Path) -> dict[str, Vertaling]:
    """The languages in a folder, each checked against the pattern. Errors: TomlError."""
    paths = sorted(path for path in home.glob("*.toml") if path.name != SHAPE)
    found = {path.stem: _language(path) for path in paths}
    for place, each in found.values():
        _check_alike(place, found[PATTERN][1], each)
    return {code: each for code, (_place, each) in found.items()}


def read_shape(path: Path) -> Opbouw:
    """Errors: TomlError with file and line."""
    place, content = read_toml(path)
    check_keys(place, content, ("zinnen", "namen"))
    names = table_of(place / "namen", content.get("namen"))
    return Opbouw(
        {
            kind: tuple(each)
            for kind, each in table_of(place / "zinnen", content.get("zinnen")).items()
        },
        {name: code for code, own in names.items() for name in own},
    )


def _language(path: Path) -> tuple[Place, Vertaling]:
    place, content = read_toml(path)
    check_keys(place, content, ("nagelezen", *PARTS))
    texts = {part: _texts(place / part, content.get(part)) for part in PARTS}
    read = yes_of(place, content, "nagelezen", usual=False)
    return place, Vertaling(path.stem, read, **texts)


def _texts(place: Place, table: object) -> dict[str, str]:
    found = table_of(place, table)
    return {name: text_of(place, found, name) for name in found}


def _check_alike(place: Place, pattern: Vertaling, each: Vertaling) -> None:
    for part in PARTS:
        wanted, own = getattr(pattern, part), getattr(each, part)
        for name in _differ(wanted, own):
            raise (place / part / name).error(
                f"«{name}» staat niet in beide: {PATTERN} en {each.code}"
            )
        for name in wanted:
            if sorted(blanks_of(wanted[name])) != sorted(blanks_of(own[name])):
                raise (place / part / name).error("hier horen dezelfde invulplekken in te staan")


def _differ(wanted: Mapping[str, Any], own: Mapping[str, Any]) -> Iterator[str]:
    yield from sorted(wanted.keys() ^ own.keys())


def check_shape(opbouw: Opbouw, kinds: Mapping[str, Iterable[str]]) -> None:
    """`kinds`: per kind the names of its blanks. Errors: TomlError for what is not there."""
    pattern = translations()[PATTERN]
    for kind, zinnen in opbouw.zinnen.items():
        known = set(kinds[kind])
        for zin in zinnen:
            if unknown := set(blanks_of(pattern.zin[zin])) - known:
                raise TomlError(f"{SHAPE}: «{zin}» vraagt {unknown}; dat heeft «{kind}» niet")
        for name in known - pattern.label.keys() - {VERTALING}:
            raise TomlError(f"{SHAPE}: «{name}» van «{kind}» heeft geen label")
