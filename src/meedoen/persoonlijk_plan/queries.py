"""What was chosen: the rounds of one dossier, and how choices spread over a municipality."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from meedoen.dossier.models import Dossier
from meedoen.persoonlijk_plan.models import Leerroutekeuze
from meedoen.rules.choices import Leerroute

LEAST = 5  # fewer people than this are not told apart (the usual limit of official statistics)


def rounds_of(dossier: Dossier) -> list[Leerroutekeuze]:
    """Every round, the newest first, with who judged, chose and looked along."""
    rows = Leerroutekeuze.objects.filter(dossier=dossier).order_by("-ronde")
    return list(rows.select_related("oordeel_door", "keuze_door", "blik_door"))


@dataclass(frozen=True)
class Verdeling:
    """How many people chose each leerroute; of each, how many by own judgement and beside advice.

    None where it is about a few people only (fewer than LEAST).
    """

    leerroute: Leerroute
    gekozen: int | None
    zelfde_oordeel: int | None
    wijkt_af: int | None
    tweede_blik_oneens: int | None


def spread(*, since: date, until: date) -> list[Verdeling]:
    """How the choices made in [since, until) spread, for the municipality in scope; one query."""
    rows = (
        Leerroutekeuze.objects.filter(keuze_at__date__gte=since, keuze_at__date__lt=until)
        .values("keuze", "oordeel", "wijkt_af", "blik")
        .annotate(n=Count("pk", filter=~Q(keuze="")))
    )
    told: dict[str, Counter[str]] = {route.value: Counter() for route in Leerroute}
    for row in rows:
        count = told.get(row["keuze"])
        if count is not None:
            count["gekozen"] += row["n"]
            count["zelfde_oordeel"] += row["n"] * (row["oordeel"] == row["keuze"])
            count["wijkt_af"] += row["n"] * bool(row["wijkt_af"])
            count["oneens"] += row["n"] * (row["blik"] == Leerroutekeuze.Blik.ONEENS)
    return [_verdeling(route, told[route.value]) for route in Leerroute]


def _verdeling(route: Leerroute, count: Counter[str]) -> Verdeling:
    names = ("gekozen", "zelfde_oordeel", "wijkt_af", "oneens")
    shown = [count[name] if not 0 < count[name] < LEAST else None for name in names]
    return Verdeling(route, *shown)
