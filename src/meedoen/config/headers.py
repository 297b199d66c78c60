"""What every answer carries, what is too big to read, and how long somebody stays logged in."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponseBase
from django.utils.cache import add_never_cache_headers

from meedoen.accounts.login import security_log
from meedoen.config.errors import bad_request, too_big

Answer = Callable[[HttpRequest], HttpResponseBase]
CHARSETS = {"utf-8", "utf8"}  # no browser sends a form of ours in another
BEGAN = "begonnen"  # in the session: when somebody logged in, in whole seconds
USED = "gebruikt"  # the same: when it was last written down that somebody used it
SECONDS_UNWRITTEN = 60
PERMISSIONS = ", ".join(
    f"{name}=()"
    for name in ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")
)


def protect(get_response: Answer) -> Answer:
    """Middleware: no page stays in a cache, none asks the browser for a camera or a place."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response["Permissions-Policy"] = PERMISSIONS
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response

    return answer


def limit(get_response: Answer) -> Answer:
    """Middleware: what is longer than any form of ours, or not in UTF-8, is refused unread."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdigit() or int(length) > settings.LONGEST_REQUEST:
            return too_big(request)
        # Python knows charsets that hold no text, and Django would read the form with any of them
        params = request.content_params or {}
        if params.get("charset", "utf-8").casefold() not in CHARSETS:
            return bad_request(request, ValueError("charset"))
        return get_response(request)

    return answer


def expire(get_response: Answer) -> Answer:
    """Middleware: a session ends, however busy, SESSION_ABSOLUTE_AGE after the login (AUTH-08).

    It is written down at most once a minute that it was used, not at every page: unused, it ends
    half an hour after that, so up to a minute early and never late. `config.session.left` tells it.
    """

    def answer(request: HttpRequest) -> HttpResponseBase:
        if SESSION_KEY in request.session:
            now = int(time.time())
            began = request.session.setdefault(BEGAN, now)
            if now - began > settings.SESSION_ABSOLUTE_AGE:
                security_log.note("session_ended", request, who=int(request.session[SESSION_KEY]))
                logout(request)
            elif now - request.session.get(USED, 0) >= SECONDS_UNWRITTEN:
                request.session[USED] = now
        return get_response(request)

    return answer
