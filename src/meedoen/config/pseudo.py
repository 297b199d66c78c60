"""Two languages that nobody speaks, made from the source: to see what a page does to a text.

The long one shows where a longer text does not fit; the other reads from right to left. In both a
text that was never marked for translation stays as it is, and is seen at once.
"""

import re
from collections.abc import Callable, Iterable

from babel.messages.catalog import Catalog

OVERRIDE, POP = "\N{RIGHT-TO-LEFT OVERRIDE}", "\N{POP DIRECTIONAL FORMATTING}"
# What must stay as it is: blanks, tags, entities.
_FIXED = re.compile(r"(%\(\w+\)[sd]|%[sd%]|<[^>]*>|&\w+;)")
_WORD = re.compile(r"[^\W\d_]+")
_ACCENTS = str.maketrans("aceilnosuyACEILNOSUY", "àçéïļñöšüýÀÇÉÏĻÑÖŠÜÝ")
STRETCH = 0.4  # how much longer than the source: as German, or large Arabic letters


def long(text: str) -> str:
    """The text with accents and forty per cent longer, between brackets."""
    plain = _outside(text, lambda part: part.translate(_ACCENTS))
    return f"[{plain}{_padding(text)}]" if text.strip() else text


def right_to_left(text: str) -> str:
    """The text with every word turned around, and longer."""
    turned = _outside(text, lambda part: _WORD.sub(_turned, part))
    return f"{turned}{_WORD.sub(_turned, _padding(text))}" if text.strip() else text


def _turned(word: re.Match[str]) -> str:
    return f"{OVERRIDE}{word[0]}{POP}"


def _outside(text: str, change: Callable[[str], str]) -> str:
    """The text, changed everywhere but in blanks, tags and entities."""
    parts = _FIXED.split(text)
    return "".join(part if place % 2 else change(part) for place, part in enumerate(parts))


def _padding(text: str) -> str:
    size = int(len(_FIXED.sub("", text)) * STRETCH)
    words = " ".join("lang" for _word in range(size // 5))
    return f" {words}" if words else ""


def pseudo_catalogue(
    sources: Iterable[str | tuple[str, str]], locale: str, change: Callable[[str], str]
) -> Catalog:
    """A catalogue of these texts of the source, each changed; a pair is singular and plural."""
    made = Catalog(locale=locale)
    for source in sources:
        if isinstance(source, tuple):
            made.add(source, tuple(change(form) for form in source))
        else:
            made.add(source, change(source))
    return made
