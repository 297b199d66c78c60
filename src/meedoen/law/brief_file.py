"""The kinds of letters: for each a folder with variables and rules (TOML) and text (Typst)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from meedoen.law.articles import citations
from meedoen.law.blok import Blok
from meedoen.law.blok_file import blokken_of, read_shared
from meedoen.law.brief_eis import Eis, eisen_of
from meedoen.law.brief_text import Texts, check_blokken, check_source, check_text, source_of
from meedoen.law.brief_variable import Variable, blank_for_sheet, blanks_in
from meedoen.law.reading import (
    UNKNOWN_WORD,
    WORDS,
    Place,
    check_keys,
    nearest,
    read_toml,
    table_of,
    text_of,
    yes_of,
)
from meedoen.law.register import register
from meedoen.law.soort import ROLES
from meedoen.law.vertaling import can_be_translated, translations
from meedoen.rules.catalogue import rule_named
from meedoen.rules.column import Kind, Meaning, Plain
from meedoen.rules.facts import Facts

HOME = Path(__file__).with_name("brieven")
SHARED = "huisstijl.toml"
KEYS = (
    "title", "label", "wanneer", "groep", "volgorde", "soort", "articles", "rules", "roles",
    "four_eyes", "variabele", "feiten", "gebeurtenis", "eis", "blok", "screen",
)  # fmt: skip
BESLUIT, BRIEF = "besluit", "brief"
DAGTEKENING = "dagtekening"
DAY_AFTER = "dag na "  # the law counts to the day after the last one
LAST = 9
GROEPEN = ("intake", "plan", "gesprek", "ontvangst", "algemeen")  # as the list of kinds shows them
SCREENS = ("plan",)  # screens that fill a letter, by the name of their tab


@dataclass(frozen=True)
class Brief:
    """A kind of letter: what it is called, who may sign it, what it holds and what it rests on.

    `rules`: names of the catalogue whose findings go into the receipt. `roles`: who may be given
    the mandate to sign it. `feiten`: facts that follow from sending it, each with its source: a
    variable, `dag na` a variable, the dagtekening, `ja` or `nee`, or `onbekend`: what was known no
    longer holds. `wanneer`: when to choose it. `eisen`: what must hold before it can be proposed.
    `blokken`: its running texts, without those of every letter (`shared_blokken`). `screen`: the
    screen that fills it, so that nobody fills it by hand; "" where there is none.
    """

    name: str
    title: str
    label: str
    soort: str
    articles: tuple[str, ...]
    rules: tuple[str, ...]
    roles: tuple[str, ...]
    four_eyes: bool
    variables: tuple[Variable, ...]
    feiten: Mapping[str, str]
    gebeurtenis: str
    groep: str
    volgorde: int  # in its group
    wanneer: str
    eisen: tuple[Eis, ...]
    blokken: tuple[Blok, ...]
    screen: str = ""

    @property
    def is_besluit(self) -> bool:
        """Whether somebody can object to it (Awb 1:3)."""
        return self.soort == BESLUIT

    def facts_on(self, values: Mapping[str, Any], dagtekening: date) -> dict[str, Plain]:
        """The facts that follow from sending a letter with these values on this day."""
        found: dict[str, Plain] = {}
        for name, source in self.feiten.items():
            value = _told(source, values, dagtekening)
            if value is not None or source == UNKNOWN_WORD:
                found[name] = value
        return found


def _told(source: str, values: Mapping[str, Any], dagtekening: date) -> Plain:
    if source == DAGTEKENING:
        return dagtekening
    if source in WORDS:
        return WORDS[source]
    value: Plain = values.get(source.removeprefix(DAY_AFTER))
    if isinstance(value, date) and source.startswith(DAY_AFTER):
        return value + timedelta(days=1)
    return value


def brief_kinds() -> Mapping[str, Brief]:
    """Every kind of letter by name. Errors: TomlError with file and line."""
    return read_kinds(HOME)


def shared_blokken() -> tuple[Blok, ...]:
    """The blocks that every letter holds."""
    return read_shared(HOME / SHARED)


@cache
def read_kinds(home: Path) -> Mapping[str, Brief]:
    """The kinds of letters in a folder. Errors: TomlError with file and line."""
    style = home / "huisstijl.typ"
    check_source(style, source_of(style))
    shared = {each.name for each in read_shared(home / SHARED)}
    check_blokken(style, source_of(style), shared)
    found = {path.parent.name: _brief(path, shared) for path in sorted(home.glob("*/brief.toml"))}
    return MappingProxyType(found)


def _brief(path: Path, shared: Collection[str]) -> Brief:
    place, content = read_toml(path)
    check_keys(place, content, KEYS)
    soort = _one_of(place / "soort", content.get("soort"), (BESLUIT, BRIEF))
    rows = content.get("variabele")
    variables = blanks_in(place / "variabele", rows, besluit=soort == BESLUIT)
    if can_be_translated(path.parent.name):
        variables = (*variables, blank_for_sheet(translations()))
    named = frozenset(each.name for each in variables)
    rules = tuple(_rules(place / "rules", content.get("rules")))
    cites = any(each.cites for each in variables)
    brief = Brief(
        name=path.parent.name,
        title=text_of(place, content, "title"),
        label=text_of(place, content, "label"),
        soort=soort,
        articles=tuple(
            _articles(
                place / "articles", content.get("articles"), must=soort == BESLUIT and not cites
            )
        ),
        rules=rules,
        roles=tuple(_roles(place / "roles", content.get("roles"))),
        four_eyes=yes_of(place, content, "four_eyes", usual=False),
        variables=variables,
        feiten=_feiten(place / "feiten", content.get("feiten", {}), variables),
        gebeurtenis=_gebeurtenis(place / "gebeurtenis", content),
        groep=_one_of(place / "groep", content.get("groep"), GROEPEN),
        volgorde=int(content.get("volgorde", LAST)),
        wanneer=text_of(place, content, "wanneer"),
        eisen=eisen_of(place / "eis", content.get("eis", []), rules=rules),
        blokken=blokken_of(place, content, named, taken=shared),
        screen=_one_of(place / "screen", content.get("screen", ""), ("", *SCREENS)),
    )
    must = named - {each.name for each in variables if each.stands_in_frame}
    check_text(path.with_name("brief.typ"), Texts(named, must, brief.blokken, brief.is_besluit))
    return brief


def _one_of(place: Place, word: object, allowed: tuple[str, ...]) -> str:
    if word not in allowed:
        raise place.error(f"«{word}» kan hier niet{nearest(str(word), allowed)}")
    return str(word)


def _roles(place: Place, words: object) -> list[str]:
    if not isinstance(words, list) or not words:
        raise place.error("noem ten minste één rol")
    return [_one_of(place, word, ROLES) for word in words]


def _articles(place: Place, words: object, *, must: bool) -> list[str]:
    """Articles of a letter: a besluit rests on one, unless the official names it."""
    known = citations()
    if not isinstance(words, list) or (must and not words):
        raise place.error("noem ten minste één artikel")
    for word in words:
        if word not in known:
            raise place.error(f"onbekend artikel «{word}»{nearest(str(word), known)}")
    return words


def _rules(place: Place, names: object) -> list[str]:
    if not isinstance(names, list):
        raise place.error("hier hoort een lijst van regels te staan")
    for name in names:
        try:
            rule_named(name)
        except KeyError as error:
            raise place.error(str(error.args[0])) from error
    return names


def _feiten(place: Place, table: object, variables: tuple[Variable, ...]) -> dict[str, str]:
    sources = {variable.name: variable.kind for variable in variables}
    feiten = table_of(place, table)
    for name, source in feiten.items():
        fact = Facts.named(name)
        if fact is None:
            raise (place / name).error("dit feit bestaat niet")
        if source != UNKNOWN_WORD and _kind_of(str(source), sources) is not fact.kind:
            raise (place / name).error(f"«{source}» is geen bron van dezelfde soort")
    return feiten


def _gebeurtenis(place: Place, content: Mapping[str, Any]) -> str:
    """The soort of the diary that sending makes; it must know every fact of the letter."""
    name = str(content.get("gebeurtenis", ""))
    if not name:
        return ""
    kind = register().get(name)
    if kind is None:
        raise place.error(f"deze soort gebeurtenis is er niet: «{name}»{nearest(name, register())}")
    for fact in content.get("feiten", {}):
        if fact not in kind.names:
            raise place.error(f"«{name}» kent het feit «{fact}» niet")
    return name


def _kind_of(source: str, sources: Mapping[str, Meaning | None]) -> Meaning | None:
    """What a source gives; None where it gives no fact."""
    if source == DAGTEKENING:
        return Kind.DAY
    if source in WORDS:
        return Kind.ANSWER
    kind = sources.get(source.removeprefix(DAY_AFTER))
    return None if source.startswith(DAY_AFTER) and kind is not Kind.DAY else kind
