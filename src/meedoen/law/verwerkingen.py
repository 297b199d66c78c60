"""The register of processing activities: what personal data is used for, and on what ground.

Ships with the product (`verwerkingen.toml`, AVG 30); a municipality lays its own words over it in
`verwerkingen/CODE.toml`. What is wrong is refused with file and line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from meedoen.law.articles import citations
from meedoen.law.loader import HOME
from meedoen.law.reading import Place, check_keys, nearest, read_toml, tables_of, text_of

TEXTS = ("naam", "titel", "doel", "bewaren")
LISTS = ("grond", "betrokkenen", "gegevens", "ontvangers", "bewaren_bron")
CITED = ("grond", "bewaren_bron")
NAME = re.compile(r"[a-z]+(_[a-z]+)*")
BIJZONDER = "bijzondere_gegevens"  # the verwerking of whatever shows special categories
MAY, LIFTS = "AVG 6:", "AVG 9:2"  # the lawful ground; what lifts the ban on special categories


@dataclass(frozen=True)
class Verwerking:
    """One processing activity. `grond` and `bewaren_bron` cite articles; `bijzonder`: special."""

    naam: str
    titel: str
    doel: str
    grond: tuple[str, ...]
    betrokkenen: tuple[str, ...]
    gegevens: tuple[str, ...]
    ontvangers: tuple[str, ...]
    bewaren: str
    bewaren_bron: tuple[str, ...]
    bijzonder: bool = False


@dataclass(frozen=True)
class Verwerkingen:
    """The register of a municipality; `uri` is where its names begin for others."""

    uri: str
    named: Mapping[str, Verwerking]


@lru_cache(maxsize=512)
def verwerkingen(gemeente: int | None = None, home: Path = HOME) -> Verwerkingen:
    """The register, with what a municipality (CBS code) laid over it.

    Errors: TomlError with file and line.
    """
    under = _read(home / "verwerkingen.toml")
    own = home / "verwerkingen" / f"{gemeente or 0:04d}.toml"
    if gemeente is None or not own.is_file():
        return under
    over = _read(own, uri=under.uri)
    return Verwerkingen(over.uri, {**under.named, **over.named})


def uri_of(naam: str, *, gemeente: int) -> str:
    """How others refer to a verwerking of a municipality."""
    return f"{verwerkingen(gemeente).uri}:{gemeente:04d}:{naam}"


def _read(path: Path, *, uri: str = "") -> Verwerkingen:
    place, content = read_toml(path)
    check_keys(place, content, ("uri", "verwerking"))
    named: dict[str, Verwerking] = {}
    for spot, row in tables_of(place / "verwerking", content.get("verwerking")):
        made = _verwerking(spot, row)
        if made.naam in named:
            raise (spot / "naam").error(f"«{made.naam}» staat er al")
        named[made.naam] = made
    return Verwerkingen(text_of(place, {"uri": uri, **content}, "uri"), named)


def _verwerking(place: Place, row: Mapping[str, Any]) -> Verwerking:
    check_keys(place, row, (*TEXTS, *LISTS, "bijzonder"))
    texts = {name: text_of(place, row, name) for name in TEXTS}
    lists = {name: _list(place / name, row.get(name)) for name in LISTS}
    special = row.get("bijzonder", False)
    if not isinstance(special, bool):
        raise (place / "bijzonder").error("hier hoort true of false te staan")
    if not NAME.fullmatch(texts["naam"]):
        raise (place / "naam").error("een naam heeft kleine letters, met _ ertussen")
    _refuse_ground(place / "grond", lists["grond"], special=special)
    return Verwerking(**texts, **lists, bijzonder=special)  # type: ignore[arg-type]


def _list(place: Place, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(x, str) for x in value):
        raise place.error("hier hoort een lijst van teksten te staan")
    if place.keys[-1] in CITED:
        for cited in value:
            if cited not in citations():
                raise place.error(f"«{cited}» is geen artikel{nearest(cited, citations())}")
    return tuple(value)


def _refuse_ground(place: Place, grond: tuple[str, ...], *, special: bool) -> None:
    """Whatever is done has a ground of AVG 6; special categories ask for one of AVG 9:2 too."""
    if not any(each.startswith(MAY) for each in grond):
        raise place.error("noem een grond van AVG 6")
    if special != any(each.startswith(LIFTS) for each in grond):
        raise place.error("bijzondere gegevens, en alleen die, hebben ook een grond van AVG 9:2")
