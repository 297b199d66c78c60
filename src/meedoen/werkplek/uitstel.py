"""What was put off: beside the items that it is about, until its day."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db.models import QuerySet

from meedoen.dossier.models import Dossier, Uitstel
from meedoen.werkplek.item import Item, Uitgesteld


def with_put_off(items: Iterable[Item], dossiers: QuerySet[Dossier], *, on: date) -> list[Item]:
    """The same items, with those marked that are put off on a day; one query.

    It ends by itself: on its day, and as soon as the work has another last day than it had.
    """
    rows = Uitstel.objects.filter(dossier__in=dossiers, tot__gt=on).select_related("medewerker")
    found = {(row.dossier_id, row.signaal, row.sleutel): row for row in rows}
    some = {dossier for dossier, _signaal, _key in found}
    return [_marked(i, found.get(_place(i))) if i.dossier in some else i for i in items]


def _place(item: Item) -> tuple[int, str, str]:
    return item.dossier, item.signaal.name, item.key


def _marked(item: Item, row: Uitstel | None) -> Item:
    if row is None or row.dag != item.day:
        return item
    return replace(item, uitgesteld=Uitgesteld(row.tot, row.reden, row.medewerker.naam))
