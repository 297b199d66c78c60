"""The work list equals a second reading: plain Python, one person at a time, from the law."""

from collections import Counter
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rules.people import crowd
from tests.werkplek.agreement import first_list, second_list
from tests.werkplek.overlays import OVERLAYS

from meedoen.law.loader import load_law
from meedoen.rules.catalogue import rule_named
from meedoen.rules.choices_gegevens import SoortGegevens
from meedoen.rules.column import Kind, Plain
from meedoen.rules.facts import Facts
from meedoen.rules.facts_leerroute import LeerrouteFacts
from meedoen.rules.facts_traject import TrajectFacts
from meedoen.werkplek.signalen import SIGNALEN
from meedoen.werkplek.watch import facts_needed

FACTS = [fact for fact in Facts.all() if fact.name in set(facts_needed())]
# Compared where all is known only: trying may find that an unknown answer makes no difference
# (enough hours are enough whichever norm holds), where a rule asks it first. Both are right.
TRIED = {"eindgesprek", "boetebesluit", "rapport", "zienswijze"}
RULES = {each.name: each.rule for each in SIGNALEN}
AMOUNTS = set(Kind) - {Kind.ANSWER}
OFTEN_UNKNOWN = {
    "aanbod_gedaan",
    "advies_van_college",
    "boete_bekend_op",
    "dagtekening_eerste_pip",
    "dagtekening_te_melden_pip",
    "einde_huidige_termijn",
    "informatie_ontvangen_op",
    "kennisgeving_taaleis_op",
    "kwam_op_oproep",
    "opleiding_beeindigd_op",
    "pip_bekend_op",
    "recht_op_bijstand_vanaf",
    "tijdelijk_vrijgesteld_van",
    "termijn_vastgesteld",
    "uitkomst_taaltoets_op",
    "verlenging_gevraagd_op",
}
# Without the first there is nothing of the others either.
TOGETHER = {
    "dagtekening_eerste_pip": {
        *(fact.name for fact in (*TrajectFacts.all(), *LeerrouteFacts.all())),
        *("pvt_afgerond", "map_afgerond", "leerroute_behaald"),
    },
    "dagtekening_te_melden_pip": {
        *("te_melden_leerroute", "te_melden_niveau", "niveau_gemeld", "intensiteit_b1_gemeld"),
        *("eerste_pip_ooit", "uren_op_aanbod"),
    },
}
# Facts that end nearly everything: told of few, or no signal would be left to compare.
ENDS = (
    "zaak_geeindigd_op",
    "overleden",
    "niet_meer_plichtig",
    "plicht_voldaan",
    "plicht_geeindigd_op",
)
# Random days hardly ever meet the end of five years of keeping.
KEPT: dict[str, Plain] = {
    "zaak_geeindigd_op": date(2028, 4, 1),
    "plicht_geeindigd_op": date(2023, 5, 20),
    "overleden": False,
    "soort_gegevens": SoortGegevens.TRAJECTDOSSIER,
}


def _people(seed: int, known: float, many: int = 12) -> tuple[date, list[dict[str, Plain]]]:
    """A day and people of whom each answer and choice is known with a chance of `known`.

    Days and amounts are known of all, but for those in `OFTEN_UNKNOWN`: what follows from a day
    that is not known, the second reading could only guess. Half have something laid over them.
    """
    rng = Random(seed)
    day, people = crowd(rng, FACTS, many, 1.0)
    some = [_less(rng, each, known) for each in people]
    laid = [_laid_over(rng, each, day) if rng.random() < 0.5 else each for each in some]
    return day, [_together(each) for each in laid]


def _laid_over(rng: Random, person: dict[str, Plain], day: date) -> dict[str, Plain]:
    whole = person | rng.choice(OVERLAYS)(day)
    return {name: value for name, value in whole.items() if value is not None}


def _together(person: dict[str, Plain]) -> dict[str, Plain]:
    gone = {name for first, more in TOGETHER.items() if first not in person for name in more}
    return {name: value for name, value in person.items() if name not in gone}


def _less(rng: Random, person: dict[str, Plain], known: float) -> dict[str, Plain]:
    kept = {name: value for name, value in person.items() if rng.random() < _chance(name, known)}
    return kept | ({"ingezetene": True} if rng.random() < 0.9 else {})


def _chance(name: str, known: float) -> float:
    if name in ENDS:
        return 0.1
    if name in OFTEN_UNKNOWN:
        return 0.5
    fact = Facts.named(name)
    return 1.0 if fact is not None and fact.kind in AMOUNTS else known


def _compare(day: date, people: list[dict[str, Plain]], *, whole: bool) -> Counter[str]:
    """The signals that were met; the lists are the same, of whom all is `whole`ly known.

    Of whom not all is known ours may be silent where its rule does not know. Trying knows more
    sometimes: an unknown word in two clauses, two amounts of which neither is right. Ours asks.
    """
    seen = Counter[str]()
    for person, (ours, refused) in zip(people, first_list(day, list(people)), strict=True):
        theirs = second_list(day, person)
        for name in refused | (set() if whole else TRIED):
            theirs.pop(name, None)
            ours.pop(name, None)
        for name in set() if whole else set(theirs) - set(ours):
            if _unknown(day, person, name):
                theirs.pop(name)
        assert ours == theirs, (day, person)
        seen.update(list(ours))
    return seen


def _unknown(day: date, person: dict[str, Plain], name: str) -> bool:
    """Whether the rule of a signal has no answer about somebody."""
    finding = rule_named(RULES[name]).rule(Facts.of(day, person), load_law())
    return finding.value.plain() is None


@settings(max_examples=6)
@given(seed=st.integers(0, 2**32))
def test_both_lists_agree_on_random_people(seed: int) -> None:
    _compare(*_people(seed, 1.0), whole=True)


@settings(max_examples=6)
@given(seed=st.integers(0, 2**32), known=st.sampled_from([0.9, 0.6, 0.3]))
def test_both_lists_agree_on_people_known_in_part(seed: int, known: float) -> None:
    _compare(*_people(seed, known), whole=False)


def test_every_signal_is_met_among_random_people() -> None:
    """Draws until each was met; both lists are compared of whom something new is met."""
    seen = _compare(date(2028, 5, 1), [KEPT], whole=True)
    # what asks for a judgement is met where something is not known
    draws = ((seed, known) for seed in range(30) for known in (1.0, 0.6))
    while missing := {each.name for each in SIGNALEN} - set(seen):
        seed, known = next(draws, (None, 0.0))
        assert seed is not None, missing
        day, people = _people(seed, known, 24)
        lists = zip(people, first_list(day, people), strict=True)
        new = [person for person, (work, _) in lists if missing & set(work)]
        seen += _compare(day, new, whole=known == 1.0)


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2025, 4, 18)])
def test_nothing_known_asks_for_a_plan_only(day: date) -> None:
    """Also on 29 February and on Good Friday."""
    ((ours, refused),) = first_list(day, [{}])
    assert (ours, refused) == ({"pip": None}, set())
    assert second_list(day, {}) == ours
