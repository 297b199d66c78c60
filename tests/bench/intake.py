"""How fast a section of the talk is saved: `./meedoen bench intake`.

A municipality of 5,000 dossiers. Eight officials save a section of a dossier of their own, again
and again, with another answer each time: a line in the diary, the answer, the log. The limit is the
SQL of that request, replayed by psycopg on other dossiers and taken back, with one row committed
instead. Each commit waits for the disk.
"""

import argparse
import os
import platform
from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

import psycopg
from tests import database
from tests.bench.country import country
from tests.bench.town import LINES
from tests.bench.web_load import NUMBER, OWN, Asked, Measured, measure
from tests.bench.web_officials import Official, officials
from tests.bench.web_script import GRENS, record
from tests.bench.web_serve import LIMIT, OURS, served
from tests.bench.web_show import HEAD, ROUNDS, Page, tell

from meedoen.config import embedded

Admin = psycopg.Connection[tuple[Any, ...]]
CONNECTIONS = (1, 8)
SECTION = f"/intake/dossier/{OWN}/gesprek/talen/"
OF_LIMIT = range(1_000, 1_000 + max(CONNECTIONS))  # dossiers on which nothing stays


def main() -> None:
    """Fill, save in both ways in turn, and print what came out."""
    parser = argparse.ArgumentParser(prog="./meedoen bench intake --", description=__doc__)
    parser.add_argument("--dossiers", type=int, default=5_000)
    parser.add_argument("--seconds", type=float, default=5.0)
    asked = parser.parse_args()
    os.environ["LOG_LEVEL"] = "WARNING"
    with country(asked.dossiers, asked.dossiers) as server:
        who = officials(max(CONNECTIONS))
        with psycopg.connect(server.url(embedded.SUPERUSER, database.TEMPLATE)) as admin:
            admin.execute(GRENS.encode())
            admin.commit()
            _record(who)
            print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f};")
            print(f"granian, 1 process; best of {ROUNDS} rounds, in turn\n{HEAD}")
            with served(server, ways=(OURS, LIMIT)) as addresses:
                _measure(addresses, who, admin, seconds=asked.seconds)


def _record(who: Sequence[Official]) -> None:
    body = _body("A1").replace(NUMBER, str(LINES))
    record(
        (official, Page("", SECTION.replace(OWN, str(pk)), body, writes=True))
        for official, pk in zip(who, OF_LIMIT, strict=True)
    )


def _measure(
    addresses: dict[str, str], who: Sequence[Official], admin: Admin, *, seconds: float
) -> None:
    """Both ways in turn, each round on dossiers that nobody wrote in."""
    fresh = iter(range(1, OF_LIMIT.start))
    for connections in CONNECTIONS:
        best: dict[str, Measured] = {}
        cookies = [each.cookies for each in who[:connections]]
        for _ in range(ROUNDS):
            own = [next(fresh) for _each in cookies]
            for way, dossiers in ((OURS, own), (LIMIT, OF_LIMIT[:connections])):
                bodies = (_body("A1"), _body("A2"))
                found = measure(
                    Asked(addresses[way] + SECTION, seconds, bodies, LINES), cookies, dossiers
                )
                if way == OURS:
                    _refuse_unsaved(admin, own, at_least=int(found.per_second * seconds))
                if way not in best or found.per_second > best[way].per_second:
                    best[way] = found
        tell("section saved", connections, best)


def _body(level: str) -> str:
    """The form of a section with one answer, made when the diary had `{n}` lines."""
    today = date.today()  # noqa: DTZ011 - the day of the server
    typed = {"bron": "inburgeraar", "nederlands_lezen": level}
    day = {"op_dag": today.day, "op_maand": today.month, "op_jaar": today.year}
    return urlencode(typed | day) + f"&gezien={NUMBER}"


def _refuse_unsaved(admin: Admin, own: Sequence[int], *, at_least: int) -> None:
    """A request that saves nothing is fast too: the diaries must have grown."""
    text = "SELECT sum(laatste_nummer) FROM dossier_dossier WHERE id = ANY (%s)"
    found = admin.execute(text, [list(own)]).fetchone()
    admin.rollback()
    lines = int(found[0]) - LINES * len(own) if found else 0
    if lines < at_least:
        raise SystemExit(f"{at_least} requests, {lines} lines in the diaries")


if __name__ == "__main__":
    main()
