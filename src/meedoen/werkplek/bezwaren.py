"""Work of objections: each has a clock of its own, computed by rules/bezwaar.py."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.roles import Recht
from meedoen.dossier.bezwaar import Clock, clocks, is_open, open_ones
from meedoen.dossier.bezwaar_then import bezwaren_then
from meedoen.dossier.models import Bezwaar, Dossier
from meedoen.law.brief_file import brief_kinds
from meedoen.rules.parameters import Law
from meedoen.werkplek.item import Item
from meedoen.werkplek.signaal import Consequence, Fase, Signaal, Stap

BEZWAAR = Signaal(
    "bezwaar",
    lazy("Bezwaar"),
    Fase.HANDHAVING,
    Consequence.RIGHT,
    lazy("Beslis uiterlijk op %(dag)s op het bezwaar: %(wat)s"),
    unknown=lazy("Beslis op het bezwaar: %(wat)s"),
)
COMPLEET = Signaal(
    "bezwaar_compleet",
    lazy("Bezwaar is niet compleet"),
    Fase.HANDHAVING,
    Consequence.RIGHT,
    lazy("Is het bezwaar compleet? Dat kan tot en met %(dag)s (%(wat)s)"),
)


def items_of_bezwaren(dossiers: QuerySet[Dossier], law: Law, *, on: date) -> list[Item]:
    """What there is to do with every open objection in these dossiers; one query."""
    return _items(list(open_ones(dossiers).select_related("besluit")), law, on)


def items_then(dossier: Dossier, law: Law, *, on: date, known_at: datetime) -> list[Item]:
    """The same in one dossier, as it was known at a moment."""
    rows = bezwaren_then(dossier, on=on, known_at=known_at)
    return _items([each for each in rows if is_open(each)], law, on)


def _items(rows: Sequence[Bezwaar], law: Law, on: date) -> list[Item]:
    return [_item(row, clock) for row, clock in zip(rows, clocks(rows, law, on=on), strict=True)]


def _item(row: Bezwaar, clock: Clock) -> Item:
    """While it is being completed the time to decide stands still (Awb 7:10:2)."""
    still = row.herstel_gevraagd_op is not None and row.herstel_voorbij_op is None
    return Item(
        dossier=row.dossier_id,
        signaal=COMPLEET if still else BEZWAAR,
        day=row.herstel_voor if still else clock.beslissen,
        stap=Stap(
            lazy("Behandel het bezwaar"),
            "dossier:bezwaar",
            {"bezwaar": str(row.pk)},
            Recht.BEZWAAR_BEHANDELEN,
        ),
        waarom=" · ".join(_why(clock, still=still)),
        words={"wat": _kind(row.besluit.soort)},
        key=str(row.pk),
    )


def _why(clock: Clock, *, still: bool) -> Iterator[Any]:
    if still:
        yield _("tot dan staat de tijd om te beslissen stil (Awb 7:10, lid 2)")
    elif clock.indienen is not None:
        day = date_format(clock.indienen, "j F Y")
        yield _("de tijd om te beslissen telt vanaf %(dag)s (Awb 7:10)") % {"dag": day}
    else:
        yield _("het besluit is nog niet verstuurd (Awb 6:10)")


def _kind(soort: str) -> str:
    found = brief_kinds().get(soort)
    return soort if found is None else str(found.label)
