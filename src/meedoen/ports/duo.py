"""What we ask of DUO, for one municipality. What we tell it: `ports.duo_telling`.

Every question may raise what stands in `ports.duo_errors`: NietBekendError (404),
GeenToegangError (401, 403), AfgewezenError (403 with reasons), FoutVerzoekError (400),
NietBereikbaarError (may be asked again later) and OnbegrepenError (kept raw).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from meedoen.ports.duo_answers import (
    BoeteAnswer,
    DoelgroepAnswer,
    ExamenAnswer,
    GebeurtenisAnswer,
    GratisPogingenAnswer,
    InstellingAnswer,
    OntheffingAnswer,
    PipAnswer,
    PlichtAnswer,
    TermijnAnswer,
    ToetsAnswer,
    UrenAnswer,
    VerlengingAnswer,
    VerlengingsgrondAnswer,
    VrijstellingAnswer,
)
from meedoen.ports.identity import Bsn

ContentT = TypeVar("ContentT")


@dataclass(frozen=True)
class Answer(Generic[ContentT]):
    """What DUO answered, and how it came.

    `extra` holds fields that we do not know, as pairs of place and JSON text. `raw` is the body
    as it came: it may tell of health, so it is stored sealed or not at all.
    """

    content: ContentT
    bericht_id: UUID
    api_version: str | None = None
    extra: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    raw: bytes = field(default=b"", repr=False)


class Duo(Protocol):
    """DUO as one municipality may ask it. Safe to share between threads."""

    def inburgeringsplicht(self, bsn: Bsn) -> Answer[PlichtAnswer]:
        """The duty of now."""

    def inburgeringsplicht_historie(self, bsn: Bsn) -> Answer[tuple[PlichtAnswer, ...]]:
        """The duty of before, in DUO's order."""

    def doelgroep(self, bsn: Bsn) -> Answer[DoelgroepAnswer]:
        """The group of now."""

    def doelgroep_historie(self, bsn: Bsn) -> Answer[tuple[DoelgroepAnswer, ...]]:
        """The groups of before, in DUO's order."""

    def inburgeringstermijn(self, bsn: Bsn) -> Answer[TermijnAnswer]:
        """The term of now: authoritative."""

    def inburgeringstermijn_historie(self, bsn: Bsn) -> Answer[tuple[TermijnAnswer, ...]]:
        """How the term stood before, in DUO's order: ends only."""

    def verlengingsgronden(self) -> Answer[tuple[VerlengingsgrondAnswer, ...]]:
        """DUO's list of grounds of extension."""

    def examennummer(self, bsn: Bsn) -> Answer[str]:
        """The number under which somebody does the leerbaarheidstoets."""

    def toetsresultaten(self, bsn: Bsn) -> Answer[tuple[ToetsAnswer, ...]]:
        """The results of the leerbaarheidstoets."""

    def vrijstellingen(self, bsn: Bsn) -> Answer[tuple[VrijstellingAnswer, ...]]:
        """Every decision on vrijstelling, refusals too."""

    def ontheffingen(self, bsn: Bsn) -> Answer[tuple[OntheffingAnswer, ...]]:
        """Every decision on ontheffing, refusals too."""

    def pip(self, bsn: Bsn) -> Answer[PipAnswer]:
        """The current plan, of whichever municipality."""

    def instellingen(self) -> Answer[tuple[InstellingAnswer, ...]]:
        """The schools that may be named in an aanbod."""

    def map_eindgesprek(self, bsn: Bsn) -> Answer[date]:
        """The day of the last talk of the MAP, as told to DUO."""

    def pvt_ondertekening(self, bsn: Bsn) -> Answer[date]:
        """The day on which the participatieverklaring was signed, as told to DUO."""

    def gevolgde_uren(self, bsn: Bsn) -> Answer[tuple[UrenAnswer, ...]]:
        """Hours as municipalities told them, one row per municipality."""

    def examenresultaten(self, bsn: Bsn) -> Answer[tuple[ExamenAnswer, ...]]:
        """Every result of an exam."""

    def gratis_pogingen(self, bsn: Bsn) -> Answer[tuple[GratisPogingenAnswer, ...]]:
        """Attempts that are still free, per part."""

    def verlengingen(self, bsn: Bsn) -> Answer[tuple[VerlengingAnswer, ...]]:
        """Requests for a longer term."""

    def boetes(self, bsn: Bsn) -> Answer[tuple[BoeteAnswer, ...]]:
        """Fines for exceeding the term."""

    def gebeurtenissen(self, bsn: Bsn) -> Answer[tuple[GebeurtenisAnswer, ...]]:
        """Every event that DUO sent, or meant to send, about somebody."""
