"""The page of a person, and changing who somebody is."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.roles import Recht, Rol
from meedoen.dossier.actions.diary import RestrictedError
from meedoen.dossier.actions.people import (
    DuplicateError,
    StaleError,
    change_person,
)
from meedoen.dossier.doubles import doubles_of
from meedoen.dossier.forms.family import BEWIJZEN
from meedoen.dossier.forms.person import PersonForm, typed_of
from meedoen.dossier.identity import Sealed, SealError, unseal
from meedoen.dossier.models import Dossier, Persoon
from meedoen.dossier.person import whole_person
from meedoen.dossier.told import lines_of_person
from meedoen.dossier.views.find import dossier_of, of_one_dossier, person_in
from meedoen.dossier.views.handover import may_give
from meedoen.dossier.views.writing import typed_of as typed_in
from meedoen.logboek.gate import CaseRequest, casework

MINE, NOW, NOT_CHOSEN = "mijn", "nu", "niet gekozen"


@casework(
    Recht.DOSSIERS_ZIEN,
    verwerking="dossiervoering",
    doel="zien wie iemand is en hoe iemand bereikbaar is",
)
@of_one_dossier
@require_safe
def show(request: CaseRequest, pk: int) -> HttpResponse:
    """Who, how to reach, where, with whom, who speaks for whom, and when not."""
    dossier = dossier_of(request, pk)
    whole = whole_person(dossier, on=request.today)
    lijkt_op = doubles_of(dossier, request.actor, on=request.today)
    request.show(*(each.persoon_id for each in (*whole.gezin, *lijkt_op)))
    context = {
        "dossier": dossier,
        "who": whole,
        "may_merge": request.actor.may(Recht.SAMENVOEGEN_VOORSTELLEN),
        "lijkt_op": lijkt_op,
        "verteld": lines_of_person(dossier),
        "bsn": bsn_of(whole.persoon),
        "soorten": dict(BEWIJZEN),
        "may_write": request.actor.may(Recht.VASTLEGGEN),
        "may_hand_over": may_give(request.actor, dossier),
        "may_withdraw": request.actor.may(Recht.INTREKKING_VOORSTELLEN),
        "may_give": request.actor.may(Recht.INZAGE_NAKIJKEN),
        "may_take": request.actor.rol is Rol.KLANTMANAGER and dossier.klantmanager_id is None,
    }
    return render(request, "dossier/persoon.html", context)


@casework(Recht.VASTLEGGEN, verwerking="dossiervoering", doel="gegevens van een persoon wijzigen")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def change(request: CaseRequest, pk: int) -> HttpResponse:
    """Change who somebody is; of two who do so at once, the second sees what the first wrote."""
    dossier = dossier_of(request, pk)
    persoon = person_in(dossier)
    if request.method == "GET":
        return _form(request, dossier, PersonForm(initial=typed_of(persoon)))
    form = PersonForm(request.POST)
    if not form.is_valid():
        return _form(request, dossier, form, status=400)
    given = form.changes_of(persoon, keys_in_use())
    if any(_choice(request, name) == NOT_CHOSEN for name in given):
        return _stale(request, dossier, form, given=given, asked=True)
    kept = {name: value for name, value in given.items() if _choice(request, name) != NOW}
    try:
        if kept:  # else it is there already: sent twice, or all of it left as it was
            with transaction.atomic():
                change_person(pk, kept, versie=_version(request), on=request.today, at=request.now)
    except StaleError:
        return _stale(request, dossier, form, given=given)
    except (DuplicateError, RestrictedError) as error:  # what was typed stays
        twice = _("Een ander dossier heeft dit BSN of V-nummer al. Kijk het na.")
        form.add_error(None, twice if isinstance(error, DuplicateError) else str(error))
        return _form(request, dossier, form, status=400)
    messages.success(request, _("De gegevens zijn vastgelegd."))
    return redirect("dossier:persoon", pk=pk)


def bsn_of(persoon: Persoon) -> str:
    """The last digits of a BSN after stars; empty where there is none, words where it is closed."""
    if persoon.bsn_verzegeld is None:
        return ""
    sealed = Sealed(persoon.bsn_sleutel, bytes(persoon.bsn_verzegeld))
    try:
        return "*****" + unseal(sealed, keys_in_use(), gemeente=persoon.gemeente_id)[5:]
    except SealError:
        return _("niet te lezen: vraag uw beheerder naar de sleutel")


def _form(
    request: CaseRequest, dossier: Dossier, form: PersonForm, *, status: int = 200
) -> HttpResponse:
    versie = person_in(dossier).versie if request.method == "GET" else _version(request)
    context = {
        "dossier": dossier,
        "form": form,
        "versie": versie,
        "bsn": bsn_of(person_in(dossier)),
    }
    return render(request, "dossier/persoon_wijzigen.html", context, status=status)


def _stale(
    request: CaseRequest,
    dossier: Dossier,
    form: PersonForm,
    *,
    given: Mapping[str, Any],
    asked: bool = False,
) -> HttpResponse:
    """What is there now beside what was typed: both stay, and a choice per field is asked."""
    persoon = person_in(dossier)
    context = {
        "dossier": dossier,
        "form": form,
        "versie": persoon.versie,
        "verschillen": [form.difference(persoon, name) for name in given],
        "gekozen": {name: _choice(request, name) for name in given},
        "asked": asked,
        "getypt": typed_in(request, without=("versie", "verschil")),
    }
    return render(request, "dossier/verschil.html", context, status=409)


def _choice(request: CaseRequest, name: str) -> str:
    """NOW, MINE, NOT_CHOSEN where the question stood on the screen, or "" where it did not."""
    chosen = request.POST.get(f"keuze_{name}", "")
    if chosen in {NOW, MINE}:
        return chosen
    return NOT_CHOSEN if "verschil" in request.POST else ""


def _version(request: CaseRequest) -> int:
    typed = request.POST.get("versie", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
