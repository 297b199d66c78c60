"""Who must be the contactpersoon of whom at DUO, and what DUO knows of it; read in a few queries.

What must be told follows from this picture alone, so a change that came twice or was undone before
anything went needs no care of its own. Runs in the scope of the worker.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, Case, Exists, F, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import Coalesce

from meedoen.accounts.models import Medewerker, Rolverlening
from meedoen.accounts.vervanging.queries import on_day
from meedoen.accounts.werkcontact.queries import Bereikbaar, reachable
from meedoen.berichten.contact_tables import Contactmelding, Contactpersoon, Contactsoort
from meedoen.berichten.melding_tables import Meldingstand
from meedoen.dossier.models import Beperking, Dossier, Stand


@dataclass(frozen=True)
class Beeld:
    """The officials of a municipality on a day, by id.

    `bereikbaar`: who works here and has a work number. `nodig`: of these, who is now responsible
    for somebody with a duty to integrate. `bekend`: whom DUO knows. `gaat`: of whom DUO was told
    that he is not there any more, without an answer yet: to be told anew, and coupled to nobody.
    """

    gemeente: int
    on: date
    bereikbaar: Mapping[int, Bereikbaar]
    nodig: frozenset[int]
    bekend: Mapping[int, Contactpersoon]
    gaat: frozenset[int]

    @property
    def blijft(self) -> list[int]:
        """Who is known to DUO and stays so."""
        return [each for each in self.bekend if each in self.nodig and each not in self.gaat]


def beeld_of(gemeente: int, *, on: date) -> Beeld:
    """How it stands in a municipality (CBS code) on a day."""
    officials = reachable(gemeente, _working(gemeente, on=on))
    rows = with_duty(gemeente, officials, on=on)
    needed = rows.filter(wie__in=list(officials)).values_list("wie", flat=True).distinct()
    known = Contactpersoon.objects.filter(gemeente=gemeente, weg_at__isnull=True)
    leaving = Contactmelding.objects.filter(
        gemeente=gemeente, soort=Contactsoort.WEG, stand=Meldingstand.VERZONDEN
    )
    return Beeld(
        gemeente,
        on,
        officials,
        frozenset(needed),
        {each.medewerker_id: each for each in known.select_related("medewerker")},
        frozenset(leaving.values_list("medewerker", flat=True)),
    )


def with_duty(gemeente: int, officials: Collection[int], *, on: date) -> QuerySet[Any]:
    """Dossiers of people with a duty and a BSN, annotated with `wie` is responsible on that day."""
    return with_wie(gemeente, officials, on=on).filter(plichtig=True)


def with_wie(gemeente: int, officials: Collection[int], *, on: date) -> QuerySet[Any]:
    """Every dossier of somebody of a municipality with a BSN.

    `wie` (id, or None): who is responsible: who replaces the klantmanager that day, if he can be
    reached (is one of `officials`), else the klantmanager. `plichtig`: DUO told of a duty, and not
    that it ended. Nothing of whom the data are only kept (AVG 18).
    """
    instead = on_day(on).filter(
        afwezige=OuterRef("klantmanager"), gemeente=gemeente, vervanger__in=list(officials)
    )
    duty = Stand.objects.filter(
        dossier_id=OuterRef("pk"), plicht_begon_op__isnull=False, plicht_geeindigd_op__isnull=True
    ).exclude(plicht_voldaan=True)
    kept = Beperking.objects.filter(dossier=OuterRef("pk"), tot__isnull=True)
    rows: QuerySet[Any] = Dossier.objects.filter(
        ~Exists(kept), gemeente=gemeente, persoon__bsn_hash__isnull=False
    ).annotate(
        vervanger=Subquery(instead.values("vervanger")[:1], output_field=BigIntegerField()),
        plichtig=Exists(duty),
    )
    here = Coalesce(F("vervanger"), F("klantmanager"), output_field=BigIntegerField())
    found: QuerySet[Any] = rows.annotate(wie=here)
    return found


def uncoupled(beeld: Beeld) -> QuerySet[Any]:
    """Dossiers whose responsible official DUO knows, but not as theirs."""
    rows = _beside_duo(with_duty(beeld.gemeente, beeld.bereikbaar, on=beeld.on))
    return rows.filter(Q(bekend__isnull=True) | ~Q(bekend=F("wie")), wie__in=beeld.blijft)


def left_behind(beeld: Beeld) -> QuerySet[Any]:
    """Dossiers whose contactpersoon at DUO is no longer theirs, with nobody to take his place.

    Not of a contactpersoon who goes himself: DUO then forgets whose he was (CON-2).
    """
    rows = _beside_duo(with_wie(beeld.gemeente, beeld.bereikbaar, on=beeld.on))
    nobody = Q(plichtig=False) | Q(wie__isnull=True) | ~Q(wie__in=list(beeld.bereikbaar))
    return rows.filter(nobody, bekend__in=beeld.blijft)


def _beside_duo(rows: QuerySet[Any]) -> QuerySet[Any]:
    """With what DUO was told last: `bekend`, the official whom it has; and of the last message."""
    ours = Contactmelding.objects.filter(dossier=OuterRef("pk")).order_by("-pk")
    told = ours.filter(stand=Meldingstand.BEVESTIGD)
    holds = When(
        soort=Contactsoort.KOPPEL,
        contactpersoon__weg_at__isnull=True,
        then=F("contactpersoon__medewerker"),
    )
    found: QuerySet[Any] = rows.annotate(
        bekend=Subquery(told.values(who=Case(holds, output_field=BigIntegerField()))[:1]),
        laatste=Subquery(ours.values("pk")[:1]),
    )
    return found


def known_to_duo(dossier: Dossier) -> Contactpersoon | None:
    """Whom DUO has as contactpersoon of this dossier, as far as we know."""
    told = Contactmelding.objects.filter(dossier=dossier, stand=Meldingstand.BEVESTIGD)
    last = told.select_related("contactpersoon").order_by("-pk").first()
    if last is None or last.soort != Contactsoort.KOPPEL or last.contactpersoon is None:
        return None
    return last.contactpersoon if last.contactpersoon.weg_at is None else None


def _working(gemeente: int, *, on: date) -> list[Medewerker]:
    roles = Rolverlening.objects.filter(
        Q(tot__isnull=True) | Q(tot__gt=on), gemeente=gemeente, van__lte=on
    )
    return list(Medewerker.objects.filter(pk__in=roles.values("medewerker"), is_active=True))
