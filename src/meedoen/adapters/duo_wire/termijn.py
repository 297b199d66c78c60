"""Inburgeringstermijn 1.0.0 and Verlenging 1.0.0: the term, its grounds, requests for more."""

from __future__ import annotations

from pydantic import Field

from meedoen.adapters.duo_wire import words
from meedoen.adapters.duo_wire.fields import Day, Text, Wire, until, word
from meedoen.ports.duo_answers import TermijnAnswer, VerlengingAnswer, VerlengingsgrondAnswer


class TermijnWire(Wire):
    """The term of now: its end day is the first day after it."""

    start: Day = Field(alias="startdatum")
    end: Day = Field(alias="einddatum")
    changed: Day | None = Field(None, alias="wijzigingsdatum")
    code: Text | None = Field(None, alias="verlengingsgrondcode")
    description: Text | None = Field(None, alias="verlengingsgrondomschrijving")

    def told(self) -> TermijnAnswer:
        """In our words."""
        period = until(self.start, self.end)
        return TermijnAnswer(period, self.changed, self.code, self.description)


class EarlierTermijnWire(Wire):
    """How the term stood before: an end only."""

    end: Day | None = Field(None, alias="einddatum")
    changed: Day | None = Field(None, alias="wijzigingsdatum")
    code: Text | None = Field(None, alias="verlengingsgrondcode")
    description: Text | None = Field(None, alias="verlengingsgrondomschrijving")

    def told(self) -> TermijnAnswer:
        """In our words."""
        period = until(None, self.end)
        return TermijnAnswer(period, self.changed, self.code, self.description)


class VerlengingsgrondWire(Wire):
    """A line of DUO's list."""

    code: Text
    description: Text = Field(alias="omschrijving")

    def told(self) -> VerlengingsgrondAnswer:
        """In our words."""
        return VerlengingsgrondAnswer(self.code, self.description)


class VerlengingWire(Wire):
    """A request for a longer term."""

    status: Text = Field(alias="beoordelingAanvraag")
    received: Day = Field(alias="ontvangstdatum")
    decided: Day | None = Field(None, alias="datumBeoordeling")

    def told(self) -> VerlengingAnswer:
        """In our words."""
        return VerlengingAnswer(
            aangevraagd_op=self.received,
            oordeel=word(self.status, words.STATUS_VERLENGING),
            beslist_op=self.decided,
        )
