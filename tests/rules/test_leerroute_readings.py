"""The open readings of the chapters leerroute and voldaan, each both ways."""

from datetime import date

import pytest
from tests.rules.test_handhaving_readings import ask

from meedoen.rules.choices import Doelgroep, Leerroute, Niveau
from meedoen.rules.choices_leerroute import BehaaldNiveau, Examenonderdeel, Taalschakelstand
from meedoen.rules.column import Plain

PIP: dict[str, Plain] = {"dagtekening_eerste_pip": date(2024, 3, 15)}
ONDERWIJS: dict[str, Plain] = {**PIP, "leerroute": Leerroute.ONDERWIJSROUTE}
EXAM: dict[str, Plain] = {
    **dict.fromkeys(
        ("lezen_behaald", "luisteren_behaald", "schrijven_behaald", "spreken_behaald"),
        BehaaldNiveau.B1,
    ),
    "knm_behaald": True,
}


@pytest.mark.parametrize("reading", [True, False])
def test_map_after_stopping(reading: bool) -> None:
    facts = ONDERWIJS | {"taalschakelstand": Taalschakelstand.GESTOPT}
    answer = ask("pvt_map.map_hoeft_niet", facts, map_na_stoppen_taalschakeltraject=reading)
    assert answer is not reading


@pytest.mark.parametrize("reading", [True, False])
def test_knm_belongs_to_the_onderwijsroute(reading: bool) -> None:
    facts = ONDERWIJS | {
        "taalschakelstand": Taalschakelstand.BEHAALD,
        "knm_behaald": False,
        "knm_hoeft_niet": False,
    }
    answer = ask("voldaan.onderwijsroute_behaald", facts, knm_nodig_voor_onderwijsroute=reading)
    assert answer is not reading


@pytest.mark.parametrize("reading", [True, False])
def test_the_exam_counts_while_the_traject_goes_on(reading: bool) -> None:
    facts = ONDERWIJS | EXAM | {"taalschakelstand": Taalschakelstand.VOLGT}
    name = "voldaan.terugval_onderwijsroute"
    assert ask(name, facts, terugval_tijdens_taalschakeltraject=reading) is reading


def test_once_the_traject_is_over_that_reading_is_idle() -> None:
    facts = ONDERWIJS | EXAM | {"taalschakelstand": Taalschakelstand.GESTOPT}
    name = "voldaan.terugval_onderwijsroute"
    assert ask(name, facts, terugval_tijdens_taalschakeltraject=False) is True


@pytest.mark.parametrize("reading", [True, False])
@pytest.mark.parametrize("to", [Leerroute.B1_ROUTE, Leerroute.ONDERWIJSROUTE])
def test_exams_of_the_zelfredzaamheidsroute(to: Leerroute, reading: bool) -> None:
    facts: dict[str, Plain] = {
        "leerroute": Leerroute.ZELFREDZAAMHEIDSROUTE,
        "gewenste_leerroute": to,
    }
    name = "leerroute.examens_tellen_na_overstap"
    assert ask(name, facts, examens_uit_zelfredzaamheidsroute_tellen=reading) is reading


@pytest.mark.parametrize("chosen", [True, False])
def test_a_municipality_chooses_the_second_look(chosen: bool) -> None:
    facts: dict[str, Plain] = {
        "leerroute": Leerroute.ZELFREDZAAMHEIDSROUTE,
        "toets_afgenomen": True,
        "behaalde_score": 6000,
        "benodigde_score": 5000,
    }
    name = "advies_leerroute.tweede_blik_nodig"
    assert ask(name, facts, tweede_blik_bij_zelfredzaamheidsroute=chosen) is chosen


def test_no_age_is_a_number_of_the_law() -> None:
    assert ask("leerroute.leeftijd_bepaalt_leerroute", PIP, leeftijd_bepaalt_leerroute=True) is True


def test_a_known_fee_of_the_state_exam_is_told() -> None:
    facts: dict[str, Plain] = {
        "doelgroep": Doelgroep.GEZINS_OF_OVERIGE_MIGRANT,
        "leerroute": Leerroute.B1_ROUTE,
        "examenonderdeel": Examenonderdeel.LEZEN,
        "niveau_van_examen": Niveau.B1,
        "examen_op": date(2025, 11, 4),
    }
    assert ask("examenpoging.examengeld", facts) is None
    assert ask("examenpoging.examengeld", facts, examengeld_staatsexamen=4500) == 4500
