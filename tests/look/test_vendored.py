"""What comes from NL Design System: only what we use, unchanged, and nothing from elsewhere."""

import re
from pathlib import Path

import pytest
from tests.look.vendored import BLOCKS, HUIS, NLDS, TOKEN, USED, rules, tokens, trimmed

TEMPLATES = HUIS.parents[1] / "templates"
PHYSICAL = re.compile(
    r"(?<![\w-])((margin|padding|border)-)?(left|right|top|bottom)\s*:|(?<![\w-])(width|height)\s*:"
)
SHEETS = sorted(HUIS.glob("*.css"))


def test_trimming_what_is_trimmed_changes_nothing() -> None:
    css = (NLDS / "componenten.css").read_text("utf-8")
    assert trimmed(css) == css.partition("\n")[2]


def test_trimming_keeps_our_blocks_and_drops_the_rest() -> None:
    css = "@charset 'x'; .utrecht-button:is(a, b), .utrecht-map { c: d } .utrecht-map { e: f }"
    assert [rule.head for rule in rules(trimmed(css))] == [".utrecht-button:is(a, b)"]


def test_tokens_follow_their_references() -> None:
    light = ".t { --a: var(--b); --b: red; --c: blue; }"
    found = tokens(light, ".t { --b: black; --c: white; }", "x { color: var(--a) }")
    assert TOKEN.findall(found) == [("--a", "var(--b)"), ("--b", "red"), ("--b", "black")]


def test_every_token_of_ours_that_is_used_exists() -> None:
    told = {name for sheet in SHEETS for name, _ in TOKEN.findall(sheet.read_text("utf-8"))}
    used = {name for sheet in SHEETS for name in USED.findall(sheet.read_text("utf-8"))}
    ours = {name for name in used if name.startswith("--md-")}
    assert ours <= told
    assert ours, "no token of ours is used: the pattern is wrong"


def test_every_block_is_used() -> None:
    texts = [path.read_text("utf-8") for path in TEMPLATES.rglob("*.html")]
    texts.append((HUIS.parents[1] / "config" / "controls.py").read_text("utf-8"))
    for block in BLOCKS:
        assert any(f"utrecht-{block}" in text for text in texts), block


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_our_sheets_keep_the_rules_of_the_house(sheet: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    assert not re.search(r"\.(utrecht|nl)-", css), "a class of NL Design System is redefined"
    assert "url(" not in css
    assert not PHYSICAL.search(css), "use logical properties"
