"""Measures of plain Dutch (LANG-01). There is no measure of B1; these are its proxies.

Statutory quotations are exempt: they stand between “ and ”, and count as one word. The limits and
the hard words are data: taal/plain_words.toml.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

_DATA = tomllib.loads((Path(__file__).parent / "taal" / "plain_words.toml").read_text("utf-8"))
MEAN_WORDS, MOST_WORDS = int(_DATA["limits"]["mean_words"]), int(_DATA["limits"]["most_words"])
PASSIVE_SHARE = float(_DATA["limits"]["passive_share"])
STATE_SHARE = float(_DATA["limits"]["state_share"])
INSTEAD: dict[str, str] = {**_DATA["words"], **_DATA["phrases"]}
QUOTED = re.compile(r"“[^”]*”")
CITED = re.compile(r" ?\((?:Wi|Bi|Ri|Pw|Awb|Atw|Vw|AOW|Fvw|R\d|artikel|bijlage)[^()]*\)")
WORDEN = re.compile(r"\b(wordt|worden|werd|werden|geworden)\b", re.IGNORECASE)
STATE = re.compile(r"\b(is|zijn|was|waren)\b.*\b(ge|be|ver|ont|her)\w{3,}(d|t|en)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Measured:
    """What is wrong with some texts; empty is well. `words`: hard ones, each with a plainer one."""

    long: list[str]
    banned: list[str]
    words: list[tuple[str, str]]
    mean_words: float
    passive: float
    state: float

    @property
    def wordy(self) -> bool:
        """Whether the sentences are too long on average."""
        return self.mean_words > MEAN_WORDS


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


def hard_words(sentence: str) -> Iterator[tuple[str, str]]:
    """Words and phrases of the list, each with what to write instead."""
    for word, instead in INSTEAD.items():
        if re.search(rf"\b{word}\b", sentence, re.IGNORECASE):
            yield word, instead


def banned(sentence: str) -> Iterator[str]:
    """The hard words of a sentence, each in a line that says what to write instead."""
    for word, instead in hard_words(sentence):
        yield f"«{word}» (schrijf: {instead}) in: {sentence}"


def measure(texts: Iterable[str]) -> Measured:
    """Every measure over some texts; without a sentence all is well."""
    found = list(sentences(texts))
    many = len(found) or 1
    return Measured(
        long=[each for each in found if len(words(each)) > MOST_WORDS],
        banned=[line for each in found for line in banned(each)],
        words=[pair for each in found for pair in hard_words(each)],
        mean_words=mean(len(words(each)) for each in found) if found else 0,
        passive=sum(1 for each in found if WORDEN.search(each)) / many,
        state=sum(1 for each in found if STATE.search(each)) / many,
    )
