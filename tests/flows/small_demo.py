"""`./meedoen demo` with a municipality that is made in a second.

SLOW makes it take longer, ROWS makes it bigger.
"""

import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import date
from types import ModuleType

from meedoen.config.cli import main

STEPS = 10


def fill(on_progress: Callable[[int, int, str], None]) -> None:
    from django.db import connections
    from django.utils.timezone import now

    from meedoen.accounts.actions import add_medewerker, grant_role, set_demo_day, take_part
    from meedoen.accounts.oin.actions import give_oin
    from meedoen.accounts.roles import Rol
    from meedoen.adapters.pretend_duo.oins import oin_of

    take_part(9999, "Voorbeeldstad", stelsel="wi2021", van=date(2022, 1, 1))
    give_oin(9999, oin_of(9999), van=date(2022, 1, 1), at=now())
    beheerder = add_medewerker("beheer@voorbeeldstad.example", "I. Kuiper", "voorbeeld")
    grant_role(beheerder, Rol.BEHEERDER, 9999, van=date(2022, 1, 1))
    for step in range(STEPS):
        on_progress(step, STEPS, "november 2023")
        time.sleep(float(os.environ.get("SLOW", "0")))
    if rows := os.environ.get("ROWS"):
        with connections["owner"].cursor() as cursor:
            cursor.execute("CREATE TABLE vol AS SELECT generate_series(1, %s)", [int(rows)])
    set_demo_day(date(2026, 11, 23), at=now())
    on_progress(STEPS, STEPS, "november 2026")


if __name__ == "__main__":
    # a terminal's Ctrl-C: tests that run in the background inherit a deaf ear for it
    signal.signal(signal.SIGINT, signal.default_int_handler)
    name = "meedoen.config.voorbeeld.build"
    sys.modules[name] = ModuleType(name)
    sys.modules[name].fill = fill  # type: ignore[attr-defined]
    main()
