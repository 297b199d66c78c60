"""What somebody chose to see of the work list: read from an address, and written back into one."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet

from meedoen.dossier.models import Stand
from meedoen.werkplek.item import Item

MIJN, ZONDER = "mijn", "zonder"
GEEN = "geen"  # no leerroute is chosen yet
# The name of each choice in an address.
NAMES = {
    "whose": "van",
    "signaal": "signaal",
    "leerroute": "leerroute",
    "fase": "fase",
    "first": "vanaf_dag",
    "last": "tot_en_met",
    "groep": "groep",
    "start": "vanaf",
}


@dataclass(frozen=True)
class WerkFilter:
    """Which part of the work list; without a choice all that is in sight.

    `whose`: "mijn", "zonder" (of nobody), or the id of a klantmanager. `leerroute`: a word of the
    law, or "geen". `first` and `last`: days of an item, both included; what has no day is left out
    then. `groep`: how urgent. `start`: the first row shown of that group. "" and None: all.
    `own` are the officials whose dossiers are "mijn": oneself, and whom one replaces.
    """

    whose: str = ""
    signaal: str = ""
    leerroute: str = ""
    fase: str = ""
    first: date | None = None
    last: date | None = None
    groep: str = ""
    start: int = 0
    own: tuple[int, ...] = ()

    @property
    def chosen(self) -> bool:
        """Whether something is left out; a group is only a place on the list."""
        return replace(self, groep="", start=0, own=()) != WerkFilter()

    def query(self, **changes: Any) -> str:
        """The choice as the end of an address, with these changes: "?signaal=pip"; "" for all."""
        return query_of(replace(self, **{"start": 0, **changes}))

    def of(self, dossiers: QuerySet[Any]) -> QuerySet[Any]:
        """Of these dossiers, what the choice leaves."""
        if self.whose == MIJN:
            dossiers = dossiers.filter(klantmanager__in=self.own)
        elif self.whose == ZONDER:
            dossiers = dossiers.filter(klantmanager__isnull=True)
        elif self.whose:
            dossiers = dossiers.filter(klantmanager=int(self.whose))
        if self.leerroute == GEEN:
            dossiers = dossiers.filter(pk__in=_where(leerroute__isnull=True))
        elif self.leerroute:
            dossiers = dossiers.filter(pk__in=_where(leerroute=self.leerroute))
        return dossiers

    def takes(self, item: Item) -> bool:
        """Whether phase and period leave an item; `signaal` and `groep` are counted apart."""
        if self.fase and item.signaal.fase != self.fase:
            return False
        if self.first is None and self.last is None:
            return True
        if item.day is None:
            return False
        return (self.first or date.min) <= item.day <= (self.last or date.max)


def query_of(chosen: WerkFilter) -> str:
    """The end of an address for a choice; "" when all is shown."""
    values = {name: getattr(chosen, field) for field, name in NAMES.items()}
    told = {name: str(value) for name, value in values.items() if value}
    return f"?{urlencode(told)}" if told else ""


def _where(**facts: Any) -> QuerySet[Any]:
    """The dossiers of which these facts stand so today."""
    rows: QuerySet[Any] = Stand.objects.filter(**facts).values("pk")
    return rows
