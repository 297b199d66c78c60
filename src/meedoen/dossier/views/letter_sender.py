"""Who a municipality is on its letters: the sender now, proposing another, and its versions."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.gate import StaffRequest, office
from meedoen.accounts.roles import Recht
from meedoen.accounts.themes import ThemeError, read_logo
from meedoen.dossier.actions.letter_versions import VersionError, propose_sender
from meedoen.dossier.forms.letter_versions import LINES, RefusalForm, SenderForm, initial_of
from meedoen.dossier.letter_faults import LetterTextError
from meedoen.dossier.letter_sample import kind_for, sample
from meedoen.dossier.letter_versions import (
    Sender,
    sender_before,
    sender_of,
    sender_on,
    sender_versions,
)
from meedoen.dossier.letters import LetterError
from meedoen.dossier.models import Afzenderversie
from meedoen.dossier.views.documents import as_pdf
from meedoen.dossier.views.letter_texts import BOTH, SHOWN, decided, deciding

DOEL = "lezen en bepalen wie op brieven de afzender is"


@office(*BOTH, doel=DOEL)
@require_http_methods(["GET", "POST"])
def sender(request: StaffRequest) -> HttpResponse:
    """The sender of today, the form for another one, and every version."""
    newest = _newest(request)
    kept = newest.logo_naam if newest else ""
    if request.method != "POST":
        now = _now(request)
        first = sender_of(newest).afzender if newest else now and now.afzender
        initial = {"van": request.today, **(initial_of(first, newest) if first else {})}
        return _page(request, SenderForm(initial=initial, kept=kept))
    form = SenderForm(request.POST, kept=kept)
    if not form.is_valid():
        return _page(request, form)
    try:
        made = _proposed(request, form, newest)
    except LetterTextError as error:
        form.refuse(error)
    except (VersionError, ThemeError) as error:
        form.add_error("van" if isinstance(error, VersionError) else "logo_naam", str(error))
    else:
        text = _("Uw voorstel staat klaar. Een collega moet het nog vaststellen.")
        messages.success(request, text)
        return redirect("brieven:afzender_versie", afzender=made.pk)
    return _page(request, form)


def _proposed(
    request: StaffRequest, form: SenderForm, newest: Afzenderversie | None
) -> Afzenderversie:
    typed = dict(form.cleaned_data)
    van, name = typed.pop("van"), typed["logo_naam"]
    try:
        logo = read_logo(name) if name else b""
    except ThemeError:
        if newest is None or newest.logo_naam != name:
            raise
        logo = bytes(newest.logo)  # the file is gone; what was chosen is kept here
    with transaction.atomic():
        return propose_sender(typed | {"logo": logo}, van=van, on=request.today, at=request.now)


def _newest(request: StaffRequest) -> Afzenderversie | None:
    """What the form begins with: the open proposal, else what was put in force last."""
    rows = Afzenderversie.objects.filter(gemeente=request.gemeente).exclude(goedgekeurd=False)
    return rows.order_by("besloten_at", "pk").last() if rows.exists() else None


def _now(request: StaffRequest) -> Sender | None:
    try:
        return sender_on(request.gemeente.pk, on=request.today)
    except LetterError:
        return None


def _page(request: StaffRequest, form: SenderForm) -> HttpResponse:
    context = {
        "form": form,
        "nu": _lines(_now(request)),
        "may_propose": request.actor.may(Recht.TEKSTEN_BEHEREN),
        "versies": sender_versions(request.gemeente.pk)[:SHOWN],
    }
    return render(request, "dossier/afzender.html", context, status=400 if form.errors else 200)


@office(*BOTH, doel=DOEL)
@require_http_methods(["GET", "POST"])
def sender_version(request: StaffRequest, afzender: int) -> HttpResponse:
    """One version: what it changes, line by line, and deciding about it."""
    found = _version(request, afzender)
    form = RefusalForm(request.POST if "afwijzen" in request.POST else None)
    if request.method == "POST" and (answer := decided(request, found, form)) is not None:
        return answer
    before, after = _lines(sender_before(found)), _lines(sender_of(found))
    old = dict(before)
    context = {
        "versie": found,
        "regels": [(name, old.get(name, ""), text) for name, text in after],
        "form": form,
        **deciding(request, found),
    }
    status = 400 if form.errors else 200
    return render(request, "dossier/afzender_versie.html", context, status=status)


@office(*BOTH, doel=DOEL)
@require_safe
def sender_sample(request: StaffRequest, afzender: int) -> HttpResponse:
    """A letter as it would look with this sender."""
    found = _version(request, afzender)
    kind, gemeente = kind_for(""), request.gemeente.pk
    pdf = sample(kind, gemeente, sender_of(found), on=request.today, at=request.now)
    return as_pdf(pdf, f"voorbeeld {kind.title}.pdf")


def _version(request: StaffRequest, pk: int) -> Afzenderversie:
    rows = Afzenderversie.objects.select_related("voorgesteld_door", "besloten_door")
    found = rows.filter(pk=pk, gemeente=request.gemeente).first()
    if found is None:
        raise Http404
    return found


def _lines(sender: Sender | None) -> list[tuple[Any, str]]:
    """What a sender says, line by line, with the words of its logo; nothing where nobody knows."""
    if sender is None:
        return []
    said = [(label, getattr(sender.afzender, name)) for name, (label, _help) in LINES.items()]
    return [*said, (_("Logo"), sender.logo.alt if sender.logo else _("geen"))]
