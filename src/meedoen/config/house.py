"""The developer's two commands: `check` (what a machine can see of the house style) and `test`."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from meedoen.config import browser

ROOT = Path(__file__).parents[3]
PASS_ON = {"allow_extra_args": True, "ignore_unknown_options": True}

CHECKS = {
    "ruff format": ("-m", "ruff", "format", "--check", "."),
    "ruff check": ("-m", "ruff", "check", "--output-format", "concise", "."),
    "mypy": ("-m", "mypy"),
    "lint-imports": ("-c", "from importlinter.cli import lint_imports_command as c; c()"),
    "bandit": ("-m", "bandit", "-q", "-c", "pyproject.toml", "-r", "src/meedoen"),
    "check --deploy": ("-m", "meedoen.config.deploy_check"),
}


@dataclass(frozen=True)
class Outcome:
    """How one tool ended."""

    name: str
    passed: bool
    seconds: float
    output: str


def check() -> None:
    """Check format, style, types and import order (developers)."""
    in_a_checkout()
    began = time.perf_counter()
    with ThreadPoolExecutor() as pool:  # side by side: mypy takes as long as the rest together
        outcomes = list(pool.map(_run, CHECKS, CHECKS.values()))
    for outcome in outcomes:
        if not outcome.passed:
            print(f"── {outcome.name}\n{outcome.output.strip()}\n")
    for outcome in outcomes:
        print(f"{'pass' if outcome.passed else 'FAIL'}  {outcome.seconds:5.1f} s  {outcome.name}")
    print(f"      {time.perf_counter() - began:5.1f} s  together")
    raise typer.Exit(0 if all(outcome.passed for outcome in outcomes) else 1)


def run_tests(
    pytest_args: Annotated[
        list[str] | None, typer.Argument(help="Passed on to pytest: -k WORD, -x, a file.")
    ] = None,
    *,
    deep: Annotated[bool, typer.Option(help="Also the long tests, with more examples.")] = False,
) -> None:
    """Run the tests over all cores (developers)."""
    in_a_checkout()
    command = [sys.executable, "-m", "pytest", "-n", "auto", "--dist", "worksteal"]
    command += [] if deep else ["-m", "not deep"]
    chosen = _browser() | ({"MEEDOEN_HYPOTHESIS": "deep"} if deep else {})
    # Not captured: the closing line of pytest stays the last line that CI reads.
    command += pytest_args or []
    done = subprocess.run(command, cwd=ROOT, env=os.environ | chosen, check=False)
    raise typer.Exit(done.returncode)


def _browser() -> dict[str, str]:
    """Where the browser is, for the tests; said loudly when there is none."""
    path = browser.chromium()
    if path is None:
        print("NO CHROMIUM: the browser tests are skipped. Install Chromium to run them.")
        return {}
    return {browser.VARIABLE: path}


def _run(name: str, command: Sequence[str]) -> Outcome:
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return Outcome(name, done.returncode == 0, time.perf_counter() - began, done.stdout)


def in_a_checkout() -> None:
    """Refuse where there are no tests and tools: the command is of use to developers only."""
    if not (ROOT / "pyproject.toml").exists():
        typer.echo("This command needs a checkout of the source.", err=True)
        raise typer.Exit(2)
