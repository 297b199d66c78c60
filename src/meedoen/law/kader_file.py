"""Reads the questions of the brede intake; what is wrong is refused with file and line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from meedoen.law.articles import citations
from meedoen.law.reading import (
    Place,
    check_keys,
    day_of,
    nearest,
    one_of,
    read_toml,
    tables_of,
    text_of,
)
from meedoen.law.register_file import NAME
from meedoen.law.soort import BIJZONDER, GEVOELIG, GEWOON
from meedoen.law.vraag import (
    CHOSEN,
    DAG,
    GETAL,
    JANEE,
    SOORTEN,
    TEKST,
    Kader,
    Onderdeel,
    Optie,
    Vraag,
)
from meedoen.rules.column import Kind
from meedoen.rules.facts import Facts

TOP = ("naam", "versie", "schaal", "onderdeel")
SECTION = ("naam", "label", "help", "article", "brief", "in_kaart", "ook_bekend", "vragen")
QUESTION = (
    *("naam", "label", "help", "soort", "article", "privacy", "opties", "schaal", "eenheid"),
    *("meest", "lang", "fact", "ggm", "from", "until"),
)
EIGEN = "eigen_"  # how the name of a question of a municipality begins
KIND_OF = {JANEE: Kind.ANSWER, DAG: Kind.DAY}  # which fact a question may be
Schalen = Mapping[str, tuple[Optie, ...]]


def read_kader(folder: Path, gemeente: int, on: date) -> Kader:
    """What holds on a day. Errors: TomlError; LookupError before the first version."""
    place, content = read_toml(folder / "landelijk.toml")
    check_keys(place, content, TOP)
    versie = _version(place / "versie", content.get("versie"), on)
    schalen = _scales(place, content)
    onderdelen = _sections(place, content, schalen)
    own = folder / "gemeenten" / f"{gemeente:04d}.toml"
    if own.is_file():
        onderdelen = _with_own(own, onderdelen, schalen)
        versie = f"{versie}+{gemeente:04d}"
    _refuse_twins(place / "onderdeel", onderdelen)
    return Kader(
        text_of(place, content, "naam"),
        versie,
        tuple(
            replace(each, vragen=tuple(v for v in each.vragen if v.van <= on < v.tot))
            for each in onderdelen
        ),
    )


def read_national(folder: Path) -> tuple[Onderdeel, ...]:
    """The sections of every municipality, with their questions of all days. Errors: TomlError."""
    place, content = read_toml(folder / "landelijk.toml")
    return tuple(_sections(place, content, _scales(place, content)))


def _scales(place: Place, content: Mapping[str, Any]) -> dict[str, tuple[Optie, ...]]:
    return {
        text_of(spot, each, "naam"): _opties(spot / "opties", each.get("opties"))
        for spot, each in tables_of(place / "schaal", content.get("schaal", []))
    }


def _sections(place: Place, content: Mapping[str, Any], schalen: Schalen) -> list[Onderdeel]:
    return [
        _section(spot, each, schalen)
        for spot, each in tables_of(place / "onderdeel", content.get("onderdeel"))
    ]


def _version(place: Place, tables: object, on: date) -> str:
    found = ""
    for spot, each in tables_of(place, tables):
        check_keys(spot, each, ("naam", "from"))
        if day_of(spot, each, "from") <= on:
            found = text_of(spot, each, "naam")
    if not found:
        raise LookupError(f"Op {on} waren er nog geen vragen voor de brede intake.")
    return found


def _section(place: Place, table: Mapping[str, Any], schalen: Schalen) -> Onderdeel:
    check_keys(place, table, SECTION)
    in_kaart = table.get("in_kaart", "")
    _refuse_fact(place / "in_kaart", in_kaart, Kind.ANSWER)
    also = tuple(table.get("ook_bekend", ()))
    for name in also:
        _refuse_fact(place / "ook_bekend", name)
    vragen = tables_of(place / "vragen", table.get("vragen"))
    return Onderdeel(
        naam=_name(place, table),
        label=text_of(place, table, "label"),
        help=text_of(place, table, "help"),
        article=one_of(place, table, "article", allowed=citations()),
        vragen=tuple(_question(spot, each, schalen) for spot, each in vragen),
        brief=table.get("brief", ""),
        in_kaart=in_kaart,
        ook_bekend=also,
    )


def _question(place: Place, table: Mapping[str, Any], schalen: Schalen) -> Vraag:
    check_keys(place, table, QUESTION)
    soort = one_of(place, table, "soort", allowed=SOORTEN)
    # whoever writes a question with a free text says who may read it, or it is the strictest
    usual = {"privacy": BIJZONDER if soort == TEKST else GEWOON}
    vraag = Vraag(
        naam=_name(place, table),
        label=text_of(place, table, "label"),
        soort=soort,
        article=one_of(place, table, "article", allowed=citations()),
        help=table.get("help", ""),
        privacy=one_of(
            place, usual | dict(table), "privacy", allowed=(GEWOON, GEVOELIG, BIJZONDER)
        ),
        opties=_of_scale(place, table, schalen),
        eenheid=table.get("eenheid", ""),
        meest=_whole(place, table, "meest", asked=soort == GETAL),
        lang=_whole(place, table, "lang", asked=soort == TEKST),
        fact=table.get("fact", ""),
        ggm=table.get("ggm", ""),
        van=day_of(place, table, "from") if "from" in table else date.min,
        tot=day_of(place, table, "until") if "until" in table else date.max,
    )
    _check_whole(place, vraag)
    return vraag


def _check_whole(place: Place, vraag: Vraag) -> None:
    if (vraag.soort in CHOSEN) != bool(vraag.opties):
        needs = "hier horen" if vraag.soort in CHOSEN else "hier horen geen"
        raise (place / "opties").error(f"{needs} opties bij «{vraag.naam}»")
    if vraag.fact:
        if vraag.soort not in KIND_OF:
            raise (place / "fact").error("alleen een vraag met janee of dag kan een feit zijn")
        if vraag.bijzonder:
            raise (place / "fact").error("wat bijzonder is, wordt nooit een feit (Wi 37)")
        _refuse_fact(place / "fact", vraag.fact, KIND_OF[vraag.soort])


def _of_scale(place: Place, table: Mapping[str, Any], schalen: Schalen) -> tuple[Optie, ...]:
    if "schaal" in table:
        return schalen[one_of(place, table, "schaal", allowed=schalen)]
    return _opties(place / "opties", table.get("opties", []))


def _opties(place: Place, tables: object) -> tuple[Optie, ...]:
    found: dict[str, Optie] = {}
    for spot, each in tables_of(place, tables):
        check_keys(spot, each, ("naam", "label", "anker"))
        naam = text_of(spot, each, "naam")
        if naam in found or "|" in naam:
            raise spot.error(f"«{naam}» kan niet: elke optie één keer, en zonder |")
        found[naam] = Optie(naam, each.get("label", naam), each.get("anker", ""))
    return tuple(found.values())


def _with_own(path: Path, onderdelen: Iterable[Onderdeel], schalen: Schalen) -> list[Onderdeel]:
    """The sections with the questions that a municipality adds; it takes none away."""
    place, content = read_toml(path)
    check_keys(place, content, ("gemeente", "vraag"))
    found = {each.naam: each for each in onderdelen}
    for spot, table in tables_of(place / "vraag", content.get("vraag")):
        section = found[one_of(spot, table, "onderdeel", allowed=found)]
        vraag = _question(spot, {k: v for k, v in table.items() if k != "onderdeel"}, schalen)
        if not vraag.naam.startswith(EIGEN):
            raise (spot / "naam").error(f"de naam van een eigen vraag begint met {EIGEN}")
        if vraag.fact:
            raise (spot / "fact").error("een eigen vraag kan geen feit van de regels zijn")
        day_of(spot, table, "from")
        own = replace(vraag, eigen=True)
        found[section.naam] = replace(section, vragen=(*section.vragen, own))
    return list(found.values())


def _refuse_twins(place: Place, onderdelen: Iterable[Onderdeel]) -> None:
    seen: set[str] = set()
    for naam in _all_names(onderdelen):
        if naam in seen:
            raise place.error(f"«{naam}» staat er twee keer")
        seen.add(naam)


def _all_names(onderdelen: Iterable[Onderdeel]) -> Iterator[str]:
    for each in onderdelen:
        yield f"onderdeel {each.naam}"
        yield from (vraag.naam for vraag in each.vragen)


def _name(place: Place, table: Mapping[str, Any]) -> str:
    naam = text_of(place, table, "naam")
    if not NAME.fullmatch(naam):
        raise (place / "naam").error(f"«{naam}» kan niet: kleine letters, cijfers en _")
    return naam


def _refuse_fact(place: Place, name: str, kind: Kind | None = None) -> None:
    if not name:
        return
    fact = Facts.named(name)
    if fact is None:
        raise place.error(f"onbekend feit «{name}»{nearest(name, (f.name for f in Facts.all()))}")
    if kind is not None and fact.kind is not kind:
        raise place.error(f"«{name}» is geen {kind.value}")


def _whole(place: Place, table: Mapping[str, Any], key: str, *, asked: bool) -> int:
    value = table.get(key, 0)
    if type(value) is not int or not 0 <= value <= 20_000 or bool(value) != asked:
        words = "een geheel getal te staan" if asked else "niets te staan"
        raise (place / key).error(f"hier hoort {words}")
    return value
