"""What DUO's days, numbers and words come to in ours: a worked case for each field that has a trap.

Source: duo-m2m/README.md, chapters 8 and 9; R07.02, R07.03.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from tests.contracts.duo_table import asks
from tests.contracts.lines import answer_headers, call, came, client

from meedoen.adapters.duo_wire import words
from meedoen.ports.duo_words import Examenonderdeel, Omvang, Oordeel, Word
from meedoen.ports.period import Period
from meedoen.rules.choices import Doelgroep, Leerroute

ASK = {ask.name: ask for ask in asks()}


def told(name: str, content: Any) -> Any:
    """What the client tells of this JSON."""
    ask = ASK[name]
    body = json.dumps(content).encode()
    return call(client(lambda _: came(200, answer_headers(ask), body)), ask).content


def plicht(**days: str) -> Period:
    period: Period = told(
        "inburgeringsplicht", {"indicatorInburgeringsplicht": True, **days}
    ).period
    return period


def test_the_end_of_the_duty_is_its_last_day() -> None:
    found = plicht(begindatum="2024-01-15", einddatum="2026-03-31")
    assert found == Period(date(2024, 1, 15), date(2026, 4, 1))


def test_the_end_of_an_earlier_duty_is_its_last_day_also_in_a_leap_year() -> None:
    row = {"indicatorInburgeringsplicht": True, "einddatum": "2024-02-28"}
    (found,) = told("inburgeringsplicht_historie", [row])
    assert found.period == Period(None, date(2024, 2, 29))


def test_one_day_of_duty_is_a_period_of_one_day() -> None:
    found = plicht(begindatum="2024-01-15", einddatum="2024-01-15")
    assert found == Period(date(2024, 1, 15), date(2024, 1, 16))


def test_a_duty_without_days_has_a_period_without_days() -> None:
    assert plicht() == Period(None, None)


def test_the_last_day_of_the_calendar_means_that_no_end_is_known() -> None:
    assert plicht(begindatum="2024-01-15", einddatum="9999-12-31").tot is None


def test_the_group_of_now_has_no_end_and_an_earlier_one_ends_on_its_last_day() -> None:
    now = told("doelgroep", {"indeling": "Asielstatushouder", "begindatum": "2024-01-15"})
    (before,) = told("doelgroep_historie", [{"einddatum": "2024-01-14"}])
    assert now.period == Period(date(2024, 1, 15), None)
    assert before.period.tot == now.period.van


def test_the_end_of_the_term_is_the_first_day_after_it() -> None:
    """A PIP of 15 March 2024: the term begins on the 16th, its last day is 15 March 2027."""
    found = told("inburgeringstermijn", {"startdatum": "2024-03-16", "einddatum": "2027-03-16"})
    assert found.period == Period(date(2024, 3, 16), date(2027, 3, 16))


def test_of_an_earlier_term_the_end_alone_is_told_also_the_first_day_after() -> None:
    (found,) = told("inburgeringstermijn_historie", [{"einddatum": "2027-03-16"}])
    assert found.period == Period(None, date(2027, 3, 16))


def test_the_end_of_a_temporary_vrijstelling_is_its_last_day() -> None:
    row = {"oordeel": "Toekenning", "reden": "OPL", "startdatum": "2025-08-01"}
    temporary = {"TijdelijkeVrijstelling": {**row, "einddatum": "2026-07-31"}}
    (found,) = told("vrijstellingen", [temporary])
    assert (found.omvang, found.period) == (
        Omvang.TIJDELIJK,
        Period(date(2025, 8, 1), date(2026, 8, 1)),
    )


def test_hours_are_known_until_not_including_that_day() -> None:
    row = {
        "gemeentecode": "0363",
        "bekendTot": "2025-07-01",
        "ParticipatieAlsTaalles": {"uren": 120},
    }
    (found,) = told("gevolgde_uren", [row])
    assert (found.gemeente, found.bekend_tot) == (363, date(2025, 7, 1))
    assert found.participatie_als_taalles_uren == 120
    assert found.intake_taal_knm_uren is None  # not told is not none


@pytest.mark.parametrize("as_list", [True, False])
def test_hours_at_a_school_come_as_one_or_as_a_list(as_list: bool) -> None:
    """Gevolgde uren 1.1.0, whose file we do not have."""
    school = {"instellingsnummer": "9900000001", "bekendTot": "2025-07-01", "uren": 60}
    row = {"bekendTot": "2025-07-01", "TaallesEnKnmInstelling": [school] if as_list else school}
    (found,) = told("gevolgde_uren", [row])
    (at_school,) = found.instellingen
    assert (at_school.uren, at_school.geoorloofd_verzuim_uren) == (60, None)
    assert at_school.bekend_tot == date(2025, 7, 1)


def test_excused_and_unexcused_hours_at_a_school_are_not_mixed_up() -> None:
    hours = {"uren": 60, "urenGeoorloofdVerzuim": 4, "urenOngeoorloofdVerzuim": 7}
    row = {"TaallesEnKnmInstelling": {"instellingsnummer": "9900000001", **hours}}
    (at_school,) = told("gevolgde_uren", [row])[0].instellingen
    assert at_school.instellingsnummer == "9900000001"
    assert (at_school.uren, at_school.bekend_tot) == (60, None)
    assert (at_school.geoorloofd_verzuim_uren, at_school.ongeoorloofd_verzuim_uren) == (4, 7)


def test_the_day_of_the_test_is_the_day_on_which_its_result_was_registered() -> None:
    row = {"resultaat": "Onbekend", "behaaldeScore": "0,00", "benodigdeScore": "104,05"}
    (found,) = told("toetsresultaten", [{**row, "datumAfname": "2024-02-20"}])
    assert found.geregistreerd_op == date(2024, 2, 20)
    assert (found.score_honderdsten, found.grens_honderdsten) == (0, 10405)


def test_the_day_of_a_fine_is_that_of_the_decision_and_its_amount_is_in_euros() -> None:
    rows = [{"bedrag": 340, "datum": "2027-06-01"}, {"bedrag": 1250.5, "datum": "2028-06-01"}]
    first, second = told("boetes", rows)
    assert (first.bedrag_cents, first.besluit_op) == (34000, date(2027, 6, 1))
    assert second.bedrag_cents == 125050


def test_the_notice_is_dated_by_the_day_on_which_it_was_sent() -> None:
    row = {"indicatorInburgeringsplicht": True, "datumKennisgevingInburgeringsplicht": "2024-01-17"}
    assert told("inburgeringsplicht", row).kennisgeving_op == date(2024, 1, 17)


def test_a_plan_keeps_the_municipality_that_made_it() -> None:
    plan = {"dagtekeningPip": "2024-03-15", "leerroute": "Z"}
    found = told("pip", {"gemeentecode": "0014", "pip": plan})
    assert (found.gemeente, found.dagtekening) == (14, date(2024, 3, 15))
    assert found.leerroute == Word("Z", Leerroute.ZELFREDZAAMHEIDSROUTE)
    assert (found.niveau, found.mag_opleiding_afmaken) == (None, None)


def test_one_line_may_hold_several_decisions_and_each_is_told() -> None:
    found = told("vrijstellingen", [json.loads(ASK["vrijstellingen"].full), {}])
    assert [each.omvang for each in found] == [Omvang.GEHEEL, Omvang.TIJDELIJK, Omvang.GEDEELTELIJK]
    assert found[0].oordeel.choice is Oordeel.AFGEWEZEN
    assert found[2].onderdeel == Word("SP", Examenonderdeel.SPREKEN)


def test_no_hours_of_participation_differ_from_none_told() -> None:
    partial = json.loads(ASK["ontheffingen"].full)["GedeeltelijkeOntheffing"]
    fewer = {name: value for name, value in partial.items() if "uren" not in name}
    rows = [{"GedeeltelijkeOntheffing": partial}, {"GedeeltelijkeOntheffing": fewer}]
    assert [each.participatie_uren for each in told("ontheffingen", rows)] == [0, None]


def test_health_does_not_show_by_itself() -> None:
    whole, partial = told("ontheffingen", [json.loads(ASK["ontheffingen"].full)])
    term = told("inburgeringstermijn", json.loads(ASK["inburgeringstermijn"].full))
    assert "grond" not in repr(whole) + repr(partial) + repr(term)
    assert partial.grond.raw == "MED"
    assert term.grondcode == "3b"


def test_a_word_that_we_do_not_know_is_kept_as_it_was_written() -> None:
    found = told("doelgroep", {"indeling": "Ontheemde"})
    assert found.doelgroep == Word("Ontheemde", None)
    (exam,) = told("examenresultaten", [{**ASK["examenresultaten"].content(), "onderdeel": "ONA"}])
    assert exam.onderdeel == Word("ONA", None)


def test_the_two_groups_of_duo_are_the_two_of_the_law() -> None:
    assert set(words.DOELGROEP.values()) == set(Doelgroep)
    assert set(words.LEERROUTE.values()) == set(Leerroute)
    tables = [value for name, value in vars(words).items() if name.isupper()]
    assert len(tables) == 15
    for table in tables:
        assert len(set(table.values())) == len(table), "two words of DUO for one of ours"
