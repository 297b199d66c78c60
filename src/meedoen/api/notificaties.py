"""POST /v1/notificaties: DUO tells that something happened (Notificatie 1.8).

Kept before anything else; what it means, the worker finds out. A plain view: no session, no
cookies, no form (docs/decisions/0017-notices-by-a-plain-view.md).
"""

import re
from datetime import datetime
from uuid import UUID

import structlog
from django.conf import settings
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.request import HttpHeaders
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from meedoen.accounts.clock import now
from meedoen.accounts.gate import open_to_all
from meedoen.api.answers import refused
from meedoen.api.certificate import OIN, from_proxy, oin_of
from meedoen.berichten.notificatie import MOST_BYTES, FormError, read_notificatie
from meedoen.berichten.receiving import (
    Receipt,
    Sent,
    UnknownOinError,
    keep_refused,
    receive,
    whose,
)
from meedoen.berichten.redenen import in_words

JSON = "application/json"
NOBODY, SOMEBODY_ELSE, UNKNOWN = "geen_certificaat", "andere_afzender", "doel_onbekend"
UUID_TEXT = re.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
security = structlog.get_logger("meedoen.security")
log = structlog.get_logger("meedoen.berichten")


class RefusedError(Exception):
    """An answer that is no 201: its status and the key of the reason (redenen.py)."""

    def __init__(self, status: int, reden: str) -> None:
        super().__init__(reden)
        self.status, self.reden = status, reden


@csrf_exempt
@open_to_all
@require_POST
def notificaties(request: HttpRequest) -> HttpResponse:
    """Keep what DUO sends: 201 when it is on disk, also when we had it already."""
    at, doel, body = now(), "", b""
    try:
        bron = _sender(request)
        doel, bericht_id = _meant_for(request, bron)
        body = _body(request)
        receipt = receive(Sent(doel, bericht_id, bron, at, body), read_notificatie(body, at=at))
    except FormError as error:
        return _refuse(RefusedError(400, str(error)), at=at, doel=doel, body=body)
    except UnknownOinError:
        return _refuse(RefusedError(403, UNKNOWN), at=at)
    except RefusedError as error:
        return _refuse(error, at=at, doel=doel)
    if receipt is not Receipt.NEW:
        log.info("notice again", receipt=receipt.value)
    answer = HttpResponse(status=201)
    del answer["Content-Type"]  # there is no content
    return answer


def _sender(request: HttpRequest) -> str:
    """The OIN of DUO. Errors: RefusedError: nobody we know (401), or somebody else (403)."""
    header = _header(request, settings.DUO_CERT_HEADER)
    if not from_proxy(request.META.get("REMOTE_ADDR", ""), tuple(settings.DUO_PROXIES)):
        raise RefusedError(401, NOBODY)
    oin = oin_of(header)
    if oin is None:
        raise RefusedError(401, NOBODY)
    if not settings.DUO_OIN or oin != settings.DUO_OIN:
        raise RefusedError(403, SOMEBODY_ELSE)
    return oin


def _meant_for(request: HttpRequest, sender: str) -> tuple[str, UUID]:
    """The OIN that the message is for, and its number. Errors: RefusedError."""
    bron, doel, number = (_header(request, each) for each in ("bron", "doel", "berichtId"))
    for value, reden in ((bron, "kop_bron"), (doel, "kop_doel")):
        if not OIN.fullmatch(value):
            raise RefusedError(400, reden)
    if not UUID_TEXT.fullmatch(number):
        raise RefusedError(400, "kop_bericht_id")
    if bron != sender:
        raise RefusedError(403, "bron_anders")
    return doel, UUID(number)


def _header(request: HttpRequest, name: str) -> str:
    """One header; Django's own `headers` would read all of them first."""
    return str(request.META.get(HttpHeaders.to_wsgi_name(name), ""))


def _body(request: HttpRequest) -> bytes:
    """What was sent, never more than a notice can be. Errors: RefusedError."""
    if request.content_type != JSON:
        raise RefusedError(400, "geen_json")
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isascii() and length.isdigit()) or int(length) > MOST_BYTES:
        raise RefusedError(413, "te_groot")
    try:
        return request.read(MOST_BYTES + 1)
    except UnreadablePostError:
        raise RefusedError(400, "afgebroken") from None


def _refuse(
    error: RefusedError, *, at: datetime, doel: str = "", body: bytes = b""
) -> HttpResponse:
    """Tell it, and keep it where it was DUO who sent it: others could fill our disk."""
    gemeente = None
    if doel:
        try:
            gemeente = whose(doel, at=at)
        except UnknownOinError:
            error = RefusedError(403, UNKNOWN)
    if error.status in {401, 403}:
        security.warning("notice_refused", reason=error.reden)
    if error.reden not in {NOBODY, SOMEBODY_ELSE}:
        keep_refused(error.status, error.reden, at=at, gemeente=gemeente, body=body)
    return refused(error.status, in_words(error.reden))
