"""The budgets of the house: a reader can hold every file and every function in mind."""

import warnings
from pathlib import Path
from statistics import median

from tests.architecture.source import PACKAGE, ROOT, Function, files, functions, shown

FILE_LINES, USUAL_FILE_LINES = 300, 80
FUNCTION_LINES, USUAL_FUNCTION_LINES, USUAL_SHARE = 40, 25, 0.95
PARAMETERS, BY_PLACE = 6, 3
DEPTH = 3

# what Django writes and nobody reads
MADE = {path for path in files(PACKAGE, "*.py") if path.parent.name == "migrations"}
SOURCE = [path for path in files(PACKAGE, "*.py") if path not in MADE]
ALL = SOURCE + files(ROOT / "tests", "*.py")


def test_files_are_short() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in ALL}
    assert not [f"{shown(p)}: {n} lines" for p, n in lengths.items() if n > FILE_LINES]
    usual = median(lengths[path] for path in SOURCE)
    if usual > USUAL_FILE_LINES:  # a budget to watch; a single file can't be blamed for it
        warnings.warn(f"median file: {usual} lines, wanted: {USUAL_FILE_LINES}", stacklevel=1)


def test_functions_are_short() -> None:
    every = _functions(ALL)
    assert not [f"{f}: {f.lines} lines" for f in every if f.lines > FUNCTION_LINES]


def test_most_functions_are_shorter_still() -> None:
    every = _functions(ALL)
    longer = [f"{f}: {f.lines} lines" for f in every if f.lines > USUAL_FUNCTION_LINES]
    assert len(longer) <= len(every) * (1 - USUAL_SHARE), longer


def test_parameters_are_few() -> None:
    every = _functions(ALL)
    assert not [str(f) for f in every if len(f.parameters) > PARAMETERS]


def test_many_parameters_are_given_by_name() -> None:
    """At most three by place; what a test asks for, pytest gives by name."""
    every = _functions(SOURCE)
    assert not [f"{f}({', '.join(f.positional)})" for f in every if len(f.positional) > BY_PLACE]


def test_the_package_is_flat() -> None:
    folders = {path.parent.relative_to(PACKAGE) for path in files(PACKAGE, "*") if path.is_file()}
    assert not [folder.as_posix() for folder in folders if len(folder.parts) > DEPTH]


def _functions(paths: list[Path]) -> list[Function]:
    return [function for path in paths for function in functions(path)]
