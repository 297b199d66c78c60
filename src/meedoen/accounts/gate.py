"""The gate before every screen: who is it, in which role, and only then the view."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps
from typing import Any, Protocol
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from meedoen.accounts.actor import Actor, NotAllowedError
from meedoen.accounts.clock import now
from meedoen.accounts.huisstijl import in_force, wear
from meedoen.accounts.models import Gemeente, Rolverlening
from meedoen.accounts.prepared import rows_of
from meedoen.accounts.roles import Recht, Rol, with_right
from meedoen.accounts.scope import as_actor
from meedoen.accounts.vervanging.queries import replaces

FUNCTIE = "functie"  # in the session: the id of the Rolverlening in which somebody works now


class StaffRequest(HttpRequest):
    """A request of an official: who acts, and the day and moment of the question."""

    actor: Actor
    gemeente: Gemeente
    demo_today: Any  # the day on which the demo stands still; None outside it
    today: Any  # datetime.date
    replaces: list[dict[str, Any]]  # whom this klantmanager replaces today (vervanging/queries.py)
    now: Any  # datetime.datetime with a time zone


class View(Protocol):
    """A view behind the gate; it says which roles may and for what purpose it shows data."""

    rollen: frozenset[Rol]
    doel: str

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Answer the request."""


def office(
    recht: Recht, *others: Recht, doel: str
) -> Callable[[Callable[..., HttpResponse]], View]:
    """A view about the installation, without cases: login, a right (or one of `others`), a scope.

    A view that shows people of the dossiers stands behind `logboek.gate.casework`, which keeps who
    looked. One transaction; what the role may not do is a 403 with the reason.
    """

    def gate(view: Callable[..., HttpResponse]) -> View:
        @wraps(view)
        def guarded(request: StaffRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            actor = enter(request)
            if not isinstance(actor, Actor):
                return actor
            try:
                if not any(actor.may(other) for other in others):
                    actor.must(recht)
                with as_actor(actor):
                    request.actor = actor
                    return view(request, *args, **kwargs)
            except NotAllowedError as error:
                raise PermissionDenied(str(error)) from error

        roles = {rol for each in (recht, *others) for rol in with_right(each)}
        return marked(guarded, roles, doel)

    return gate


def to_login(request: HttpRequest) -> HttpResponse:
    """To the login, and from there back to this page; what was sent without a session is told."""
    if request.method == "POST":
        words = _("U was uitgelogd. Wat u net verstuurde, is niet opgeslagen.")
        messages.warning(request, words)
        return redirect("accounts:login")
    back = f"?{urlencode({'next': request.path})}" if request.path != "/" else ""
    return redirect(reverse("accounts:login") + back)


def open_to_all(view: Callable[..., HttpResponseBase]) -> View:
    """Mark a view that shows no cases, such as login; a test asks for one mark or the other."""
    return marked(view, tuple(Rol), "")


def marked(view: Callable[..., HttpResponseBase], rollen: Iterable[Rol], doel: str) -> View:
    """The view, saying which roles may and for what purpose."""
    view.rollen, view.doel = frozenset(rollen), doel  # type: ignore[attr-defined]
    return view  # type: ignore[return-value]


def enter(request: StaffRequest) -> Actor | HttpResponse:
    """Who acts; else where to go first: to log in, or to choose a role."""
    if not request.user.is_authenticated:
        return to_login(request)
    stand_on_day(request)
    return actor_of(request) or redirect("accounts:functie")


def recognise(request: StaffRequest) -> None:
    """On a page that is open to all: whoever is logged in keeps the menu and the house style."""
    if request.user.is_authenticated:
        stand_on_day(request)
        actor = actor_of(request)
        if actor is not None:
            request.actor = actor


def stand_on_day(request: StaffRequest) -> None:
    """Give the request its moment and its day, once; in the demo the banner shows them."""
    request.now = now()
    request.today = timezone.localdate(request.now)
    request.demo_today = request.today if settings.DEMO else None


def actor_of(request: StaffRequest) -> Actor | None:
    """Who acts: the chosen role, as long as it holds; None where a role must be chosen."""
    chosen = request.session.get(FUNCTIE)
    if chosen is None:
        return None
    who = request.user.pk or 0  # nobody has this number
    held = rows_of(_worked_in, medewerker=who, on=request.today, chosen=chosen)
    if not held:
        return None
    found = held[0]
    request.gemeente = found.gemeente
    request.replaces = found.vervangt if found.rol == Rol.KLANTMANAGER else []
    wear(found.stijl)
    return Actor(found.medewerker_id, found.medewerker.naam, Rol(found.rol), (found.gemeente_id,))


def _worked_in(*, medewerker: int, on: date, chosen: int) -> QuerySet[Any]:
    """The role in which somebody works, if it is held, and who is replaced; for `rows_of`."""
    held = held_roles(medewerker, on).filter(pk=chosen)
    found: QuerySet[Any] = held.annotate(vervangt=replaces(on))
    return found


def first_page(rol: Rol) -> str:
    """The name of the page where the work of a role begins."""
    cases = rol in with_right(Recht.DOSSIERS_ZIEN)
    return "werkplek:werklijst" if cases else "accounts:begin"


def held_roles(medewerker: int | None, on: Any) -> Any:
    """The roles that somebody holds on a day, with official and municipality, in one query.

    `stijl` of each: how the municipality looks on that day (accounts/huisstijl.py).
    """
    return (
        Rolverlening.objects.filter(
            Q(tot__isnull=True) | Q(tot__gt=on),
            medewerker_id=medewerker or 0,  # nobody has this number
            medewerker__is_active=True,
            van__lte=on,
        )
        .select_related("medewerker", "gemeente")
        .annotate(stijl=in_force(OuterRef("gemeente"), on=on))
    )
