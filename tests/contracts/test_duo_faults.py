"""The line to DUO against a server that misbehaves: real sockets, real certificates."""

from __future__ import annotations

import datetime
import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
import trustme
from tests.contracts.duo_table import DIGITS, asks
from tests.contracts.lines import HASTY, call, socket_client
from tests.contracts.strange_server import StrangeServer, http, strange_server

from meedoen.adapters.breaker import Breaker
from meedoen.adapters.duo_line import Address, DuoLine, Surroundings
from meedoen.adapters.duo_rest import DuoRest
from meedoen.adapters.duo_tls import TlsFiles, tls_transport
from meedoen.ports.duo import Duo
from meedoen.ports.duo_errors import DuoError, NietBereikbaarError, OnbegrepenError

PVT = next(ask for ask in asks() if ask.name == "pvt_ondertekening")
HEADERS = ("Content-Type: application/json", "API-Version: 1.0.0")
GOOD = http(PVT.body(), *HEADERS)
DAY = datetime.date(2024, 6, 12)


def always(answer: bytes) -> Callable[[int, socket.socket], None]:
    return lambda _, connection: connection.sendall(answer)


def failure(duo: Duo) -> DuoError:
    with pytest.raises(DuoError) as caught:
        call(duo, PVT)
    return caught.value


def test_a_good_answer_over_a_socket() -> None:
    with strange_server(always(GOOD)) as server:
        assert call(socket_client(server.url), PVT).content == DAY
    (request,) = server.requests
    assert request.startswith(f"GET /v1/personen/{DIGITS}/pvt HTTP/1.1\r\n".encode())
    assert b"cookie" not in request.lower()
    assert b"user-agent" not in request.lower()


def test_no_answer_at_all_ends() -> None:
    def wait(_: int, connection: socket.socket) -> None:
        connection.recv(1)  # until the other side hangs up

    with strange_server(wait) as server:
        error = failure(socket_client(server.url, patience=replace(HASTY, read=0.1)))
    assert isinstance(error, NietBereikbaarError)
    assert error.why == "ReadTimeout"
    assert len(server.requests) == HASTY.attempts


def test_an_answer_that_trickles_ends() -> None:
    """Each byte comes in time; together they would take for ever. The clock is the test's."""
    hours = iter(range(1000))

    with strange_server(always(GOOD)) as server:
        around = Surroundings(lambda: next(hours) * 3600.0, lambda _: None, uuid4)
        transport = httpx.HTTPTransport()
        line = DuoLine(
            Address(server.url, "b", "d"),
            transport,
            Breaker(around.clock),
            around=around,
            patience=HASTY,
        )
        error = failure(DuoRest(line))
        line.close()
    assert isinstance(error, NietBereikbaarError)
    assert error.why == "answer took too long"


CUT = {
    "halfway its length": (GOOD[:-5], NietBereikbaarError),
    "in a chunk": (
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"
            b'Content-Type: application/json\r\n\r\n20\r\n{"datum'
        ),
        NietBereikbaarError,
    ),
    "without a length": (
        b"HTTP/1.0 200 OK\r\nContent-Type: application/json\r\n\r\n" + PVT.body()[:-5],
        OnbegrepenError,
    ),
    "in the headers": (GOOD[:20], NietBereikbaarError),
    "before anything": (b"", NietBereikbaarError),
    "no HTTP": (b"SSH-2.0-OpenSSH_9.6\r\n\r\n", NietBereikbaarError),
}


@pytest.mark.parametrize("name", CUT)
def test_what_is_cut_is_never_half_an_answer(name: str) -> None:
    answer, kind = CUT[name]
    with strange_server(always(answer)) as server:
        error = failure(socket_client(server.url))
    assert type(error) is kind
    assert len(server.requests) == (HASTY.attempts if kind is NietBereikbaarError else 1)


def test_a_redirect_is_not_followed() -> None:
    def script(_: int, connection: socket.socket) -> None:
        elsewhere = "Location: /v1/elders"
        connection.sendall(http(b"", elsewhere, status="301 Moved Permanently"))

    with strange_server(script) as server:
        error = failure(socket_client(server.url))
    assert isinstance(error, OnbegrepenError)
    assert (error.status, len(server.requests)) == (301, 1)


def test_503_and_then_good() -> None:
    def script(number: int, connection: socket.socket) -> None:
        connection.sendall(GOOD if number else http(b"", status="503 Service Unavailable"))

    with strange_server(script) as server:
        assert call(socket_client(server.url), PVT).content == DAY
    first, second = (_bericht_id(request) for request in server.requests)
    assert first != second


def test_an_answer_without_end_is_not_read_to_its_end() -> None:
    def script(_: int, connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
        while True:
            connection.sendall(b" " * 65536)

    patience = replace(HASTY, most_bytes=100_000)
    with strange_server(script) as server:
        error = failure(socket_client(server.url, patience=patience))
    assert isinstance(error, OnbegrepenError)
    assert (error.why, len(error.raw)) == ("too large", 100_000)


def test_a_cookie_of_the_other_side_is_forgotten() -> None:
    with strange_server(always(http(PVT.body(), *HEADERS, "Set-Cookie: a=b; Path=/"))) as server:
        duo = socket_client(server.url)
        for _ in range(2):
            call(duo, PVT)
    assert not [request for request in server.requests if b"cookie" in request.lower()]


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    error = failure(socket_client(f"http://127.0.0.1:{port}/v1"))
    assert isinstance(error, NietBereikbaarError)
    assert error.why == "ConnectError"


# -- certificates -------------------------------------------------------------------------------

PAST = datetime.datetime(2020, 1, 2, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def stranger() -> trustme.CA:
    return trustme.CA(organization_name="Niemand")


def files(folder: Path, own: trustme.LeafCert, trusted: trustme.CA) -> TlsFiles:
    """Certificate, key and authority as files."""
    found = TlsFiles(folder / "certificaat.pem", folder / "sleutel.pem", folder / "gezag.pem")
    for number, blob in enumerate(own.cert_chain_pems):
        blob.write_to_path(str(found.certificate), append=number > 0)
    own.private_key_pem.write_to_path(str(found.key))
    trusted.cert_pem.write_to_path(str(found.authority))
    return found


def server_side(own: trustme.LeafCert, trusted: trustme.CA) -> ssl.SSLContext:
    """A server that asks for a certificate of this authority."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    own.configure_cert(context)
    trusted.configure_trust(context)
    context.verify_mode = ssl.CERT_REQUIRED
    return context


@pytest.fixture
def asked_over_tls(
    tmp_path: Path, authority: trustme.CA
) -> Iterator[Callable[..., tuple[Duo, StrangeServer]]]:
    """Client and server with these certificates; all else is right."""
    running = []

    def make(
        *,
        server: trustme.LeafCert | None = None,
        client: trustme.LeafCert | None = None,
        trusted: trustme.CA = authority,
        waits: list[float] | None = None,
    ) -> tuple[Duo, StrangeServer]:
        own = server or authority.issue_cert("127.0.0.1")
        manager = strange_server(always(GOOD), server_side(own, authority))
        running.append(manager)
        started = manager.__enter__()
        mine = client or authority.issue_cert("gemeente.example")
        transport = tls_transport(files(tmp_path, mine, trusted))
        duo = socket_client(started.url, transport, waits=waits)
        return duo, started

    yield make
    for manager in running:
        manager.__exit__(None, None, None)


def test_both_show_a_certificate(asked_over_tls: Callable[..., tuple[Duo, StrangeServer]]) -> None:
    duo, _ = asked_over_tls()
    assert call(duo, PVT).content == DAY


@pytest.mark.parametrize("name", ["unknown authority", "expired", "another name"])
def test_a_server_that_cannot_show_who_it_is_hears_nothing(
    name: str,
    asked_over_tls: Callable[..., tuple[Duo, StrangeServer]],
    authority: trustme.CA,
    stranger: trustme.CA,
) -> None:
    wrong = {
        "unknown authority": stranger.issue_cert("127.0.0.1"),
        "expired": authority.issue_cert("127.0.0.1", not_after=PAST),
        "another name": authority.issue_cert("duo.example"),
    }
    waits: list[float] = []
    duo, server = asked_over_tls(server=wrong[name], waits=waits)
    error = failure(duo)
    assert isinstance(error, NietBereikbaarError)
    assert error.why == "certificate"
    assert server.requests == []
    assert waits == []  # asking again at once would not help


@pytest.mark.parametrize("name", ["of a stranger", "expired"])
def test_our_own_certificate_is_refused(
    name: str,
    asked_over_tls: Callable[..., tuple[Duo, StrangeServer]],
    authority: trustme.CA,
    stranger: trustme.CA,
) -> None:
    wrong = {
        "of a stranger": stranger.issue_cert("gemeente.example"),
        "expired": authority.issue_cert("gemeente.example", not_after=PAST),
    }
    waits: list[float] = []
    duo, server = asked_over_tls(client=wrong[name], waits=waits)
    error = failure(duo)
    assert isinstance(error, NietBereikbaarError)
    assert error.why == "certificate"
    assert server.requests == []
    assert waits == []  # asking again at once would not help


def test_files_that_do_not_fit_are_told_at_once(tmp_path: Path, authority: trustme.CA) -> None:
    good = files(tmp_path, authority.issue_cert("a.example"), authority)
    authority.issue_cert("b.example").private_key_pem.write_to_path(str(tmp_path / "ander.pem"))
    with pytest.raises(ssl.SSLError):
        tls_transport(replace(good, key=tmp_path / "ander.pem"))
    with pytest.raises(OSError, match="No such file"):
        tls_transport(replace(good, certificate=tmp_path / "weg.pem"))


def _bericht_id(request: bytes) -> bytes:
    lines = [line for line in request.split(b"\r\n") if line.lower().startswith(b"berichtid:")]
    return lines[0].partition(b":")[2].strip()
