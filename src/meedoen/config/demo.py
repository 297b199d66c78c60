"""`./meedoen demo`: a whole municipality of invented people, on this machine, with nothing else."""

import errno
import fcntl
import os
import secrets
import shutil
import signal
import socket
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Annotated, Any

import typer

from meedoen.config import embedded
from meedoen.config.demo_database import DATABASE, fill_if_needed
from meedoen.config.demo_worker import worker

HOST = "127.0.0.1"
NEEDS = 400 * 1024 * 1024  # bytes: PostgreSQL with its log, and the municipality
HARDLY = 20 * 1024 * 1024  # with less than this left, whatever failed failed for this
FULL = "53100"  # PostgreSQL's word for a full disk
LEAVING = 4  # seconds in which the web server of a killed demo ends
STOPPED = 130


def demo(
    *,
    port: Annotated[
        int, typer.Option(help="Op welke poort de demo luistert.", min=1, max=65535)
    ] = 8000,
    host: Annotated[
        str, typer.Option(help="Op welk adres, voor wie de demo in een container zet.")
    ] = HOST,
    fresh: Annotated[bool, typer.Option(help="Begin opnieuw, met een schone gemeente.")] = False,
) -> None:
    """Start een verzonnen gemeente op uw eigen computer, met inwoners en medewerkers."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    home = embedded.home()
    try:
        _run(home, (host, port), fresh=fresh)
    except KeyboardInterrupt:
        typer.echo("\nDe demo is gestopt. De volgende keer gaat hij verder waar het kan.")
        raise typer.Exit(STOPPED) from None
    except (OSError, embedded.EmbeddedError) as error:
        raise _Stop(_in_words(error, home)) from error
    except Exception as error:
        if not _is_full(error, home):
            raise
        raise _Stop(_in_words(error, home)) from error
    typer.echo("De demo is gestopt.")


class _Stop(typer.Exit):
    """Ends the command with one clear line."""

    def __init__(self, words: str) -> None:
        typer.echo(words, err=True)
        super().__init__(1)


def _run(home: Path, address: tuple[str, int], *, fresh: bool) -> None:
    from meedoen.config.database_roles import WORKER
    from meedoen.config.demo_duo import addresses, pretend_duo
    from meedoen.config.django_ready import ready
    from meedoen.config.serve import granian

    home.mkdir(parents=True, exist_ok=True)
    with _alone(home, address[1]):
        _refuse_used_port(*address)
        if fresh or not (home / "pg.geheimen").exists():  # without them nobody can open a BSN
            embedded.discard(home / "pg")
        if not (home / "pg").exists() and _free(home) < NEEDS:
            raise OSError(errno.ENOSPC, "")
        with pretend_duo(*address) as duo, embedded.server(home / "pg") as server:
            _environment(home, server)
            os.environ.update(addresses(duo).settings())
            ready()
            fill_if_needed(server)
            with worker(server.url(WORKER, DATABASE)):
                granian(*address, on_start=partial(_begin, address[1]))


def _interrupt(number: int, frame: Any) -> None:  # noqa: ARG001 - what a signal handler gets
    """A closed window or a `kill` ends the demo as Ctrl-C does: nothing keeps running."""
    raise KeyboardInterrupt


def _in_words(error: Exception, home: Path) -> str:
    code = getattr(error, "errno", None)
    if _is_full(error, home):
        return (
            f"De schijf is vol. De demo heeft ongeveer {NEEDS // 1024**2} MB nodig in {home}."
            " Maak ruimte vrij en begin opnieuw."
        )
    if code in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return (
            f"Meedoen mag niet schrijven in {home}. Kijk de rechten van die map na,"
            " of kies een andere: MEEDOEN_DATA=MAP ./meedoen demo"
        )
    if isinstance(error, embedded.EmbeddedError):
        return f"{error}\nHelpt opnieuw starten niet? Begin dan schoon: ./meedoen demo --fresh"
    return f"De demo kan niet starten: {error}"


def _is_full(error: BaseException | None, home: Path) -> bool:
    """Every library says this in its own way; PostgreSQL has then mostly cleared away its part."""
    while error is not None:
        if getattr(error, "errno", None) == errno.ENOSPC or getattr(error, "sqlstate", "") == FULL:
            return True
        error = error.__cause__ or error.__context__
    return _free(home) < HARDLY


def _free(home: Path) -> int:
    while not home.exists():
        home = home.parent
    return shutil.disk_usage(home).free


def _refuse_used_port(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            other = f"Kies een andere: ./meedoen demo --port {8001 if port == 8000 else 8000}"
            if error.errno == errno.EADDRINUSE:
                raise _Stop(f"Poort {port} is bezet. {other}") from error
            raise _Stop(f"Op poort {port} mag de demo niet luisteren. {other}") from error


@contextmanager
def _alone(home: Path, port: int) -> Iterator[None]:
    """One demo at a time on one folder; the system lets go of the lock when a process dies."""
    with (home / "demo.lock").open("a+") as lock:
        until = time.monotonic() + LEAVING
        while not _locked(lock):
            if time.monotonic() > until:
                lock.seek(0)
                where = f"http://{HOST}:{lock.read()}/"
                raise _Stop(f"De demo draait al: {where} Stop hem daar met Ctrl-C.")
            time.sleep(0.2)
        lock.truncate(0)
        lock.write(str(port))
        lock.flush()
        yield


def _locked(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _environment(home: Path, server: embedded.Server) -> None:
    """Settings as a server gets them; secrets are made once, so that sessions survive a restart."""
    from meedoen.config.database_roles import AUDIT, OWNER, WEB

    roles = {"DATABASE_URL": WEB, "OWNER_DATABASE_URL": OWNER, "AUDIT_DATABASE_URL": AUDIT}
    os.environ.update({name: server.url(role, DATABASE) for name, role in roles.items()})
    os.environ.update(_secrets(home / "pg.geheimen"))
    os.environ.update(
        DEMO="true",
        LOCAL_LOGIN="true",
        TRUSTED_PROXIES="0",
        SECURE="false",
        DEBUG="false",
        ALLOWED_HOSTS=f"{HOST},localhost",
        SECURITY_CONTACT="mailto:demo@example.org",
        LOG_LEVEL="ERROR",
        WEB_WORKERS="1",  # one visitor, and a short start
        DJANGO_SETTINGS_MODULE="meedoen.config.settings",
    )


def _secrets(file: Path) -> dict[str, str]:
    """Marked as the demo's, so that no server accepts them (refusals.py)."""
    if not file.exists():
        unfinished = file.with_suffix(".tmp")
        unfinished.touch(mode=0o600)
        keys = [b64encode(secrets.token_bytes(32)).decode() for _ in range(2)]
        lines = (f"demo-{secrets.token_urlsafe(60)}", f"demo-1:{keys[0]}", keys[1])
        unfinished.write_text("\n".join(lines), encoding="utf-8")
        unfinished.replace(file)
    names = ("SECRET_KEY", "BSN_KEYS", "HASH_KEY")
    return dict(zip(names, file.read_text(encoding="utf-8").split("\n"), strict=True))


def _begin(port: int) -> None:
    """Where to go, and who is there; a closed window ends the server too: it would only reload."""
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    from meedoen.config.voorbeeld.accounts import DEMO_ACCOUNTS

    typer.echo("\nLog in als een van deze verzonnen medewerkers:")
    for account in DEMO_ACCOUNTS:
        typer.echo(f"  {account.email:36} {account.wachtwoord:10} {account.rol.label}")
    if page := os.environ.get("DEMO_DUO"):
        typer.echo(f"\nDe verzonnen DUO staat op {page} Daar laat u haar iets sturen.")
    # a name, no number: a browser keeps a passkey for a name only
    typer.echo(f"\nOpen http://localhost:{port}/ in uw browser. Stop met Ctrl-C.")
