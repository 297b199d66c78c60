"""Open readings of the chapters bekostiging, doorwerking and bewaartermijn, and exact shares."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meedoen.law.loader import load_law
from meedoen.rules.catalogue import rule_named
from meedoen.rules.choices_gegevens import (
    Bewaarregel,
    Inburgeringsdocument,
    SoortGegevens,
)
from meedoen.rules.column import Column, Kind, Plain, column_of, constant
from meedoen.rules.facts import Facts
from meedoen.rules.logic import share_of, share_up, times
from meedoen.rules.parameters import Law, Version

DAY = date(2026, 11, 16)
IN_2026: dict[str, Plain] = {"uitvoeringsjaar_op": date(2026, 1, 1)}
ENDED: dict[str, Plain] = {
    "plicht_geeindigd_op": date(2026, 5, 1),
    "zaak_geeindigd_op": date(2026, 5, 1),
    "overleden": False,
}
amounts = st.integers(0, 10**12)


def law_with(**values: Plain) -> Law:
    """The law in which these numbers and readings have another value."""
    law = load_law()
    numbers = dict(law.numbers)
    for name, value in values.items():
        version = Version(date(2022, 1, 1), None, date(2022, 1, 1), value, "alleen in deze test")
        numbers[name] = replace(numbers[name], versions=(version,))
    return replace(law, numbers=numbers)


def ask(name: str, facts: dict[str, Plain], **values: Plain) -> Plain:
    """What one rule says under these readings."""
    return rule_named(name).rule(Facts.of(DAY, facts), law_with(**values)).value.plain()


def cents(*values: Plain) -> Column:
    """A column of money."""
    return column_of(values, Kind.CENTS)


@given(amount=amounts, part=amounts, rest=amounts)
def test_a_share_is_exact(amount: int, part: int, rest: int) -> None:
    """Also where amount x part is far above what 64 bits hold."""
    whole = part + rest
    shared = share_of(cents(amount), cents(part), cents(whole)).plain()
    up = share_up(cents(amount), cents(part), cents(whole)).plain()
    if whole == 0:
        assert shared is None
        assert up is None
        return
    exact = Fraction(amount * part, whole)
    assert shared == floor(exact + Fraction(1, 2))
    assert up == ceil(exact)


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(1, 2, 1), (1, 3, 0), (2, 3, 1), (3, 2, None), (0, 0, None), (None, 2, None), (1, None, None)],
)
def test_shares_of_one_cent(part: Plain, whole: Plain, expected: Plain) -> None:
    assert share_of(cents(1), cents(part), cents(whole)).plain() == expected


def test_nothing_of_something_unknown_is_nothing() -> None:
    counts = column_of([0, None, None, 2, 3], Kind.COUNT)
    found = times(counts, cents(None, 0, 5, 7, None))
    assert [found.plain(row) for row in range(5)] == [0, 0, None, 14, None]


def test_kinds_of_a_share_do_not_mix() -> None:
    with pytest.raises(TypeError):
        share_of(cents(1), constant(1, Kind.COUNT), cents(2))


def test_the_extra_budget_of_both_grants_once_it_is_fixed() -> None:
    """Bi 10.2:4 and 10.1:6: as soon as the Regeling names PO and the amount."""
    fixed: dict[str, Plain] = {"bedrag_onderwijsroute": 700_001, "deel_onderwijsroute": 15}
    definitive = IN_2026 | {"asielstatushouders_onderwijsroute": 3}
    assert ask("bekostiging.aanvullend_budget", definitive, **fixed) == 2_100_003
    provisional = IN_2026 | {
        "landelijke_prognose": 11,
        "inwoners_gemeente": 1,
        "inwoners_nederland": 1,
    }
    # 11 x 7,000.01 x 70 % x 15 % = 8,085.01155
    assert ask("bekostiging_voorlopig.aanvullend_budget", provisional, **fixed) == 808_501


def test_the_first_year_of_performance_is_a_reading() -> None:
    facts = IN_2026 | {"trajecten_afgerond": 4, "trajecten_afgerond_sinds_2022": 7}
    rule = "bekostiging.afgeronde_trajecten"
    assert ask(rule, facts) == 7 * 85651
    assert ask(rule, facts, eerste_jaar_met_prestatie=date(2024, 1, 1)) == 4 * 85651


def test_the_reserve_is_capped_by_its_percentage() -> None:
    facts = IN_2026 | {"definitieve_uitkering": 1000, "besteed_bedrag": 100}
    rule = "bekostiging_verantwoording.te_reserveren_hoogstens"
    assert ask(rule, facts, reserveringsruimte=50) == 500
    assert ask(rule, facts, reserveringsruimte=100) == 900


@pytest.mark.parametrize(
    ("soort", "keuze", "expected"),
    [
        (SoortGegevens.TRAJECTDOSSIER, Bewaarregel.BESLUIT, date(2031, 5, 1)),
        (SoortGegevens.TRAJECTDOSSIER, Bewaarregel.SELECTIELIJST, date(2036, 5, 1)),
        (SoortGegevens.BOETEDOSSIER, Bewaarregel.BESLUIT, date(2031, 5, 1)),
        (SoortGegevens.BOETEDOSSIER, Bewaarregel.SELECTIELIJST, date(2033, 5, 1)),
        (SoortGegevens.GEWONE_GEGEVENS, Bewaarregel.SELECTIELIJST, date(2031, 5, 1)),
        (SoortGegevens.BOETEDOSSIER, None, None),
    ],
)
def test_a_municipality_chooses(
    soort: SoortGegevens, keuze: Bewaarregel | None, expected: Plain
) -> None:
    facts = ENDED | {"soort_gegevens": soort}
    assert ask("bewaartermijn.laatste_dag", facts, bewaarregel_bij_strijd=keuze) == expected


@pytest.mark.parametrize(
    ("reading", "expected"), [(True, date(2028, 8, 9)), (False, date(2076, 5, 1))]
)
def test_death_and_the_fifty_years(reading: bool, expected: date) -> None:
    facts = ENDED | {
        "overleden": True,
        "overleden_op": date(2028, 8, 9),
        "soort_gegevens": SoortGegevens.BASISGEGEVENS,
    }
    rule = "bewaartermijn.laatste_dag_volgens_besluit"
    assert ask(rule, facts, overlijden_gaat_voor_langere_termijn=reading) == expected


@pytest.mark.parametrize("reading", [True, False, None])
def test_the_certificate_and_naturalisation(reading: bool | None) -> None:
    facts: dict[str, Plain] = {
        "sterker_recht_gevraagd_op": DAY,
        "inburgeringsdocument": Inburgeringsdocument.CERTIFICAAT,
    }
    rule = "doorwerking.document_genoeg_voor_naturalisatie"
    assert ask(rule, facts, certificaat_genoeg_voor_naturalisatie=reading) is reading


@pytest.mark.parametrize(
    ("known_on", "expected"), [(date(2026, 4, 18), 70672), (date(2026, 4, 17), None)]
)
def test_amounts_of_2026_before_their_text(known_on: date, expected: Plain) -> None:
    """The amount of 2025 never fills in for one that was not known yet."""
    facts = Facts.of(DAY, IN_2026 | {"migranten_dit_jaar": 1})
    rule = rule_named("bekostiging.deel_migranten").rule
    found = rule(facts, load_law().as_known_on(known_on)).value.plain()
    assert found == expected
