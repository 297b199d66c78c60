"""Whose turn it is: which notice is processed next, and how long one that failed rests."""

from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from meedoen.berichten.inbox import OPEN, Stand
from meedoen.berichten.models import Bericht

FIRST_REST = timedelta(minutes=1)  # our own norms: after each try twice as long, an hour at most
LONGEST_REST = timedelta(hours=1)
MOST_TRIES = 12  # of a fault of ours: some six hours; that DUO gives no answer never counts
A_DAY = timedelta(days=1)  # what waits for something else than DUO is looked at once a day
HOLDS_UP = (Stand.ONTVANGEN, Stand.MISLUKT)


def next_in_turn(gemeente: int, *, at: datetime) -> Bericht | None:
    """The notice of a municipality that is longest due, locked; None where nothing is.

    Of one person the earlier goes first: a later one waits while the earlier is not done, unless
    that one waits for something itself. What another worker has in hand is passed over.
    """
    earlier: QuerySet[Bericht] = Bericht.objects.filter(
        gemeente=OuterRef("gemeente"),
        wie=OuterRef("wie"),
        pk__lt=OuterRef("pk"),
        stand__in=[each.value for each in HOLDS_UP],
    )
    rows = Bericht.objects.filter(
        ~Exists(earlier),
        gemeente=gemeente,
        stand__in=[each.value for each in OPEN],
        volgende_at__lte=at,
    )
    locked = rows.order_by("volgende_at", "pk").select_for_update(skip_locked=True, of=("self",))
    return locked.first()


def rest(tries: int) -> timedelta:
    """How long a notice rests after so many tries."""
    times: int = 2 ** min(tries - 1, 10)
    return min(FIRST_REST * times, LONGEST_REST)
