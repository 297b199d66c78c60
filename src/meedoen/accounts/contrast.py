"""Whether the colours of a theme can be read: WCAG 2.2, 1.4.3, computed from the tokens."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

LEAST = 4.5  # for text
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PIECE = re.compile(r"([^{}]*)([{}])")
_TOKEN = re.compile(r"(--[\w-]+)\s*:\s*([^;}]+)")
_VAR = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*))?\)")
_HEX = re.compile(r"#([0-9a-f]{3,8})", re.IGNORECASE)
_RGB = re.compile(r"rgb\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)")
_NAMES = {"white": "#ffffff", "black": "#000000"}
_BUTTON = "--utrecht-button-primary-action"
PAIRS = (
    (_("gewone tekst"), "--md-inkt", "--md-papier"),
    (_("zachte tekst"), "--md-zacht", "--md-papier"),
    (_("zachte tekst op een vlak"), "--md-zacht", "--md-vlak"),
    (_("links"), "--md-accent", "--md-papier"),
    (_("de gekozen plaats in het menu"), "--md-accent", "--md-accent-vlak"),
    (_("wat te laat is"), "--md-laat", "--md-papier"),
    (_("een fout"), "--md-laat", "--md-laat-vlak"),
    (_("wat klaar is"), "--md-goed", "--md-papier"),
    (_("wat onbekend is"), "--md-onbekend", "--md-papier"),
    (_("de hoofdknop"), f"{_BUTTON}-color", f"{_BUTTON}-background-color"),
    (
        _("de hoofdknop onder de muis"),
        f"{_BUTTON}-hover-color",
        f"{_BUTTON}-hover-background-color",
    ),
)


@dataclass(frozen=True)
class Faint:
    """Two colours that are too much alike, where, and by how much; `ratio` None: not to be read."""

    where: Any
    dark: bool
    ratio: float | None


def too_faint(*sheets: str) -> list[Faint]:
    """Every pair of the house below `LEAST`, light and dark; a later sheet goes before an earlier.

    A colour in another notation than #hex, rgb() or a reference cannot be read, and is told.
    """
    found = []
    for dark in (False, True):
        tokens = _tokens(sheets, dark=dark)
        for where, ink, paper in PAIRS:
            ratio = _ratio(_colour(ink, tokens), _colour(paper, tokens))
            if ratio is None or ratio < LEAST:
                found.append(Faint(where, dark, ratio))
    return found


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _ratio(one: tuple[int, int, int] | None, other: tuple[int, int, int] | None) -> float | None:
    return None if one is None or other is None else contrast(one, other)


def _luminance(colour: tuple[int, int, int]) -> float:
    parts = [value / 255 for value in colour]
    red, green, blue = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _tokens(sheets: tuple[str, ...], *, dark: bool) -> dict[str, str]:
    """The tokens as they count in a light or dark scheme: what comes later wins."""
    return {
        name: value.strip()
        for sheet in sheets
        for is_dark, block in _blocks(_COMMENT.sub("", sheet))
        if dark or not is_dark
        for name, value in _TOKEN.findall(block)
    }


def _blocks(css: str) -> Iterator[tuple[bool, str]]:
    """Every block of declarations, and whether it is for a dark scheme only."""
    heads: list[str] = []
    for text, sign in _PIECE.findall(css):
        if sign == "{":
            heads.append(text)
        else:
            yield any("dark" in head for head in heads), text
            heads = heads[:-1]


def _colour(name: str, tokens: Mapping[str, str]) -> tuple[int, int, int] | None:
    """Red, green and blue of a token, through its references; None: not to be read."""
    value = tokens.get(name, "")
    for _step in range(12):  # references are short; a circle ends too
        found = _VAR.search(value)
        if found is None:
            break
        value = value.replace(found[0], tokens.get(found[1], found[2] or "").strip())
    return _parsed(_NAMES.get(value.lower(), value))


def _parsed(value: str) -> tuple[int, int, int] | None:
    if found := _RGB.fullmatch(value):
        return int(found[1]), int(found[2]), int(found[3])
    found = _HEX.fullmatch(value)
    digits = found[1] if found else ""
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    if len(digits) != 6:
        return None
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
