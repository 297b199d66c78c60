"""Reading dossiers, from `dossiers_visible_to` on; row-level security stands behind it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Recht, Rol
from meedoen.accounts.vervanging.queries import replaced_by
from meedoen.dossier.chain import Envelope
from meedoen.dossier.models import (
    Afspraak,
    Besluit,
    Betrokkenheid,
    Document,
    Dossier,
    Gebeurtenis,
    Gezinslid,
    Inhoud,
    Naamsleutel,
    Persoon,
    Toezegging,
    VeiligContact,
    Verzending,
)
from meedoen.dossier.names import like_patterns


def dossiers_visible_to(actor: Actor, *, on: date) -> QuerySet[Dossier]:
    """The dossiers that this actor may see on a day: no destroyed ones, and what the role allows.

    A klantmanager: the own caseload and that of whom he replaces, what has no klantmanager yet,
    and what he takes part in.
    Others without sight of all: only where they take part (Betrokkenheid, also after break-glass).
    """
    every = Dossier.objects.filter(gemeente__in=actor.gemeenten, persoon__isnull=False)
    if not actor.may(Recht.DOSSIERS_ZIEN):
        return every.none()
    if actor.may(Recht.ALLE_DOSSIERS_ZIEN):
        return every
    part = Exists(
        Betrokkenheid.objects.filter(
            Q(tot__isnull=True) | Q(tot__gt=on),
            dossier=OuterRef("pk"),
            medewerker=actor.medewerker_id,
            van__lte=on,
        )
    )
    if actor.rol is not Rol.KLANTMANAGER:
        return every.filter(part)
    own = Q(klantmanager=actor.medewerker_id) | Q(klantmanager__isnull=True)
    return every.filter(own | Q(klantmanager__in=replaced_by(actor, on=on)) | part)


def people_named(text: str) -> QuerySet[Persoon]:
    """People whose name holds every word of the text: its beginning, or its sound."""
    found = Persoon.objects.all()
    for word in like_patterns(text):
        any_of = Q()
        for kind, beginning in word:
            any_of |= Q(soort=kind, sleutel__begins=beginning)
        found = found.filter(pk__in=Naamsleutel.objects.filter(any_of).values("persoon"))
    return found


def family_of(persoon: Persoon, *, on: date, today: date | None = None) -> list[Gezinslid]:
    """The others of the family on a day, with their dossiers; nobody who has safe contact.

    Who looks back (`today` is then the day of the question) sees nobody who has it on either day:
    somebody hides from today, whatever was known of the family before.
    """
    mine = _holding(Gezinslid.objects, on).filter(persoon=persoon).values("gezin")
    others = _holding(Gezinslid.objects, on).filter(gezin__in=mine).exclude(persoon=persoon)
    for day in {on, today or on}:
        hidden = _holding(VeiligContact.objects, day).filter(persoon=OuterRef("persoon"))
        others = others.filter(~Exists(hidden))
    return list(
        others.select_related("persoon", "persoon__dossier").order_by("persoon__sorteernaam")
    )


def _holding(rows: "Any", on: date) -> "QuerySet[Any]":
    """Rows whose period holds on a day."""
    found: QuerySet[Any] = rows.filter(Q(tot__isnull=True) | Q(tot__gt=on), van__lte=on)
    return found


@dataclass(frozen=True)
class Entry:
    """One line of the Tijdlijn: the envelope and what it says, as canonical bytes."""

    gebeurtenis: Gebeurtenis
    inhoud: bytes | None


def timeline(dossier: Dossier, *, known_at: datetime | None = None) -> list[Entry]:
    """The diary, newest first, with who wrote it; with `known_at` as it was at that moment."""
    rows = Gebeurtenis.objects.filter(dossier=dossier).select_related("medewerker", "inhoud")
    if known_at is not None:
        rows = rows.filter(vastgelegd_at__lte=known_at)
    return [Entry(row, _content(row)) for row in rows.order_by("-nummer")]


def _content(row: Gebeurtenis) -> bytes | None:
    try:
        return bytes(row.inhoud.bytes)
    except Inhoud.DoesNotExist:
        return None


def envelope_of(row: Gebeurtenis) -> Envelope:
    """What the hash of a row was made of."""
    return Envelope(
        gemeente=row.gemeente_id,
        dossier=row.dossier_id,
        nummer=row.nummer,
        soort=row.soort,
        on=row.gebeurd_op,
        at=row.vastgelegd_at,
        medewerker=row.medewerker_id,
        herstelt=row.herstelt,
        vorige_hash=bytes(row.vorige_hash),
        inhoud_hash=bytes(row.inhoud_hash),
    )


def documents_of(dossier: Dossier) -> list[Document]:
    """The files of a dossier, newest first, without their bytes; also what merging left behind."""
    rows = Document.objects.filter(Q(dossier=dossier) | Q(dossier__samengevoegd_met=dossier))
    rows = rows.select_related("toegevoegd_door")
    return list(rows.order_by("-toegevoegd_at", "-pk"))


def appointments_of(dossier: Dossier) -> list[Afspraak]:
    """The appointments of a dossier, the last one first."""
    rows = Afspraak.objects.filter(dossier=dossier).select_related("medewerker")
    return list(rows.order_by("-begint_at"))


def with_proof() -> "Prefetch[str]":
    """The sendings of letters, with who did what, in one query; not the bytes that wait."""
    rows = Verzending.objects.select_related(
        "partij", "klaargezet_door", "verzonden_door", "terug_door"
    )
    return Prefetch("verzendingen", rows.defer("pdf"))


def promises_of(dossier: Dossier) -> list[Toezegging]:
    """What was promised: what is open first, by its day; then what ended, the last one first."""
    rows = Toezegging.objects.filter(dossier=dossier).select_related("medewerker")
    found = list(rows.order_by("uiterlijk_op", "pk"))
    still = [each for each in found if each.stand == Toezegging.Stand.OPEN]
    return still + [each for each in reversed(found) if each.stand != Toezegging.Stand.OPEN]


def besluiten_of(dossier: Dossier) -> list[Besluit]:
    """The letters and besluiten of a dossier, newest first."""
    return _newest_first(Besluit.objects.filter(dossier=dossier))


def merged_letters(dossier: Dossier) -> list[Besluit]:
    """Those of the dossiers that were merged into this one: they stay as they went, and there."""
    rows = Besluit.objects.filter(dossier__samengevoegd_met=dossier).select_related("dossier")
    return _newest_first(rows.prefetch_related("bezwaren"))


def _newest_first(rows: QuerySet[Besluit]) -> list[Besluit]:
    rows = rows.select_related("voorgesteld_door", "ondertekend_door")
    rows = rows.prefetch_related(with_proof())
    return list(rows.order_by(F("voorgesteld_at").desc(), "-pk"))
