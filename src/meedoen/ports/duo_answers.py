"""What DUO tells about one person, in our words: frozen, half-open periods, unknown stays None.

What DUO wrote stands in `Word.raw`; fields that DUO added later stand in `Answer.extra`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from meedoen.ports.duo_words import (
    Alfabetisering,
    Asielrechten,
    Examenonderdeel,
    Examenuitslag,
    FijneDoelgroep,
    Omvang,
    Ontheffingsgrond,
    Oordeel,
    RedenGeenPlicht,
    RedenGeenUitslag,
    RedenVrijstelling,
    Toetsuitslag,
    Word,
)
from meedoen.ports.period import Period
from meedoen.rules.choices import Doelgroep, Leerroute, Niveau


@dataclass(frozen=True)
class PlichtAnswer:
    """Whether somebody must inburgeren, now or in an earlier period (Wi 3, 6).

    The two last fields come with the duty of now only.
    """

    plichtig: bool
    period: Period
    gewijzigd_op: date | None
    kennisgeving_op: date | None = None  # the day on which the notice was sent
    reden_geen_plicht: Word[RedenGeenPlicht] | None = None


@dataclass(frozen=True)
class DoelgroepAnswer:
    """The group somebody belongs to, now or in an earlier period (Wi 13; Bi 1.1)."""

    doelgroep: Word[Doelgroep] | None
    period: Period
    fijn: Word[FijneDoelgroep] | None = None
    asielrechten: Word[Asielrechten] | None = None


@dataclass(frozen=True)
class TermijnAnswer:
    """The term of somebody, or how it stood before a change (Wi 11, 12).

    Of earlier terms DUO tells the end only. The code of the ground is DUO's own and not
    published as a list; `verlengingsgronden` tells what it means. It may tell of health.
    """

    period: Period
    gewijzigd_op: date | None
    grondcode: str | None = field(default=None, repr=False)
    grondomschrijving: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class VerlengingsgrondAnswer:
    """One line of DUO's own list of grounds of extension: of nobody in particular."""

    code: str
    omschrijving: str


@dataclass(frozen=True)
class ToetsAnswer:
    """One result of the leerbaarheidstoets. Scores in hundredths: 12,50 is 1250.

    `geregistreerd_op` is the day on which DUO noted the result, not the day of the test.
    """

    uitslag: Word[Toetsuitslag]
    score_honderdsten: int
    grens_honderdsten: int
    geregistreerd_op: date


@dataclass(frozen=True)
class VrijstellingAnswer:
    """A decision on vrijstelling (Wi 4); a period only when temporary, a part only when partial."""

    omvang: Omvang
    oordeel: Word[Oordeel]
    reden: Word[RedenVrijstelling]
    beslist_op: date | None
    period: Period | None = None
    onderdeel: Word[Examenonderdeel] | None = None
    niveau: Word[Niveau] | None = None


@dataclass(frozen=True)
class OntheffingAnswer:
    """A decision on ontheffing (Wi 5). Ground and hours tell of health: never facts as they are.

    `participatie_uren`: the most that somebody can do within five years; 0: can do none.
    """

    omvang: Omvang
    oordeel: Word[Oordeel]
    beslist_op: date
    grond: Word[Ontheffingsgrond] = field(repr=False)
    onderdeel: Word[Examenonderdeel] | None = None
    participatie_uren: int | None = field(default=None, repr=False)


@dataclass(frozen=True)
class PipAnswer:
    """The current plan known to DUO, also when it is of an earlier municipality (CBS code)."""

    gemeente: int
    dagtekening: date
    leerroute: Word[Leerroute]
    niveau: Word[Niveau] | None = None
    intensiteit_uren: int | None = None  # an estimate of lessons and KNM, B1-route
    mag_opleiding_afmaken: bool | None = None  # an education that gives no exemption (R07.12)
    alfabetisering: Word[Alfabetisering] | None = None


@dataclass(frozen=True)
class InstellingAnswer:
    """A school that DUO knows: of nobody in particular."""

    nummer: str
    naam: str
    postcode: str
    huisnummer: int
    plaats: str
    toevoeging: str | None = None
    bow_nummer: str | None = None
    brin: str | None = None
    heeft_bow_keurmerk: bool | None = None
    heeft_taalschakelkeurmerk: bool | None = None


@dataclass(frozen=True)
class UrenBijInstelling:
    """Hours at one school, known until, not including, `bekend_tot`."""

    instellingsnummer: str
    bekend_tot: date | None
    uren: int | None
    geoorloofd_verzuim_uren: int | None
    ongeoorloofd_verzuim_uren: int | None


@dataclass(frozen=True)
class UrenAnswer:
    """Totals that one municipality reported, known until, not including, `bekend_tot`."""

    gemeente: int | None
    bekend_tot: date | None
    intake_taal_knm_uren: int | None
    participatieactiviteiten_uren: int | None
    participatie_als_taalles_uren: int | None
    instellingen: tuple[UrenBijInstelling, ...] = ()


@dataclass(frozen=True)
class ExamenAnswer:
    """What came of one part of the exam on one day (Bi 3.3, 3.4)."""

    onderdeel: Word[Examenonderdeel]
    examen_op: date
    uitslag: Word[Examenuitslag]
    niveau: Word[Niveau] | None = None
    reden_geen_uitslag: Word[RedenGeenUitslag] | None = None


@dataclass(frozen=True)
class GratisPogingenAnswer:
    """How often somebody may still do a part of the exam for free (R08.05)."""

    onderdeel: Word[Examenonderdeel]
    pogingen: int


@dataclass(frozen=True)
class VerlengingAnswer:
    """One request for a longer term, and what came of it (Bi 4.5)."""

    aangevraagd_op: date  # the day on which DUO received it
    oordeel: Word[Oordeel]
    beslist_op: date | None = None


@dataclass(frozen=True)
class BoeteAnswer:
    """A fine of DUO; the day is that of the definitive decision, before any objection."""

    bedrag_cents: int
    besluit_op: date


@dataclass(frozen=True)
class GebeurtenisAnswer:
    """One event that DUO says it has sent about somebody: to find what never arrived."""

    code: str
    omschrijving: str
    op: date
