"""The work list: every signal over the whole visible caseload, grouped by urgency."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from meedoen.accounts.actor import Actor
from meedoen.accounts.models import Gemeente
from meedoen.dossier.facts_table import Caseload, facts_of
from meedoen.dossier.finding import for_screen
from meedoen.dossier.models import Dossier
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.law.loader import law_for
from meedoen.rules.parameters import Law
from meedoen.werkplek.dubbel import items_of_doubles
from meedoen.werkplek.eigen_werk import items_of_sources, these
from meedoen.werkplek.filter import WerkFilter
from meedoen.werkplek.item import Item
from meedoen.werkplek.rows import Row, row_of
from meedoen.werkplek.signalen import SIGNALEN
from meedoen.werkplek.uitstel import with_put_off
from meedoen.werkplek.urgency import Groep, by_group, group_of, in_order
from meedoen.werkplek.watch import facts_needed, items_of

FEW = 12  # rows of a group on the whole list
PAGE = 50  # rows of one group by itself
ALL = WerkFilter()


@dataclass(frozen=True)
class Group:
    """What is equally urgent: so many items, of which these rows are shown."""

    name: str
    title: str
    count: int
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Werklijst:
    """The chosen part of the work. `signalen`: items per name of a signal, whichever is chosen."""

    groups: tuple[Group, ...]
    signalen: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many items the choice leaves, shown or not; a chosen group leaves out none."""
        return sum(group.count for group in self.groups)

    def group(self, name: str) -> Group:
        """One of the groups. Errors: KeyError."""
        return {group.name: group for group in self.groups}[name]


def all_items(
    actor: Actor, gemeente: Gemeente, *, on: date, chosen: WerkFilter = ALL
) -> list[Item]:
    """Every item that the choice leaves in the visible dossiers, in order of day and gravity.

    For whoever needs more than a page: calendar, export, team. In order of `in_order`;
    `chosen.start` plays no part.
    """
    found = _found(actor, gemeente, on=on, chosen=chosen)
    wanted = (item for item in found if chosen.signaal in {"", item.signaal.name})
    return in_order(i for i in wanted if not chosen.groep or group_of(i, on) == chosen.groep)


def watch_list(
    actor: Actor, gemeente: Gemeente, *, on: date, chosen: WerkFilter = ALL
) -> Werklijst:
    """All that asks for work in the visible dossiers, most urgent first.

    Of a chosen group a page from its row `start`, else the first rows of each. The signals are
    counted in the chosen group, the groups for the chosen signal: what choosing another gives.
    """
    found = _found(actor, gemeente, on=on, chosen=chosen)
    signalen = Counter(
        i.signaal.name for i in found if not chosen.groep or group_of(i, on) == chosen.groep
    )
    groups = by_group((i for i in found if chosen.signaal in {"", i.signaal.name}), on)
    shown = {groep: _shown(items, groep, chosen) for groep, items in groups.items()}
    rows = _in_words(actor, shown, on)
    return Werklijst(
        tuple(
            Group(groep.value, str(groep.label), len(groups[groep]), rows[groep]) for groep in Groep
        ),
        signalen,
    )


def _shown(items: list[Item], groep: Groep, chosen: WerkFilter) -> list[Item]:
    if chosen.groep == groep:
        return items[chosen.start : chosen.start + PAGE]
    return items[: 0 if chosen.groep else FEW]


def _in_words(
    actor: Actor, shown: Mapping[Groep, list[Item]], on: date
) -> dict[Groep, tuple[Row, ...]]:
    """Only what is shown becomes words: one read for the people of all rows."""
    pks = {item.dossier for items in shown.values() for item in items}
    visible = dossiers_visible_to(actor, on=on)
    dossiers: dict[int, Any] = {
        each.pk: each for each in for_screen(visible, on=on).filter(pk__in=pks)
    }
    return {
        groep: tuple(row_of(item, dossiers[item.dossier], actor) for item in items)
        for groep, items in shown.items()
    }


def _found(actor: Actor, gemeente: Gemeente, *, on: date, chosen: WerkFilter) -> list[Item]:
    """What the choice leaves, but for signal and group: those are counted."""
    visible = chosen.of(dossiers_visible_to(actor, on=on))
    return [item for item in items_in(visible, gemeente, on=on) if chosen.takes(item)]


def items_in(
    dossiers: QuerySet[Dossier], gemeente: Gemeente, *, on: date, ids: list[int] | None = None
) -> list[Item]:
    """All work in these dossiers: of the rules, and of every source besides; in six queries.

    Two more where somebody may have two dossiers. `ids` of these dossiers, where the caller read
    them already: then in five.
    """
    ids = list(dossiers.values_list("pk", flat=True)) if ids is None else ids
    if not ids:
        return []
    caseload = facts_of(ids, on=on, names=facts_needed())
    law = law_for(gemeente.stelsel, gemeente.code)
    found = [*of_rules(caseload, law), *items_of_doubles(ids, on=on)]
    return with_own_work(found, ids, law, on=on)


def of_rules(caseload: Caseload, law: Law) -> list[Item]:
    """Every signal of the rules in a caseload."""
    return [item for signaal in SIGNALEN for item in items_of(signaal, caseload, law)]


def with_own_work(
    items: list[Item], dossiers: Collection[int], law: Law, *, on: date
) -> list[Item]:
    """Also what stands in tables of its own, and what is put off marked; three queries.

    What a signal of the rules says already is not said twice.
    """
    own = items_of_sources(dossiers, law, on=on)
    said = {name for each in own for name in each.said_by}
    there = {(i.dossier, i.signaal.name) for i in items if i.signaal.name in said}
    own = [each for each in own if there.isdisjoint((each.dossier, name) for name in each.said_by)]
    return with_put_off([*items, *own], these(dossiers), on=on)
