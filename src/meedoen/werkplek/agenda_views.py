"""The calendar without names: the secret address of an official, and what a program reads there."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.agenda.actions import HOUR, end_address, make_address, note_use
from meedoen.accounts.agenda.queries import actor_of, address_of, works
from meedoen.accounts.clock import now
from meedoen.accounts.gate import FUNCTIE, StaffRequest, office, open_to_all
from meedoen.accounts.keys import keys_in_use, seal_text, unseal_text
from meedoen.accounts.models import Rolverlening
from meedoen.accounts.roles import Recht
from meedoen.accounts.scope import as_actor
from meedoen.logboek.actions import write_look
from meedoen.logboek.looks import Look, Vorm
from meedoen.logboek.trace import trace_of
from meedoen.werkplek.agenda import feed

LINK = "agenda_adres"  # in the session, sealed: the address is shown once


@office(Recht.DOSSIERS_ZIEN, doel="de eigen agenda koppelen")
@never_cache
@require_http_methods(["GET", "POST"])
def agenda(request: StaffRequest) -> HttpResponse:
    """Make, replace or end the address; a new one is shown once."""
    held = Rolverlening.objects.get(pk=request.session[FUNCTIE])
    if request.method == "POST":
        return _changed(request, held)
    sealed = request.session.pop(LINK, None)
    told = {
        "sleutel": address_of(held, on=request.today),
        "adres": unseal_text(sealed, keys_in_use(), purpose=LINK) if sealed else "",
    }
    return render(request, "werkplek/agenda.html", told)


@open_to_all
@never_cache
@require_safe
def calendar_feed(request: HttpRequest, sleutel: str) -> HttpResponse:
    """What a calendar program reads, in the scope of the official whose address it is.

    No person is shown: the log has a line without persons. Wrong keys are not counted: nobody
    guesses 256 bits.
    """
    at = now()
    on = localdate(at)
    row = works(sleutel, on=on)
    actor = actor_of(row) if row is not None else None
    if row is None or actor is None or not actor.may(Recht.DOSSIERS_ZIEN):
        raise Http404
    if not note_use(row, on=on, at=at):
        wait = {"Retry-After": str(int(HOUR.total_seconds()))}
        return HttpResponse(status=429, headers=wait)
    gemeente = row.verlening.gemeente
    trace = getattr(request, "trace", None) or trace_of(None)
    doel = "agenda zonder namen"
    look = Look(actor, gemeente.code, "werklijst", doel, at, trace, vorm=Vorm.ANTWOORD)
    with as_actor(actor):
        found = feed(actor, gemeente, at=at, address=request.build_absolute_uri)
        write_look(look)
    return HttpResponse(found, content_type="text/calendar; charset=utf-8")


def _changed(request: StaffRequest, held: Rolverlening) -> HttpResponse:
    if request.POST.get("stap") == "stop":
        end_address(held, at=request.now)
        messages.success(request, _("Het adres werkt niet meer."))
    else:
        sleutel = make_address(held, on=request.today, at=request.now)
        link = request.build_absolute_uri(reverse("werkplek:agenda_lezen", args=[sleutel]))
        request.session[LINK] = seal_text(link, keys_in_use(), purpose=LINK)
    return redirect("werkplek:agenda")
