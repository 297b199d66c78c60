"""What the letter of 2018 says of fines and bijstand, and the law does too."""

from datetime import date

import pytest
from tests.law.two_stelsels import DAY, both, told

from meedoen.rules.column import Plain

YES, NO = (True, True), (False, False)
LATE_ON = date(2027, 3, 16)
# C10 of the worked cases: 70 % of the hours, two parts passed
LATE = told(
    overtreding="leerroute niet op tijd behaald (Wi 25)",
    leerroute_behaald=False,
    verlenging_vergunning_geweigerd=False,
    vergunning_ingetrokken=False,
    soort_termijn="termijn van drie jaar",
    dagtekening_eerste_pip=date(2024, 3, 15),
    leerroute="B1-route",
    doelgroep="asielstatushouder",
    cursusuren=420,
    uren_in_pip=600,
    examenpogingen="alle onderdelen ten minste een keer",
    taalexamens_behaald=2,
    knm_behaald=False,
    bijzondere_omstandigheden_aannemelijk=False,
    verwijtbaar=True,
    bijstand_verlaagd_om_gedraging=False,
    al_beboet=False,
    bericht_geen_boete=False,
    overleden=False,
    overtreding_op=LATE_ON,
    pvt_afgerond=True,
    map_afgerond=True,
    boete_bekend_op=date(2027, 5, 3),
)
WORK = told(
    geschonden_bijstandsplicht="plicht die met werk te maken heeft (Pw 18:4)",
    dringende_redenen=False,
    bijstandsplicht_geschonden_op=date(2026, 3, 2),
    schending_verwijtbaar=True,
    boete_voor_dezelfde_gedraging=False,
)
LANGUAGE = told(
    bijstand_aangevraagd_op=date(2025, 9, 1),
    jaren_nederlandstalig_onderwijs=0,
    inburgeringsdiploma_overgelegd=False,
    taaldocument_overgelegd=False,
    taaltoets_onvoldoende=True,
    bereid_taal_te_leren=False,
    taal_verwijtbaar=True,
    dringende_redenen=False,
    kennisgeving_taaleis_op=date(2026, 1, 15),
)


@pytest.mark.brief("L61")
def test_who_is_late_and_to_blame_gets_a_fine() -> None:
    assert both("boete_duo.boete", LATE, LATE_ON) == (38_400, 38_400)
    assert both("boete_duo.boete", LATE | {"verwijtbaar": False}, LATE_ON) == (0, 0)


@pytest.mark.brief("L62")
def test_fines_have_a_limit_and_circumstances_count() -> None:
    """Debts: no more than 2,400 euro of fines in one term; and less where life was hard."""
    fines = told(
        soort_termijn="termijn van drie jaar",
        overtreding_geconstateerd_op=DAY,
        boetes_traject_in_termijn=230_000,
        boetes_intake_in_termijn=0,
        boetes_intake_voor_termijn=0,
    )
    assert both("boete_college.ruimte_in_termijn", fines) == (10_000, 10_000)
    hard = told(
        overtreding="niet verschenen voor de brede intake (Wi 22)",
        bijzondere_omstandigheden_aannemelijk=True,
    )
    assert both("boete_bevoegdheid.boete_te_hoog", hard) == YES


@pytest.mark.brief("L63")
@pytest.mark.parametrize(("blame", "closed"), [(True, YES), (False, NO)])
def test_who_is_to_blame_gets_no_stronger_right(blame: bool, closed: tuple[bool, bool]) -> None:
    facts: dict[str, Plain] = {
        "sterker_recht_gevraagd_op": DAY,
        "plicht_voldaan": False,
        "niet_voldoen_verwijtbaar": blame,
    }
    assert both("doorwerking.sterker_recht_gesloten", facts) == closed


@pytest.mark.brief("L65")
def test_who_does_not_cooperate_gets_less_bijstand() -> None:
    assert both("verlaging.verlaging", WORK) == (100, 100)
    assert both("verlaging.verlaging", WORK | {"schending_verwijtbaar": False}) == (0, 0)


@pytest.mark.brief("L66")
def test_who_does_not_learn_dutch_gets_less_bijstand() -> None:
    assert both("taaleis.verlaging_taaleis", LANGUAGE) == (20, 20)
    assert both("taaleis.verlaging_taaleis", LANGUAGE | {"taal_verwijtbaar": False}) == (0, 0)


@pytest.mark.brief("L68")
@pytest.mark.parametrize("fixed", [True, False])
def test_what_the_plan_fixes_binds_also_who_has_no_bijstand(fixed: bool) -> None:
    """The rule asks what stands in the plan, and nothing of an income."""
    facts = told(
        overtreding="onvoldoende meegewerkt aan ondersteuning en begeleiding (Wi 23)",
        begeleiding_vastgesteld=fixed,
    )
    assert both("overtreding.overtreding_traject", facts) == (fixed, fixed)
