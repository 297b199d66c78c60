"""What must hold before a letter can be proposed: an outcome of a rule, and what happens else.

`weiger`: the law allows no such letter; it is refused with the finding as reason. `reden`: the
official may go on, but names the finding from which he deviates and says why. What the rules do
not know yet is refused by nothing; where `onbekend = "reden"` it asks a reason too.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from meedoen.law.reading import Place, check_keys, nearest, tables_of, text_of

KEYS = ("regel", "antwoord", "anders", "onbekend", "waarom")
REFUSE, ASK, LET = "weiger", "reden", "mag"


@dataclass(frozen=True)
class Eis:
    """A demand on the receipt of a letter: this rule must answer one of these texts."""

    regel: str
    answers: tuple[str, ...]
    otherwise: str
    unknown: str
    waarom: str

    def verdict(self, answer: str | None) -> str:
        """REFUSE, ASK or LET for an answer as a receipt holds it; None: not known."""
        if answer is None:
            return self.unknown
        return LET if answer in self.answers else self.otherwise


def eisen_of(place: Place, rows: object, *, rules: tuple[str, ...]) -> tuple[Eis, ...]:
    """The demands of a kind of letter. Errors: TomlError with file and line."""
    return tuple(_eis(spot, row, rules) for spot, row in tables_of(place, rows))


def _eis(place: Place, row: Mapping[str, Any], rules: tuple[str, ...]) -> Eis:
    check_keys(place, row, KEYS)
    regel, answers = text_of(place, row, "regel"), row.get("antwoord")
    if regel not in rules:
        text = f"«{regel}» staat niet bij rules{nearest(regel, rules)}"
        raise (place / "regel").error(text)
    if not isinstance(answers, list) or not answers:
        raise (place / "antwoord").error("noem ten minste één antwoord")
    return Eis(
        regel=regel,
        answers=tuple(str(each) for each in answers),
        otherwise=_one_of(place / "anders", row.get("anders"), (REFUSE, ASK)),
        unknown=_one_of(place / "onbekend", row.get("onbekend", LET), (ASK, LET)),
        waarom=text_of(place, row, "waarom"),
    )


def _one_of(place: Place, word: object, allowed: tuple[str, ...]) -> str:
    if word not in allowed:
        raise place.error(f"«{word}» kan hier niet{nearest(str(word), allowed)}")
    return str(word)
