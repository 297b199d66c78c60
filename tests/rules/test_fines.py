"""Fines in sense: more effort never costs more, and no sum goes above its cap (Wi 26; Bi 7.1:5)."""

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from tests.rules.people import Person, crowd, facts_of_rule
from tests.rules.test_every_rule import answers

from meedoen.rules.catalogue import rule_named
from meedoen.rules.choices_handhaving import Examenpogingen
from meedoen.rules.column import Plain

TABLE = rule_named("boete_tabellen.boete_volgens_tabel")
HOURS = (
    "cursusuren",
    "cursusuren_in_intake",
    "lessen_aanwezig",
    "participatie_uren",
    "participatie_uren_voor_pip",
)
LADDER = list(Examenpogingen)
seeds = st.integers(0, 2**32)


def better(rng: Random, person: Person) -> Person:
    """The same person with more hours, more parts passed or more attempts."""
    more = dict(person)
    for name in HOURS:
        value = more.get(name)
        if isinstance(value, int) and rng.random() < 0.5:
            more[name] = value + rng.choice([1, 50, 300, 1000])
    attempts = more.get("examenpogingen")
    if isinstance(attempts, Examenpogingen) and rng.random() < 0.5:
        more["examenpogingen"] = LADDER[min(attempts.code + 1, len(LADDER) - 1)]
    passed = more.get("taalexamens_behaald")
    if isinstance(passed, int) and rng.random() < 0.5:
        more["taalexamens_behaald"] = min(passed + 1, 4)
    if rng.random() < 0.5:
        more["knm_behaald"] = True
    return more


def cents(rule: str, day: date, people: list[Person]) -> list[Plain]:
    return answers(rule_named(rule), day, people)


@given(seeds)
def test_more_effort_never_raises_a_fine_of_duo(seed: int) -> None:
    rng = Random(seed)
    day, people = crowd(rng, facts_of_rule(TABLE), 60)
    improved = [better(rng, person) for person in people]
    pairs = zip(cents(TABLE.name, day, people), cents(TABLE.name, day, improved), strict=True)
    compared = 0
    for place, (less, more) in enumerate(pairs):
        if isinstance(less, int) and isinstance(more, int):
            compared += 1
            assert more <= less, (people[place], improved[place])
    assert compared > 10


@given(seeds)
def test_no_fine_is_above_the_cap_of_the_law(seed: int) -> None:
    """Wi 26:1: 250, 340, 800 and 1,000 euro."""
    for name, cap in (
        ("boete_college.boete_intake", 250_00),
        ("boete_college.boete_traject", 800_00),
        ("boete_duo.boete_pvt_of_map", 340_00),
        ("boete_duo.boete_leerroute", 1_000_00),
    ):
        day, people = crowd(Random(seed), facts_of_rule(rule_named(name)), 40)
        fines = [fine for fine in cents(name, day, people) if isinstance(fine, int)]
        assert all(0 <= fine <= cap for fine in fines), name


@given(seeds)
def test_the_fines_of_a_term_stay_within_its_room(seed: int) -> None:
    """Bi 7.1:5: what is imposed now fits in what the term still leaves."""
    fine, room = "boete_college.boete_traject", "boete_college.ruimte_in_termijn"
    day, people = crowd(Random(seed), facts_of_rule(rule_named(fine)), 60)
    for imposed, left in zip(cents(fine, day, people), cents(room, day, people), strict=True):
        if isinstance(imposed, int) and isinstance(left, int):
            assert 0 <= imposed <= left <= 2_400_00
