"""The BSN stands in every address of DUO: nothing that we write, raise or keep may show it."""

from __future__ import annotations

import gc
import logging
import socket
import traceback
import warnings
from collections.abc import Callable, Iterator

import httpx
import pytest
from tests.contracts.duo_table import DIGITS, asks
from tests.contracts.lines import answer_headers, call, came, client, socket_client
from tests.contracts.strange_server import http, strange_server

from meedoen.ports.duo import Duo
from meedoen.ports.duo_errors import DuoError

PVT = next(ask for ask in asks() if ask.name == "pvt_ondertekening")
GOOD = answer_headers(PVT)
ADDRESS = f"https://duo.example/v1/personen/{DIGITS}/pvt"


class Broken(httpx.SyncByteStream):
    """A body that fails while it is read, as an error that knows the address."""

    def __iter__(self) -> Iterator[bytes]:
        raise httpx.ReadError(f"reading {ADDRESS}", request=httpx.Request("GET", ADDRESS))


def raises(error: Exception) -> Callable[[httpx.Request], httpx.Response]:
    def answer(_: httpx.Request) -> httpx.Response:
        raise error

    return answer


GOES_WRONG: dict[str, Callable[[httpx.Request], httpx.Response]] = {
    "the network": raises(httpx.ConnectError(ADDRESS, request=httpx.Request("GET", ADDRESS))),
    "the system": raises(OSError(ADDRESS)),
    "reading": lambda _: httpx.Response(200, headers=GOOD, stream=Broken()),
    "400": lambda _: came(400, GOOD, ADDRESS.encode()),
    "403": lambda _: came(403, GOOD, ADDRESS.encode()),
    "404": lambda _: came(404, GOOD),
    "a redirect to a person": lambda _: came(302, {**GOOD, "location": ADDRESS + "/"}),
    "another page": lambda _: came(200, {**GOOD, "x": ADDRESS}, ADDRESS.encode()),
    "a number in a field": lambda _: came(
        200, GOOD, f'{{"datumOndertekeningPvt": "{DIGITS}"}}'.encode()
    ),
}


@pytest.mark.parametrize("name", GOES_WRONG)
def test_no_failure_shows_a_number(
    name: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    error = failure(client(GOES_WRONG[name]))
    out, err = capfd.readouterr()
    assert DIGITS not in out + err + caplog.text + shown(error)
    assert error.__context__ is None
    assert error.__cause__ is None


def test_a_real_line_shows_no_number_at_all(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """httpx, httpcore and h11 may log as they like, down to the last detail."""

    def script(_: int, connection: socket.socket) -> None:
        connection.sendall(http(PVT.body(), *(f"{k}: {v}" for k, v in GOOD.items())))

    caplog.set_level(logging.DEBUG)
    for name in ("httpx", "httpcore", "httpcore.http11", "httpcore.connection"):
        caplog.set_level(logging.DEBUG, logger=name)
    with warnings.catch_warnings(record=True) as warned, strange_server(script) as server:
        warnings.simplefilter("always")
        url = server.url
        call(socket_client(url), PVT)
        gc.collect()  # what was left open would be told now
    error = failure(socket_client(url))
    out, err = capfd.readouterr()
    assert "duo" in out + caplog.text, "the line tells nothing: this test sees nothing"
    assert "httpcore" in {record.name.partition(".")[0] for record in caplog.records}
    assert DIGITS not in out + err + caplog.text + shown(error)
    assert not [str(each.message) for each in warned if DIGITS in str(each.message)]


def test_the_test_sees_a_number() -> None:
    """A traceback with its variables would show one that stood there."""

    def inner() -> None:
        held = ADDRESS
        raise ValueError(len(held))

    with pytest.raises(ValueError, match="5") as caught:
        inner()
    assert DIGITS in shown(caught.value)


def failure(duo: Duo) -> DuoError:
    with pytest.raises(DuoError) as caught:
        call(duo, PVT)
    return caught.value


def shown(error: BaseException) -> str:
    """All that a careless handler could write of an error: text, repr, every frame's variables.

    Not `raw`, which is kept to be sealed, and not the frames of the tests.
    """
    told = traceback.TracebackException.from_exception(error, capture_locals=True)
    frames = "".join(told.format())
    return "\n".join([str(error), repr(error), str(error.args), frames])
