"""What a module may load, and that loading it does no work. The order is import-linter's."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.architecture.source import PACKAGE, ROOT, files, shown, tree

RULES = files(PACKAGE / "rules", "*.py")
IMPURE_CALLS = {"open", "print", "input", "now", "today", "utcnow", "read_text", "write_text"}
BANNED_NAMES = {"utils", "helpers", "common", "services", "managers", "signals", "base"}
WORKS_WHEN_LOADED = {"config/cli.py"}  # joins the commands

LOAD_RULES = """
import importlib, pkgutil, sys
before = set(sys.modules)
import meedoen.rules
for module in pkgutil.walk_packages(meedoen.rules.__path__, "meedoen.rules."):
    importlib.import_module(module.name)
print(*set(sys.modules) - before)
"""


def test_rules_load_only_numpy() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOAD_RULES], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    loaded = {name for name in done.stdout.split() if not name.startswith("meedoen.rules")}
    foreign = {name for name in loaded if name.partition(".")[0] not in _allowed()}
    assert "numpy" in loaded
    assert not foreign - {"meedoen"}


def test_rules_are_pure() -> None:
    assert not [line for path in RULES for line in _impurities(path)]


def test_loading_a_module_does_no_work() -> None:
    source = [p for p in files(PACKAGE, "*.py") if _name(p) not in WORKS_WHEN_LOADED]
    assert not [line for path in source for line in _work(path)]


def test_modules_are_named_after_what_they_hold() -> None:
    every = files(PACKAGE, "*.py")
    assert not [shown(p) for p in every if BANNED_NAMES & {p.stem, *_name(p).split("/")}]


def _allowed() -> set[str]:
    return {*sys.stdlib_module_names, "numpy"}


def _name(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _impure_imports() -> set[str]:
    """What import-linter forbids to rules: named once, in pyproject.toml."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    pure = [c for c in settings["contracts"] if c.get("source_modules") == ["meedoen.rules"]]
    return set(pure[0]["forbidden_modules"])


def _impurities(path: Path) -> list[str]:
    impure = _impure_imports()
    nodes = list(ast.walk(tree(path)))
    imported = [found for node in nodes for found in _imported(node) if found[1] in impure]
    called = [found for node in nodes for found in _called(node)]
    return [f"{shown(path)}:{line} {name}" for line, name in imported + called]


def _imported(node: ast.AST) -> list[tuple[int, str]]:
    if isinstance(node, ast.Import):
        return [(node.lineno, alias.name.partition(".")[0]) for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [(node.lineno, (node.module or "").partition(".")[0])]
    return []


def _called(node: ast.AST) -> list[tuple[int, str]]:
    name = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
    impure = name.rpartition(".")[2] in IMPURE_CALLS or ".random." in name
    return [(node.lineno, name)] if isinstance(node, ast.Call) and impure else []


def _work(path: Path) -> list[str]:
    """Statements at the top of a module that are no docstring, import, constant or definition."""
    quiet = (
        ast.Import,
        ast.ImportFrom,
        ast.Assign,
        ast.AnnAssign,
        ast.ClassDef,
        ast.FunctionDef,
        ast.AsyncFunctionDef,
    )
    return [
        f"{shown(path)}:{node.lineno} {ast.unparse(node).splitlines()[0]}"
        for node in tree(path).body
        if not isinstance(node, quiet) and not _is_docstring(node) and not _is_guard(node)
    ]


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_guard(node: ast.stmt) -> bool:
    tests = {"TYPE_CHECKING", "__name__ == '__main__'"}
    return isinstance(node, ast.If) and ast.unparse(node.test) in tests
