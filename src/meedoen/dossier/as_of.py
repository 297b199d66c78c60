"""What a page of a dossier looks at: the day it is about, and what was recorded by which moment."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone


@dataclass(frozen=True)
class AsOf:
    """Two times: `on` is the day that the page is about, `known_at` until when it looks at records.

    `known_at` None: all that is recorded. `query` is the choice as the address of a page says it,
    with its question mark; "" for today. `chosen`: somebody chose the moment of `known_at` himself.
    """

    on: date
    today: date
    known_at: datetime | None = None
    query: str = ""
    chosen: bool = False

    @property
    def travelled(self) -> bool:
        """Whether it is another day or moment than now: nothing can be written from there."""
        return bool(self.query)

    @property
    def ahead(self) -> bool:
        """Whether the day must still come: what the rules expect if nobody tells anything new."""
        return self.on > self.today

    def line(self, nummer: int) -> str:
        """What follows the address of the Tijdlijn to one line of it, on the same day."""
        return f"{self.query}{'&' if self.query else '?'}tot={nummer}#nr-{nummer}"

    @property
    def recorded_on(self) -> date | None:
        """The day of `known_at`."""
        return None if self.known_at is None else timezone.localdate(self.known_at)

    @property
    def whole_day(self) -> bool:
        """Whether `known_at` is the end of its day."""
        return self.recorded_on is not None and self.known_at == end_of(self.recorded_on)


def end_of(day: date) -> datetime:
    """The last moment of a day."""
    after = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    return after - timedelta(microseconds=1)
