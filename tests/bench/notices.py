"""How many notices of DUO a second are kept, and whether one gets lost: `./meedoen bench notices`.

A real server (granian, one process) and a PostgreSQL of which each commit waits for the disk. Our
end point in turn with the limit: the same server, and an insert with nothing around it. Who sends
runs beside it on the same machine. Then the database goes down and the worker is killed meanwhile.
"""

import argparse
import os
import platform
import signal
import subprocess
import sys
import time

import psycopg
from tests import database
from tests.bench import town
from tests.bench.notices_limit import TABLE
from tests.bench.notices_load import Load, Sent, result, start
from tests.bench.notices_serve import LIMIT, OURS, environment, served

from meedoen.config import database_roles, embedded

ROUNDS = 2
PATIENCE = 120.0  # seconds for the worker to do what is left
_LEFT = "SELECT count(*) FROM berichten_bericht WHERE pogingen = 0"
_THERE = (
    "SELECT count(*), count(DISTINCT bericht_id) FROM berichten_bericht WHERE bericht_id = ANY (%s)"
)


def main() -> None:
    """Measure both ways, the pace that DUO may keep, and the storm; print what came out."""
    parser = argparse.ArgumentParser(prog="./meedoen bench notices --", description=__doc__)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--rate", type=float, default=200.0)
    parser.add_argument("--connections", type=int, default=16)
    parser.add_argument("--storm", type=float, default=15.0, help="seconds of the storm")
    asked = parser.parse_args()
    with town.empty(durable=True) as server:
        from tests.berichten.sender import known_by_oin

        known_by_oin()
        with psycopg.connect(server.url(database_roles.OWNER, database.TEMPLATE)) as owner:
            owner.execute(TABLE.encode())
        print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f};")
        print(f"granian, 1 process; best of {ROUNDS} rounds, in turn\n")
        with served(server) as addresses:
            _in_turn(addresses, asked)
            paced = Load(addresses[OURS], asked.seconds, asked.connections, asked.rate)
            _show(f"ours at {asked.rate:.0f}/s", result(start(paced)))
            _storm(server, addresses[OURS], asked)


def _in_turn(addresses: dict[str, str], asked: argparse.Namespace) -> None:
    best: dict[str, Sent] = {}
    for _ in range(ROUNDS):
        for way in (OURS, LIMIT):
            found = result(start(Load(addresses[way], asked.seconds, asked.connections)))
            if way not in best or found.per_second > best[way].per_second:
                best[way] = found
    for way, found in best.items():
        _show(way, found)
    ratio = best[OURS].per_second / best[LIMIT].per_second
    print(f"ours is {ratio:.2f} of the limit (goal: 0.5)\n", flush=True)


def _show(name: str, sent: Sent) -> None:
    times = f"p50 {sent.at(0.5):.1f} ms, p99 {sent.at(0.99):.1f} ms"
    told = f"{sent.per_second:8.1f} notices/s, {times}, {sent.refusals} refused"
    print(f"{name:14s}{told}", flush=True)


def _storm(server: embedded.Server, address: str, asked: argparse.Namespace) -> None:
    """Send at a quiet pace; the database crashes twice, the worker is killed twice."""
    load = Load(address, asked.storm, 8, rate=50.0, insist=True)
    worker, sending = _worker(server), start(load)
    try:
        for _ in range(2):
            time.sleep(asked.storm / 3)
            _crash(server)
            worker.send_signal(signal.SIGKILL)
            worker.wait()
            worker = _worker(server)
        sent = result(sending)
        last = time.monotonic()
        while _left(server) and time.monotonic() - last < PATIENCE:
            time.sleep(0.5)
            if worker.poll() is not None:  # it gave up waiting for the database
                worker = _worker(server)
        seconds = time.monotonic() - last
    finally:
        sending.kill()
        worker.kill()
        worker.wait()
    with _admin(server) as admin:
        rows, numbers = admin.execute(_THERE, [sent.numbers]).fetchone() or (0, 0)
    _show("storm", sent)
    print(
        f"{len(sent.numbers)} accepted, {len(sent.numbers) - numbers} lost, {rows - numbers} twice,"
        f" {_left(server)} left by the worker {seconds:.1f} s after the last"
    )


def _worker(server: embedded.Server) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "meedoen.config.demo_worker"]
    settings = environment(server, database_roles.WORKER)
    return subprocess.Popen(
        command,
        env=settings,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _crash(server: embedded.Server) -> None:
    """One process of PostgreSQL dies; it then ends all, and starts again from what is on disk."""
    os.kill(_admin(server).info.backend_pid, signal.SIGKILL)


def _admin(server: embedded.Server) -> "psycopg.Connection[tuple[int, ...]]":
    """A connection, as soon as the database is there again."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return psycopg.connect(
                server.url(embedded.SUPERUSER, database.TEMPLATE), autocommit=True
            )
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def _left(server: embedded.Server) -> int:
    """How many notices no worker took up."""
    with _admin(server) as admin:
        return (admin.execute(_LEFT).fetchone() or (0,))[0]


if __name__ == "__main__":
    main()
