"""Inburgeringsplicht 1.2.2: the duty and the group."""

from __future__ import annotations

from pydantic import Field

from meedoen.adapters.duo_wire import words
from meedoen.adapters.duo_wire.fields import Day, Text, Wire, through, word_or_none
from meedoen.ports.duo_answers import DoelgroepAnswer, PlichtAnswer


class PlichtWire(Wire):
    """The duty of now."""

    plichtig: bool = Field(alias="indicatorInburgeringsplicht")
    start: Day | None = Field(None, alias="begindatum")
    last: Day | None = Field(None, alias="einddatum")
    changed: Day | None = Field(None, alias="wijzigingsdatum")
    notice: Day | None = Field(None, alias="datumKennisgevingInburgeringsplicht")
    reden: Text | None = Field(None, alias="redenGeenInburgeringsplicht")

    def told(self) -> PlichtAnswer:
        """In our words."""
        return PlichtAnswer(
            plichtig=self.plichtig,
            period=through(self.start, self.last),
            gewijzigd_op=self.changed,
            kennisgeving_op=self.notice,
            reden_geen_plicht=word_or_none(self.reden, words.REDEN_GEEN_PLICHT),
        )


class EarlierPlichtWire(Wire):
    """The duty of before."""

    plichtig: bool = Field(alias="indicatorInburgeringsplicht")
    start: Day | None = Field(None, alias="begindatum")
    last: Day | None = Field(None, alias="einddatum")
    changed: Day | None = Field(None, alias="wijzigingsdatum")

    def told(self) -> PlichtAnswer:
        """In our words."""
        return PlichtAnswer(self.plichtig, through(self.start, self.last), self.changed)


class DoelgroepWire(Wire):
    """The group of now: it has no end."""

    doelgroep: Text | None = Field(None, alias="indeling")
    start: Day | None = Field(None, alias="begindatum")
    fine: Text | None = Field(None, alias="gedetailleerdeDoelgroep")
    rights: Text | None = Field(None, alias="asielrechtenWijzigingVerblijfsdoel")

    def told(self) -> DoelgroepAnswer:
        """In our words."""
        return DoelgroepAnswer(
            doelgroep=word_or_none(self.doelgroep, words.DOELGROEP),
            period=through(self.start, None),
            fijn=word_or_none(self.fine, words.FIJNE_DOELGROEP),
            asielrechten=word_or_none(self.rights, words.ASIELRECHTEN),
        )


class EarlierDoelgroepWire(Wire):
    """A group of before."""

    doelgroep: Text | None = Field(None, alias="indeling")
    start: Day | None = Field(None, alias="begindatum")
    last: Day | None = Field(None, alias="einddatum")

    def told(self) -> DoelgroepAnswer:
        """In our words."""
        return DoelgroepAnswer(
            word_or_none(self.doelgroep, words.DOELGROEP), through(self.start, self.last)
        )
