"""The calendar without names, for a calendar program (iCalendar, RFC 5545).

It says when there is something, and where to read what: no name, no number of a dossier, no place,
no word about what kind of work it is. Whoever sees a telephone over a shoulder learns nothing.
"""

import hmac
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.timezone import get_default_timezone
from icalendar import Calendar, Event

from meedoen.accounts.actor import Actor
from meedoen.accounts.keys import derived, keys_in_use
from meedoen.accounts.models import Gemeente
from meedoen.accounts.vervanging.queries import replaced_by
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.werkplek.filter import MIJN, WerkFilter
from meedoen.werkplek.kalender import appointments
from meedoen.werkplek.queries import all_items

BACK, AHEAD = timedelta(days=14), timedelta(days=180)
LABEL = b"meedoen agenda 1"
TTL = "PT1H"  # how often a program need ask
# What is read outside Meedoen is Dutch, in whichever language somebody works.
APPOINTMENT, LAST_DAY, NAME = "Afspraak", "Termijn", "Meedoen"
Address = Callable[[str], str]


def feed(actor: Actor, gemeente: Gemeente, *, at: datetime, address: Address) -> bytes:
    """The own appointments and last days around a moment, as text/calendar.

    Own is the own caseload and that of whom one replaces, and what one leads oneself. `address`
    makes a path into a whole address.
    """
    zone = get_default_timezone()
    on = at.astimezone(zone).date()
    calendar = _empty(gemeente)
    visible = dossiers_visible_to(actor, on=on)
    own = (actor.official, *replaced_by(actor, on=on).values_list("afwezige", flat=True))
    ends = (on - BACK, on + AHEAD)
    first, last = (datetime.combine(day, time.min, zone) for day in ends)
    mine = Q(dossier__klantmanager__in=own) | Q(medewerker=actor.official)
    for visit in appointments(visible, (first, last)).filter(mine):
        where = reverse("dossier:afspraak", args=[visit.dossier_id, visit.pk])
        event = _event(APPOINTMENT, f"afspraak {visit.pk}", address(where), at=at)
        event.add("dtstart", visit.begint_at.astimezone(UTC))
        event.add("dtend", visit.eindigt_at.astimezone(UTC))
        calendar.add_component(event)
    chosen = WerkFilter(whose=MIJN, own=own)
    for item in all_items(actor, gemeente, on=on, chosen=chosen):
        if item.day is not None and ends[0] <= item.day < ends[1]:
            where = reverse("werkplek:dossier", args=[item.dossier])
            key = f"termijn {item.dossier} {item.signaal.name} {item.key}"
            calendar.add_component(_whole_day(key, item.day, address(where), at=at))
    return bytes(calendar.to_ical())


def _whole_day(key: str, day: date, where: str, *, at: datetime) -> Event:
    event = _event(LAST_DAY, key, where, at=at)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("transp", "TRANSPARENT")  # a last day takes no hour of the diary
    return event


def _empty(gemeente: Gemeente) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Meedoen//Kalender//NL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{NAME} {gemeente.naam}")
    calendar.add("x-published-ttl", TTL)
    return calendar


def _event(summary: str, key: str, where: str, *, at: datetime) -> Event:
    """One event; its UID stays the same and tells nothing to who has no key of ours."""
    event = Event()
    secret = derived(keys_in_use().hash_key, LABEL)
    event.add("uid", f"{hmac.digest(secret, key.encode(), 'sha256').hex()[:32]}@meedoen")
    event.add("dtstamp", at.astimezone(UTC))
    event.add("summary", summary)
    event.add("url", where)
    event.add("class", "PRIVATE")
    return event
