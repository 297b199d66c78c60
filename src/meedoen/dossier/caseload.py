"""A whole caseload: who has how many dossiers, and a fair proposal for who gets which."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from meedoen.accounts.actor import Actor
from meedoen.accounts.models import Medewerker
from meedoen.accounts.vervanging.queries import klantmanagers
from meedoen.dossier.finding import for_screen
from meedoen.dossier.models import Dossier, Gezinslid
from meedoen.dossier.queries import dossiers_visible_to

MOST = 400  # dossiers in one transaction: each is locked and gets a line in its diary


@dataclass(frozen=True)
class Load:
    """How many dossiers a colleague has, and would have. `works`: may get dossiers."""

    medewerker: Medewerker
    now: int
    later: int
    works: bool = True

    @property
    def more(self) -> int:
        """How many come (or go)."""
        return self.later - self.now


def loads(actor: Actor, *, on: date) -> list[Load]:
    """Every klantmanager, and whoever else still has dossiers, by name; in two queries."""
    rows = Dossier.objects.filter(gemeente__in=actor.gemeenten, persoon__isnull=False)
    rows = rows.filter(klantmanager__isnull=False)
    counts = dict(rows.values_list("klantmanager").annotate(Count("pk")))
    return [
        Load(each, counts.get(each.pk, 0), counts.get(each.pk, 0), each.works)
        for each in colleagues(actor, counts, on=on)
    ]


def colleagues(actor: Actor, owners: Iterable[int], *, on: date) -> list[Any]:
    """These owners (ids) and every klantmanager, by name; `works`: is klantmanager that day."""
    working = klantmanagers(actor.gemeenten, on=on).values("pk")
    rows = Medewerker.objects.filter(Q(pk__in=list(owners)) | Q(pk__in=working))
    works = Exists(klantmanagers(actor.gemeenten, on=on).filter(pk=OuterRef("pk")))
    return list(rows.annotate(works=works).order_by("naam", "pk"))


def after(before: Iterable[Load], owner: int, to: Mapping[int, int]) -> list[Load]:
    """How many everybody would have when these dossiers (ids) go from their owner to these."""
    change: dict[int, int] = defaultdict(int)
    for receiver in to.values():
        change[receiver] += 1
    change[owner] -= len(to)
    return [
        Load(each.medewerker, each.now, each.now + change[each.medewerker.pk], each.works)
        for each in before
    ]


def caseload_of(actor: Actor, owner: int, *, on: date) -> list[Any]:
    """The dossiers of a klantmanager that this actor sees, as `for_screen` gives them, by name."""
    rows = for_screen(dossiers_visible_to(actor, on=on), on=on).filter(klantmanager=owner)
    return list(rows.order_by("persoon__sorteernaam", "pk"))


def families(dossiers: Iterable[Any], *, on: date) -> dict[int, int]:
    """Per dossier (id) the gezin (id) of its person on a day; without a gezin it is not there."""
    people = {each.persoon_id: each.pk for each in dossiers}
    rows = Gezinslid.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=on), persoon__in=people, van__lte=on
    )
    return {people[who]: gezin for who, gezin in rows.values_list("persoon", "gezin")}


def divide(
    dossiers: Sequence[int], gezin: Mapping[int, int], load: Mapping[int, int]
) -> dict[int, int]:
    """Per dossier who gets it, so that everybody ends about equal and no gezin is split.

    `load`: how many each receiver has now, in order of preference where equal. The largest families
    first, each to whoever has least. Errors: ValueError without receivers.
    """
    if not load:
        raise ValueError("nobody to give to")
    together: dict[tuple[str, int], list[int]] = defaultdict(list)
    for each in dossiers:
        together[("gezin", gezin[each]) if each in gezin else ("alone", each)].append(each)
    has = dict(load)
    found: dict[int, int] = {}
    for group in sorted(together.values(), key=len, reverse=True):
        receiver = min(has, key=lambda each: has[each])
        has[receiver] += len(group)
        found |= dict.fromkeys(group, receiver)
    return {each: found[each] for each in dossiers}
