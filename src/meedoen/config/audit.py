"""The developer's command `audit`: known faults in what we depend on, and how old it is.

It needs the network and is no part of the tests. What could not be asked is never called clean.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import typer

from meedoen.config.house import ROOT, in_a_checkout

SERVICES = ("pypi", "osv")  # the second is asked when the first does not know every package
FAULTY, NOT_ASKED = 1, 2  # exit codes
OLD = 730  # days: a release of more than two years ago deserves a look
EXPORT = ("export", "--frozen", "--no-dev", "--no-emit-project", "--format", "requirements-txt")
NEWER = ("lock", "--upgrade", "--dry-run")


@dataclass(frozen=True)
class Report:
    """What a service answered: faults as lines, and the packages that it did not know."""

    faults: tuple[str, ...]
    unknown: tuple[str, ...]


class NoAnswerError(Exception):
    """A service, or uv, did not answer; the text says which and why."""


def audit() -> None:
    """Look for known faults in every package of the lock; needs the network (developers)."""
    in_a_checkout()
    with (ROOT / "uv.lock").open("rb") as file:
        locked = tomllib.load(file)["package"]
    newer, silent = {}, []
    try:
        newer = newer_versions(_uv(*NEWER))
    except NoAnswerError as error:
        silent.append(f"NOT ASKED which newer versions there are: {error}")
    print("\n".join([*ages(locked, newer, today=datetime.now(UTC).date()), *silent, ""]))
    code, lines = verdict(_answers())
    print("\n".join(lines))
    raise typer.Exit(code)


def read(answer: str) -> Report:
    """The JSON of pip-audit. Errors: NoAnswerError when it is none."""
    try:
        packages = json.loads(answer)["dependencies"]
    except (json.JSONDecodeError, KeyError) as error:
        raise NoAnswerError("the answer is no JSON of pip-audit") from error
    faults = (
        f"{each['name']} {each['version']}: {fault['id']}, mended in"
        f" {', '.join(fault['fix_versions']) or 'no version yet'}"
        for each in packages
        for fault in each.get("vulns", ())
    )
    return Report(tuple(faults), tuple(p["name"] for p in packages if "skip_reason" in p))


def verdict(answers: Iterable[Report | str]) -> tuple[int, list[str]]:
    """The exit code and what to tell: the first service that knows every package decides.

    A fault that any service names counts; a text is a service that did not answer.
    """
    lines: list[str] = []
    for answer in answers:
        if isinstance(answer, str):
            lines.append(answer)
        elif answer.faults:
            return FAULTY, [*lines, *answer.faults]
        elif answer.unknown:
            lines.append(f"{len(answer.unknown)} packages were skipped: the index knows them not")
        else:
            return 0, [*lines, "No known fault in any package of the lock."]
    return NOT_ASKED, [*lines, "NOT AUDITED: no service could be asked about every package."]


def newer_versions(told: str) -> dict[str, str]:
    """What uv would update within our bounds: name to version."""
    words = [line.split() for line in told.splitlines() if line.startswith("Update ")]
    return {each[1]: each[-1].removeprefix("v") for each in words}


def ages(
    locked: Iterable[Mapping[str, Any]], newer: Mapping[str, str], *, today: date
) -> Iterator[str]:
    """One line per package of the lock, the oldest first: days since its release, version, newer.

    Without a newer version within our bounds, the locked release is the last one.
    """
    ours = [each for each in locked if "registry" in each["source"]]
    for package in sorted(ours, key=_released):
        days = (today - _released(package)).days
        called = f"{package['name']} {package['version']}"
        more = f"  newer: {newer[package['name']]}" if package["name"] in newer else ""
        yield f"{days:6d} days  {called:<40}{more}{'  OLD' if days > OLD else ''}".rstrip()


def _released(package: Mapping[str, Any]) -> date:
    """The day on which the last file of this version came out; the lock holds it."""
    files = [*package.get("wheels", ()), *filter(None, [package.get("sdist")])]
    return max(datetime.fromisoformat(file["upload-time"]) for file in files).date()


def _answers() -> Iterator[Report | str]:
    try:
        requirements = _uv(*EXPORT)
    except NoAnswerError as error:
        yield str(error)
        return
    for service in SERVICES:
        try:
            yield _ask(service, requirements)
        except NoAnswerError as error:
            yield str(error)


def _ask(service: str, requirements: str) -> Report:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "requirements.txt"
        file.write_text(requirements, encoding="utf-8")
        # with hashes and without pip nothing is installed, and nothing is resolved anew
        options = ("--require-hashes", "--disable-pip", "--format", "json", "-s", service)
        done = _run([sys.executable, "-m", "pip_audit", "-r", str(file), *options])
    if not done.stdout.strip():
        raise NoAnswerError(f"{service} does not answer: {_last(done.stderr)}")
    return read(done.stdout)


def _uv(*words: str) -> str:
    """What uv says, on both streams."""
    own = ROOT / ".venv" / "uv" / "bin" / "uv"
    program = str(own) if own.exists() else shutil.which("uv")
    if program is None:
        raise NoAnswerError("uv is not here")
    done = _run([program, *words])
    if done.returncode:
        raise NoAnswerError(f"uv {words[0]}: {_last(done.stderr)}")
    return done.stdout + (done.stderr if words == NEWER else "")


def _run(command: list[str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def _last(told: str) -> str:
    """The kind of an error, not its text: that names the hosts of whoever runs this."""
    line = (told.strip().splitlines() or ["no word"])[-1]
    return line.partition(":")[0][:200]
