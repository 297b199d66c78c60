"""Whom DUO knows as contactpersoon: of every official of a municipality, and of one dossier."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from meedoen.accounts.models import Medewerker
from meedoen.accounts.vervanging.queries import klantmanagers
from meedoen.accounts.werkcontact.queries import reachable
from meedoen.berichten.contact_beeld import known_to_duo
from meedoen.berichten.contact_hand_actions import may
from meedoen.berichten.contact_tables import (
    OF_DOSSIER,
    Contactmelding,
    Contactpersoon,
    Contactsoort,
    Contactstap,
)
from meedoen.dossier.models import Dossier

MOST = 50
SAY_WHO = (Contactsoort.NIEUW, Contactsoort.GEWIJZIGD)


@dataclass(frozen=True)
class Regel:
    """One message as the screens show it."""

    melding: Contactmelding

    @property
    def label(self) -> str:
        """What it says."""
        return str(self.melding.get_soort_display())

    @property
    def redenen(self) -> list[str]:
        """Why it was refused, in DUO's words or those of its conditions."""
        return list(self.melding.redenen)

    @property
    def missing(self) -> list[tuple[str, str]]:
        """No fact of a dossier is ever missing."""
        return []

    @property
    def new(self) -> bool:
        """Whether DUO gives a number for it."""
        return bool(self.melding.soort == Contactsoort.NIEUW)

    @property
    def may(self) -> set[str]:
        """What an official can do with it now."""
        return may(self.melding)

    def fields(self) -> Iterator[tuple[str, str, str]]:
        """Name, label and words of each field, in DUO's order."""
        row = self.melding
        known = row.contactpersoon
        if known is not None and known.duo_nummer is not None:
            yield "nummer", _("Nummer bij DUO"), str(known.duo_nummer)
        yield "naam", _("Naam"), row.naam
        if row.soort in (*SAY_WHO, *OF_DOSSIER):
            yield "email", _("E-mailadres"), row.email
            yield "telefoon", _("Telefoonnummer"), row.telefoon


@dataclass(frozen=True)
class Ambtenaar:
    """An official: what DUO knows of him, whether he has a work number, and the last message."""

    medewerker: Medewerker
    bekend: Contactpersoon | None
    nummer: str
    laatste: Regel | None


def officials_of(gemeente: int, *, on: date) -> list[Ambtenaar]:
    """Every klantmanager, and whoever else DUO knows or was told of, by name."""
    known = {
        each.medewerker_id: each
        for each in Contactpersoon.objects.filter(gemeente=gemeente, weg_at=None)
    }
    rows = Contactmelding.objects.filter(gemeente=gemeente, dossier=None)
    rows = rows.select_related("contactpersoon").order_by("medewerker", "-pk")
    last = {each.medewerker_id: Regel(each) for each in rows.distinct("medewerker")}
    here = set(klantmanagers((gemeente,), on=on).values_list("pk", flat=True))
    people = list(Medewerker.objects.filter(pk__in=here | set(known) | set(last)).order_by("naam"))
    numbers = reachable(gemeente, people)
    return [
        Ambtenaar(
            each,
            known.get(each.pk),
            numbers[each.pk].telefoon if each.pk in numbers else "",
            last.get(each.pk),
        )
        for each in people
    ]


def message_of(gemeente: int, pk: int, dossier: Dossier | None = None) -> Regel | None:
    """One message of a municipality: of this dossier, or (None) about an official."""
    rows = Contactmelding.objects.filter(gemeente=gemeente, pk=pk, dossier=dossier)
    row = rows.select_related("contactpersoon", "medewerker").first()
    return None if row is None else Regel(row)


def steps_of(regel: Regel) -> list[Contactstap]:
    """How it went, the newest first."""
    rows = Contactstap.objects.filter(contactmelding=regel.melding).select_related("medewerker")
    return list(rows.order_by("-pk")[:MOST])


@dataclass(frozen=True)
class Bij:
    """What DUO knows of a dossier, the messages about it, and that of its klantmanager."""

    bekend: Contactpersoon | None
    meldingen: list[Regel]
    ambtenaar: Regel | None


def contact_of(dossier: Dossier) -> Bij:
    """Of one dossier; the messages, the newest first."""
    rows = Contactmelding.objects.filter(dossier=dossier)
    rows = rows.select_related("contactpersoon", "medewerker").order_by("-pk")
    about = Contactmelding.objects.filter(
        gemeente=dossier.gemeente_id, dossier=None, medewerker=dossier.klantmanager_id
    )
    last = about.select_related("contactpersoon").order_by("-pk").first()
    return Bij(
        known_to_duo(dossier),
        [Regel(each) for each in rows[:MOST]],
        None if last is None else Regel(last),
    )
