"""What somebody of the crowd says in the talk of the intake: a few answers that go together."""

from collections.abc import Mapping
from random import Random
from typing import Any

from meedoen.rules.choices import Doelgroep

ASYLUM, FAMILY = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINS_OF_OVERIGE_MIGRANT
# Assumed, per group: nobody published how answers to these questions lie.
GOALS: Mapping[Doelgroep, Mapping[str, int]] = {
    ASYLUM: {
        "Betaald werken": 45,
        "Werkfit worden": 15,
        "Opleiding met studiefinanciering": 18,
        "Ondernemen": 7,
        "Maatschappelijk fit worden": 15,
    },
    FAMILY: {
        "Betaald werken": 65,
        "Ondernemen": 12,
        "Opleiding met studiefinanciering": 15,
        "Maatschappelijk fit worden": 8,
    },
}
SCHOOLS: Mapping[Doelgroep, Mapping[str, int]] = {
    ASYLUM: {
        "geen": 8,
        "basisschool": 22,
        "onderbouw middelbare school": 25,
        "bovenbouw middelbare school": 22,
        "beroepsopleiding": 10,
        "universiteit": 13,
    },
    FAMILY: {
        "basisschool": 8,
        "onderbouw middelbare school": 14,
        "bovenbouw middelbare school": 28,
        "beroepsopleiding": 22,
        "hogeschool": 10,
        "universiteit": 18,
    },
}
YEARS = {
    "geen": (0, 1),
    "basisschool": (3, 6),
    "onderbouw middelbare school": (7, 9),
    "bovenbouw middelbare school": (10, 12),
    "beroepsopleiding": (11, 14),
    "hogeschool": (14, 16),
    "universiteit": (15, 18),
}
HOURS = (0, 8, 8, 16, 16, 24, 32)  # beside the lessons
SOURCES = {"inburgeraar": 60, "tolk": 35, "waarneming": 5}
WOULD_NOT_SAY = 0.06


def said_by(rng: Random, group: Doelgroep) -> dict[str, Any]:
    """The answers, with their source; here and there one is not asked, or not told."""
    school, goal = _one(rng, SCHOOLS[group]), _one(rng, GOALS[group])
    answers = {
        "hoogste_opleiding": school,
        "jaren_school": str(rng.randint(*YEARS[school])),
        "hoofddoel": goal,
        "uren_werk": str(rng.choice(HOURS)),
    }
    told: dict[str, Any] = {"bron": _one(rng, SOURCES), "antwoorden": answers}
    if rng.random() < WOULD_NOT_SAY:
        del answers["uren_werk"]
        told["wil_niet"] = ["uren_werk"]
    return told


def _one(rng: Random, weights: Mapping[str, int]) -> str:
    return rng.choices(list(weights), list(weights.values()))[0]
