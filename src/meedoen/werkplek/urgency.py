"""How urgent an item is, and in which order items stand."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as lazy

from meedoen.werkplek.item import Item

WEEK = timedelta(days=7)


class Groep(TextChoices):
    """What is equally urgent, most urgent first."""

    LAAT = "laat", lazy("Te laat")
    VANDAAG = "vandaag", lazy("Vandaag")
    WEEK = "week", lazy("Deze week")
    ZODRA = "zodra", lazy("Zodra het kan")
    STRAKS = "straks", lazy("Straks")
    WACHT = "wacht", lazy("Wacht op een ander")
    ONBEKEND = "onbekend", lazy("Wij weten het niet")
    UITGESTELD = "uitgesteld", lazy("Uitgesteld")


def group_of(item: Item, on: date) -> Groep:
    """How urgent it is on a day."""
    if item.uitgesteld is not None:
        return Groep.UITGESTELD
    if item.signaal.waits and not item.refused:
        return Groep.WACHT
    if item.day is None:
        return Groep.ONBEKEND if item.signaal.term or item.refused else Groep.ZODRA
    if item.day <= on:
        return Groep.VANDAAG if item.day == on else Groep.LAAT
    return Groep.WEEK if item.day <= on + WEEK else Groep.STRAKS


def in_order(items: Iterable[Item]) -> list[Item]:
    """By day, then by what it does to the person, then by dossier."""
    return sorted(items, key=_place)


def _place(item: Item) -> tuple[date, int, int, str, str]:
    signaal = item.signaal
    return item.day or date.max, signaal.consequence, item.dossier, signaal.name, item.key


def by_group(items: Iterable[Item], on: date) -> dict[Groep, list[Item]]:
    """Items in order under how urgent they are; every group is there."""
    groups: dict[Groep, list[Item]] = {groep: [] for groep in Groep}
    for item in in_order(items):
        groups[group_of(item, on)].append(item)
    return groups
