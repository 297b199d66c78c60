"""The people who come, with where they stand and how long that lasts: the longest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    DateField,
    F,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Greatest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.actor import Actor
from meedoen.dossier.models import Stand
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.opvang.models import Driegesprek, Klantprofiel, Woning

PAGE = 50
# Where somebody stands, and what comes next; in the order of the way.
STAPPEN: dict[str, tuple[str | Promise, str | Promise]] = {
    "profiel": (_("zonder klantprofiel"), _("vraag het klantprofiel aan het COA")),
    "gesprek": (_("zonder gesprek"), _("plan het gesprek met het COA")),
    "woning": (_("zonder woning"), _("bied een woning aan")),
    "antwoord": (_("woning aangeboden"), _("leg het antwoord vast")),
    "sleutel": (_("wacht op de sleutel"), _("spreek de dag van de sleutel af")),
    "verhuizing": (_("sleutel bekend"), _("leg de verhuizing vast")),
}


@dataclass(frozen=True)
class Komende:
    """Somebody who comes: the dossier, where he stands, since when, and the key if it is known."""

    dossier: Any
    stap: str
    sinds: date
    gekoppeld_op: date
    sleutel_op: date | None
    weken: int


@dataclass(frozen=True)
class Pagina:
    """A page of people; `after` begins the next: a day and an id."""

    rows: tuple[Komende, ...]
    after: str


def people_who_come(
    actor: Actor, *, on: date, stap: str = "", after: tuple[date, int] | None = None
) -> Pagina:
    """Who is coupled and not housed, of the dossiers in sight; in two queries."""
    rows = _awaited(actor, on=on)
    if stap in STAPPEN:
        rows = rows.filter(k_stap=stap)
    if after is not None:
        day, pk = after
        rows = rows.filter(Q(k_sinds__gt=day) | Q(k_sinds=day, pk__gt=pk))
    found = list(rows.order_by("k_sinds", "pk")[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    return Pagina(
        tuple(_row(each, on) for each in found[:PAGE]),
        f"{last.k_sinds.isoformat()}.{last.pk}" if last else "",
    )


def _row(row: Any, on: date) -> Komende:
    weeks = (on - row.k_sinds).days // 7
    return Komende(row, row.k_stap, row.k_sinds, row.k_gekoppeld, row.k_sleutel, weeks)


def _awaited(actor: Actor, *, on: date) -> QuerySet[Any]:
    """The dossiers with where each stands (`k_stap`) and since when (`k_sinds`)."""
    state = Stand.objects.filter(
        gemeente_id__in=actor.gemeenten, gekoppeld_op__isnull=False, zaak_geeindigd_op__isnull=True
    ).filter(Q(gehuisvest=False) | Q(gehuisvest__isnull=True))
    house = Woning.objects.filter(dossier=OuterRef("pk"), stand__in=Woning.OPEN)
    told: dict[str, Any] = {
        "k_gekoppeld": Stand.objects.filter(pk=OuterRef("pk")).values("gekoppeld_op"),
        "k_profiel": _first(Klantprofiel, "ontvangen_op"),
        "k_gesprek": _first(Driegesprek, "gevoerd_op"),
        "k_aanbod": house.values("aangeboden_op")[:1],
        "k_antwoord": house.values("beantwoord_op")[:1],
        "k_sleutel": house.values("sleutel_op")[:1],
    }
    rows = dossiers_visible_to(actor, on=on).filter(pk__in=state.values("pk"))
    rows = rows.annotate(**{name: Subquery(query) for name, query in told.items()})
    past_key = Case(When(k_sleutel__lte=on, then=F("k_sleutel")), output_field=DateField())
    return rows.annotate(
        k_sinds=Greatest(
            F("k_gekoppeld"),
            F("k_profiel"),
            F("k_gesprek"),
            F("k_aanbod"),
            F("k_antwoord"),
            past_key,
        ),
        k_stap=Case(
            When(k_sleutel__isnull=False, then=Value("verhuizing")),
            When(k_antwoord__isnull=False, then=Value("sleutel")),
            When(k_aanbod__isnull=False, then=Value("antwoord")),
            When(k_profiel__isnull=True, then=Value("profiel")),
            When(k_gesprek__isnull=True, then=Value("gesprek")),
            default=Value("woning"),
            output_field=TextField(),
        ),
    ).select_related("persoon", "klantmanager")


def _first(table: Any, column: str) -> Any:
    rows = table.objects.filter(dossier=OuterRef("pk")).order_by().values("dossier")
    return rows.annotate(first=Min(column)).values("first")


def where_of(text: str) -> tuple[date, int] | None:
    """Where a page begins, from its address; None for anything else."""
    day, _dot, pk = text.partition(".")
    if not (pk.isascii() and pk.isdigit() and len(pk) <= 18):
        return None
    try:
        return date.fromisoformat(day), int(pk)
    except ValueError:
        return None


def shown_steps() -> Sequence[tuple[str, str | Promise]]:
    """The steps to choose from."""
    return [(name, words[0]) for name, words in STAPPEN.items()]
