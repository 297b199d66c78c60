"""What the letter of 2018 wanted differently, on one person under both stelsels."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.law.two_stelsels import DAY, both, rule_word
from tests.rules.people import crowd, facts_of_rule

from meedoen.law.loader import load_law
from meedoen.rules.catalogue import NamedRule, rule_named, rules
from meedoen.rules.choices import Betaler, Doelgroep, Verblijfsrecht
from meedoen.rules.choices_handhaving import Overtreding
from meedoen.rules.choices_leerroute import Gespreksvoerder
from meedoen.rules.column import Plain
from meedoen.rules.facts import Facts

PIP: dict[str, Plain] = {"dagtekening_eerste_pip": date(2024, 3, 15)}
BIJSTAND: dict[str, Plain] = {
    "recht_op_bijstand_vanaf": date(2025, 6, 12),
    "bijstand_beeindigd": False,
    "maatwerk_ontzorgen": False,
    "verblijfsrecht": Verblijfsrecht.ASIEL,
}
A_YEAR: dict[str, Plain] = {
    **BIJSTAND,
    "ontzorgen_volgens_plan_tot": date(2026, 6, 12),
    "zelfredzaam_door_inzet": False,
}


@pytest.mark.brief("L9")
def test_effort_gives_no_ontheffing_in_either() -> None:
    facts: dict[str, Plain] = {"beroep_op_inspanning": True, "ontheffing_gevraagd_op": DAY}
    assert both("ontheffing.ontheffing_na_inspanning", facts) == (False, False)


@pytest.mark.brief("L14")
@pytest.mark.brief("L93")
def test_the_offer_is_for_everybody() -> None:
    facts = PIP | {"doelgroep": Doelgroep.GEZINS_OF_OVERIGE_MIGRANT}
    assert both("doelgroep.krijgt_aanbod", facts) == (False, True)
    paid = {"leerroute": rule_word("leerroute", "B1-route")}
    expected = (Betaler.INBURGERAAR, Betaler.COLLEGE)
    assert both("doelgroep.betaler_cursusuren", facts | paid) == expected


@pytest.mark.brief("L30")
def test_the_programme_has_a_length() -> None:
    facts: dict[str, Plain] = {"voorbereiding_aangeboden_op": DAY}
    assert both("opvang.duur_voorbereiding", facts) == (None, 14)


@pytest.mark.brief("L41")
def test_motivation_is_part_of_the_letters_intake_only() -> None:
    name = "brede_intake.intake_volgens_brief"
    asked = rule_named(name).rule(Facts.of(DAY), load_law()).value.facts
    everything: dict[str, Plain] = dict.fromkeys(asked, True)
    assert both(name, everything) == (True, True)
    assert both(name, everything | {"motivatie_in_kaart": False}) == (False, False)
    law = rule_named("brede_intake.intake_compleet").rule(Facts.of(DAY), load_law())
    assert "motivatie_in_kaart" not in law.value.facts


@pytest.mark.brief("L69")
def test_an_own_contribution_is_a_sanction() -> None:
    facts: dict[str, Plain] = {
        "overtreding": Overtreding.BEGELEIDING,
        "begeleiding_vastgesteld": True,
        "verwijtbaar": True,
        "overtreding_geconstateerd_op": DAY,
    }
    assert both("overtreding.eigen_bijdrage_mogelijk", facts) == (False, True)
    blameless = facts | {"verwijtbaar": False}
    assert both("overtreding.eigen_bijdrage_mogelijk", blameless) == (False, False)


@pytest.mark.brief("L76")
def test_only_a_test_decides_on_a2() -> None:
    facts = PIP | _ingespannen(cursusuren_nt2=600)
    assert both("afschalen.mag_schrijven_afschalen", facts) == (True, None)
    tested = facts | {"schrijven_toets_onder_b1": False}
    assert both("afschalen.mag_schrijven_afschalen", tested) == (True, False)


@pytest.mark.brief("L79")
@pytest.mark.brief("L80")
def test_after_effort_the_test_is_enough() -> None:
    facts = PIP | _ingespannen(cursusuren_nt2=400) | {"schrijven_toets_onder_b1": True}
    assert both("afschalen.mag_schrijven_afschalen", facts) == (False, True)
    lazy = facts | {"voldoende_ingespannen": False}
    assert both("afschalen.mag_schrijven_afschalen", lazy) == (False, False)
    assert both("afschalen.uren_nt2_over", facts) == (200, None)


def _ingespannen(cursusuren_nt2: int) -> dict[str, Plain]:
    return {
        "leerroute": rule_word("leerroute", "B1-route"),
        "cursusuren_nt2": cursusuren_nt2,
        "aftrek_nt2": 0,
        "voldoende_ingespannen": True,
        "schrijven_b1_onhaalbaar": True,
    }


@pytest.mark.brief("L81")
@pytest.mark.parametrize(
    ("born", "answer"), [(date(1994, 3, 15), True), (date(1994, 3, 16), False)]
)
def test_who_is_under_30_gets_an_answer_on_the_onderwijsroute(born: date, answer: bool) -> None:
    facts = PIP | {"geboren_op": born, "antwoord_onderwijsroute_in_pip": False}
    assert both("inhoud_plan.onderwijsroute_beantwoord", facts) == (True, answer)


@pytest.mark.brief("L88")
@pytest.mark.brief("L90")
def test_end_goals_instead_of_hours() -> None:
    hours: dict[str, Plain] = {
        **PIP,
        "doelgroep": Doelgroep.GEZINS_OF_OVERIGE_MIGRANT,
        "cursusuren": 800,
        "eindgesprek_gevoerd": True,
        "eindgesprek_door": Gespreksvoerder.COLLEGE,
        "eigen_einddoelen_behaald": False,
    }
    name = "zelfredzaamheidsroute.zelfredzaamheidsroute_behaald"
    assert both(name, hours) == (True, False)
    goals = hours | {"cursusuren": 100, "cursusuren_taalschakeltraject": 0}
    goals |= {"lagere_urennorm": False, "aftrek_cursusuren": 0, "aftrek_onderwijs": 0}
    assert both(name, goals | {"eigen_einddoelen_behaald": True}) == (False, True)
    assert both("zelfredzaamheidsroute.cursusuren_over", goals) == (700, None)


@pytest.mark.brief("L92")
def test_nobody_borrows() -> None:
    assert both("lening.lening_mogelijk", {}) == (None, False)


@pytest.mark.brief("L110")
@pytest.mark.brief("L116")
def test_the_plan_says_how_long() -> None:
    assert both("ontzorgen.einde_ontzorgen", A_YEAR) == (date(2025, 12, 12), date(2026, 6, 12))
    assert both("ontzorgen.wettelijk_einde", A_YEAR) == (date(2025, 12, 12), None)


@pytest.mark.brief("L111")
def test_all_statushouders() -> None:
    family = BIJSTAND | {
        "verblijfsrecht": Verblijfsrecht.REGULIER,
        "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
    }
    assert both("ontzorgen.valt_onder_ontzorgen", family) == (False, True)
    no_bijstand = family | {"bijstand_beeindigd": True, "bijstand_tot": DAY}
    assert both("ontzorgen.valt_onder_ontzorgen", no_bijstand) == (False, False)


@pytest.mark.brief("L119")
def test_good_efforts_end_it_earlier() -> None:
    facts = A_YEAR | {
        "zelfredzaam_door_inzet": True,
        "zelfredzaam_door_inzet_vanaf": date(2025, 9, 1),
    }
    assert both("ontzorgen.einde_ontzorgen", facts) == (date(2025, 12, 12), date(2025, 9, 1))


@pytest.mark.brief("L125")
def test_money_for_guidance_and_for_results() -> None:
    asylum: dict[str, Plain] = {"doelgroep": Doelgroep.ASIELSTATUSHOUDER}
    assert both("opvang.bedrag_maatschappelijke_begeleiding", asylum) == (None, 237_000)
    year: dict[str, Plain] = {"uitvoeringsjaar_op": date(2025, 1, 1), "trajecten_afgerond": 3}
    assert both("bekostiging.afgeronde_trajecten", year) == (0, None)


def test_the_law_never_rests_on_the_letter() -> None:
    """Under wi2021 no switch is the letter's, and no answer asks what only the letter needs."""
    only_letter = {fact.name for fact in Facts.all() if "alleen brief" in fact.meaning}
    assert len(only_letter) > 5
    facts = Facts.of(DAY)
    for rule in rules():
        asked = rule.rule(facts, load_law()).open_facts(frozenset())
        assert asked.isdisjoint(only_letter - {"antwoord_onderwijsroute_in_pip"}), rule.name


DIFFERENT = [
    rule
    for rule in rules()
    if rule.rule(Facts.of(DAY), load_law("hoofdlijnen2018")).value.numbers
    & {n.name for n in load_law("hoofdlijnen2018").numbers.values() if n.instead_of}
]


@pytest.mark.parametrize("rule", DIFFERENT, ids=lambda rule: rule.name)
@settings(max_examples=20)
@given(seed=st.integers(0, 2**32))
def test_under_the_letter_a_new_fact_never_overturns_an_answer(rule: NamedRule, seed: int) -> None:
    rng = Random(seed)
    day, people = crowd(rng, facts_of_rule(rule), 20)
    less = [{n: v for n, v in person.items() if rng.random() < 0.7} for person in people]
    first, later = (
        rule.rule(Facts.of(day, *known), load_law("hoofdlijnen2018")).value
        for known in (less, people)
    )
    for row, person in enumerate(people):
        assert first.plain(row) in (None, later.plain(row)), (day, person)
