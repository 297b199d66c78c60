"""How long a session still lasts, told to the page; and staying logged in (A11Y-08).

A page asks this only when somebody wants to stay or has logged in again: asking is using.
"""

import time
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_http_methods

from meedoen.accounts.gate import FUNCTIE, open_to_all
from meedoen.accounts.login import second_factor
from meedoen.config.headers import BEGAN, USED


@open_to_all
@second_factor.early
@require_http_methods(["GET", "POST"])
def session(request: HttpRequest) -> HttpResponse:
    """What is left, and what a form needs to be sent again; 401 when the session is over."""
    if not request.user.is_authenticated:
        return JsonResponse({}, status=401)
    return JsonResponse(left(request) | {"csrf": get_token(request)})


def left(request: HttpRequest) -> dict[str, Any]:
    """Whole seconds until the session ends: `rust` when nothing is done, `dag` whatever is done.

    `wie` is another for another official or role: then a page of before must not be sent.
    """
    now = int(time.time())
    day = request.session.get(BEGAN, now) + settings.SESSION_ABSOLUTE_AGE - now
    rest = request.session.get(USED, now) + settings.SESSION_COOKIE_AGE - now
    who = f"{request.user.pk}:{request.session.get(FUNCTIE)}"
    return {
        "rust": min(rest, day),
        "dag": day,
        "wie": salted_hmac("meedoen.session", who, algorithm="sha256").hexdigest()[:16],
    }


def for_page(request: HttpRequest) -> dict[str, Any] | None:
    """The same for the layout, with the clock time `tot`; None for who is not logged in."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return None
    told = left(request)
    ends = timezone.localtime() + timedelta(seconds=told["rust"])
    return told | {"tot": ends.strftime("%H:%M")}
