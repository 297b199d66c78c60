"""Who replaces whom: for the gate, for the caseload in sight, for the screens."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from meedoen.accounts.actor import Actor
from meedoen.accounts.models import Medewerker, Rolverlening
from meedoen.accounts.roles import Recht, Rol
from meedoen.accounts.work_tables import Vervanging

PAST = 20  # of those that ended


def on_day(on: date) -> QuerySet[Vervanging]:
    """Every vervanging that holds on a day."""
    return Vervanging.objects.filter(van__lte=on, tot__gt=on)


def replaced_by(actor: Actor, *, on: date) -> QuerySet[Any]:
    """The ids of the colleagues whose caseload this actor has on a day; a subquery."""
    held = on_day(on).filter(vervanger=actor.medewerker_id, gemeente__in=actor.gemeenten)
    return held.values("afwezige")


def replaces(on: date) -> ArraySubquery:
    """For the query of a Rolverlening: whom this official replaces there, as JSON.

    A list of `wie` (id), `naam` and `tot` (ISO), by name.
    """
    held = on_day(on).filter(vervanger=OuterRef("medewerker"), gemeente=OuterRef("gemeente"))
    parts = JSONObject(wie="afwezige", naam="afwezige__naam", tot="tot")
    return ArraySubquery(held.order_by("afwezige__naam").values(json=parts))


def replacement_of(official: Any, gemeente: Any, *, on: date) -> QuerySet[Any]:
    """Who replaces an official on a day (ids or OuterRef), as JSON: `wie`, `naam` and `tot`."""
    held = on_day(on).filter(afwezige=official, gemeente=gemeente)
    return held.values(json=JSONObject(wie="vervanger", naam="vervanger__naam", tot="tot"))[:1]


@dataclass(frozen=True)
class Overview:
    """The vervangingen in sight of somebody: now, to come, and the last that ended."""

    now: list[Vervanging]
    later: list[Vervanging]
    past: list[Vervanging]


def overview(actor: Actor, *, on: date) -> Overview:
    """All of the municipality for a teamleider; for a klantmanager those that he is part of."""
    rows = _in_sight(actor).select_related("afwezige", "vervanger", "gemaakt_door")
    open_ = list(rows.filter(tot__gt=on).order_by("van", "afwezige__naam"))
    return Overview(
        now=[each for each in open_ if each.van <= on],
        later=[each for each in open_ if each.van > on],
        past=list(rows.filter(tot__lte=on).order_by("-tot", "-pk")[:PAST]),
    )


def one_of(actor: Actor, pk: int, *, on: date) -> Vervanging | None:
    """One that has not ended, if this actor sees it."""
    rows = _in_sight(actor).select_related("afwezige", "vervanger")
    return rows.filter(pk=pk, tot__gt=on).first()


def of_official(medewerker: int, gemeente: int, *, on: date) -> list[Vervanging]:
    """Where somebody replaces a colleague now or later, for the review of rights."""
    rows = Vervanging.objects.filter(vervanger=medewerker, gemeente=gemeente, tot__gt=on)
    return list(rows.select_related("afwezige").order_by("van"))


def klantmanagers(gemeenten: Iterable[int], *, on: date) -> QuerySet[Medewerker]:
    """Who is klantmanager on a day in these municipalities, by name."""
    roles = Rolverlening.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=on),
        rol=Rol.KLANTMANAGER,
        gemeente__in=gemeenten,
        van__lte=on,
    )
    people = Medewerker.objects.filter(pk__in=roles.values("medewerker"), is_active=True)
    return people.order_by("naam")


def _in_sight(actor: Actor) -> QuerySet[Vervanging]:
    rows = Vervanging.objects.filter(gemeente__in=actor.gemeenten)
    if actor.may(Recht.VERDELEN):
        return rows
    return rows.filter(Q(afwezige=actor.medewerker_id) | Q(vervanger=actor.medewerker_id))
