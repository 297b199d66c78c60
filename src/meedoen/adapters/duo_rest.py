"""DUO over REST: the port `Duo`, one method per question. Telling: duo_tells.py."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from meedoen.adapters.duo_exchange import Line, Reply, Silence
from meedoen.adapters.duo_reply import answered, not_understood, version_of
from meedoen.adapters.duo_wire.examen import (
    BoeteWire,
    ExamennummerWire,
    ExamenWire,
    GratisPogingenWire,
    ToetsWire,
)
from meedoen.adapters.duo_wire.plan import (
    GebeurtenisWire,
    InstellingWire,
    MapWire,
    PipWire,
    PvtWire,
    UrenWire,
)
from meedoen.adapters.duo_wire.plicht import (
    DoelgroepWire,
    EarlierDoelgroepWire,
    EarlierPlichtWire,
    PlichtWire,
)
from meedoen.adapters.duo_wire.readers import Read, Reader, UnfitError, flat, many, one
from meedoen.adapters.duo_wire.termijn import (
    EarlierTermijnWire,
    TermijnWire,
    VerlengingsgrondWire,
    VerlengingWire,
)
from meedoen.adapters.duo_wire.vrijstelling import OntheffingWire, VrijstellingWire
from meedoen.ports.duo import Answer
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
from meedoen.ports.duo_errors import NietBereikbaarError
from meedoen.ports.identity import Bsn

ToldT = TypeVar("ToldT")


class DuoRest:
    """DUO as one municipality may ask it over its own line. Safe to share between threads."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def inburgeringsplicht(self, bsn: Bsn) -> Answer[PlichtAnswer]:
        """The duty of now."""
        read = one(PlichtWire, PlichtWire.told)
        return self._ask("/personen/{bsn}/inburgeringsplicht", read, bsn)

    def inburgeringsplicht_historie(self, bsn: Bsn) -> Answer[tuple[PlichtAnswer, ...]]:
        """The duty of before."""
        read = many(EarlierPlichtWire, EarlierPlichtWire.told)
        return self._ask("/personen/{bsn}/inburgeringsplicht/historie", read, bsn)

    def doelgroep(self, bsn: Bsn) -> Answer[DoelgroepAnswer]:
        """The group of now."""
        read = one(DoelgroepWire, DoelgroepWire.told)
        return self._ask("/personen/{bsn}/doelgroep", read, bsn)

    def doelgroep_historie(self, bsn: Bsn) -> Answer[tuple[DoelgroepAnswer, ...]]:
        """The groups of before."""
        read = many(EarlierDoelgroepWire, EarlierDoelgroepWire.told)
        return self._ask("/personen/{bsn}/doelgroep/historie", read, bsn)

    def inburgeringstermijn(self, bsn: Bsn) -> Answer[TermijnAnswer]:
        """The term of now."""
        read = one(TermijnWire, TermijnWire.told)
        return self._ask("/personen/{bsn}/inburgeringstermijn", read, bsn)

    def inburgeringstermijn_historie(self, bsn: Bsn) -> Answer[tuple[TermijnAnswer, ...]]:
        """How the term stood before."""
        read = many(EarlierTermijnWire, EarlierTermijnWire.told)
        return self._ask("/personen/{bsn}/inburgeringstermijn/historie", read, bsn)

    def verlengingsgronden(self) -> Answer[tuple[VerlengingsgrondAnswer, ...]]:
        """DUO's list of grounds."""
        read = many(VerlengingsgrondWire, VerlengingsgrondWire.told)
        return self._ask("/verlengingsgronden", read)

    def examennummer(self, bsn: Bsn) -> Answer[str]:
        """The number of the leerbaarheidstoets."""
        read = one(ExamennummerWire, ExamennummerWire.told)
        return self._ask("/personen/{bsn}/lbt/examennummer", read, bsn)

    def toetsresultaten(self, bsn: Bsn) -> Answer[tuple[ToetsAnswer, ...]]:
        """The results of the leerbaarheidstoets."""
        read = many(ToetsWire, ToetsWire.told)
        return self._ask("/personen/{bsn}/lbt/resultaten", read, bsn)

    def vrijstellingen(self, bsn: Bsn) -> Answer[tuple[VrijstellingAnswer, ...]]:
        """Every decision on vrijstelling."""
        read = flat(VrijstellingWire, VrijstellingWire.told)
        return self._ask("/personen/{bsn}/vrijstellingen", read, bsn)

    def ontheffingen(self, bsn: Bsn) -> Answer[tuple[OntheffingAnswer, ...]]:
        """Every decision on ontheffing."""
        read = flat(OntheffingWire, OntheffingWire.told)
        return self._ask("/personen/{bsn}/ontheffingen", read, bsn)

    def pip(self, bsn: Bsn) -> Answer[PipAnswer]:
        """The current plan."""
        return self._ask("/personen/{bsn}/PIP", one(PipWire, PipWire.told), bsn)

    def instellingen(self) -> Answer[tuple[InstellingAnswer, ...]]:
        """The schools."""
        return self._ask("/instellingen", many(InstellingWire, InstellingWire.told))

    def map_eindgesprek(self, bsn: Bsn) -> Answer[date]:
        """The last talk of the MAP."""
        return self._ask("/personen/{bsn}/map", one(MapWire, MapWire.told), bsn)

    def pvt_ondertekening(self, bsn: Bsn) -> Answer[date]:
        """The signature under the participatieverklaring."""
        return self._ask("/personen/{bsn}/pvt", one(PvtWire, PvtWire.told), bsn)

    def gevolgde_uren(self, bsn: Bsn) -> Answer[tuple[UrenAnswer, ...]]:
        """Hours as municipalities told them."""
        return self._ask("/personen/{bsn}/uren", many(UrenWire, UrenWire.told), bsn)

    def examenresultaten(self, bsn: Bsn) -> Answer[tuple[ExamenAnswer, ...]]:
        """Every result of an exam."""
        read = many(ExamenWire, ExamenWire.told)
        return self._ask("/personen/{bsn}/examens/resultaten", read, bsn)

    def gratis_pogingen(self, bsn: Bsn) -> Answer[tuple[GratisPogingenAnswer, ...]]:
        """Attempts that are still free."""
        read = many(GratisPogingenWire, GratisPogingenWire.told)
        return self._ask("/personen/{bsn}/examens/gratispogingen", read, bsn)

    def verlengingen(self, bsn: Bsn) -> Answer[tuple[VerlengingAnswer, ...]]:
        """Requests for a longer term."""
        read = many(VerlengingWire, VerlengingWire.told)
        return self._ask("/personen/{bsn}/verlengingen", read, bsn)

    def boetes(self, bsn: Bsn) -> Answer[tuple[BoeteAnswer, ...]]:
        """Fines."""
        return self._ask("/personen/{bsn}/boetes", many(BoeteWire, BoeteWire.told), bsn)

    def gebeurtenissen(self, bsn: Bsn) -> Answer[tuple[GebeurtenisAnswer, ...]]:
        """Events that DUO sent."""
        read = many(GebeurtenisWire, GebeurtenisWire.told)
        return self._ask("/personen/{bsn}/gebeurtenissen", read, bsn)

    def _ask(self, question: str, read: Reader[ToldT], bsn: Bsn | None = None) -> Answer[ToldT]:
        came = self._line.get(question, bsn)
        if isinstance(came, Silence):
            raise NietBereikbaarError(
                question, came.bericht_id, why=came.why, status=came.status, after=came.after
            )
        found = _read(came, question, read)
        if isinstance(found, str):
            raise not_understood(came, question, found)
        return Answer(found.told, came.bericht_id, version_of(came), found.extra, came.body)


def _read(came: Reply, question: str, read: Reader[ToldT]) -> Read[ToldT] | str:
    """What a reply tells, or why it does not fit: no traceback then holds what DUO told."""
    try:
        return read(answered(came, question))
    except UnfitError as error:
        return str(error)
