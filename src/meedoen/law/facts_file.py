"""Reads the facts of one person from TOML; what is wrong or contradictory is refused."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from meedoen.law.reading import Place, check_keys, plain_of, read_toml, table_of
from meedoen.rules.column import Kind, Plain
from meedoen.rules.fact import WI2021_BEGAN, Fact
from meedoen.rules.facts import Facts
from meedoen.rules.tegenspraak import tegenspraken


def read_facts(path: Path) -> dict[str, Plain]:
    """The known facts of one person, from a file with the names at the top or under [facts].

    Errors: TomlError with file, line, field and what is allowed.
    """
    place, content = read_toml(path)
    if set(content) == {"facts"}:
        return facts_of(place / "facts", table_of(place / "facts", content["facts"]))
    return facts_of(place, content)


def facts_of(place: Place, table: Mapping[str, Any]) -> dict[str, Plain]:
    """The known facts in a table. Errors: TomlError, also for facts that exclude each other."""
    known = {fact.name: fact for fact in Facts.all()}
    check_keys(place, table, known)
    read = {name: _fact_of(place / name, value, known[name]) for name, value in table.items()}
    facts: dict[str, Plain] = {n: value for n, value in read.items() if value is not None}
    for found in tegenspraken(facts):
        raise (place / found.one).error(f"spreekt {found.other} tegen: {found.reason}")
    return facts


def check_day(place: Place, day: date) -> date:
    """The day of the question. Errors: TomlError for a day before the law began."""
    if day < WI2021_BEGAN:
        raise place.error(
            f"{day} ligt voor het begin van de wet; kies een dag vanaf {WI2021_BEGAN}"
        )
    return day


def _fact_of(place: Place, value: object, fact: Fact) -> Plain:
    plain = plain_of(place, value, fact.kind)
    if isinstance(plain, date) and not fact.first <= plain <= fact.last:
        raise place.error(f"{plain} kan niet; toegestaan: {fact.first} tot en met {fact.last}")
    if _is_number(fact, plain) and not 0 <= int(str(plain)) <= fact.most:
        raise place.error(f"{plain} kan niet; toegestaan: 0 tot en met {fact.most}")
    return plain


def _is_number(fact: Fact, plain: Plain) -> bool:
    return isinstance(fact.kind, Kind) and isinstance(plain, int) and not isinstance(plain, bool)
