"""The developer's command `bench`: the long measurements, each a module of `tests/bench`."""

import subprocess
import sys
from typing import Annotated

import typer

from meedoen.config.house import ROOT, in_a_checkout

BENCHES = (
    "facts",
    "intake",
    "klantprofielen",
    "letters",
    "logboek",
    "mutants",
    "notices",
    "plan",
    "planner",
    "rules",
    "web",
)


def bench(
    name: Annotated[
        str,
        typer.Argument(
            help="facts, intake, klantprofielen, letters, logboek, mutants, notices, plan, planner,"
            " rules or web."
        ),
    ],
    arguments: Annotated[
        list[str] | None, typer.Argument(help="Passed on: see `bench NAME -- --help`.")
    ] = None,
) -> None:
    """Measure the product, or what its tests see of planted mistakes (developers)."""
    from meedoen.law.reading import nearest

    in_a_checkout()
    if name not in BENCHES:
        typer.echo(f"onbekende meting «{name}»{nearest(name, BENCHES)}", err=True)
        raise typer.Exit(2)
    command = [sys.executable, "-m", f"tests.bench.{name}", *(arguments or [])]
    raise typer.Exit(subprocess.run(command, cwd=ROOT, check=False).returncode)
