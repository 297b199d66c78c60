"""An item of the work list in words: what, by when, why, and what there is to do."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date
from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from markupsafe import Markup, escape

from meedoen.accounts.actor import Actor
from meedoen.accounts.fields import DutchText
from meedoen.accounts.huisstijl import in_own_words
from meedoen.accounts.roles import Recht
from meedoen.dossier.diary_lines import split_meaning
from meedoen.law.citation import in_full
from meedoen.law.presentation import in_words
from meedoen.rules.column import Kind, Plain
from meedoen.rules.facts import Facts
from meedoen.rules.facts_persoon import PersoonFacts
from meedoen.rules.logic import Finding
from meedoen.werkplek.item import Grond, Item
from meedoen.werkplek.signaal import Regelsignaal, Stap

MOST_ASKS = 1
_ASIDE = re.compile(r" \([^)]*\)")
TERMS = (Kind.DAYS, Kind.WEEKS, Kind.MONTHS)


@dataclass(frozen=True)
class Row:
    """One line of the work list, in words. `dossier` is as `for_screen` gives it."""

    item: Item
    dossier: Any
    title: str
    marked: Markup  # the title for a page: what people wrote or are called keeps its direction
    detail: str
    why: str
    todo: str
    todo_label: str
    asks: tuple[tuple[str, str], ...] = ()  # what is missing, and who knows it
    more: int = 0  # so much more is missing
    uitstel: str = ""  # where it is put off, or brought back; "" where this actor may not


def row_of(item: Item, dossier: Any, actor: Actor) -> Row:
    """An item in words, with where to go; what there is to do, where this actor may do it."""
    open_ = item.grond if not item.settled and item.uitgesteld is None else None
    asks = [] if open_ is None else list(_asks(open_))
    stap = item.stap if item.stap is not None and actor.may(item.stap.recht) else None
    stap = None if dossier.beperkt else stap  # AVG 18: nothing may be done with it now
    return Row(
        item=item,
        dossier=dossier,
        title=_title(item) % _words(item, dossier),
        marked=escape(_title(item)) % _marked(_words(item, dossier)),
        detail=" · ".join(_details(item)),
        why=_why(item),
        todo="" if stap is None else _where(stap, item),
        todo_label="" if stap is None else str(stap.label),
        asks=tuple(asks[:MOST_ASKS]),
        more=max(len(asks) - MOST_ASKS, 0),
        uitstel="" if dossier.beperkt or not actor.may(Recht.VASTLEGGEN) else _put_off(item),
    )


def _where(stap: Stap, item: Item) -> str:
    dossier = {"pk": item.dossier} if stap.in_dossier else {}
    return reverse(stap.page, kwargs={**dossier, **stap.where})


def _put_off(item: Item) -> str:
    where = {"pk": item.dossier, "signaal": item.signaal.name}
    if item.key:
        return reverse("werkplek:uitstel_van", kwargs={**where, "welk": item.key})
    return reverse("werkplek:uitstel", kwargs=where)


def _title(item: Item) -> str:
    signaal = item.signaal
    return str(signaal.title if item.settled else signaal.unknown or signaal.title)


def _words(item: Item, dossier: Any) -> dict[str, str]:
    day = date_format(item.day, "j F Y") if item.day else _("onbekend")
    return {**item.words, "naam": dossier.persoon.naam.kort, "dag": day}


def _marked(words: dict[str, str]) -> dict[str, str]:
    """Each in its own direction; a day is in the language of the page, a text of the law Dutch."""
    return {name: word if name == "dag" else _bdi(word) for name, word in words.items()}


def _bdi(word: str) -> Markup:
    if isinstance(word, DutchText) and get_language() != settings.LANGUAGE_CODE:
        return Markup('<bdi lang="nl">{}</bdi>').format(word)
    return Markup("<bdi>{}</bdi>").format(word)


def _why(item: Item) -> str:
    if item.grond is None:
        return ""
    return reverse("dossier:waarom", kwargs={"pk": item.dossier, "regel": item.grond.rule})


def _details(item: Item) -> Iterator[str]:
    """Since when the clock runs, how far the work is, and whose decision it will be."""
    if item.uitgesteld is not None:
        told = item.uitgesteld
        words = {"dag": date_format(told.tot, "j F Y"), "wie": told.wie, "reden": told.reden}
        yield _("tot %(dag)s, door %(wie)s: %(reden)s") % words
        return
    if item.refused:
        yield _("de regels hebben hier geen antwoord: %(reden)s") % {"reden": item.refused}
    if item.waarom:
        yield item.waarom
    if item.grond is not None:
        if item.grond.finding is not None and item.day is not None:
            yield from _since(item.grond.finding, item.grond.row, item.day.year)
        if isinstance(item.signaal, Regelsignaal):
            yield from _how_far(item.signaal, item.grond)
    if item.signaal.expected:
        yield _("verwachting, DUO beslist")


def _how_far(signaal: Regelsignaal, grond: Grond) -> Iterator[str]:
    """The first that is not done: what comes after it waits for it. Else the last that is."""
    told = ""
    for name, done, not_yet in signaal.states:
        if not _is_yes(grond, name):
            yield str(not_yet)
            return
        told = str(done)
    if told:
        yield told


def _since(finding: Finding, row: int, year: int) -> Iterator[str]:
    """From which day a last day was counted, and how long: the last of each among its reasons."""
    leaves = [step.finding for step in finding.explain(row) if not step.finding.parts]
    days = [each for each in leaves if each.value.kind is Kind.DAY]
    if finding.value.kind is not Kind.DAY or not days:
        return
    begin = days[-1]
    words = {
        "dag": _short_day(begin.value.plain(row), year),
        "waarom": begin.text,
        "artikel": in_short(begin.basis),
    }
    terms = [each.value for each in leaves if each.value.kind in TERMS]
    if terms:
        words["termijn"] = in_words(terms[-1].plain(row), terms[-1].kind)
        yield _("%(termijn)s na %(dag)s: %(waarom)s (%(artikel)s)") % words
    else:
        yield _("telt vanaf %(dag)s: %(waarom)s (%(artikel)s)") % words


def _short_day(day: Plain, year: int) -> str:
    """A day for a line that has little room: 14 sep, or 14 sep 2025 where the year is another."""
    if not isinstance(day, date):
        return in_words(day, Kind.DAY)
    language = (get_language() or "nl").partition("-")[0]
    form = "d MMM" if day.year == year else "d MMM y"
    return format_date(day, form, locale=language).replace(".", "")


def in_short(basis: str) -> str:
    """An article as a klantmanager says it: Besluit 5.3, lid 1; Awb 5:51, lid 1."""
    whole = in_full(basis).replace(" inburgering 2021, artikel", "")
    return whole.replace("Algemene wet bestuursrecht, artikel", "Awb")


def _is_yes(grond: Grond, name: str) -> bool:
    fact = Facts.named(name)
    return fact is not None and grond.facts.column(fact).plain(grond.row) is True


def _asks(grond: Grond) -> Iterator[tuple[str, str]]:
    """What is missing and who knows it; what every chapter asks comes first."""
    if grond.finding is None:
        return
    names: Sequence[str] = sorted(
        grond.finding.open_facts(grond.facts.known(grond.row), grond.row),
        key=lambda name: (PersoonFacts.named(name) is None, name),
    )
    for fact in filter(None, map(Facts.named, names)):
        # two lines an item; all is under why
        yield _ASIDE.sub("", split_meaning(fact.meaning)[0]), in_own_words(fact.source.value)
