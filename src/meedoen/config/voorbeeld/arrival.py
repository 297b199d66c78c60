"""How somebody of the crowd comes: with asylum through an azc, or to live with family."""

from datetime import date
from typing import Any

from meedoen.config.voorbeeld.course import Course
from meedoen.config.voorbeeld.days import days_after, working_day
from meedoen.config.voorbeeld.people import YEAR
from meedoen.rules.choices import Referent, Verblijfsdoel, Verblijfsrecht

NO_EXCEPTION = {"familielid_van_unieburger": False, "inburgering_elders_in_eu": False}
NOT_OUTSIDE = {"verdrag_sluit_plicht_uit": False, "viel_onder_wi2013": False}
NO_EUROPEAN = {"onderdaan_eu_eer_zwitserland": False, "ingezetene": True}

ON_BIJSTAND = 0.75
GUIDED = 0.25  # share of the refugees whom the contractor guides
GUIDE = "a.said"
# What COA tells and which house is offered is written down in Meedoen since then.
PROFILES_SINCE, HAS_PROFILE, HAS_TALK = date(2026, 5, 4), 0.8, 0.5
HOUSES_SINCE, HAS_OFFER = date(2026, 9, 7), 0.85
AZCS = ("azc Duindorp", "azc Waterveen")
ADDRESS_SINCE = date(2025, 11, 1)  # who may still get a letter from Meedoen


def asylum(course: Course, opened: date, home: dict[str, str], *, housed: date) -> date:
    """Permit, notice, koppeling, and a home after a long wait; the day the ten weeks begin."""
    permit = days_after(opened, -course.rng.randint(14, 35))
    asked = days_after(permit, -course.rng.randint(200, 600))
    stay = {"verblijfsrecht": Verblijfsrecht.ASIEL, "verblijfsrecht_vanaf": asked}
    course.tell(permit, "verblijf_besloten", {**stay, **NO_EXCEPTION})
    course.tell(opened, "gekoppeld", {"plaatsingsgrond": "geen van deze gronden"})
    _notice(course, permit, days_after(permit, course.rng.randint(14, 30)))
    _told_by_coa(course, opened)
    _house(course, housed, home)
    course.tell(housed, "ingeschreven", {"gehuisvest": True, "vestiging_in_gemeente_op": housed})
    _address(course, housed, home)
    if course.chance(GUIDED):
        course.detail(course.later(housed, 1, 6), "betrokkene", {"wie": GUIDE})
    if course.chance(ON_BIJSTAND):
        told = {"recht_op_bijstand_vanaf": housed, "huishouden": _household(course, housed)}
        course.detail(course.later(housed, 5, 25), "bijstand_toegekend", told)
        consent = {"machtiging_ontzorgen": "gegeven"}
        course.detail(course.later(housed, 26, 40), "machtiging_ontzorgen_gevraagd", consent)
    return housed


def _told_by_coa(course: Course, opened: date) -> None:
    """The klantprofiel some days after the koppeling, and the talk of three; not always."""
    if opened < PROFILES_SINCE or course.own.random() > HAS_PROFILE:
        return
    came = working_day(days_after(opened, course.own.randint(2, 24)))
    told = {"opgemaakt_op": days_after(came, -2), "opvanglocatie": course.own.choice(AZCS)}
    course.tell(came, "klantprofiel", told)
    if course.own.random() < HAS_TALK:
        talk = working_day(days_after(came, course.own.randint(4, 18)))
        course.tell(talk, "driegesprek", {"hoe": course.own.choice(("azc", "video"))})


def _house(course: Course, housed: date, home: dict[str, str]) -> None:
    """A house is offered, then accepted, and the key has its day."""
    if housed < HOUSES_SINCE or course.own.random() > HAS_OFFER:
        return
    offered = working_day(days_after(housed, -course.own.randint(14, 35)))
    answered = working_day(days_after(offered, course.own.randint(1, 7)))
    course.tell(offered, "woning", home)
    course.tell(answered, "woning_antwoord", {"stand": "geaccepteerd"})
    course.tell(answered, "sleutel", {"op": housed})


def family(course: Course, opened: date, home: dict[str, str]) -> date:
    """Permit and registration first, then the notice of DUO, from which the ten weeks run."""
    notice = days_after(opened, -course.rng.randint(1, 4))
    permit = days_after(notice, -course.rng.randint(20, 45))
    stay: dict[str, Any] = {
        "verblijfsrecht": Verblijfsrecht.REGULIER,
        "verblijfsrecht_vanaf": permit,
        "verblijfsdoel": Verblijfsdoel.FAMILIE,
        "verblijf_bij": Referent.ANDER,
        "tijdelijk_volgens_besluit_ind": False,
    }
    course.tell(permit, "verblijf_besloten", stay | NO_EXCEPTION)
    _notice(course, permit, notice)
    course.tell(days_after(permit, course.rng.randint(1, 15)), "ingeschreven", {"gehuisvest": True})
    _address(course, permit, home)
    return notice


def _address(course: Course, day: date, home: dict[str, str]) -> None:
    told = {"soort": "woonadres", **home}
    tell = course.tell if day >= ADDRESS_SINCE else course.detail
    tell(day, "adres", told)


def _notice(course: Course, permit: date, day: date) -> None:
    sixteen = days_after(course.born, round(16 * YEAR) + 1)
    told = {"doelgroep": course.group, "plicht_begon_op": max(permit, sixteen)}
    course.tell(day, "kennisgeving_ontvangen", told, lag=2)
    course.detail(day, "plicht_beoordeeld", NOT_OUTSIDE)
    course.detail(day, "persoonsgegevens_ontvangen", NO_EUROPEAN)


def _household(course: Course, on: date) -> str:
    if (on - course.born).days < 21 * YEAR:
        return "alleenstaande (ouder), 18 tot 21 jaar"
    return "alleenstaande (ouder), 21 jaar tot AOW-leeftijd"
