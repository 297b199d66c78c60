"""What holds for every test: how many examples Hypothesis tries, and where the time went."""

import os
import time
from collections import Counter, defaultdict
from pathlib import PurePath

import pytest
from hypothesis import settings

pytest_plugins = ["tests.chromium", "tests.database"]

settings.register_profile("ci", max_examples=50, derandomize=True, deadline=None)
settings.register_profile("deep", max_examples=1000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("MEEDOEN_HYPOTHESIS", "ci"))

BEGAN = pytest.StashKey[float]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The thread through the whole house goes first: when it is broken, nothing else matters."""
    items.sort(key=lambda item: item.path.name != "test_thread.py")


def pytest_sessionstart(session: pytest.Session) -> None:
    session.config.stash[BEGAN] = time.perf_counter()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Seconds per folder of tests; added up over processes, so more than passed on the clock."""
    seconds: defaultdict[str, float] = defaultdict(float)
    tests = Counter[str]()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if isinstance(report, pytest.TestReport):
                folder = PurePath(report.nodeid.partition("::")[0]).parent.as_posix()
                seconds[folder] += report.duration
                tests[folder] += report.when == "call"
    wall = time.perf_counter() - terminalreporter.config.stash[BEGAN]
    terminalreporter.section("time per folder")
    for folder in sorted(seconds):
        terminalreporter.line(f"{seconds[folder]:7.1f} s  {tests[folder]:6d} tests  {folder}")
    terminalreporter.line(f"{wall:7.1f} s  on the clock")
    if held := _held_beside_the_files_of_duo(terminalreporter):
        terminalreporter.line(f"contract with DUO's own files: {held}")


def _held_beside_the_files_of_duo(terminalreporter: pytest.TerminalReporter) -> str:
    """How many exchanges were; skipped where those files are not (tests/contracts)."""
    told = [
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "teardown"
        for name, value in report.user_properties
        if name == "duo_files"
    ]
    run = sum(value for value in told if isinstance(value, int))
    return f"{run} run, {told.count(None)} tests skipped" if told else ""
