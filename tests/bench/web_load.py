"""Asks for a page over some connections at once, each with a session of its own."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

from tests.bench.web_officials import CSRF

WARM = 3  # requests of each connection that do not count


@dataclass(frozen=True)
class Asked:
    """A page: its whole address, what is typed (then it goes by POST), and how long to ask."""

    address: str
    typed: str
    seconds: float


@dataclass(frozen=True)
class Measured:
    """Requests a second, and milliseconds of the slowest of so many in a hundred."""

    per_second: float
    p50: float
    p95: float
    p99: float


def measure(asked: Asked, cookies: Sequence[str]) -> Measured:
    """Over as many connections as there are cookies, from a process of its own."""
    told = json.dumps([asked.address, asked.typed, asked.seconds, list(cookies)])
    command = [sys.executable, "-m", "tests.bench.web_load"]
    done = subprocess.run(command, input=told, text=True, stdout=subprocess.PIPE, check=True)
    times = sorted(json.loads(done.stdout))
    if not times:
        raise SystemExit(f"{asked.address}: no answer")
    return Measured(len(times) / asked.seconds, *(_at(times, part) for part in (0.5, 0.95, 0.99)))


def _at(times: Sequence[float], part: float) -> float:
    return times[min(int(len(times) * part), len(times) - 1)] * 1000


def _ask(asked: Asked, cookies: str, start: threading.Barrier, times: list[float]) -> None:
    parts = urlsplit(asked.address)
    connection = HTTPConnection(parts.hostname or "", parts.port)
    address = parts.path + (f"?{parts.query}" if parts.query else "")
    headers = {"Cookie": cookies, "X-CSRFToken": CSRF, "Accept-Encoding": "identity"}
    body = urlencode({"q": asked.typed}) if asked.typed else None
    if body:
        headers["Content-Type"] = "application/x-www-form-urlencoded"

    def once() -> float:
        began = time.perf_counter()
        connection.request("POST" if body else "GET", address, body, headers)
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
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
    address, typed, seconds, cookies = json.loads(sys.stdin.read())
    asked, start = Asked(address, typed, seconds), threading.Barrier(len(cookies))
    found: list[list[float]] = [[] for _ in cookies]
    threads = [
        threading.Thread(target=_ask, args=(asked, each, start, times))
        for each, times in zip(cookies, found, strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(json.dumps([each for times in found for each in times]))


if __name__ == "__main__":
    main()
