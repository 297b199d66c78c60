"""Finding dossiers: page by page in order of name, and by what somebody types.

Nothing here leaves what the actor may see, but for `with_number` and `alike`: they tell
that a colleague has a dossier already, so that nobody makes a second one.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from meedoen.accounts.actor import Actor
from meedoen.accounts.keys import Keys
from meedoen.accounts.models import Medewerker
from meedoen.accounts.prepared import rows_of
from meedoen.accounts.roles import Rol
from meedoen.accounts.vervanging.queries import klantmanagers, replacement_of
from meedoen.dossier.identity import IdentityError, bsn_hash, checked_bsn, checked_vnummer
from meedoen.dossier.models import Beperking, Dossier, Persoon, Stand, VeiligContact
from meedoen.dossier.names import Naam
from meedoen.dossier.partial_date import OnvolledigeDatum
from meedoen.dossier.queries import dossiers_visible_to, people_named

PAGE = 50
FORWARD, BACKWARD = ("persoon__sorteernaam", "pk"), ("-persoon__sorteernaam", "-pk")
NUMBER = re.compile(r"[\d][\d .\t-]{6,}[\d]", re.ASCII)
OUR_NUMBER = re.compile(r"\d{4}-\d{5,}", re.ASCII)  # of a dossier


def for_screen(rows: QuerySet[Dossier], *, on: date) -> QuerySet[Any]:
    """Dossiers with what every screen shows of them, in one read.

    Person, klantmanager and municipality; `doelgroep` (the word, or None), `veilig_contact`,
    `beperkt`: the data are only kept (AVG 18), and `vervanging`: who replaces the klantmanager
    (`wie`, `naam`, `tot`), or None.
    """
    safe = VeiligContact.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=on), persoon=OuterRef("persoon"), van__lte=on
    )
    found = rows.select_related("persoon", "klantmanager", "gemeente")
    known = Stand.objects.filter(dossier_id=OuterRef("pk"))
    restricted = Beperking.objects.filter(dossier=OuterRef("pk"), tot__isnull=True)
    instead = replacement_of(OuterRef("klantmanager"), OuterRef("gemeente"), on=on)
    return found.annotate(
        doelgroep=Subquery(known.values("doelgroep")),
        veilig_contact=Exists(safe),
        beperkt=Exists(restricted),
        vervanging=Subquery(instead),
    )


def one_in_sight(actor: Actor, pk: int, *, on: date) -> list[Any]:
    """The dossier with this id as `for_screen` gives it, if this actor may see it; else nothing."""
    return rows_of(_one, actor.rol, wie=_numbers(actor), on=on, pk=pk)


def _numbers(actor: Actor) -> tuple[int, ...]:
    """The official and then the municipalities: with the role, what sight depends on."""
    return (actor.medewerker_id or 0, *actor.gemeenten)  # nobody has the number 0


def _sight(rol: Rol, wie: tuple[int, ...], *, on: date) -> QuerySet[Dossier]:
    return dossiers_visible_to(Actor(wie[0], "", rol, wie[1:]), on=on)


def _one(rol: Rol, *, wie: tuple[int, ...], on: date, pk: int) -> QuerySet[Any]:
    return for_screen(_sight(rol, wie, on=on), on=on).filter(pk=pk)


@dataclass(frozen=True)
class Filter:
    """Whose dossiers: of some klantmanagers (ids), of nobody yet, or (both empty) of all."""

    klantmanagers: tuple[int, ...] = ()
    zonder: bool = False


@dataclass(frozen=True)
class Page:
    """Dossiers in order of name; `before` and `after` begin the neighbours: the id of a dossier."""

    rows: list[Any]
    before: int | None
    after: int | None


def page_of(
    actor: Actor,
    chosen: Filter,
    *,
    on: date,
    after: int | None = None,
    before: int | None = None,
) -> Page:
    """One page of dossiers, with person and klantmanager; it begins after, or ends before, an id.

    The place in the order is looked up by the id: no name stands in an address, and no page counts
    what comes before it.
    """
    found = _chosen(actor, chosen, on=on, after=after, before=before)
    page = found[:PAGE]
    if before is not None:
        page.reverse()
        return Page(page, page[0].pk if len(found) > PAGE else None, page[-1].pk if page else None)
    first = page[0].pk if page and after is not None else None
    return Page(page, first, page[-1].pk if len(found) > PAGE else None)


def search(actor: Actor, text: str, *, on: date, keys: Keys) -> list[Any]:
    """The dossiers in sight for a name in any script, a BSN, a V-nummer or a dossier number."""
    rows = dossiers_visible_to(actor, on=on)
    if is_number(text):
        rows = rows.filter(_by_number(text, actor, keys))
    else:
        rows = rows.filter(Q(persoon__in=people_named(text)) | _numbered(text))
    return list(_shown(rows, FORWARD, on=on))


def with_number(actor: Actor, numbers: Iterable[str], *, keys: Keys) -> Dossier | None:
    """The dossier of this municipality, in sight or not, with one of these BSNs or V-nummers.

    Only for a whole number: what is typed in part finds nothing out of sight.
    """
    whole = [text for text in numbers if is_number(text)]
    every = Dossier.objects.filter(gemeente__in=actor.gemeenten, persoon__isnull=False)
    found = (every.filter(_by_number(text, actor, keys)) for text in whole)
    return next((row for rows in found for row in rows.select_related("klantmanager")), None)


def alike(actor: Actor, naam: Naam, geboren: OnvolledigeDatum) -> list[Any]:
    """Dossiers of this municipality, in sight or not, of who may be the same person.

    The name sounds the same, and the year of birth is the same or not known.
    """
    year = Q(persoon__geboortedatum__startswith="0000")
    if geboren.jaar:
        year |= Q(persoon__geboortedatum__startswith=f"{geboren.jaar:04d}")
    else:
        year = Q()
    written = f"{naam.voornamen.partition(' ')[0]} {naam.geslachtsnaam}"
    rows = Dossier.objects.filter(year, gemeente__in=actor.gemeenten, persoon__isnull=False)
    rows = rows.filter(persoon__in=people_named(written))
    return list(rows.select_related("persoon", "klantmanager").order_by("pk")[:PAGE])


def klantmanagers_of(actor: Actor, *, on: date) -> list[Medewerker]:
    """Who is klantmanager on a day in the municipalities of this actor, by name."""
    return rows_of(klantmanagers, gemeenten=actor.gemeenten, on=on)


def is_number(text: str) -> bool:
    """Whether somebody typed a BSN or V-nummer: digits only, with spaces, dots or dashes."""
    plain = text.strip()
    return NUMBER.fullmatch(plain) is not None and OUR_NUMBER.fullmatch(plain) is None


def _numbered(text: str) -> Q:
    """A dossier by its own number, or by that of one that was merged into it."""
    merged = Dossier.objects.filter(nummer=text.strip(), samengevoegd_met__isnull=False)
    return Q(nummer=text.strip()) | Q(pk__in=merged.values("samengevoegd_met"))


def _by_number(text: str, actor: Actor, keys: Keys) -> Q:
    """A BSN by its hash in each municipality, or a V-nummer; a condition that nobody meets else."""
    found = Q(pk__in=[])
    for condition in _readings(text, actor, keys):
        found |= condition
    return found


def _readings(text: str, actor: Actor, keys: Keys) -> Iterator[Q]:
    with suppress(IdentityError):
        number = checked_bsn(text)
        hashes = [bsn_hash(number, keys, gemeente=each) for each in actor.gemeenten]
        yield Q(persoon__bsn_hash__in=hashes)
    with suppress(IdentityError):
        yield Q(persoon__vnummer=checked_vnummer(text))


def _shown(rows: QuerySet[Dossier], order: tuple[str, str], *, on: date) -> QuerySet[Any]:
    """The first of these, one more than a page, with what a screen shows of them, in one read.

    Chosen by their ids first: what a screen shows is then joined for fifty, not for all of a
    municipality.
    """
    chosen = rows.order_by(*order).values("pk")[: PAGE + 1]
    return for_screen(Dossier.objects.filter(pk__in=chosen), on=on).order_by(*order)


def _chosen(
    actor: Actor, chosen: Filter, *, on: date, after: int | None, before: int | None
) -> list[Any]:
    """The rows of a page and one more; before an id: the nearest first."""
    values: dict[str, Any] = {"wie": _numbers(actor), "on": on, "chosen": chosen.klantmanagers}
    beside = after if before is None else before
    if beside is not None:
        values |= {"beside": beside, "naam": _name_of(beside)}
    return rows_of(_listed, (actor.rol, chosen.zonder, before is not None), **values)


def _listed(
    kind: tuple[Rol, bool, bool],
    *,
    wie: tuple[int, ...],
    on: date,
    chosen: tuple[int, ...],
    beside: int | None = None,
    naam: str = "",
) -> QuerySet[Any]:
    rol, zonder, backward = kind
    order, side = (BACKWARD, "lt") if backward else (FORWARD, "gt")
    rows = _sight(rol, wie, on=on)
    if chosen:
        rows = rows.filter(klantmanager__in=chosen)
    if zonder:
        rows = rows.filter(klantmanager__isnull=True)
    if beside is None:
        return _shown(rows, order, on=on)
    further = Q(**{f"persoon__sorteernaam__{side}": naam})
    same = Q(**{"persoon__sorteernaam": naam, f"pk__{side}": beside})
    return _shown(rows.filter(further | same), order, on=on)


def _name_of(dossier: int) -> str:
    """Where a dossier stands in the order; the beginning for one that is gone."""
    name = Persoon.objects.filter(dossier=dossier).values_list("sorteernaam", flat=True).first()
    return name or ""
