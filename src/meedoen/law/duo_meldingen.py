"""What a municipality tells DUO: because of which line of the diary, as which message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from meedoen.law.articles import citations
from meedoen.law.brief_file import brief_kinds
from meedoen.law.reading import Place, check_keys, nearest, read_toml, tables_of, text_of
from meedoen.law.register import register
from meedoen.rules.facts import Facts

HOME = Path(__file__).with_name("duo_meldingen.toml")
MELDINGEN = ("pip", "pip_na_verhuizing", "pip_gewijzigd", "pip_ingetrokken", "pip_hersteld")
FIELDS = ("soort", "brief", "melding", "label", "article", "needs")


@dataclass(frozen=True)
class Aanleiding:
    """A kind of line, of a kind of letter or ("") of any, and the message that follows from it."""

    soort: str
    brief: str
    melding: str
    label: str
    article: str
    needs: tuple[str, ...]


@dataclass(frozen=True)
class DuoMeldingen:
    """The table: every reason to tell, and how long a message may wait unseen."""

    source: str
    na: timedelta
    aanleidingen: tuple[Aanleiding, ...]

    def soorten(self, melding: str = "") -> tuple[str, ...]:
        """Kinds of lines that tell it (this message, or any) by themselves, without a letter."""
        every = (each for each in self.aanleidingen if melding in ("", each.melding))
        return tuple(each.soort for each in every if not each.brief)

    def brieven(self, soort: str, melding: str = "") -> tuple[str, ...]:
        """Kinds of letters of which a line of this kind tells (this message, or any)."""
        every = (each for each in self.aanleidingen if melding in ("", each.melding))
        return tuple(each.brief for each in every if each.brief and each.soort == soort)

    def of(self, soort: str, brief: str = "") -> Aanleiding | None:
        """What a line of this kind, about a letter of this kind, is a reason for."""
        every = (each for each in self.aanleidingen if each.soort == soort)
        return next((each for each in every if each.brief in ("", brief)), None)

    def label(self, melding: str) -> str:
        """What a message says, in words."""
        return next(each.label for each in self.aanleidingen if each.melding == melding)


@cache
def duo_meldingen() -> DuoMeldingen:
    """The table of this house. Errors: TomlError with file and line."""
    return read_meldingen(HOME)


def read_meldingen(path: Path) -> DuoMeldingen:
    """The table in a file. Errors: TomlError with file and line."""
    place, content = read_toml(path)
    check_keys(place, content, ("source", "na_uren", "melding"))
    hours = content.get("na_uren")
    if not isinstance(hours, int) or isinstance(hours, bool) or hours < 1:
        raise (place / "na_uren").error("hier hoort een aantal uren te staan")
    rows = tables_of(place / "melding", content.get("melding"))
    found = tuple(_reason(spot, row) for spot, row in rows)
    return DuoMeldingen(text_of(place, content, "source"), timedelta(hours=hours), found)


def _reason(place: Place, row: Mapping[str, Any]) -> Aanleiding:
    check_keys(place, row, FIELDS)
    brief, needs = row.get("brief", ""), row.get("needs")
    if not isinstance(needs, list):
        raise (place / "needs").error("hier hoort een lijst van feiten te staan")
    facts = [fact.name for fact in Facts.all()]
    return Aanleiding(
        soort=_word(place / "soort", row.get("soort"), register()),
        brief=_word(place / "brief", brief, brief_kinds()) if brief else "",
        melding=_word(place / "melding", row.get("melding"), MELDINGEN),
        label=text_of(place, row, "label"),
        article=_word(place / "article", row.get("article"), citations()),
        needs=tuple(_word(place / "needs", each, facts) for each in needs),
    )


def _word(place: Place, word: object, allowed: Iterable[str]) -> str:
    known = list(allowed)
    if not isinstance(word, str) or word not in known:
        raise place.error(f"«{word}» kan hier niet{nearest(str(word), known)}")
    return word
