"""The demo's pretend DUO, as a process that ends when the demo does, however it ends.

It stands on the day of the demo and sends its notices to the demo as a proxy would pass them on:
with the subject of DUO's certificate in a header.
"""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import NamedTuple

from meedoen.adapters.pretend_duo.oins import DUO

PATIENCE = 10  # seconds in which it ends by itself
SUBJECT = f"CN=duo.example,O=Verzonnen DUO,serialNumber={DUO},C=NL"
GEMEENTEN = (9999, 9998)
DAY = date(2026, 11, 23)  # settings.DEMO_TODAY; the settings of the demo are not there yet


class Addresses(NamedTuple):
    """Where it listens, and where its page is; both empty where it could not start."""

    url: str = ""
    page: str = ""

    def settings(self) -> dict[str, str]:
        """What the demo must know of it."""
        if not self.url:
            return {}
        return {
            "DUO_URL": self.url,
            "DUO_OIN": DUO,
            "DUO_PROXIES": "127.0.0.1",
            "DEMO_DUO": self.page,
        }


@contextmanager
def pretend_duo(host: str, port: int) -> Iterator[subprocess.Popen[str]]:
    """It starts at once and is ready when `addresses` has read them; it stops at the end."""
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", __name__, host, str(port)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl-C is for us; we end it in order
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()


def addresses(process: subprocess.Popen[str]) -> Addresses:
    """Wait until it listens. Without it the demo goes on: nothing comes from DUO then."""
    line = process.stdout.readline().split() if process.stdout else []
    return Addresses(*line) if len(line) == len(Addresses._fields) else Addresses()


def main() -> None:
    """The pretend DUO's own process: where the demo stands are its arguments."""
    from meedoen.adapters.pretend_duo.notices import Targets
    from meedoen.adapters.pretend_duo.running import Plan, running
    from meedoen.config.voorbeeld.duo_people import duo_contacten, duo_people

    host, port = sys.argv[1], int(sys.argv[2])
    demo = f"http://127.0.0.1:{port}/v1"
    plan = Plan(
        day=DAY,
        gemeenten=GEMEENTEN,
        known=tuple(duo_people(DAY)),
        contactpersonen=duo_contacten(),
        address=("127.0.0.1", 0),
        panel_host=host,
        panel_port=_free_or_any(host, port + 1),
        targets=Targets(demo, headers={"X-Client-Cert-Subject": SUBJECT}),
    )
    with running(plan, lambda: datetime.now(UTC)) as duo:
        print(duo.url, f"http://localhost:{duo.panel_port}/", flush=True)
        sys.stdin.read()  # the pipe closes when the demo ends, also when it is killed


def _free_or_any(host: str, port: int) -> int:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except (OSError, OverflowError):
            return 0
    return port


if __name__ == "__main__":
    main()
