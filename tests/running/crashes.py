"""Addresses that go wrong, for the tests of what is shown and logged then."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError, connection
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path

from meedoen.config import urls

NAME = "Ghebremichael"
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


def bad(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation(NAME)


def denied(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied("Alleen een jurist mag dit.")


def absent(request: HttpRequest) -> HttpResponse:
    raise Http404(NAME)


def wrong(request: HttpRequest) -> HttpResponse:
    raise ValueError(f"{NAME} {request.POST}")


def lost(request: HttpRequest) -> HttpResponse:
    raise OperationalError(f"server closed the connection: {NAME}")


def twice(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE naam (naam text UNIQUE)")
        cursor.execute("INSERT INTO naam VALUES (%s), (%s)", [NAME, NAME])
    return HttpResponse()


urlpatterns = [
    *urls.urlpatterns,
    path("bad/", bad),
    path("denied/", denied),
    path("absent/", absent),
    path("wrong/", wrong),
    path("lost/", lost),
    path("twice/", twice),
]
