"""Telling DUO over REST: the port `DuoTelling`, one method per message. Asking: duo_rest.py.

A message goes once. It goes again here only where DUO surely never got it; else who tells must ask
first, for DUO may have done it already.
"""

from __future__ import annotations

from uuid import UUID

from meedoen.adapters.duo_exchange import Message, Reply, Silence, TellingLine
from meedoen.adapters.duo_reply import confirmed, json_of_good
from meedoen.adapters.duo_wire.readers import UnfitError, one
from meedoen.adapters.duo_wire.telling import NewContactWire, contact_body, pip_body
from meedoen.ports.duo_errors import (
    NietBereikbaarError,
    OnbegrepenError,
    OnbekendeUitkomstError,
)
from meedoen.ports.duo_telling import Contactgegevens, PipMelding
from meedoen.ports.identity import Bsn

PIP = "/personen/{bsn}/PIP"
CONTACTS, CONTACT = "/contactpersonen", "/contactpersonen/{id}"
COUPLING = "/contactpersonen/{id}/personen/{bsn}"
TOO_MANY = 429  # of the statuses that say "not now", the one that says that nothing was done


class DuoTells:
    """DUO as one municipality may tell it over its own line. Safe to share between threads."""

    def __init__(self, line: TellingLine) -> None:
        self._line = line

    def tell_pip(self, bsn: Bsn, pip: PipMelding, bericht_id: UUID) -> None:
        """A plan."""
        self._tell(Message("POST", PIP, bsn, body=pip_body(pip)), bericht_id, success=201)

    def withdraw_pip(self, bsn: Bsn, bericht_id: UUID) -> None:
        """No plan."""
        self._tell(Message("DELETE", PIP, bsn), bericht_id, success=200)

    def add_contactpersoon(self, gegevens: Contactgegevens, bericht_id: UUID) -> int:
        """A new contactpersoon, and its number."""
        message = Message("POST", CONTACTS, body=contact_body(gegevens))
        came = self._tell(message, bericht_id, success=201)
        try:
            content = json_of_good(came, message.question)
            return one(NewContactWire, NewContactWire.told)(content).told
        except (OnbegrepenError, UnfitError) as error:
            why = str(error)
        raise OnbekendeUitkomstError(message.question, bericht_id, why=why, status=came.status)

    def change_contactpersoon(
        self, nummer: int, gegevens: Contactgegevens, bericht_id: UUID
    ) -> None:
        """Other data."""
        body = contact_body(gegevens)
        self._tell(Message("PUT", CONTACT, nummer=nummer, body=body), bericht_id, success=200)

    def remove_contactpersoon(self, nummer: int, bericht_id: UUID) -> None:
        """No contactpersoon."""
        self._tell(Message("DELETE", CONTACT, nummer=nummer), bericht_id, success=200)

    def couple(self, nummer: int, bsn: Bsn, bericht_id: UUID) -> None:
        """For this person."""
        self._tell(Message("POST", COUPLING, bsn, nummer), bericht_id, success=201)

    def uncouple(self, nummer: int, bsn: Bsn, bericht_id: UUID) -> None:
        """Not for this person."""
        self._tell(Message("DELETE", COUPLING, bsn, nummer), bericht_id, success=200)

    def _tell(self, message: Message, bericht_id: UUID, *, success: int) -> Reply:
        came = self._line.send(message, bericht_id)
        if isinstance(came, Silence):
            kind = OnbekendeUitkomstError if _went(came) else NietBereikbaarError
            raise kind(
                message.question, bericht_id, why=came.why, status=came.status, after=came.after
            )
        try:
            return confirmed(came, message.question, success=success)
        except OnbegrepenError as error:
            why = error.why
        raise OnbekendeUitkomstError(message.question, bericht_id, why=why, status=came.status)


def _went(came: Silence) -> bool:
    return came.sent and came.status != TOO_MANY
