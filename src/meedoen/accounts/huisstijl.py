"""How Meedoen looks and speaks for the municipality of this request; every page wears it.

The gate reads it in the query that finds the role, so that no page asks for it again.
"""

import re
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from datetime import date
from typing import Any

from django.db.models import QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.http import HttpRequest, HttpResponseBase

from meedoen.accounts.models import Huisstijl
from meedoen.accounts.roles import Rol

FIELDS = ("titel", "stijlblad", "thema", "logo", "logo_alt", "rolnamen", "hulp", "verklaring")

_worn: ContextVar[Huisstijl | None] = ContextVar("worn", default=None)


def in_force(gemeente: Any, *, on: date) -> Subquery:
    """The huisstijl of a municipality (an id or OuterRef) on a day, as JSON for `wear`; or NULL."""
    parts = JSONObject(**{name: name for name in FIELDS})
    return Subquery(versions(gemeente).filter(van__lte=on).values(json=parts)[:1])


def versions(gemeente: Any) -> QuerySet[Huisstijl]:
    """All versions of a municipality, the newest first."""
    return Huisstijl.objects.filter(gemeente=gemeente).order_by("-van", "-pk")


def wear(stijl: Mapping[str, Any] | None) -> None:
    """From here on this request looks and speaks so; None: as the house does."""
    _worn.set(Huisstijl(**(stijl or {})))


def worn() -> Huisstijl:
    """What this request wears; the house's own where nobody chose."""
    return _worn.get() or Huisstijl()


def dress(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Middleware: what one request wears, the next on this thread does not."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        token = _worn.set(None)
        try:
            return get_response(request)
        finally:
            _worn.reset(token)

    return answer


def rolnaam(rol: Rol | str, stijl: Mapping[str, Any] | None = None) -> str:
    """What this municipality calls a role; `stijl` is that of another than the request's."""
    names = (stijl or {}).get("rolnamen", {}) if stijl is not None else worn().rolnamen
    return str(names.get(Rol(rol).value) or Rol(rol).label)


def in_own_words(text: str) -> str:
    """A text of the law's data in which "klantmanager" is the municipality's own word."""
    return re.sub(r"\bklantmanager\b", lambda _: rolnaam(Rol.KLANTMANAGER), text)
