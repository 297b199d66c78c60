"""How fast the pages of a plan come: `./meedoen bench plan`.

A municipality of 5,000 dossiers; one of them has a plan with goals, what is done for them, a week
and agreements. Ours and the limit (the same SQL, answered as JSON) in turn, as in `bench web`.
"""

import argparse
import os
import platform

from tests.bench.country import country
from tests.bench.web_officials import officials
from tests.bench.web_script import record
from tests.bench.web_serve import LIMIT, OURS, served
from tests.bench.web_show import HEAD, ROUNDS, Page, show

CONNECTIONS = (1, 8)
DOSSIER, GOALS = 77, 4
PAGES = (
    Page("leerroute", f"/plan/dossier/{DOSSIER}/"),
    Page("plan (PIP)", f"/plan/dossier/{DOSSIER}/besluit/"),
    Page("goals", f"/plan/dossier/{DOSSIER}/doelen/"),
    Page("week", f"/plan/dossier/{DOSSIER}/week/"),
)


def main() -> None:
    """Fill, measure every page in both ways, and print what came out."""
    parser = argparse.ArgumentParser(prog="./meedoen bench plan --", description=__doc__)
    parser.add_argument("--dossiers", type=int, default=5_000)
    parser.add_argument("--seconds", type=float, default=5.0)
    asked = parser.parse_args()
    os.environ["LOG_LEVEL"] = "WARNING"
    with country(asked.dossiers, asked.dossiers) as server:
        who = officials(max(CONNECTIONS))
        _plan()
        record((official, page) for official in who for page in PAGES)
        print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f};")
        print(f"granian, 1 process; best of {ROUNDS} rounds, in turn\n{HEAD}")
        with served(server, ways=(OURS, LIMIT)) as addresses:
            for page in PAGES:
                for connections in CONNECTIONS:
                    show(page, connections, addresses, who, seconds=asked.seconds)


def _plan() -> None:
    from tests.bench.town import HIER
    from tests.dossier.makers import team
    from tests.persoonlijk_plan.makers import planned

    from meedoen.accounts.roles import Rol

    actor = team(HIER, Rol.TEAMLEIDER)[Rol.TEAMLEIDER]
    for number in range(GOALS):
        planned(actor, DOSSIER, f"Ik wil stap {number} zetten", minutes=7 + number)


if __name__ == "__main__":
    main()
