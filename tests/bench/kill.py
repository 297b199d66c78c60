"""Does a test notice that a module of the rules is damaged? `python -m tests.bench.kill MODULE`.

Ends with 1 at the first test that fails: the mutant is killed. In the order of what is quick and
near: worked cases of the chapter, its second reading, the chapters that import it, unit tests.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tests.bench import people
from tests.rules.shape import changeable, unreadable

from meedoen.law.cases import Case, case_files, read_cases, run
from meedoen.rules.catalogue import CHAPTERS, rules

RULES, CASES, TESTS = Path("src/meedoen/rules"), Path("tests/law_cases"), Path("tests/rules")
CORE = [f"tests/rules/test_{name}.py" for name in ("logic", "calendar", "parameters")]
FACTS = ["tests/rules/test_bounds.py", "tests/rules/test_tegenspraak.py"]
LOADING = ["tests/law/test_loader.py", "tests/law/test_stelsel.py", "tests/law/test_cases.py"]
UNIT_TESTS = {
    "logic": CORE,
    "calendar": CORE,
    "column": CORE,
    "once": ["tests/rules/test_once.py"],
    "parameters": [*CORE, "tests/law/test_loader.py"],
    "tegenspraak": ["tests/rules/test_tegenspraak.py"],
    "catalogue": ["tests/architecture/test_catalogue.py", *LOADING],
    "hoofdlijnen": ["tests/law/test_hoofdlijnen.py"],
}
NAMES = [module.__name__.rpartition(".")[2] for module in CHAPTERS]


def reasons(module: str) -> Iterator[str]:
    """Why a mutant of this module is dead, as far as tests see it."""
    near = [module] if module in NAMES else []
    far = [name for name in NAMES if name not in near and (not near or _imports(name, module))]
    yield from unreadable(module)
    yield from changeable(module)
    if module.startswith("fact"):  # bounds and names, which no case comes near
        yield from _wrong_units(module)
    yield from _wrong_cases(near)
    yield from _wrong_people(near)
    yield from _wrong_cases(far)
    if not module.startswith("fact"):
        yield from _wrong_units(module)
    # what lies under every chapter needs no crowds to be seen
    yield from _wrong_people(far, crowds=people.CROWDS if near else 1)


def _wrong_units(module: str) -> Iterator[str]:
    tests = _unit_tests(module)
    if tests and subprocess.run(tests, check=False).returncode:
        yield "unit tests"


def _wrong_people(chapters: list[str], crowds: int = people.CROWDS) -> Iterator[str]:
    for chapter in chapters:
        yield from people.wrong(chapter, crowds)


def _wrong_cases(chapters: list[str]) -> Iterator[str]:
    for path in case_files([CASES]):
        text = path.read_text("utf-8")
        if any(f"{chapter}." in text for chapter in chapters):
            for case in read_cases(path):
                if not _asked(case).isdisjoint(chapters) and not run(case).passed:
                    yield f"case {case.id}"


def _asked(case: Case) -> set[str]:
    return {case.rule.chapter, *(rule.chapter for rule, _ in case.expect.values())}


def _imports(chapter: str, module: str) -> bool:
    tree = ast.parse((RULES / f"{chapter}.py").read_text("utf-8"))
    found = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return f"meedoen.rules.{module}" in found


def _unit_tests(module: str) -> list[str]:
    """For a chapter the tests that name it: open readings, fines, variants."""
    chosen = UNIT_TESTS.get(module, [*FACTS, *LOADING])
    if module in NAMES:
        named = [path for path in sorted(TESTS.glob("test_*.py")) if _names(path, module)]
        chosen = [*map(str, named), *UNIT_TESTS.get(module, [])]
    if not chosen:
        return []
    return [sys.executable, "-m", "pytest", "-qq", "-x", "-p", "no:xdist", "-p", "no:cacheprovider",
            "--deselect", "tests/law/test_cases.py::test_the_case_holds", *chosen]  # fmt: skip


def _names(path: Path, module: str) -> bool:
    text = path.read_text("utf-8")
    return f"{module}." in text or f"import {module}" in text


def prepare() -> None:
    """Keep what the second reading says, and see that nothing is wrong before anything is."""
    for chapter, group in groupby(rules(), key=lambda rule: rule.chapter):
        people.keep(chapter, list(group))


if __name__ == "__main__":
    if sys.argv[1] == "--prepare":
        prepare()
    else:
        found = next(reasons(sys.argv[1]), None)
        print(found or "alive")
        sys.exit(1 if found else 0)
