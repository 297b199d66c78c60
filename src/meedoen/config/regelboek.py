"""The rule book as data: per chapter each rule with its articles, structure, numbers and cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from meedoen.law.cases import Case, case_files, read_cases, run
from meedoen.law.loader import HOME, load_law
from meedoen.law.presentation import first_up, in_words, spoken
from meedoen.law.reading import read_toml
from meedoen.rules.catalogue import CHAPTERS, NamedRule, rules
from meedoen.rules.column import Kind, Plain
from meedoen.rules.fact import Fact
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding
from meedoen.rules.parameters import Law, LawError, Number

NOBODY = Facts.of(date(2024, 3, 16))
JOINS = {0: "alle van deze:", 2: "een van deze:"}
BRANCHES = {0: "zo nee", 2: "zo ja"}


@dataclass(frozen=True)
class Node:
    """One step of a rule as the law writes it: without a person, with every branch."""

    text: str
    basis: str
    label: str
    join: str
    link: str
    children: tuple[Node, ...]


@dataclass(frozen=True)
class Example:
    """A worked case with what each stelsel answers."""

    case: Case
    facts: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Entry:
    """One rule in the book."""

    rule: NamedRule
    title: str
    summary: str
    articles: tuple[str, ...]
    node: Node
    facts: tuple[Fact, ...]
    numbers: tuple[Number, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True)
class Chapter:
    """One chapter of the book."""

    name: str
    title: str
    entries: tuple[Entry, ...]

    @property
    def numbers(self) -> list[Number]:
        """The numbers that its rules use, each once, by name."""
        used = {number.name: number for entry in self.entries for number in entry.numbers}
        return [used[name] for name in sorted(used)]


def chapters(laws: Sequence[tuple[str, Law]], cases: Path | None = None) -> tuple[Chapter, ...]:
    """The whole book; the first law gives structure and numbers, all give the answers.

    `laws`: of each stelsel its title and its law. `cases`: a folder with worked cases, if any.
    """
    first = laws[0][1]
    names = rule_names(first)
    examples = _examples([law.stelsel for _, law in laws], cases)
    entries = [
        _entry(
            rule,
            finding,
            node=_node(finding, names, own={rule.name}),
            law=first,
            examples=examples.get(rule.name, []),
        )
        for rule, finding in _findings(first)
    ]
    found = []
    for module in CHAPTERS:
        name = module.__name__.rpartition(".")[2]
        own = tuple(entry for entry in entries if entry.rule.chapter == name)
        found.append(Chapter(name, first_up(spoken(name)), own))
    return tuple(found)


def stelsels(first: str = "wi2021") -> list[tuple[str, str]]:
    """Name and title of every stelsel, one of them first."""
    found = [read_toml(path)[1] for path in sorted((HOME / "stelsels").glob("*.toml"))]
    named = [(str(table["name"]), str(table["title"])) for table in found]
    return sorted(named, key=lambda pair: (pair[0] != first, pair))


def rule_names(law: Law) -> dict[tuple[str, str], str]:
    """Which rule concludes a text on an article."""
    return {(finding.text, finding.basis): rule.name for rule, finding in _findings(law)}


def _findings(law: Law) -> Iterator[tuple[NamedRule, Finding]]:
    for rule in rules():
        yield rule, rule.rule(NOBODY, law)


def _entry(
    rule: NamedRule, finding: Finding, *, node: Node, law: Law, examples: list[Example]
) -> Entry:
    steps = [step.finding.basis for step in finding.explain()]
    return Entry(
        rule,
        first_up(spoken(rule.function)),
        rule.summary,
        tuple(dict.fromkeys(steps)),
        node,
        tuple(f for f in Facts.all() if f.name in finding.value.facts),
        tuple(law.number(name) for name in sorted(finding.value.numbers)),
        tuple(examples),
    )


def _node(
    finding: Finding, links: dict[tuple[str, str], str], *, own: set[str], label: str = ""
) -> Node:
    link = links.get((finding.text, finding.basis), "")
    if link and link not in own:  # what another rule concludes is told there, once
        return Node(finding.text, finding.basis, label, "", link, ())
    children = tuple(
        _node(part, links, own=own, label=_label(finding, place))
        for place, part in enumerate(finding.parts)
    )
    join = "" if finding.settled_by is None else JOINS[finding.settled_by]
    return Node(finding.text, finding.basis, label, join, "", children)


def _label(finding: Finding, place: int) -> str:
    if finding.paths is None:
        return ""
    if place == 0:
        return "hangt af van"
    value = next((value for value, part in finding.paths.items() if part == place), 0)
    kind = finding.parts[0].value.kind
    return BRANCHES[value] if isinstance(kind, Kind) else f"bij «{kind.words()[value]}»"


def _examples(stelsels: Sequence[str], folder: Path | None) -> dict[str, list[Example]]:
    found: dict[str, list[Example]] = {}
    if folder is None or not folder.is_dir():
        return found
    for case in (case for path in case_files([folder]) for case in read_cases(path)):
        if run(case).passed:
            for rule, _ in case.expect.values():
                found.setdefault(rule.name, []).append(_example(case, rule, stelsels))
    return found


def _example(case: Case, rule: NamedRule, stelsels: Sequence[str]) -> Example:
    facts = tuple(_told(name, value) for name, value in sorted(case.facts.items()))
    answers = tuple((name, _answer(case, rule, load_law(name, case.gemeente))) for name in stelsels)
    return Example(case, facts, answers)


def _told(name: str, value: Plain) -> tuple[str, str]:
    fact = Facts.named(name)
    return spoken(name), in_words(value, Kind.COUNT if fact is None else fact.kind)


def _answer(case: Case, rule: NamedRule, law: Law) -> str:
    try:
        value = rule.rule(Facts.of(case.day, case.facts), law).value
    except LawError as error:
        return f"geen antwoord: {error}"
    return in_words(value.plain(), value.kind)
