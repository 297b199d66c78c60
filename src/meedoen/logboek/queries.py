"""Reading the log, newest first, a page at a time. For who may: row-level security says who."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from meedoen.accounts.models import Gemeente
from meedoen.law.verwerkingen import uri_of
from meedoen.logboek.models import Logregel
from meedoen.logboek.pseudonym import pseudonym

PAGE = 50


@dataclass(frozen=True)
class Seen:
    """A line of the log. `who` is the name of the official, empty for the system itself."""

    id: int
    at: datetime
    until: datetime
    gemeente: int
    medewerker: int | None
    who: str
    rol: str
    name: str
    verwerking: str
    vorm: str
    status: str
    trace: bytes
    span: bytes
    parent: bytes | None
    betrokkene: bytes | None
    betrokkene_type: str
    opdrachtgever: str | None


@dataclass(frozen=True)
class SeenPage:
    """Lines, newest first; `older` is where the next page begins (`before`), None at the end."""

    rows: tuple[Seen, ...]
    older: int | None


@dataclass(frozen=True)
class Looked:
    """What an official looked at on some days: how many looks, and at how many people."""

    medewerker: int | None
    who: str
    looks: int
    people: int


def looks_at(
    persoon: int, *, gemeente: int, before: int | None = None, most: int = PAGE
) -> SeenPage:
    """Every look at a person (id) of a municipality."""
    who = pseudonym(persoon, gemeente=gemeente)
    rows = Logregel.objects.filter(gemeente=gemeente, betrokkene=who)
    return _page(rows, before, most)


def looks_by(
    medewerker: int, *, gemeente: int, before: int | None = None, most: int = PAGE
) -> SeenPage:
    """Every line of an official: what was asked, and each person in the answer."""
    rows = Logregel.objects.filter(gemeente=gemeente, medewerker=medewerker)
    return _page(rows, before, most)


def looks_on(day: date, *, gemeente: int, before: int | None = None, most: int = PAGE) -> SeenPage:
    """Every line of a day."""
    rows = Logregel.objects.filter(_between(day, day), gemeente=gemeente)
    return _page(rows, before, most)


def counts_by_medewerker(first: date, last: date, *, gemeente: int) -> list[Looked]:
    """For every official with looks on these days (both are in it): how many, at how many people.

    Most people first. What is below the minimum to show is for the screen to leave out.
    """
    rows = Logregel.objects.filter(_between(first, last), gemeente=gemeente)
    found = rows.values("medewerker", "medewerker__naam").annotate(
        looks=Count("trace_id", filter=Q(betrokkene__isnull=True)),
        people=Count("betrokkene", distinct=True),
    )
    return [
        Looked(row["medewerker"], row["medewerker__naam"] or "", row["looks"], row["people"])
        for row in found.order_by("-people", "-looks", "medewerker")
    ]


def taking_part() -> list[int]:
    """The municipalities (CBS codes) of this installation."""
    return list(
        Gemeente.objects.filter(doet_mee=True).order_by("code").values_list("pk", flat=True)
    )


def as_ldv(line: Seen) -> dict[str, Any]:
    """A line in the wire form of Logboek Dataverwerkingen 1.0; moments in milliseconds.

    Only the attributes of its core: who looked is no part of it and stays here.
    """
    about: dict[str, Any] = {
        "dpl.core.processing_activity_id": uri_of(line.verwerking, gemeente=line.gemeente)
    }
    if line.betrokkene is not None:
        about["dpl.core.data_subject_id"] = line.betrokkene.hex()
        about["dpl.core.data_subject_id_type"] = line.betrokkene_type
    if line.opdrachtgever is not None:
        about["dpl.core.foreign_operation.processor"] = line.opdrachtgever
    parent = {} if line.parent is None else {"parent_span_id": line.parent.hex()}
    return {
        "trace_id": line.trace.hex(),
        "span_id": line.span.hex(),
        **parent,
        "status": line.status,
        "name": line.name,
        "start_time": _milliseconds(line.at),
        "end_time": _milliseconds(line.until),
        "attributes": about,
    }


def _milliseconds(moment: datetime) -> int:
    return (moment - datetime.fromtimestamp(0, tz=moment.tzinfo)) // timedelta(milliseconds=1)


def _between(first: date, last: date) -> Q:
    """Looks that began on these days, by the clock of the country."""
    zone = timezone.get_default_timezone()
    begin, end = (
        datetime.combine(day, time.min, zone) for day in (first, last + timedelta(days=1))
    )
    return Q(begin_at__gte=begin, begin_at__lt=end)


def _page(rows: "QuerySet[Logregel]", before: int | None, most: int) -> SeenPage:
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(_seen(rows.select_related("medewerker").order_by("-pk")[: most + 1]))
    return SeenPage(tuple(found[:most]), found[most - 1].id if len(found) > most else None)


def _seen(rows: "QuerySet[Logregel]") -> Iterator[Seen]:
    for row in rows:
        yield Seen(
            id=row.pk,
            at=row.begin_at,
            until=row.einde_at,
            gemeente=row.gemeente_id,
            medewerker=row.medewerker_id,
            who=row.medewerker.naam if row.medewerker is not None else "",
            rol=row.rol,
            name=row.naam,
            verwerking=row.verwerking,
            vorm=row.vorm,
            status=row.status,
            trace=bytes(row.trace_id),
            span=bytes(row.span_id),
            parent=_bytes(row.parent_span_id),
            betrokkene=_bytes(row.betrokkene),
            betrokkene_type=row.betrokkene_type,
            opdrachtgever=row.opdrachtgever,
        )


def _bytes(value: "bytes | memoryview | None") -> bytes | None:
    return None if value is None else bytes(value)
