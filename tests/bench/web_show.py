"""A page asked for in each way in turn: what came out, and ours as a part of the others."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench.web_load import Asked, Measured, measure
from tests.bench.web_officials import Official
from tests.bench.web_serve import LIMIT, OURS, USUAL

ROUNDS = 2
HEAD = f"{'':14s}{'conn':>5s} {'way':8s}{'req/s':>8s}{'p50':>8s}{'p95':>8s}{'p99':>8s}  ms"


@dataclass(frozen=True)
class Page:
    """A page to ask for: its name, the address, and what is sent by POST, if anything."""

    name: str
    address: str
    body: str = ""
    usual: bool = False  # is it made in the usual way too?
    writes: bool = False


def show(
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
    cookies = [each.cookies for each in who[:connections]]
    for _ in range(ROUNDS):
        for way in ways:
            bodies = (page.body,) if page.body else ()
            found = measure(Asked(addresses[way] + page.address, seconds, bodies), cookies)
            if way not in best or found.per_second > best[way].per_second:
                best[way] = found
    tell(page.name, connections, best)


def tell(name: str, connections: int, best: dict[str, Measured]) -> None:
    """What each way did, and ours as a part of the others."""
    for way, one in best.items():
        times = "".join(f"{ms:8.1f}" for ms in (one.p50, one.p95, one.p99))
        print(f"{name:14s}{connections:5d} {way:8s}{one.per_second:8.1f}{times}")
    ratios = {
        way: best[OURS].per_second / one.per_second for way, one in best.items() if way != OURS
    }
    told = ", ".join(f"{ratio:.2f} of {way}" for way, ratio in ratios.items())
    print(f"{'':19s} ours is {told}", flush=True)
