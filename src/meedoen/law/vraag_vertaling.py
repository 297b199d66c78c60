"""The questions of the brede intake in the languages of newcomers (law/intake/vertaling).

A language has every national question, section and answer, and no other; what is missing or extra
is refused with file and line. The Dutch question is the one that is asked and kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from meedoen.law.kader import HOME
from meedoen.law.kader_file import read_national
from meedoen.law.reading import Place, check_keys, nearest, read_toml, table_of, text_of, yes_of
from meedoen.law.vertaling import RIGHT_TO_LEFT
from meedoen.law.vraag import JANEE, Onderdeel, Vraag

FOLDER = "vertaling"
PARTS = ("vast", "onderdeel", "vraag", "antwoord")
FIXED = frozenset({"titel", "ongelezen", "onvertaald", "ja", "nee", "wil_niet"})


@dataclass(frozen=True)
class Vraagtaal:
    """A language: texts by name (answers by their Dutch label), and whether a speaker read them."""

    code: str
    nagelezen: bool
    vast: Mapping[str, str]
    onderdeel: Mapping[str, str]
    vraag: Mapping[str, str]
    antwoord: Mapping[str, str]

    @property
    def rtl(self) -> bool:
        """Whether it runs from right to left."""
        return self.code in RIGHT_TO_LEFT

    def antwoorden(self, vraag: Vraag) -> tuple[str, ...]:
        """What one may choose, in the order of the Dutch; of a question that is not translated "".

        A question of a municipality has no translation, and its answers have none.
        """
        if vraag.eigen:
            return ()
        if vraag.soort == JANEE:
            return (self.vast["ja"], self.vast["nee"])
        return tuple(self.antwoord[each.label] for each in vraag.opties)


@cache
def question_languages() -> Mapping[str, Vraagtaal]:
    """Every language by its code. Errors: TomlError with file and line."""
    return read_question_languages(HOME)


def read_question_languages(home: Path) -> dict[str, Vraagtaal]:
    """The languages beside the questions of a folder, each held to them. Errors: TomlError."""
    wanted = _wanted(read_national(home))
    paths = sorted((home / FOLDER).glob("*.toml"))
    return {path.stem: _language(path, wanted) for path in paths}


def _wanted(onderdelen: Iterable[Onderdeel]) -> dict[str, frozenset[str]]:
    every = list(onderdelen)
    vragen = [vraag for each in every for vraag in each.vragen]
    return {
        "vast": FIXED,
        "onderdeel": frozenset(each.naam for each in every),
        "vraag": frozenset(vraag.naam for vraag in vragen),
        "antwoord": frozenset(each.label for vraag in vragen for each in vraag.opties),
    }


def _language(path: Path, wanted: Mapping[str, frozenset[str]]) -> Vraagtaal:
    place, content = read_toml(path)
    check_keys(place, content, ("nagelezen", *PARTS))
    texts = {part: _texts(place / part, content.get(part), wanted[part]) for part in PARTS}
    return Vraagtaal(path.stem, yes_of(place, content, "nagelezen", usual=False), **texts)


def _texts(place: Place, table: object, wanted: frozenset[str]) -> dict[str, str]:
    found = table_of(place, table)
    for name in found.keys() - wanted:
        raise (place / name).error(f"«{name}» bestaat niet{nearest(name, wanted)}")
    for name in sorted(wanted - found.keys()):
        raise place.error(f"«{name}» is niet vertaald")
    return {name: text_of(place, found, name) for name in found}
