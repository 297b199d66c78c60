"""The open readings of the chapter handhaving, each both ways; and what an ordinance fills in."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from meedoen.law.loader import load_law
from meedoen.rules import logic
from meedoen.rules.catalogue import rule_named
from meedoen.rules.choices import Doelgroep, Leerroute, Termijn
from meedoen.rules.choices_handhaving import (
    Afronding,
    Bijstandsplicht,
    Boetebedrag,
    EerdereVerlaging,
    EersteHerhaling,
    Examenpogingen,
    Overtreding,
    Verhoging,
    Verwijtbaarheid,
    Volgorde,
)
from meedoen.rules.column import Kind, Plain, constant
from meedoen.rules.facts import Facts
from meedoen.rules.parameters import Law, Version

DAY = date(2026, 3, 16)
CONSTATED = date(2026, 3, 10)

REPEATED: dict[str, Plain] = {
    "overtreding_geconstateerd_op": CONSTATED,
    "eerdere_overtreding": True,
    "eerdere_overtreding_geconstateerd_op": date(2025, 12, 1),
    "eerdere_boete_onherroepelijk": True,
}
NEITHER = Verwijtbaarheid.GEEN_OPZET_OF_GROVE_SCHULD


def law_with(**values: Plain) -> Law:
    """The law in which these numbers and readings have another value."""
    law = load_law()
    numbers = dict(law.numbers)
    for name, value in values.items():
        version = Version(date(2022, 1, 1), None, date(2022, 1, 1), value, "alleen in deze test")
        numbers[name] = replace(numbers[name], versions=(version,))
    return replace(law, numbers=numbers)


def ask(name: str, facts: dict[str, Plain], **values: Plain) -> Plain:
    """What one rule says of one person under these readings."""
    return rule_named(name).rule(Facts.of(DAY, facts), law_with(**values)).value.plain()


@pytest.mark.parametrize(
    ("reading", "ladder"),
    [
        (Verhoging.VERDUBBELEN, [5000, 10000, 20000, 40000, 80000, 80000]),
        (Verhoging.OPTELLEN, [5000, 10000, 15000, 20000, 25000, 30000]),
    ],
)
def test_doubling_or_adding(reading: Verhoging, ladder: list[int]) -> None:
    for before, now in pairwise(ladder):
        facts = REPEATED | {"eerdere_boete_voor_verwijtbaarheid": before}
        name = "boete_herhaling.boete_met_verhoging"
        assert ask(name, facts, wijze_van_verhoging=reading) == now


def test_adding_too_ends_at_the_highest_amount() -> None:
    facts = REPEATED | {"eerdere_boete_voor_verwijtbaarheid": 77500}
    name = "boete_herhaling.boete_met_verhoging"
    assert ask(name, facts, wijze_van_verhoging=Verhoging.OPTELLEN) == 80000


@pytest.mark.parametrize(
    ("blame", "imposed", "norm", "amount"),
    [
        # C26: first fine of 25 euros; again neither intent nor gross negligence
        (NEITHER, 2500, 5000, 5000),
        # first time reduced blame, now intent: 100 of the norm, 25 of what was imposed
        (Verwijtbaarheid.OPZET, 1250, 10000, 2500),
    ],
)
def test_which_amount_is_increased(
    *, blame: Verwijtbaarheid, imposed: int, norm: int, amount: int
) -> None:
    name = "boete_herhaling.boete_naar_verwijtbaarheid"
    facts = REPEATED | {
        "mate_van_verwijtbaarheid": blame,
        "eerdere_boete_voor_verwijtbaarheid": 5000,
        "eerdere_boete_opgelegd": imposed,
    }
    assert ask(name, facts, boetebedrag_bij_herhaling=Boetebedrag.NORM) == norm
    assert ask(name, facts, boetebedrag_bij_herhaling=Boetebedrag.OPGELEGD) == amount


def test_adding_to_what_was_imposed() -> None:
    facts = REPEATED | {"mate_van_verwijtbaarheid": NEITHER, "eerdere_boete_opgelegd": 2500}
    readings: dict[str, Plain] = {
        "boetebedrag_bij_herhaling": Boetebedrag.OPGELEGD,
        "wijze_van_verhoging": Verhoging.OPTELLEN,
    }
    assert ask("boete_herhaling.boete_naar_verwijtbaarheid", facts, **readings) == 7500


@pytest.mark.parametrize(
    ("previous", "after", "first"),
    [
        (5000, 5000, 7500),  # C26: 50 % of 100, or 25 and then 50 more
        (40000, 40000, 77500),  # 50 % of 800, or 25 and then 750 more
    ],
)
def test_culpability_after_or_before_the_increase(previous: int, after: int, first: int) -> None:
    name = "boete_herhaling.boete_naar_verwijtbaarheid"
    facts = REPEATED | {
        "mate_van_verwijtbaarheid": NEITHER,
        "eerdere_boete_voor_verwijtbaarheid": previous,
    }
    assert ask(name, facts, volgorde_van_verwijtbaarheid=Volgorde.NA_VERHOGING) == after
    assert ask(name, facts, volgorde_van_verwijtbaarheid=Volgorde.VOOR_VERHOGING) == first


def test_the_order_makes_no_difference_the_first_time() -> None:
    facts: dict[str, Plain] = {
        "overtreding_geconstateerd_op": CONSTATED,
        "eerdere_overtreding": False,
        "mate_van_verwijtbaarheid": NEITHER,
    }
    for order in Volgorde:
        name = "boete_herhaling.boete_naar_verwijtbaarheid"
        assert ask(name, facts, volgorde_van_verwijtbaarheid=order) == 2500


def test_intake_fines_from_before_the_term_count_or_do_not() -> None:
    facts: dict[str, Plain] = {
        "overtreding_geconstateerd_op": CONSTATED,
        "soort_termijn": Termijn.EERSTE,
        "boetes_traject_in_termijn": 155000,
        "boetes_intake_in_termijn": 0,
        "boetes_intake_voor_termijn": 25000,
    }
    name = "boete_college.ruimte_in_termijn"
    assert ask(name, facts, boetes_intake_voor_termijn_tellen_mee=True) == 60000
    assert ask(name, facts, boetes_intake_voor_termijn_tellen_mee=False) == 85000


def test_a_warning_first_for_who_came_but_did_not_cooperate() -> None:
    facts: dict[str, Plain] = {
        "overtreding": Overtreding.NIET_MEEGEWERKT,
        "overtreding_geconstateerd_op": CONSTATED,
        "eerste_boete_intake_opgelegd": False,
        "schriftelijk_gewaarschuwd": False,
        "termijn_oproep_tot": CONSTATED,
    }
    name = "overtreding.overtreding_intake"
    assert ask(name, facts, waarschuwing_bij_onvoldoende_meewerken=True) is False
    assert ask(name, facts, waarschuwing_bij_onvoldoende_meewerken=False) is True
    not_come = facts | {"overtreding": Overtreding.NIET_VERSCHENEN}
    assert ask(name, not_come, waarschuwing_bij_onvoldoende_meewerken=False) is False


def test_one_fine_or_two_when_pvt_and_map_are_both_open() -> None:
    facts: dict[str, Plain] = {
        "overtreding": Overtreding.PVT_OF_MAP,
        "soort_termijn": Termijn.VERLENGDE,
        "einde_huidige_termijn": CONSTATED,
        "pvt_afgerond": False,
        "map_afgerond": False,
        "leerroute": Leerroute.B1_ROUTE,
        "bijzondere_omstandigheden_aannemelijk": False,
        "bijzondere_omstandigheden_bekend": False,
    }
    name = "boete_duo.boete_pvt_of_map"
    assert ask(name, facts, pvt_en_map_samen_een_boete=True) == 34000
    assert ask(name, facts, pvt_en_map_samen_een_boete=False) == 68000
    only_one = facts | {"pvt_afgerond": True}
    assert ask(name, only_one, pvt_en_map_samen_een_boete=False) == 34000


@pytest.mark.parametrize(
    ("hours", "down", "up"),
    [(357, 100000, 80000), (360, 80000, 80000), (538, 80000, 40000), (540, 40000, 40000)],
)
def test_percentages_between_the_columns(hours: int, down: int, up: int) -> None:
    facts: dict[str, Plain] = {
        "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
        "soort_termijn": Termijn.VERLENGDE,
        "einde_huidige_termijn": CONSTATED,
        "cursusuren": hours,
        "uren_in_pip": 600,
        "examenpogingen": Examenpogingen.NIET_ALLES,
    }
    name = "boete_tabellen.boete_b1_route"
    assert ask(name, facts, afronding_urenpercentage=Afronding.NAAR_BENEDEN) == down
    assert ask(name, facts, afronding_urenpercentage=Afronding.NAAR_BOVEN) == up


def test_when_the_two_yearly_fines_begin() -> None:
    facts: dict[str, Plain] = {
        "soort_termijn": Termijn.NIEUWE,
        "einde_huidige_termijn": date(2026, 9, 1),
        "eerdere_boetes_duo": 2,
    }
    name = "overtreding_duo.boete_duo_vanaf"
    at_once, later = EersteHerhaling.NA_TERMIJN, EersteHerhaling.NA_TWEE_JAAR
    assert ask(name, facts, eerste_herhaling_boete_duo=at_once) == date(2026, 9, 1)
    assert ask(name, facts, eerste_herhaling_boete_duo=later) == date(2028, 9, 1)


def test_a_municipality_may_lower_after_a_fine() -> None:
    facts: dict[str, Plain] = {
        "bijstandsplicht_geschonden_op": CONSTATED,
        "boete_voor_dezelfde_gedraging": True,
    }
    name = "verlaging.verlaging_naast_boete_mogelijk"
    assert ask(name, facts, verlaging_na_boete_mogelijk=False) is False
    assert ask(name, facts, verlaging_na_boete_mogelijk=True) is True


@pytest.mark.parametrize(
    ("duty", "percent", "months"),
    [
        (Bijstandsplicht.ONTZORGEN, "verlaging_ontzorgen", "duur_verlaging_ontzorgen"),
        (Bijstandsplicht.ANDERE, "verlaging_andere_plicht", "duur_verlaging_andere_plicht"),
    ],
)
def test_what_the_ordinance_says(duty: Bijstandsplicht, percent: str, months: str) -> None:
    facts: dict[str, Plain] = {
        "bijstandsplicht_geschonden_op": CONSTATED,
        "geschonden_bijstandsplicht": duty,
        "schending_verwijtbaar": True,
        "boete_voor_dezelfde_gedraging": False,
        "dringende_redenen": False,
    }
    assert load_law().numbers[percent].municipal
    assert ask("verlaging.verlaging", facts) is None
    assert ask("verlaging.verlaging", facts, **{percent: 20}) == 20
    assert ask("verlaging.duur_verlaging", facts) is None
    assert ask("verlaging.duur_verlaging", facts, **{months: 1}) == 1


def test_periods_of_the_ordinance_for_duties_of_work() -> None:
    first: dict[str, Plain] = {
        "bijstandsplicht_geschonden_op": CONSTATED,
        "eerdere_verlaging_arbeidsplicht": EerdereVerlaging.GEEN,
    }
    second = first | {
        "eerdere_verlaging_arbeidsplicht": EerdereVerlaging.EERSTE,
        "eerdere_verlaging_op": date(2025, 12, 1),
    }
    name = "verlaging.duur_verlaging_arbeidsplicht"
    assert ask(name, first, duur_verlaging_arbeidsplicht=1) == 1
    assert ask(name, second, duur_verlaging_arbeidsplicht_herhaald=2) == 2
    # no ordinance can go beyond what the act allows
    assert ask(name, second, duur_verlaging_arbeidsplicht_herhaald=6) == 3


def test_less_than_a_cent_falls_away() -> None:
    amount, percent = constant(1250, Kind.CENTS), constant(25, Kind.PERCENT)
    assert logic.percent_of(amount, percent).plain() == 312
    assert logic.percent_of(constant(5000, Kind.CENTS), percent).plain() == 1250


def test_the_percentage_of_nothing_is_unknown() -> None:
    nothing, ten = constant(0, Kind.HOURS), constant(10, Kind.HOURS)
    assert logic.percentage(ten, nothing).plain() is None
    assert logic.percentage_up(ten, nothing).plain() is None
    assert logic.percentage(nothing, ten).plain() == 0
    assert logic.percentage_up(nothing, ten).plain() == 0
