"""Everything that writes about municipalities, officials and roles."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from meedoen.accounts.actor import Actor
from meedoen.accounts.mandaten.table import Besluitmandaat
from meedoen.accounts.models import (
    Demodag,
    Gemeente,
    Huisstijl,
    Medewerker,
    Organisatie,
    Rolverlening,
    Uitvoering,
)
from meedoen.accounts.roles import Recht, Rol
from meedoen.law.loader import HOME


class AccountError(Exception):
    """Something about an official that cannot be; the text says why."""


@dataclass(frozen=True)
class Besluitrecht:
    """A mandate to write down: who may sign what, up to which amount, on what ground."""

    rol: Rol
    soort: str
    bron: str
    tot_bedrag_cents: int | None = None


def load_gemeenten(path: Path = HOME / "gemeenten.csv") -> int:
    """Bring the municipalities up to date from the CBS list of the product; how many there are.

    Errors: AccountError for a row that is not right, with its line.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = [_gemeente(number, row) for number, row in enumerate(csv.DictReader(file), start=2)]
    Gemeente.objects.using("owner").bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["naam", "geldig_van", "geldig_tot"],
    )
    return len(rows)


def take_part(code: int, naam: str, *, stelsel: str, van: date) -> Gemeente:
    """A municipality works with this installation, under this stelsel; written by the owner."""
    gemeente, _made = Gemeente.objects.using("owner").update_or_create(
        code=code,
        defaults={"naam": naam, "stelsel": stelsel, "geldig_van": van, "doet_mee": True},
    )
    return gemeente


def add_organisatie(
    soort: Organisatie.Soort, naam: str, kenmerk: str, *, gemeente: int, bron: str, van: date
) -> Organisatie:
    """A contractor or school that works for a municipality from this day; `bron`: the contract."""
    made = Organisatie.objects.create(soort=soort, naam=naam, kenmerk=kenmerk, van=van)
    Uitvoering.objects.create(
        organisatie=made,
        gemeente_id=gemeente,
        grond=Uitvoering.Grond.OPDRACHT,
        bron=bron,
        van=van,
    )
    return made


def add_medewerker(
    email: str,
    naam: str,
    wachtwoord: str | None = None,
    *,
    organisatie: Organisatie | None = None,
) -> Medewerker:
    """An official who may log in; without a password only through the municipality's own login."""
    if Medewerker.objects.filter(email__iexact=email).exists():
        raise AccountError(_("Er is al een medewerker met dit e-mailadres."))
    medewerker = Medewerker(email=email.lower(), naam=naam, organisatie=organisatie)
    if wachtwoord is None:
        medewerker.set_unusable_password()
    else:
        medewerker.set_password(wachtwoord)
    medewerker.save()
    return medewerker


def share_password(medewerker: Medewerker, van: Medewerker) -> None:
    """Somebody logs in with the password of another: only in the demo, where all have the same.

    Its hash is made once: that is slow on purpose, and twenty times of it is felt.
    """
    Medewerker.objects.filter(pk=medewerker.pk).update(password=van.password)


def grant_role(medewerker: Medewerker, rol: Rol, gemeente: int, *, van: date) -> Rolverlening:
    """From this day somebody has this role for this municipality."""
    return Rolverlening.objects.create(
        medewerker=medewerker, rol=rol, gemeente_id=gemeente, van=van
    )


def revoke_role(verlening: Rolverlening, *, tot: date) -> None:
    """The role ends on this day; it stays to be read who had it when."""
    Rolverlening.objects.filter(pk=verlening.pk).update(tot=tot)


def note_use(verlening: Rolverlening, *, on: date) -> None:
    """Somebody began to work in this role on this day; written once a day, for the review."""
    if verlening.laatst_gebruikt_op != on:
        Rolverlening.objects.filter(pk=verlening.pk).update(laatst_gebruikt_op=on)


def give_mandate(gemeente: int, recht: Besluitrecht, *, van: date) -> Besluitmandaat:
    """From this day a role may sign a kind of besluit (Awb 10:3); by the installation itself.

    On screen a beheerder records it: `mandaten.actions.record`.
    """
    return Besluitmandaat.objects.create(
        gemeente_id=gemeente,
        rol=recht.rol,
        soort=recht.soort,
        tot_bedrag_cents=recht.tot_bedrag_cents,
        bron=recht.bron,
        van=van,
    )


def choose_huisstijl(
    actor: Actor, values: Mapping[str, Any], *, van: date, on: date, at: datetime
) -> Huisstijl:
    """Add a version of how Meedoen looks and speaks for the municipality of this actor.

    `values`: the fields of accounts.huisstijl.FIELDS. Errors: NotAllowedError; AccountError for a
    day that is past: nobody can have seen it then.
    """
    actor.must(Recht.HUISSTIJL_KIEZEN)
    if van < on:
        raise AccountError(_("Kies vandaag of een latere dag."))
    return Huisstijl.objects.create(
        gemeente_id=actor.gemeenten[0],
        van=van,
        vastgelegd_door_id=actor.official,
        vastgelegd_at=at,
        **values,
    )


def set_demo_day(dag: date, *, at: datetime) -> None:
    """Put the demo on its first day, or a later one, as the owner.

    Never back, or diaries would run backwards; the same day once more would begin its clock again.
    """
    now = Demodag.objects.using("owner").first()
    if now is not None and dag <= now.dag:
        raise AccountError(_("De demo kan alleen vooruit."))
    Demodag.objects.using("owner").update_or_create(id=1, defaults={"dag": dag, "gezet_at": at})


def move_demo_day(to: date, *, at: datetime) -> None:
    """Move the demo on to a later day, at most a year at a time, as whoever visits it.

    `at` is the real moment, not that of the demo: the clock of the new day runs from there.
    Errors: AccountError, in words for the screen; outside the demo always.
    """
    if not settings.DEMO:
        raise AccountError(_("Alleen een demo kan naar een andere dag."))
    with transaction.atomic():
        demo = Demodag.objects.select_for_update().get()  # two visitors: the later day stays
        told = {"dag": date_format(demo.dag, "j F Y")}
        if to <= demo.dag:
            text = _("Kies een dag na %(dag)s. De demo kan alleen vooruit.")
            raise AccountError(text % told)
        if (to.year - 1, to.month, to.day) > (demo.dag.year, demo.dag.month, demo.dag.day):
            text = _("Kies een dag binnen een jaar na %(dag)s. Daarna kunt u weer verder.")
            raise AccountError(text % told)
        Demodag.objects.filter(pk=demo.pk).update(dag=to, gezet_at=at)


def _gemeente(line: int, row: dict[str, str]) -> Gemeente:
    try:
        return Gemeente(
            code=int(row["code"].removeprefix("GM")),
            naam=row["naam"],
            stelsel="wi2021",
            geldig_van=date.fromisoformat(row["van"]),
            geldig_tot=date.fromisoformat(row["tot"]) if row["tot"] else None,
        )
    except (KeyError, ValueError) as error:
        raise AccountError(f"gemeenten.csv, regel {line}: {error}") from error
