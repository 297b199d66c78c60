"""The open readings of the chapters on money, each both ways; and a list known later."""

from dataclasses import replace
from datetime import date

import pytest

from meedoen.law.loader import load_law
from meedoen.rules.catalogue import rule_named
from meedoen.rules.choices import Diploma, Leerroute, Termijn, Verblijfsrecht
from meedoen.rules.choices_geld import EisenEuGroep, Huishouden, Leendoel
from meedoen.rules.column import Plain
from meedoen.rules.facts import Facts
from meedoen.rules.parameters import Law, Version

DAY = date(2026, 3, 16)


def law_with(**values: Plain) -> Law:
    """The law in which these readings have another value."""
    law = load_law()
    numbers = dict(law.numbers)
    for name, value in values.items():
        version = Version(date(2022, 1, 1), None, date(2022, 1, 1), value, "alleen in deze test")
        numbers[name] = replace(numbers[name], versions=(version,))
    return replace(law, numbers=numbers)


def ask(name: str, facts: dict[str, Plain], law: Law) -> Plain:
    """What one rule says of one person under this law."""
    return rule_named(name).rule(Facts.of(DAY, facts), law).value.plain()


TAILORED: dict[str, Plain] = {
    "recht_op_bijstand_vanaf": date(2025, 10, 1),
    "bijstand_beeindigd": False,
    "maatwerk_ontzorgen": True,
}


@pytest.mark.parametrize(
    ("possible", "until", "end"),
    [
        (False, date(2026, 1, 15), date(2026, 4, 1)),
        (True, date(2026, 1, 15), date(2026, 1, 15)),
        (True, date(2026, 9, 1), date(2026, 4, 1)),
    ],
)
def test_tailoring_shortens_ontzorgen_where_a_municipality_reads_it_so(
    possible: bool, until: date, end: date
) -> None:
    facts = TAILORED | {"maatwerk_ontzorgen_tot": until}
    law = law_with(maatwerk_ontzorgen_mogelijk=possible)
    assert ask("ontzorgen.einde_ontzorgen", facts, law) == end
    nobody_did = facts | {"maatwerk_ontzorgen": False}
    assert ask("ontzorgen.einde_ontzorgen", nobody_did, law) == date(2026, 4, 1)


@pytest.mark.parametrize(("waits", "cents"), [(True, 130061), (False, 136906)])
def test_the_holiday_allowance_waits_or_is_paid_each_month(waits: bool, cents: int) -> None:
    facts: dict[str, Plain] = {
        "bijstandsmaand": date(2025, 8, 1),
        "huishouden": Huishouden.ALLEENSTAANDE,
        "kostendelende_medebewoners": 0,
        "inkomen_in_maand": 0,
    }
    law = law_with(vakantietoeslag_blijft_staan=waits)
    assert ask("bijstand.berekende_bijstand", facts, law) == cents


@pytest.mark.parametrize(
    ("reading", "years", "may"),
    [
        (EisenEuGroep.ALLE, 0, True),
        (EisenEuGroep.ALLE, 8, False),
        (EisenEuGroep.EEN, 8, True),
    ],
)
def test_the_eu_group_meets_all_demands_or_one(
    reading: EisenEuGroep, years: int, may: bool
) -> None:
    facts: dict[str, Plain] = {
        "lening_gevraagd_op": date(2026, 3, 1),
        "verblijfsrecht": Verblijfsrecht.UNIERECHT,
        "onderdaan_eu_eer_zwitserland": True,
        "geboren_op": date(1990, 5, 1),
        "leerplichtige_jaren": years,
        "ingeschreven_bij_opleiding": False,
        "nu_leerplichtig": False,
        "voldoende_ingeburgerd": False,
        "diploma": Diploma.ANDER,
    }
    law = law_with(eisen_lening_eu_groep=reading)
    assert ask("lening_voorwaarden.eu_groep_voldoet", facts, law) is may


@pytest.mark.parametrize("paid", [True, False])
def test_money_is_paid_out_in_a_procedure_or_not(paid: bool) -> None:
    facts: dict[str, Plain] = {
        "verklaring_cursusuren_op": date(2026, 3, 1),
        "ingezetene": True,
        "verblijfsrecht": Verblijfsrecht.PROCEDURE,
        "procedure_sluit_aan": True,
        "geboren_op": date(1990, 5, 1),
        "onderdaan_eu_eer_zwitserland": False,
        "familielid_van_unieburger": False,
        "inburgering_elders_in_eu": False,
        "verdrag_sluit_plicht_uit": False,
        "viel_onder_wi2013": False,
        "plicht_voldaan": False,
        "niet_meer_plichtig": False,
        "soort_termijn": Termijn.VERLENGDE,
        "einde_huidige_termijn": date(2027, 1, 1),
    }
    law = law_with(lening_in_procedure=paid)
    assert ask("lening.uitbetalen_mogelijk", facts, law) is paid


@pytest.mark.parametrize(("months", "begin"), [(6, date(2026, 8, 1)), (0, date(2026, 2, 1))])
def test_paying_back_begins_after_the_aanloopfase_or_the_moment_itself(
    months: int, begin: date
) -> None:
    facts: dict[str, Plain] = {
        "verblijfsrecht": Verblijfsrecht.REGULIER,
        "plicht_voldaan": True,
        "plicht_geeindigd_op": date(2026, 1, 10),
        "soort_termijn": Termijn.VERLENGDE,
        "einde_huidige_termijn": date(2027, 1, 1),
        "eerder_terugbetalen_gevraagd": False,
    }
    law = law_with(aanloopfase=months)
    assert ask("terugbetaling.begin_terugbetaling", facts, law) == begin


@pytest.mark.parametrize(
    ("purpose", "before", "since"),
    [
        (Leendoel.TAALSCHAKELTRAJECT, True, False),
        (Leendoel.EXAMEN_ONA, False, True),
        (Leendoel.EXAMEN, True, True),
    ],
)
def test_the_own_list_of_the_eu_group_works_back_but_was_known_later(
    purpose: Leendoel, before: bool, since: bool
) -> None:
    facts: dict[str, Plain] = {
        "lening_gevraagd_op": date(2024, 5, 6),
        "verblijfsrecht": Verblijfsrecht.UNIERECHT,
        "leendoel": purpose,
        "leerroute": Leerroute.ONDERWIJSROUTE,
        "opleiding_is_taalschakeltraject": True,
        "instelling_heeft_diploma_erkenning": True,
    }
    law = load_law()
    then = law.as_known_on(date(2025, 7, 9))
    assert ask("lening_voorwaarden.doel_toegestaan", facts, then) is before
    assert ask("lening_voorwaarden.doel_toegestaan", facts, law) is since
