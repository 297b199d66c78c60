"""The documents say what the code does: links, commands, the tree and the version."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.architecture.source import PACKAGE, ROOT, files, shown
from typer.main import get_command

from meedoen import __version__
from meedoen.config.cli import app

DOCS = files(ROOT, "*.md")
LINK = re.compile(r"\]\(<?([^)\s>#]+)")
COMMAND = re.compile(r"\./meedoen\s+([a-z][a-z-]*)")
BRANCH = re.compile(r"^(?P<depth>[│ ]*)[├└]──\s*(?P<names>.+?)(?:\s{2,}.*)?$")
TREE = ROOT / "docs" / "architecture.md"


@pytest.mark.parametrize("path", DOCS, ids=shown)
def test_links_lead_somewhere(path: Path) -> None:
    links = [link for link in LINK.findall(path.read_text("utf-8")) if "://" not in link]
    assert not [k for k in links if not k.startswith("mailto:") and not (path.parent / k).exists()]


def test_commands_in_the_documents_exist() -> None:
    known = set(getattr(get_command(app), "commands", {}))
    named = {(shown(p), name) for p in DOCS for name in COMMAND.findall(p.read_text("utf-8"))}
    assert "test" in known
    assert "README.md" in {place for place, _ in named}
    assert not [f"{place}: ./meedoen {name}" for place, name in named if name not in known]


def test_the_tree_names_what_is_there() -> None:
    assert not [path.as_posix() for path in _branches() if not (ROOT / path).exists()]


def test_the_tree_names_every_folder_of_the_package() -> None:
    folders = {path.parent for path in PACKAGE.glob("*/*.py")}
    assert not {shown(folder) for folder in folders} - {path.as_posix() for path in _branches()}


def test_the_changelog_has_a_place_for_the_next_release() -> None:
    assert re.search(r"^## .*Unreleased", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


def test_there_is_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == __version__


def _branches() -> Iterator[Path]:
    """Paths of the tree in docs/architecture.md; several may share a line: `a.py, b/ · c/`."""
    parents: list[Path] = []
    for line in TREE.read_text("utf-8").splitlines():
        if found := BRANCH.match(line):
            depth = len(found["depth"]) // 4
            names = [name.strip(" /`") for name in re.split(r"[,·]|\s(?=\S+/)", found["names"])]
            above = parents[depth - 1] if depth else Path()
            parents[depth:] = [above / names[0]]
            yield from (above / name for name in names if name)
