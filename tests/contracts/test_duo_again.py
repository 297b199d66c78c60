"""What is asked again, how often and how long; and that a connection is always let go."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from tests.contracts.duo_table import asks
from tests.contracts.lines import answer_headers, call, came, client

from meedoen.adapters.breaker import Breaker
from meedoen.ports.duo_errors import DuoError, GeenToegangError, NietBereikbaarError

PVT = next(ask for ask in asks() if ask.name == "pvt_ondertekening")
GOOD = answer_headers(PVT)
DAY = PVT.body()
NEXT_YEAR = "Thu, 21 Oct 2027 07:28:00 GMT"


def told_after(*answers: httpx.Response | Exception, waits: list[float] | None = None) -> Any:
    """Ask, and get these answers one after the other: all of them."""
    left = list(answers)

    def answer(_: httpx.Request) -> httpx.Response:
        now = left.pop(0)
        if isinstance(now, Exception):
            raise now
        return now

    found = call(client(answer, waits=waits), PVT)
    assert not left, "asked fewer times than there were answers"
    return found.content


class Watched(httpx.SyncByteStream):
    """A body that tells whether it was let go."""

    def __init__(self, *parts: bytes) -> None:
        self.parts = parts
        self.is_closed = False

    def __iter__(self) -> Iterator[bytes]:
        for part in self.parts:
            if not part:
                raise httpx.ReadError("x")
            yield part

    def close(self) -> None:
        self.is_closed = True


@pytest.mark.parametrize("body", [[DAY], [b" " * 3_000_000], [DAY[:3], b""]])
def test_the_connection_is_let_go_whatever_comes(body: list[bytes]) -> None:
    came_in: list[Watched] = []

    def answer(_: httpx.Request) -> httpx.Response:
        came_in.append(Watched(*body))
        return httpx.Response(200, headers=GOOD, stream=came_in[-1])

    with contextlib.suppress(DuoError):
        call(client(answer), PVT)
    assert came_in
    assert all(each.is_closed for each in came_in)


PASSING = [408, 429, 500, 502, 503, 504]


@pytest.mark.parametrize("status", PASSING)
def test_what_may_pass_by_itself_is_asked_again_with_pauses(status: int) -> None:
    waits: list[float] = []
    found = told_after(
        came(status, GOOD), httpx.ReadTimeout("x"), came(200, GOOD, DAY), waits=waits
    )
    assert found.isoformat() == "2024-06-12"
    assert len(waits) == 2
    assert all(0 < wait <= 5.5 for wait in waits)


def test_after_three_times_it_is_enough() -> None:
    with pytest.raises(NietBereikbaarError) as caught:
        told_after(*[came(503, GOOD) for _ in range(3)])
    assert (caught.value.status, caught.value.why) == (503, "status 503")


def test_duo_is_left_in_peace_as_long_as_it_asks() -> None:
    """A short rest is waited here; for a long one who asked comes back later."""
    waits: list[float] = []
    told_after(came(503, GOOD | {"Retry-After": "4"}), came(200, GOOD, DAY), waits=waits)
    assert waits == [4]
    for text, seconds in (("120", 120), ("999999", 86_400)):
        with pytest.raises(NietBereikbaarError) as caught:
            told_after(came(429, GOOD | {"Retry-After": text}))
        assert caught.value.after == seconds
    dated = GOOD | {"Date": "Wed, 21 Oct 2026 07:28:00 GMT"}
    for text, seconds in (("Wed, 21 Oct 2026 07:30:00 GMT", 120), (NEXT_YEAR, 86_400)):
        with pytest.raises(NietBereikbaarError) as caught:
            told_after(came(503, dated | {"Retry-After": text}))
        assert caught.value.after == seconds
    past = dated | {"Retry-After": "Wed, 21 Oct 2026 07:20:00 GMT"}
    told_after(came(503, past), came(200, GOOD, DAY), waits=waits)
    for text in (NEXT_YEAR, "-1", "x", ""):  # without `Date` nobody knows when that is
        told_after(came(503, GOOD | {"Retry-After": text}), came(200, GOOD, DAY), waits=waits)


def test_after_so_long_nothing_is_asked_again() -> None:
    hours = iter(range(100))
    asked: list[int] = []

    def answer(_: httpx.Request) -> httpx.Response:
        asked.append(1)
        return came(503, GOOD)

    with pytest.raises(NietBereikbaarError):
        call(client(answer, clock=lambda: next(hours) * 3600.0), PVT)
    assert len(asked) == 1


def test_in_peace_after_failures_then_one_tries() -> None:
    now = [0.0]
    asked: list[int] = []
    works = [False]

    def answer(_: httpx.Request) -> httpx.Response:
        asked.append(1)
        return came(200, GOOD, DAY) if works[0] else came(503, GOOD)

    breaker = Breaker(lambda: now[0], limit=4, rest=60)
    duo = client(answer, breaker=breaker)
    for _ in range(3):
        with pytest.raises(NietBereikbaarError) as caught:
            call(duo, PVT)
    assert len(asked) == 4  # three, then one more; the rest was not asked
    assert "left in peace" in caught.value.why
    now[0] = 60.0
    with pytest.raises(NietBereikbaarError):
        call(duo, PVT)
    assert len(asked) == 5  # one tried, and the rest began anew
    now[0] = 120.0
    works[0] = True
    assert call(duo, PVT).content == call(duo, PVT).content
    assert len(asked) == 7


def test_an_answer_that_refuses_is_no_failure_of_the_line() -> None:
    breaker = Breaker(lambda: 0.0, limit=1)
    duo = client(lambda _: came(403, GOOD), breaker=breaker)
    for _ in range(3):
        with pytest.raises(GeenToegangError):
            call(duo, PVT)
    assert breaker.may_call()
