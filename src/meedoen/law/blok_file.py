"""Reads the text blocks of a kind of letter, and of what every letter holds, from their TOML."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from meedoen.law.blok import BLANKS, Blok, Fault, blanks_of, faults
from meedoen.law.reading import Place, check_keys, nearest, read_toml, tables_of, text_of

KEYS = ("name", "label", "text", "help", "fixed", "keep")
# What the Awb asks of a besluit (3:45 to 3:48): no municipality may empty or change such a text.
OBLIGATORY = ("besluit", "grondslag", "feiten", "motivering", "bezwaar", "mandaat")
_WORDS = {
    "leeg": "deze tekst mag niet leeg zijn",
    "lang": "deze tekst is langer dan {} tekens",
    "haakje": "haakjes horen om een naam, zoals {{telefoon}}: {}",
    "onbekend": "«{}» kent deze brief niet",
    "ontbreekt": "«{}» moet in deze tekst staan",
}


@cache
def read_shared(path: Path) -> tuple[Blok, ...]:
    """The blocks that every letter holds. Errors: TomlError with file and line."""
    place, content = read_toml(path)
    check_keys(place, content, ("blok",))
    return blokken_of(place, content, ())


def blokken_of(
    place: Place,
    content: Mapping[str, Any],
    variables: Collection[str],
    *,
    taken: Collection[str] = (),
) -> tuple[Blok, ...]:
    """The blocks in a file of a kind with these variables; `taken`: names of every letter.

    A blank that an official fills in must stay in the text of every municipality: what is typed
    may never vanish. Errors: TomlError with file and line.
    """
    found: dict[str, Blok] = {}
    for spot, row in tables_of(place / "blok", content.get("blok", [])):
        blok = _blok(spot, row, variables)
        if blok.name in found or blok.name in taken:
            raise spot.error(f"«{blok.name}» is er al: kies een andere naam")
        found[blok.name] = blok
    return tuple(found.values())


def _blok(place: Place, row: dict[str, Any], variables: Collection[str]) -> Blok:
    check_keys(place, row, KEYS)
    text = row.get("text")
    if not isinstance(text, str):
        raise (place / "text").error("hier hoort een tekst te staan, of niets: ''")
    typed = [name for name in blanks_of(text) if name in variables]
    blok = Blok(
        name=text_of(place, row, "name"),
        label=text_of(place, row, "label"),
        text=text.strip("\n"),
        help=text_of(place, row, "help") if "help" in row else "",
        fixed=_yes(place, row),
        keep=tuple(dict.fromkeys([*_keep(place, row), *typed])),
    )
    if blok.name in OBLIGATORY and not blok.fixed:
        raise place.error(f"«{blok.name}» moet vast zijn: fixed = true (Awb 3:45 tot 3:48)")
    for fault in faults(blok, blok.text, [*BLANKS, *variables]):
        raise (place / "text").error(in_words(fault))
    return blok


def in_words(fault: Fault) -> str:
    """What is wrong, for whoever writes the file."""
    return _WORDS[fault.what].format(fault.detail)


def _yes(place: Place, row: Mapping[str, Any]) -> bool:
    value = row.get("fixed", False)
    if not isinstance(value, bool):
        raise (place / "fixed").error("hier hoort true of false te staan")
    return value


def _keep(place: Place, row: Mapping[str, Any]) -> list[str]:
    names = row.get("keep", [])
    for name in names if isinstance(names, list) else ["?"]:
        if name not in BLANKS:
            raise (place / "keep").error(f"«{name}» kan hier niet{nearest(str(name), BLANKS)}")
    return list(names)
