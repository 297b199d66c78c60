"""The three leerroutes beside each other for one person: one call of the rules for three columns.

A person is a column of length one, so three possible plans of one person are a column of three.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from django.utils.translation import gettext as _

from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.models import Dossier
from meedoen.law.loader import law_for
from meedoen.law.presentation import in_words
from meedoen.rules.advies_leerroute import advies, keuze_onderbouwd, tweede_blik_nodig
from meedoen.rules.advies_leerroute import toetsadvies as advies_na_toets
from meedoen.rules.choices import Betaler, Doelgroep, Leerroute
from meedoen.rules.choices_leerroute import Toetsadvies
from meedoen.rules.column import Kind, Plain
from meedoen.rules.doelgroep import betaler_cursusuren, kosten_voor_gemeente
from meedoen.rules.facts import Facts
from meedoen.rules.inhoud_plan import onderwijsroute_beantwoord
from meedoen.rules.leerroute import b1_route_past, onderwijsroute_past, zelfredzaamheidsroute_past
from meedoen.rules.logic import Finding
from meedoen.rules.parameters import Law
from meedoen.rules.pvt_map import map_urennorm, pvt_urennorm
from meedoen.rules.zelfredzaamheidsroute import cursus_urennorm, participatie_urennorm

WEEKS_A_YEAR, MONTHS_A_YEAR = 52, 12
JA = in_words(True, Kind.ANSWER)

Rule = Callable[[Facts, Law], Finding]
PAST: Mapping[Leerroute, tuple[Rule, str]] = {
    Leerroute.B1_ROUTE: (b1_route_past, "leerroute.b1_route_past"),
    Leerroute.ONDERWIJSROUTE: (onderwijsroute_past, "leerroute.onderwijsroute_past"),
    Leerroute.ZELFREDZAAMHEIDSROUTE: (
        zelfredzaamheidsroute_past,
        "leerroute.zelfredzaamheidsroute_past",
    ),
}
# What DUO's test speaks for; a choice beside it needs a reason (Wi 14:5).
BIJ_TOETS: Mapping[Toetsadvies, frozenset[Leerroute]] = {
    Toetsadvies.B1_OF_ONDERWIJS: frozenset({Leerroute.B1_ROUTE, Leerroute.ONDERWIJSROUTE}),
    Toetsadvies.ZELFREDZAAMHEID: frozenset({Leerroute.ZELFREDZAAMHEIDSROUTE}),
    Toetsadvies.GEEN: frozenset(Leerroute),
}


@dataclass(frozen=True)
class Uren:
    """One norm of hours in one route: None is unknown; where it does not hold, there is no norm."""

    naam: str
    uren: int | None
    geldt: bool


@dataclass(frozen=True)
class Route:
    """One leerroute for this person: does it fit, what does it take, who pays, how much.

    `anders`: what would have to be so for this route to fit. `kosten`: of the lessons for the
    municipality, in cents; None where she did not tell her price.
    """

    leerroute: Leerroute
    past: str
    waarom: str
    onderbouwd: str
    uren: tuple[Uren, ...]
    per_week: float | None
    betaler: str
    anders: tuple[str, ...]
    kosten: int | None

    @property
    def zelf(self) -> bool:
        """Whether the person pays the lessons."""
        return self.betaler == Betaler.INBURGERAAR.value

    @property
    def betaalt(self) -> bool:
        """Whether it is known that the municipality pays them."""
        return self.betaler == Betaler.COLLEGE.value


@dataclass(frozen=True)
class Vergelijking:
    """The routes of one person, and what the rules say of the choice.

    `maanden` is the term of the law; `lenen` what DUO lends at most to who pays himself, in cents,
    and None where there is no loan (Bi 6.2:1). `wil_opleiding`: whether he asked for an education;
    `kan_wel_maar_wil_niet`: the judgement that closes the zelfredzaamheidsroute (Wi 9:1).
    """

    routes: tuple[Route, ...]
    maanden: int
    lenen: int | None
    advies: Leerroute | None
    toetsadvies: Toetsadvies | None
    wil_opleiding: bool | None
    kan_wel_maar_wil_niet: bool
    antwoord_nodig: bool
    tweede_blik: Mapping[Leerroute, bool]

    def past_niet(self, route: Leerroute) -> bool:
        """Whether the law does not certainly allow this route."""
        return next(each.past for each in self.routes if each.leerroute is route) != JA

    def wijkt_af(self, route: Leerroute) -> bool:
        """Whether this choice is another than the rules or the test speak for."""
        past = BIJ_TOETS[self.toetsadvies or Toetsadvies.GEEN]
        return route not in past or (self.advies is not None and route is not self.advies)


def compare(dossier: Dossier, *, on: date) -> Vergelijking:
    """What each leerroute would mean for this person, as is known today. Errors: LawError."""
    known = facts_of([dossier.pk], on=on).facts.row()
    law = law_for(dossier.gemeente.stelsel, dossier.gemeente_id)
    # as if the plan were of today: its date decides what it must say and which numbers hold
    nu = {"dagtekening_eerste_pip": on, **known}
    drie = Facts.of(on, *({**nu, "leerroute": route} for route in Leerroute))
    een = Facts.of(on, nu)
    months = cast("int", law.in_force(een.today).duur_inburgeringstermijn.plain())
    wens = known.get("wil_opleiding")
    return Vergelijking(
        _routes(drie, law, months),
        months,
        _loan(een, law),
        cast("Leerroute | None", advies(een, law).value.plain()),
        cast("Toetsadvies | None", advies_na_toets(een, law).value.plain()),
        wens if isinstance(wens, bool) else None,
        known.get("kan_wel_maar_wil_niet") is True,
        wens is True or _must_answer(nu, law, on),
        _second_look(drie, law),
    )


def _loan(een: Facts, law: Law) -> int | None:
    """The highest loan for a gezins- of overige migrant, where the stelsel knows loans (Wi 20)."""
    numbers = law.in_force(een.today)
    migrant = een.doelgroep.plain() is Doelgroep.GEZINS_OF_OVERIGE_MIGRANT
    if not migrant or numbers.leenstelsel_bestaat.plain() is not True:
        return None
    return cast("int | None", numbers.lening_hoogstens.plain())


def _must_answer(nu: Mapping[str, Plain], law: Law, on: date) -> bool:
    """Whether the plan must say if the onderwijsroute fits, also for who did not ask (L81)."""
    silent = Facts.of(on, {**nu, "antwoord_onderwijsroute_in_pip": False})
    return onderwijsroute_beantwoord(silent, law).value.plain() is False


def _second_look(drie: Facts, law: Law) -> dict[Leerroute, bool]:
    """Per route, whether a second official looks: the rule, and for the Z-route also untested.

    The rule of the house asks it where the test spoke against the route. Without a test nothing
    speaks against it, but nothing for it either: the same switch then asks a second pair of eyes.
    """
    found = tweede_blik_nodig(drie, law).value
    wil = law.in_force(drie.today).tweede_blik_bij_zelfredzaamheidsroute
    return {
        route: found.plain(row) is True
        or (route is Leerroute.ZELFREDZAAMHEIDSROUTE and wil.plain() is True)
        for row, route in enumerate(Leerroute)
    }


def _routes(drie: Facts, law: Law, months: int) -> tuple[Route, ...]:
    answers = {route: rule(drie, law) for route, (rule, _name) in PAST.items()}
    price = kosten_voor_gemeente(drie, law).value
    grounded, payer = keuze_onderbouwd(drie, law).value, betaler_cursusuren(drie, law).value
    norms = [(name, rule, rule(drie, law).value) for name, rule in _norms().items()]
    found = []
    for row, route in enumerate(Leerroute):
        hours = tuple(
            Uren(name, cast("int | None", norm.plain(row)), _has_norm(rule, route))
            for name, rule, norm in norms
        )
        found.append(
            Route(
                route,
                in_words(answers[route].value.plain(row), Kind.ANSWER),
                PAST[route][1],
                in_words(grounded.plain(row), Kind.ANSWER),
                hours,
                _per_week(hours, months),
                in_words(payer.plain(row), payer.kind),
                _otherwise(answers[route], row),
                cast("int | None", price.plain(row)),
            )
        )
    return tuple(found)


def _otherwise(found: Finding, row: int) -> tuple[str, ...]:
    """The conditions of a route that are not met, or not known: with these it would fit."""
    return tuple(part.text for part in found.parts if part.value.plain(row) is not True)


def _norms() -> dict[str, Rule]:
    return {
        _("lesuren"): cursus_urennorm,
        _("uren meedoen"): participatie_urennorm,
        _("uren MAP"): map_urennorm,
        _("uren PVT"): pvt_urennorm,
    }


def _has_norm(rule: Any, route: Leerroute) -> bool:
    """The law has a norm for lessons and taking part in one route only (Bi 3.14:2)."""
    if rule in (cursus_urennorm, participatie_urennorm):
        return route is Leerroute.ZELFREDZAAMHEIDSROUTE
    return not (rule is map_urennorm and route is Leerroute.ONDERWIJSROUTE)


def _per_week(hours: tuple[Uren, ...], months: int) -> float | None:
    """The norms spread over the term, in hours a week; None where the law has no norm."""
    counted = [each.uren for each in hours if each.geldt]
    if not hours[0].geldt or any(each is None for each in counted):
        return None
    weeks = months / MONTHS_A_YEAR * WEEKS_A_YEAR
    return round(sum(each or 0 for each in counted) / weeks, 1)
