"""Which address of a calendar works, and for whom."""

from datetime import date, timedelta

from django.conf import settings
from django.db.models import Q

from meedoen.accounts.actor import Actor
from meedoen.accounts.agenda.actions import key_hash
from meedoen.accounts.models import Rolverlening
from meedoen.accounts.roles import Rol
from meedoen.accounts.work_tables import Agendasleutel


def address_of(verlening: Rolverlening, *, on: date) -> Agendasleutel | None:
    """The address of an official in one role that works on a day."""
    rows = Agendasleutel.objects.filter(verlening=verlening, beeindigd_at__isnull=True)
    return rows.filter(gebruikt_op__gt=_unused_since(on)).first()


def works(sleutel: str, *, on: date) -> Agendasleutel | None:
    """The row of a key that works on a day: not ended, not forgotten, its role and account open."""
    role = Q(verlening__tot__isnull=True) | Q(verlening__tot__gt=on)
    rows = Agendasleutel.objects.filter(
        role,
        sleutel_hash=key_hash(sleutel),
        beeindigd_at__isnull=True,
        gebruikt_op__gt=_unused_since(on),
        verlening__van__lte=on,
        verlening__medewerker__is_active=True,
    )
    return rows.select_related("verlening__medewerker", "verlening__gemeente").first()


def actor_of(row: Agendasleutel) -> Actor:
    """Who reads the calendar: the official in the role that the address was made for."""
    held = row.verlening
    who = held.medewerker
    return Actor(who.pk, who.naam, Rol(held.rol), (held.gemeente_id,))


def _unused_since(on: date) -> date:
    """The last day of use at which an address is forgotten."""
    return on - timedelta(days=settings.AGENDA_DAGEN)
