"""The screens of the review: everybody, one person, what each role may, and the file."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import structlog
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meedoen.accounts.gate import StaffRequest, office
from meedoen.accounts.oidc.providers import providers
from meedoen.accounts.rechten.export import rights_file
from meedoen.accounts.rechten.queries import Holder, history, holders, requests_of
from meedoen.accounts.roles import BEVOORRECHT, RECHTEN, Recht, Rol, is_privileged
from meedoen.accounts.vervanging.queries import of_official

DOEL = "nazien wie mag inloggen en wat hij mag"
PAGE = 50
security = structlog.get_logger("meedoen.security")
KINDS: dict[str, Callable[[Holder], Any]] = {
    "nu": lambda each: each.active,
    "nazien": lambda each: each.overdue,
    "ongebruikt": lambda each: each.unused,
    "zwaar": lambda each: each.active and each.privileged,
    "vroeger": lambda each: not each.active,
}
ORDERS: dict[str, Callable[[Holder], Any]] = {
    "naam": lambda each: each.medewerker.naam.casefold(),
    "gebruik": lambda each: each.used_op or date.min,
    "nazien": lambda each: each.due or date.max,
}
reading = office(Recht.RECHTEN_BEHEREN, Recht.TOEGANG_NAZIEN, doel=DOEL)


@reading
@require_safe
def everybody(request: StaffRequest) -> HttpResponse:
    """Who can log in for this municipality; those whose rights must be reviewed come first."""
    every = holders(request.gemeente.pk, request.today)
    kind, order = _chosen(request, "toon", KINDS) or "nu", _chosen(request, "op", ORDERS)
    shown = [each for each in every if KINDS[kind](each)]
    if order:
        shown.sort(key=ORDERS[order])
    first = _first(request, len(shown))
    told = {
        "holders": shown[first : first + PAGE],
        "counts": {name: sum(bool(test(each)) for each in every) for name, test in KINDS.items()},
        "kind": kind,
        "order": order,
        "before": max(first - PAGE, 0) if first else None,
        "after": first + PAGE if first + PAGE < len(shown) else None,
        "labels": labels(),
    }
    return render(request, "rechten/lijst.html", told)


@reading
@require_safe
def one(request: StaffRequest, medewerker: int) -> HttpResponse:
    """One person: roles now and before, the review, and every change."""
    holder = holder_of(request, medewerker)
    asked, changes = requests_of(medewerker), history(request.gemeente.pk, medewerker)
    may = request.actor.may(Recht.RECHTEN_BEHEREN) and request.actor.medewerker_id != medewerker
    told = {
        "holder": holder,
        "history": changes,
        "requests": asked,
        "labels": labels(
            *(each.aanbieder for each in asked), *(each.aanbieder for each in changes)
        ),
        "may": may,
        "replaces": of_official(medewerker, request.gemeente.pk, on=request.today),
        "oneself": request.actor.medewerker_id == medewerker,
    }
    return render(request, "rechten/persoon.html", told)


@reading
@require_safe
def matrix(request: StaffRequest) -> HttpResponse:
    """Which role may what."""
    told = {"rollen": list(Rol), "rechten": list(Recht), "may": RECHTEN}
    more = {"heavy": BEVOORRECHT, "privileged": {each: is_privileged(each) for each in Rol}}
    return render(request, "rechten/rollen.html", told | more)


@reading
@require_safe
def export(request: StaffRequest) -> HttpResponse:
    """All rights as a file; that somebody took it along is a line in the security log."""
    every = holders(request.gemeente.pk, request.today)
    security.info("rights_exported", by=request.actor.official, gemeente=request.gemeente.pk)
    response = HttpResponse(rights_file(every), content_type="text/csv; charset=utf-8")
    name = f"rechten-{request.gemeente.pk:04}-{request.today.isoformat()}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def holder_of(request: StaffRequest, medewerker: int) -> Holder:
    """Somebody with a role for this municipality, now or before. Errors: Http404."""
    found = holders(request.gemeente.pk, request.today, only=medewerker)
    if not found:
        raise Http404
    return found[0]


def labels(*issuers: str) -> dict[str, str]:
    """How every login of a municipality is called, by its issuer; one that is gone, by its host."""
    gone = {each: urlsplit(each).hostname or each for each in issuers}
    return gone | {each.issuer: each.label for each in providers()}


def _chosen(request: StaffRequest, name: str, known: dict[str, Any]) -> str:
    asked = request.GET.get(name, "")
    return asked if asked in known else ""


def _first(request: StaffRequest, length: int) -> int:
    asked = request.GET.get("vanaf", "")
    first = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 0
    return first - first % PAGE if first < length else 0
