"""One letter or besluit: what it rests on, and signing, sending and withdrawing it."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Recht
from meedoen.dossier import besluiten
from meedoen.dossier.actions import besluiten as acts
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.addressee import POST, addressee_of
from meedoen.dossier.forms.letters import SendForm, WithdrawForm
from meedoen.dossier.letters import LetterError
from meedoen.dossier.models import Besluit, Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.dossier.views.letters import DO, SEE, Row, found_in, kind_of
from meedoen.logboek.gate import CaseRequest, casework

REFUSED = (DiaryError, NotAllowedError, LetterError)


@casework(Recht.DOSSIERS_ZIEN, verwerking="brieven", doel=SEE)
@of_one_dossier
@require_safe
def one(request: CaseRequest, pk: int, besluit: int) -> HttpResponse:
    """One letter: what it says, what it rests on, where it stands, and the next step."""
    return _page(request, dossier_of(request, pk), besluit)


@casework(Recht.ONDERTEKENEN, verwerking="brieven", doel=DO)
@of_one_dossier
@require_POST
def sign(request: CaseRequest, pk: int, besluit: int) -> HttpResponse:
    """Sign: from here on nothing in it changes."""
    return _step(
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
def send(request: CaseRequest, pk: int, besluit: int) -> HttpResponse:
    """Send: today is the date of the letter."""
    form = SendForm(request.POST)
    if not form.is_valid():
        return _page(request, dossier_of(request, pk), besluit, form=form, status=400)
    kanaal = form.cleaned_data["kanaal"]
    return _step(
        request,
        pk,
        besluit,
        act=lambda: acts.send(besluit, kanaal, on=request.today, at=request.now),
        done=_("De brief is verzonden. U vindt hem bij de documenten."),
        taken=lambda now: now.verzonden_at is not None and now.kanaal == kanaal,
    )


@casework(Recht.ONDERTEKENEN, verwerking="brieven", doel=DO)
@of_one_dossier
@require_POST
def withdraw(request: CaseRequest, pk: int, besluit: int) -> HttpResponse:
    """Withdraw what was sent; the letter stays."""
    form = WithdrawForm(request.POST)
    if not form.is_valid():
        return _page(request, dossier_of(request, pk), besluit, form=form, status=400)
    reden = form.cleaned_data["reden"]
    return _step(
        request,
        pk,
        besluit,
        act=lambda: acts.withdraw(besluit, reden, on=request.today, at=request.now),
        done=_("Het besluit is ingetrokken."),
        taken=lambda now: now.ingetrokken_op is not None,
    )


def _step(
    request: CaseRequest,
    pk: int,
    besluit: int,
    *,
    act: Callable[[], Besluit],
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


def _page(
    request: CaseRequest, dossier: Dossier, besluit: int, *, form: object = None, status: int = 200
) -> HttpResponse:
    found = found_in(dossier, besluit)
    kind = kind_of(found.soort)
    context = {
        "dossier": dossier,
        "rij": Row(found, kind),
        "regels": besluiten.shown_values(kind, found),
        "bon": besluiten.shown_receipt(found),
        "form": form if isinstance(form, SendForm) else SendForm(),
        "intrekken": form if isinstance(form, WithdrawForm) else WithdrawForm(),
        "may_sign": request.actor.may(Recht.ONDERTEKENEN),
        "no_mandate": _no_mandate(request, found),
        "post": _by_post(dossier, request) if _must_be_sent(found) else ("", ()),
    }
    return render(request, "dossier/brief.html", context, status=status)


def _must_be_sent(besluit: Besluit) -> bool:
    return besluit.ondertekend_at is not None and besluit.verzonden_at is None


def _no_mandate(request: CaseRequest, besluit: Besluit) -> str:
    if besluit.ondertekend_at is not None:
        return ""
    return besluiten.refusal_to_sign(request.actor, besluit, on=request.today)


def _by_post(dossier: Dossier, request: CaseRequest) -> tuple[str, tuple[str, ...]]:
    """Why the letter cannot go by post, or to whom and where it goes."""
    try:
        to = addressee_of(dossier, POST, on=request.today)
    except DiaryError as error:
        return str(error), ()
    return "", (*to.naam, *to.adres)
