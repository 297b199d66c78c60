"""The blanks of a letter: what an official fills in, checked when the file is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from meedoen.law.blok import BLANKS
from meedoen.law.plain_text import from_plain_json, to_plain_json
from meedoen.law.reading import Place, check_keys, meaning_of, tables_of, text_of, yes_of
from meedoen.rules.column import Meaning, Plain

KEYS = ("name", "label", "help", "kind", "required", "words")
ONDERWERP = "onderwerp"  # of the letter: stands in its title
TEXT, LINE, ARTICLES, CHOICE = "tekst", "regel", "artikel", "keuze"
_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Variable:
    """A blank in a letter. `kind`: None is text, else a kind or list of words of the rules.

    `words`: the texts from which somebody chooses. `cites`: a citation per line, such as Wi 17:1.
    `line`: a few words, on one line.
    """

    name: str
    label: str
    kind: Meaning | None
    required: bool = True
    help: str = ""
    words: tuple[str, ...] = ()
    cites: bool = False
    line: bool = False

    @property
    def stands_in_frame(self) -> bool:
        """Whether huisstijl.typ prints it: the facts, the articles, the subject in the title."""
        return self.cites or self.name in (FEITEN.name, ONDERWERP, VERTALING)


# Every besluit tells from which facts it starts (Awb 3:46): a sentence per line, chosen by the
# official, frozen with the other blanks.
FEITEN = Variable("feiten", "Feiten", None)
VERTALING = "vertaling"  # the code of the language of the courtesy sheet; nothing: no sheet


def blank_for_sheet(codes: Iterable[str]) -> Variable:
    """In which language a courtesy sheet goes with the letter."""
    label = "Hulpblad in een andere taal"
    return Variable(VERTALING, label, None, required=False, words=tuple(codes))


def blanks_in(place: Place, rows: object, *, besluit: bool) -> tuple[Variable, ...]:
    """The blanks of a kind; a besluit has its facts too. Errors: TomlError."""
    found: dict[str, Variable] = {FEITEN.name: FEITEN} if besluit else {}
    for spot, row in tables_of(place, rows):
        each = _variable(spot, row)
        if each.name in found:
            raise spot.error(f"«{each.name}» staat er twee keer")
        found[each.name] = each
    return tuple(found.values())


def _variable(place: Place, row: dict[str, Any]) -> Variable:
    check_keys(place, row, KEYS)
    name, kind = text_of(place, row, "name"), text_of(place, row, "kind")
    if not _NAME.fullmatch(name):
        raise (place / "name").error(f"«{name}» kan niet: kleine letters, cijfers en _")
    if name in BLANKS:
        raise (place / "name").error(f"«{name}» is al iets van elke brief: kies een andere naam")
    plain = kind in (TEXT, LINE, ARTICLES, CHOICE)
    return Variable(
        name=name,
        label=text_of(place, row, "label"),
        kind=None if plain else meaning_of(place / "kind", kind),
        required=yes_of(place, row, "required", usual=True),
        help=text_of(place, row, "help") if "help" in row else "",
        words=_words(place / "words", row.get("words", []), choice=kind == CHOICE),
        cites=kind == ARTICLES,
        line=kind == LINE,
    )


def _words(place: Place, words: object, *, choice: bool) -> tuple[str, ...]:
    if not isinstance(words, list) or choice is not bool(words):
        raise place.error(f"woorden horen bij kind = «{CHOICE}», en alleen daarbij")
    return tuple(str(word) for word in words)


def values_to_plain(
    variables: Iterable[Variable], values: Mapping[str, Any]
) -> dict[str, str | None]:
    """Values of variables as canonical text, to keep."""
    return {
        each.name: values.get(each.name)
        if each.kind is None
        else to_plain_json(values.get(each.name))
        for each in variables
    }


def plain_to_values(
    variables: Iterable[Variable], plain: Mapping[str, str | None]
) -> dict[str, Any]:
    """The kept texts as values again."""
    return {each.name: _value(each.kind, plain.get(each.name)) for each in variables}


def _value(kind: Meaning | None, raw: str | None) -> Plain | str:
    return raw if kind is None or raw is None else from_plain_json(kind, raw)
