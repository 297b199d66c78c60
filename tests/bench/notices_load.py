"""Sends notices over some connections at once, from a process of its own."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from tests.berichten.wire import headers, notice

WARM = 5  # of each connection, that do not count
AGAIN = 0.2  # seconds until what was not accepted is sent again


@dataclass(frozen=True)
class Load:
    """Where to, how long, over how many connections; `rate` a second, or 0: as fast as it goes.

    `insist`: what is not accepted is sent again, as DUO does, until it is.
    """

    address: str
    seconds: float
    connections: int
    rate: float = 0.0
    insist: bool = False


@dataclass(frozen=True)
class Sent:
    """Seconds of each accepted notice, how often one was refused, and the numbers of all."""

    times: list[float]
    refusals: int
    numbers: list[str]
    seconds: float

    @property
    def per_second(self) -> float:
        """Accepted notices a second."""
        return len(self.times) / self.seconds

    def at(self, part: float) -> float:
        """Milliseconds of the slowest of so many in a hundred."""
        ordered = sorted(self.times)
        return ordered[min(int(len(ordered) * part), len(ordered) - 1)] * 1000


def start(load: Load) -> "subprocess.Popen[str]":
    """Begin to send."""
    command = [sys.executable, "-m", "tests.bench.notices_load", json.dumps(asdict(load))]
    return subprocess.Popen(command, text=True, stdout=subprocess.PIPE)


def result(process: "subprocess.Popen[str]") -> Sent:
    """What was sent, when it is done."""
    out, _ = process.communicate()
    if process.returncode:
        raise SystemExit("the load did not end well")
    return Sent(**json.loads(out))


class Line:
    """One connection of DUO."""

    def __init__(self, load: Load) -> None:
        self.load, self.parts = load, urlsplit(load.address)
        self.connection = HTTPConnection(self.parts.hostname or "", self.parts.port, timeout=30)
        self.times: list[float] = []
        self.numbers: list[str] = []
        self.refusals = 0

    def send(self, *, counts: bool = True) -> None:
        """One notice about one of a thousand people."""
        number = str(uuid4())
        person = hash(number) % 1000 + 1
        body = json.dumps(notice("SS102", bsn=None, vNummer=person))
        began = time.perf_counter()
        while not self._accepted(number, body):
            self.refusals += 1
            if not self.load.insist:
                return
            time.sleep(AGAIN)
        if counts:
            self.times.append(time.perf_counter() - began)
        self.numbers.append(number)

    def _accepted(self, number: str, body: str) -> bool:
        head = {"Content-Type": "application/json", **headers(number)}
        try:
            self.connection.request("POST", self.parts.path, body, head)
            answer = self.connection.getresponse()
            answer.read()
        except (OSError, HTTPException):
            self.connection.close()
            return False
        return answer.status == 201

    def run(self, first: float, until: float) -> None:
        """Send until a moment; with a rate each at its own moment, also when one was late."""
        for moment in self._moments(first):
            if moment >= until or time.perf_counter() >= until:
                return
            with suppress(ValueError):  # it is late already
                time.sleep(moment - time.perf_counter())
            self.send()

    def _moments(self, first: float) -> Iterator[float]:
        if not self.load.rate:
            while True:
                yield time.perf_counter()
        number, between = 0, self.load.connections / self.load.rate
        while True:
            yield first + number * between
            number += 1


def main() -> None:
    """What `start` asks for; what was sent as JSON."""
    load = Load(**json.loads(sys.argv[1]))
    lines = [Line(load) for _ in range(load.connections)]
    for each in lines:
        for _ in range(WARM):
            each.send(counts=False)
    began = time.perf_counter()
    threads = [
        threading.Thread(target=_run, args=(each, at, began)) for at, each in enumerate(lines)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told: dict[str, Any] = {
        "times": [each for line in lines for each in line.times],
        "numbers": [each for line in lines for each in line.numbers],
        "refusals": sum(line.refusals for line in lines),
        "seconds": time.perf_counter() - began,
    }
    print(json.dumps(told))


def _run(line: Line, place: int, began: float) -> None:
    load = line.load
    shift = place / load.rate if load.rate else 0.0
    line.run(began + shift, began + load.seconds)


if __name__ == "__main__":
    main()
