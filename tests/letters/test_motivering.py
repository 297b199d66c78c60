"""The motivation that is drafted from findings: only what the receipt holds, never a guess."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meedoen.dossier.receipt import receipt
from meedoen.law.brief_file import brief_kinds
from meedoen.law.loader import load_law
from meedoen.law.motivering import claims, draft, grounds_of
from meedoen.law.plain_text import from_plain_json
from meedoen.rules.catalogue import rule_named
from meedoen.rules.choices import Doelgroep
from meedoen.rules.column import Kind
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding

ON, AT = date(2026, 9, 14), datetime(2026, 9, 14, 9, 30, tzinfo=UTC)
MISSED = {
    "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
    "gehuisvest": True,
    "ingeschreven_op": date(2026, 5, 1),
    "oproepen_verstuurd": 1,
    "oproepen_met_goede_reden": 0,
    "laatste_oproep_op": date(2026, 8, 3),
    "termijn_oproep_tot": date(2026, 8, 31),
    "kwam_op_oproep": False,
    "goede_reden": False,
}
KINDS = [each for each in brief_kinds().values() if each.is_besluit and each.rules]
RULES = sorted({rule for kind in KINDS for rule in kind.rules})


def found(facts: dict[str, Any], rules: list[str] | tuple[str, ...]) -> dict[str, Finding]:
    known = Facts.of(ON, facts)
    return {name: rule_named(name).rule(known, load_law()) for name in rules}


def test_a_missed_summons_reads_as_a_jurist_would_write_it_down() -> None:
    text = draft(found(MISSED, ("oproep_termijn.schoot_tekort",)))
    assert text.startswith(
        "U schoot tekort na de oproep. "
        "Dat staat in artikel 14, eerste lid, van de Wet inburgering 2021. Dit zijn de redenen."
    )
    for sentence in (
        "U bent al opgeroepen.",
        "De termijn van de oproep is voorbij.",
        "U kwam niet of werkte niet mee.",
        "U had geen goede reden.",
    ):
        assert sentence in text


def test_nothing_known_gives_no_motivation() -> None:
    assert draft(found({}, ("oproep_termijn.schoot_tekort", "opvang.plan_kan_al"))) == ""


def test_a_day_or_an_amount_is_no_ground() -> None:
    asked = found({"kennisgeving_op": date(2026, 9, 7)}, ("persoonlijk_plan.uiterste_dag",))
    finding = asked["persoonlijk_plan.uiterste_dag"]
    assert finding.value.kind is Kind.DAY
    assert list(grounds_of("persoonlijk_plan.uiterste_dag", finding)) == []


def test_what_is_no_longer_claimed_may_stand() -> None:
    asked = found(MISSED, ("oproep_termijn.schoot_tekort", "oproep.waarschuwing_nodig"))
    text = draft(asked)
    said = claims(text, asked, "oproep.waarschuwing_nodig")
    assert said == "Het college waarschuwt en roept opnieuw op."
    without = "\n".join(line for line in text.splitlines() if said not in line)
    assert claims(without, asked, "oproep.waarschuwing_nodig") == ""
    assert claims(f"  {said.upper()} ", asked, "oproep.waarschuwing_nodig") == said


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_demand_of_a_kind_names_an_answer_that_its_rule_can_give(kind: Any) -> None:
    for eis in kind.eisen:
        answers = found({}, (eis.regel,))[eis.regel].value.kind
        for each in eis.answers:
            assert from_plain_json(answers, each) is not None


def facts() -> st.SearchStrategy[dict[str, Any]]:
    """Random facts of those that these rules ask: days, answers, counts and words."""
    asked = sorted(
        {name for finding in found({}, RULES).values() for name in finding.open_facts(frozenset())}
        | MISSED.keys()
    )
    known = {name: fact for name in asked if (fact := Facts.named(name)) is not None}
    return st.fixed_dictionaries({}, optional={n: _value(f.kind) for n, f in known.items()})


def _value(kind: Any) -> st.SearchStrategy[Any]:
    if kind is Kind.DAY:
        return st.dates(date(2024, 1, 1), date(2026, 12, 31))
    if kind is Kind.ANSWER:
        return st.booleans()
    if isinstance(kind, Kind):
        return st.integers(0, 4)
    return st.sampled_from(list(kind))


@settings(max_examples=60, deadline=None)
@given(facts())
def test_a_draft_says_nothing_that_the_receipt_does_not_hold(known: dict[str, Any]) -> None:
    table = Facts.of(ON, known)
    asked = {name: rule_named(name).rule(table, load_law()) for name in RULES}
    bon = receipt(table, load_law(), RULES, told_by={}, at=AT)
    held = {
        (rule, line["tekst"], line["grond"])
        for rule, tree in bon["regels"].items()
        for line in _lines(tree)
        if line["waarde"] is not None
    }
    for rule, finding in asked.items():
        for ground in grounds_of(rule, finding):
            assert (rule, ground.finding, ground.basis) in held
    text = draft(asked)
    assert "onbekend" not in text
    assert text == draft(asked)
    assert len(text) == len(json.loads(json.dumps(text)))


def _lines(tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield tree
    for part in tree.get("delen", ()):
        yield from _lines(part)
