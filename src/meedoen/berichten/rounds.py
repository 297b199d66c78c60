"""A round of the worker: some people at once, DUO asked between two short transactions.

Each person is a turn. First it is seen what DUO must be asked; then DUO is asked, several people at
a time, while no transaction is open; then what came of it is written, one transaction a person, in
which all is looked at once more. Killed at any point: nothing was written, or all of a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Protocol

from django.db import connection

from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.scope import as_actor
from meedoen.berichten.asking import duo_actor, duo_of
from meedoen.berichten.vragen import Asked, Wanted, ask_duo
from meedoen.dossier.identity import bsn_hash
from meedoen.ports.duo import Duo

MANY = 20  # turns of a round
AT_ONCE = 8  # people about whom DUO is asked at the same time; our own norm

_HOLD = "SELECT k FROM unnest(%s::bigint[]) k WHERE pg_try_advisory_lock(k)"
_LET_GO = "SELECT pg_advisory_unlock(k) FROM unnest(%s::bigint[]) k"


class Turn(Protocol):
    """What there is to do of one person."""

    @property
    def wanted(self) -> Wanted | None:
        """What DUO will be asked, as far as it can be seen; None: that shows when it is done."""

    def act(self, asked: Asked) -> Wanted | bool:
        """Do it, in scope; what must be asked first; False where another was here meanwhile."""

    def alone(self) -> Turn | None:
        """Only the first thing of several, for when the whole went wrong."""

    def failed(self, error: Exception) -> None:
        """All it did is taken back; write down that it failed, in scope."""


def work(gemeente: int, turns: Sequence[Turn]) -> int:
    """Do the turns of a municipality (CBS code); how many came to an end.

    What was to be asked still, or is in the hands of another worker, is left for the next round.
    Errors: DatabaseError where not even a failure can be written.
    """
    ended, waiting = 0, list[tuple[Turn, Wanted]]()
    for turn in turns:
        found = turn.wanted or _done(gemeente, turn, Asked())
        if isinstance(found, Wanted):
            waiting.append((turn, found))
        else:
            ended += found
    if not waiting:
        return ended
    with held(gemeente, [wanted for _turn, wanted in waiting]) as ours:
        mine = [(turn, wanted) for turn, wanted in waiting if wanted.bsn.digits in ours]
        duo = duo_of(gemeente)
        answers = _answers(duo, [wanted for _turn, wanted in mine])
        for (turn, wanted), asked in zip(mine, answers, strict=True):
            found = _done(gemeente, turn, asked)
            if isinstance(found, Wanted) and found.bsn == wanted.bsn:
                found = _done(gemeente, turn, ask_duo(duo, found))
            ended += found is True
    return ended


def _done(gemeente: int, turn: Turn, asked: Asked) -> Wanted | bool:
    """One transaction of a turn. Where that goes wrong: of its first thing only, or a failure."""
    try:
        with as_actor(duo_actor(gemeente)):
            return turn.act(asked)
    except Exception as error:  # noqa: BLE001 - told by `failed`
        alone = turn.alone()
        if alone is not None:
            return _done(gemeente, alone, asked)
        with as_actor(duo_actor(gemeente)):
            turn.failed(error)
        return True


def _answers(duo: Duo, wanted: Sequence[Wanted]) -> list[Asked]:
    """What DUO answers, in this order; the threads touch no database."""
    if len(wanted) < 2:
        return [ask_duo(duo, each) for each in wanted]
    with ThreadPoolExecutor(min(AT_ONCE, len(wanted))) as pool:
        return list(pool.map(partial(ask_duo, duo), wanted))


@contextmanager
def held(gemeente: int, wanted: Sequence[Wanted]) -> Iterator[set[str]]:
    """Whom no other worker asks about until we have written: an older answer never comes last.

    By the connection, so who is killed lets go; the worker has a connection of its own.
    """
    keys = keys_in_use()
    numbers = {each.bsn.digits for each in wanted}
    places = {_place(bsn_hash(each, keys, gemeente=gemeente)): each for each in numbers}
    ours: list[int] = []
    try:
        with connection.cursor() as cursor:
            cursor.execute(_HOLD, [list(places)])
            ours = [place for (place,) in cursor.fetchall()]
        yield {places[place] for place in ours}
    finally:
        with connection.cursor() as cursor:
            cursor.execute(_LET_GO, [ours])


def _place(hashed: bytes) -> int:
    return int.from_bytes(hashed[:8], "big", signed=True)
