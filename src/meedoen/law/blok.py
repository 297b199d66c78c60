"""The language of text blocks: what a municipality may adapt in a letter, and how it is read.

A text is plain: a line is a paragraph, lines that begin with "- " are a list, and `{name}` is a
blank. Nothing else means anything; a text is set in type as it stands, never as markup.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType
from typing import TypedDict

LIST_MARK = "- "
LONGEST = 4000
# What every letter knows of itself and of its sender, beside the variables of its kind.
BLANKS: Mapping[str, str] = MappingProxyType(
    {
        "gemeente": "naam van de gemeente",
        "college": "het college dat de brief stuurt",
        "adres": "straat en plaats van het gemeentehuis",
        "telefoon": "telefoonnummer",
        "openingstijden": "wanneer de gemeente open is",
        "website": "adres op internet",
        "artikelen": "artikelen waarop de brief rust",
        "aanhef": "naam van wie de brief krijgt",
        "kenmerk": "kenmerk van de brief",
        "dagtekening": "datum van de brief",
    }
)
_BLANK = re.compile(r"\{([a-z][a-z0-9_]*)\}")


class BlokError(Exception):
    """A text with a blank that nothing fills; `name` is the blank."""

    def __init__(self, name: str) -> None:
        super().__init__(f"«{{{name}}}» heeft geen waarde")
        self.name = name


@dataclass(frozen=True)
class Blok:
    """A text in letters. `fixed`: no municipality may change it.

    `keep`: blanks that every text in its place must have too. A block whose standard text is empty
    may stay empty; another never.
    """

    name: str
    label: str
    text: str
    help: str = ""
    fixed: bool = False
    keep: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fault:
    """What is wrong with a text: `what` is leeg, lang, haakje, onbekend or ontbreekt."""

    what: str
    detail: str = ""


def blanks_of(text: str) -> list[str]:
    """The blanks in a text, in order, each once."""
    return list(dict.fromkeys(_BLANK.findall(text)))


def faults(blok: Blok, text: str, known: Collection[str]) -> Iterator[Fault]:
    """Why a text cannot stand in the place of a block; `known`: the blanks that a letter fills."""
    if not text.strip() and blok.text.strip():
        yield Fault("leeg")
        return
    if len(text) > LONGEST:
        yield Fault("lang", str(LONGEST))
    for line in lines_of(text):
        if re.search(r"[{}]", _BLANK.sub("", line)):
            yield Fault("haakje", line)
    used = blanks_of(text)
    yield from (Fault("onbekend", name) for name in used if name not in known)
    yield from (Fault("ontbreekt", name) for name in blok.keep if name not in used)


def lines_of(text: str) -> list[str]:
    """The lines of a text that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class Span(TypedDict):
    """A piece of a line; `vet`: it stands out."""

    tekst: str
    vet: bool


class Part(TypedDict):
    """Lines that make one list, or paragraphs; as the letter (Typst) reads them."""

    lijst: bool
    regels: list[list[Span]]


def fill(
    text: str, values: Mapping[str, str | None], *, strong: Collection[str] = ()
) -> list[Part]:
    """The text as the letter sets it; the blanks in `strong` stand out.

    A line with a blank that is known and empty is left out: it has nothing to say.
    Errors: BlokError.
    """
    for name in blanks_of(text):
        if name not in values:
            raise BlokError(name)
    said = [
        line
        for line in lines_of(text)
        if all(values[name] is not None for name in blanks_of(line)) and line != LIST_MARK.strip()
    ]
    return [
        {"lijst": listed, "regels": [_spans(line, values, strong) for line in lines]}
        for listed, lines in groupby(said, lambda line: line.startswith(LIST_MARK))
    ]


def _spans(line: str, values: Mapping[str, str | None], strong: Collection[str]) -> list[Span]:
    parts = _BLANK.split(line.removeprefix(LIST_MARK).strip())
    spans: list[Span] = []
    for at, part in enumerate(parts):  # text and names of blanks take turns
        blank = at % 2 == 1
        tekst = values[part] or "" if blank else part
        if tekst:
            spans.append({"tekst": tekst, "vet": blank and part in strong})
    return spans
