"""A circuit breaker: after failures in a row, leave the other party in peace for a while.

Why our own: it is forty lines, and the libraries for it keep their own clock and their own threads.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock


@dataclass
class Breaker:
    """Closed: everybody may call. Open: nobody. After `rest` seconds: one may try.

    `clock` tells seconds that never run back. Who got True from `may_call` says afterwards
    `worked()`, `failed()`, or `gave_up()` when it learned nothing. Safe to share between threads.
    """

    clock: Callable[[], float]
    limit: int = 5
    rest: float = 60.0
    _failures: int = field(default=0, init=False)
    _open_until: float = field(default=0.0, init=False)
    _trying: bool = field(default=False, init=False)
    _lock: Lock = field(default_factory=Lock, init=False, repr=False)

    def may_call(self) -> bool:
        """Whether a call may be made now; after a rest only the first who asks."""
        with self._lock:
            if self._failures < self.limit:
                return True
            if self._trying or self.clock() < self._open_until:
                return False
            self._trying = True
            return True

    def worked(self) -> None:
        """The other party answered, whatever it said."""
        with self._lock:
            self._failures = 0
            self._trying = False

    def failed(self) -> None:
        """The other party did not answer; each failure from the limit on starts a new rest."""
        with self._lock:
            self._failures += 1
            self._trying = False
            if self._failures >= self.limit:
                self._open_until = self.clock() + self.rest

    def gave_up(self) -> None:
        """The call ended before anything was learned: another may try."""
        with self._lock:
            self._trying = False
