"""The three ways behind the same server: `python -m tests.bench.web_serve WAY PORT WORKERS`."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tests import database

from meedoen.config import database_roles, embedded

OURS, LIMIT, USUAL = "ours", "limit", "usual"
FACTORY = {
    OURS: "meedoen.config.wsgi:make_watched",
    LIMIT: "tests.bench.web_script:make",
    USUAL: "tests.bench.web_usual:make",
}
THREADS = 6  # as settings.WEB_THREADS
WAIT = 60.0


@contextmanager
def served(
    server: embedded.Server, *, workers: int = 1, ways: Sequence[str] = tuple(FACTORY)
) -> Iterator[dict[str, str]]:
    """These ways, each on a port of its own; the address of each."""
    roles = {"DATABASE_URL": database_roles.WEB, "AUDIT_DATABASE_URL": database_roles.AUDIT}
    urls = {name: server.url(role, database.TEMPLATE) for name, role in roles.items()}
    environment = os.environ | urls | {"LOG_LEVEL": "WARNING"}
    ports = {way: _free_port() for way in ways}
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.bench.web_serve", way, str(port), str(workers)],
            env=environment,
        )
        for way, port in ports.items()
    ]
    try:
        for port in ports.values():
            _wait_for(port)
        yield {way: f"http://127.0.0.1:{port}" for way, port in ports.items()}
    finally:
        for each in running:
            each.terminate()
        for each in running:
            each.wait()


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(port: int) -> None:
    until = time.monotonic() + WAIT
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise SystemExit("a server did not start")


def main() -> None:
    """Serve one way until it is stopped."""
    from granian.constants import Interfaces
    from granian.server import Server

    way, port, workers = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    Server(
        FACTORY[way],
        factory=True,
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        log_enabled=False,
        websockets=False,
    ).serve()


if __name__ == "__main__":
    main()
