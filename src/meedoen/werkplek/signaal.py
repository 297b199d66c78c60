"""What asks for work in a dossier: the form of a signal, and what its conditions are made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any, TypeAlias

import numpy as np
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.roles import Recht
from meedoen.rules.column import NO, YES, Array, Column
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding
from meedoen.rules.parameters import Law

# For each dossier: does it hold? One answer holds for all.
Condition: TypeAlias = Callable[[Facts, Law], Array]


class Fase(TextChoices):
    """Where in the law a signal belongs; the work list can show one of them."""

    OPVANG = "opvang", lazy("Komst naar de gemeente")
    INTAKE = "intake", lazy("Brede intake")
    PLAN = "plan", lazy("Plan (PIP)")
    VOORTGANG = "voortgang", lazy("Lessen en voortgang")
    HANDHAVING = "handhaving", lazy("Handhaving")
    GELD = "geld", lazy("Bijstand en ontzorgen")
    EINDE = "einde", lazy("Einde en bewaren")
    DUO = "duo", lazy("Berichten van DUO")
    AFSPRAKEN = "afspraken", lazy("Beloften, gesprekken en brieven")


class Consequence(IntEnum):
    """What happens if nobody acts; of two items on one day the gravest comes first.

    HARM: it costs the person a fine, a term or the residence permit, or lets the competence of
    the college lapse. RIGHT: the person gets something later than the law says: a plan, lessons,
    money, an answer. PAPER: a file is not right, nobody is worse off today.
    """

    HARM = 0
    RIGHT = 1
    PAPER = 2


@dataclass(frozen=True)
class Stap:
    """What there is to do: its words, the page where it is done, and who may.

    `in_dossier`: the address of the page names the dossier.
    """

    label: Any
    page: str
    where: Mapping[str, str] = field(default_factory=dict)
    recht: Recht = Recht.VASTLEGGEN
    when: Condition | None = None  # None: always
    in_dossier: bool = True


@dataclass(frozen=True)
class Signaal:
    """A kind of work. `label` names it in the filter; `title` may name %(naam)s and %(dag)s.

    `unknown` is the title while the day is not known. `term` False: there is work, and no text
    says by which day. `waits`: somebody else is to act first. `expected`: DUO decides it; what
    stands here is what we expect.
    """

    name: str
    label: Any
    fase: Fase
    consequence: Consequence
    title: Any
    unknown: Any = ""
    term: bool = True
    waits: bool = False
    expected: bool = False


@dataclass(frozen=True, kw_only=True)
class Regelsignaal(Signaal):
    """A signal that rests on a rule: it explains the signal and, where it gives a day, is its last.

    `otherwise` is a stricter rule for the day while `rule` does not know it, said with `unless`.
    `days`: the last day where the rule is an answer. `states`: facts to tell beside it, each with
    its words for yes and for not yet. `beside`: values for the title, such as what DUO decided and
    what we compute.
    """

    rule: str
    holds: Condition
    stappen: tuple[Stap, ...]
    otherwise: str = ""
    unless: Any = ""
    days: Callable[[Facts, Law], Column] | None = None
    states: tuple[tuple[str, Any, Any], ...] = ()
    beside: tuple[tuple[str, Callable[[Facts, Law], Column]], ...] = ()


def yes(answer: Column | Finding) -> Array:
    """Where the answer is certainly yes."""
    column = answer.value if isinstance(answer, Finding) else answer
    return np.asarray(column.values == YES)


def no(answer: Column | Finding) -> Array:
    """Where the answer is certainly no."""
    column = answer.value if isinstance(answer, Finding) else answer
    return np.asarray(column.values == NO)


def unknown(answer: Column | Finding) -> Array:
    """Where the answer is neither yes nor no."""
    return np.asarray(~yes(answer) & ~no(answer))


def letter(label: Any, kind: str, when: Condition | None = None) -> Stap:
    """A step that writes a letter of a kind."""
    return Stap(label, "dossier:brief_nieuw", {"kind": kind}, Recht.VOORSTELLEN, when)


def tell(label: Any, soort: str, when: Condition | None = None) -> Stap:
    """A step that writes a gebeurtenis of a soort in the diary."""
    return Stap(label, "dossier:vastleggen_soort", {"soort": soort}, when=when)


def look(label: Any, rule: str, when: Condition | None = None) -> Stap:
    """A step that reads what a rule says, and why."""
    return Stap(label, "dossier:waarom", {"regel": rule}, Recht.DOSSIERS_ZIEN, when)


def soon(f: Facts, day: Column, weeks: int) -> Array:
    """Where a day is known and lies at most so many weeks ahead, or is past."""
    return np.asarray(~day.missing & (day.values <= f.today.values + np.timedelta64(7 * weeks)))


def past(f: Facts, day: Column) -> Array:
    """Where a day is known and is over."""
    return np.asarray(~day.missing & (day.values < f.today.values))
