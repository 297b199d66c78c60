"""Reads the text of a letter (Typst) before anybody uses it: what it must hold, and never may."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from meedoen.law.blok import Blok, blanks_of
from meedoen.law.reading import TomlError

# What the text of a besluit must call (Awb 3:45, 3:46, 3:47). The line of the mandate (Awb 10:10),
# the day and how to reach us stand in every letter that calls `brief` of huisstijl.typ.
AWB_PARTS = ("grondslag", "motivering", "bezwaar")
FRAME = ('#import "/huisstijl.typ": *', "#show: brief")
# A package would be fetched from the internet; the others read files or make markup of a text.
FORBIDDEN = re.compile(
    r'"@|\b(?:eval|read|plugin|cbor|csv|xml|yaml|toml)\s*\(|\b(?:json\s*\(|include\s*)"'
)
_COMMENT = re.compile(r"(?<!:)//[^\n]*|/\*.*?\*/", re.DOTALL)
_BLOKKEN = re.compile(r'\bblok\("([^"]*)"\)')
_VALUES = re.compile(r"\bb\.waarden\b(?:\.([a-z][a-z0-9_]*))?")


def check_text(
    path: Path, variables: frozenset[str], blokken: Iterable[Blok], *, besluit: bool
) -> None:
    """The text uses every variable and block and no other; a besluit holds what the Awb asks.

    A variable in a block counts as used. Errors: TomlError with file and line.
    """
    text = source_of(path)
    check_source(path, text)
    in_blokken = {blok.name: blanks_of(blok.text) for blok in blokken}
    check_blokken(path, text, set(in_blokken))
    for line in FRAME:
        if line not in text.splitlines():
            raise TomlError(f"{path}: de regel «{line}» ontbreekt")
    for found in _VALUES.finditer(text):
        if found.group(1) not in variables:
            name = found.group(1) or found.group()
            raise _error(path, text, found.start(), message=f"«{name}» staat niet in brief.toml")
    used = {found.group(1) for found in _VALUES.finditer(text)}.union(*in_blokken.values())
    for name in sorted(variables - used):
        raise TomlError(f"{path}: de variabele «{name}» wordt niet gebruikt")
    for part in AWB_PARTS if besluit else ():
        if not re.search(rf"#{part}\b", text):
            raise TomlError(f"{path}: een besluit heeft «#{part}» nodig (Awb 3:45, 3:46, 3:47)")


def check_blokken(path: Path, text: str, names: set[str]) -> None:
    """Errors: TomlError for a block that is called and not there, or there and not called."""
    for found in _BLOKKEN.finditer(text):
        if found.group(1) not in names:
            message = f"het blok «{found.group(1)}» staat niet in het TOML-bestand"
            raise _error(path, text, found.start(), message=message)
    unused = names - {found.group(1) for found in _BLOKKEN.finditer(text)}
    for name in sorted(unused):
        raise TomlError(f"{path}: het blok «{name}» wordt niet gebruikt")


def check_source(path: Path, text: str) -> None:
    """Errors: TomlError where a text could fetch a package, read a file or run a text."""
    found = FORBIDDEN.search(text)
    if found is not None:
        raise _error(path, text, found.start(), message=f"«{found.group()}» mag niet in een brief")


def source_of(path: Path) -> str:
    """The source without its comments; lines keep their numbers. Errors: TomlError."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TomlError(f"{path}: kan niet worden gelezen") from error
    return _COMMENT.sub(lambda found: "\n" * found.group().count("\n"), text)


def _error(path: Path, text: str, at: int, *, message: str) -> TomlError:
    return TomlError(f"{path}:{text.count(chr(10), 0, at) + 1}: {message}")
