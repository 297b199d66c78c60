"""The kinds of letters: for each a folder with variables and rules (TOML) and text (Typst)."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from meedoen.law.articles import citations
from meedoen.law.blok import BLANKS, Blok
from meedoen.law.blok_file import blokken_of, read_shared
from meedoen.law.brief_text import check_blokken, check_source, check_text, source_of
from meedoen.law.plain_text import from_plain_json, to_plain_json
from meedoen.law.reading import (
    UNKNOWN_WORD,
    Place,
    check_keys,
    meaning_of,
    nearest,
    read_toml,
    table_of,
    tables_of,
    text_of,
)
from meedoen.law.soort import ROLES
from meedoen.rules.catalogue import rule_named
from meedoen.rules.column import Kind, Meaning, Plain
from meedoen.rules.facts import Facts

HOME = Path(__file__).with_name("brieven")
SHARED = "huisstijl.toml"
KEYS = (
    "title", "label", "soort", "articles", "rules", "roles", "four_eyes", "variabele", "feiten",
    "blok",
)  # fmt: skip
VARIABLE_KEYS = ("name", "label", "help", "kind", "required")
BESLUIT, BRIEF = "besluit", "brief"
TEXT, DAGTEKENING = "tekst", "dagtekening"
DAY_AFTER = "dag na "  # the law counts to the day after the last one
_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Variable:
    """A blank in a letter. `kind`: None is text, else a kind or list of words of the rules."""

    name: str
    label: str
    kind: Meaning | None
    required: bool = True
    help: str = ""


@dataclass(frozen=True)
class Brief:
    """A kind of letter: what it is called, who may sign it, what it holds and what it rests on.

    `rules`: names of the catalogue whose findings go into the receipt. `roles`: who may be given
    the mandate to sign it. `feiten`: facts that follow from sending it, each with its source: a
    variable, `dag na` a variable, the dagtekening, or `onbekend`: what was known no longer holds.
    `blokken`: its running texts, without those of every letter (`shared_blokken`).
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
    blokken: tuple[Blok, ...]

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
    variables = _variables(place / "variabele", content.get("variabele"))
    named = frozenset(variable.name for variable in variables)
    brief = Brief(
        name=path.parent.name,
        title=text_of(place, content, "title"),
        label=text_of(place, content, "label"),
        soort=_one_of(place / "soort", content.get("soort"), (BESLUIT, BRIEF)),
        articles=tuple(_articles(place / "articles", content.get("articles"))),
        rules=tuple(_rules(place / "rules", content.get("rules"))),
        roles=tuple(_roles(place / "roles", content.get("roles"))),
        four_eyes=_yes(place, content, "four_eyes", usual=False),
        variables=variables,
        feiten=_feiten(place / "feiten", content.get("feiten", {}), variables),
        blokken=blokken_of(place, content, named, taken=shared),
    )
    check_text(path.with_name("brief.typ"), named, brief.blokken, besluit=brief.is_besluit)
    return brief


def _variables(place: Place, rows: object) -> tuple[Variable, ...]:
    found: dict[str, Variable] = {}
    for spot, row in tables_of(place, rows):
        each = _variable(spot, row)
        if each.name in found:
            raise spot.error(f"«{each.name}» staat er twee keer")
        found[each.name] = each
    return tuple(found.values())


def _variable(place: Place, row: dict[str, Any]) -> Variable:
    check_keys(place, row, VARIABLE_KEYS)
    name, kind = text_of(place, row, "name"), text_of(place, row, "kind")
    if not _NAME.fullmatch(name):
        raise (place / "name").error(f"«{name}» kan niet: kleine letters, cijfers en _")
    if name in BLANKS:
        raise (place / "name").error(f"«{name}» is al iets van elke brief: kies een andere naam")
    return Variable(
        name=name,
        label=text_of(place, row, "label"),
        kind=None if kind == TEXT else meaning_of(place / "kind", kind),
        required=_yes(place, row, "required", usual=True),
        help=text_of(place, row, "help") if "help" in row else "",
    )


def _yes(place: Place, table: Mapping[str, Any], key: str, *, usual: bool) -> bool:
    value = table.get(key, usual)
    if not isinstance(value, bool):
        raise (place / key).error("hier hoort true of false te staan")
    return value


def _one_of(place: Place, word: object, allowed: tuple[str, ...]) -> str:
    if word not in allowed:
        raise place.error(f"«{word}» kan hier niet{nearest(str(word), allowed)}")
    return str(word)


def _roles(place: Place, words: object) -> list[str]:
    if not isinstance(words, list) or not words:
        raise place.error("noem ten minste één rol")
    return [_one_of(place, word, ROLES) for word in words]


def _articles(place: Place, words: object) -> list[str]:
    known = citations()
    if not isinstance(words, list) or not words:
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


def _kind_of(source: str, sources: Mapping[str, Meaning | None]) -> Meaning | None:
    """What a source gives; None where it gives no fact."""
    if source == DAGTEKENING:
        return Kind.DAY
    kind = sources.get(source.removeprefix(DAY_AFTER))
    return None if source.startswith(DAY_AFTER) and kind is not Kind.DAY else kind


def values_to_plain(kind: Brief, values: Mapping[str, Any]) -> dict[str, str | None]:
    """Values of variables as canonical text, to keep."""
    return {
        each.name: values.get(each.name)
        if each.kind is None
        else to_plain_json(values.get(each.name))
        for each in kind.variables
    }


def plain_to_values(kind: Brief, plain: Mapping[str, str | None]) -> dict[str, Any]:
    """The kept texts as values again."""
    return {each.name: _value(each.kind, plain.get(each.name)) for each in kind.variables}


def _value(kind: Meaning | None, raw: str | None) -> Plain | str:
    return raw if kind is None or raw is None else from_plain_json(kind, raw)
