"""`./meedoen`, as somebody meets it who has just fetched the source."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOT_IN_A_FRESH_COPY = shutil.ignore_patterns(
    ".git", ".venv", ".venv.lock", ".*_cache", ".hypothesis", "__pycache__", "docs", "tests"
)
# The uv that installed this checkout, where no other is there: fetching one is a test of its own.
WITH_UV = {"PATH": f"{os.environ['PATH']}:{ROOT / '.venv' / 'uv' / 'bin'}"}
BEFORE_PYTHON = ["sh", "cat", "cksum", "dirname", "head", "mkdir", "rm", "rmdir", "sleep"]
INSTALLS = "Meedoen haalt op wat het nodig heeft"
ANOTHER_INSTALLS = "Een ander venster installeert Meedoen al"

Ran = subprocess.CompletedProcess[str]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A fresh copy of the source, in a folder with a space in its name.

    Its lock file asks only for what the command line needs: installing all of it is what this run
    of the tests began with, and six times more would cost minutes.
    """
    copy = shutil.copytree(ROOT, tmp_path / "mijn map", ignore=NOT_IN_A_FRESH_COPY)
    lock = copy / "uv.lock"
    before, name, after = lock.read_text("utf-8").partition('name = "meedoen"')
    needs = ", ".join(f'{{ name = "{each}" }}' for each in ("typer", "psycopg", "psycopg-binary"))
    for key, wanted in (("dependencies", needs), ("bench", ""), ("dev", "")):
        after, found = re.subn(rf"(?ms)^{key} = \[.*?^\]", f"{key} = [{wanted}]", after, count=1)
        assert found, key
    lock.write_text(before + name + after, "utf-8")
    return copy


@pytest.fixture
def no_uv(tmp_path: Path) -> dict[str, str]:
    """The environment of a machine where nobody installed uv."""
    programs = tmp_path / "programs"
    _write_program(programs / "uv", "exit 127")
    return {"PATH": f"{programs}:{os.environ['PATH']}"}


def test_a_fresh_copy_starts_from_anywhere_and_installs_once(
    checkout: Path, tmp_path: Path
) -> None:
    (tmp_path / "typer.py").write_text("raise ImportError('a file of the reader, not ours')\n")
    first = _start(checkout, "--help", at=tmp_path)
    assert first.returncode == 0, first.stderr
    assert "check" in first.stdout
    assert INSTALLS in first.stderr
    second = _start(checkout, "--help", at=tmp_path)
    assert (second.returncode, second.stderr) == (0, "")


def test_without_uv_it_fetches_its_own(checkout: Path, no_uv: dict[str, str]) -> None:
    assert _start(checkout, "--version", using=no_uv).returncode == 0
    own = checkout / ".venv" / "uv" / "bin" / "uv"
    assert own.exists()
    (checkout / "pyproject.toml").open("a").write("\n")
    again = _start(checkout, "--version", using=no_uv)
    assert (again.returncode, own.exists()) == (0, True), again.stderr


def test_a_half_made_installation_is_made_anew(checkout: Path) -> None:
    halfway = checkout / ".venv" / "bin"
    halfway.mkdir(parents=True)
    (halfway / "python").symlink_to(shutil.which("python3") or "python3")
    (checkout / ".venv" / "leftover").touch()
    (checkout / ".venv.lock").mkdir()
    (checkout / ".venv.lock" / "pid").write_text(f"{_pid_of_nobody()}\n")
    done = _start(checkout, "--version")
    assert done.returncode == 0, done.stderr
    assert not (checkout / ".venv" / "leftover").exists()
    assert not (checkout / ".venv.lock").exists()


def test_a_moved_checkout_does_not_run_the_old_code(checkout: Path) -> None:
    assert _start(checkout, "--version").returncode == 0
    moved = checkout.rename(checkout.with_name("verhuisd"))
    init = moved / "src" / "meedoen" / "__init__.py"
    init.write_text('"""Moved."""\n\n__version__ = "9.9.9"\n')
    assert _start(moved, "--version").stdout == "meedoen 9.9.9\n"


def test_two_shells_at_once_install_once(checkout: Path) -> None:
    shells = [
        subprocess.Popen(
            [checkout / "meedoen", "--version"],
            env=os.environ | WITH_UV,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(3)
    ]
    ends = [(*shell.communicate(timeout=300), shell.returncode) for shell in shells]
    assert [code for _, _, code in ends] == [0, 0, 0], ends
    assert sum(INSTALLS in errors for _, errors, _ in ends) == 1


def test_waiting_for_another_shell_ends_with_a_message(checkout: Path) -> None:
    (checkout / ".venv.lock").mkdir()
    done = _start(checkout, "--version", using={"MEEDOEN_LOCK_SECONDS": "3"})
    assert done.returncode == 1
    assert ANOTHER_INSTALLS in done.stderr
    assert str(checkout / ".venv.lock") in done.stderr


def test_an_old_python_gets_a_message(checkout: Path, tmp_path: Path) -> None:
    programs = tmp_path / "programs"
    for name in ("python3", "python3.11"):
        _write_program(programs / name, "exit 1 # what the version check of an old Python answers")
    for name in BEFORE_PYTHON:
        (programs / name).symlink_to(shutil.which(name) or name)
    done = _start(checkout, "--help", using={"PATH": str(programs)})
    assert done.returncode == 1
    assert "Meedoen heeft Python 3.11 of nieuwer nodig" in done.stderr
    assert "Meedoen needs Python 3.11 or newer" in done.stderr
    assert not (checkout / ".venv.lock").exists()


def test_help_loads_nothing_heavy() -> None:
    done = subprocess.run(
        [ROOT / "meedoen", "--help"],
        env=os.environ | {"PYTHONPROFILEIMPORTTIME": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "meedoen.config.cli" in loaded
    assert not loaded & {"babel", "django", "numpy", "polars", "pytest"}


def _start(
    checkout: Path, *words: str, at: Path | None = None, using: dict[str, str] | None = None
) -> Ran:
    return subprocess.run(
        [checkout / "meedoen", *words],
        cwd=at,
        env=os.environ | WITH_UV | (using or {}),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def _write_program(path: Path, body: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)


def _pid_of_nobody() -> int:
    gone = subprocess.Popen(["true"])
    gone.wait()
    return gone.pid
