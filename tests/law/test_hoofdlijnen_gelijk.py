"""What the letter of 2018 says of intake, plan and routes, and the law does too."""

from datetime import date

import pytest
from tests.law.two_stelsels import DAY, both, told

from meedoen.law.loader import load_law
from meedoen.rules.catalogue import rule_named
from meedoen.rules.choices import Leerroute
from meedoen.rules.column import Plain
from meedoen.rules.facts import Facts

YES, NO = (True, True), (False, False)
PIP: dict[str, Plain] = {"dagtekening_eerste_pip": date(2024, 3, 15)}
AT_B1 = told(
    lezen_behaald="B1",
    luisteren_behaald="B1",
    schrijven_behaald="B1",
    spreken_behaald="B1",
    knm_behaald=True,
)
PLAN = told(
    doelgroep="asielstatushouder",
    leerroute="B1-route",
    leerroute_vastgesteld=True,
    begeleiding_vastgesteld=True,
    intensiteit_pvt_vastgesteld=True,
    intensiteit_map_vastgesteld=True,
    intensiteit_leerroute_vastgesteld=True,
    gesprekken_vastgesteld=True,
    kind_voor_vve=False,
    bijstandsbesluiten_nodig=False,
)
Z_ROUTE = told(
    leerroute="zelfredzaamheidsroute",
    toets_afgenomen=True,
    behaalde_score=5000,
    benodigde_score=6000,
    redelijkerwijs_niet_in_staat=True,
    kan_wel_maar_wil_niet=False,
    tweede_blik_gedaan=False,
    pip_bij_verhuizing=False,
)


@pytest.mark.brief("L28")
@pytest.mark.brief("L29")
def test_who_waits_for_a_home_is_prepared_and_may_refuse() -> None:
    """The letter wants it for promising asylum seekers too; the law from the duty on."""
    waits = told(plicht_begon_op=DAY, verblijfsrecht="asiel bepaalde tijd", gehuisvest=False)
    name = "opvang.krijgt_voorbereiding"
    assert both(name, waits) == YES
    assert both(name, waits | {"gehuisvest": True}) == NO
    assert both(name, waits | {"plicht_begon_op": date(2026, 3, 17)}) == NO
    assert both("opvang.voorbereiding_verplicht", {"voorbereiding_aangeboden_op": DAY}) == NO


@pytest.mark.brief("L36")
@pytest.mark.brief("L37")
@pytest.mark.brief("L38")
@pytest.mark.brief("L39")
@pytest.mark.brief("L42")
@pytest.mark.brief("L43")
@pytest.mark.parametrize(
    ("item", "law"),
    [
        ("alfabetisering_in_kaart", ""),
        ("onderwijs_en_werk_onderzocht", "brede_intake.onderzoek_geregeld"),
        ("praktische_vaardigheden_in_kaart", ""),
        ("werknemersvaardigheden_in_kaart", ""),
        ("zelfredzaamheid_in_kaart", "brede_intake.onderdelen_van_het_besluit"),
        ("gezinssituatie_in_kaart", ""),
        ("netwerk_in_kaart", ""),
    ],
)
def test_an_item_of_the_letter_is_missed_until_it_is_explored(item: str, law: str) -> None:
    """And by the law too, where it asks the item under its own name."""
    name = "brede_intake.intake_volgens_brief"
    asked = rule_named(name).rule(Facts.of(DAY), load_law()).value.facts
    whole: dict[str, Plain] = dict.fromkeys(asked, True)
    assert both(name, whole) == YES
    assert both(name, whole | {item: False}) == NO
    if law:
        own = rule_named(law).rule(Facts.of(DAY), load_law()).value.facts
        rest: dict[str, Plain] = dict.fromkeys(own - {"pip_bij_verhuizing"}, True)
        stays: dict[str, Plain] = {"pip_bij_verhuizing": False}
        assert both(law, rest | stays) == YES
        assert both(law, rest | stays | {item: False}) == NO


@pytest.mark.brief("L58")
@pytest.mark.brief("L64")
@pytest.mark.brief("L77")
@pytest.mark.parametrize(
    "missed",
    [
        {"gesprekken_vastgesteld": False},
        {"intensiteit_leerroute_vastgesteld": False},
        {"bijstandsbesluiten_nodig": True, "bijstandsbesluiten_bijgevoegd": False},
    ],
    ids=["talks", "intensity", "bijstand"],
)
def test_a_plan_without_it_is_not_whole(missed: dict[str, Plain]) -> None:
    assert both("inhoud_plan.plan_compleet", PLAN) == YES
    assert both("inhoud_plan.plan_compleet", PLAN | missed) == NO


@pytest.mark.brief("L55")
def test_the_plan_of_who_is_ontzorgd_says_so() -> None:
    who = told(
        verblijfsrecht="asiel bepaalde tijd",
        verblijfsrecht_vanaf=date(2025, 3, 3),
        doelgroep="asielstatushouder",
        geboren_op=date(1995, 5, 1),
        onderdaan_eu_eer_zwitserland=False,
        familielid_van_unieburger=False,
        inburgering_elders_in_eu=False,
        verdrag_sluit_plicht_uit=False,
        viel_onder_wi2013=False,
        niet_meer_plichtig=False,
        recht_op_bijstand_vanaf=date(2025, 6, 12),
        bijstand_beeindigd=False,
    )
    name = "ontzorgen.ontzorgen_in_pip"
    assert both(name, who | {"bijstandsbesluiten_bijgevoegd": True}) == YES
    assert both(name, who | {"bijstandsbesluiten_bijgevoegd": False}) == NO


@pytest.mark.brief("L60")
def test_who_is_not_ready_on_the_last_day_is_late() -> None:
    here = told(leerroute="B1-route", pvt_afgerond=True, map_afgerond=True, **AT_B1)
    assert both("voldaan.voldaan", here) == YES
    assert both("voldaan.voldaan", here | {"pvt_afgerond": False}) == NO
    term = PIP | told(soort_termijn="termijn van drie jaar")
    assert both("inburgeringstermijn.termijn_voorbij", term, date(2027, 3, 15)) == NO
    assert both("inburgeringstermijn.termijn_voorbij", term, date(2027, 3, 16)) == YES


@pytest.mark.brief("L70")
def test_a2_is_enough_only_where_the_plan_says_so() -> None:
    a2 = AT_B1 | told(schrijven_behaald="A2", schrijven_hoeft_niet=False)
    b1_route = told(leerroute="B1-route")
    assert both("examen.examen_behaald", AT_B1 | b1_route) == YES
    assert both("examen.examen_behaald", a2 | b1_route | {"schrijven_afgeschaald": False}) == NO
    assert both("examen.examen_behaald", a2 | b1_route | {"schrijven_afgeschaald": True}) == YES


@pytest.mark.brief("L73")
@pytest.mark.brief("L78")
@pytest.mark.parametrize(("level", "answer"), [("A2", NO), ("B1", YES), ("B2", YES)])
def test_higher_than_the_plan_is_always_enough(level: str, answer: tuple[bool, bool]) -> None:
    facts = told(
        examenonderdeel="spreken",
        niveau_van_examen=level,
        leerroute="B1-route",
        spreken_afgeschaald=False,
    )
    assert both("examenpoging.niveau_hoog_genoeg", facts) == answer


@pytest.mark.brief("L71")
@pytest.mark.brief("L75")
@pytest.mark.brief("L82")
@pytest.mark.parametrize(
    ("wil", "kans", "niet", "past"),
    [
        (False, False, False, Leerroute.B1_ROUTE),
        (True, True, False, Leerroute.ONDERWIJSROUTE),
        (True, False, False, Leerroute.B1_ROUTE),
        (False, False, True, Leerroute.ZELFREDZAAMHEIDSROUTE),
    ],
    ids=["nobody's ground", "a diploma", "no chance", "not able"],
)
def test_b1_is_the_norm_and_the_two_others_have_a_ground(
    wil: bool, kans: bool, niet: bool, past: Leerroute
) -> None:
    facts: dict[str, Plain] = {
        "wil_opleiding": wil,
        "grote_kans_op_diploma": kans,
        "redelijkerwijs_niet_in_staat": niet,
        "pip_bij_verhuizing": False,
    }
    rules = dict(
        zip(Leerroute, ("b1_route", "onderwijsroute", "zelfredzaamheidsroute"), strict=True)
    )
    for route, name in rules.items():
        assert both(f"leerroute.{name}_past", facts) == (YES if route is past else NO)
    assert both("advies_leerroute.advies", facts) == (past, past)


@pytest.mark.brief("L74")
@pytest.mark.parametrize(
    "done",
    [
        told(leerroute="B1-route", **AT_B1),
        told(leerroute="onderwijsroute", taalschakelstand="afgerond en behaald", knm_behaald=True),
    ],
    ids=["B1-route", "onderwijsroute"],
)
def test_each_route_has_an_end_of_its_own(done: dict[str, Plain]) -> None:
    name = "voldaan.heeft_leerroute_behaald"
    assert both(name, PIP | done) == YES
    other = told(leerroute="zelfredzaamheidsroute", cursusuren=0, eindgesprek_gevoerd=False)
    assert both(name, PIP | done | other | {"eigen_einddoelen_behaald": False}) == NO


@pytest.mark.brief("L83")
def test_a_bridge_to_education_counts_at_a_recognised_school() -> None:
    bridge: dict[str, Plain] = {"opleiding_is_taalschakeltraject": True}
    name = "leerroute.taalschakeltraject_telt"
    assert both(name, bridge | {"instelling_heeft_diploma_erkenning": True}) == YES
    assert both(name, bridge | {"instelling_heeft_diploma_erkenning": False}) == NO


@pytest.mark.brief("L84")
@pytest.mark.brief("L85")
def test_the_z_route_takes_who_is_not_able_and_not_who_does_not_want() -> None:
    name = "advies_leerroute.geen_parkeerplaats"
    assert both(name, Z_ROUTE) == YES
    assert both(name, Z_ROUTE | {"redelijkerwijs_niet_in_staat": False}) == NO
    assert both(name, Z_ROUTE | {"kan_wel_maar_wil_niet": True}) == NO


@pytest.mark.brief("L86")
def test_the_hours_of_the_z_route_are_a_norm_of_the_law_alone() -> None:
    facts = PIP | told(lagere_urennorm=False, aftrek_cursusuren=0, aftrek_onderwijs=0)
    assert both("zelfredzaamheidsroute.cursus_urennorm", facts) == (800, None)


@pytest.mark.brief("L89")
def test_learning_to_read_first_gives_more_time() -> None:
    """Three months of it, within the term, in a route with an exam (Ri 4.1:1e)."""
    facts = PIP | told(
        soort_termijn="termijn van drie jaar",
        omstandigheid_aannemelijk=True,
        bewijs_overgelegd=True,
        verlenging_gevraagd_op=date(2026, 9, 21),
        verlengingsgrond="alfabetiseringscursus (onderdeel e)",
        omstandigheid_van=date(2025, 1, 10),
        omstandigheid_tot=date(2025, 4, 10),
        leerroute="B1-route",
    )
    day = date(2026, 10, 1)
    assert both("verlenging.grond_aanwezig", facts, day) == YES
    short = facts | {"omstandigheid_tot": date(2025, 4, 9)}
    assert both("verlenging.grond_aanwezig", short, day) == NO


@pytest.mark.brief("L91")
def test_attempts_at_the_exam_give_no_ontheffing() -> None:
    """Four or forty: the rule asks no number of attempts, and the answer is no."""
    name = "ontheffing.ontheffing_na_inspanning"
    asked = rule_named(name).rule(Facts.of(DAY), load_law()).value.facts
    assert not [each for each in asked if "poging" in each]
    assert both(name, {"beroep_op_inspanning": True, "ontheffing_gevraagd_op": DAY}) == NO
