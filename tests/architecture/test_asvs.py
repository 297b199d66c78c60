"""docs/asvs: every item of the standard once, with evidence that is there."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from tests.architecture.source import PACKAGE, ROOT

FOLDER = ROOT / "docs" / "asvs"
STATUS = ("built", "partly", "not yet", "not applicable")
# How many items of level 1 and 2 each chapter of ASVS 5.0.0 has.
ITEMS = dict(
    enumerate((27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7), start=1)
)  # fmt: skip
ROW = re.compile(r"^\| v5\.0\.0-(\d+)\.(\d+)\.(\d+) \| ([12]) \| (.+?) \| (.+?) \| (.+) \|$")
# All that our scripts keep in the browser, and why that harms nobody.
KEPT = {
    (
        "huis.js",
        "KEYS_OFF",
        '"1"',
    ): "whether somebody wants the keys: a wish, of nobody in particular",
    ("sessie.js", "KEY", "JSON.stringify(ends)"): "when the session ends, so that all tabs know",
}
CHAPTER = re.compile(r"^## (V(\d+) .+)$", re.MULTILINE)
NAMED = re.compile(
    r"`((?:src|tests|docs)/[\w./-]+|Dockerfile|[A-Z]+\.md|uv\.lock|pyproject\.toml)(?:::(\w+))?`"
)


@dataclass(frozen=True)
class Item:
    """One row: the number of its chapter, its whole id, level, status and evidence."""

    chapter: int
    id: str
    level: str
    status: str
    evidence: str


def items() -> Iterator[Item]:
    """Every row of every page."""
    for page in sorted(FOLDER.glob("*.md")):
        for line in page.read_text("utf-8").splitlines():
            if found := ROW.match(line):
                chapter, section, number, level, _subject, status, evidence = found.groups()
                name = f"{chapter}.{section}.{number}"
                yield Item(int(chapter), name, level, status, evidence)


def test_every_item_of_both_levels_is_there_once() -> None:
    found = list(items())
    assert Counter(each.level for each in found) == {"1": 70, "2": 183}
    assert Counter(each.chapter for each in found) == ITEMS
    assert len({each.id for each in found}) == len(found)
    assert {each.status for each in found} <= set(STATUS)


def test_every_row_is_read() -> None:
    lines = [line for page in FOLDER.glob("*.md") for line in page.read_text("utf-8").splitlines()]
    assert not [line for line in lines if line.startswith("| v5") and not ROW.match(line)]


@pytest.mark.parametrize("page", ["docs/asvs", "docs/bio2.md"])
def test_what_is_named_as_evidence_exists(page: str) -> None:
    place = ROOT / page
    text = "".join(
        p.read_text("utf-8") for p in ([place] if place.is_file() else place.glob("*.md"))
    )
    named = NAMED.findall(text)
    assert len(named) > 20
    assert not [path for path, _test in named if not (ROOT / path).exists()]
    assert not [f"{path}::{test}" for path, test in named if test and not _holds(path, test)]


def _holds(path: str, test: str) -> bool:
    return f"\ndef {test}(" in (ROOT / path).read_text("utf-8")


def test_what_is_built_names_what_shows_it() -> None:
    assert not [e.id for e in items() if e.status == "built" and not NAMED.search(e.evidence)]


def test_what_is_not_built_says_why() -> None:
    assert not [e.id for e in items() if e.status != "built" and len(e.evidence.split()) < 2]


def test_the_sums_are_right() -> None:
    text = (FOLDER / "README.md").read_text("utf-8")
    assert not [line for line in sums() if line not in text]


def test_no_script_of_ours_keeps_anything_of_a_person_in_the_browser() -> None:
    """What is kept stands in KEPT, to the letter (docs/asvs, 14.3.3)."""
    kept = set()
    for script in (PACKAGE / "static").rglob("*.js"):
        text = script.read_text("utf-8")
        written = re.findall(r"\b\w+Storage\.setItem\((\w+), (.+?)\);", text)
        kept |= {(script.name, name, value) for name, value in written}
        ways = re.findall(r"\b\w+Storage\b(?!\.(?:setItem|getItem|removeItem)\(\w+[,)])", text)
        assert not ways, script.name
        assert not re.search(r"indexedDB|document\.cookie|innerHTML|caches\.|window\.name", text)
    assert kept == set(KEPT)


def test_what_the_tabs_tell_each_other_is_when_the_session_ends_and_a_hash() -> None:
    """`wie` is a keyed hash of official and role: tests/apps/test_session.py shows that."""
    text = (PACKAGE / "static" / "huis" / "sessie.js").read_text("utf-8")
    made = re.findall(r"\bends = (\{.+?\});", text)
    assert [re.findall(r"(\w+): ", each) for each in made] == [["wie", "rust", "dag"]]


def sums() -> list[str]:
    """The rows of the table of the index."""
    found, lines, chapters = list(items()), [], {}
    for page in FOLDER.glob("*.md"):
        for title, number in CHAPTER.findall(page.read_text("utf-8")):
            chapters[int(number)] = f"[{title}]({page.name})"
    for number, title in sorted(chapters.items()):
        lines.append(_row(title, [each for each in found if each.chapter == number]))
    return [*lines, _row("together", found)]


def _row(title: str, found: list[Item]) -> str:
    count = Counter(each.status for each in found)
    numbers = (len(found), *(count[status] for status in STATUS))
    return f"| {title} | {' | '.join(map(str, numbers))} |"


if __name__ == "__main__":
    print("\n".join(sums()))  # noqa: T201 - to paste into the index
