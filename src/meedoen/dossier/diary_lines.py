"""The Tijdlijn in words: per gebeurtenis what it says, who told it, and what it put right."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from meedoen.accounts.fields import DutchText
from meedoen.accounts.huisstijl import in_own_words
from meedoen.accounts.models import Medewerker
from meedoen.dossier.models import Bijzonder, Dossier, Gebeurtenis, Inhoud
from meedoen.law.plain_text import from_plain_json
from meedoen.law.presentation import first_up, in_words, spoken
from meedoen.law.register import register
from meedoen.law.soort import Soort
from meedoen.rules.facts import Facts

PAGE = 50


@dataclass(frozen=True)
class Said:
    """One thing that a gebeurtenis says, in words; `kept`: the reader may not see it.

    `bijzonder`: it is a special text, and the reader sees it.
    """

    what: str
    value: str
    article: str = ""
    kept: bool = False
    bijzonder: bool = False


@dataclass(frozen=True)
class Line:
    """One gebeurtenis as people read it. `soort` is None for one of a newer version of Meedoen."""

    nummer: int
    soort: Soort | None
    label: str
    op: date
    at: datetime
    wie: str
    said: tuple[Said, ...]
    herstelt: int | None = None
    hersteld_door: int | None = None
    gone: bool = False  # the content was destroyed
    document: int | None = None
    gegevens: Mapping[str, str] = field(default_factory=dict)  # as it was told, for a correction

    @property
    def bijzonder(self) -> bool:
        """Whether it shows a special text."""
        return any(each.bijzonder for each in self.said)

    @property
    def withdrawable(self) -> bool:
        """Whether it can be withdrawn as not ours to have: people, a message or a file told it."""
        told = self.soort is not None and self.soort.told
        return not self.gone and (told or self.document is not None)


@dataclass(frozen=True)
class Page:
    """Lines of the Tijdlijn by day, newest first; `older` begins the next page."""

    days: tuple[tuple[date, tuple[Line, ...]], ...]
    older: int | None


def page_of(
    dossier: Dossier, *, special: bool, known_at: datetime | None = None, first: int | None = None
) -> Page:
    """A page of the Tijdlijn, the last day first, in three questions (four from `first` on).

    `special`: the reader may see special texts. `known_at`: as it was at that moment. `first`: the
    number of the line that the page begins with.
    """
    rows = Gebeurtenis.objects.filter(dossier=dossier).select_related("medewerker", "inhoud")
    if known_at is not None:
        rows = rows.filter(vastgelegd_at__lte=known_at)
    if first is not None:
        rows = rows.filter(_from(dossier, first))
    found = list(rows.order_by("-gebeurd_op", "-nummer")[: PAGE + 1])
    lines = _lines(found[:PAGE], special=special, known_at=known_at)
    days = groupby(lines, key=lambda line: line.op)
    return Page(
        tuple((day, tuple(of_day)) for day, of_day in days),
        found[PAGE].nummer if len(found) > PAGE else None,
    )


def _from(dossier: Dossier, first: int) -> Q:
    """This line and what comes after it on the screen; all of it where there is no such line."""
    row = Gebeurtenis.objects.filter(dossier=dossier, nummer=first).first()
    if row is None:
        return Q()
    return Q(gebeurd_op__lt=row.gebeurd_op) | Q(gebeurd_op=row.gebeurd_op, nummer__lte=first)


def line_of(dossier: Dossier, nummer: int, *, special: bool) -> Line | None:
    """One line of the Tijdlijn, if it is there."""
    rows = Gebeurtenis.objects.filter(dossier=dossier, nummer=nummer)
    found = list(rows.select_related("medewerker", "inhoud"))
    return next(iter(_lines(found, special=special, known_at=None)), None)


def whole_diary(
    dossier: Dossier, special: Mapping[int, Mapping[str, str]], *, known_at: datetime
) -> list[Line]:
    """Every line, the first one first, as it was at a moment. `special`: texts by number."""
    rows = Gebeurtenis.objects.filter(dossier=dossier, vastgelegd_at__lte=known_at)
    found = list(rows.select_related("medewerker", "inhoud").order_by("nummer"))
    mended = _mended(found, known_at)
    return [_line(row, mended.get(row.nummer), special.get(row.nummer, {})) for row in found]


def _lines(rows: list[Gebeurtenis], *, special: bool, known_at: datetime | None) -> list[Line]:
    mended = _mended(rows, known_at)
    texts = _special_texts(rows) if special else {}
    return [_line(row, mended.get(row.nummer), texts.get(row.pk, {})) for row in rows]


def _mended(rows: list[Gebeurtenis], known_at: datetime | None) -> dict[int, int]:
    """Per number the number that put it right."""
    if not rows:
        return {}
    later = Gebeurtenis.objects.filter(
        dossier=rows[0].dossier_id, herstelt__in=[row.nummer for row in rows]
    )
    if known_at is not None:
        later = later.filter(vastgelegd_at__lte=known_at)
    found = later.order_by("-nummer").values_list("herstelt", "nummer")
    return {old: new for old, new in found if old is not None}


def _special_texts(rows: list[Gebeurtenis]) -> dict[int, dict[str, str]]:
    found: dict[int, dict[str, str]] = {}
    for pk, name, text in Bijzonder.objects.filter(gebeurtenis__in=rows).values_list(
        "gebeurtenis", "naam", "tekst"
    ):
        found.setdefault(pk, {})[name] = text
    return found


def _line(row: Gebeurtenis, mended_by: int | None, special: Mapping[str, str]) -> Line:
    soort = register().get(row.soort)
    content = _content(row)
    told = content or {}
    facts, texts = told.get("feiten", {}), told.get("teksten", {})
    names = told.get("bijzonder", {})
    return Line(
        nummer=row.nummer,
        soort=soort,
        label=in_own_words(soort.label) if soort is not None else first_up(spoken(row.soort)),
        op=row.gebeurd_op,
        at=row.vastgelegd_at,
        wie=str(told.get("details", {}).get("bron") or _who(row.medewerker)),
        said=(
            *(_fact(name, raw) for name, raw in facts.items()),
            *(Said(_text_label(soort, name), text) for name, text in texts.items()),
            *(_special(soort, name, special) for name in names),
            *_details(told.get("details", {})),
        ),
        herstelt=row.herstelt,
        hersteld_door=mended_by,
        gone=content is None,
        document=told.get("details", {}).get("document"),
        gegevens={**facts, **texts, **special},
    )


def _content(row: Gebeurtenis) -> dict[str, Any] | None:
    try:
        return dict(json.loads(bytes(row.inhoud.bytes)))
    except Inhoud.DoesNotExist:
        return None


def _who(medewerker: Medewerker | None) -> str:
    return medewerker.naam if medewerker is not None else "Meedoen"


def _fact(name: str, raw: str | None) -> Said:
    """A fact with its meaning; one that this version does not know is shown as it was written."""
    fact = Facts.named(name)
    if fact is None:
        return Said(DutchText(first_up(spoken(name))), raw or _("onbekend"))
    what, article = split_meaning(fact.meaning)
    try:
        value = in_words(None if raw is None else from_plain_json(fact.kind, raw), fact.kind)
    except ValueError:
        value = str(raw)
    return Said(DutchText(what), DutchText(value), article)


def split_meaning(meaning: str) -> tuple[str, str]:
    """A meaning with a capital, and the article that it ends with: ("Dag van …", "Wi 14:1")."""
    text, opened, rest = meaning.rpartition(" (")
    if opened and rest.endswith(")") and any(sign.isdigit() for sign in rest):
        return first_up(text), rest[:-1]
    return first_up(meaning), ""


def _text_label(soort: Soort | None, name: str) -> str:
    labels = {text.name: text.label for text in soort.texts} if soort is not None else {}
    return DutchText(in_own_words(labels.get(name, "")) or first_up(spoken(name)))


def _special(soort: Soort | None, name: str, texts: Mapping[str, str]) -> Said:
    label = _text_label(soort, name)
    if name in texts:
        return Said(label, texts[name], bijzonder=True)
    return Said(label, _("Afgeschermd. U ziet deze tekst niet met uw rol."), kept=True)


def _details(details: Mapping[str, Any]) -> Iterator[Said]:
    """What actions noted beside facts; numbers of rows say nothing to people."""
    words = {
        "uitkomst": _("Uitkomst"),
        "rol": _("Rol"),
        "soort": _("Soort"),
        "omvang": _("Waarover"),
        "velden": _("Gewijzigd"),
        "voor": _("Waarom het mag"),
        "artikel": _("Artikel"),
        "nummers": _("Nummers"),
        "aan": _("Aan wie"),
        "uiterlijk": _("Uiterlijk"),
        "uitgesteld_tot": _("Uitgesteld tot"),
        "werk": _("Welk werk"),
        "leerroute": _("Leerroute"),
        "onderdeel": _("Onderdeel"),
        "antwoorden": _("Antwoorden"),
        "dossier": _("Dossier"),
        "uit_dossier": _("Uit dossier (nummer)"),
        "eerst_door": _("Eerst vastgelegd door"),
    }
    for name, value in details.items():
        if name == "einde":
            yield Said(_("Wat er gebeurde"), _("dit geldt niet meer"))
        elif name in words:
            yield Said(words[name], _spoken_value(value))


def _spoken_value(value: Any) -> str:
    each: Iterable[Any] = value if isinstance(value, list) else [value]
    return ", ".join(spoken(str(word)) for word in each)
