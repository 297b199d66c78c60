"""The plan and its course: PIP 1.2.0, MAP and PVT 1.0.0, uren 1.1.0, schools 1.2.0, events."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from meedoen.adapters.duo_wire import words
from meedoen.adapters.duo_wire.fields import Day, Gemeente, Text, Whole, Wire, word, word_or_none
from meedoen.ports.duo_answers import (
    GebeurtenisAnswer,
    InstellingAnswer,
    PipAnswer,
    UrenAnswer,
    UrenBijInstelling,
)


class PlanWire(Wire):
    """The plan itself."""

    dated: Day = Field(alias="dagtekeningPip")
    leerroute: Text
    niveau: Text | None = None
    hours: Whole | None = Field(None, alias="geschatteIntensiteitB1Route")
    may_finish: bool | None = Field(None, alias="indicatorMagOpleidingAfmaken")
    letters: Text | None = Field(None, alias="indicatorAlfabetiseringsonderwijs")


class PipWire(Wire):
    """The plan and the municipality that made it."""

    gemeente: Gemeente = Field(alias="gemeentecode")
    plan: PlanWire = Field(alias="pip")

    def told(self) -> PipAnswer:
        """In our words."""
        return PipAnswer(
            gemeente=self.gemeente,
            dagtekening=self.plan.dated,
            leerroute=word(self.plan.leerroute, words.LEERROUTE),
            niveau=word_or_none(self.plan.niveau, words.NIVEAU),
            intensiteit_uren=self.plan.hours,
            mag_opleiding_afmaken=self.plan.may_finish,
            alfabetisering=word_or_none(self.plan.letters, words.ALFABETISERING),
        )


class MapWire(Wire):
    """The last talk of the MAP."""

    day: Day = Field(alias="datumEindgesprekMap")

    def told(self) -> date:
        """As it is."""
        return self.day


class PvtWire(Wire):
    """The signature under the participatieverklaring."""

    day: Day = Field(alias="datumOndertekeningPvt")

    def told(self) -> date:
        """As it is."""
        return self.day


class HoursWire(Wire):
    """One total."""

    hours: Whole = Field(alias="uren")


class SchoolHoursWire(Wire):
    """Hours at one school, since 1.1.0."""

    number: Text = Field(alias="instellingsnummer")
    known_until: Day | None = Field(None, alias="bekendTot")
    hours: Whole | None = Field(None, alias="uren")
    excused: Whole | None = Field(None, alias="urenGeoorloofdVerzuim")
    unexcused: Whole | None = Field(None, alias="urenOngeoorloofdVerzuim")

    def told(self) -> UrenBijInstelling:
        """In our words."""
        return UrenBijInstelling(
            self.number, self.known_until, self.hours, self.excused, self.unexcused
        )


def schools_of(value: object) -> object:
    """One school or a list of them: the text of 1.1.0 leaves both open."""
    if isinstance(value, list):
        return tuple(value)
    return () if value is None else (value,)


Schools = Annotated[tuple[SchoolHoursWire, ...], BeforeValidator(schools_of)]


class UrenWire(Wire):
    """What one municipality reported; DUO's end day is the first day not known."""

    gemeente: Gemeente | None = Field(None, alias="gemeentecode")
    known_until: Day | None = Field(None, alias="bekendTot")
    intake: HoursWire | None = Field(None, alias="TaallesEnKnmBredeIntake")
    activities: HoursWire | None = Field(None, alias="ParticipatieactiviteitenBredeIntake")
    lessons: HoursWire | None = Field(None, alias="ParticipatieAlsTaalles")
    schools: Schools = Field((), alias="TaallesEnKnmInstelling")

    def told(self) -> UrenAnswer:
        """In our words."""
        return UrenAnswer(
            gemeente=self.gemeente,
            bekend_tot=self.known_until,
            intake_taal_knm_uren=_total(self.intake),
            participatieactiviteiten_uren=_total(self.activities),
            participatie_als_taalles_uren=_total(self.lessons),
            instellingen=tuple(school.told() for school in self.schools),
        )


class InstellingWire(Wire):
    """A school."""

    number: Text = Field(alias="instellingsnummer")
    name: Text = Field(alias="naam")
    postcode: Text
    house: Whole = Field(alias="huisnummer")
    suffix: Text | None = Field(None, alias="huisnummertoevoeging")
    town: Text = Field(alias="plaatsnaam")
    bow: Text | None = None
    brin: Text | None = None
    has_bow: bool | None = Field(None, alias="indicatieBowKeurmerk")
    has_tst: bool | None = Field(None, alias="indicatieTstKeurmerk")

    def told(self) -> InstellingAnswer:
        """In our words."""
        return InstellingAnswer(
            nummer=self.number,
            naam=self.name,
            postcode=self.postcode,
            huisnummer=self.house,
            plaats=self.town,
            toevoeging=self.suffix,
            bow_nummer=self.bow,
            brin=self.brin,
            heeft_bow_keurmerk=self.has_bow,
            heeft_taalschakelkeurmerk=self.has_tst,
        )


class GebeurtenisWire(Wire):
    """An event that DUO sent."""

    code: Text = Field(alias="id")
    description: Text = Field(alias="omschrijving")
    day: Day = Field(alias="datum")

    def told(self) -> GebeurtenisAnswer:
        """In our words."""
        return GebeurtenisAnswer(self.code, self.description, self.day)


def _total(hours: HoursWire | None) -> int | None:
    return None if hours is None else hours.hours
