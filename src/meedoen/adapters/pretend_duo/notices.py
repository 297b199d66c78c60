"""Sends notices: POST {address}/notificaties, again until 201, and in the end gives up aloud."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day
from threading import Condition, Thread
from typing import Any, NamedTuple
from uuid import uuid4

import httpx

from meedoen.adapters.pretend_duo.journal import NOT_SENT, SENT, Entry, Journal
from meedoen.adapters.pretend_duo.kuren import Kuren, spoil_notice
from meedoen.adapters.pretend_duo.oins import DUO, oin_of
from meedoen.adapters.pretend_duo.world import Happening

PAUSES = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0)  # seconds before each new attempt
EARLY, LAST_SECOND = time_of_day(3), 7200  # when DUO registers: before anybody works
ANSWER_WITHIN = 10.0  # seconds


class Targets(NamedTuple):
    """Where notices go: an address for a municipality, or one for all; headers of a proxy."""

    everybody: str = ""
    each: Mapping[int, str] = {}
    headers: Mapping[str, str] = {}

    def of(self, gemeente: int) -> str:
        """The address without a slash at its end; empty where there is none."""
        return self.each.get(gemeente, self.everybody).rstrip("/")


@dataclass(frozen=True)
class Notice:
    """A notice on its way; `due` is a moment of the monotonic clock."""

    happening: Happening
    bericht_id: str
    at: datetime
    attempt: int = 0
    due: float = 0.0

    @property
    def body(self) -> dict[str, Any]:
        """As DUO writes it: poor on purpose."""
        wire = {
            "registratieDatumTijd": self.at.isoformat(timespec="seconds"),
            "gebeurtenisId": self.happening.code,
            "vNummer": self.happening.vnummer,
        }
        return wire | ({"bsn": self.happening.bsn} if self.happening.bsn else {})

    @property
    def headers(self) -> dict[str, str]:
        """The three of every call."""
        return {
            "bron": DUO,
            "doel": oin_of(self.happening.gemeente),
            "berichtId": self.bericht_id,
            "Content-Type": "application/json",
        }


class Sender:
    """Keeps notices until they are delivered; one thread sends them, in order of being due."""

    def __init__(
        self,
        targets: Targets,
        journal: Journal,
        kuren: Kuren,
        *,
        client: httpx.Client,
        pauses: tuple[float, ...] = PAUSES,
    ) -> None:
        self.targets, self.journal, self.kuren = targets, journal, kuren
        self.client, self.pauses = client, pauses
        self.waiting: list[Notice] = []
        self.given_up = 0
        self._changed = Condition()
        self._stopped = False
        self._day, self._told = date.min, 0

    def tell(self, happening: Happening) -> None:
        """Take a notice; it is sent soon, or not at all where the misbehaviour says so."""
        due = time.monotonic() + self.kuren.detour
        notice = Notice(happening, str(uuid4()), self._moment(happening), due=due)
        if not self.targets.of(happening.gemeente):
            self._note(notice, remark="geen adres voor deze gemeente", kind=NOT_SENT)
            return
        if self.kuren.happens("kwijt"):
            self._note(notice, remark="kwijt, op verzoek", kind=NOT_SENT)
            return
        twice = self.kuren.happens("dubbel")
        with self._changed:
            self.waiting += [notice, notice] if twice else [notice]
            self._changed.notify()

    def _moment(self, happening: Happening) -> datetime:
        """In the early morning of the invented day, each a second after the one before."""
        with self._changed:
            self._told = self._told + 1 if happening.op == self._day else 0
            self._day = happening.op
            seconds = min(self._told, LAST_SECOND)
        return datetime.combine(happening.op, EARLY, UTC) + timedelta(seconds=seconds)

    def start(self) -> Thread:
        """Send from a thread of its own, until `stop`."""
        thread = Thread(target=self._run, name="pretend-duo-sender", daemon=True)
        thread.start()
        return thread

    def stop(self) -> None:
        """No more attempts."""
        with self._changed:
            self._stopped = True
            self._changed.notify()

    def _run(self) -> None:
        while (notice := self._next()) is not None:
            self.send(notice)

    def _next(self) -> Notice | None:
        with self._changed:
            while not self._stopped:
                moment = time.monotonic()
                ready = [notice for notice in self.waiting if notice.due <= moment]
                if ready:
                    self.waiting.remove(ready[0])
                    return ready[0]
                soonest = min((n.due - moment for n in self.waiting), default=None)
                self._changed.wait(soonest)
        return None

    def send(self, notice: Notice) -> None:
        """One attempt; what is no 201 comes back later, or is given up."""
        if self.kuren.delay:
            time.sleep(self.kuren.delay)
        began = time.monotonic()
        code, remark = self._post(notice)
        elapsed = round((time.monotonic() - began) * 1000)
        if code == httpx.codes.CREATED:
            self._note(notice, code, elapsed, remark=remark)
            return
        if notice.attempt >= len(self.pauses):
            self.given_up += 1
            self._note(notice, code, elapsed, remark=f"{remark} opgegeven".strip())
            return
        pause = self.pauses[notice.attempt]
        self._note(notice, code, elapsed, remark=f"{remark} opnieuw over {pause:g} s".strip())
        later = replace(notice, attempt=notice.attempt + 1, due=time.monotonic() + pause)
        with self._changed:
            self.waiting.append(later)
            self._changed.notify()

    def _post(self, notice: Notice) -> tuple[int, str]:
        content = json.dumps(notice.body).encode()
        if self.kuren.happens("fout"):
            content = spoil_notice(notice.body, self.kuren.rng)
        address = f"{self.targets.of(notice.happening.gemeente)}/notificaties"
        headers = {**notice.headers, **self.targets.headers}
        try:
            answer = self.client.post(address, content=content, headers=headers)
        except httpx.HTTPError as error:
            return 0, f"geen antwoord ({type(error).__name__})"
        return (
            answer.status_code,
            "" if "API-Version" in answer.headers else "API-Version ontbreekt",
        )

    def _note(
        self, notice: Notice, code: int = 0, elapsed: int = 0, *, remark: str, kind: str = SENT
    ) -> None:
        self.journal.add(
            Entry(
                at=self.journal.now(),
                kind=kind,
                what=notice.happening.code,
                gemeente=notice.happening.gemeente,
                code=code,
                milliseconds=elapsed,
                bericht_id=notice.bericht_id,
                remarks=(remark,) if remark else (),
                about=notice.happening.vnummer,
            )
        )
