"""How fast the rules are: `./meedoen bench rules -- --sizes 10000,100000,1000000`.

Every number of dossiers runs in a process of its own. OpenFisca-core (AGPL-3.0) is the other
engine of the comparison: no part of Meedoen, fetched the first time this is asked.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import numpy as np
from tests.bench.blocks import ROWS, Measured, measure
from tests.bench.one_dossier import Explained, explain_one
from tests.bench.versus import SAMPLE, Compared, compare

T = TypeVar("T")

ROOT = Path(__file__).parents[2]
FETCH = ("sync", "--frozen", "--inexact", "--only-group", "bench", "--quiet")


def main() -> int:
    """Measure what was asked, and print it."""
    asked = _arguments()
    if not asked.alone and find_spec("openfisca_core") is None:
        _fetch()
    cores, load = os.cpu_count(), os.getloadavg()[0]
    print(f"{platform.machine()}, {cores} cores, one used: its own seconds; load {load:.1f}")
    print(f"Python {platform.python_version()}, NumPy {np.__version__}, blocks of {ROWS:,} rows\n")
    found = [_apart(measure, count) for count in asked.sizes]
    _show_sizes(found)
    _show_one(_apart(explain_one, 20))
    if not asked.alone:
        _show_compared(_apart(compare, max(asked.sizes)))
    return 0


def _apart(work: Callable[[int], T], count: int) -> T:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, count).result()


def _show_sizes(found: list[Measured]) -> None:
    print(f"{found[0].outputs} outputs from {found[0].facts} facts, findings and all:")
    print(" dossiers  cpu secs    rows/s  us/row  peak MB  data MB  copying")
    for one in found:
        print(
            f"{one.count:9,} {one.seconds:9.3f} {one.count / one.seconds:9,.0f}"
            f" {one.seconds / one.count * 1e6:7.2f} {one.peak_bytes / 1e6:8.0f}"
            f" {one.data_bytes / 1e6:8.0f} {one.seconds / one.copy_seconds:7.0f}x"
        )
    small, large = min(found, key=lambda m: m.count), max(found, key=lambda m: m.count)
    growth = (large.seconds / large.count) / (small.seconds / small.count)
    print(f"one row of {large.count:,} costs {growth:.2f} times one row of {small.count:,}\n")


def _show_one(one: Explained) -> None:
    print(f"one dossier, every rule of the catalogue: {one.rules} rules, {one.steps} steps")
    print(f"  {one.computing * 1e3:.1f} ms computing, {one.explaining * 1e3:.1f} ms explaining;")
    print(f"  the rules of the chapters above: {one.of_persons * 1e3:.1f} ms together\n")


def _show_compared(one: Compared) -> None:
    print(f"the same {one.outputs} outputs of {one.count:,} dossiers, all facts known, all equal:")
    _line("our rules, with findings", one.ours, one)
    for way, (computing, with_set_up) in one.openfisca.items():
        _line(f"OpenFisca-core, months by {way}", computing, one)
        _line("  with its set-up", with_set_up, one)
    _line(f"plain Python ({SAMPLE:,} people, scaled)", one.plain, one)
    _line("copying the same bytes", one.copying, one)


def _line(text: str, seconds: float, one: Compared) -> None:
    print(f"  {text:42s} {seconds:10.4f} s {seconds / one.ours:9.3f} x ours")


def _fetch() -> None:
    """Install the dependency group `bench` beside what is there, with the uv of ./meedoen."""
    print("fetching OpenFisca-core, for this comparison only (or: --alone)...", flush=True)
    own = ROOT / ".venv" / "uv" / "bin" / "uv"
    uv = str(own) if own.exists() else shutil.which("uv")
    if uv is None:
        sys.exit("uv is missing; run ./meedoen once, or leave OpenFisca out: --alone")
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    environment |= {"UV_PROJECT_ENVIRONMENT": sys.prefix, "UV_SYSTEM_CERTS": "1"}
    done = subprocess.run([uv, *FETCH], cwd=ROOT, env=environment, check=False)
    if done.returncode:
        sys.exit("could not fetch OpenFisca-core; leave it out with --alone")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./meedoen bench rules --", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default="10000,100000,1000000")
    parser.add_argument("--alone", action="store_true", help="without the other engines")
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",")]


if __name__ == "__main__":
    sys.exit(main())
