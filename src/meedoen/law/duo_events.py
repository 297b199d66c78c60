"""What DUO can tell in a notice, code by code: what it means, what to ask next, what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from meedoen.law.articles import citations
from meedoen.law.reading import Place, check_keys, nearest, read_toml, tables_of, text_of
from meedoen.law.register import register

HOME = Path(__file__).with_name("duo_gebeurtenissen.toml")
CODE = re.compile(r"[0-9A-Z]{1,6}")

# What we can ask DUO about one person.
VRAGEN = (
    "plicht", "doelgroep", "termijn", "pip", "examennummer", "toets", "examen",
    "vrijstelling", "ontheffing", "verlenging", "boete",
)  # fmt: skip
GROEPEN = (
    "plicht", "vestiging", "doelgroep", "plicht_weg", "voldaan", "leerroute", "examen",
    "boete", "verzoek",
)  # fmt: skip
TEXTS = ("label", "todo", "article", "source")
LISTS = ("ask", "soorten")
MAY = ("signalen", "klaar")


@dataclass(frozen=True)
class DuoEvent:
    """One code. `ask`: the questions for DUO; `soorten`: what can come of it in the diary.

    `signalen`: the signals of the rules that say the same; `klaar`: the soorten that show that it
    was done. `known` False: a code that our table does not have.
    """

    code: str
    groep: str
    label: str
    todo: str
    article: str
    source: str
    ask: tuple[str, ...]
    soorten: tuple[str, ...]
    signalen: tuple[str, ...] = ()
    klaar: tuple[str, ...] = ()
    known: bool = True

    @property
    def carried(self) -> bool:
        """Whether signals of the rules alone carry what there is to do."""
        return bool(self.signalen) and not self.klaar


def duo_events() -> Mapping[str, DuoEvent]:
    """Every code that we know. Errors: TomlError with file and line."""
    return _read()


def duo_event(code: str) -> DuoEvent:
    """What a code means; of one that we do not know, that we do not know it."""
    return _read().get(code) or DuoEvent(
        code=code,
        groep="",
        label="Onbekende gebeurtenis",
        todo="Meedoen kent deze code niet. Kijk bij DUO wat er is gebeurd.",
        article="",
        source="",
        ask=(),
        soorten=(),
        known=False,
    )


@cache
def _read() -> Mapping[str, DuoEvent]:
    return read_events(HOME)


def read_events(path: Path) -> Mapping[str, DuoEvent]:
    """The table in a file. Errors: TomlError with file and line."""
    place, content = read_toml(path)
    check_keys(place, content, ("source", "gebeurtenis"))
    usual = {"source": text_of(place, content, "source")}
    found: dict[str, DuoEvent] = {}
    for spot, row in tables_of(place / "gebeurtenis", content.get("gebeurtenis")):
        check_keys(spot, row, ("code", "groep", *TEXTS, *LISTS, *MAY))
        event = _event(spot, usual | row)
        if event.code in found:
            raise (spot / "code").error(f"«{event.code}» staat er al")
        found[event.code] = event
    return found


def _event(place: Place, row: Mapping[str, Any]) -> DuoEvent:
    code = text_of(place, row, "code")
    if not CODE.fullmatch(code):
        raise (place / "code").error(f"«{code}» kan geen code van DUO zijn")
    return DuoEvent(
        code=code,
        groep=_word(place / "groep", row.get("groep"), GROEPEN),
        label=text_of(place, row, "label"),
        todo=text_of(place, row, "todo"),
        article=_word(place / "article", row.get("article"), citations()),
        source=text_of(place, row, "source"),
        ask=_words(place / "ask", row.get("ask"), VRAGEN),
        soorten=_words(place / "soorten", row.get("soorten"), register()),
        signalen=_names(place / "signalen", row.get("signalen", [])),
        klaar=_words(place / "klaar", row["klaar"], register()) if "klaar" in row else (),
    )


def _word(place: Place, word: object, allowed: Iterable[str]) -> str:
    if not isinstance(word, str) or word not in allowed:
        raise place.error(f"«{word}» kan hier niet{nearest(str(word), allowed)}")
    return word


def _words(place: Place, words: object, allowed: Iterable[str]) -> tuple[str, ...]:
    if not isinstance(words, list) or not words:
        raise place.error("hier hoort een lijst van woorden te staan")
    return tuple(_word(place, word, allowed) for word in words)


def _names(place: Place, names: object) -> tuple[str, ...]:
    """Which signals there are, an app above knows: a test holds these names beside them."""
    if not isinstance(names, list) or not all(isinstance(each, str) for each in names):
        raise place.error("hier hoort een lijst van namen te staan")
    return tuple(names)
