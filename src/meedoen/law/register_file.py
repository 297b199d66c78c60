"""Reads the register of gebeurtenissen; what is wrong is refused with file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from meedoen.law.articles import citations
from meedoen.law.plain_text import to_plain_json
from meedoen.law.reading import (
    UNKNOWN_WORD,
    Place,
    check_keys,
    nearest,
    one_of,
    plain_of,
    read_toml,
    tables_of,
    text_of,
)
from meedoen.law.soort import (
    BIJZONDER,
    GEVOELIG,
    GEWOON,
    MAY_HOLD_HEALTH,
    OFFICIALS,
    PROCESSEN,
    ROLES,
    THE_DAY,
    FeitInSoort,
    Register,
    Soort,
    TekstInSoort,
)
from meedoen.rules.column import Kind
from meedoen.rules.fact import Fact, Source
from meedoen.rules.facts import Facts

FOR_ALL = ("proces", "roles", "source")  # at the top of a file: for every soort that says no other
FILE_KEYS = (*FOR_ALL, "soort", "niet_per_dossier")
SOORT_KEYS = (*FOR_ALL, "name", "label", "help", "article", "facts", "texts", "system", "alone")
FACT_KEYS = ("fact", "required", "is", "may_be_later")
TEXT_KEYS = ("name", "label", "privacy", "required", "most")
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
MOST_FACTS = 10  # that a form asks: what is known at one moment; more is another soort


def read_register(folder: Path) -> Register:
    """The register in all TOML files of a folder. Errors: TomlError with file and line."""
    read = [read_toml(path) for path in sorted(folder.glob("*.toml"))]
    without: dict[str, str] = {}
    for place, content in read:
        check_keys(place, content, FILE_KEYS)
        without |= _without(place / "niet_per_dossier", content.get("niet_per_dossier", []))
    soorten: dict[str, Soort] = {}
    for place, content in read:
        for spot, soort in _soorten(place, content):
            _refuse_strangers(spot, soort, others=soorten, without=without)
            soorten[soort.name] = soort
    return Register(soorten, without)


def _without(place: Place, tables: object) -> dict[str, str]:
    """Facts that no dossier holds, each with the reason."""
    found: dict[str, str] = {}
    for spot, table in tables_of(place, tables):
        check_keys(spot, table, ("facts", "reason"))
        reason = text_of(spot, table, "reason")
        for name in _words_of(spot / "facts", table.get("facts"), _fact_names()):
            found[name] = reason
    return found


def _soorten(place: Place, content: Mapping[str, Any]) -> Iterator[tuple[Place, Soort]]:
    usual = {key: content[key] for key in FOR_ALL if key in content}
    for spot, table in tables_of(place / "soort", content.get("soort", [])):
        check_keys(spot, table, SOORT_KEYS)
        yield spot, _soort(spot, usual | table)


def _soort(place: Place, table: dict[str, Any]) -> Soort:
    name = text_of(place, table, "name")
    if not NAME.fullmatch(name):
        raise (place / "name").error(f"«{name}» kan niet: kleine letters, cijfers en _")
    system = _yes(place, table, "system")
    soort = Soort(
        name=name,
        label=text_of(place, table, "label"),
        help=text_of(place, table, "help"),
        article=one_of(place, table, "article", allowed=citations()),
        proces=one_of(place, table, "proces", allowed=PROCESSEN),
        roles=() if system else _roles(place / "roles", table.get("roles")),
        source=Source(one_of(place, table, "source", allowed=[source.value for source in Source])),
        facts=tuple(
            _fact(spot, each) for spot, each in tables_of(place / "facts", table.get("facts", []))
        ),
        texts=tuple(
            _text(spot, each) for spot, each in tables_of(place / "texts", table.get("texts", []))
        ),
        system=system,
        alone=_yes(place, table, "alone"),
    )
    _check_whole(place, soort)
    return soort


def _roles(place: Place, words: object) -> tuple[str, ...]:
    roles = _words_of(place, words, ROLES)
    if not roles:
        raise place.error("hier hoort ten minste één rol te staan")
    return roles


def _fact(place: Place, table: dict[str, Any]) -> FeitInSoort:
    check_keys(place, table, FACT_KEYS)
    name = one_of(place, table, "fact", allowed=_fact_names())
    fact = next(fact for fact in Facts.all() if fact.name == name)
    later = _yes(place, table, "may_be_later")
    if later and fact.kind is not Kind.DAY:
        raise (place / "may_be_later").error(f"{name} is geen dag")
    required = _yes(place, table, "required")
    if required and "is" in table:
        raise (place / "is").error("wat de soort zelf al zegt, vraagt u niet ook nog (required)")
    said = _said(place / "is", table["is"], fact) if "is" in table else ""
    return FeitInSoort(name, required, said, later)


def _said(place: Place, value: object, fact: Fact) -> str:
    if value == THE_DAY:
        if fact.kind is not Kind.DAY:
            raise place.error(f"{fact.name} is geen dag")
        return THE_DAY
    return to_plain_json(plain_of(place, value, fact.kind)) or UNKNOWN_WORD


def _text(place: Place, table: dict[str, Any]) -> TekstInSoort:
    check_keys(place, table, TEXT_KEYS)
    most = table.get("most", TekstInSoort.most)
    if type(most) is not int or not 0 < most <= 20_000:
        raise (place / "most").error("hier hoort een aantal tekens te staan, tot 20000")
    return TekstInSoort(
        name=text_of(place, table, "name"),
        label=text_of(place, table, "label"),
        privacy=one_of(
            place, {"privacy": BIJZONDER} | table, "privacy", allowed=(GEWOON, GEVOELIG, BIJZONDER)
        ),
        required=_yes(place, table, "required"),
        most=most,
    )


def _check_whole(place: Place, soort: Soort) -> None:
    """What holds for a soort as a whole."""
    for name in soort.names:
        if soort.names.count(name) > 1:
            raise place.error(f"«{name}» staat er twee keer")
    asked = 0 if soort.system else sum(each.asked for each in soort.facts)
    if asked > MOST_FACTS:
        raise (place / "facts").error(f"vraagt {asked} feiten; hoogstens {MOST_FACTS}")
    strangers = sorted(set(soort.roles) - OFFICIALS)
    for each in soort.facts if strangers else ():
        if each.asked and each.fact().source is Source.AMBTENAAR:
            raise (place / "roles").error(f"over «{each.name}» oordeelt geen {strangers[0]}")
    _check_health(place / "texts", soort)


def _check_health(place: Place, soort: Soort) -> None:
    """Health is written down only where Wi 37:2 gives the ground, and never by a school."""
    if soort.proces in MAY_HOLD_HEALTH and "docent" not in soort.roles:
        return
    for text in soort.texts:
        if text.privacy == BIJZONDER:
            raise place.error(f"«{text.name}» mag hier niet bijzonder zijn (Wi 37)")


def _refuse_strangers(
    place: Place, soort: Soort, *, others: Mapping[str, Soort], without: Mapping[str, str]
) -> None:
    """Two soorten of one name, and facts that are of no dossier."""
    if soort.name in others:
        raise (place / "name").error(f"de soort «{soort.name}» is er al")
    for each in soort.facts:
        if each.name in without:
            raise (place / "facts").error(f"«{each.name}» hoort in geen dossier")


def _fact_names() -> list[str]:
    return [fact.name for fact in Facts.all()]


def _words_of(place: Place, words: object, allowed: Iterable[str]) -> tuple[str, ...]:
    if not isinstance(words, list):
        raise place.error("hier hoort een lijst van woorden te staan")
    for word in words:
        if word not in allowed:
            raise place.error(f"«{word}» kan hier niet{nearest(str(word), allowed)}")
    return tuple(words)


def _yes(place: Place, table: Mapping[str, Any], key: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise (place / key).error("hier hoort true of false te staan")
    return value
