"""What tests of merging do: propose, confirm, and look whether all is whole."""

from datetime import date
from typing import Any

from django.db import transaction
from tests.dossier.makers import ON, Team, later

from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.roles import Rol
from meedoen.accounts.scope import as_actor
from meedoen.dossier.actions.merging import (
    Voorstel,
    merge,
    propose_merge,
)
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.finding import search
from meedoen.dossier.models import (
    Dossier,
    Samenvoeging,
)
from meedoen.dossier.verify import CHECKS

KM, TL, JURIST, KWALITEIT, FG = (
    Rol.KLANTMANAGER,
    Rol.TEAMLEIDER,
    Rol.JURIST,
    Rol.KWALITEITSMEDEWERKER,
    Rol.FG,
)
WHY = "ik zag het paspoort, het is dezelfde persoon"


def ends(*pks: int) -> tuple[int, int]:
    one, other = (Dossier.objects.get(pk=pk).laatste_nummer for pk in pks)
    return one, other


def proposed(
    people: Team, closing: Dossier, remaining: Dossier, *keuzes: str, minute: int = 50
) -> Samenvoeging:
    with as_actor(people[KM]):
        return propose_merge(
            Voorstel(closing.pk, remaining.pk, WHY, keuzes),
            gezien=ends(closing.pk, remaining.pk),
            on=ON,
            at=later(minute),
        )


def merged(people: Team, made: Samenvoeging, rol: Rol = TL, minute: int = 55) -> Samenvoeging:
    with as_actor(people[rol]), transaction.atomic():
        return merge(
            made.pk,
            gezien=ends(made.dossier_id, made.blijft_id),
            on=ON,
            at=later(minute),
        )


def sound() -> bool:
    return not [fault for check in CHECKS.values() for fault in check()]


def facts(people: Team, pk: int, on: date | None = None) -> dict[str, Any]:
    """What holds now; with a day, what the diary of now says of that day."""
    with as_actor(people[TL]):
        known_at = None if on is None else later(600)
        return dict(facts_of([pk], on=on or ON, known_at=known_at).facts.row())


def found(people: Team, text: str) -> list[int]:
    with as_actor(people[TL]):
        return [each.pk for each in search(people[TL], text, on=ON, keys=keys_in_use())]
