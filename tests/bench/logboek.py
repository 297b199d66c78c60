"""What the access log costs: `./meedoen bench logboek -- --seconds 5`.

Looks at 24 people, so 25 lines each, over some connections at once, as meedoen_web: with scope, row
policies, the lock of the sealer and its triggers. Beside it, in turn, the least that can be done:
the same bytes in one INSERT into a table of the same columns and indexes, without any of that.
"""

import argparse
import os
import platform
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from tests.bench.town import HIER, town

PEOPLE = 24
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
ROUNDS = 3


def main() -> None:
    """Measure, and print lines a second of both ways."""
    parser = argparse.ArgumentParser(prog="./meedoen bench logboek --", description=__doc__)
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=4.0)
    asked = parser.parse_args()
    with town(1, told=1, durable=True):
        _make_peer()
        print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f};")
        how = f"{asked.connections} connections, {PEOPLE + 1} lines a look"
        print(f"{how}, as meedoen_web; each commit waits for the disk\n")
        ours, peer = [], []
        for _ in range(ROUNDS):  # in turn: load hits both alike
            ours.append(_lines_a_second(_look, asked.connections, asked.seconds))
            peer.append(_lines_a_second(_bare, asked.connections, asked.seconds))
            print(
                f"log {ours[-1]:9,.0f} lines/s   only INSERT {peer[-1]:9,.0f} lines/s", flush=True
            )
        best, least = max(ours), max(peer)
        print(f"\nbest of {ROUNDS}: {best:,.0f} against {least:,.0f} lines/s: {least / best:.2f}x")


def _lines_a_second(one: Callable[[int], None], connections: int, seconds: float) -> float:
    done = [0] * connections
    began = time.perf_counter()

    def work(place: int) -> None:
        from django.db import connections as all_connections

        while time.perf_counter() - began < seconds:
            one(place)
            done[place] += PEOPLE + 1
        all_connections.close_all()

    threads = [threading.Thread(target=work, args=(place,)) for place in range(connections)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return sum(done) / (time.perf_counter() - began)


def _made(place: int) -> Any:
    from meedoen.accounts.actor import Actor
    from meedoen.accounts.roles import Rol
    from meedoen.logboek.looks import Look

    actor = Actor(place + 1, "bench", Rol.KLANTMANAGER, (HIER,))
    look = Look(actor, HIER, "zoeken", "dossiers vinden", AT)
    look.show(*range(place, place + PEOPLE))
    return look


def _look(place: int) -> None:
    """As a request does it: the scope, and the lines."""
    from meedoen.accounts.scope import as_actor
    from meedoen.logboek.actions import write_look

    look = _made(place)
    with as_actor(look.actor):
        write_look(look)


def _bare(place: int) -> None:
    """The same bytes, and nothing else."""
    from django.db import connection

    from meedoen.logboek import actions

    look = _made(place)
    columns: list[Any] = [list(each) for each in zip(*actions._lines(look), strict=True)]
    values: list[Any] = [HIER, look.trace.trace_id, "Ok", look.naam, AT, look.einde_at]
    with connection.cursor() as cursor:
        bare = actions._INSERT.replace("logboek_logregel", "logboek_kaal")
        cursor.execute(bare, [*values, "persoon", place + 1, "klantmanager", *columns])


def _make_peer() -> None:
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        cursor.execute("CREATE TABLE logboek_kaal (LIKE logboek_logregel INCLUDING ALL)")
        cursor.execute("GRANT INSERT ON logboek_kaal TO meedoen_web")


if __name__ == "__main__":
    main()
