"""DUO in memory: answers that a test chose, by question; what has no answer it does not know."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast
from uuid import uuid4

from meedoen.berichten.vragen import METHODS
from meedoen.ports.duo import Answer, Duo
from meedoen.ports.duo_answers import (
    BoeteAnswer,
    DoelgroepAnswer,
    ExamenAnswer,
    OntheffingAnswer,
    PipAnswer,
    PlichtAnswer,
    TermijnAnswer,
    ToetsAnswer,
    VerlengingAnswer,
    VrijstellingAnswer,
)
from meedoen.ports.duo_errors import DuoError, NietBekendError
from meedoen.ports.duo_words import (
    Examenonderdeel,
    Examenuitslag,
    Omvang,
    Ontheffingsgrond,
    Oordeel,
    RedenGeenPlicht,
    RedenVrijstelling,
    Toetsuitslag,
    Word,
)
from meedoen.ports.identity import Bsn
from meedoen.ports.period import Period
from meedoen.rules.choices import Doelgroep, Leerroute, Niveau


@dataclass
class FakeDuo:
    """Answers by the name of the question, or the class of an error; counts what was asked."""

    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __getattr__(self, name: str) -> Callable[[Bsn], Answer[Any]]:
        question = next((key for key, method in METHODS.items() if method == name), None)
        if question is None:
            raise AttributeError(name)

        def answer(_bsn: Bsn) -> Answer[Any]:
            self.asked.append(question)
            found = self.answers.get(question, NietBekendError)
            if isinstance(found, type) and issubclass(found, DuoError):
                raise found(f"/personen/{{bsn}}/{question}", uuid4())
            if isinstance(found, DuoError):
                raise found
            return Answer(found, uuid4())

        return answer

    @property
    def duo(self) -> Duo:
        """As the port."""
        return cast("Duo", self)


def word(choice: Any, raw: str = "") -> Word[Any]:
    """A word that we know, or (None) one that we do not."""
    return Word(raw or str(getattr(choice, "value", "")), choice)


def plicht(
    *, begin: date = date(2026, 2, 2), notice: date | None = date(2026, 3, 2)
) -> PlichtAnswer:
    """A duty that holds."""
    return PlichtAnswer(True, Period(begin, None), begin, notice)


def ended(
    reden: RedenGeenPlicht | Word[RedenGeenPlicht],
    last: date | None,
    begin: date = date(2026, 2, 2),
) -> PlichtAnswer:
    """A duty that ended after a last day."""
    tot = None if last is None else date.fromordinal(last.toordinal() + 1)
    said = reden if isinstance(reden, Word) else word(reden)
    return PlichtAnswer(False, Period(begin, tot), last, date(2026, 3, 2), said)


def doelgroep(choice: Doelgroep | None, since: date = date(2026, 2, 2)) -> DoelgroepAnswer:
    return DoelgroepAnswer(
        word(choice, "iets nieuws" if choice is None else ""), Period(since, None)
    )


def termijn(tot: date, *, grond: str | None = None, changed: date | None = None) -> TermijnAnswer:
    return TermijnAnswer(Period(date(2026, 5, 2), tot), changed, grond)


def examen(onderdeel: str, uitslag: str, op: date, niveau: str = "") -> ExamenAnswer:
    level = word(Niveau(niveau)) if niveau else None
    return ExamenAnswer(word(Examenonderdeel(onderdeel)), op, word(Examenuitslag(uitslag)), level)


def toets(score: int, op: date) -> ToetsAnswer:
    return ToetsAnswer(word(Toetsuitslag.HAALBAAR), score, 1250, op)


def vrijstelling(
    omvang: Omvang, oordeel: Oordeel, op: date, *, onderdeel: str = "", period: Period | None = None
) -> VrijstellingAnswer:
    part = word(Examenonderdeel(onderdeel)) if onderdeel else None
    reden = word(RedenVrijstelling.DOCUMENT)
    return VrijstellingAnswer(omvang, word(oordeel), reden, op, period, part)


def ontheffing(
    oordeel: Oordeel, op: date, *, onderdeel: str = "", uren: int | None = None
) -> OntheffingAnswer:
    part = word(Examenonderdeel(onderdeel)) if onderdeel else None
    grond = word(Ontheffingsgrond.MEDISCH)
    return OntheffingAnswer(Omvang.GEDEELTELIJK, word(oordeel), op, grond, part, uren)


def verlenging(asked: date, oordeel: Oordeel, op: date | None = None) -> VerlengingAnswer:
    return VerlengingAnswer(asked, word(oordeel), op)


def boete(op: date, cents: int = 80000) -> BoeteAnswer:
    return BoeteAnswer(cents, op)


def pip(gemeente: int, op: date) -> PipAnswer:
    return PipAnswer(gemeente, op, word(Leerroute.B1_ROUTE))
