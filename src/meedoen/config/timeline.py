"""A picture of a number of the law through time, as bars; the table stands beneath it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from meedoen.law.presentation import in_words
from meedoen.rules.parameters import Form, Number

WIDTH, HEIGHT, EDGE = 640, 76, 8
BEGAN = date(2022, 1, 1)
LETTER = 8.0  # the room that one letter takes
GAP = 2
OPEN_YEARS = 2  # how long a version without an end is drawn


@dataclass(frozen=True)
class Bar:
    """One version of a number: where it stands in the picture, and what it says."""

    left: float
    width: float
    words: str
    year: int
    fits: bool


def timeline(number: Number) -> list[Bar]:
    """One bar per version, from its first day on; nothing where one version tells it all."""
    if number.form is not Form.ONE or len(number.versions) < 2:
        return []
    last = number.versions[-1]
    return list(_bars(number, last.until or date(last.from_.year + OPEN_YEARS, 1, 1)))


def _bars(number: Number, until: date) -> Iterator[Bar]:
    begin = max(number.versions[0].from_, BEGAN)
    scale = (WIDTH - 2 * EDGE) / max(1, (until - begin).days)
    ends = [*(later.from_ for later in number.versions[1:]), until]
    for version, end in zip(number.versions, ends, strict=True):
        if isinstance(version.value, tuple):
            continue
        stop = min(end, until, version.until or until)
        left = EDGE + max(0, (version.from_ - begin).days) * scale
        width = max(1.0, EDGE + (stop - begin).days * scale - left - GAP)
        words = in_words(version.value, number.kind)
        yield Bar(left, width, words, version.from_.year, width > LETTER * len(words) + 2 * EDGE)
