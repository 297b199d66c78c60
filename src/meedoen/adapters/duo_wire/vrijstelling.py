"""Vrijstelling 1.0.0 and Ontheffing 1.0.0: one object may hold several decisions."""

from __future__ import annotations

from pydantic import Field

from meedoen.adapters.duo_wire import words
from meedoen.adapters.duo_wire.fields import Day, Text, Whole, Wire, through, word, word_or_none
from meedoen.ports.duo_answers import OntheffingAnswer, VrijstellingAnswer
from meedoen.ports.duo_words import Omvang


class WholeVrijstellingWire(Wire):
    """For the whole duty."""

    oordeel: Text
    reden: Text
    decided: Day | None = Field(None, alias="datumOordeel")

    def told(self) -> VrijstellingAnswer:
        """In our words."""
        return VrijstellingAnswer(
            omvang=Omvang.GEHEEL,
            oordeel=word(self.oordeel, words.OORDEEL),
            reden=word(self.reden, words.REDEN_VRIJSTELLING),
            beslist_op=self.decided,
        )


class TemporaryVrijstellingWire(Wire):
    """For a while: the end day is the last day."""

    oordeel: Text
    reden: Text
    decided: Day | None = Field(None, alias="datumOordeel")
    start: Day | None = Field(None, alias="startdatum")
    last: Day | None = Field(None, alias="einddatum")

    def told(self) -> VrijstellingAnswer:
        """In our words."""
        return VrijstellingAnswer(
            omvang=Omvang.TIJDELIJK,
            oordeel=word(self.oordeel, words.OORDEEL),
            reden=word(self.reden, words.REDEN_VRIJSTELLING),
            beslist_op=self.decided,
            period=through(self.start, self.last),
        )


class PartialVrijstellingWire(Wire):
    """For a part of the exam."""

    oordeel: Text
    reden: Text
    decided: Day | None = Field(None, alias="datumOordeel")
    onderdeel: Text | None = Field(None, alias="examenonderdeel")
    niveau: Text | None = Field(None, alias="examenniveau")

    def told(self) -> VrijstellingAnswer:
        """In our words."""
        return VrijstellingAnswer(
            omvang=Omvang.GEDEELTELIJK,
            oordeel=word(self.oordeel, words.OORDEEL),
            reden=word(self.reden, words.REDEN_VRIJSTELLING),
            beslist_op=self.decided,
            onderdeel=word_or_none(self.onderdeel, words.EXAMENONDERDEEL),
            niveau=word_or_none(self.niveau, words.NIVEAU),
        )


class VrijstellingWire(Wire):
    """One line of the list, with one decision as a rule."""

    whole: WholeVrijstellingWire | None = Field(None, alias="GeheleVrijstelling")
    temporary: TemporaryVrijstellingWire | None = Field(None, alias="TijdelijkeVrijstelling")
    partial: PartialVrijstellingWire | None = Field(None, alias="GedeeltelijkeVrijstelling")

    def told(self) -> tuple[VrijstellingAnswer, ...]:
        """In our words."""
        return tuple(
            kind.told() for kind in (self.whole, self.temporary, self.partial) if kind is not None
        )


class WholeOntheffingWire(Wire):
    """From the whole duty."""

    oordeel: Text
    decided: Day = Field(alias="datumOordeel")
    grond: Text

    def told(self) -> OntheffingAnswer:
        """In our words."""
        return OntheffingAnswer(
            omvang=Omvang.GEHEEL,
            oordeel=word(self.oordeel, words.OORDEEL),
            beslist_op=self.decided,
            grond=word(self.grond, words.ONTHEFFINGSGROND),
        )


class PartialOntheffingWire(Wire):
    """From a part of the exam, or from hours of participation."""

    oordeel: Text
    decided: Day = Field(alias="datumOordeel")
    grond: Text
    onderdeel: Text | None = Field(None, alias="examenonderdeel")
    hours: Whole | None = Field(None, alias="urenBelastbaarheidParticipatieactiviteit")

    def told(self) -> OntheffingAnswer:
        """In our words."""
        return OntheffingAnswer(
            omvang=Omvang.GEDEELTELIJK,
            oordeel=word(self.oordeel, words.OORDEEL),
            beslist_op=self.decided,
            grond=word(self.grond, words.ONTHEFFINGSGROND),
            onderdeel=word_or_none(self.onderdeel, words.EXAMENONDERDEEL),
            participatie_uren=self.hours,
        )


class OntheffingWire(Wire):
    """One line of the list, with one decision as a rule."""

    whole: WholeOntheffingWire | None = Field(None, alias="GeheleOntheffing")
    partial: PartialOntheffingWire | None = Field(None, alias="GedeeltelijkeOntheffing")

    def told(self) -> tuple[OntheffingAnswer, ...]:
        """In our words."""
        return tuple(kind.told() for kind in (self.whole, self.partial) if kind is not None)
