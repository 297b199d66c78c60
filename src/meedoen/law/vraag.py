"""The questions of the brede intake (Wi 14:3, Bi 5.2): sections and questions, as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from meedoen.law.soort import BIJZONDER, GEWOON

KEUZE, KEUZES, SCHAAL, JANEE = "keuze", "keuzes", "schaal", "janee"
DAG, GETAL, TEKST, TALEN = "dag", "getal", "tekst", "talen"
SOORTEN = (KEUZE, KEUZES, SCHAAL, JANEE, DAG, GETAL, TEKST, TALEN)
CHOSEN = frozenset({KEUZE, KEUZES, SCHAAL})  # from the options of the question

# Of a language that somebody knows: what he does with it, and how well.
VAARDIGHEDEN = ("spreken", "verstaan", "lezen", "schrijven")
MATE = ("niet", "een beetje", "goed")

GENOEG = "Dit onderdeel is genoeg besproken"


@dataclass(frozen=True)
class Optie:
    """Something to choose; `anker` says by what somebody sees that it is this one."""

    naam: str
    label: str
    anker: str = ""


@dataclass(frozen=True)
class Vraag:
    """One question. `fact`: the answer is that fact of the rules too. `ggm`: where it belongs."""

    naam: str
    label: str
    soort: str
    article: str
    help: str = ""
    privacy: str = GEWOON
    opties: tuple[Optie, ...] = ()
    eenheid: str = ""
    meest: int = 0
    lang: int = 0
    fact: str = ""
    ggm: str = ""
    van: date = date.min
    tot: date = date.max
    eigen: bool = False  # asked by this municipality only

    @property
    def bijzonder(self) -> bool:
        """Whether the answer may tell of health or belief (AVG 9)."""
        return self.privacy == BIJZONDER

    def optie(self, naam: str) -> Optie:
        """The option of this name; one that is no longer there is its own label."""
        return next((each for each in self.opties if each.naam == naam), Optie(naam, naam))


@dataclass(frozen=True)
class Onderdeel:
    """A section of the talk. `in_kaart`: the fact of which it is the proof, or a part of it."""

    naam: str
    label: str
    help: str
    article: str
    vragen: tuple[Vraag, ...]
    brief: str = ""
    in_kaart: str = ""
    ook_bekend: tuple[str, ...] = ()

    @property
    def genoeg(self) -> Vraag:
        """The last question of every section, to who holds the talk."""
        return Vraag(f"genoeg_{self.naam}", GENOEG, JANEE, self.article)

    @property
    def alle(self) -> tuple[Vraag, ...]:
        """Its questions, with the last one."""
        return (*self.vragen, self.genoeg)

    @property
    def bijzonder(self) -> bool:
        """Whether every question of it is special: without that right there is nothing to see."""
        return all(vraag.bijzonder for vraag in self.vragen)


@dataclass(frozen=True)
class Kader:
    """The whole, as it is on a day. `versie` names it in every answer."""

    naam: str
    versie: str
    onderdelen: tuple[Onderdeel, ...]

    def onderdeel(self, naam: str) -> Onderdeel | None:
        """The section of this name."""
        return next((each for each in self.onderdelen if each.naam == naam), None)

    def vragen(self) -> Iterator[Vraag]:
        """Every question, in the order of the sections."""
        for onderdeel in self.onderdelen:
            yield from onderdeel.vragen

    def together(self, fact: str) -> tuple[Onderdeel, ...]:
        """The sections that are the proof of a fact together."""
        return tuple(each for each in self.onderdelen if fact and each.in_kaart == fact)
