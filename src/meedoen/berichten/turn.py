"""Whose turn it is: which notices are processed next, and how long one that failed rests."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from meedoen.berichten.inbox import OPEN, Stand
from meedoen.berichten.models import Bericht

FIRST_REST = timedelta(minutes=1)  # our own norms: after each try twice as long, an hour at most
LONGEST_REST = timedelta(hours=1)
MOST_TRIES = 12  # of a fault of ours: some six hours; that DUO gives no answer never counts
A_DAY = timedelta(days=1)  # what waits for something else than DUO is looked at once a day
MOST_OF_ONE = 20  # notices of one person in a turn
HOLDS_UP = (Stand.ONTVANGEN, Stand.MISLUKT)
_OPEN = [each.value for each in OPEN]


def next_in_turn(gemeente: int, *, at: datetime, most: int) -> list[list[Bericht]]:
    """What is due of the people of a municipality who wait longest; per person in order.

    Of one person the earlier goes first: a later one waits while the earlier rests after a failure.
    In two queries; each with its content.
    """
    resting: QuerySet[Bericht] = Bericht.objects.filter(
        gemeente=OuterRef("gemeente"),
        wie=OuterRef("wie"),
        pk__lt=OuterRef("pk"),
        stand__in=[each.value for each in HOLDS_UP],
        volgende_at__gt=at,
    )
    due = Bericht.objects.filter(gemeente=gemeente, stand__in=_OPEN, volgende_at__lte=at)
    heads = list(due.filter(~Exists(resting)).order_by("volgende_at", "pk")[:most])
    people = [bytes(each.wie) for each in heads if each.wie is not None]
    theirs = Q(wie__in=people) | Q(pk__in=[each.pk for each in heads if each.wie is None])
    rows = Bericht.objects.filter(theirs, gemeente=gemeente, stand__in=_OPEN)
    rows = rows.filter(Q(volgende_at__lte=at) | Q(stand__in=[each.value for each in HOLDS_UP]))
    found: dict[object, list[Bericht]] = {}
    for row in rows.select_related("berichtinhoud").order_by("pk")[: most * MOST_OF_ONE]:
        found.setdefault(row.pk if row.wie is None else bytes(row.wie), []).append(row)
    return [turn for rows in found.values() if (turn := list(_until_one_rests(rows, at)))]


def _until_one_rests(rows: Iterable[Bericht], at: datetime) -> Iterator[Bericht]:
    """What is due, in order; one that waits for something holds nobody up."""
    for number, row in enumerate(rows):
        later = row.volgende_at is None or row.volgende_at > at
        if number >= MOST_OF_ONE or (later and row.stand in HOLDS_UP):
            return
        if not later:
            yield row


def rest(tries: int) -> timedelta:
    """How long a notice rests after so many tries."""
    times: int = 2 ** min(tries - 1, 10)
    return min(FIRST_REST * times, LONGEST_REST)
