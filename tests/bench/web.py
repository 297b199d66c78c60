"""How fast pages come: `./meedoen bench web -- --dossiers 1000000`.

A country of dossiers at 342 municipalities, one with 5,000. Officials are logged in; row-level
security and the access log are on, and each commit waits for the disk. The same server (granian)
answers in three ways, in turn: ours; the limit, which is the very SQL of our request, replayed by
psycopg and answered as JSON; and, for the list, the usual way: Django's own templates, a count of
all pages, and the log by its ORM. Who asks runs beside it on the same machine.
"""

import argparse
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.country import country
from tests.bench.web_load import Asked, Measured, measure
from tests.bench.web_officials import Official, officials
from tests.bench.web_script import record
from tests.bench.web_serve import LIMIT, OURS, USUAL, served

CONNECTIONS = (1, 4, 8, 32)
ROUNDS = 2


@dataclass(frozen=True)
class Page:
    """A page to ask for: its name, and the address; with `typed` it is a search, sent by POST."""

    name: str
    address: str
    typed: str = ""
    usual: bool = False  # is it made in the usual way too?


PAGES = (
    Page("list", "/dossiers/?van=alle", usual=True),
    Page("work list", "/"),
    Page("dossier page", "/dossiers/77/nu/"),
    Page("search", "/dossiers/zoek/", typed="Selam Tesf"),
)


def main() -> None:
    """Fill, measure every way of every page, and print what came out."""
    parser = argparse.ArgumentParser(prog="./meedoen bench web --", description=__doc__)
    parser.add_argument("--dossiers", type=int, default=1_000_000)
    parser.add_argument("--own", type=int, default=5_000, help="of them at the one municipality")
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--workers", type=int, default=1, help="processes of the server")
    asked = parser.parse_args()
    os.environ["LOG_LEVEL"] = "WARNING"
    print(f"filling {asked.dossiers:,} dossiers...", flush=True)
    with country(asked.dossiers, asked.own) as server:
        who = officials(max(CONNECTIONS))
        record(who, PAGES)
        print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f};")
        print(f"granian, {asked.workers} process; best of {ROUNDS} rounds, in turn\n")
        print(f"{'':14s}{'conn':>5s} {'way':8s}{'req/s':>8s}{'p50':>8s}{'p95':>8s}{'p99':>8s}  ms")
        with served(server, workers=asked.workers) as addresses:
            for page in PAGES:
                for connections in CONNECTIONS:
                    _show(page, connections, addresses, who, seconds=asked.seconds)


def _show(
    page: Page,
    connections: int,
    addresses: dict[str, str],
    who: Sequence[Official],
    *,
    seconds: float,
) -> None:
    """Every way of one page in turn, its best round, and the ratios."""
    ways = [OURS, LIMIT, *([USUAL] if page.usual else [])]
    best: dict[str, Measured] = {}
    for _ in range(ROUNDS):
        for way in ways:
            asked = Asked(addresses[way] + page.address, page.typed, seconds)
            found = measure(asked, [each.cookies for each in who[:connections]])
            if way not in best or found.per_second > best[way].per_second:
                best[way] = found
    for way in ways:
        one = best[way]
        times = "".join(f"{ms:8.1f}" for ms in (one.p50, one.p95, one.p99))
        print(f"{page.name:14s}{connections:5d} {way:8s}{one.per_second:8.1f}{times}")
    ratios = {way: best[OURS].per_second / best[way].per_second for way in ways[1:]}
    told = ", ".join(f"{ratio:.2f} of {way}" for way, ratio in ratios.items())
    print(f"{'':19s} ours is {told}", flush=True)


if __name__ == "__main__":
    main()
