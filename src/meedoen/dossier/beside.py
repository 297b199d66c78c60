"""What two dossiers hold, beside each other for whoever decides whether they are one person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.formats import date_format
from django.utils.timezone import localtime

from meedoen.dossier.diary_lines import split_meaning
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.letter_state import Row
from meedoen.dossier.models import (
    Afspraak,
    Afwezigheid,
    Document,
    Dossier,
    Feit,
    Gebeurtenis,
    Toezegging,
)
from meedoen.dossier.queries import besluiten_of
from meedoen.law.brief_file import brief_kinds
from meedoen.law.presentation import in_words
from meedoen.rules.facts import Facts


@dataclass(frozen=True)
class Kant:
    """One of the two dossiers: what would go along, and what would stay with it."""

    dossier: Any
    brieven: list[Row]
    afspraken: list[str]
    toezeggingen: list[str]
    afwezig: list[Afwezigheid]
    documenten: int
    regels: int


@dataclass(frozen=True)
class Feitverschil:
    """A fact that both know and that differs: in each, and what holds once they are one."""

    wat: str
    een: str
    ander: str
    straks: str


def kant_of(dossier: Any, *, on: date) -> Kant:
    """What stands in one dossier, in a few queries."""
    kinds = brief_kinds()
    talks = Afspraak.objects.filter(dossier=dossier).order_by("begint_at")
    promises = Toezegging.objects.filter(dossier=dossier, stand=Toezegging.Stand.OPEN)
    return Kant(
        dossier=dossier,
        brieven=[Row(each, kinds.get(each.soort)) for each in besluiten_of(dossier)],
        afspraken=[f"{_moment(each)}: {each.onderwerp}" for each in talks],
        toezeggingen=[each.wat for each in promises.order_by("uiterlijk_op")],
        afwezig=list(Afwezigheid.objects.filter(persoon=dossier.persoon_id, tot__gt=on)),
        documenten=Document.objects.filter(dossier=dossier, gebeurtenis__isnull=False).count(),
        regels=dossier.laatste_nummer,
    )


def _moment(row: Afspraak) -> str:
    return date_format(localtime(row.begint_at), "j F Y H:i")


def fact_differences(een: Dossier, ander: Dossier, *, on: date) -> list[Feitverschil]:
    """The facts that both dossiers know and that are not the same, in the order of the law."""
    one, other = (dict(facts_of([each.pk], on=on).facts.row()) for each in (een, ander))
    names = [
        each
        for each in Facts.all()
        if None not in {one.get(each.name), other.get(each.name)}
        and one[each.name] != other[each.name]
    ]
    last = {each.pk: dict(_last_told(each, [fact.name for fact in names])) for each in (een, ander)}
    return [
        Feitverschil(
            split_meaning(fact.meaning)[0],
            in_words(one[fact.name], fact.kind),
            in_words(other[fact.name], fact.kind),
            in_words(
                one[fact.name]
                if last[een.pk][fact.name] >= last[ander.pk][fact.name]
                else other[fact.name],
                fact.kind,
            ),
        )
        for fact in names
    ]


def _last_told(dossier: Dossier, names: list[str]) -> Iterator[tuple[str, tuple[Any, Any]]]:
    """Per fact the day from which it holds and when that was recorded: the later one wins."""
    mended = Gebeurtenis.objects.filter(dossier=dossier, herstelt=OuterRef("nummer"))
    rows = Feit.objects.filter(~Exists(mended), dossier=dossier, naam__in=names)
    for naam, day, at in rows.order_by("geldt_van", "nummer").values_list(
        "naam", "geldt_van", "vastgelegd_at"
    ):
        yield naam, (day, at)
