"""Asks for a page over some connections at once, each with a session of its own."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from http.client import HTTPConnection
from itertools import count
from urllib.parse import urlsplit

from tests.bench.web_officials import CSRF

DONE = (200, 302)
WARM = 3  # requests of each connection that do not count


OWN, NUMBER = "{own}", "{n}"


@dataclass(frozen=True)
class Asked:
    """A page: its whole address, how long to ask, and what is sent by POST, if anything, in turn.

    `{own}` in the address is what each connection has for itself; `{n}` in what is sent counts the
    requests of a connection, from `first` on.
    """

    address: str
    seconds: float
    bodies: tuple[str, ...] = ()
    first: int = 0


@dataclass(frozen=True)
class Measured:
    """Requests a second, and milliseconds of the slowest of so many in a hundred."""

    per_second: float
    p50: float
    p95: float
    p99: float


def measure(asked: Asked, cookies: Sequence[str], own: Sequence[int] = ()) -> Measured:
    """Over as many connections as there are cookies, from a process of its own."""
    mine = [str(each) for each in own] or ["" for _each in cookies]
    told = json.dumps([asdict(asked), list(zip(cookies, mine, strict=True))])
    command = [sys.executable, "-m", "tests.bench.web_load"]
    done = subprocess.run(command, input=told, text=True, stdout=subprocess.PIPE, check=True)
    times = sorted(json.loads(done.stdout))
    if not times:
        raise SystemExit(f"{asked.address}: no answer")
    return Measured(len(times) / asked.seconds, *(_at(times, part) for part in (0.5, 0.95, 0.99)))


def _at(times: Sequence[float], part: float) -> float:
    return times[min(int(len(times) * part), len(times) - 1)] * 1000


def _ask(asked: Asked, who: Sequence[str], start: threading.Barrier, times: list[float]) -> None:
    cookies, own = who
    parts = urlsplit(asked.address.replace(OWN, own))
    connection = HTTPConnection(parts.hostname or "", parts.port)
    address = parts.path + (f"?{parts.query}" if parts.query else "")
    headers = {"Cookie": cookies, "X-CSRFToken": CSRF, "Accept-Encoding": "identity"}
    if asked.bodies:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    numbers = count(asked.first)

    def once() -> float:
        n, body = next(numbers), None
        if asked.bodies:
            body = asked.bodies[n % len(asked.bodies)].replace(NUMBER, str(n))
        began = time.perf_counter()
        connection.request("POST" if body else "GET", address, body, headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status not in DONE:
            raise SystemExit(f"{address}: {answer.status}")
        return time.perf_counter() - began

    for _ in range(WARM):
        once()
    start.wait()
    until = time.perf_counter() + asked.seconds
    while time.perf_counter() < until:
        times.append(once())


def main() -> None:
    """What `measure` asks: the seconds of each request, as JSON."""
    told, who = json.loads(sys.stdin.read())
    asked, start = Asked(**told), threading.Barrier(len(who))
    found: list[list[float]] = [[] for _each in who]
    threads = [
        threading.Thread(target=_ask, args=(asked, each, start, times))
        for each, times in zip(who, found, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(json.dumps([each for times in found for each in times]))


if __name__ == "__main__":
    main()
