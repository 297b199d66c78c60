"""Measures of plain Dutch (LANG-01). There is no measure of B1; these are its proxies.

Statutory quotations are exempt: they stand between “ and ”, and count as one word.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

MEAN_WORDS, MOST_WORDS = 12, 20
PASSIVE_SHARE, STATE_SHARE = 0.05, 0.15
_LIST = tomllib.loads(Path(__file__).with_name("plain_words.toml").read_text("utf-8"))
INSTEAD: dict[str, str] = {**_LIST["words"], **_LIST["phrases"]}
QUOTED = re.compile(r"“[^”]*”")
CITED = re.compile(r" ?\((?:Wi|Bi|Ri|Pw|Awb|Atw|Vw|AOW|Fvw|R\d|artikel|bijlage)[^()]*\)")
WORDEN = re.compile(r"\b(wordt|worden|werd|werden|geworden)\b", re.IGNORECASE)
STATE = re.compile(r"\b(is|zijn|was|waren)\b.*\b(ge|be|ver|ont|her)\w{3,}(d|t|en)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Measured:
    """What is wrong with some texts; empty is well."""

    long: list[str]
    banned: list[str]
    mean_words: float
    passive: float
    state: float


def sentences(texts: Iterable[str]) -> Iterator[str]:
    """The sentences of texts, without markup, citations and quotations."""
    for text in texts:
        plain = CITED.sub("", QUOTED.sub("iets", re.sub(r"<[^>]*>", "", text)))
        for part in re.split(r"(?<=[.!?:;])\s+|\n+", plain):
            if re.search(r"\w", part):
                yield part.strip()


def words(sentence: str) -> list[str]:
    """The words of a sentence; a blank is one."""
    return re.findall(r"%\(\w+\)s|[\w’'-]+", sentence)


def banned(sentence: str) -> Iterator[str]:
    """Words and phrases of the list, each with what to write instead."""
    for word, instead in INSTEAD.items():
        if re.search(rf"\b{word}\b", sentence, re.IGNORECASE):
            yield f"«{word}» (schrijf: {instead}) in: {sentence}"


def measure(texts: Iterable[str]) -> Measured:
    """Every measure over some texts."""
    found = list(sentences(texts))
    return Measured(
        long=[each for each in found if len(words(each)) > MOST_WORDS],
        banned=[line for each in found for line in banned(each)],
        mean_words=mean(len(words(each)) for each in found),
        passive=sum(1 for each in found if WORDEN.search(each)) / len(found),
        state=sum(1 for each in found if STATE.search(each)) / len(found),
    )
