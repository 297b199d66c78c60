"""What the pretend DUO received and sent, the newest first; never a BSN of an address."""

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from threading import Lock
from typing import Any

KEPT = 500
RECEIVED, SENT, NOT_SENT = "ontvangen", "verstuurd", "niet verstuurd"


@dataclass(frozen=True)
class Entry:
    """One request, or one attempt to send a notice; `code` 0 when there was no answer.

    `question` is the name of what was asked, `about` the V-nummer of the person.
    """

    at: datetime
    kind: str
    what: str
    gemeente: int | None
    code: int
    milliseconds: int
    bericht_id: str
    remarks: tuple[str, ...] = ()
    question: str = ""
    about: int | None = None

    def plain(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self) | {"at": self.at.isoformat(), "remarks": list(self.remarks)}


class Journal:
    """Keeps the last entries, and counts all of them; threads may write together."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self.entries: deque[Entry] = deque(maxlen=KEPT)
        self.counted: Counter[str] = Counter()
        self.remarks: Counter[str] = Counter()
        self._seen: set[str] = set()
        self._lock = Lock()

    def add(self, entry: Entry) -> None:
        """One more."""
        with self._lock:
            self.entries.appendleft(entry)
            self.counted[f"{entry.kind} {entry.code}"] += 1
            self.remarks.update(entry.remarks)

    def is_new(self, bericht_id: str) -> bool:
        """Whether no earlier request bore this berichtId; from now on one did."""
        with self._lock:
            before = len(self._seen)
            self._seen.add(bericht_id)
            return len(self._seen) > before

    def last(self, how_many: int = KEPT) -> list[Entry]:
        """The newest first."""
        with self._lock:
            return list(self.entries)[:how_many]
