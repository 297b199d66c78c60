"""Reads the text of a letter (Typst) before anybody uses it: what it must hold, and never may."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from meedoen.law.blok import Blok, blanks_of
from meedoen.law.reading import TomlError

# What the text of a besluit must call, in the order in which people read it (LANG-02): what is
# decided, the facts, the weighing, the articles (Awb 3:46, 3:47), how to object (Awb 3:45). The
# line of the mandate (Awb 10:10), the day and how to reach us stand in every letter.
AWB_PARTS = ("besluit", "feiten", "motivering", "grondslag", "bezwaar")
APPEAL = "beroep"  # instead of an objection, after a decision on one (Awb 7:1, 8:1)
FRAME = ('#import "/huisstijl.typ": *', "#show: brief")
# A package would be fetched from the internet; the others read files or make markup of a text.
FORBIDDEN = re.compile(
    r'"@|\b(?:eval|read|plugin|cbor|csv|xml|yaml|toml)\s*\(|\b(?:json\s*\(|include\s*)"'
)
_COMMENT = re.compile(r"(?<!:)//[^\n]*|/\*.*?\*/", re.DOTALL)
_BLOKKEN = re.compile(r'\bblok\("([^"]*)"\)')
_VALUES = re.compile(r"\bb\.waarden\b(?:\.([a-z][a-z0-9_]*))?")


@dataclass(frozen=True)
class Texts:
    """What a text may use (`variables`, `blokken`), and what it must use itself (`must`)."""

    variables: frozenset[str]
    must: frozenset[str]
    blokken: tuple[Blok, ...]
    besluit: bool


def check_text(path: Path, texts: Texts) -> None:
    """The text uses every variable and block and no other; a besluit holds what the Awb asks.

    A variable in a block counts as used. Errors: TomlError with file and line.
    """
    text = source_of(path)
    check_source(path, text)
    in_blokken = {blok.name: blanks_of(blok.text) for blok in texts.blokken}
    check_blokken(path, text, set(in_blokken))
    for line in FRAME:
        if line not in text.splitlines():
            raise TomlError(f"{path}: de regel «{line}» ontbreekt")
    for found in _VALUES.finditer(text):
        if found.group(1) not in texts.variables:
            name = found.group(1) or found.group()
            raise _error(path, text, found.start(), message=f"«{name}» staat niet in brief.toml")
    used = {found.group(1) for found in _VALUES.finditer(text)}.union(*in_blokken.values())
    for name in sorted(texts.must - used):
        raise TomlError(f"{path}: de variabele «{name}» wordt niet gebruikt")
    if texts.besluit:
        _check_parts(path, text)


def _check_parts(path: Path, text: str) -> None:
    at = 0
    for part in AWB_PARTS:
        either = f"(?:{part}|{APPEAL})" if part == AWB_PARTS[-1] else part
        found = re.search(rf"#{either}\b", text)
        if found is None:
            raise TomlError(f"{path}: een besluit heeft «#{part}» nodig (Awb 3:45, 3:46, 3:47)")
        if found.start() < at:
            raise _error(path, text, found.start(), message=f"«#{part}» staat te vroeg (LANG-02)")
        at = found.start()


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
