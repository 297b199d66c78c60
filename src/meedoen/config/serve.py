"""`serve`, `worker` and `migrate`: how an installation runs; settings from the environment only."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated

import typer

from meedoen.config.django_ready import ready

MOST_WORKERS = 4  # unless a number is set: each takes memory and connections to the database
UNSAFE = 2  # the exit code of a command that refuses to start


def serve(
    *,
    host: Annotated[str, typer.Option(help="Op welk adres de server luistert.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Op welke poort.", min=1, max=65535)] = 8000,
) -> None:
    """Start de webserver (beheerders). Instellingen komen uit de omgeving: docs/settings.md."""
    _refuse_what_is_unsafe()
    granian(host, port)


def worker() -> None:
    """Start het werk op de achtergrond (beheerders)."""
    _refuse_what_is_unsafe()
    _refuse_without_audit()
    work()


def migrate() -> None:
    """Breng de tabellen bij de tijd, als eigenaar van de database (beheerders)."""
    load_settings()
    from django.core.management import call_command
    from django.db import DatabaseError

    from meedoen.accounts.actions import load_gemeenten

    try:
        call_command("migrate", database="owner", interactive=False)
        typer.echo(f"{load_gemeenten()} gemeenten in de lijst")
    except DatabaseError as error:
        raise Refused([not_reached("OWNER_DATABASE_URL", error)]) from error


def granian(host: str, port: int, *, on_start: Callable[[], None] | None = None) -> None:
    """Serve until Ctrl-C or SIGTERM; running requests are finished first.

    `on_start` is called when the port is taken and signals are the server's.
    """
    from django.conf import settings
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    from meedoen.config.logs import as_json

    level = settings.LOGGING["level"]
    server = Server(
        "meedoen.config.wsgi:make_watched",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=settings.WEB_WORKERS or min(_cores(), MOST_WORKERS),
        blocking_threads=settings.WEB_THREADS,
        workers_kill_timeout=30,
        log_dictconfig=as_json(level),
        log_level=LogLevels(level.lower()),
        log_access=False,
        websockets=False,
    )
    if on_start is not None:
        server.on_startup(on_start)
    server.serve()


def _cores() -> int:
    """How many this process may use, where the system tells; else how many there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def work() -> None:
    """Do background jobs until Ctrl-C or SIGTERM; a running job is finished first."""
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    connector = app.connector
    if not isinstance(connector, DjangoConnector):
        raise TypeError("the queue is not that of Django")
    with app.replace_connector(connector.get_worker_connector()) as working:
        # two at once: a long job must not keep those waiting that mend what another worker left
        working.run_worker(concurrency=2, shutdown_graceful_timeout=30)


class Refused(typer.Exit):
    """Ends a command that must not run: every reason on a line of its own."""

    def __init__(self, reasons: list[str]) -> None:
        for reason in reasons:
            typer.echo(reason, err=True)
        super().__init__(UNSAFE)


def load_settings() -> None:
    """Django with the settings of the environment, or the name of the one that is no good."""
    from environs import EnvError

    try:
        ready()
    except (EnvError, OSError, ValueError) as error:
        line = f"Een instelling klopt niet / a setting is wrong: {error}"
        raise Refused([line]) from error


def _refuse_what_is_unsafe() -> None:
    """Every reason at once, so that an operator mends them in one go."""
    load_settings()
    from django.conf import settings
    from django.db import DatabaseError, connection

    from meedoen.config.refusals import refusals, role_refusals

    found = refusals(settings, today=datetime.now(UTC).date())
    if not found:
        try:
            found = role_refusals(connection)
        except DatabaseError as error:
            found = [not_reached("DATABASE_URL", error)]
    if found:
        raise Refused(found)
    connection.close()


def _refuse_without_audit() -> None:
    """The worker looks over all dossiers at night: better a refusal now than an error then."""
    from django.db import DatabaseError, connections

    try:
        with connections["audit"].temporary_connection() as cursor:
            cursor.execute("SELECT FROM dossier_dossier LIMIT 1")
    except DatabaseError as error:
        raise Refused([not_reached("AUDIT_DATABASE_URL", error)]) from error


def not_reached(name: str, error: Exception) -> str:
    """Without the words of the driver: they hold the address and the name of the role."""
    kind = getattr(error.__cause__, "sqlstate", None) or type(error).__name__
    return f"{name}: de database antwoordt niet goed ({kind}). / The database refuses ({kind})."
