"""One word per concept: a word in a name of the law is English, or stands in docs/begrippen.md."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import PACKAGE, ROOT, files, shown, tree

GLOSSARY = ROOT / "docs" / "begrippen.md"
# Words that need no explanation: no nouns of the law in either list.
EVERYDAY = [Path(__file__).with_name(f"{name}_words.txt") for name in ("english", "dutch")]
COLUMN = "in the code"
WORD = re.compile(r"[A-Z]+(?![a-z])\d*|[A-Z]?[a-z]+\d*|\d+")
LAW = [PACKAGE / "rules", PACKAGE / "law"]


def test_every_word_of_the_law_is_in_the_glossary() -> None:
    known = _glossary() | _everyday()
    missing: dict[str, str] = {}
    for name, place in _names():
        for word in (found.lower() for found in WORD.findall(name)):
            if word not in known and not word.isdigit():
                missing.setdefault(word, f"{name} ({place})")
    lines = [f"{word}: in {where}" for word, where in sorted(missing.items())]
    assert not lines, (
        f"{len(lines)} words stand neither in docs/begrippen.md (column '{COLUMN}') nor in "
        "tests/architecture/{english,dutch}_words.txt:\n" + "\n".join(lines)
    )


def test_the_glossary_can_be_read() -> None:
    assert {"leerroute", "inburgeringstermijn"} <= _glossary()


def _names() -> Iterator[tuple[str, str]]:
    """Names that a reader of the law meets in the code, each with its file."""
    for path in (path for folder in LAW for path in files(folder, "*.py")):
        for node in tree(path).body:
            yield from ((name, shown(path)) for name in _names_in(node))
    numbers = [p for p in files(PACKAGE / "law", "*.toml") if p.parent.name != "stelsels"]
    for path in numbers:
        content = tomllib.loads(path.read_text("utf-8"))
        yield from ((name, shown(path)) for name in content)


def _names_in(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
        yield node.name
    if isinstance(node, ast.ClassDef):
        if any(ast.unparse(parent) == "Choice" for parent in node.bases):
            yield node.name
        yield from (_target(line) for line in node.body if _is_fact(line))


def _is_fact(line: ast.stmt) -> bool:
    value = line.value if isinstance(line, ast.Assign | ast.AnnAssign) else None
    return isinstance(value, ast.Call) and ast.unparse(value.func) == "Fact"


def _target(line: ast.stmt) -> str:
    target = line.targets[0] if isinstance(line, ast.Assign) else getattr(line, "target", line)
    return ast.unparse(target)


def _glossary() -> set[str]:
    """The words of the column `in the code`, of every table that has one."""
    words: set[str] = set()
    place: int | None = None
    for line in GLOSSARY.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.split("|")[1:-1]] if line.startswith("|") else []
        if not cells:
            place = None
        elif COLUMN in cells:
            place = cells.index(COLUMN)
        elif place is not None:
            words |= set(re.findall(r"\w+", cells[place].lower().replace("_", " ")))
    return words


def _everyday() -> set[str]:
    return {word for path in EVERYDAY for word in path.read_text("utf-8").split()}
