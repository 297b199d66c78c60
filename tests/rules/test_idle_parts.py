"""Parts of rules that the numbers of today leave idle: woken by another number, each works."""

from datetime import date

import pytest
from tests.rules.test_handhaving_readings import ask

from meedoen.law.loader import load_law
from meedoen.rules.choices import (
    EersteAanvraagdag,
    KlokZonderPlan,
    Leerroute,
    Termijn,
    Verblijfsrecht,
)
from meedoen.rules.choices_gegevens import SoortGegevens
from meedoen.rules.choices_handhaving import (
    Boetebedrag,
    EerdereVerlaging,
    Overtreding,
    Verwijtbaarheid,
)
from meedoen.rules.choices_intake import IntakeVoorHuisvesting
from meedoen.rules.column import Kind, Plain, constant
from meedoen.rules.facts import Facts
from meedoen.rules.hoofdlijnen import of_duur_volgens_intake
from meedoen.rules.logic import Finding

ASKED = date(2026, 3, 2)
DIED: dict[str, Plain] = {"overleden": True, "overleden_op": date(2026, 3, 1)}
EQUAL: dict[str, Plain] = {
    "gewicht_cohort_t": 9,
    "bedrag_cohort_t": 9,
    "gewicht_cohort_t_1": 8,
    "bedrag_cohort_t_1": 8,
    "gewicht_cohort_t_2": 7,
    "bedrag_cohort_t_2": 7,
    "gewicht_afgerond_traject": 0,
}


@pytest.mark.parametrize("together", [True, False])
def test_language_and_knm_together_only_if_the_law_is_read_so(together: bool) -> None:
    facts: dict[str, Plain] = {
        "leerroute": Leerroute.B1_ROUTE,
        "ontheffing_gevraagd_op": ASKED,
        "ontheven_pvt_of_map": False,
        "ontheven_participatie": False,
        "ontheven_knm": True,
        "ontheven_taalonderdelen": 1,
    }
    name = "ontheffing.gedeeltelijke_ontheffing_mogelijk"
    assert ask(name, facts, ontheffing_taal_en_knm_samen=together) is together


@pytest.mark.parametrize("effort", [True, False])
def test_exemption_for_effort_is_for_who_asks_it(effort: bool) -> None:
    facts: dict[str, Plain] = {"ontheffing_gevraagd_op": ASKED, "beroep_op_inspanning": effort}
    answer = ask(
        "ontheffing.ontheffing_na_inspanning", facts, ontheffing_na_inspanning_bestaat=True
    )
    assert answer is effort


@pytest.mark.parametrize("came", [True, False])
@pytest.mark.parametrize("warning", [True, False])
def test_a_fine_at_once_is_for_who_came_and_did_nothing(came: bool, warning: bool) -> None:
    facts: dict[str, Plain] = {
        "laatste_oproep_op": ASKED,
        "schriftelijk_gewaarschuwd": False,
        "eerste_boete_intake_opgelegd": False,
        "kwam_op_oproep": came,
    }
    answer = ask("oproep.eerste_boete_past", facts, waarschuwing_bij_onvoldoende_meewerken=warning)
    assert answer is (came and not warning)


def test_whether_the_map_must_be_done_is_open_until_we_know_who_stopped() -> None:
    facts: dict[str, Plain] = {
        "dagtekening_eerste_pip": ASKED,
        "leerroute": Leerroute.ONDERWIJSROUTE,
    }
    name = "pvt_map.map_hoeft_niet"
    assert ask(name, facts, map_na_stoppen_taalschakeltraject=True) is None
    assert ask(name, facts, map_na_stoppen_taalschakeltraject=False) is True


@pytest.mark.parametrize("kind", list(SoortGegevens))
def test_two_kinds_of_data_could_outlive_a_person(kind: SoortGegevens) -> None:
    longer = {SoortGegevens.BASISGEGEVENS, SoortGegevens.LENINGGEGEVENS}
    facts = DIED | {"soort_gegevens": kind}
    name = "bewaartermijn.weg_bij_overlijden"
    answer = ask(name, facts, overlijden_gaat_voor_langere_termijn=False)
    assert answer is (kind not in longer)
    assert ask(name, facts, overlijden_gaat_voor_langere_termijn=True) is True


@pytest.mark.parametrize("weight", [name for name in EQUAL if name.startswith("gewicht")])
def test_a_weight_that_is_no_amount_is_seen(weight: str) -> None:
    facts: dict[str, Plain] = {"uitvoeringsjaar_op": date(2026, 6, 1)}
    name = "bekostiging.gewichten_zijn_bedragen"
    assert ask(name, facts, **EQUAL) is True
    assert ask(name, facts, **EQUAL | {weight: 1}) is False


@pytest.mark.parametrize("reading", list(KlokZonderPlan))
def test_the_clock_after_a_removal_without_a_pip(reading: KlokZonderPlan) -> None:
    facts: dict[str, Plain] = {
        "ingeschreven_na_verhuizing_op": date(2025, 6, 2),
        "verhuisd": True,
        "pip_bij_verhuizing": False,
        "verblijfsrecht": Verblijfsrecht.REGULIER,
        "kennisgeving_op": date(2025, 3, 3),
        "ingeschreven_op": date(2025, 2, 3),
        "plicht_begon_op": date(2025, 3, 3),
    }
    again, runs_on = date(2025, 8, 11), date(2025, 5, 12)  # ten weeks after either day
    expected = again if reading is KlokZonderPlan.BEGINT_OPNIEUW else runs_on
    name = "persoonlijk_plan.uiterste_dag_zonder_derde"
    assert ask(name, facts, klok_na_verhuizing_zonder_plan=reading) == expected


def test_no_ordinance_lengthens_the_first_period_beyond_the_act() -> None:
    facts: dict[str, Plain] = {
        "bijstandsplicht_geschonden_op": date(2026, 3, 10),
        "eerdere_verlaging_arbeidsplicht": EerdereVerlaging.GEEN,
    }
    name = "verlaging.duur_verlaging_arbeidsplicht"
    assert ask(name, facts, duur_verlaging_arbeidsplicht=6) == 3


@pytest.mark.parametrize("shorter", [True, False])
def test_effort_shortens_ontzorgen_only_where_the_law_says_so(shorter: bool) -> None:
    plan, effort = date(2026, 9, 12), date(2026, 6, 1)
    facts: dict[str, Plain] = {
        "recht_op_bijstand_vanaf": date(2026, 1, 12),
        "bijstand_beeindigd": False,
        "ontzorgen_volgens_plan_tot": plan,
        "zelfredzaam_door_inzet": True,
        "zelfredzaam_door_inzet_vanaf": effort,
    }
    answer = ask(
        "ontzorgen.einde_ontzorgen",
        facts,
        duur_ontzorgen_volgens_intake=True,
        eerder_einde_ontzorgen_door_inzet=shorter,
    )
    assert answer == (effort if shorter else plan)


def test_what_a_variant_replaces_rests_on_the_variant() -> None:
    own = Finding("volgens de wet", "Pw 56a:2", constant(None, Kind.DAY))
    facts = Facts.of(ASKED)
    assert of_duur_volgens_intake(facts, load_law(), own).basis == "Pw 56a:2"
    letter = load_law("hoofdlijnen2018")
    article = letter.number("duur_ontzorgen_volgens_intake").article
    assert article != "Pw 56a:2"
    assert of_duur_volgens_intake(facts, letter, own).basis == article


def test_where_only_the_pvt_is_open_there_is_one_fine() -> None:
    facts: dict[str, Plain] = {
        "overtreding": Overtreding.PVT_OF_MAP,
        "soort_termijn": Termijn.VERLENGDE,
        "einde_huidige_termijn": ASKED,
        "pvt_afgerond": False,
        "map_afgerond": True,
        "leerroute": Leerroute.B1_ROUTE,
        "bijzondere_omstandigheden_aannemelijk": False,
        "bijzondere_omstandigheden_bekend": False,
    }
    name = "boete_duo.boete_pvt_of_map"
    assert ask(name, facts, pvt_en_map_samen_een_boete=False) == 34000


def test_what_was_imposed_counts_only_where_it_is_raised() -> None:
    facts: dict[str, Plain] = {
        "overtreding_geconstateerd_op": date(2026, 3, 10),
        "eerdere_overtreding": False,
        "mate_van_verwijtbaarheid": Verwijtbaarheid.VERMINDERD,
    }
    name = "boete_herhaling.boete_naar_verwijtbaarheid"
    normal = ask(name, facts, boetebedrag_bij_herhaling=Boetebedrag.NORM)
    assert normal is not None
    assert ask(name, facts, boetebedrag_bij_herhaling=Boetebedrag.OPGELEGD) == normal


@pytest.mark.parametrize("reading", list(EersteAanvraagdag))
def test_the_first_day_to_ask_for_more_time(reading: EersteAanvraagdag) -> None:
    facts: dict[str, Plain] = {
        "dagtekening_eerste_pip": date(2024, 3, 15),
        "soort_termijn": Termijn.EERSTE,
    }
    first = {
        EersteAanvraagdag.VANAF_EINDE: date(2026, 9, 16),
        EersteAanvraagdag.VANAF_LAATSTE_DAG: date(2026, 9, 15),
    }
    name = "inburgeringstermijn.verlenging_aanvragen_vanaf"
    assert ask(name, facts, eerste_aanvraagdag_verlenging=reading) == first[reading]


def test_who_fails_loses_a_stronger_right_only_where_the_law_says_so() -> None:
    facts: dict[str, Plain] = {
        "sterker_recht_gevraagd_op": ASKED,
        "plicht_voldaan": False,
        "niet_voldoen_verwijtbaar": True,
    }
    name = "doorwerking.sterker_recht_gesloten"
    assert ask(name, facts, niet_voldoen_sluit_weg=False) is False


def test_before_the_housing_the_intake_could_be_read_as_a_duty() -> None:
    facts: dict[str, Plain] = {"verblijfsrecht": Verblijfsrecht.ASIEL, "gehuisvest": False}
    for reading in IntakeVoorHuisvesting:
        answer = ask("opvang.alleen_uitnodiging", facts, intake_voor_huisvesting=reading)
        assert answer is (reading is IntakeVoorHuisvesting.VRIJWILLIG)
