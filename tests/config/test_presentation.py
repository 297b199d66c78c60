"""How answers read: Dutch words, amounts, days, and reasons with facts and numbers."""

from datetime import date

import pytest

from meedoen.law.loader import load_law
from meedoen.law.presentation import first_up, grounds, in_words, questions, tree
from meedoen.rules.choices import Leerroute
from meedoen.rules.column import Kind, Meaning, Plain
from meedoen.rules.facts import Facts
from meedoen.rules.inburgeringstermijn import einde, termijn_voorbij
from meedoen.rules.inhoud_plan import inspanning_telt_mee


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        (None, Kind.DAY, "onbekend"),
        (True, Kind.ANSWER, "ja"),
        (False, Kind.ANSWER, "nee"),
        (date(2026, 3, 16), Kind.DAY, "16 maart 2026"),
        (36906, Kind.CENTS, "€ 369,06"),
        (1250, Kind.CENTS, "€ 12,50"),
        (123456789, Kind.CENTS, "€ 1.234.567,89"),
        (0, Kind.CENTS, "€ 0,00"),
        (-1250, Kind.CENTS, "-€ 12,50"),
        (18, Kind.MONTHS, "18 maanden"),
        (1, Kind.MONTHS, "1 maand"),
        (16, Kind.WEEKS, "16 weken"),
        (1, Kind.DAYS, "1 dag"),
        (450, Kind.HOURS, "450 uur"),
        (3, Kind.COUNT, "3"),
        (75, Kind.PERCENT, "75 %"),
        (Leerroute.B1_ROUTE, Leerroute, "B1-route"),
    ],
)
def test_values_read_as_people_read_them(value: Plain, kind: Meaning, words: str) -> None:
    assert in_words(value, kind) == words


def test_a_reason_shows_its_facts_and_numbers() -> None:
    facts = Facts.of(date(2024, 3, 16), {"dagtekening_eerste_pip": date(2024, 3, 15)})
    assert list(tree(einde(facts, load_law()), facts)) == [
        "de termijn is voorbij, zonder verlenging: 16 maart 2027   [Wi 11:1]",
        "  de termijn begint: 16 maart 2024   [Wi 11:2]",
        "    dagtekening van het eerste PIP: 15 maart 2024   [Wi 15:3]",
        "  duur van de termijn: 36 maanden   [Wi 11:1]",
    ]


def test_a_comparison_shows_both_sides() -> None:
    known: dict[str, Plain] = {
        "dagtekening_eerste_pip": date(2024, 3, 15),
        "activiteit_op": date(2024, 3, 14),
    }
    facts = Facts.of(date(2024, 3, 16), known)
    leaf = inspanning_telt_mee(facts, load_law()).parts[0]
    assert list(grounds(leaf, known, 0)) == [
        "activiteit op: 14 maart 2024",
        "dagtekening eerste PIP: 15 maart 2024",
    ]


def test_a_question_says_who_can_tell() -> None:
    facts = Facts.of(date(2024, 3, 16))
    asked = list(questions(termijn_voorbij(facts, load_law()), facts))
    assert "soort_termijn: welke termijn nu loopt (Bi 4.1); vraag DUO" in asked


def test_a_capital_at_the_start_leaves_the_rest() -> None:
    assert first_up("het PIP") == "Het PIP"
    assert first_up("") == ""
