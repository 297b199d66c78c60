"""The forms with which a beheerder changes rights: each says for whom, and asks why."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meedoen.accounts.actions import AccountError
from meedoen.accounts.gate import StaffRequest, office
from meedoen.accounts.huisstijl import rolnaam
from meedoen.accounts.models import Koppelverzoek, Rolverlening
from meedoen.accounts.rechten import actions
from meedoen.accounts.rechten.forms import (
    EindeForm,
    GeefForm,
    KoppelForm,
    NagezienForm,
    RedenForm,
)
from meedoen.accounts.rechten.queries import Holder
from meedoen.accounts.rechten.views import DOEL, holder_of
from meedoen.accounts.roles import Recht, Rol

changing = office(Recht.RECHTEN_BEHEREN, doel=DOEL)
both = require_http_methods(["GET", "POST"])
DAY = timedelta(days=1)
Done = Callable[[actions.Change], str]


@changing
@both
def give_role(request: StaffRequest, medewerker: int) -> HttpResponse:
    """Give a role from a day."""

    def done(change: actions.Change) -> str:
        typed = form.cleaned_data
        tot = typed["laatste"] + DAY if typed["laatste"] else None
        if tot is not None and tot <= typed["van"]:
            raise AccountError(_("De laatste dag ligt voor de eerste dag."))
        actions.give(change, Rol(typed["rol"]), van=typed["van"], tot=tot)
        return _("De rol is gegeven.")

    holder = holder_of(request, medewerker)
    form = GeefForm(request.POST or None, initial={"van": request.today})
    return _page(request, holder, form, done=done, kop=_("Geef een rol"), knop=_("Geef deze rol"))


@changing
@both
def end_role(request: StaffRequest, medewerker: int, verlening: int) -> HttpResponse:
    """End a role that a beheerder gave."""
    holder = holder_of(request, medewerker)
    found = next((each for each in holder.current if each.pk == verlening), None)
    if found is None:
        raise Http404

    def done(change: actions.Change) -> str:
        last = form.cleaned_data["laatste"]
        tot = last + DAY if last else change.on
        actions.end(change, found, tot=tot)
        return _("De rol stopt.")

    kop = _("Stop de rol %(rol)s") % {"rol": _called(found)}
    form = EindeForm(request.POST or None)
    return _page(request, holder, form, done=done, kop=kop, knop=_("Stop deze rol"))


@changing
@both
def reviewed(request: StaffRequest, medewerker: int) -> HttpResponse:
    """Say that the rights of somebody are still right."""

    def done(change: actions.Change) -> str:
        actions.review(change)
        return _("U hebt deze rechten nagezien.")

    holder = holder_of(request, medewerker)
    form = NagezienForm(request.POST if request.method == "POST" else None)
    kop, knop = _("Kloppen deze rechten nog?"), _("Ja, deze rechten kloppen")
    return _page(request, holder, form, done=done, kop=kop, knop=knop)


@changing
@both
def close_account(request: StaffRequest, medewerker: int) -> HttpResponse:
    """End all roles here, and the account."""

    def done(change: actions.Change) -> str:
        if actions.close(change):
            return _("Het account is gesloten. Alle rollen zijn gestopt.")
        return _("Alle rollen hier zijn gestopt. Het account blijft open voor een andere gemeente.")

    holder = holder_of(request, medewerker)
    form = RedenForm(request.POST or None)
    kop, knop = _("Sluit dit account"), _("Sluit dit account nu")
    return _page(request, holder, form, done=done, kop=kop, knop=knop)


@changing
@both
def reopen_account(request: StaffRequest, medewerker: int) -> HttpResponse:
    """Let somebody log in again."""

    def done(change: actions.Change) -> str:
        actions.reopen(change)
        return _("Het account is weer open. Geef nu de rollen die nodig zijn.")

    holder = holder_of(request, medewerker)
    form = RedenForm(request.POST or None)
    kop, knop = _("Open dit account weer"), _("Open dit account")
    return _page(request, holder, form, done=done, kop=kop, knop=knop)


@changing
@both
def couple(request: StaffRequest, medewerker: int, verzoek: int) -> HttpResponse:
    """Decide whether who came through the municipality is this person."""
    holder = holder_of(request, medewerker)
    asked = Koppelverzoek.objects.filter(pk=verzoek, medewerker=medewerker, open=True).first()
    if asked is None:
        raise Http404

    def done(change: actions.Change) -> str:
        same = form.cleaned_data["zelfde"] == "ja"
        actions.answer(change, asked, same=same)
        return _("Het account is gekoppeld.") if same else _("Het account is niet gekoppeld.")

    # isolated: a name keeps its own direction between words of the other
    kop = _("Koppel dit account aan %(naam)s") % {"naam": f"\u2068{asked.naam}\u2069"}
    form = KoppelForm(request.POST or None)
    return _page(request, holder, form, done=done, kop=kop, knop=_("Leg dit vast"))


def _page(
    request: StaffRequest, holder: Holder, form: forms.Form, *, done: Done, kop: str, knop: str
) -> HttpResponse:
    """The form; sent and right, what was asked is done; what cannot be is told above it."""
    change = actions.Change(
        by=request.actor,
        medewerker=holder.medewerker,
        gemeente=request.gemeente.pk,
        on=request.today,
        at=request.now,
    )
    change.must()
    if request.method == "POST" and form.is_valid():
        told = replace(change, reden=form.cleaned_data["reden"])
        try:
            messages.success(request, done(told))
            return redirect("rechten:persoon", holder.medewerker.pk)
        except AccountError as error:
            form.add_error(None, str(error))
    page = {"holder": holder, "form": form, "kop": kop, "knop": knop}
    return render(request, "rechten/formulier.html", page, status=400 if form.errors else 200)


def _called(verlening: Rolverlening) -> str:
    return rolnaam(verlening.rol)
