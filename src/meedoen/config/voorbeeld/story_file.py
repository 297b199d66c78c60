"""Reads the hand-written people: stories/NAME.toml, a script per person that anybody can read."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from meedoen.config.voorbeeld.accounts import DEMO_ACCOUNTS, VOORBEELDSTAD
from meedoen.config.voorbeeld.days import last_day
from meedoen.config.voorbeeld.life import Happening, Life, in_order
from meedoen.config.voorbeeld.numbers import Numbers
from meedoen.dossier.actions.people import NewPerson
from meedoen.dossier.names import Naam
from meedoen.dossier.partial_date import parse
from meedoen.law.reading import Place, check_keys, day_of, read_toml, tables_of, text_of

STORIES = Path(__file__).with_name("stories")
STORY_KEYS = ("verhaal", "persoon")
PERSON_KEYS = (
    "sleutel", "voornamen", "voorvoegsel", "achternaam", "eigen_schrift", "geboren",
    "geslacht", "bsn", "vnummer", "talen", "tolk", "klantmanager", "gebeurt",
)  # fmt: skip
INTERPRETER_KEYS = ("nodig", "taal", "dialect", "geslacht")
# How a happening is told: when, what, by whom (an official or a role), and when it was recorded.
OWN_KEYS = {"dag", "wat", "door", "genoteerd"}
DAY_IN_LETTER = "datum"  # a letter has a variable «dag», a word that is taken here


def read_stories(numbers: Numbers, folder: Path = STORIES) -> Iterator[Life]:
    """Every life of every story, in the order of the files. Errors: TomlError with its place."""
    for path in sorted(folder.glob("*.toml")):
        place, content = read_toml(path)
        check_keys(place, content, STORY_KEYS)
        text_of(place, content, "verhaal")
        for spot, table in tables_of(place / "persoon", content.get("persoon")):
            check_keys(spot, table, PERSON_KEYS)
            yield _life(spot, table, numbers)


def _life(place: Place, table: Mapping[str, Any], numbers: Numbers) -> Life:
    happenings = [
        _happening(spot, told, table["klantmanager"])
        for spot, told in tables_of(place / "gebeurt", table.get("gebeurt"))
    ]
    if not happenings or happenings[0].what != "dossier":
        raise (place / "gebeurt").error('een verhaal begint met wat = "dossier"')
    first = happenings[0]
    kept = tuple(in_order(first.recorded_on, happenings))
    if len(kept) < len(happenings):
        raise (place / "gebeurt").error(f"dit verhaal gaat verder dan {last_day()}")
    return Life(
        key=text_of(place, table, "sleutel"),
        gemeente=VOORBEELDSTAD,
        person=_person(place, table, numbers),
        klantmanager=text_of(place, table, "klantmanager"),
        opened=first.on,
        opened_by=first.by,
        happenings=kept,
    )


def _person(place: Place, table: Mapping[str, Any], numbers: Numbers) -> NewPerson:
    tolk = table.get("tolk", {})
    check_keys(place / "tolk", tolk, INTERPRETER_KEYS)
    contact = {f"tolk_{name}": text for name, text in tolk.items() if name != "nodig"}
    return NewPerson(
        naam=Naam(
            table.get("voornamen", ""),
            table.get("voorvoegsel", ""),
            table.get("achternaam", ""),
            table.get("eigen_schrift", ""),
        ),
        geboortedatum=parse(text_of(place, table, "geboren")),
        geslacht=text_of(place, table, "geslacht"),
        bsn=numbers.bsn() if table.get("bsn", True) else "",
        vnummer=numbers.vnummer() if table.get("vnummer", True) else "",
        talen=tuple(table["talen"]),
        tolk_nodig=tolk.get("nodig"),
        contact={"telefoon": numbers.telephone(), **contact},
    )


def _happening(place: Place, told: Mapping[str, Any], klantmanager: str) -> Happening:
    day = day_of(place, told, "dag")
    recorded: date = told.get("genoteerd", day)
    own = {name: value for name, value in told.items() if name not in OWN_KEYS}
    if DAY_IN_LETTER in own:
        own["dag"] = own.pop(DAY_IN_LETTER)
    by = _official(place, told.get("door", klantmanager))
    return Happening(day, text_of(place, told, "wat"), own, by, recorded)


def _official(place: Place, name: str) -> str:
    """The key of an official, who is named by key or by role."""
    for account in DEMO_ACCOUNTS:
        if name in {account.key, account.rol.value}:
            return account.key
    raise place.error(f"«{name}» werkt hier niet")
