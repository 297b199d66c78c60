"""The way in for other machines: past all that is for people, and what every answer carries.

No session, no cookie, no form, no page, no language: a notice waits for none of it. Sessions and
their queries would cost more than taking in the notice does (./meedoen bench notices).
"""

from collections.abc import Callable
from functools import lru_cache

import structlog
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils.translation import gettext as _

Answer = Callable[[HttpRequest], HttpResponseBase]
VERSION = "1.8.0"  # of Notificatie, as DUO describes it
PATH, URLS = "/v1/", "meedoen.api.urls"  # as config/urls.py mounts them
LONGEST = 200  # of a fouttekst
log = structlog.get_logger("meedoen.api")


def machine(get_response: Answer) -> Answer:
    """Middleware: what comes for our own end points goes straight to its view."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(PATH):
            return get_response(request)
        response = _plain(_of_view(request))
        response["API-Version"] = VERSION
        response["Cache-Control"] = "no-store"
        response["X-Content-Type-Options"] = "nosniff"
        return response

    return answer


def refused(status: int, text: str) -> JsonResponse:
    """A refusal as DUO reads it."""
    return JsonResponse({"fouttekst": text[:LONGEST]}, status=status)


def _of_view(request: HttpRequest) -> HttpResponseBase:
    """The answer of the view, or why there is none; never an exception."""
    try:
        request.get_host()
        if settings.SECURE and not request.is_secure():
            return refused(400, _("Gebruik https."))
        request.resolver_match = match = _found(request.path_info[len(PATH) - 1 :])
        answer: HttpResponseBase = match.func(request, *match.args, **match.kwargs)
    except Resolver404:
        return refused(404, _("Dit adres is er niet."))
    except DisallowedHost:
        return refused(400, _("Deze naam van de server kennen wij niet."))
    except (OperationalError, InterfaceError) as error:
        log.exception("not available", exc_info=error)
        connection.close_if_unusable_or_obsolete()  # no signal of Django does it here
        response = refused(503, _("Meedoen kan even niet bij de gegevens. Stuur het opnieuw."))
        response["Retry-After"] = "60"
        return response
    except Exception as error:
        log.exception("broken", exc_info=error)
        return refused(500, _("Er ging iets mis bij ons. Stuur het bericht opnieuw."))
    return answer


@lru_cache(maxsize=16)
def _found(path: str) -> ResolverMatch:
    """The view of an address; there are few, and each is asked for often. Errors: Resolver404."""
    return resolve(path, URLS)


def _plain(response: HttpResponseBase) -> HttpResponseBase:
    """What Django itself says, such as to a wrong verb, in our form; anything else as it is."""
    if response.status_code < 300 or isinstance(response, JsonResponse):
        return response
    made: HttpResponse = refused(response.status_code, _("Het bericht is niet aangenomen."))
    if "Allow" in response:
        made["Allow"] = response["Allow"]
    return made
