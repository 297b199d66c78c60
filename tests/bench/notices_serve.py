"""Our end point and the limit, behind the same server: `notices_serve WAY PORT`."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests import database
from tests.bench.web_serve import THREADS, _free_port, _wait_for
from tests.berichten.wire import DUO, PROXY

from meedoen.config import database_roles, embedded

OURS, LIMIT = "ours", "limit"
FACTORY = {OURS: "meedoen.config.wsgi:make_watched", LIMIT: "tests.bench.notices_limit:make"}


def environment(server: embedded.Server, role: str = database_roles.WEB) -> dict[str, str]:
    """What a process of the installation is started with."""
    urls = {
        "DATABASE_URL": server.url(role, database.TEMPLATE),
        "AUDIT_DATABASE_URL": server.url(database_roles.AUDIT, database.TEMPLATE),
    }
    return os.environ | urls | {"LOG_LEVEL": "CRITICAL", "DUO_OIN": DUO, "DUO_PROXIES": PROXY}


@contextmanager
def served(server: embedded.Server) -> Iterator[dict[str, str]]:
    """Both, each on a port of its own; the address of each end point."""
    ports = {way: _free_port() for way in FACTORY}
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.bench.notices_serve", way, str(port)],
            env=environment(server),
        )
        for way, port in ports.items()
    ]
    try:
        for port in ports.values():
            _wait_for(port)
        yield {way: f"http://127.0.0.1:{port}/v1/notificaties" for way, port in ports.items()}
    finally:
        for each in running:
            each.terminate()
        for each in running:
            each.wait()


def main() -> None:
    """Serve one way until it is stopped."""
    from granian.constants import Interfaces
    from granian.server import Server

    way, port = sys.argv[1], int(sys.argv[2])
    Server(
        FACTORY[way],
        factory=True,
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        log_enabled=False,
        websockets=False,
    ).serve()


if __name__ == "__main__":
    main()
