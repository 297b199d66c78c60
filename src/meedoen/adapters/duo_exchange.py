"""What goes over the line to DUO and what comes back, unread; and a line that is not there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

import httpx

from meedoen.ports.identity import Bsn


@dataclass(frozen=True)
class Message:
    """What is asked or told; `question` is a path with `{bsn}` or `{id}` in it."""

    method: str
    question: str
    bsn: Bsn | None = None
    nummer: int | None = None
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True)
class Reply:
    """What came back, unread; header names in lower case."""

    status: int
    headers: httpx.Headers = field(repr=False)  # a redirect would hold the address
    body: bytes = field(repr=False)
    bericht_id: UUID
    complete: bool = True  # False: larger than we read


@dataclass(frozen=True)
class Silence:
    """Nothing came back that counts; `passing`: asking again may help.

    `after`: so many seconds DUO asks to be left in peace (Retry-After).
    `sent`: DUO may have got it.
    """

    why: str
    bericht_id: UUID
    passing: bool
    status: int | None = None
    after: int = 0
    sent: bool = False


class Line(Protocol):
    """Over which questions go."""

    def get(self, question: str, bsn: Bsn | None) -> Reply | Silence:
        """Ask; `question` is a path with `{bsn}` in it."""


class TellingLine(Protocol):
    """Over which messages go."""

    def send(self, message: Message, bericht_id: UUID) -> Reply | Silence:
        """Tell."""


@dataclass(frozen=True)
class NoLine:
    """A line that is not there: says why, and asks nobody."""

    why: str
    new_id: Callable[[], UUID]

    def get(self, question: str, bsn: Bsn | None) -> Silence:  # noqa: ARG002 (nobody is asked)
        """Always silence."""
        return Silence(self.why, self.new_id(), passing=False)

    def send(self, message: Message, bericht_id: UUID) -> Silence:  # noqa: ARG002 (nobody is told)
        """Always silence."""
        return Silence(self.why, bericht_id, passing=False)
