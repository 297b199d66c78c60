"""Pages for when something goes wrong: what happened, what to do; nothing about anybody.

They need no database and no session, so that they also work when those do not.
"""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from meedoen.accounts.gate import open_to_all


@open_to_all
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """400: what was sent cannot be understood."""
    return _page(400, _("Dit verzoek klopt niet"), _("Ga terug en probeer het nog eens."))


@open_to_all
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """403: this role may not; the reason is told."""
    why = str(exception) or _("Met uw rol mag u dit niet zien of doen.")
    return _page(403, _("Dit mag u niet"), why)


@open_to_all
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404: it is not there, or not for you; we do not tell which."""
    text = _("Deze pagina is er niet, of u mag hem niet zien. Ga naar het begin en zoek daar.")
    return _page(404, _("Niet gevonden"), text)


@open_to_all
def too_often(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """429: more than people do; allauth calls this."""
    text = _("Dit ging te vaak achter elkaar. Wacht een minuut en probeer het nog eens.")
    page = _page(429, _("Even wachten"), text)
    page["Retry-After"] = "60"
    return page


@open_to_all
def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """500: our fault; nothing was written. Without a database it is 503: it will come back."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return _unavailable()
    text = _("Er ging iets mis bij ons. Wat u net deed, is niet opgeslagen. Probeer het nog eens.")
    return _page(500, _("Er ging iets mis"), text)


@open_to_all
def too_big(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """413: more than any form of ours can hold."""
    text = _("Een bestand mag ten hoogste 10 MB zijn. Ga terug en kies een kleiner bestand.")
    return _page(413, _("Dit is te groot"), text)


@open_to_all
def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403: the form was open too long, or came from elsewhere."""
    text = _(
        "Dit formulier stond te lang open. Ga terug, laad de pagina opnieuw en verstuur nog eens."
    )
    return _page(403, _("Verstuur het formulier opnieuw"), text)


def _unavailable() -> HttpResponse:
    text = _(
        "Meedoen kan even niet bij de gegevens. Wat u net deed, is niet opgeslagen."
        " Wacht een minuut, ga terug en verstuur het nog eens."
    )
    page = _page(503, _("Even geduld"), text)
    page["Retry-After"] = "60"
    return page


def _page(status: int, title: str, text: str) -> HttpResponse:
    page = render_to_string("config/fout.html", {"title": title, "text": text, "status": status})
    return HttpResponse(page, status=status)
