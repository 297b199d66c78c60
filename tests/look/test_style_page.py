"""/stijl/ shows every part: when to use it, when not, and the code."""

import re
from pathlib import Path

import pytest
from tests.look.conftest import Render
from tests.look.vendored import HUIS

from meedoen.config.stijl import examples

TEMPLATES = HUIS.parents[1] / "templates"
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))
MACRO = re.compile(r"\{% macro (\w+)\(")
TOLD = re.compile(r"^   (\w+)\(.*?\)(?:, (\w+)\()?", re.MULTILINE)


def _told(path: Path) -> set[str]:
    """The macros that the comment on top of a file offers to other pages."""
    head = path.read_text("utf-8").partition("#}")[0]
    return {name for pair in TOLD.findall(head) for name in pair if name}


@pytest.fixture(scope="module")
def text(write_page: Render) -> str:
    return write_page("stijl/stijl.html", examples()).read_text("utf-8")


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_every_part_is_on_the_page_with_its_code(path: Path, text: str) -> None:
    code = " ".join(re.findall(r"<pre><code>(.*?)</code>", text, re.DOTALL))
    missing = [name for name in _told(path) if not re.search(rf"\b{name}\(", code)]
    assert not missing
    page = (TEMPLATES / "stijl" / "stijl.html").read_text("utf-8")
    imported = set(
        re.findall(rf"components/{path.name}\" import (.*?) %}}", page.split("{%block")[0])
    )
    names = {name.strip() for each in imported for name in each.split(",")}
    assert _told(path) <= names


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_macro_is_offered_or_used_in_its_own_file_only(path: Path) -> None:
    own = set(MACRO.findall(path.read_text("utf-8"))) - _told(path)
    others = [other for other in TEMPLATES.rglob("*.html") if other != path]
    for name in own:
        imports = re.compile(rf"components/{path.name}\" import [^%]*\b{name}\b")
        assert not [each.name for each in others if imports.search(each.read_text("utf-8"))], name


def test_every_part_says_when_and_when_not(text: str) -> None:
    parts = text.count('class="stijl-deel"')
    assert parts == text.count("<strong>Wel:</strong>") == text.count("<strong>Niet:</strong>")
    assert parts == text.count("<pre><code>") >= 10
