"""Every citation exists on every day on which its rule can be asked; every number is used."""

import ast
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from tests.architecture.source import PACKAGE, shown

from meedoen.law.loader import HOME, load_law
from meedoen.rules import catalogue
from meedoen.rules.facts import Facts

LAWS = (
    "AVG",
    "Wi",
    "Bi",
    "Ri",
    "AOW",
    "Pw",
    "Awb",
    "Atw",
    "Vw",
    "Vb",
    "Hw",
    "RWN",
    "Fvw",
    "Sel",
    "Brief",
)
LOOKS_LIKE_ONE = re.compile(rf"(({'|'.join(LAWS)}) [\w.:-]+|Ri bijlage .*|DUO [A-Z]+-\d+)")
BEGAN = date(2022, 1, 1)
LAW = load_law("wi2021")


@dataclass(frozen=True)
class Article:
    """One row of articles.csv: from when a part exists, under this number or an older one."""

    from_: date
    until: str
    was: str

    def there_on(self, day: date) -> bool:
        """The words existed on that day, under this number or the one before."""
        return self.from_ <= day or bool(self.was)


def _articles() -> dict[tuple[str, str, str], Article]:
    with (HOME / "articles.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["law"], row["article"], row["part"]): Article(
                date.fromisoformat(row["from"]), row["until"], row["was"]
            )
            for row in csv.DictReader(file)
        }


ARTICLES = _articles()


def _article(citation: str) -> Article | None:
    law, _, rest = citation.partition(" ")
    # the article of the Awb holds a colon itself (5:53), then perhaps a part (5:53:1)
    pieces = rest.split(":")
    size = 2 if law == "Awb" else 1
    return ARTICLES.get((law, ":".join(pieces[:size]), ":".join(pieces[size:])))


def _citations() -> Iterator[tuple[Path, str]]:
    for path in sorted((PACKAGE / "rules").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and LOOKS_LIKE_ONE.fullmatch(str(node.value)):
                yield path, str(node.value)


def _days_of_numbers_in(path: Path) -> set[date]:
    """The days on which a number changes that this module asks for."""
    text = path.read_text("utf-8")
    used = [n for name, n in LAW.numbers.items() if re.search(rf"\b{name}\b", text)]
    return {v.from_ for n in used for v in n.versions} | {
        v.value for n in used for v in n.versions if isinstance(v.value, date)
    }


CITED = sorted({(shown(path), path, citation) for path, citation in _citations()})


def test_there_are_citations() -> None:
    assert len(CITED) > 100


@pytest.mark.parametrize(("place", "path", "citation"), CITED, ids=str)
def test_a_citation_exists(place: str, path: Path, citation: str) -> None:
    article = _article(citation)
    assert article is not None, f"{place} cites {citation}, which is not in articles.csv"
    if citation.startswith("DUO") or article.there_on(BEGAN):
        return
    assert article.from_ in _days_of_numbers_in(path), (
        f"{place} cites {citation}, which exists since {article.from_}: "
        "the rule needs a number that changes on that day"
    )


@pytest.mark.parametrize("name", sorted(LAW.numbers))
def test_a_number_rests_on_an_article(name: str) -> None:
    number = LAW.number(name)
    article = _article(number.article)
    assert article is not None, f"{name}: {number.article} is not in articles.csv"
    for version in number.versions:
        young = not article.there_on(version.from_)
        assert not young or "voor die dag" in version.source or version.value in (False, None), name


def test_every_finding_rests_on_one_citation() -> None:
    nobody = Facts.of(date(2024, 3, 16))
    for rule in catalogue.rules():
        for step in rule.rule(nobody, LAW).explain():
            assert _article(step.finding.basis), f"{rule.name}: {step.finding.basis}"


def test_every_number_is_used() -> None:
    nobody = Facts.of(date(2024, 3, 16))
    used = set[str]().union(*(rule.rule(nobody, LAW).value.numbers for rule in catalogue.rules()))
    assert set(LAW.numbers) == used


def test_every_fact_is_used() -> None:
    """By a rule, or to find facts that exclude each other."""
    nobody = Facts.of(date(2024, 3, 16))
    used = set[str]().union(*(rule.rule(nobody, LAW).value.facts for rule in catalogue.rules()))
    contradicting = (PACKAGE / "rules" / "tegenspraak.py").read_text("utf-8")
    idle = [
        f.name for f in Facts.all() if f.name not in used and f'"{f.name}"' not in contradicting
    ]
    assert not idle
