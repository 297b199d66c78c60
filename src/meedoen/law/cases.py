"""Worked cases that a jurist can read: TOML files that say what the law must answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from meedoen.law.facts_file import check_day, facts_of
from meedoen.law.loader import HOME as LAW_HOME
from meedoen.law.loader import choose_file, load_law
from meedoen.law.reading import (
    Place,
    TomlError,
    check_keys,
    day_of,
    plain_of,
    read_toml,
    table_of,
    tables_of,
    text_of,
)
from meedoen.rules.catalogue import NamedRule, rule_named
from meedoen.rules.column import Plain
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding
from meedoen.rules.parameters import Law, LawError

FILE_KEYS = ("stelsel", "case")
CASE_KEYS = (
    "id", "title", "rule", "day", "basis", "note", "gemeente", "facts", "expect", "asks",
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One worked case: the facts of a person, a day, and what the rules must answer."""

    place: Place
    id: str
    title: str
    rule: NamedRule
    day: date
    basis: str
    note: str
    stelsel: str
    gemeente: str | None
    facts: Mapping[str, Plain]
    expect: Mapping[str, tuple[NamedRule, object]]
    asks: frozenset[str] | None


@dataclass(frozen=True)
class Difference:
    """An answer that is not the expected one, with the finding that explains it."""

    name: str
    expected: str
    got: Plain | frozenset[str]
    finding: Finding


@dataclass(frozen=True)
class Result:
    """How one case ended; `error` where the law has no answer."""

    case: Case
    differences: tuple[Difference, ...] = ()
    error: str = ""
    findings: Mapping[str, Finding] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        """Every answer is the expected one."""
        return not self.differences and not self.error


def case_files(paths: list[Path]) -> list[Path]:
    """The files named, and all TOML files under the folders named, in order of name."""
    files: list[Path] = []
    for path in paths:
        found = sorted(path.rglob("*.toml")) if path.is_dir() else [path]
        if not found:
            raise TomlError(f"{path}: in deze map staan geen bestanden met gevallen (.toml)")
        files += found
    return files


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of one file. Errors: TomlError with file, line and what is allowed."""
    place, content = read_toml(path)
    check_keys(place, content, FILE_KEYS)
    stelsel = text_of(place, content, "stelsel")
    try:
        choose_file(LAW_HOME / "stelsels", stelsel, "stelsel")
    except TomlError as error:
        raise (place / "stelsel").error(str(error)) from error
    for spot, table in tables_of(place / "case", content.get("case", [])):
        yield _case(spot, table, stelsel)


def run(case: Case) -> Result:
    """Ask the rules and compare."""
    law = load_law(case.stelsel, case.gemeente)
    facts = Facts.of(case.day, case.facts)
    try:
        findings = {name: rule.rule(facts, law) for name, (rule, _) in case.expect.items()}
    except LawError as error:
        return Result(case, error=str(error))
    differences = [*_wrong_answers(case, findings), *_wrong_questions(case, facts, law)]
    return Result(case, tuple(differences), findings=findings)


def _wrong_answers(case: Case, findings: Mapping[str, Finding]) -> Iterator[Difference]:
    for name, (_, wanted) in case.expect.items():
        finding = findings[name]
        expected = plain_of(case.place / "expect" / name, wanted, finding.value.kind)
        if finding.value.plain() != expected:
            yield Difference(name, str(wanted), finding.value.plain(), finding)


def _wrong_questions(case: Case, facts: Facts, law: Law) -> Iterator[Difference]:
    if case.asks is None:
        return
    finding = case.rule.rule(facts, law)
    asked = finding.open_facts(facts.known())
    if asked != case.asks:
        yield Difference("asks", ", ".join(sorted(case.asks)), asked, finding)


def _case(place: Place, table: Mapping[str, Any], stelsel: str) -> Case:
    check_keys(place, table, CASE_KEYS)
    rule = _rule_of(place / "rule", text_of(place, table, "rule"))
    expect = table_of(place / "expect", table.get("expect"))
    if not expect:
        raise (place / "expect").error("hier hoort ten minste een verwacht antwoord te staan")
    gemeente = text_of(place, table, "gemeente") if "gemeente" in table else None
    return Case(
        place,
        text_of(place, table, "id"),
        text_of(place, table, "title"),
        rule,
        check_day(place / "day", day_of(place, table, "day")),
        text_of(place, table, "basis"),
        text_of(place, table, "note") if "note" in table else "",
        stelsel,
        gemeente,
        facts_of(place / "facts", table_of(place / "facts", table.get("facts", {}))),
        {name: (_output(place / "expect" / name, rule, name), v) for name, v in expect.items()},
        _asks(place / "asks", table["asks"]) if "asks" in table else None,
    )


def _output(place: Place, rule: NamedRule, name: str) -> NamedRule:
    return _rule_of(place, name if "." in name else f"{rule.chapter}.{name}")


def _rule_of(place: Place, name: str) -> NamedRule:
    try:
        return rule_named(name)
    except KeyError as error:
        raise place.error(str(error.args[0])) from error


def _asks(place: Place, names: object) -> frozenset[str]:
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise place.error("hier hoort een lijst van namen van feiten te staan")
    check_keys(place, dict.fromkeys(names), [fact.name for fact in Facts.all()])
    return frozenset(names)
