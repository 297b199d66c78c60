"""How findings look on paper and on a terminal: Dutch words for values, a tree for reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from babel.dates import format_date

from meedoen.rules.choices import Choice
from meedoen.rules.column import Kind, Meaning, Plain
from meedoen.rules.facts import Facts
from meedoen.rules.logic import Finding

# one, many
UNITS = {
    Kind.YEARS: ("jaar", "jaar"),
    Kind.MONTHS: ("maand", "maanden"),
    Kind.WEEKS: ("week", "weken"),
    Kind.DAYS: ("dag", "dagen"),
    Kind.HOURS: ("uur", "uur"),
    Kind.PERCENT: ("%", "%"),
}


def in_words(value: Plain, kind: Meaning) -> str:
    """A value as people read it: ja, 16 maart 2026, € 384,00, 18 maanden, B1-route."""
    if value is None:
        return "onbekend"
    if isinstance(value, Choice):
        return str(value.value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return format_date(value, "d MMMM y", locale="nl")
    if kind is Kind.CENTS:
        return _amount(value)
    one, many = UNITS.get(kind, ("", "")) if isinstance(kind, Kind) else ("", "")
    return f"{value} {one if value == 1 else many}".strip()


def _amount(cents: int) -> str:
    euros = f"{abs(cents) // 100:,}".replace(",", ".")
    return f"{'-' if cents < 0 else ''}€ {euros},{abs(cents) % 100:02d}"


def tree(finding: Finding, facts: Facts, row: int = 0) -> Iterator[str]:
    """The reasons of one person, indented: text, value, article, and what a leaf was made from."""
    known = facts.row(row)
    for step in finding.explain(row):
        found = step.finding
        value = in_words(found.value.plain(row), found.value.kind)
        made_from = "; ".join(grounds(found, known, row))
        tail = f"   ({made_from})" if made_from else ""
        yield f"{'  ' * step.depth}{found.text}: {value}   [{found.basis}]{tail}"


def grounds(finding: Finding, known: Mapping[str, Plain], row: int) -> Iterator[str]:
    """The facts and numbers that a finding used itself, not through its parts, with values."""
    through = [part.value for part in finding.parts]
    own = finding.value.facts.difference(*(column.facts for column in through))
    used = finding.value.used.difference(*(column.used for column in through))
    value = finding.value.plain(row)
    if any(number.kind is finding.value.kind and number.plain(row) == value for number in used):
        return  # the finding is that number
    if list(map(known.get, own)) == [value]:
        return  # the finding is that fact
    for name in sorted(own & known.keys()):
        fact = Facts.named(name)
        if fact is not None:
            yield f"{spoken(name)}: {in_words(known[name], fact.kind)}"
    for number in sorted(used, key=lambda number: number.name):
        yield f"{spoken(number.name)}: {in_words(number.plain(row), number.kind)}"


# the abbreviations that the field itself speaks
ABBREVIATIONS = frozenset(
    {"a1", "a2", "aow", "b1", "b2", "brp", "bsn", "coa", "duo", "eer", "eu", "ind", "knm", "map"}
    | {"nt2", "ona", "pip", "pvt", "vve"}
)


def spoken(name: str) -> str:
    """A name of the code as people say it: «dagtekening eerste PIP»."""
    words = name.split("_")
    return " ".join(word.upper() if word in ABBREVIATIONS else word for word in words)


def questions(finding: Finding, facts: Facts, row: int = 0) -> Iterator[str]:
    """What is still to ask for an answer, and who can tell."""
    for name in sorted(finding.open_facts(facts.known(row), row)):
        fact = Facts.named(name)
        if fact is not None:
            yield f"{name}: {fact.meaning}; vraag {fact.source.value}"


def first_up(text: str) -> str:
    """The text with a capital at the start; the rest, such as PIP, stays as it is."""
    return text[:1].upper() + text[1:]
