"""Clients for the tests: on a line without wires, or over a real socket; nobody really waits."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

import httpx
from tests.contracts.duo_table import BRON, DIGITS, DOEL, Ask, table

from meedoen.adapters.breaker import Breaker
from meedoen.adapters.duo_line import Address, DuoLine, Patience, Surroundings
from meedoen.adapters.duo_rest import DuoRest
from meedoen.ports.duo import Answer, Duo
from meedoen.ports.identity import Bsn

Handler = Callable[[httpx.Request], httpx.Response]
# Long enough for a busy machine: no test but one sits a limit out.
HASTY = Patience(attempts=2)


def client(
    answer: Handler,
    *,
    waits: list[float] | None = None,
    breaker: Breaker | None = None,
    clock: Callable[[], float] = lambda: 0.0,
) -> Duo:
    """A client whose requests go to `answer`; time stands still. `waits` gets what it waited."""
    around = Surroundings(clock, (waits if waits is not None else []).append, uuid4)
    line = DuoLine(
        Address("https://duo.example/v1", BRON, DOEL),
        httpx.MockTransport(answer),
        breaker or Breaker(around.clock),
        around=around,
        patience=Patience(),
    )
    return DuoRest(line)


def socket_client(
    url: str,
    transport: httpx.BaseTransport | None = None,
    *,
    patience: Patience = HASTY,
    waits: list[float] | None = None,
) -> Duo:
    """A client that asks over a real socket, with the true clock, but without pauses."""
    pauses = waits if waits is not None else []
    around = Surroundings(time.monotonic, pauses.append, uuid4)
    line = DuoLine(
        Address(url, BRON, DOEL),
        transport or httpx.HTTPTransport(),
        Breaker(around.clock),
        around=around,
        patience=patience,
    )
    return DuoRest(line)


def came(status: int, headers: Mapping[str, str], body: bytes = b"") -> httpx.Response:
    """An answer that is still to be read, as from the wire."""
    return httpx.Response(status, headers=headers, stream=httpx.ByteStream(body))


def call(duo: Duo, ask: Ask) -> Answer[Any]:
    """Ask a question of the table about the invented person."""
    arguments = (Bsn(DIGITS),) if "{bsn}" in ask.path else ()
    told: Answer[Any] = getattr(duo, ask.name)(*arguments)
    return told


def answer_headers(ask: Ask) -> dict[str, str]:
    """What DUO sends with a good answer."""
    return {"content-type": "application/json", table()["version_header"]: ask.version}
