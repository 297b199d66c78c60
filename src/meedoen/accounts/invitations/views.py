"""Inviting officials, and what somebody sees who was invited."""

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meedoen.accounts.actions import AccountError
from meedoen.accounts.clock import now
from meedoen.accounts.gate import StaffRequest, office, open_to_all
from meedoen.accounts.invitations import actions, mail
from meedoen.accounts.invitations.forms import OpnieuwForm, UitnodigingForm, WachtwoordForm
from meedoen.accounts.invitations.queries import colleagues, lines
from meedoen.accounts.keys import keys_in_use, seal_text, unseal_text
from meedoen.accounts.login import second_factor, security_log
from meedoen.accounts.models import Medewerker, Uitnodiging
from meedoen.accounts.roles import Recht, Rol

INVITED, LINK = "uitnodiging", "uitnodiging_link"  # in the session
MANAGE = {"doel": "rechten van medewerkers beheren"}


@office(Recht.RECHTEN_BEHEREN, **MANAGE)
@require_safe
def overview(request: StaffRequest) -> HttpResponse:
    """Every invitation and where it stands."""
    told = {"lines": lines(request.actor, at=request.now), "local": settings.LOCAL_LOGIN}
    return render(request, "accounts/uitnodigingen.html", told)


@office(Recht.RECHTEN_BEHEREN, **MANAGE)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Invite somebody, or give a role to who has an account already."""
    form = UitnodigingForm(request.POST or None, initial={"van": request.today})
    if form.is_valid():
        typed = form.cleaned_data
        # screens tell the last day, tables the first day after it
        tot = typed["tot"] and typed["tot"].fromordinal(typed["tot"].toordinal() + 1)
        whom = actions.Invitee(typed["email"], typed["naam"], Rol(typed["rol"]), typed["van"], tot)
        try:
            with transaction.atomic():
                sleutel = actions.invite(
                    whom, request.gemeente.code, by=request.actor, at=request.now
                )
                return _passed_on(request, whom.email, sleutel)
        except (AccountError, OSError) as error:
            form.add_error(None, _in_words(error))
    status = 400 if form.errors else 200
    return render(request, "accounts/uitnodiging_nieuw.html", {"form": form}, status=status)


@office(Recht.RECHTEN_BEHEREN, **MANAGE)
@require_http_methods(["GET", "POST"])
def again(request: StaffRequest) -> HttpResponse:
    """A new link for who cannot log in any more; what he had no longer works."""
    people = colleagues(request.actor, at=request.now)
    chosen = {"wie": request.GET.get("wie", "")}
    form = OpnieuwForm(request.POST or None, people=people, initial=chosen)
    if form.is_valid():
        who = form.cleaned_data["wie"]
        try:
            with transaction.atomic():
                sleutel = actions.invite_again(
                    who, request.gemeente.code, by=request.actor, at=request.now
                )
                return _passed_on(request, who.email, sleutel)
        except (AccountError, OSError) as error:
            form.add_error(None, _in_words(error))
    status = 400 if form.errors else 200
    return render(request, "accounts/uitnodiging_opnieuw.html", {"form": form}, status=status)


@office(Recht.RECHTEN_BEHEREN, **MANAGE)
@require_safe
def link(request: StaffRequest) -> HttpResponse:
    """The link to pass on, once."""
    sealed = request.session.pop(LINK, None)
    if sealed is None:
        return redirect("uitnodigingen")
    address = unseal_text(sealed, keys_in_use(), purpose=LINK)
    return render(request, "accounts/uitnodiging_link.html", {"link": address})


@office(Recht.RECHTEN_BEHEREN, **MANAGE)
@require_POST
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """The link no longer works."""
    found = get_object_or_404(Uitnodiging, pk=pk, gemeente__in=request.actor.gemeenten)
    try:
        actions.withdraw(found, by=request.actor, at=request.now)
    except AccountError as error:
        messages.error(request, str(error))
    else:
        _note(request, "invitation_withdrawn", found.medewerker_id)
        messages.success(request, _("De uitnodiging is ingetrokken. De link werkt niet meer."))
    return redirect("uitnodigingen")


@open_to_all
@second_factor.early
@require_safe
def enter(request: HttpRequest, sleutel: str) -> HttpResponse:
    """Who opens the link: it leaves the address at once, so that no other page is told of it."""
    _local_only()
    found = actions.usable(now()).filter(sleutel_hash=actions.key_hash(sleutel)).first()
    if found is None:
        return _works_not(request)
    request.session[INVITED] = found.pk
    return redirect("uitnodiging")


@open_to_all
@second_factor.early
@require_http_methods(["GET", "POST"])
def accept(request: HttpRequest) -> HttpResponse:
    """Choose a password; then the second factor comes at once."""
    _local_only()
    found = actions.usable(now()).filter(pk=request.session.get(INVITED, 0)).first()
    if found is None:
        return _works_not(request)
    form = WachtwoordForm(request.POST or None, who=found.medewerker)
    if form.is_valid():
        typed = form.cleaned_data["wachtwoord"]
        try:
            who = actions.accept(found.pk, typed, at=now())
        except AccountError:
            return _works_not(request)
        return _logged_in(request, who)
    told = {"form": form, "uitnodiging": found, "rol": found.rol and Rol(found.rol).label}
    return render(request, "accounts/welkom.html", told, status=400 if form.errors else 200)


def _logged_in(request: HttpRequest, who: Medewerker) -> HttpResponse:
    """Whoever used this browser before is out; the invited is in."""
    logout(request)
    security_log.note("invitation_used", request, who=who.pk)
    login = Login(user=who, email=who.email)
    return perform_password_login(request, {"email": who.email}, login)  # type: ignore[no-any-return]


def _passed_on(request: StaffRequest, email: str, sleutel: str | None) -> HttpResponse:
    """Where the link goes: by mail, or on the next page. Without a link the role is given."""
    who = Medewerker.objects.get(email__iexact=email)
    if sleutel is None:
        _note(request, "role_given", who.pk)
        words = _("%(naam)s heeft al een account. De rol is gegeven.") % {"naam": who.naam}
        messages.success(request, words)
        return redirect("uitnodigingen")
    _note(request, "invitation_made", who.pk)
    address = request.build_absolute_uri(reverse("uitnodiging_link_van", args=[sleutel]))
    if mail.is_possible():
        mail.send_link(who, request.gemeente.naam, address)
        words = _("De link is gemaild naar %(email)s.") % {"email": who.email}
        messages.success(request, words)
        return redirect("uitnodigingen")
    request.session[LINK] = seal_text(address, keys_in_use(), purpose=LINK)
    return redirect("uitnodiging_link")


def _note(request: StaffRequest, event: str, who: int) -> None:
    security_log.note(event, request, who=who, by=request.actor.medewerker_id)


def _in_words(error: Exception) -> str:
    if isinstance(error, AccountError):
        return str(error)
    return _("De mail kon niet weg. Er is niets veranderd. Probeer het straks nog eens.")


def _works_not(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/uitnodiging_werkt_niet.html", status=410)


def _local_only() -> None:
    if not settings.LOCAL_LOGIN:
        raise Http404
