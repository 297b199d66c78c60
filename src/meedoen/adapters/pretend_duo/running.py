"""Runs the pretend DUO: two web servers, the sender and the clock, each in a thread of its own."""

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from threading import Event, Thread
from typing import Any

import httpx
from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

from meedoen.adapters.pretend_duo.certificates import AUTHORITY, two_way
from meedoen.adapters.pretend_duo.journal import Journal
from meedoen.adapters.pretend_duo.kuren import Kuren
from meedoen.adapters.pretend_duo.notices import ANSWER_WITHIN, Sender, Targets
from meedoen.adapters.pretend_duo.panel import Panel
from meedoen.adapters.pretend_duo.persoon import Persoon
from meedoen.adapters.pretend_duo.population import draw, setting
from meedoen.adapters.pretend_duo.wire import PretendDuo
from meedoen.adapters.pretend_duo.world import Contactpersoon, World

WAITING = 128  # connections that nobody took yet
STALLED = 30  # seconds in which a client must say something


@dataclass(frozen=True)
class Plan:
    """What to run; port 0 is any free port. `folder` holds certificates: then it is two-way TLS."""

    day: date
    gemeenten: tuple[int, ...] = (9999, 9998)
    address: tuple[str, int] = ("127.0.0.1", 8090)
    panel_port: int = 8091
    panel_host: str = ""  # where it differs from that of DUO
    people: int = 28
    known: tuple[Persoon, ...] = ()  # who is there too
    contactpersonen: Mapping[int, Contactpersoon] = field(default_factory=dict)  # told before
    seed: int = 1
    kuren: tuple[str, ...] = ()
    targets: Targets = field(default_factory=Targets)
    seconds_per_day: float = 0.0
    folder: Path | None = None


@dataclass(frozen=True)
class Running:
    """What runs, and where."""

    world: World
    journal: Journal
    kuren: Kuren
    sender: Sender
    url: str
    panel_url: str
    panel_port: int


@contextmanager
def running(plan: Plan, now: Callable[[], datetime]) -> Iterator[Running]:
    """Everything started; it stops at the end. Errors: OSError when a port is not free."""
    drawn = draw(plan.people, seed=plan.seed, day=plan.day, gemeenten=plan.gemeenten)
    world = World([*drawn, *plan.known], setting(), plan.day)
    world.know(plan.contactpersonen)
    journal, kuren = Journal(now), Kuren(*plan.kuren, seed=plan.seed)
    host, port = plan.address
    with ExitStack() as stack:
        client = stack.enter_context(_client(plan.folder))
        sender = Sender(plan.targets, journal, kuren, client=client)
        app = PretendDuo(world, journal, kuren, gemeenten=plan.gemeenten)
        duo = _serve(app, (host, port), two_way(plan.folder) if plan.folder else None)
        stack.callback(duo.shutdown_and_close)
        scheme = "https" if plan.folder else "http"
        url = f"{scheme}://{host}:{duo.server_port}/v1"
        panel_host = plan.panel_host or host
        page = Panel(world, journal, kuren, sender=sender, url=url)
        panel = _serve(page, (panel_host, plan.panel_port), None)
        stack.callback(panel.shutdown_and_close)
        world.listen(sender.tell)
        sender.start()
        stack.callback(sender.stop)
        stack.callback(_clock(world, plan.seconds_per_day))
        for server in (duo, panel):
            server.begin()
        panel_url = f"http://{panel_host}:{panel.server_port}/"
        yield Running(world, journal, kuren, sender, url, panel_url, panel.server_port)


class _Quiet(WSGIRequestHandler):
    """Writes no lines of its own (they would hold a BSN), and does not wait for ever."""

    timeout = STALLED
    disable_nagle_algorithm = True

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002 - werkzeug's name
        """Nothing: the journal holds what was asked."""


class _Server(ThreadedWSGIServer):
    """A thread for each connection; the handshake is in that thread too, so nobody waits for it."""

    tls: ssl.SSLContext | None = None

    def get_request(self) -> tuple[Any, Any]:
        connection, address = self.socket.accept()
        if self.tls is None:
            return connection, address
        connection.settimeout(STALLED)
        secured = self.tls.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        return secured, address

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that leaves, or brings no certificate, is no news."""

    def begin(self) -> None:
        """Serve from a thread of its own."""
        Thread(target=self.serve_forever, args=(0.05,), name="pretend-duo", daemon=True).start()

    def shutdown_and_close(self) -> None:
        """Stop, and give the port back."""
        self.shutdown()
        self.server_close()


def _serve(app: Any, address: tuple[str, int], tls: ssl.SSLContext | None) -> _Server:
    """A server that has its port; `begin` starts it. Errors: OSError."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(WAITING)
        server = _Server(*address, app, _Quiet, fd=listener.fileno())
    server.port = server.server_port = server.socket.getsockname()[1]
    server.tls = server.ssl_context = tls
    return server


def _client(folder: Path | None) -> httpx.Client:
    """For notices: with DUO's own certificate, where there is one."""
    if folder is None:
        return httpx.Client(timeout=ANSWER_WITHIN)
    context = ssl.create_default_context(cafile=str(folder / AUTHORITY))
    context.load_cert_chain(folder / "duo.pem", folder / "duo.key")
    return httpx.Client(timeout=ANSWER_WITHIN, verify=context)


def _clock(world: World, seconds_per_day: float) -> Callable[[], None]:
    """Lets days pass by themselves; returns what stops it."""
    stopped = Event()

    def run() -> None:
        while not stopped.wait(seconds_per_day):
            world.step()

    if seconds_per_day:
        Thread(target=run, name="pretend-duo-clock", daemon=True).start()
    return stopped.set
