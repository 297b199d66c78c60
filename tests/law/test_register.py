"""The register of gebeurtenissen: complete, small, careful; and what it accepts and refuses."""

import ast
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.architecture.source import PACKAGE, files, tree

from meedoen.accounts.roles import Rol
from meedoen.law.articles import citations
from meedoen.law.reading import UNKNOWN_WORD
from meedoen.law.register import (
    RegisterError,
    Soort,
    checked,
    from_plain_json,
    of_no_dossier,
    register,
    to_plain_json,
)
from meedoen.law.register_file import MOST_FACTS
from meedoen.law.soort import BIJZONDER, OFFICIALS, ROLES
from meedoen.rules.catalogue import word_lists
from meedoen.rules.column import Kind, Meaning
from meedoen.rules.fact import Source
from meedoen.rules.facts import Facts, facts_of_dossier

ON = date(2026, 3, 16)
LATER = date(2026, 3, 17)
SOORTEN = sorted(register())
OFFERED = [name for name in SOORTEN if not register()[name].system]


def test_every_fact_of_a_dossier_can_be_recorded() -> None:
    told = {
        fact.name
        for name in OFFERED
        for fact in register()[name].facts
        if fact.is_ != UNKNOWN_WORD  # to forget a fact is not to tell it
    }
    every = {fact.name for fact in Facts.all()}
    assert every - told == set(of_no_dossier())
    without_column = every - {fact.name for fact in facts_of_dossier()}
    assert without_column <= set(of_no_dossier())


@pytest.mark.parametrize("name", SOORTEN)
def test_a_soort_is_small_and_explained(name: str) -> None:
    soort = register()[name]
    # what actions write stands on no form
    assert soort.system or sum(each.asked for each in soort.facts) <= MOST_FACTS
    assert soort.article in citations()
    assert soort.help.endswith((".", "?"))
    assert not soort.label.endswith(".")
    assert "\n" not in soort.help
    assert bool(soort.roles) is not soort.system


@pytest.mark.parametrize("name", OFFERED)
def test_only_officials_judge(name: str) -> None:
    soort = register()[name]
    if any(each.asked and each.fact().source is Source.AMBTENAAR for each in soort.facts):
        assert set(soort.roles) <= OFFICIALS


def test_no_text_about_a_fine_or_from_a_school_is_special() -> None:
    special = {
        soort.name
        for soort in register().values()
        if any(text.privacy == BIJZONDER for text in soort.texts)
    }
    assert "intakegesprek_gevoerd" in special
    for name in special:
        assert register()[name].proces not in {"handhaving", "geld"}
        assert "docent" not in register()[name].roles


def test_the_roles_are_those_of_accounts() -> None:
    assert set(ROLES) <= set(Rol.values)


def test_what_actions_write_is_in_the_register_and_in_no_form() -> None:
    written = {soort for path in files(PACKAGE / "dossier", "*.py") for soort in _written(path)}
    assert "dossier_geopend" in written
    assert all(name in register() and register()[name].system for name in written)


@pytest.mark.parametrize("name", SOORTEN)
def test_what_a_soort_says_itself_is_a_value_of_that_fact(name: str) -> None:
    for each in register()[name].facts:
        if not each.asked:
            said = each.said_by_soort(ON)
            text = to_plain_json(said)
            assert said is None or from_plain_json(each.fact().kind, str(text)) == said


def test_every_soort_can_be_recorded_with_what_it_needs() -> None:
    for name in OFFERED:
        soort = register()[name]
        told = checked(soort, _enough(soort), ON)
        assert set(told.feiten) | set(told.teksten) <= set(soort.names)
        assert {each.name for each in soort.facts if each.required} <= set(told.feiten)


def test_the_day_of_a_kennisgeving_is_the_day_of_the_gebeurtenis() -> None:
    told = checked(register()["kennisgeving_ontvangen"], {"doelgroep": "asielstatushouder"}, ON)
    assert told.feiten["kennisgeving_op"] == ON
    earlier = checked(register()["kennisgeving_ontvangen"], {"kennisgeving_op": "2026-03-02"}, ON)
    assert earlier.feiten == {"kennisgeving_op": date(2026, 3, 2)}


def test_a_new_oproep_forgets_what_was_known_of_the_last_one() -> None:
    told = checked(
        register()["oproep_verzonden"],
        {"oproepen_verstuurd": 2, "termijn_oproep_tot": date(2026, 4, 14)},
        ON,
    )
    assert told.feiten["kwam_op_oproep"] is None
    assert "goede_reden" in told.feiten
    assert told.feiten["termijn_oproep_tot"] > ON  # type: ignore[operator]


def test_empty_is_not_told_and_onbekend_is() -> None:
    soort = register()["kennisgeving_ontvangen"]
    told = checked(soort, {"doelgroep": None, "plicht_begon_op": ""}, ON)
    assert set(told.feiten) == {"kennisgeving_op"}
    assert checked(soort, {"doelgroep": "onbekend"}, ON).feiten["doelgroep"] is None


def test_that_somebody_was_invited_says_something_without_a_fact() -> None:
    assert checked(register()["uitnodiging_verzonden"], {}, ON).feiten == {}


def test_texts_come_apart_and_trimmed() -> None:
    told = checked(register()["contact"], {"notitie": "  Belde af.\n", "vertrouwelijk": " "}, ON)
    assert (told.feiten, told.teksten) == ({}, {"notitie": "Belde af."})


@pytest.mark.parametrize(
    ("soort", "gegevens", "field", "message"),
    [
        ("verblijf_besloten", {}, "verblijfsrecht", "Vul dit in."),
        ("verblijf_besloten", {"verblijfsrecht": "onbekend"}, "verblijfsrecht", "Kies een van"),
        ("ingeschreven", {"gehuisvest": 1}, "gehuisvest", "Kies ja of nee."),
        ("ingeschreven", {"gehuisvest": "misschien"}, "gehuisvest", "Kies ja of nee."),
        ("voldaan", {"plicht_voldaan": False}, "plicht_voldaan", "zegt de gebeurtenis zelf"),
        ("pvt_gevolgd", {"pvt_uren": True}, "pvt_uren", "Vul een heel getal in."),
        ("pvt_gevolgd", {"pvt_uren": "3,5"}, "pvt_uren", "Vul een heel getal in."),
        ("pvt_gevolgd", {"pvt_uren": -1}, "pvt_uren", "Dit kan van 0 uur tot en met"),
        ("map_gevolgd", {"map_themas": 9}, "map_themas", "Dit kan van 0 tot en met 8."),
        ("pvt_gevolgd", {"pvt_activteiten": 1}, "pvt_activteiten", "bedoelt u «pvt_activiteiten»"),
        ("pvt_gevolgd", {}, "", "Vul ten minste één gegeven in."),
        ("gekoppeld", {"gekoppeld_op": LATER}, "gekoppeld_op", "ligt na de dag waarop dit"),
        ("gekoppeld", {"gekoppeld_op": "16-03-2026"}, "gekoppeld_op", "Dit is geen dag."),
        ("gekoppeld", {"gekoppeld_op": "2026-02-30"}, "gekoppeld_op", "Dit is geen dag."),
        ("gekoppeld", {"gekoppeld_op": datetime(2026, 3, 1)}, "gekoppeld_op", "geen dag"),  # noqa: DTZ001
        ("gekoppeld", {"gekoppeld_op": "1999-01-01"}, "gekoppeld_op", "Dit kan van 1 januari"),
        ("herstel", {"reden": "  "}, "reden", "Vul dit in."),
        ("contact", {"notitie": 3}, "notitie", "Dit is geen tekst."),
        ("contact", {"notitie": "x" * 2001}, "notitie", "te lang: 2001 tekens"),
        ("contact", {"notitie": "a\x00b"}, "notitie", "niet kan worden bewaard"),
        (
            "opleiding_gemeld",
            {
                "opleiding": "entreeopleiding",
                "entree_van": "2025-09-01",
                "entree_tot": "2025-01-01",
            },
            "entree_tot",
            "Dit past niet bij «dag van inschrijving bij de entreeopleiding»",
        ),
    ],
)
def test_what_is_wrong_is_refused_per_field(
    soort: str, gegevens: dict[str, Any], field: str, message: str
) -> None:
    with pytest.raises(RegisterError) as caught:
        checked(register()[soort], gegevens, ON)
    assert message in caught.value.fields[field]
    assert list(caught.value.fields) == [field]


def test_all_that_is_wrong_is_said_at_once() -> None:
    wrong = {"oproepen_verstuurd": "veel", "termijn_oproep_tot": None, "iets": 1}
    with pytest.raises(RegisterError) as caught:
        checked(register()["oproep_verzonden"], wrong, ON)
    assert set(caught.value.fields) == {"oproepen_verstuurd", "termijn_oproep_tot", "iets"}


def test_what_contradicts_the_dossier_is_refused_on_the_new_field() -> None:
    soort = register()["kennisgeving_ontvangen"]
    known = {"plicht_begon_op": LATER, "geboren_op": date(1990, 1, 1)}
    with pytest.raises(RegisterError) as caught:
        checked(soort, {}, ON, known=known)
    assert set(caught.value.fields) == {"kennisgeving_op"}
    # contradictions between old facts are not the fault of who tells something new
    old = {"opleiding_tot": LATER, "entree_van": ON}
    assert checked(soort, {}, ON, known=old).feiten == {"kennisgeving_op": ON}


def _values(kind: Meaning) -> st.SearchStrategy[Any]:
    if not isinstance(kind, Kind):
        return st.sampled_from(list(kind))
    if kind is Kind.ANSWER:
        return st.booleans()
    return st.dates() if kind is Kind.DAY else st.integers(-(10**17), 10**17)


KINDS: list[Meaning] = [*Kind, *word_lists().values()]


@given(st.sampled_from(KINDS).flatmap(lambda kind: st.tuples(st.just(kind), _values(kind))))
def test_a_value_survives_being_written_down(pair: tuple[Meaning, Any]) -> None:
    kind, value = pair
    text = to_plain_json(value)
    assert text is not None
    assert from_plain_json(kind, text) == value


@given(st.sampled_from(KINDS), st.text(max_size=12))
def test_a_value_has_one_text_only(kind: Meaning, text: str) -> None:
    try:
        value = from_plain_json(kind, text)
    except ValueError:
        return
    assert to_plain_json(value) == text


def test_no_word_reads_as_unknown() -> None:
    words = [word for kind in word_lists().values() for word in kind.words()]
    assert UNKNOWN_WORD not in words
    assert "" not in words


def _written(path: Path) -> Iterator[str]:
    """The soorten that this module appends to a diary itself."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"append", "_note"}:
            for argument in node.args[1:]:
                if isinstance(argument, ast.Constant):
                    yield str(argument.value)


def _enough(soort: Soort) -> dict[str, Any]:
    """What must be told of this soort, or one thing where nothing must."""
    told = {each.name: _some(each.fact().kind) for each in soort.facts if each.required}
    told |= {each.name: "Iets." for each in soort.texts if each.required}
    return told or dict(_first_asked(soort))


def _first_asked(soort: Soort) -> Iterator[tuple[str, Any]]:
    for each in soort.facts:
        if each.asked:
            yield each.name, _some(each.fact().kind)
            return


def _some(kind: Meaning) -> Any:
    if not isinstance(kind, Kind):
        return next(iter(kind))
    return {Kind.ANSWER: True, Kind.DAY: ON}.get(kind, 1)
