"""What we tell DUO, for one municipality, in our words; asking stands in `ports.duo`.

The berichtId is given by who tells: it is written down before the message goes, so that DUO and we
can find it again. Every message may raise what stands in `ports.duo_errors`: AfgewezenError (403
with reasons: never sent again by itself), GeenToegangError (401, 403), NietBekendError (404),
FoutVerzoekError (400), NietBereikbaarError (DUO surely did not get it) and OnbekendeUitkomstError
(it went out, and nobody knows whether DUO took it).

An aanbod, the end of PVT and MAP, and hours get their own frozen message and method here (Bi 9.2).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol
from uuid import UUID

from meedoen.ports.duo_words import Alfabetisering
from meedoen.ports.identity import Bsn
from meedoen.rules.choices import Leerroute, Niveau


@dataclass(frozen=True)
class PipMelding:
    """A plan as DUO takes it, the first or a changed one; what is None is left out.

    `intensiteit_uren`: all lessons and KNM of the B1-route, an estimate, asielstatushouders only.
    """

    dagtekening: date
    leerroute: Leerroute
    niveau: Niveau | None = None
    intensiteit_uren: int | None = None
    mag_opleiding_afmaken: bool | None = None
    alfabetisering: Alfabetisering | None = None


@dataclass(frozen=True)
class Contactgegevens:
    """An official whom others in the chain can reach about an inburgeraar."""

    naam: str = field(repr=False)
    email: str = field(repr=False)
    telefoon: str = field(repr=False)


class DuoTelling(Protocol):
    """DUO as one municipality may tell it things. Safe to share between threads."""

    def tell_pip(self, bsn: Bsn, pip: PipMelding, bericht_id: UUID) -> None:
        """A plan was established or changed; it takes the place of the current one."""

    def withdraw_pip(self, bsn: Bsn, bericht_id: UUID) -> None:
        """The current plan does not hold."""

    def add_contactpersoon(self, gegevens: Contactgegevens, bericht_id: UUID) -> int:
        """A new contactpersoon; the number that DUO gives is told here and never again."""

    def change_contactpersoon(
        self, nummer: int, gegevens: Contactgegevens, bericht_id: UUID
    ) -> None:
        """Name, address or phone number changed."""

    def remove_contactpersoon(self, nummer: int, bericht_id: UUID) -> None:
        """Nobody can reach this one any more; DUO forgets the couplings too."""

    def couple(self, nummer: int, bsn: Bsn, bericht_id: UUID) -> None:
        """This contactpersoon is for this person, in the place of an earlier one."""

    def uncouple(self, nummer: int, bsn: Bsn, bericht_id: UUID) -> None:
        """No longer for this person."""
