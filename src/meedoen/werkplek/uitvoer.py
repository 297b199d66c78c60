"""The chosen part of the work list as a file: a line per item, with the day and the choice in it.

What leaves Meedoen is Dutch, whatever language somebody works in; the columns and their order are
those of docs/werklijst-bestand.md. No address, no BSN, no V-nummer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import override

from meedoen.accounts.actor import Actor
from meedoen.accounts.models import Gemeente
from meedoen.accounts.spreadsheet import Cell
from meedoen.dossier.finding import for_screen
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.werkplek.filter import WerkFilter
from meedoen.werkplek.queries import all_items
from meedoen.werkplek.rows import Row, row_of
from meedoen.werkplek.urgency import group_of

MOST = 5000  # lines: more is no list of work but a copy of the caseload
HEAD = (
    "dossier",
    "naam",
    "klantmanager",
    "soort werk",
    "fase",
    "hoe dringend",
    "laatste dag",
    "voorbehoud",
    "wat",
    "uitleg",
    "wat te doen",
    "verwachting",
    "veilig contact",
    "gebruik beperkt",
    "stand van",
    "keuze",
)


class TooManyError(ValueError):
    """More lines than a file may hold; `count` is how many there are."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} lines, at most {MOST}")
        self.count = count


@dataclass(frozen=True)
class Uitvoer:
    """The lines of the file, in the columns of `HEAD`, and who is in it (ids of persons)."""

    rows: list[tuple[Cell, ...]]
    persons: set[int]


def worklist_file(
    actor: Actor, gemeente: Gemeente, *, on: date, chosen: WerkFilter, words: str
) -> Uitvoer:
    """What the choice leaves on a day; `words` say the choice. Errors: TooManyError."""
    items = all_items(actor, gemeente, on=on, chosen=chosen)
    if len(items) > MOST:
        raise TooManyError(len(items))
    visible = for_screen(dossiers_visible_to(actor, on=on), on=on)
    pks = {item.dossier for item in items}
    dossiers: dict[int, Any] = {each.pk: each for each in visible.filter(pk__in=pks)}
    with override(settings.LANGUAGE_CODE):
        found = (row_of(item, dossiers[item.dossier], actor) for item in items)
        rows = [tuple(_cells(row, on, words)) for row in found]
    return Uitvoer(rows, {each.persoon_id for each in dossiers.values()})


def _cells(row: Row, on: date, words: str) -> Iterator[Cell]:
    """One line; an empty cell is what nobody knows or what does not apply."""
    dossier, item = row.dossier, row.item
    yield dossier.nummer
    yield dossier.persoon.naam.volledig
    yield dossier.klantmanager.naam if dossier.klantmanager else None
    yield str(item.signaal.label)
    yield str(item.signaal.fase.label)
    yield str(group_of(item, on).label)
    yield item.day
    yield str(item.unless) or None
    yield row.title
    yield row.detail or None
    yield row.todo_label or None
    yield "DUO beslist" if item.signaal.expected else None
    yield _yes(dossier.veilig_contact)
    yield _yes(dossier.beperkt)
    yield on
    yield words


def _yes(value: bool) -> str:
    return "ja" if value else "nee"
