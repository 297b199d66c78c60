"""The embedded PostgreSQL: shared, stopped by the last, and put right after a kill."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from meedoen.config import embedded

USER = """
import sys
from pathlib import Path
from meedoen.config import embedded
with embedded.server(Path(sys.argv[1])):
    print("runs", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def data() -> Iterator[Path]:
    """A folder with a short name, as a socket needs."""
    folder = Path(tempfile.mkdtemp(prefix="meedoen-e-"))
    yield folder / "pg"
    embedded.discard(folder / "pg")
    shutil.rmtree(folder)


def test_the_last_one_who_leaves_stops_it(data: Path) -> None:
    other = _user(data)
    with embedded.server(data) as server:
        _ask(server, "CREATE TABLE bewaard (n int)")
        _leave(other)
        _ask(server, "SELECT n FROM bewaard")
    assert not _runs(data)
    with embedded.server(data) as server:
        _ask(server, "SELECT n FROM bewaard")


def test_after_a_kill_the_next_one_joins_and_stops_it(data: Path) -> None:
    other = _user(data)
    other.kill()
    other.wait()
    assert _runs(data), "a killed process cannot stop anything"
    with embedded.server(data) as server:
        _ask(server, "SELECT 1")
    assert not _runs(data)


def test_a_killed_postmaster_is_no_obstacle(data: Path) -> None:
    with embedded.server(data) as server:
        _ask(server, "CREATE TABLE bewaard (n int)")
        _ask(server, "CHECKPOINT")
        os.kill(_pid(data), signal.SIGKILL)
    with embedded.server(data) as server:
        _ask(server, "SELECT n FROM bewaard")


def test_a_number_that_is_now_of_another_program_is_no_obstacle(data: Path) -> None:
    with embedded.server(data):
        lines = (data / "postmaster.pid").read_text().splitlines()
    (data / "postmaster.pid").write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    with embedded.server(data) as server:
        _ask(server, "SELECT 1")


def test_a_folder_that_was_never_finished_is_made_anew(data: Path) -> None:
    data.mkdir()
    (data / "PG_VERSION").write_text("18\n")
    data.with_name("pg.begonnen").touch()
    with embedded.server(data) as server:
        _ask(server, "SELECT 1")


def test_a_folder_that_is_not_ours_is_left_alone(data: Path) -> None:
    data.mkdir()
    (data / "PG_VERSION").write_text("18\n")
    for attempt in (lambda: embedded.discard(data), lambda: embedded.server(data).__enter__()):
        with pytest.raises(embedded.EmbeddedError, match="niet van Meedoen"):
            attempt()
    assert (data / "PG_VERSION").read_text() == "18\n"
    shutil.rmtree(data)


def test_what_a_killed_run_left_is_removed_but_not_what_is_used(data: Path) -> None:
    other = _user(data)
    embedded.discard(data)
    assert _runs(data)
    other.kill()
    other.wait()
    embedded.discard(data)
    assert not data.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root's server listens in an open folder")
def test_a_name_too_long_for_a_socket_is_refused(tmp_path: Path) -> None:
    with (
        pytest.raises(embedded.EmbeddedError, match="te lange naam"),
        embedded.server(tmp_path / ("x" * 100) / "pg"),
    ):
        pass


def test_the_place_of_the_data_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEEDOEN_DATA", "/ergens/anders")
    assert embedded.home() == Path("/ergens/anders")


def _user(data: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-c", USER, str(data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "runs\n"
    return process


def _leave(process: "subprocess.Popen[str]") -> None:
    process.communicate("", timeout=60)
    assert process.returncode == 0


def _ask(server: embedded.Server, sql: str) -> None:
    with psycopg.connect(server.url(embedded.SUPERUSER, "postgres"), autocommit=True) as connection:
        connection.execute(sql)


def _pid(data: Path) -> int:
    return int((data / "postmaster.pid").read_text().splitlines()[0])


def _runs(data: Path) -> bool:
    try:
        os.kill(_pid(data), 0)
    except (FileNotFoundError, ProcessLookupError):
        return False
    return True
