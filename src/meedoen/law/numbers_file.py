"""Reads one file of numbers of the law, with its rest days; refuses what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from meedoen.law.reading import (
    Place,
    check_keys,
    day_of,
    meaning_of,
    nearest,
    plain_of,
    read_toml,
    table_of,
    tables_of,
    text_of,
)
from meedoen.rules.calendar import Feestdag
from meedoen.rules.choices import Choice
from meedoen.rules.column import Plain
from meedoen.rules.parameters import Form, Number, Version

NUMBER_KEYS = (
    "meaning", "unit", "article", "values", "open", "municipal", "argument", "last", "instead_of",
)  # fmt: skip
VERSION_KEYS = ("from", "until", "known_from", "value", "bands", "words", "source", "confidence")
HOLIDAY_KEYS = ("name", "basis", "month", "day", "easter", "if_sunday", "on")
CONFIDENCE = ("tekst", "secundair", "geheugen", "afgeleid", "open")


def read_numbers(path: Path) -> tuple[dict[str, Number], list[Feestdag]]:
    """The numbers and the rest days of one file. Errors: TomlError with file and line."""
    place, content = read_toml(path)
    days = tables_of(place / "feestdag", content.pop("feestdag", []))
    numbers = {
        name: _number(place / name, name, table_of(place / name, table))
        for name, table in content.items()
    }
    return numbers, [_holiday(*item) for item in days]


def _number(place: Place, name: str, table: Mapping[str, Any]) -> Number:
    check_keys(place, table, NUMBER_KEYS)
    kind = meaning_of(place / "unit", text_of(place, table, "unit"))
    found = tables_of(place / "values", table.get("values", []))
    municipal = table.get("municipal", False) is True
    if not found and not municipal:
        raise (place / "values").error("hier hoort ten minste een waarde te staan")
    form = _form(found)
    argument = table.get("argument")
    if (form is Form.BANDS) != (argument is not None):
        raise (place / "argument").error("hoort bij een tabel (bands), en alleen daarbij")
    number = Number(
        name,
        text_of(place, table, "meaning"),
        kind,
        text_of(place, table, "article"),
        (),
        form,
        None if argument is None else meaning_of(place / "argument", str(argument)),
        table.get("last"),
        str(table.get("open", "")),
        municipal,
        str(table.get("instead_of", "")),
        place.path.name,
        place.line,
    )
    return replace(number, versions=_versions(number, found))


def _form(found: list[tuple[Place, dict[str, Any]]]) -> Form:
    if any("bands" in table for _, table in found):
        return Form.BANDS
    return Form.WORDS if any("words" in table for _, table in found) else Form.ONE


def _versions(number: Number, found: list[tuple[Place, dict[str, Any]]]) -> tuple[Version, ...]:
    versions = tuple(_version(place, table, number) for place, table in found)
    for (place, _), version, later in zip(found[1:], versions, versions[1:], strict=False):
        if (later.from_, later.known_from) <= (version.from_, version.known_from):
            raise place.error("de waarden moeten in de volgorde van hun begindag staan")
    return versions


def _version(place: Place, table: Mapping[str, Any], number: Number) -> Version:
    check_keys(place, table, VERSION_KEYS)
    begin = day_of(place, table, "from")
    until = day_of(place, table, "until") if "until" in table else None
    if until is not None and until <= begin:
        raise (place / "until").error(f"ligt niet na {begin}")
    confidence = table.get("confidence", CONFIDENCE[0])
    if confidence not in CONFIDENCE:
        raise (place / "confidence").error(f"«{confidence}» kan niet{nearest('', CONFIDENCE)}")
    return Version(
        begin,
        until,
        day_of(place, table, "known_from") if "known_from" in table else begin,
        _value(place, table, number),
        text_of(place, table, "source"),
        confidence,
    )


def _value(
    place: Place, table: Mapping[str, Any], number: Number
) -> Plain | tuple[tuple[int, Plain], ...] | tuple[Choice, ...]:
    key = {Form.ONE: "value", Form.BANDS: "bands", Form.WORDS: "words"}[number.form]
    if key not in table:
        raise place.error(f"hier ontbreekt «{key}»")
    if number.form is Form.ONE:
        return plain_of(place / key, table[key], number.kind)
    if not isinstance(table[key], list) or not table[key]:
        raise (place / key).error("hier hoort een lijst te staan")
    if number.form is Form.BANDS:
        return tuple(_band(place / key, row, number) for row in table[key])
    words = (plain_of(place / key, word, number.kind) for word in table[key])
    return tuple(word for word in words if isinstance(word, Choice))


def _band(place: Place, row: object, number: Number) -> tuple[int, Plain]:
    if not isinstance(row, list) or len(row) != 2 or type(row[0]) is not int:
        raise place.error("elke regel hoort [ondergrens, waarde] te zijn")
    return row[0], plain_of(place, row[1], number.kind)


def read_choices(path: Path, numbers: Mapping[str, Number]) -> dict[str, Number]:
    """What one municipality chose of the numbers that it may choose. Errors: TomlError."""
    place, content = read_toml(path)
    content.pop("gemeente", None)
    chosen = {}
    allowed = [name for name, number in numbers.items() if number.municipal]
    for name, table in content.items():
        if name not in allowed:
            raise (place / name).error(f"een gemeente kiest dit niet{nearest(name, allowed)}")
        check_keys(place / name, table_of(place / name, table), ("values",))
        number = replace(numbers[name], file=path.name, line=(place / name).line)
        found = tables_of(place / name / "values", table.get("values", []))
        chosen[name] = replace(number, versions=_versions(number, found))
    return chosen


def _holiday(place: Place, table: Mapping[str, Any]) -> Feestdag:
    check_keys(place, table, HOLIDAY_KEYS)
    on: date | None = day_of(place, table, "on") if "on" in table else None
    name, basis = text_of(place, table, "name"), text_of(place, table, "basis")
    try:
        day = Feestdag(
            name, basis, **{k: v for k, v in table.items() if k in HOLIDAY_KEYS[2:6]}, on=on
        )
        day.in_year(2024)
    except (TypeError, ValueError) as error:
        raise place.error("deze dag bestaat niet; geef month en day, easter of on") from error
    return day
