"""Taking in a notice, or what was refused: one statement that is durable before the answer goes.

No scope and no official: the web server may call two functions of the database, and no more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone
from psycopg import Cursor

from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.oin.queries import gemeente_of
from meedoen.berichten.notificatie import Notificatie
from meedoen.berichten.sealing import REFUSED, content_hash, seal_body, who_hash

_RECEIVE = b"SELECT berichten_ontvang(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s::text[])"
_REFUSE = b"SELECT berichten_weiger(%s, %s, %s, %s, %s)"


UNKNOWN = "onbekend"
_gemeenten: dict[str, int] = {}  # of an OIN, as it was last; the database looks whether it still is


class UnknownOinError(Exception):
    """No municipality here has this number today."""


class Receipt(Enum):
    """What the inbox had already: nothing, this message, or another with the same number."""

    NEW = "nieuw"
    AGAIN = "herhaald"
    OTHER = "anders"


@dataclass(frozen=True)
class Sent:
    """A message as it came: the OIN that it is for, its number, the OIN of who sent it.

    `at` is the moment it came in.
    """

    doel: str
    bericht_id: UUID
    bron: str
    at: datetime
    body: bytes = field(repr=False)


def receive(sent: Sent, found: Notificatie) -> Receipt:
    """Keep a notice and wake the worker.

    Errors: UnknownOinError; DatabaseError. Nothing is kept then.
    """
    outcome = UNKNOWN
    if sent.doel in _gemeenten:
        outcome = _call(_RECEIVE, _values(sent, found, _gemeenten[sent.doel]))
    if outcome == UNKNOWN:
        outcome = _call(_RECEIVE, _values(sent, found, whose(sent.doel, at=sent.at)))
    return Receipt(outcome)


def whose(oin: str, *, at: datetime) -> int:
    """The municipality (CBS code) that has this number on the day of a moment.

    Errors: UnknownOinError.
    """
    found = gemeente_of(oin, on=timezone.localdate(at))
    if found is None:
        _gemeenten.pop(oin, None)
        raise UnknownOinError
    _gemeenten[oin] = found
    return found


def _values(sent: Sent, found: Notificatie, gemeente: int) -> list[Any]:
    keys = keys_in_use()
    bsn = "" if "elfproef" in found.opvallend else found.bsn
    return [
        gemeente,
        sent.doel,
        timezone.localdate(sent.at),
        sent.bericht_id,
        sent.bron,
        found.gebeurtenis,
        found.geregistreerd_at,
        sent.at,
        who_hash(bsn, found.vnummer, keys, gemeente=gemeente),
        content_hash(found, keys, gemeente=gemeente),
        seal_body(sent.body, keys, gemeente=gemeente, of=sent.bericht_id),
        list(found.opvallend),
    ]


def keep_refused(
    status: int, reden: str, *, at: datetime, gemeente: int | None = None, body: bytes = b""
) -> None:
    """Keep that a message was refused and why; with what it held where we know whose it is."""
    sealed = ""
    if gemeente is not None and body:
        sealed = seal_body(body, keys_in_use(), gemeente=gemeente, of=REFUSED)
    _call(_REFUSE, [gemeente, at, status, reden, sealed])


def _call(statement: bytes, values: Sequence[Any]) -> Any:
    """Ask, and once more where the connection was gone: of the same message two are one.

    So Django need not ask first whether it is there, which costs as much as the notice itself.
    """
    here = connections[DEFAULT_DB_ALIAS]  # each look through Django's `connection` costs as well
    here.health_check_done = True  # type: ignore[attr-defined]
    try:
        return _asked(here, statement, values)
    except (OperationalError, InterfaceError):
        if here.in_atomic_block:
            raise
        here.close()
        return _asked(here, statement, values)


def _asked(here: BaseDatabaseWrapper, statement: bytes, values: Sequence[Any]) -> Any:
    """With the values beside the statement: Django's own cursor writes each into its text."""
    here.ensure_connection()
    with here.wrap_database_errors, Cursor(here.connection) as cursor:
        found = cursor.execute(statement, values).fetchone()
    return found[0] if found else None
