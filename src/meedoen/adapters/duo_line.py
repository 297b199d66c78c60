"""The line to DUO: two-way TLS, headers, limits on time and size, asking again, and the breaker.

What is told goes once, and again only where DUO surely did not get it (duo_tells.py).

A request goes to the transport itself, not through a client of httpx: that one logs every address,
and an address of DUO holds a BSN. It also follows no redirect, keeps no cookie and reads no proxy
or password from the environment. What fails is returned, not raised, so that no traceback ever
holds the frame that knew the address.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from math import ceil
from typing import cast
from uuid import UUID

import httpx
import structlog
from tenacity import Future, RetryCallState, Retrying, retry_if_result
from tenacity.wait import wait_exponential_jitter

from meedoen.adapters.breaker import Breaker
from meedoen.adapters.duo_exchange import Message, Reply, Silence
from meedoen.ports.identity import Bsn

A_DAY = 86_400  # seconds
# No connection was made, so nothing of the request went over it.
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
log = structlog.stdlib.get_logger("meedoen.duo")


@dataclass(frozen=True)
class Address:
    """Where DUO is, with its major version in the path, and who asks: two OINs of 20 digits."""

    url: str
    bron: str
    doel: str


@dataclass(frozen=True)
class Patience:
    """How long and how often, in seconds; `most_bytes` is the largest answer that is read."""

    connect: float = 5.0
    read: float = 10.0
    write: float = 5.0
    pool: float = 5.0
    whole: float = 20.0  # one answer to its last byte; after so long nothing is asked again
    attempts: int = 3
    first_wait: float = 0.5
    longest_wait: float = 5.0
    most_bytes: int = 2 * 1024 * 1024


@dataclass(frozen=True)
class Surroundings:
    """What a line needs of the world: seconds that never run back, waiting, and a new id."""

    clock: Callable[[], float]
    sleep: Callable[[float], None]
    new_id: Callable[[], UUID]


class DuoLine:
    """One municipality's line. Safe to share between threads."""

    def __init__(
        self,
        address: Address,
        transport: httpx.BaseTransport,
        breaker: Breaker,
        *,
        around: Surroundings,
        patience: Patience,
    ) -> None:
        self._address = address
        self._transport = transport
        self._breaker = breaker
        self._around = around
        self._patience = patience

    def get(self, question: str, bsn: Bsn | None) -> Reply | Silence:
        """Ask, and ask again while that may help: GET changes nothing at DUO."""
        message = Message("GET", question, bsn)
        return self._again(lambda came: came.passing)(
            lambda: self._once(message, self._around.new_id())
        )

    def send(self, message: Message, bericht_id: UUID) -> Reply | Silence:
        """Tell, and tell again only while DUO surely did not get it."""
        return self._again(lambda came: came.passing and not came.sent)(
            lambda: self._once(message, bericht_id)
        )

    def _again(self, may: Callable[[Silence], bool]) -> Retrying:
        """Tries within our patience, with pauses, while `may` says of a silence that it helps."""
        patience, start = self._patience, self._around.clock()

        def enough(state: RetryCallState) -> bool:
            late = self._around.clock() - start > patience.whole
            return late or state.attempt_number >= patience.attempts

        usual = wait_exponential_jitter(
            multiplier=patience.first_wait,
            max=patience.longest_wait,
            jitter=patience.first_wait,
        )
        return Retrying(
            stop=enough,
            wait=lambda state: max(usual(state), getattr(_last_result(state), "after", 0)),
            retry=retry_if_result(lambda came: isinstance(came, Silence) and may(came)),
            retry_error_callback=_last_result,
            sleep=self._around.sleep,
        )

    def close(self) -> None:
        """Let go of the connections."""
        self._transport.close()

    def _once(self, message: Message, bericht_id: UUID) -> Reply | Silence:
        if not self._breaker.may_call():
            return Silence("left in peace after failures", bericht_id, passing=False)
        start = self._around.clock()
        came: Reply | Silence | None = None
        try:
            came = _judged(self._call(message, bericht_id), self._patience.longest_wait)
        finally:
            self._tell_breaker(came)
        log.info(
            "duo",
            method=message.method,
            question=message.question,
            status=came.status,
            why=came.why if isinstance(came, Silence) else None,
            bericht_id=str(bericht_id),
            seconds=round(self._around.clock() - start, 3),
        )
        return came

    def _tell_breaker(self, came: Reply | Silence | None) -> None:
        if came is None:
            self._breaker.gave_up()
        elif isinstance(came, Silence):
            self._breaker.failed()
        else:
            self._breaker.worked()

    def _call(self, message: Message, bericht_id: UUID) -> Reply | Silence:
        request = self._request(message, bericht_id)
        try:
            response = self._transport.handle_request(request)
            try:
                return self._read(response, bericht_id)
            finally:
                response.close()
        except (httpx.HTTPError, OSError) as error:
            passing, sent = not _about_certificates(error), not isinstance(error, NOT_SENT)
            return Silence(_kind(error), bericht_id, passing=passing, sent=sent)

    def _request(self, message: Message, bericht_id: UUID) -> httpx.Request:
        path = message.question.replace("{id}", str(message.nummer))
        if message.bsn is not None:
            path = path.replace("{bsn}", message.bsn.digits)
        headers = {
            "Accept": "application/json",
            "Accept-Encoding": "identity",  # so that the limit on size is the true one
            "bron": self._address.bron,
            "doel": self._address.doel,
            "berichtId": str(bericht_id),
        }
        wait = self._patience
        limits = {
            "connect": wait.connect,
            "read": wait.read,
            "write": wait.write,
            "pool": wait.pool,
        }
        if message.body:
            headers["Content-Type"] = "application/json"
        url = self._address.url.rstrip("/") + path
        body = message.body or None
        extensions = {"timeout": limits}
        return httpx.Request(
            message.method, url, headers=headers, content=body, extensions=extensions
        )

    def _read(self, response: httpx.Response, bericht_id: UUID) -> Reply | Silence:
        last = self._around.clock() + self._patience.whole
        body = bytearray()
        for chunk in response.iter_raw():
            body += chunk
            if self._around.clock() > last:
                return Silence("answer took too long", bericht_id, passing=True, sent=True)
            if len(body) > self._patience.most_bytes:
                part = bytes(body[: self._patience.most_bytes])
                return Reply(response.status_code, response.headers, part, bericht_id, False)
        return Reply(response.status_code, response.headers, bytes(body), bericht_id)


def _judged(came: Reply | Silence, longest: float) -> Reply | Silence:
    """A status that says "not now" is silence: 408, 429 and every 5xx.

    Where DUO asks for more rest than we wait here (seconds), who asked comes back later.
    """
    if isinstance(came, Reply) and (came.status in (408, 429) or came.status >= 500):
        after = _retry_after(came.headers.get("retry-after", ""), came.headers.get("date", ""))
        why, passing = f"status {came.status}", after <= longest
        return Silence(
            why, came.bericht_id, passing=passing, status=came.status, after=after, sent=True
        )
    return came


def _retry_after(text: str, date: str) -> int:
    """Seconds, a day at most; 0 where it says none.

    A moment counts from the `Date` of the same answer: two moments by one clock, never by ours.
    """
    found = text.strip()
    if found.isascii() and found.isdigit():
        return min(int(found), A_DAY)
    try:
        rest = parsedate_to_datetime(found) - parsedate_to_datetime(date)
        return min(max(ceil(rest.total_seconds()), 0), A_DAY)
    except (ValueError, TypeError):  # no date, or one with and one without a zone
        return 0


def _kind(error: BaseException) -> str:
    """What went wrong, without the text of the error: that may hold the address."""
    return "certificate" if _about_certificates(error) else type(error).__name__


def _about_certificates(error: BaseException | None) -> bool:
    """Whether a certificate is the cause, theirs or ours: asking again at once does not help."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        if isinstance(error, ssl.SSLError) and "ALERT" in (error.reason or ""):
            return True
        error = error.__cause__ or error.__context__
    return False


def _last_result(state: RetryCallState) -> Reply | Silence:
    """Of the last attempt; there was one, or nobody would ask."""
    outcome = cast(Future, state.outcome)
    came: Reply | Silence = outcome.result()
    return came
