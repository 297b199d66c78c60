"""Who the crowd is: names of many cultures, ages, languages and interpreters."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

from meedoen.config.voorbeeld.days import days_after
from meedoen.config.voorbeeld.numbers import Numbers
from meedoen.dossier.actions.people import NewPerson
from meedoen.dossier.names import Naam
from meedoen.dossier.partial_date import OnvolledigeDatum
from meedoen.rules.choices import Doelgroep

NAMES = Path(__file__).with_name("names.toml")
VOORVOEGSELS = ("da", "de", "el", "van")
YOUNGEST, OLDEST, MARRIES = 17, 62, 22
YEAR = 365.25


@dataclass(frozen=True)
class Culture:
    """Names that go together, and how often a language is met in each group."""

    taal: str
    weights: Mapping[Doelgroep, int]
    first: Mapping[str, Sequence[str]]  # by "man" and "vrouw"
    family: Sequence[str]


@dataclass(frozen=True)
class Somebody:
    """A member of the crowd before there is a dossier."""

    group: Doelgroep
    culture: Culture
    sex: str
    family: str
    born: date


# CBS, cohort 2022: 60 % of the asylum group are men, 68 % of the family group are women.
WOMEN = {Doelgroep.ASIELSTATUSHOUDER: 0.40, Doelgroep.GEZINS_OF_OVERIGE_MIGRANT: 0.68}
# Assumed: no figure was published.
INTERPRETER = {Doelgroep.ASIELSTATUSHOUDER: 0.75, Doelgroep.GEZINS_OF_OVERIGE_MIGRANT: 0.30}
NO_DAY_OF_BIRTH = 0.04  # 1 January or a year only, as often in the BRP of refugees


@cache
def cultures() -> tuple[Culture, ...]:
    """The languages of names.toml."""
    content = tomllib.loads(NAMES.read_text("utf-8"))
    return tuple(
        Culture(
            taal=each["taal"],
            weights={
                Doelgroep.ASIELSTATUSHOUDER: each["asiel"],
                Doelgroep.GEZINS_OF_OVERIGE_MIGRANT: each["gezin"],
            },
            first={sex: each[sex] for sex in ("man", "vrouw")},
            family=each["achternaam"],
        )
        for each in content.values()
    )


def somebody(rng: Random, group: Doelgroep, arrives: date) -> Somebody:
    """Anybody of a group who comes on this day; around thirty years old, seldom over fifty."""
    culture = rng.choices(cultures(), [each.weights[group] for each in cultures()])[0]
    sex = "vrouw" if rng.random() < WOMEN[group] else "man"
    age = min(max(rng.gammavariate(4.5, 3.6) + YOUNGEST, YOUNGEST), OLDEST)
    born = days_after(arrives, -round(age * YEAR))
    return Somebody(group, culture, sex, rng.choice(culture.family), born)


def partner_of(rng: Random, other: Somebody) -> Somebody:
    """Who is married to somebody: of the same language, a few years older or younger."""
    sex = "man" if other.sex == "vrouw" else "vrouw"
    apart = rng.randint(-1500, 1500)
    born = days_after(other.born, -abs(apart) if rng.random() < 0.5 else apart)
    return Somebody(other.group, other.culture, sex, other.family, born)


def new_person(rng: Random, who: Somebody, numbers: Numbers) -> NewPerson:
    """The person with numbers, languages and perhaps an interpreter."""
    first, _, own_first = rng.choice(who.culture.first[who.sex]).partition("|")
    family, _, own_family = who.family.partition("|")
    prefix, name = _prefix(family)
    interpreter = who.culture.taal != "Engels" and rng.random() < INTERPRETER[who.group]
    asks_woman = interpreter and who.sex == "vrouw" and rng.random() < 0.2
    contact = {"telefoon": numbers.telephone()}
    if interpreter:
        contact["tolk_taal"] = who.culture.taal
    if asks_woman:
        contact["tolk_geslacht"] = "vrouw"
    refugee = who.group is Doelgroep.ASIELSTATUSHOUDER
    languages = (who.culture.taal, "Engels") if rng.random() < 0.3 else (who.culture.taal,)
    return NewPerson(
        naam=Naam(first, prefix, name, f"{own_first} {own_family}".strip()),
        geboortedatum=_birth(rng, who.born, refugee=refugee),
        geslacht=who.sex,
        bsn=numbers.bsn(),
        vnummer=numbers.vnummer(),
        talen=tuple(dict.fromkeys(languages)),
        tolk_nodig=interpreter,
        contact=contact,
    )


def _prefix(family: str) -> tuple[str, str]:
    before, _, name = family.partition(" ")
    return (before, name) if before in VOORVOEGSELS else ("", family)


def _birth(rng: Random, born: date, *, refugee: bool) -> OnvolledigeDatum:
    if refugee and rng.random() < NO_DAY_OF_BIRTH:
        return OnvolledigeDatum(born.year)
    return OnvolledigeDatum.of(born)
