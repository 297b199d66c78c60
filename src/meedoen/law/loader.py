"""Puts the law of one stelsel together: its files, or another stelsel with files laid over it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from meedoen.law.numbers_file import read_choices, read_numbers
from meedoen.law.reading import TomlError, check_keys, nearest, read_toml, text_of
from meedoen.rules.calendar import Feestdag, rest_days
from meedoen.rules.parameters import Law, Number

HOME = Path(__file__).parent
STELSEL_KEYS = ("name", "title", "from", "files", "over")


@dataclass(frozen=True)
class Stelsel:
    """What one stelsel holds, and the files that it was read from."""

    numbers: dict[str, Number]
    holidays: tuple[Feestdag, ...]
    files: tuple[Path, ...]


@lru_cache(maxsize=64)
def load_law(stelsel: str = "wi2021", gemeente: str | None = None, home: Path = HOME) -> Law:
    """The law of one stelsel, with what one municipality chose laid over it.

    Errors: TomlError with file and line; an unknown stelsel or municipality names the nearest.
    """
    found = _stelsel(stelsel, home, ())
    numbers, files = dict(found.numbers), list(found.files)
    if gemeente is not None:
        files.append(choose_file(home / "gemeenten", gemeente, "gemeente"))
        numbers |= read_choices(files[-1], numbers)
    return Law(stelsel, numbers, rest_days(found.holidays), version=_hash_of(files))


@lru_cache(maxsize=8)
def holidays_of(stelsel: str = "wi2021", home: Path = HOME) -> tuple[Feestdag, ...]:
    """The general holidays that a stelsel counts with, by name. Errors: TomlError."""
    return _stelsel(stelsel, home, ()).holidays


def choose_file(folder: Path, name: str, what: str) -> Path:
    """The TOML file of this name in a folder. Errors: TomlError with the names there are."""
    names = sorted(path.stem for path in folder.glob("*.toml"))
    if name not in names:
        raise TomlError(f"onbekend(e) {what} «{name}»{nearest(name, names)}")
    return folder / f"{name}.toml"


@lru_cache(maxsize=8)
def _stelsel(name: str, home: Path, above: tuple[str, ...]) -> Stelsel:
    path = choose_file(home / "stelsels", name, "stelsel")
    place, content = read_toml(path)
    check_keys(place, content, STELSEL_KEYS)
    files = content.get("files")
    if not isinstance(files, list) or not all(isinstance(file, str) for file in files):
        raise (place / "files").error("hier hoort een lijst van bestanden te staan")
    for file in files:
        if not (home / file).is_file():
            raise (place / "files").error(f"het bestand «{file}» is er niet")
    if "over" not in content:
        return _laid(Stelsel({}, (), (path,)), [home / file for file in files], variant=False)
    base = text_of(place, content, "over")
    if base in (*above, name):
        raise (place / "over").error(f"«{base}» ligt al onder dit stelsel")
    under = _stelsel(base, home, (*above, name))
    return _laid(
        Stelsel(under.numbers, under.holidays, (*under.files, path)),
        [home / file for file in files],
        variant=True,
    )


def _laid(under: Stelsel, files: list[Path], *, variant: bool) -> Stelsel:
    """The files added to, or as a variant laid over, what lies under them."""
    numbers, holidays = dict(under.numbers), list(under.holidays)
    for file in files:
        read, days = read_numbers(file)
        for name, number in read.items():
            _check_place(name, number, numbers, variant=variant)
        numbers |= read
        holidays += days
    return Stelsel(numbers, tuple(holidays), (*under.files, *files))


def _check_place(name: str, number: Number, under: dict[str, Number], *, variant: bool) -> None:
    """A variant replaces what it names, as the same kind of thing; a law adds what is new."""
    spot = f"{number.file}:{number.line}: {name}: "
    if not variant:
        if name in under:
            raise TomlError(f"{spot}staat ook al in {under[name].file}")
        if number.instead_of:
            raise TomlError(f"{spot}«instead_of» hoort alleen in een variant")
        return
    if name not in under:
        raise TomlError(f"{spot}vervangt niets{nearest(name, under)}")
    old = under[name]
    if number.instead_of != old.article:
        raise TomlError(f'{spot}zet erbij wat dit vervangt: instead_of = "{old.article}"')
    if (number.kind, number.form, number.argument) != (old.kind, old.form, old.argument):
        raise TomlError(f"{spot}moet dezelfde eenheid en vorm hebben als in {old.file}")


def _hash_of(files: list[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def law_for(stelsel: str, gemeente: int, home: Path = HOME) -> Law:
    """The law for a municipality by its CBS number; with its own choices where it has a file."""
    code = f"{gemeente:04d}"
    return load_law(stelsel, code if (home / "gemeenten" / f"{code}.toml").is_file() else None)
