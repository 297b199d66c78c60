"""The source as these tests read it: files, syntax trees, functions."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "meedoen"
MADE_BY_TOOLS = {"__pycache__", "node_modules"}

type_of_function = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Function:
    """A function or method, and where it stands."""

    path: Path
    node: ast.FunctionDef | ast.AsyncFunctionDef
    is_method: bool

    @property
    def lines(self) -> int:
        return (self.node.end_lineno or 0) - self.node.lineno + 1

    @property
    def positional(self) -> list[str]:
        """Names that a caller may give by place; without the object itself."""
        arguments = self.node.args
        names = [a.arg for a in (*arguments.posonlyargs, *arguments.args)]
        return names[1:] if self.is_method and not self._is_static() else names

    @property
    def parameters(self) -> list[str]:
        return self.positional + [a.arg for a in self.node.args.kwonlyargs]

    def _is_static(self) -> bool:
        return any(ast.unparse(d) == "staticmethod" for d in self.node.decorator_list)

    def __str__(self) -> str:
        return f"{shown(self.path)}:{self.node.lineno} {self.node.name}"


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def files(folder: Path, pattern: str) -> list[Path]:
    """Files below a folder, in order; hidden folders and what tools make are left out."""
    return sorted(path for path in folder.rglob(pattern) if not _is_hidden(path))


def _is_hidden(path: Path) -> bool:
    parents = path.relative_to(ROOT).parts[:-1]
    return any(part.startswith(".") or part in MADE_BY_TOOLS for part in parents)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def functions(path: Path) -> Iterator[Function]:
    """Every function in a file, also inside classes and other functions."""
    for parent in ast.walk(tree(path)):
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, type_of_function):
                yield Function(path, node, isinstance(parent, ast.ClassDef))
