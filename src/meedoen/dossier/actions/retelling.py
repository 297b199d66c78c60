"""Telling the diary of one dossier anew in another: every content with its own day and soort.

Numbers are given anew, and `at` is the moment of the telling: what was known before stays as it
was. Where both told a fact of one day, the one that was recorded last holds, as in one diary.
"""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef

from meedoen.dossier.actions.diary import Content, append
from meedoen.dossier.models import Dossier, Feit, Gebeurtenis, Overgenomen
from meedoen.law.plain_text import from_plain_json
from meedoen.rules.column import Plain
from meedoen.rules.facts import Facts

OF_THE_PERSON = "geboren_op"  # follows the day of birth that was chosen
ABOUT_THIS = {"samenvoeging_voorgesteld", "samenvoeging_afgewezen", "dossier_opgegaan"}

Told = dict[tuple[str, date], datetime]


def tell_anew(closing: Dossier, remaining: Dossier, *, at: datetime) -> None:
    """Every line of `closing` that has a content, in order; both dossiers are held."""
    told, numbers = _told(remaining), dict[int, int]()
    for line in _lines(closing):
        added = append(
            remaining,
            line.soort,
            _content(line, closing, told),
            on=line.gebeurd_op,
            at=at,
            herstelt=numbers.get(line.herstelt or 0),
        )
        numbers[line.nummer] = added.nummer
        Overgenomen.objects.create(
            gebeurtenis=added, gemeente_id=remaining.gemeente_id, dossier=remaining, bron=line
        )


def _lines(closing: Dossier) -> list[Gebeurtenis]:
    rows = Gebeurtenis.objects.filter(dossier=closing, inhoud__isnull=False)
    rows = rows.exclude(soort__in=ABOUT_THIS).select_related("inhoud", "medewerker")
    return list(rows.order_by("nummer"))


def _told(remaining: Dossier) -> Told:
    """Per fact and day when the dossier that goes on recorded it last; not what was put right."""
    mended = Gebeurtenis.objects.filter(dossier=remaining, herstelt=OuterRef("nummer"))
    rows = Feit.objects.filter(~Exists(mended), dossier=remaining).order_by("nummer")
    found = rows.values_list("naam", "geldt_van", "vastgelegd_at")
    return {(naam, day): at for naam, day, at in found}


def _content(line: Gebeurtenis, closing: Dossier, told: Told) -> Content:
    written: dict[str, Any] = json.loads(bytes(line.inhoud.bytes))
    details = written.get("details", {})
    who = line.medewerker.naam if line.medewerker is not None else "Meedoen"
    who = str(details.get("eerst_door", details.get("bron", who)))
    return Content(
        feiten=dict(_facts(line, written.get("feiten", {}), told)),
        teksten=written.get("teksten", {}),
        details=details | {"uit_dossier": f"{closing.nummer} ({line.nummer})", "eerst_door": who},
        verzegeld=written.get("bijzonder", {}),
    )


def _facts(
    line: Gebeurtenis, feiten: Mapping[str, str | None], told: Told
) -> Iterator[tuple[str, Plain]]:
    """What still counts of a line, by the side of what the other dossier told of that day."""
    for name, raw in feiten.items():
        fact = Facts.named(name)
        later = told.get((name, line.gebeurd_op))
        if fact is None or name == OF_THE_PERSON:
            continue
        if later is None or later <= line.vastgelegd_at:
            yield name, None if raw is None else from_plain_json(fact.kind, raw)
