"""One dossier at a glance: the line, what is next, what is missing, what comes if nothing happens.

Everything is asked of the facts as they stand, or stood at a moment; nothing is stored.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from django.db.models import Exists, OuterRef
from django.urls import reverse

from meedoen.accounts.actor import Actor
from meedoen.dossier.as_of import AsOf
from meedoen.dossier.diary_lines import split_meaning
from meedoen.dossier.facts_table import Caseload, facts_of
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.dossier.soorten import that_tell
from meedoen.law.loader import law_for
from meedoen.law.register import register
from meedoen.law.soort import Soort
from meedoen.rules.catalogue import rule_named
from meedoen.rules.column import NO, YES
from meedoen.rules.facts import Facts
from meedoen.rules.parameters import Law, LawError
from meedoen.werkplek.bezwaren import items_then
from meedoen.werkplek.haltes import FIRST_DAY_AFTER, HALTES, KLOKKEN, Halte, Klok
from meedoen.werkplek.item import Grond, Item
from meedoen.werkplek.lijn import Lijn, Punt, lijn_of
from meedoen.werkplek.queries import of_rules, with_own_work
from meedoen.werkplek.rows import Row, row_of
from meedoen.werkplek.signaal import Regelsignaal, Signaal
from meedoen.werkplek.urgency import in_order

# What is done to a dossier itself is no movement of the person.
OF_THE_FILE = "gegevens"
ENDS = ("plicht_geeindigd_op", "zaak_geeindigd_op", "overleden_op")


@dataclass(frozen=True)
class Station:
    """One line of the list beneath the picture. `nummer` is the mark in it; None: not in it.

    `day` is when it was, or its last day; None where nobody knows. `why`: the address of the rule,
    or of who told it.
    """

    halte: Halte
    nummer: int | None
    day: date | None
    reached: bool
    late: bool = False
    why: str = ""
    unless: str = ""
    silence: str = ""  # how long it was quiet on the way to it
    passed: bool = False  # a later one was reached, and nobody recorded this one


@dataclass(frozen=True)
class Ahead:
    """A day to come if nothing happens, what it means, and where it is explained."""

    day: date
    words: str
    why: str
    expected: bool
    unless: str = ""


@dataclass(frozen=True)
class Missing:
    """What nobody recorded yet, who can tell it, and where this role can record it."""

    what: str
    who: str
    soorten: tuple[Soort, ...]


@dataclass(frozen=True)
class DossierNow:
    """The whole page: everything about one dossier on one day."""

    lijn: Lijn
    stations: tuple[Station, ...]
    rows: tuple[Row, ...]
    missing: tuple[Missing, ...]
    ahead: tuple[Ahead, ...]
    silent: str  # how long nothing happened until this day; "" where it moves


@dataclass(frozen=True)
class Day:
    """A day that a rule gave, the address of its reasons, and a reserve in words."""

    day: date | None
    why: str
    unless: str = ""


@dataclass(frozen=True)
class _Asked:
    """What every part of the page looks at."""

    dossier: Dossier
    caseload: Caseload
    law: Law
    toen: AsOf
    happened: dict[str, tuple[date, int]]

    @property
    def on(self) -> date:
        return self.toen.on

    @property
    def facts(self) -> Facts:
        return self.caseload.facts

    def day(self, name: str) -> date | None:
        found = getattr(self.facts, name).plain() if name else None
        return found if isinstance(found, date) else None

    def day_of(self, row: Halte | Klok) -> Day:
        """The day by the first rule of a row that knows it."""
        for name in row.rules:
            found = self._answer(name)
            if found is not None:
                return Day(found, self.why(name))
        other = row.otherwise
        if other is not None and other.where(self.facts)[0]:
            return Day(self._answer(other.rule), self.why(other.rule), str(other.unless))
        return Day(None, self.why(row.rules[0]) if row.rules else "")

    def _answer(self, rule: str) -> date | None:
        try:
            found = rule_named(rule).rule(self.facts, self.law).value.plain()
        except LawError:
            return None  # «waarom?» tells that the law has no answer here
        if not isinstance(found, date):
            return None
        return found - timedelta(days=1) if rule in FIRST_DAY_AFTER else found

    def why(self, rule: str) -> str:
        where = {"pk": self.dossier.pk, "regel": rule}
        return reverse("dossier:waarom", kwargs=where) + self.toen.query

    def told(self, fact: str) -> str:
        where = {"pk": self.dossier.pk, "naam": fact}
        return reverse("dossier:feit", kwargs=where) + self.toen.query

    def line(self, nummer: int) -> str:
        page = reverse("dossier:tijdlijn", kwargs={"pk": self.dossier.pk})
        return page + self.toen.line(nummer)


def dossier_now(dossier: Dossier, actor: Actor, toen: AsOf) -> DossierNow:
    """How a dossier stands on a day, as it was known at a moment; in two queries."""
    on = toen.on
    happened = _happened(dossier, toen)
    caseload = facts_of([dossier.pk], on=on, known_at=toen.known_at)
    law = law_for(dossier.gemeente.stelsel, dossier.gemeente_id)
    asked = _Asked(dossier, caseload, law, toen, _firsts(happened))
    stations = list(_stations(asked))
    ended = next((day for name in ENDS if (day := asked.day(name)) is not None), None)
    lijn = lijn_of(_punten(stations), [day for _, day, _ in happened], on=on, ended=ended)
    items = in_order(_work(asked))
    return DossierNow(
        lijn=lijn,
        stations=tuple(_numbered(stations, lijn)),
        rows=tuple(_row(item, asked, actor) for item in items),
        missing=tuple(_missing(items, actor)),
        ahead=tuple(sorted(_ahead(asked), key=lambda each: each.day)),
        silent=next((each.words for each in lijn.stiltes if each.lasts), ""),
    )


def _work(asked: _Asked) -> list[Item]:
    """What there is to do; of what stands in tables of its own, objections are known as then."""
    items, law, then = of_rules(asked.caseload, asked.law), asked.law, asked.toen.known_at
    if then is not None:
        return items + items_then(asked.dossier, law, on=asked.on, known_at=then)
    return with_own_work(items, [asked.dossier.pk], law, on=asked.on)


def _row(item: Item, asked: _Asked, actor: Actor) -> Row:
    """A line of the work list; it explains the day that the page is about."""
    row = row_of(item, asked.dossier, actor)
    return replace(row, why=row.why + asked.toen.query)


Happened: TypeAlias = list[tuple[str, date, int]]  # soort, day, number in the diary


def _happened(dossier: Dossier, toen: AsOf) -> Happened:
    """Everything that moved this person, without what was put right; one query."""
    known = {} if toen.known_at is None else {"vastgelegd_at__lte": toen.known_at}
    mended = Gebeurtenis.objects.filter(
        dossier=OuterRef("dossier"), herstelt=OuterRef("nummer"), **known
    )
    rows = Gebeurtenis.objects.filter(~Exists(mended), dossier=dossier, **known)
    rows = rows.filter(gebeurd_op__lte=toen.on).order_by("gebeurd_op", "nummer")
    found = rows.values_list("soort", "gebeurd_op", "nummer")
    return [each for each in found if _moves(each[0])]


def _moves(name: str) -> bool:
    soort = register().get(name)
    return soort is not None and soort.proces != OF_THE_FILE


def _firsts(happened: Happened) -> dict[str, tuple[date, int]]:
    """Per soort the first day, and the line that told it."""
    found: dict[str, tuple[date, int]] = {}
    for name, day, nummer in happened:
        found.setdefault(name, (day, nummer))
    return found


def _stations(asked: _Asked) -> Iterator[Station]:
    for halte in HALTES:
        told = asked.day(halte.fact)
        lines = [asked.happened[name] for name in halte.soorten if name in asked.happened]
        if told is not None and told <= asked.on:
            # the fact is the day itself, whenever somebody recorded it
            yield Station(halte, None, told, reached=True, why=asked.told(halte.fact))
        elif lines:
            day, nummer = min(lines)
            yield Station(halte, None, day, reached=True, why=asked.line(nummer))
        elif halte.here is None or halte.here(asked.facts)[0]:
            yield _to_come(halte, asked)


def _to_come(halte: Halte, asked: _Asked) -> Station:
    last = asked.day_of(halte)
    late = last.day is not None and last.day < asked.on
    return Station(
        halte, None, last.day, reached=False, late=late, why=last.why, unless=last.unless
    )


def _punten(stations: Iterable[Station]) -> Iterator[Punt]:
    for each in stations:
        if each.day is not None:
            yield Punt(each.halte.name, each.day, each.reached, each.late)


def _numbered(stations: Iterable[Station], lijn: Lijn) -> Iterator[Station]:
    """What was, by day; then what is to come, in the order of the law; with the marks of both."""
    marks = {punt.name: nummer for nummer, punt in enumerate(lijn.punten, start=1)}
    quiet = {each.tot: each.words for each in lijn.stiltes}
    known = list(stations)
    last = max((place for place, each in enumerate(known) if each.reached), default=-1)
    passed = {each.halte.name for each in known[:last] if not each.reached}
    for each in sorted(known, key=_when_reached):
        words = quiet.get(each.day, "") if each.reached and each.day else ""
        name = each.halte.name
        yield replace(each, nummer=marks.get(name), silence=words, passed=name in passed)


def _when_reached(station: Station) -> date:
    return station.day if station.reached and station.day is not None else date.max


def _missing(items: Iterable[Item], actor: Actor) -> Iterator[Missing]:
    """The unknown leaves of what is to be done now, once each."""
    names: dict[str, None] = {}
    for item in items:
        if item.grond is not None:
            names |= dict.fromkeys(_open(item.grond, item.signaal))
    for fact in filter(None, map(Facts.named, names)):
        soorten = tuple(that_tell(fact.name, actor.rol))
        yield Missing(split_meaning(fact.meaning)[0], fact.source.value, soorten)


def _open(grond: Grond, signaal: Signaal) -> Iterator[str]:
    """The names of what is not known of an item: what its rule asks, then how far the work is."""
    if grond.finding is not None:
        yield from sorted(grond.finding.open_facts(grond.facts.known(grond.row), grond.row))
    if isinstance(signaal, Regelsignaal):
        states = (name for name, _, _ in signaal.states)
        yield from (name for name in states if not _answered(grond, name))


def _answered(grond: Grond, name: str) -> bool:
    return getattr(grond.facts, name).at(grond.row) in {YES, NO}


def _ahead(asked: _Asked) -> Iterator[Ahead]:
    for klok in KLOKKEN:
        if not klok.open(asked.facts)[0]:
            continue
        found = asked.day_of(klok)
        if found.day is not None and found.day >= asked.on:
            yield Ahead(found.day, str(klok.words), found.why, klok.expected, found.unless)
