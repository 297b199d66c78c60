"""Opening a dossier by hand, with a look at whether this person has one already."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.roles import Recht, Rol
from meedoen.dossier.actions.people import DuplicateError, open_dossier
from meedoen.dossier.finding import alike, for_screen, with_number
from meedoen.dossier.forms.new import NewForm
from meedoen.dossier.models import Dossier
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.dossier.views.writing import typed_of
from meedoen.logboek.gate import CaseRequest, casework


@casework(Recht.DOSSIER_OPENEN, verwerking="dossiervoering", doel="een dossier openen")
@require_http_methods(["GET", "POST"])
def new(request: CaseRequest) -> HttpResponse:
    """Ask who it is; warn for who may be known; open the dossier."""
    klantmanager = request.actor.rol is Rol.KLANTMANAGER
    if request.method == "GET":
        return _form(request, NewForm(klantmanager=klantmanager, initial={"voor_mij": True}))
    form = NewForm(request.POST, klantmanager=klantmanager)
    if not form.is_valid():
        return _form(request, form, status=400)
    numbers = [form.cleaned_data["bsn"], form.cleaned_data["vnummer"]]
    same = with_number(request.actor, numbers, keys=keys_in_use())
    if same is not None:
        return _known(request, same.pk)
    known = alike(request.actor, form.naam, form.cleaned_data["geboortedatum"])
    if all(each.pk in form.confirmed() for each in known):
        return _open(request, form)
    return _may_be_known(request, known)


def _open(request: CaseRequest, form: NewForm) -> HttpResponse:
    actor = request.actor
    try:
        with transaction.atomic():
            dossier = open_dossier(
                actor.gemeenten[0],
                form.person(),
                on=request.today,
                at=request.now,
                klantmanager=actor.medewerker_id if form.cleaned_data.get("voor_mij") else None,
            )
    except DuplicateError as known:
        return _known(request, known.dossier)
    request.show(dossier.persoon_id)
    messages.success(request, _("Het dossier is geopend."))
    return redirect("dossier:persoon", pk=dossier.pk)


def _known(request: CaseRequest, pk: int) -> HttpResponse:
    """The number is known: to that dossier, or the word that a colleague has it."""
    hidden = Dossier.objects.select_related("klantmanager").get(pk=pk)
    request.show(hidden.persoon_id)
    if dossiers_visible_to(request.actor, on=request.today).filter(pk=pk).exists():
        messages.info(request, _("Deze persoon heeft al een dossier. Dit is het."))
        return redirect("dossier:persoon", pk=pk)
    context = {
        "getypt": typed_of(request, without=("bevestigd",)),
        "bevestigd": "",
        "visible": [],
        "hidden": [hidden],
        "may_break_glass": request.actor.may(Recht.INZAGE_VERANTWOORDEN),
    }
    return render(request, "dossier/dubbel.html", context, status=409)


def _may_be_known(request: CaseRequest, known: list[Dossier]) -> HttpResponse:
    """Show who may be the same person; of dossiers out of sight only the number and whose it is."""
    visible = dossiers_visible_to(request.actor, on=request.today)
    seen = list(for_screen(visible, on=request.today).filter(pk__in=[each.pk for each in known]))
    in_sight = {each.pk for each in seen}
    request.show(*(each.persoon_id for each in known))
    context = {
        "getypt": typed_of(request, without=("bevestigd",)),
        "visible": seen,
        "hidden": [each for each in known if each.pk not in in_sight],
        "bevestigd": ",".join(str(each.pk) for each in known),
        "may_break_glass": request.actor.may(Recht.INZAGE_VERANTWOORDEN),
    }
    return render(request, "dossier/dubbel.html", context, status=409)


def _form(request: CaseRequest, form: NewForm, status: int = 200) -> HttpResponse:
    return render(request, "dossier/nieuw.html", {"form": form}, status=status)
