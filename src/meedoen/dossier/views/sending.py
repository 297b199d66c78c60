"""Sending a letter, laying it ready for the mailroom, and what is done when it comes back."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions import sending as acts
from meedoen.dossier.forms.sending import MAILROOM, WAYS, TerugForm, UitgezochtForm
from meedoen.dossier.models import Verzending
from meedoen.dossier.sending import current, waiting
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.dossier.views.letter_steps import letter_page, step_taken
from meedoen.dossier.views.letters import DO
from meedoen.dossier.views.sending_context import typed_name
from meedoen.logboek.gate import CaseRequest, casework


@casework(Recht.ONDERTEKENEN, verwerking="brieven", doel=DO)
@of_one_dossier
@require_POST
def send(request: CaseRequest, pk: int, besluit: int) -> HttpResponse:
    """Send: today is the date of the letter. Or lay it ready: the mailroom sends it."""
    kanaal = request.POST.get("kanaal", "")
    if kanaal not in WAYS:
        refused = _("Kies hoe de brief gaat.")
        return letter_page(request, dossier_of(request, pk), besluit, refused=refused, status=400)
    form = WAYS[kanaal](request.POST, auto_id=f"{typed_name(kanaal)}_%s")
    if not form.is_valid():
        typed = {typed_name(kanaal): form}
        return letter_page(request, dossier_of(request, pk), besluit, forms=typed, status=400)
    bewijs, on, at = form.bewijs, request.today, request.now
    if kanaal == MAILROOM:
        return step_taken(
            request,
            pk,
            besluit,
            act=lambda: acts.ready_for_mailroom(besluit, bewijs, on=on, at=at),
            done=_("De brief ligt klaar voor de postkamer."),
            taken=lambda now: waiting(now) is not None,
        )
    return step_taken(
        request,
        pk,
        besluit,
        act=lambda: acts.send_now(besluit, kanaal, bewijs, on=on, at=at),
        done=_("De brief is verzonden. U vindt hem bij de documenten."),
        taken=lambda now: now.verzonden_at is not None and now.kanaal == kanaal,
    )


@casework(Recht.ONDERTEKENEN, verwerking="brieven", doel=DO)
@of_one_dossier
@require_POST
def take_back(request: CaseRequest, pk: int, besluit: int) -> HttpResponse:
    """Take a letter away from the mailroom, before it is printed."""
    return step_taken(
        request,
        pk,
        besluit,
        act=lambda: acts.take_back(besluit, on=request.today, at=request.now),
        done=_("De brief ligt niet meer bij de postkamer."),
        taken=lambda now: waiting(now) is None,
    )


@casework(Recht.VASTLEGGEN, verwerking="brieven", doel=DO)
@of_one_dossier
@require_POST
def came_back(request: CaseRequest, pk: int, besluit: int) -> HttpResponse:
    """Record that a letter came back, and whether it counts."""
    form = TerugForm(request.POST)
    if not form.is_valid():
        dossier = dossier_of(request, pk)
        return letter_page(request, dossier, besluit, forms={"terug": form}, status=400)
    told = form.cleaned_data
    reden, bekend = Verzending.Terug(told["reden"]), told["bekend"] == "ja"
    return step_taken(
        request,
        pk,
        besluit,
        act=lambda: acts.came_back(besluit, reden, bekend=bekend, on=told["dag"], at=request.now),
        done=_("Vastgelegd. Zoek uit hoe u de persoon wel bereikt."),
        taken=lambda now: (last := current(now)) is not None and last.terug_op == told["dag"],
    )


@casework(Recht.VASTLEGGEN, verwerking="brieven", doel=DO)
@of_one_dossier
@require_POST
def looked_into(request: CaseRequest, pk: int, besluit: int) -> HttpResponse:
    """What was done to reach the person after all."""
    form = UitgezochtForm(request.POST)
    if not form.is_valid():
        dossier = dossier_of(request, pk)
        return letter_page(request, dossier, besluit, forms={"uitgezocht": form}, status=400)
    gedaan = form.cleaned_data["gedaan"]
    return step_taken(
        request,
        pk,
        besluit,
        act=lambda: acts.looked_into(besluit, gedaan, on=request.today, at=request.now),
        done=_("Vastgelegd wat u deed."),
        taken=lambda now: (last := current(now)) is not None and last.terug_klaar_at is not None,
    )
