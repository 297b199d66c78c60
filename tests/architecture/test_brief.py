"""docs/brief.md: every statement of the letter has one row, and the row tells the truth."""

import ast
import re
from collections import Counter
from dataclasses import dataclass

import pytest
from tests.architecture.source import ROOT, files

from meedoen.law.loader import load_law
from meedoen.rules.catalogue import rules

PAGE = ROOT / "docs" / "brief.md"
STATEMENTS = [f"L{number}" for number in range(1, 129)]
WAYS = ("rule ", "number ", "screen: ", "data: ", "policy, no software: ")
MARKS = ("=", "+", "~", "−")
NAME = re.compile(r"`([\w.]+)`")
# a reason of one word is none
REASON = re.compile(r"policy, no software: (\S+\s+){4,}\S+")


@dataclass(frozen=True)
class Row:
    """One statement of the letter, and where it is."""

    statement: str
    letter: str
    mark: str
    how: str
    test: str


def _rows() -> list[Row]:
    lines = PAGE.read_text("utf-8").splitlines()
    return [
        Row(*(cell.strip() for cell in line.split("|")[1:-1]))
        for line in lines
        if re.match(r"\| L\d", line)
    ]


def _claims() -> set[str]:
    """The statements that a test claims to hold, by its marker."""
    return {
        str(ast.literal_eval(call.args[0]))
        for path in files(ROOT / "tests", "*.py")
        for test in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(test, ast.FunctionDef) and test.name.startswith("test_")
        for call in test.decorator_list
        if isinstance(call, ast.Call) and ast.unparse(call.func) == "pytest.mark.brief"
    }


ROWS = _rows()
every_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.statement)


def test_every_statement_has_one_row() -> None:
    assert [row.statement for row in ROWS] == STATEMENTS


@every_row
def test_a_row_is_complete(row: Row) -> None:
    assert row.letter
    assert row.mark in MARKS
    assert row.how.startswith(WAYS)


@every_row
def test_what_a_row_names_exists(row: Row) -> None:
    known = {rule.name for rule in rules()} | set(load_law("hoofdlijnen2018").numbers)
    assert not [name for name in NAME.findall(row.how) if name not in known]
    assert bool(NAME.findall(row.how)) == row.how.startswith(("rule ", "number "))


@every_row
def test_a_difference_is_in_the_law_or_needs_no_software(row: Row) -> None:
    """What the law changed is a rule, a number, or policy with a reason; not a promise."""
    if row.mark != "=" or row.how.startswith("policy"):
        assert row.how.startswith(("rule ", "number ")) or REASON.fullmatch(row.how)


def test_rows_and_tests_claim_the_same() -> None:
    for row in ROWS:
        assert row.test in ("", f'`@pytest.mark.brief("{row.statement}")`')
    assert {row.statement for row in ROWS if row.test} == _claims()


def test_what_the_letter_replaces_has_a_row_that_names_it() -> None:
    """The number cites a statement, and the row of that statement names the number."""
    rows = {row.statement: row for row in ROWS}
    numbers = load_law("hoofdlijnen2018").numbers.values()
    replaced = [number for number in numbers if number.instead_of]
    assert len(replaced) > 10
    for number in replaced:
        law, _, statement = number.article.partition(" ")
        assert law == "Brief"
        assert number.name in NAME.findall(rows[statement].how), number.name


def test_no_two_rows_say_the_same() -> None:
    assert not [text for text, times in Counter(row.letter for row in ROWS).items() if times > 1]
