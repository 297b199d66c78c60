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

from tests.bench.country import country
from tests.bench.web_officials import officials
from tests.bench.web_script import record
from tests.bench.web_serve import served
from tests.bench.web_show import HEAD, ROUNDS, Page, show

CONNECTIONS = (1, 4, 8, 32)


PAGES = (
    Page("list", "/dossiers/?van=alle", usual=True),
    Page("work list", "/"),
    Page("dossier page", "/dossiers/77/nu/"),
    Page("search", "/dossiers/zoek/", body="q=Selam+Tesf"),
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
        record((official, page) for official in who for page in PAGES)
        print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f};")
        print(f"granian, {asked.workers} process; best of {ROUNDS} rounds, in turn\n")
        print(HEAD)
        with served(server, workers=asked.workers) as addresses:
            for page in PAGES:
                for connections in CONNECTIONS:
                    show(page, connections, addresses, who, seconds=asked.seconds)


if __name__ == "__main__":
    main()
