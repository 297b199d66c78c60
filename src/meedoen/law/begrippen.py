"""The glossary as the screens use it: a term, where it stands in the law, and what it means.

The truth is docs/begrippen.md, where people write; `./meedoen texts` copies it to begrippen.csv,
which goes with the package. A test holds the two together.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

FILE = Path(__file__).with_name("begrippen.csv")
COLUMNS = ("term", "article", "meaning")
# Words that a reader of a screen may not know; other terms of the glossary are common words.
ON_SCREEN = (
    "ambtshalve", "asielstatushouder", "B1-route", "bewaartermijn", "bezwaar", "brede intake",
    "BRP", "COA", "dagtekening", "doelgroep", "DUO", "IND", "inburgeringsplicht",
    "inburgeringstermijn", "kennisgeving", "KNM", "leerbaarheidstoets", "leerroute", "MAP",
    "ontheffing", "ontzorgen", "onderwijsroute", "oproep", "PIP", "PVT", "referent", "verlenging",
    "verwijtbaar", "vrijstelling", "Z-route", "zelfredzaamheidsroute", "zienswijze",
)  # fmt: skip
_SHORT = re.compile(r"^(?P<full>.*) \((?P<short>[A-Z][\w-]*|[A-Z]-route)\)$")


@dataclass(frozen=True)
class Begrip:
    """A term of the glossary, the article where it stands, and its meaning in one line."""

    term: str
    article: str
    meaning: str

    @property
    def anchor(self) -> str:
        """Its place on a page with all terms."""
        return re.sub(r"[^\w]+", "-", self.term.casefold()).strip("-")


@cache
def begrippen() -> tuple[Begrip, ...]:
    """Every term once, in the order of the alphabet; of a term with two rows the first."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = [Begrip(row["term"], row["article"], row["meaning"]) for row in csv.DictReader(file)]
    first: dict[str, Begrip] = {}
    for each in rows:
        first.setdefault(each.term.casefold(), each)
    return tuple(sorted(first.values(), key=lambda each: each.term.casefold()))


@cache
def by_word() -> Mapping[str, Begrip]:
    """Terms by the words that people use, in lower case: «PIP» as well as the name in full."""
    found: dict[str, Begrip] = {}
    for each in begrippen():
        for word in _words(each.term):
            found.setdefault(word.casefold(), each)
    return MappingProxyType(found)


def meaning_of(word: str) -> Begrip:
    """What a word means. Errors: KeyError for a word that the glossary does not have."""
    return by_word()[word.casefold()]


def explained(text: str, seen: set[str]) -> Iterator[tuple[str, Begrip | None]]:
    """A text in pieces, each first use of a word of `ON_SCREEN` with its term; `seen` grows."""
    place = 0
    for found in _on_screen().finditer(text):
        begrip = meaning_of(found[0])
        if begrip.term in seen:
            continue
        seen.add(begrip.term)
        if found.start() > place:
            yield text[place : found.start()], None
        yield found[0], begrip
        place = found.end()
    if place < len(text):
        yield text[place:], None


@cache
def _on_screen() -> re.Pattern[str]:
    longest_first = sorted(ON_SCREEN, key=len, reverse=True)
    words = "|".join(re.escape(word) for word in longest_first)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


def _words(term: str) -> tuple[str, ...]:
    found = _SHORT.match(term)
    if found is None:
        return (term, term.partition(" (")[0])
    return (found["short"], found["full"])
