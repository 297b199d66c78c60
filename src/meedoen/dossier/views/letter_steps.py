"""One letter or besluit: what it rests on, and signing and withdrawing it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Recht
from meedoen.dossier import besluiten
from meedoen.dossier.actions import besluiten as acts
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.addressee import script_left_out
from meedoen.dossier.bezwaar import objections_to, state_of
from meedoen.dossier.forms.letters import WithdrawForm
from meedoen.dossier.letter_state import Row
from meedoen.dossier.letters import LetterError
from meedoen.dossier.models import Besluit, Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.dossier.views.letters import DO, SEE, found_in, kind_of
from meedoen.dossier.views.sending_context import sending_context
from meedoen.law.brief_file import Brief
from meedoen.law.brief_variable import VERTALING
from meedoen.logboek.gate import CaseRequest, casework

REFUSED = (DiaryError, NotAllowedError, LetterError)


@casework(Recht.DOSSIERS_ZIEN, verwerking="brieven", doel=SEE)
@of_one_dossier
@require_safe
def one(request: CaseRequest, pk: int, besluit: int) -> HttpResponse:
    """One letter: what it says, what it rests on, where it stands, and the next step."""
    return letter_page(request, dossier_of(request, pk), besluit)


@casework(Recht.ONDERTEKENEN, verwerking="brieven", doel=DO)
@of_one_dossier
@require_POST
def sign(request: CaseRequest, pk: int, besluit: int) -> HttpResponse:
    """Sign: from here on nothing in it changes."""
    return step_taken(
        request,
        pk,
        besluit,
        act=lambda: acts.sign(besluit, on=request.today, at=request.now),
        done=_("De brief is ondertekend. Verstuur hem nu."),
        taken=lambda now: now.ondertekend_door_id == request.actor.medewerker_id,
    )


@casework(Recht.ONDERTEKENEN, verwerking="brieven", doel=DO)
@of_one_dossier
@require_POST
def withdraw(request: CaseRequest, pk: int, besluit: int) -> HttpResponse:
    """Withdraw what was sent; the letter stays."""
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        dossier = dossier_of(request, pk)
        return letter_page(request, dossier, besluit, forms={"intrekken": form}, status=400)
    reden = form.cleaned_data["reden"]
    return step_taken(
        request,
        pk,
        besluit,
        act=lambda: acts.withdraw(besluit, reden, on=request.today, at=request.now),
        done=_("Het besluit is ingetrokken."),
        taken=lambda now: now.ingetrokken_op is not None,
    )


def step_taken(
    request: CaseRequest,
    pk: int,
    besluit: int,
    *,
    act: Callable[[], object],
    done: str,
    taken: Callable[[Besluit], bool],
) -> HttpResponse:
    """Take a step and show the letter again; a refusal is told there, and nothing is written.

    `taken`: it was taken already, by a second click for instance: then it is done, and no error.
    """
    dossier = dossier_of(request, pk)
    found_in(dossier, besluit)
    try:
        with transaction.atomic():
            act()
    except REFUSED as error:
        if not taken(found_in(dossier, besluit)):
            messages.error(request, str(error))
            return redirect("dossier:brief", pk=pk, besluit=besluit)
    messages.success(request, done)
    return redirect("dossier:brief", pk=pk, besluit=besluit)


def letter_page(
    request: CaseRequest,
    dossier: Dossier,
    besluit: int,
    *,
    forms: Mapping[str, Form] | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    """The page of a letter; `forms`: by name what was typed wrong."""
    found = found_in(dossier, besluit)
    kind, given = kind_of(found.soort), forms or {}
    context = {
        "dossier": dossier,
        "rij": Row(found, kind),
        "regels": besluiten.shown_values(kind, found),
        "bon": besluiten.shown_receipt(found),
        "hulpblad": besluiten.values_of(kind, found).get(VERTALING),
        "afgeweken": besluiten.shown_deviation(found),
        "intrekken": given.get("intrekken", WithdrawForm()),
        "refused": refused,
        "wrong": bool(given),
        "left_out": script_left_out(dossier),
        "may_sign": request.actor.may(Recht.ONDERTEKENEN),
        "no_mandate": _no_mandate(request, found),
        **_objections(request, found, kind),
        **sending_context(request, dossier, found, given=given),
    }
    return render(request, "dossier/brief.html", context, status=status)


def _no_mandate(request: CaseRequest, besluit: Besluit) -> str:
    if besluit.ondertekend_at is not None:
        return ""
    return besluiten.refusal_to_sign(request.actor, besluit, on=request.today)


def _objections(request: CaseRequest, besluit: Besluit, kind: Brief) -> dict[str, Any]:
    """The objections to a besluit, and whether one can be recorded here."""
    if not Row(besluit, kind).open_to_objection:
        return {"bezwaren": [], "mag_bezwaar": False}
    return {
        "bezwaren": [(each, state_of(each)) for each in objections_to(besluit)],
        "mag_bezwaar": request.actor.may(Recht.VASTLEGGEN),
    }
