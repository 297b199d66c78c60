"""What people read goes through gettext: no text of a template or of the code escapes (LANG-05)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import nodes
from tests.architecture.source import PACKAGE, files, shown, tree

from meedoen.config.jinja import environment
from meedoen.config.texts import KEYWORDS, NO_SCREENS

TEMPLATES = PACKAGE / "templates"
PAGES = [p for p in files(TEMPLATES, "*.html") if p.parent.name != "regelboek"]  # a Dutch book
SEEN_BY_ALL = re.compile(r'\b(?:aria-label|title|alt|placeholder|content)="([^"]*)"')
SAME_IN_ALL = {"Meedoen", "Enter", "kB", "width=device-width, initial-scale=1", "light dark"}
WORD = re.compile(r"[^\W\d_]{2,}")

# Words for whoever installs, runs or tests: Dutch, and at the console.
CONSOLE = (
    "config/bench", "config/cli", "config/database_roles", "config/demo", "config/embedded",
    "config/duo",
    "config/house", "config/lawyer",
    "config/uitnodigen", "config/progress", "config/refusals", "config/regelboek",
    "config/rotate", "config/serve", "config/settings_page", "config/texts", "config/verify",
    "config/uitnodigen", "config/verschil", "config/voorbeeld", "config/browser",
    "dossier/verify", "migrations",
    "adapters/pretend_duo", "config/pretend_duo",  # its page is for who tests a connection
    "config/stijl",  # the examples of invented people
)  # fmt: skip
# Words that are kept, printed in a letter, or for an administrator: the same in every language.
KEPT = (
    "Dossier ", " vernietigd. Grond: ", ". De inhoud, de feiten", "De bewaartermijn is voorbij.",
    "SELECT ", "De sleutel «", "» van dit BSN", "BSN_KEYS", "Dit kan alleen binnen een transactie.",
    "Het BSN past niet bij bsn_hash",
)  # fmt: skip
SENTENCE = re.compile(r"^[^\W\d_a-z][^\W_]* [^\W\d_A-Z].*[.?:]\s*$", re.DOTALL)
DUTCH = re.compile(r"\b(de|het|een|niet|dit|deze|kan|voor|naar|u|uw|is)\b", re.IGNORECASE)


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.relative_to(TEMPLATES).as_posix())
def test_a_template_says_nothing_of_its_own(path: Path) -> None:
    html = "".join(_data(path))
    html = re.sub(r"<(kbd|code|pre)\b.*?</\1>", "", html, flags=re.DOTALL)
    said = [*SEEN_BY_ALL.findall(html), *re.split(r"<[^>]*>", html)]
    plain = [" ".join(each.replace("\0", " ").split()).strip(" –:") for each in said]
    words = {each for each in plain if WORD.search(each) and "utrecht-" not in each}
    assert not words - SAME_IN_ALL


def test_the_code_says_nothing_of_its_own() -> None:
    assert not [line for path in files(PACKAGE, "*.py") for line in _unmarked(path)]


def _data(path: Path) -> Iterator[str]:
    """The text of a template that is no expression; an expression is one sign."""
    env = environment(loader=None)
    for node in env.parse(path.read_text("utf-8")).find_all(nodes.Output):
        for each in node.nodes:
            yield each.data if isinstance(each, nodes.TemplateData) else "\0"


def _unmarked(path: Path) -> Iterator[str]:
    name = path.relative_to(PACKAGE).as_posix()
    if any(part in name for part in (*CONSOLE, *NO_SCREENS)):
        return
    spared = set(_spared(tree(path)))
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in spared:
            text = node.value
            if SENTENCE.match(text) and DUTCH.search(text) and not text.startswith(KEPT):
                yield f"{shown(path)}:{node.lineno} {text}"


def _spared(module: ast.Module) -> Iterator[ast.AST]:
    """Docstrings, what is marked, and why a view shows data (a log reads it)."""
    for node in ast.walk(module):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in KEYWORDS:
            yield from ast.walk(node)
        if isinstance(node, ast.keyword) and node.arg == "doel":
            yield from ast.walk(node)
