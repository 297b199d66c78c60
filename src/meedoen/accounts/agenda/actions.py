"""The secret address of a calendar: made, replaced, ended, and noted when somebody used it."""

import secrets
from datetime import date, datetime, timedelta
from hashlib import sha256

import structlog
from django.db import transaction
from django.db.models import F

from meedoen.accounts.models import Rolverlening
from meedoen.accounts.work_tables import Agendasleutel

KEY_BYTES = 32
HOUR = timedelta(hours=1)
PER_HOUR = 30  # a program asks once or twice; a key that many share is no secret any more
security = structlog.get_logger("meedoen.security")


def key_hash(sleutel: str) -> bytes:
    """What is kept of an address. The key in it is 256 random bits, so a plain hash is enough."""
    return sha256(sleutel.encode()).digest()


@transaction.atomic
def make_address(verlening: Rolverlening, *, on: date, at: datetime) -> str:
    """A new key for the calendar of an official in one role; an earlier one no longer works."""
    Rolverlening.objects.select_for_update(no_key=True).get(pk=verlening.pk)
    _end(verlening, at=at)
    sleutel = secrets.token_urlsafe(KEY_BYTES)
    Agendasleutel.objects.create(
        verlening=verlening, sleutel_hash=key_hash(sleutel), gemaakt_at=at, gebruikt_op=on
    )
    _tell("agenda_address_made", verlening)
    return sleutel


@transaction.atomic
def end_address(verlening: Rolverlening, *, at: datetime) -> None:
    """The address no longer works. Where there is none, nothing changes."""
    if _end(verlening, at=at):
        _tell("agenda_address_ended", verlening)


def note_use(row: Agendasleutel, *, on: date, at: datetime) -> bool:
    """Somebody's calendar asks; whether it may: not too often in one hour."""
    same = Agendasleutel.objects.filter(pk=row.pk)
    if row.uur_at is None or at - row.uur_at >= HOUR:
        same.update(uur_at=at, keren=1, gebruikt_op=on)
        return True
    same.update(keren=F("keren") + 1, gebruikt_op=on)
    return row.keren < PER_HOUR


def _end(verlening: Rolverlening, *, at: datetime) -> int:
    rows = Agendasleutel.objects.filter(verlening=verlening, beeindigd_at__isnull=True)
    return rows.update(beeindigd_at=at)


def _tell(event: str, verlening: Rolverlening) -> None:
    security.info(event, medewerker=verlening.medewerker_id, gemeente=verlening.gemeente_id)
