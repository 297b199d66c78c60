"""How long somebody must wait who tried too often: allauth counts, this reads what it counted."""

import time
from math import ceil

from allauth.core.internal.ratelimit import get_cache_key, get_rates
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

APP, ACTION = "allauth.account", "login_failed"


def wait(request: HttpRequest, key: str) -> float:
    """Seconds until one may try again: the longest of all limits on this key and this origin.

    `key`: what allauth counts by, made from an address or an official.
    """
    now, longest = time.time(), 0.0
    for rate in get_rates(app=APP, action=ACTION):
        found = get_cache_key(request, app=APP, action=ACTION, rate=rate, key=key)
        tries = [at for at in cache.get(found, []) if at > now - rate.duration]  # newest first
        if len(tries) >= rate.amount:
            longest = max(longest, tries[rate.amount - 1] + rate.duration - now)
    return longest


def too_often(seconds: float) -> str:
    """What the screen says to whoever must wait."""
    minutes = max(1, ceil(seconds / 60))
    words = ngettext(
        "U hebt te vaak geprobeerd. Wacht %(num)s minuut en probeer het dan nog eens.",
        "U hebt te vaak geprobeerd. Wacht %(num)s minuten en probeer het dan nog eens.",
        minutes,
    )
    help_words = _("Lukt het niet? Vraag het aan de beheerder van uw gemeente.")
    return f"{words % {'num': minutes}} {help_words}"
