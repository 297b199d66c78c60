"""Leerbaarheidstoets 1.2.0, Examen 1.0.0 and Boete 1.0.0: tests, exams, and what came too late."""

from __future__ import annotations

from pydantic import Field

from meedoen.adapters.duo_wire import words
from meedoen.adapters.duo_wire.fields import (
    Cents,
    Day,
    Hundredths,
    Text,
    Whole,
    Wire,
    word,
    word_or_none,
)
from meedoen.ports.duo_answers import BoeteAnswer, ExamenAnswer, GratisPogingenAnswer, ToetsAnswer


class ExamennummerWire(Wire):
    """The number of the leerbaarheidstoets."""

    number: Text = Field(alias="examennummer")

    def told(self) -> str:
        """As it is."""
        return self.number


class ToetsWire(Wire):
    """A result of the leerbaarheidstoets; its day is the day of registration."""

    result: Text = Field(alias="resultaat")
    score: Hundredths = Field(alias="behaaldeScore")
    needed: Hundredths = Field(alias="benodigdeScore")
    registered: Day = Field(alias="datumAfname")

    def told(self) -> ToetsAnswer:
        """In our words."""
        return ToetsAnswer(
            uitslag=word(self.result, words.TOETSUITSLAG),
            score_honderdsten=self.score,
            grens_honderdsten=self.needed,
            geregistreerd_op=self.registered,
        )


class ExamenWire(Wire):
    """A result of one part of the exam."""

    day: Day = Field(alias="examendatum")
    result: Text = Field(alias="resultaat")
    reden: Text | None = Field(None, alias="redenGeenResultaat")
    onderdeel: Text
    niveau: Text | None = None

    def told(self) -> ExamenAnswer:
        """In our words."""
        return ExamenAnswer(
            onderdeel=word(self.onderdeel, words.EXAMENONDERDEEL),
            examen_op=self.day,
            uitslag=word(self.result, words.EXAMENUITSLAG),
            niveau=word_or_none(self.niveau, words.NIVEAU),
            reden_geen_uitslag=word_or_none(self.reden, words.REDEN_GEEN_UITSLAG),
        )


class GratisPogingenWire(Wire):
    """Attempts left for one part."""

    onderdeel: Text
    left: Whole = Field(alias="gratisPogingenTegoed")

    def told(self) -> GratisPogingenAnswer:
        """In our words."""
        return GratisPogingenAnswer(word(self.onderdeel, words.EXAMENONDERDEEL), self.left)


class BoeteWire(Wire):
    """A fine, in euros on the wire."""

    amount: Cents = Field(alias="bedrag")
    day: Day = Field(alias="datum")

    def told(self) -> BoeteAnswer:
        """In our words."""
        return BoeteAnswer(self.amount, self.day)
