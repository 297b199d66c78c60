"""Whether notices still come in: the last one, what does not get done, what was refused.

For who keeps the connection working and sees no dossiers: counts and moments only.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection

from meedoen.accounts.oin.queries import oin_of

# Our own norms, no law: so many notices a year come of one dossier; silence that is ten times as
# long as usual is no chance any more; and one weekend, or a month, is never or always too long.
PER_YEAR = 4
TIMES = 10
SHORTEST, LONGEST = timedelta(days=4), timedelta(days=30)
SLOW = timedelta(minutes=15)  # a notice is processed within a minute; after this nobody works
WEEK = timedelta(days=7)
_PULSE = "SELECT * FROM berichten_hartslag(%s, %s)"


@dataclass(frozen=True)
class Pulse:
    """How the connection of a municipality is at a moment.

    `open_since`: since when the oldest notice is not processed. `refused` and `unknown` (for an OIN
    that is nobody's here) are of the last week. `quiet_after`: how long silence may last.
    """

    at: datetime
    oin: str | None
    last: datetime | None
    open_since: datetime | None
    failed: int
    for_human: int
    refused: int
    last_refused: datetime | None
    unknown: int
    quiet_after: timedelta

    @property
    def quiet(self) -> bool:
        """Nothing came for longer than can be chance."""
        return self.last is not None and self.at - self.last > self.quiet_after

    @property
    def slow(self) -> bool:
        """What came in is not processed: nobody works, or it keeps failing."""
        return self.open_since is not None and self.at - self.open_since > SLOW

    @property
    def wrong(self) -> bool:
        """Somebody must look."""
        return self.oin is None or self.quiet or self.slow or bool(self.refused or self.unknown)


def pulse(gemeente: int, *, on: date, at: datetime) -> Pulse:
    """The pulse of a municipality (CBS code) in scope, in two queries."""
    with connection.cursor() as cursor:
        cursor.execute(_PULSE, [gemeente, at - WEEK])
        last, since, failed, human, refused, last_refused, unknown, dossiers = cursor.fetchone()
    return Pulse(
        at=at,
        oin=oin_of(gemeente, on=on),
        last=last,
        open_since=since,
        failed=failed,
        for_human=human,
        refused=refused,
        last_refused=last_refused,
        unknown=unknown,
        quiet_after=quiet_after(dossiers),
    )


def quiet_after(dossiers: int) -> timedelta:
    """How long a municipality with so many dossiers may hear nothing."""
    if not dossiers:
        return LONGEST
    usual = timedelta(days=365) / (dossiers * PER_YEAR)
    return min(max(usual * TIMES, SHORTEST), LONGEST)
