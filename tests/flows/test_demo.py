"""`./meedoen demo`, as somebody meets it: started, stopped, killed, started again."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from meedoen.config import demo, embedded
from meedoen.config.demo_database import DATABASE

SMALL = Path(__file__).with_name("small_demo.py")
BUILDS = "Meedoen maakt een gemeente met verzonnen mensen"
Process = subprocess.Popen[str]


@dataclass
class Demo:
    """A folder of data and a port for the demos of one test."""

    data: Path
    port: int
    told: str = ""

    def start(self, *words: str, **environment: str) -> Process:
        return subprocess.Popen(
            [sys.executable, str(SMALL), "demo", "--port", str(self.port), *words],
            env=os.environ | {"MEEDOEN_DATA": str(self.data)} | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    @contextmanager
    def running(self, *words: str) -> Iterator[Process]:
        """A demo that answers; whatever happens, it does not outlive the test."""
        process = self.start(*words)
        try:
            self.told = _until(process, f"Open http://localhost:{self.port}/")
            yield process
        finally:
            with suppress(ProcessLookupError):
                process.send_signal(signal.SIGINT)
            process.wait(60)

    def get(self, path: str) -> int:
        """The status of a page, asked until the server listens."""
        for _ in range(200):
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
            with suppress(ConnectionError):
                connection.request("GET", path)
                return connection.getresponse().status
            time.sleep(0.1)
        raise AssertionError("the demo does not answer")

    def nothing_runs(self) -> bool:
        """No process knows this folder or port any more: web, worker, PostgreSQL."""
        for environment in Path("/proc").glob("[0-9]*/environ"):
            with suppress(OSError):
                if f"MEEDOEN_DATA={self.data}".encode() in environment.read_bytes():
                    return False
        return not (self.data / "pg" / "postmaster.pid").exists()


@pytest.fixture
def place() -> Iterator[Demo]:
    folder = Path(tempfile.mkdtemp(prefix="meedoen-d-"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    yield Demo(folder, port)
    embedded.discard(folder / "pg")
    shutil.rmtree(folder)


def test_it_starts_stops_all_it_started_and_keeps_what_was_made(place: Demo) -> None:
    with place.running() as first:
        assert place.get("/_healthz/") == 200
        assert place.get("/inloggen/") == 200
        _duo_sends(place)
        _mark(place)
        _refused(place, f"De demo draait al: http://127.0.0.1:{place.port}/ ")
        told = _stop(first, signal.SIGINT)
    assert (first.returncode, "De demo is gestopt." in told) == (0, True), told
    assert place.nothing_runs()
    with place.running() as second:
        assert place.get("/_healthz/") == 200
        assert _is_marked(place)
        with _inside(place) as admin:
            admin.execute("INSERT INTO django_migrations VALUES (9999, 'dossier', 'later', now())")
        _stop(second, signal.SIGTERM)
    assert place.nothing_runs()
    with _other_version(place) as third:
        assert not _is_marked(place)
        _stop(third, signal.SIGHUP)  # its window is closed
    assert place.nothing_runs()


@contextmanager
def _other_version(place: Demo) -> Iterator[Process]:
    """A demo that finds a folder of another version of Meedoen, and makes it anew."""
    process = place.start()
    try:
        assert "van een andere versie van Meedoen" in _until(process, BUILDS)
        _until(process, "Open http")
        yield process
    finally:
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGINT)
        process.wait(60)


def test_stopped_or_killed_halfway_or_when_it_runs_it_starts_again(place: Demo) -> None:
    stopped = place.start(SLOW="30")
    _until(stopped, "0 van 10")
    told = _stop(stopped, signal.SIGINT)
    assert (stopped.returncode, "Traceback" in told) == (demo.STOPPED, False), told
    assert place.nothing_runs()
    killed = place.start()
    _until(killed, BUILDS)  # while it makes the tables
    killed.kill()
    killed.wait()
    with place.running() as process:
        assert place.get("/_healthz/") == 200
        _mark(place)
        process.kill()
        process.wait()
        _wait_until_free(place.port)
    with place.running() as again:
        assert place.get("/_healthz/") == 200
        assert _is_marked(place)
        _stop(again, signal.SIGINT)
    fresh = place.start("--fresh")
    _until(fresh, BUILDS)  # what was marked goes: it is made anew from the first row
    _stop(fresh, signal.SIGINT)
    assert place.nothing_runs()


def test_a_port_in_use_is_told(place: Demo) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", place.port))
        other.listen()
        _refused(
            place, f"Poort {place.port} is bezet. Kies een andere: ./meedoen demo --port 8000\n"
        )


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a small disk")
@pytest.mark.parametrize("size", [5, 110], ids=["at once", "on the way"])
def test_a_full_disk_is_told_and_all_is_stopped(size: int, place: Demo) -> None:
    """On the larger disk the check that comes before is passed over."""
    start = "import sys, runpy; from meedoen.config import demo\n"
    start += f"demo.NEEDS = min(demo.NEEDS, {size * 1024**2 - 1024**2})\n" if size > 5 else ""
    start += f"runpy.run_path({str(SMALL)!r}, run_name='__main__')"
    script = f'mount -t tmpfs -o size={size}m klein {place.data} && exec "$@"'
    command = [sys.executable, "-c", start, "demo", "--port", str(place.port)]
    full = subprocess.Popen(
        ["unshare", "--mount", "sh", "-c", script, "sh", *command],
        env=os.environ | {"MEEDOEN_DATA": str(place.data), "ROWS": "9000000"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    told = full.communicate(timeout=300)[0]
    if "unshare:" in told or "mount:" in told:
        pytest.skip("this machine does not let us make a small disk")
    assert full.returncode == 1
    assert "De schijf is vol. De demo heeft ongeveer" in told
    assert "Traceback" not in told
    assert place.nothing_runs()


def test_a_folder_that_may_not_be_written_is_named() -> None:
    told = demo._in_words(PermissionError(13, "Permission denied"), Path("/ergens"))
    assert told.startswith("Meedoen mag niet schrijven in /ergens.")


def _duo_sends(place: Demo) -> None:
    """A press on the page of the pretend DUO, and a notice is in the inbox."""
    found = re.search(r"De verzonnen DUO staat op http://localhost:(\d+)/", place.told)
    assert found is not None, place.told
    page = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=20)
    page.request("POST", "/stuur", headers={"Content-Length": "0"})
    assert page.getresponse().status == 303
    with _inside(place) as admin:
        for _ in range(300):
            rows = admin.execute("SELECT gebeurtenis FROM berichten_bericht").fetchall()
            if rows:
                break
            time.sleep(0.1)
    assert rows == [("SS101",)]


def _refused(place: Demo, words: str) -> None:
    """Another start on the same folder and port ends at once, with these words and no more."""
    process = place.start()
    told = process.communicate(timeout=120)[0]
    assert process.returncode == 1
    assert told.startswith(words)
    assert len(told.splitlines()) == 1


def _until(process: Process, words: str) -> str:
    """What it says, up to and including these words."""
    assert process.stdout is not None
    told = ""
    for line in process.stdout:
        told += line
        if words in line:
            return told
    raise AssertionError(f"it ended and said:\n{told}")


def _stop(process: Process, number: signal.Signals) -> str:
    process.send_signal(number)
    return process.communicate(timeout=180)[0]


def _wait_until_free(port: int) -> None:
    """The web server of a killed demo ends by itself."""
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return
        time.sleep(0.1)


def _inside(place: Demo) -> "psycopg.Connection[tuple[object, ...]]":
    url = embedded.Server(place.data / "pg").url(embedded.SUPERUSER, DATABASE)
    return psycopg.connect(url, autocommit=True)


def _mark(place: Demo) -> None:
    with _inside(place) as admin:
        admin.execute("CREATE TABLE gemerkt (n int)")


def _is_marked(place: Demo) -> bool:
    with _inside(place) as admin:
        return admin.execute("SELECT to_regclass('gemerkt')").fetchone() != (None,)
