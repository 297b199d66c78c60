"""The register of gebeurtenissen: what may be written in a dossier, and the check of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from meedoen.law.plain_text import from_plain_json, refusal, to_plain_json
from meedoen.law.presentation import in_words
from meedoen.law.reading import UNKNOWN_WORD, nearest
from meedoen.law.register_file import read_register
from meedoen.law.soort import (
    THE_DAY,
    FeitInSoort,
    Register,
    Soort,
    TekstInSoort,
)
from meedoen.rules.choices import Choice
from meedoen.rules.column import Kind, Meaning, Plain
from meedoen.rules.facts import Facts
from meedoen.rules.tegenspraak import tegenspraken

__all__ = [
    "FeitInSoort",
    "Gegevens",
    "RegisterError",
    "Soort",
    "TekstInSoort",
    "checked",
    "from_plain_json",
    "of_no_dossier",
    "register",
    "to_plain_json",
]

HOME = Path(__file__).with_name("gebeurtenissen")
WHOLE = ""  # the field of a message that is about all fields together


@dataclass(frozen=True)
class Gegevens:
    """What somebody told: facts by name (None: became unknown), and texts by name."""

    feiten: Mapping[str, Plain]
    teksten: Mapping[str, str]


class RegisterError(Exception):
    """What was told cannot be recorded so. `fields`: per field what is wrong, in Dutch.

    The field "" is about all fields together.
    """

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(f"{name}: {text}" for name, text in fields.items()))
        self.fields = dict(fields)


def register() -> Mapping[str, Soort]:
    """Every soort gebeurtenis by name. Errors: TomlError with file and line."""
    return _read().soorten


def of_no_dossier() -> Mapping[str, str]:
    """The facts that no dossier holds, such as money of a municipality, each with the reason."""
    return _read().niet_per_dossier


@cache
def _read() -> Register:
    return read_register(HOME)


def checked(
    soort: Soort,
    gegevens: Mapping[str, Any],
    on: date,
    *,
    known: Mapping[str, Plain] | None = None,
) -> Gegevens:
    """What was told of a gebeurtenis on a day, checked: facts and texts apart.

    A value is plain (date, bool, int, Choice) or its canonical text; None and "" mean: not told.
    "onbekend" tells that a fact is no longer known. `known`: the facts of the dossier so far, to
    find what the new ones contradict. Errors: RegisterError with a Dutch message per field.
    """
    problems: dict[str, str] = {}
    feiten: dict[str, Plain] = {}
    teksten: dict[str, str] = {}
    for each in soort.facts:
        try:
            feiten |= _fact(each, gegevens.get(each.name), on)
        except ValueError as error:
            problems[each.name] = str(error)
    for text in soort.texts:
        try:
            teksten |= _text(text, gegevens.get(text.name))
        except ValueError as error:
            problems[text.name] = str(error)
    problems |= dict(_strangers(soort, gegevens)) | dict(_contradictions(feiten, known or {}))
    if not problems and soort.facts and not feiten and not teksten and not soort.alone:
        problems[WHOLE] = "Vul ten minste één gegeven in."
    if problems:
        raise RegisterError(problems)
    return Gegevens(feiten, teksten)


def _strangers(soort: Soort, gegevens: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in gegevens:
        if name not in soort.names:
            yield name, f"Dit hoort niet bij «{soort.label}»{nearest(name, soort.names)}."


def _contradictions(
    new: Mapping[str, Plain], known: Mapping[str, Plain]
) -> Iterator[tuple[str, str]]:
    for found in tegenspraken({**known, **new}):
        here, there = (found.one, found.other) if found.one in new else (found.other, found.one)
        fact = Facts.named(there)
        if here in new and fact is not None:
            yield here, f"Dit past niet bij «{fact.meaning}». Kijk beide na."


def _fact(each: FeitInSoort, told: object, on: date) -> dict[str, Plain]:
    """The fact as a part of a table; empty where nothing was told."""
    if told is None or told == "":
        return _not_told(each, on)
    if told == UNKNOWN_WORD and not each.required and each.is_ in {"", UNKNOWN_WORD}:
        return {each.name: None}
    value = _plain(told, each.fact().kind)
    if each.is_ not in {"", THE_DAY} and value != each.said_by_soort(on):
        raise ValueError("Dit zegt de gebeurtenis zelf al. Laat het leeg.")
    _check_bounds(each, value, on)
    return {each.name: value}


def _not_told(each: FeitInSoort, on: date) -> dict[str, Plain]:
    if each.required:
        raise ValueError("Vul dit in.")
    if each.asked:
        return {}
    value = each.said_by_soort(on)
    _check_bounds(each, value, on)
    return {each.name: value}


def _plain(told: object, kind: Meaning) -> Plain:
    """A value of this kind. Errors: ValueError."""
    if isinstance(told, str):
        return from_plain_json(kind, told.strip())
    # exactly this type: True is a whole number too, and a moment is a day too
    if isinstance(told, bool | int | date | Choice) and type(told) is _type_of(kind):
        return told
    raise ValueError(refusal(kind))


def _type_of(kind: Meaning) -> type:
    if not isinstance(kind, Kind):
        return kind
    return {Kind.ANSWER: bool, Kind.DAY: date}.get(kind, int)


def _check_bounds(each: FeitInSoort, value: Plain, on: date) -> None:
    fact = each.fact()
    if isinstance(value, date):
        _check_between(value, fact.kind, first=fact.first, last=fact.last)
        if value > on and not each.may_be_later:
            raise ValueError(
                f"Deze dag ligt na de dag waarop dit gebeurde ({in_words(on, Kind.DAY)})."
            )
    elif isinstance(value, int) and not isinstance(value, bool):
        _check_between(value, fact.kind, first=0, last=fact.most)


def _check_between(value: Any, kind: Meaning, *, first: Any, last: Any) -> None:
    if not first <= value <= last:
        raise ValueError(f"Dit kan van {in_words(first, kind)} tot en met {in_words(last, kind)}.")


def _text(each: TekstInSoort, told: object) -> dict[str, str]:
    """The text as a part of a table; empty where nothing was told."""
    if told is not None and not isinstance(told, str):
        raise ValueError("Dit is geen tekst.")
    text = (told or "").strip()
    if not text:
        if each.required:
            raise ValueError("Vul dit in.")
        return {}
    if len(text) > each.most:
        raise ValueError(f"Dit is te lang: {len(text)} tekens. Er mogen er {each.most} zijn.")
    if "\x00" in text:  # the database takes every other character
        raise ValueError("In deze tekst staat een teken dat niet kan worden bewaard.")
    return {each.name: text}
