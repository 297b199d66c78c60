"""What every answer to another machine carries, also when no view of ours made it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.utils.translation import gettext as _

Answer = Callable[[HttpRequest], HttpResponseBase]
VERSION = "1.8.0"  # of Notificatie, as DUO describes it
PATH = "/v1/"
KEPT = ("Allow", "Retry-After")
LONGEST = 200  # of a fouttekst


def machine(get_response: Answer) -> Answer:
    """Middleware: under our own end points an answer has API-Version, and a refusal is no page."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.path_info.startswith(PATH):
            response = _plain(response)
            response["API-Version"] = VERSION
        return response

    return answer


def refused(status: int, text: str) -> JsonResponse:
    """A refusal as DUO reads it."""
    return JsonResponse({"fouttekst": text[:LONGEST]}, status=status)


def _plain(response: HttpResponseBase) -> HttpResponseBase:
    """A page that says what went wrong, as a line; anything else as it is."""
    if response.status_code < 300 or not response.get("Content-Type", "").startswith("text/html"):
        return response
    line = _("Het bericht is niet aangenomen.")
    made: HttpResponse = refused(response.status_code, line)
    for name in KEPT:
        if name in response:
            made[name] = response[name]
    return made
