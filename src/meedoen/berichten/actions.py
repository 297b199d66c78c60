"""What an official decides about a notice; and forgetting what was refused long ago."""

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import current_actor
from meedoen.berichten.inbox import Stand
from meedoen.berichten.models import Bericht
from meedoen.dossier.queries import dossiers_visible_to

UNDECIDED = (Stand.AAN_MENS, Stand.WACHT, Stand.MISLUKT)


class BerichtError(Exception):
    """What an official asked cannot be done; the text is for the screen."""


def is_open(row: Bericht) -> bool:
    """Whether an official can decide about a notice."""
    return row.stand in UNDECIDED


def couple(pk: int, nummer: str, *, on: date, at: datetime) -> None:
    """The notice belongs to the dossier with this number; the worker asks DUO about that person.

    Errors: BerichtError where there is no such dossier in sight, or it was decided before;
    NotAllowedError.
    """
    dossiers = dossiers_visible_to(current_actor(), on=on)
    found = dossiers.filter(nummer__iexact=nummer.strip()).first()
    if found is None:
        raise BerichtError(_("Dit dossier is er niet, of u mag het niet zien."))
    _decided(pk, _again(at) | {"dossier": found, "gekozen": True}, at=at)


def settle(pk: int, *, at: datetime) -> None:
    """Nothing is to be done. Errors: as `couple`."""
    _decided(pk, {"waarom": "niets_te_doen"}, at=at)


def try_again(pk: int, *, at: datetime) -> None:
    """The worker does it again, as if it had just come in. Errors: as `couple`."""
    _decided(pk, _again(at), at=at)


def _again(at: datetime) -> dict[str, Any]:
    return {"stand": Stand.ONTVANGEN, "volgende_at": at, "pogingen": 0, "waarom": ""}


def _decided(pk: int, changes: dict[str, Any], *, at: datetime) -> None:
    actor = current_actor()
    actor.must(Recht.BERICHTEN_ZIEN)
    done = {"stand": Stand.AFGEHANDELD, "volgende_at": None, "verwerkt_at": at}
    rows = Bericht.objects.filter(pk=pk, gemeente__in=actor.gemeenten, stand__in=UNDECIDED)
    if not rows.update(medewerker=actor.official, **(done | changes)):
        raise BerichtError(_("Over dit bericht is al beslist."))


def forget_old(*, at: datetime) -> tuple[int, int]:
    """Delete what was refused, or settled of somebody in no dossier, longer ago than we keep it.

    How many of each. Only the worker may.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT berichten_vergeet_geweigerd(%(voor)s), berichten_vergeet_van_niemand(%(voor)s)",
            {"voor": at - timedelta(days=settings.BERICHTEN_BEWAREN_DAGEN)},
        )
        refused, nobody = cursor.fetchone()
    return refused, nobody
