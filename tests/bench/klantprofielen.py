"""How long a file of many klantprofielen takes: read and checked, recognised, shown, written.

All rows are new people; one in ten has a doubtful cell, one in twenty a wrong one. The seconds of
the processor are told beside those of the clock: they hardly change when others use the machine.
"""

import argparse
import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.town import empty


def main() -> None:
    """Measure, and print the seconds of each part."""
    parser = argparse.ArgumentParser(prog="./meedoen bench klantprofielen --", description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    asked = parser.parse_args()
    with empty(durable=True):
        print(f"{platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
        _measure(asked.rows)


def _measure(count: int) -> None:
    from tests.dossier.makers import HIER, ON, later, team
    from tests.opvang.files import GOOD, file_of

    from meedoen.accounts.keys import keys_in_use
    from meedoen.accounts.roles import Rol
    from meedoen.accounts.scope import as_actor
    from meedoen.dossier.verify import CHECKS, one_moment
    from meedoen.opvang.actions.bestand import take_in
    from meedoen.opvang.bestand import read
    from meedoen.opvang.herkennen import recognise
    from meedoen.opvang.keuring import judge
    from meedoen.opvang.voorvertoning import seen_of

    actor = team(HIER, Rol.TEAMLEIDER)[Rol.TEAMLEIDER]
    content = file_of(*(GOOD | _person(number) for number in range(count)))
    began, spent = time.perf_counter(), _processor()
    with as_actor(actor):
        with _timed("read and checked"):
            rows = judge(read(content), (HIER, "Voorbeeld"), on=ON)
        with _timed("recognised"):
            recognise(rows, actor, on=ON, keys=keys_in_use())
        with _timed("shown"):
            seen = seen_of(rows, windows=False)
        with _timed("written"):
            done = take_in(rows, on=ON, at=later(1))
    print(f"{'together':18s}{time.perf_counter() - began:7.1f} s")
    ours, server = (now - then for now, then in zip(_processor(), spent, strict=True))
    print(f"{'processor':18s}{ours + server:7.1f} s: {ours:.1f} here, {server:.1f} of the server")
    print(f"\n{seen.alle} rows: {done.nieuw} dossiers, {seen.fout} refused with a reason")
    with one_moment():
        faults = [str(fault) for check in CHECKS.values() for fault in check()]
    print(f"verify: {len(faults)} faults")


def _processor() -> tuple[float, float]:
    """Seconds of the processor that we and our connection with the database have used (Linux)."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        found = cursor.fetchone()
    fields = Path(f"/proc/{found[0] if found else 0}/stat").read_text().rpartition(")")[2].split()
    ticks = int(fields[11]) + int(fields[12])
    return time.process_time(), ticks / os.sysconf("SC_CLK_TCK")


def _person(number: int) -> dict[str, str]:
    vnummer = f"{1_000_000_000 + number}"
    changed = {"bsn": "", "vnummer": vnummer, "voornamen": f"Nieuw {_letters(number)}"}
    if number % 10 == 0:
        changed["gekoppeld_op"] = "46096"
    if number % 20 == 1:
        changed["nt2_uren"] = "veel"
    return changed


def _letters(number: int) -> str:
    """A number as letters: a name has none of the other."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


@contextmanager
def _timed(what: str) -> Iterator[None]:
    began = time.perf_counter()
    yield
    print(f"{what:18s}{time.perf_counter() - began:7.1f} s", flush=True)


if __name__ == "__main__":
    main()
