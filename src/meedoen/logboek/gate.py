"""The gate before every screen with cases: who may, what for, and who was shown is kept."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol

import structlog
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.http import HttpResponse, HttpResponseBase

from meedoen.accounts.actor import Actor, NotAllowedError
from meedoen.accounts.gate import StaffRequest, View, enter, marked
from meedoen.accounts.roles import Recht, with_right
from meedoen.accounts.scope import as_actor
from meedoen.law.verwerkingen import verwerkingen
from meedoen.logboek.actions import write_look
from meedoen.logboek.looks import Look, Vorm
from meedoen.logboek.trace import Trace

NOTHING_SHOWN = frozenset({403, 404, 405})

log = structlog.get_logger("meedoen.logboek")


class Show(Protocol):
    """Say which persons (ids) are in the answer; see `Look.show`."""

    def __call__(
        self, *personen: int | None, vorm: Vorm | None = None, bijzonder: bool = False
    ) -> None:
        """Each of them becomes a line of the log."""


class CaseRequest(StaffRequest):
    """A request that passed the gate of cases. `show` says who is in the answer."""

    trace: Trace  # of config.logs.RequestLog
    show: Show


def casework(
    recht: Recht, *others: Recht, verwerking: str, doel: str
) -> Callable[[Callable[..., HttpResponse]], View]:
    """A view with cases: login, a role with this right (or one of `others`), scope and log.

    One transaction, in which the answer is rendered and its lines are written; an exception rolls
    everything back, and what the role may not do is a 403 with the reason. `verwerking`: a key of
    the register (law/verwerkingen.py); `doel`: why personal data is shown, in words.
    """

    def gate(view: Callable[..., HttpResponse]) -> View:
        @wraps(view)
        def guarded(request: CaseRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            actor = enter(request)
            if not isinstance(actor, Actor):
                return actor
            look = Look(actor, request.gemeente.code, verwerking, doel, request.now, request.trace)
            request.show = look.show
            try:
                if not any(actor.may(other) for other in others):
                    actor.must(recht)
                with as_actor(actor):
                    request.actor = actor
                    response = view(request, *args, **kwargs)
                    _write(_ended(look, response))
                    return response
            except DatabaseError:
                raise  # nothing was shown, and nothing can be written
            except Exception as error:
                _write_refusal(look)
                if isinstance(error, NotAllowedError):
                    raise PermissionDenied(str(error)) from error
                raise

        roles = {rol for each in (recht, *others) for rol in with_right(each)}
        guarded.verwerking = verwerking  # type: ignore[attr-defined]
        return marked(guarded, roles, doel)

    return gate


def _ended(look: Look, response: HttpResponse) -> Look:
    """How the look ended: nobody shown, a file, something done (and then another page), a page."""
    if response.status_code in NOTHING_SHOWN:
        look.refuse()
    elif 300 <= response.status_code < 400:
        look.vorm = Vorm.OPDRACHT
    elif response.get("Content-Disposition", "").startswith("attachment"):
        look.vorm = Vorm.BESTAND
    return look


def _write(look: Look) -> None:
    """Without its lines there is no answer; an installation may choose otherwise.

    Not for special categories: they are never shown without.
    """
    if settings.LOGBOEK_VERPLICHT or _special(look):
        write_look(look)
        return
    try:
        with transaction.atomic():
            write_look(look)
    except DatabaseError as error:
        log.exception("look not written", exc_info=error)


def _write_refusal(look: Look) -> None:
    """The line of a look that was refused; what was done in its transaction is rolled back."""
    look.refuse()
    with as_actor(look.actor):
        _write(look)


def _special(look: Look) -> bool:
    used = {look.verwerking, *(each.verwerking for each in look.shown.values())}
    register = verwerkingen(look.gemeente).named
    return any(register[each].bijzonder for each in used)
