"""The work list: every signal over the whole visible caseload, grouped by urgency."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from babel.dates import format_date
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.actor import Actor
from meedoen.accounts.huisstijl import in_own_words
from meedoen.accounts.models import Gemeente
from meedoen.dossier.diary_lines import split_meaning
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.finding import for_screen
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.law.citation import in_full
from meedoen.law.loader import law_for
from meedoen.law.presentation import in_words
from meedoen.rules.column import Kind, Plain
from meedoen.rules.facts import Facts
from meedoen.rules.facts_persoon import PersoonFacts
from meedoen.rules.logic import Finding
from meedoen.werkplek.signalen import SIGNALEN
from meedoen.werkplek.watch import Item, facts_needed, items_of

WEEK = timedelta(days=7)
LAAT, VANDAAG, DEZE_WEEK, STRAKS, WACHT, ONBEKEND = (
    "laat", "vandaag", "week", "straks", "wacht", "onbekend",
)  # fmt: skip
TITLES = {
    LAAT: lazy("Te laat"),
    VANDAAG: lazy("Vandaag"),
    DEZE_WEEK: lazy("Deze week"),
    STRAKS: lazy("Straks"),
    WACHT: lazy("Wacht op een ander"),
    ONBEKEND: lazy("Wij weten het niet"),
}
FEW = 12  # rows of a group on the whole list
PAGE = 50  # rows of one group by itself
MOST_ASKS = 1
_ASIDE = re.compile(r" \([^)]*\)")
TERMS = (Kind.DAYS, Kind.WEEKS, Kind.MONTHS)


@dataclass(frozen=True)
class Row:
    """One line of the work list, in words. `dossier` is as `for_screen` gives it."""

    item: Item
    dossier: Any
    title: str
    detail: str
    why: str
    todo: str
    todo_label: str
    asks: tuple[tuple[str, str], ...] = ()  # what is missing, and who knows it
    more: int = 0  # so much more is missing


@dataclass(frozen=True)
class Group:
    """What is equally urgent: so many items, of which these rows are shown."""

    name: str
    title: str
    count: int
    rows: tuple[Row, ...]


def watch_list(
    actor: Actor, gemeente: Gemeente, *, on: date, only: str = "", start: int = 0
) -> list[Group]:
    """All that asks for work in the visible dossiers, most urgent first, in three queries.

    `only` one group, from its row `start`; else the first rows of each.
    """
    visible = dossiers_visible_to(actor, on=on)
    found = _grouped(_items(visible.values_list("pk", flat=True), gemeente, on), on)
    shown = {
        name: items[start : start + PAGE] if only == name else items[: 0 if only else FEW]
        for name, items in found.items()
    }
    pks = {item.dossier for items in shown.values() for item in items}
    dossiers = {each.pk: each for each in for_screen(visible, on=on).filter(pk__in=pks)}
    return [
        Group(
            name,
            str(title),
            len(found[name]),
            tuple(row_of(item, dossiers[item.dossier], actor) for item in shown[name]),
        )
        for name, title in TITLES.items()
    ]


def _items(dossiers: Iterable[int], gemeente: Gemeente, on: date) -> list[Item]:
    caseload = facts_of(dossiers, on=on, names=facts_needed())
    if not caseload.dossiers:
        return []
    law = law_for(gemeente.stelsel, gemeente.code)
    return [item for signaal in SIGNALEN for item in items_of(signaal, caseload, law)]


def _grouped(items: Iterable[Item], on: date) -> dict[str, list[Item]]:
    groups: dict[str, list[Item]] = {name: [] for name in TITLES}
    for item in items:
        groups[group_of(item, on)].append(item)
    for found in groups.values():
        found.sort(key=lambda item: (item.day or date.max, item.dossier))
    return groups


def group_of(item: Item, on: date) -> str:
    """How urgent it is."""
    if item.signaal.waits and not item.refused:
        return WACHT
    if item.day is None:
        return ONBEKEND
    if item.day <= on:
        return VANDAAG if item.day == on else LAAT
    return DEZE_WEEK if item.day <= on + WEEK else STRAKS


def row_of(item: Item, dossier: Any, actor: Actor) -> Row:
    """An item in words, with where to go; what there is to do, where this actor may do it."""
    signaal, finding = item.signaal, item.finding
    known = item.day is not None or signaal.waits
    asks = [] if known or finding is None else list(_asks(finding, item))
    words = {
        "naam": dossier.persoon.naam.kort,
        "dag": date_format(item.day, "j F Y") if item.day else _("onbekend"),
    }
    stap = item.stap if item.stap is not None and actor.may(item.stap.recht) else None
    stap = None if dossier.beperkt else stap  # AVG 18: nothing may be done with it now
    where = {} if stap is None else {"pk": item.dossier, **stap.where}
    return Row(
        item=item,
        dossier=dossier,
        title=str(signaal.title if known else signaal.unknown or signaal.title) % words,
        detail=" · ".join(_details(item)),
        why=reverse("dossier:waarom", kwargs={"pk": item.dossier, "regel": item.rule}),
        todo="" if stap is None else reverse(stap.page, kwargs=where),
        todo_label="" if stap is None else str(stap.label),
        asks=tuple(asks[:MOST_ASKS]),
        more=max(len(asks) - MOST_ASKS, 0),
    )


def _details(item: Item) -> Iterator[str]:
    """Since when the clock runs, and how far the work is."""
    if item.refused:
        yield _("de regels hebben hier geen antwoord: %(reden)s") % {"reden": item.refused}
    if item.finding is not None and item.day is not None:
        yield from _since(item.finding, item.row)
    yield from _how_far(item)


def _how_far(item: Item) -> Iterator[str]:
    """The first that is not done: what comes after it waits for it. Else the last that is."""
    told = ""
    for name, done, not_yet in item.signaal.states:
        if not _is_yes(item, name):
            yield str(not_yet)
            return
        told = str(done)
    if told:
        yield told


def _since(finding: Finding, row: int) -> Iterator[str]:
    """From which day a last day was counted, and how long: the last of each among its reasons."""
    leaves = [step.finding for step in finding.explain(row) if not step.finding.parts]
    days = [each for each in leaves if each.value.kind is Kind.DAY]
    if finding.value.kind is not Kind.DAY or not days:
        return
    begin = days[-1]
    words = {
        "dag": _short_day(begin.value.plain(row)),
        "waarom": begin.text,
        "artikel": _short(begin.basis),
    }
    terms = [each.value for each in leaves if each.value.kind in TERMS]
    if terms:
        words["termijn"] = in_words(terms[-1].plain(row), terms[-1].kind)
        yield _("%(termijn)s na %(dag)s: %(waarom)s (%(artikel)s)") % words
    else:
        yield _("telt vanaf %(dag)s: %(waarom)s (%(artikel)s)") % words


def _short_day(day: Plain) -> str:
    """A day for a line that has little room: 14 sep 2026."""
    if not isinstance(day, date):
        return in_words(day, Kind.DAY)
    language = (get_language() or "nl").partition("-")[0]
    return format_date(day, "d MMM y", locale=language).replace(".", "")


def _short(basis: str) -> str:
    """An article as a klantmanager says it: Besluit 5.3, lid 1."""
    return in_full(basis).replace(" inburgering 2021, artikel", "")


def _is_yes(item: Item, name: str) -> bool:
    fact = Facts.named(name)
    return fact is not None and item.facts.column(fact).plain(item.row) is True


def _asks(finding: Finding, item: Item) -> Iterator[tuple[str, str]]:
    """What is missing and who knows it; what every chapter asks comes first."""
    names: Sequence[str] = sorted(
        finding.open_facts(item.facts.known(item.row), item.row),
        key=lambda name: (PersoonFacts.named(name) is None, name),
    )
    for fact in filter(None, map(Facts.named, names)):
        short = _ASIDE.sub(
            "", split_meaning(fact.meaning)[0]
        )  # two lines an item; all is under why
        yield short, in_own_words(fact.source.value)
