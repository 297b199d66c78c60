"""`./meedoen pretend-duo`: a DUO with invented people; how to use it: docs/pretend-duo.md."""

from __future__ import annotations

import argparse
import json
import signal
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from meedoen.adapters.pretend_duo.notices import Targets
    from meedoen.adapters.pretend_duo.running import Plan, Running

# The options are read here and not by typer: there are more than a function should have.
ALL_OF_IT = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}


def pretend_duo(context: typer.Context) -> None:
    """Start een verzonnen DUO, om een koppeling te testen (leveranciers, beheerders)."""
    given = _parser().parse_args(context.args)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        faults = _run(given)
    except KeyboardInterrupt:
        typer.echo("\nDe verzonnen DUO is gestopt.")
        return
    except (OSError, ValueError) as error:
        typer.echo(f"De verzonnen DUO kan niet starten: {error}", err=True)
        raise typer.Exit(1) from error
    raise typer.Exit(1 if faults else 0)


def _interrupt(number: int, frame: Any) -> None:  # noqa: ARG001 - what a signal handler gets
    raise KeyboardInterrupt


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="./meedoen pretend-duo", description="Een verzonnen DUO, om een koppeling te testen."
    )
    add = parser.add_argument
    add("--host", default="127.0.0.1", help="op welk adres")
    add("--port", type=int, default=8090, help="de poort van DUO (0: een vrije)")
    add("--panel-port", type=int, default=8091, help="de poort van de pagina")
    add("--day", type=_day, help="de dag waarop de wereld begint, als 2026-11-23; anders vandaag")
    add("--seconds-per-day", type=float, default=0.0, help="de dagen lopen vanzelf")
    add("--people", type=int, default=28, help="hoeveel mensen")
    add("--seed", type=int, default=1, help="een ander getal geeft andere mensen")
    add("--gemeente", type=int, action="append", help="gemeentecode; mag vaker")
    add(
        "--target", action="append", default=[], help="waar notificaties heen gaan: URL of CODE=URL"
    )
    add("--header", action="append", default=[], help="extra kop bij notificaties: NAAM=WAARDE")
    add("--kuur", action="append", default=[], help="slecht gedrag: NAAM of NAAM=AANDEEL")
    add("--https", type=Path, metavar="MAP", help="TLS met certificaten; ze komen in deze map")
    add("--expired", action="store_true", help="het certificaat van DUO is verlopen")
    add("--toets", metavar="URL", help="stuur goede en foute notificaties, en oordeel")
    add("--wait", type=float, default=0.0, help="na de toets: seconden om vragen af te wachten")
    add("--coa", type=Path, metavar="MAP", help="schrijf wat COA over gekoppelden zou vertellen")
    add("--report", type=Path, metavar="BESTAND", help="het oordeel ook als JSON")
    return parser


def _day(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC)


def _now() -> datetime:
    return datetime.now(UTC)


def _run(given: argparse.Namespace) -> int:
    from meedoen.adapters.pretend_duo.certificates import usable, write_all
    from meedoen.adapters.pretend_duo.running import running

    plan = _plan(given)
    if given.https and (given.expired or not usable(given.https, plan.gemeenten, _now())):
        write_all(given.https, gemeenten=plan.gemeenten, at=_now(), expired=given.expired)
    with running(plan, _now) as duo:
        typer.echo(f"De verzonnen DUO luistert op {duo.url}")
        typer.echo(f"De pagina: {duo.panel_url}  Stop met Ctrl-C.")
        if given.coa:
            _coa(given.coa, duo, plan)
        if given.toets:
            return _toets(given, duo, plan)
        threading.Event().wait()
    return 0


def _plan(given: argparse.Namespace) -> Plan:
    from meedoen.adapters.pretend_duo.running import Plan

    if given.toets and not given.wait:  # nobody is to find us: another DUO may be running
        given.port = given.panel_port = 0
    return Plan(
        day=(given.day or _now()).date(),
        gemeenten=tuple(given.gemeente or (9999, 9998)),
        address=(given.host, given.port),
        panel_port=given.panel_port,
        people=given.people,
        seed=given.seed,
        kuren=tuple(given.kuur),
        targets=_targets(given),
        seconds_per_day=given.seconds_per_day,
        folder=given.https,
    )


def _targets(given: argparse.Namespace) -> Targets:
    from meedoen.adapters.pretend_duo.notices import Targets

    each: dict[int, str] = {}
    everybody = ""
    for text in given.target:
        code, is_, url = text.partition("=")
        if is_ and code.isdecimal():
            each[int(code)] = url
        else:
            everybody = text
    headers = dict(text.split("=", 1) for text in given.header)
    return Targets(everybody, each, headers)


def _coa(folder: Path, duo: Running, plan: Plan) -> None:
    from meedoen.adapters.pretend_coa import PretendCoa, write_folder

    for gemeente in plan.gemeenten:
        coa = PretendCoa(duo.world, gemeente)
        number = write_folder(coa, folder / f"{gemeente:04d}", duo.world.day)
        typer.echo(f"COA: {number} gekoppeld aan {gemeente}, in {folder / f'{gemeente:04d}'}")


def _toets(given: argparse.Namespace, duo: Running, plan: Plan) -> int:
    """The report on paper and in a file; returns how many trials went wrong."""
    from meedoen.adapters.pretend_duo.report import asked_after, what_was_asked
    from meedoen.adapters.pretend_duo.toets import judge, somebody

    about = somebody(duo.world, plan.gemeenten[0])
    headers = dict(plan.targets.headers)
    verdicts = []
    for verdict in judge(duo.sender.client, given.toets, about, at=_now(), proxy=headers):
        typer.echo(verdict.line())
        verdicts.append(verdict)
    time.sleep(given.wait)
    asked = what_was_asked(duo.journal) | asked_after(duo.journal, about.code, about.vnummer)
    wrong = sum(bool(verdict.faults) for verdict in verdicts)
    typer.echo(f"\n{len(verdicts) - wrong} van {len(verdicts)} proeven goed.")
    if given.wait:
        typer.echo(f"Vragen ontvangen: {asked['vragen']}.")
        typer.echo(f"Opmerkingen: {asked['opmerkingen'] or 'geen'}.")
        typer.echo(f"Na {about.code} niet gevraagd: {asked['niet_gevraagd'] or 'niets'}.")
    if given.report:
        content = {"proeven": [v.plain() for v in verdicts], "gevraagd": asked}
        given.report.write_text(json.dumps(content, indent=2, ensure_ascii=False), "utf-8")
    return wrong
