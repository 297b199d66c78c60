"""What somebody did already before the plan: hours per kind, added up, and what they count for.

Nobody types a total: each line of the diary holds its own hours (Bi 5.3:5).
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as lazy

from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.rules.choices import Activiteit
from meedoen.rules.column import Kind, column_of
from meedoen.rules.parameters import Law

SOORT, UREN = "inspanning_voor_plan", "uren"
CURSUS, PARTICIPATIE = "cursusuren_in_intake", "participatie_uren_voor_pip"
# In which total the hours of an effort stand (Ri bijlage 6c; Bi 3.14:6).
TOTAL = {
    Activiteit.NT2_IN_INTAKE: CURSUS,
    Activiteit.KNM_IN_INTAKE: CURSUS,
    Activiteit.PARTICIPATIEWET_IN_INTAKE: PARTICIPATIE,
    Activiteit.MAATSCHAPPELIJKE_BEGELEIDING: PARTICIPATIE,
}
COUNTS = "Bi 5.3:5"  # what counts at all
# For what the college may count them; each names its article.
FOR = {
    Activiteit.NT2_IN_INTAKE: lazy("de uren Nederlands in de B1-route, cursusuren in de Z-route"),
    Activiteit.KNM_IN_INTAKE: lazy("de cursusuren in de Z-route"),
    Activiteit.PARTICIPATIEWET_IN_INTAKE: lazy("de uren meedoen in de Z-route"),
    Activiteit.MAATSCHAPPELIJKE_BEGELEIDING: lazy("de uren meedoen in de Z-route"),
    Activiteit.PVT_IN_INTAKE: lazy("het PVT"),
    Activiteit.MAP_IN_INTAKE: lazy("de MAP"),
    Activiteit.NIET_VRIJSTELLEND_ONDERWIJS: lazy("de cursusuren, als het niet te lang geleden is"),
}
ARTICLES = {
    Activiteit.NT2_IN_INTAKE: "Bi 5.5:2, 3.14:6",
    Activiteit.KNM_IN_INTAKE: "Bi 3.14:6",
    Activiteit.PARTICIPATIEWET_IN_INTAKE: "Bi 3.14:6",
    Activiteit.MAATSCHAPPELIJKE_BEGELEIDING: "Bi 3.14:6",
    Activiteit.PVT_IN_INTAKE: "Bi 3.1:5",
    Activiteit.MAP_IN_INTAKE: "Bi 3.2:3",
    Activiteit.NIET_VRIJSTELLEND_ONDERWIJS: "Bi 3.14:9",
}


@dataclass(frozen=True)
class Inspanning:
    """One line: what, when, how many hours (None: told as a total only), and by whom."""

    nummer: int
    activiteit: Activiteit
    op: date
    uren: int | None
    wie: str


@dataclass(frozen=True)
class Totaal:
    """The hours of one kind of effort, whether they count, and for what."""

    activiteit: Activiteit
    uren: int
    telt: bool
    waarvoor: Any
    artikel: str


@dataclass(frozen=True)
class Inspanningen:
    """Every line in order, and the totals that rules use (`CURSUS`, `PARTICIPATIE`)."""

    lines: tuple[Inspanning, ...]
    totals: dict[str, int]


def inspanningen_of(dossier: Dossier) -> Inspanningen:
    """What stands in the diary, in one question; what was put right no longer counts."""
    mended = Gebeurtenis.objects.filter(dossier=dossier, herstelt=OuterRef("nummer"))
    rows = Gebeurtenis.objects.filter(~Exists(mended), dossier=dossier, soort=SOORT)
    rows = rows.filter(inhoud__isnull=False).select_related("inhoud", "medewerker")
    lines, totals = [], {CURSUS: 0, PARTICIPATIE: 0}
    for row in rows.order_by("nummer"):
        content = json.loads(bytes(row.inhoud.bytes))
        facts, text = content.get("feiten", {}), content.get("teksten", {}).get(UREN)
        activiteit = Activiteit(facts["activiteit"])
        uren = int(text) if text else None
        total = TOTAL.get(activiteit)
        if uren is None:  # an older line told the new total itself
            totals |= {name: int(facts[name]) for name in totals if facts.get(name)}
        elif total:
            totals[total] += uren
        wie = row.medewerker.naam if row.medewerker is not None else "Meedoen"
        lines.append(Inspanning(row.nummer, activiteit, row.gebeurd_op, uren, wie))
    return Inspanningen(tuple(lines), totals)


def per_kind(lines: Iterable[Inspanning], law: Law, *, on: date) -> list[Totaal]:
    """The hours per kind of effort, and what they are good for on a day."""
    hours: dict[Activiteit, int] = {}
    for each in lines:
        hours[each.activiteit] = hours.get(each.activiteit, 0) + (each.uren or 0)
    return [
        Totaal(each, count, counts(each, law, on=on), FOR.get(each, ""), ARTICLES.get(each, COUNTS))
        for each, count in hours.items()
    ]


def counts(activiteit: Activiteit, law: Law, *, on: date) -> bool:
    """Whether an effort before the plan counts (Bi 5.3:5), by the list of a day."""
    day = column_of([on], Kind.DAY)
    listed = law.in_force(day).listed("inspanningen_voor_pip", column_of([activiteit], Activiteit))
    return listed.plain() is True
