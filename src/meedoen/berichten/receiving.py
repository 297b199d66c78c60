"""Taking in a notice, or what was refused: one statement that is durable before the answer goes.

No scope and no official: the web server may call two functions of the database, and no more.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any
from uuid import UUID

from django.db import connection

from meedoen.accounts.keys import keys_in_use
from meedoen.berichten.notificatie import Notificatie
from meedoen.berichten.sealing import REFUSED, content_hash, seal_body, who_hash

_RECEIVE = "SELECT berichten_ontvang(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s::text[])"
_REFUSE = "SELECT berichten_weiger(%s, %s, %s, %s, %s)"


class Receipt(Enum):
    """What the inbox had already: nothing, this message, or another with the same number."""

    NEW = "nieuw"
    AGAIN = "herhaald"
    OTHER = "anders"


@dataclass(frozen=True)
class Sent:
    """A message as it came: for which municipality (CBS code), its number, the OIN of who sent it.

    `at` is the moment it came in.
    """

    gemeente: int
    bericht_id: UUID
    bron: str
    at: datetime
    body: bytes = field(repr=False)


def receive(sent: Sent, found: Notificatie) -> Receipt:
    """Keep a notice and wake the worker. Errors: DatabaseError; then nothing is kept."""
    keys, gemeente = keys_in_use(), sent.gemeente
    bsn = "" if "elfproef" in found.opvallend else found.bsn
    values = [
        gemeente,
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
    return Receipt(_call(_RECEIVE, values))


def keep_refused(
    status: int, reden: str, *, at: datetime, gemeente: int | None = None, body: bytes = b""
) -> None:
    """Keep that a message was refused and why; with what it held where we know whose it is."""
    sealed = ""
    if gemeente is not None and body:
        sealed = seal_body(body, keys_in_use(), gemeente=gemeente, of=REFUSED)
    _call(_REFUSE, [gemeente, at, status, reden, sealed])


def _call(statement: str, values: Sequence[Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()[0]
