"""Taking in a notice of DUO as a file: it opens the dossier, or finds the one that is there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meedoen.accounts.roles import Recht, Rol
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.notice import Received, dossier_with, receive_notice
from meedoen.dossier.finding import alike, for_screen
from meedoen.dossier.forms.notice import NoticeForm
from meedoen.dossier.models import Dossier
from meedoen.dossier.notice import MOST_BYTES, Notice, NoticeError, read_notice
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.law.register import RegisterError
from meedoen.logboek.gate import CaseRequest, casework


@dataclass(frozen=True)
class Refusal:
    """Why a notice was not taken in: messages per field, or dossiers that it may be about."""

    status: int
    fields: Mapping[str, str] = field(default_factory=dict)
    seen: tuple[Dossier, ...] = ()
    hidden: tuple[Dossier, ...] = ()


@casework(Recht.DOSSIER_OPENEN, verwerking="berichten_duo", doel="een bericht van DUO verwerken")
@require_http_methods(["GET", "POST"])
def bring_in(request: CaseRequest) -> HttpResponse:
    """Ask for the file; tell per field what is wrong with it; open or find the dossier."""
    if request.method == "GET":
        return _page(request, _form(request, asks=False))
    form = _form(request, asks="iemand_anders" in request.POST)
    if not form.is_valid():
        return _page(request, form, Refusal(400))
    done = _taken_in(request, form)
    if isinstance(done, Refusal):
        return _page(request, _form(request, asks=bool(done.seen or done.hidden)), done)
    request.show(done.dossier.persoon_id)
    _tell(request, done)
    return redirect("dossier:persoon", pk=done.dossier.pk)


def _taken_in(request: CaseRequest, form: NoticeForm) -> Received | Refusal:
    try:
        told = read_notice(form.cleaned_data["bestand"].read(MOST_BYTES + 1), today=request.today)
        known = dossier_with(told)
        refused = _out_of_sight(request, known) if known else None
        if known is None and not form.cleaned_data.get("iemand_anders"):
            refused = _may_be_known(request, told)
        if refused is not None:
            return refused
        return receive_notice(
            request.actor.gemeenten[0],
            told,
            on=request.today,
            at=request.now,
            klantmanager=request.actor.medewerker_id if form.cleaned_data.get("voor_mij") else None,
        )
    except (NoticeError, RegisterError) as error:
        return Refusal(400, error.fields)
    except DiaryError as error:
        return Refusal(400, {"": str(error)})


def _out_of_sight(request: CaseRequest, known: Dossier) -> Refusal | None:
    """Nobody writes in a dossier that he may not see: the colleague takes the notice in."""
    if dossiers_visible_to(request.actor, on=request.today).filter(pk=known.pk).exists():
        return None
    request.show(known.persoon_id)
    who = known.klantmanager.naam if known.klantmanager else _("een collega")
    text = _(
        "Deze persoon heeft dossier %(nummer)s, van %(wie)s. Geef het bericht aan die collega."
    )
    return Refusal(409, {"": text % {"nummer": known.nummer, "wie": who}})


def _may_be_known(request: CaseRequest, told: Notice) -> Refusal | None:
    """Who sounds the same and may be the same: not who has another BSN."""
    found = [
        each
        for each in alike(request.actor, told.naam, told.geboortedatum)
        if not (told.bsn and each.persoon.bsn_hash)
    ]
    if not found:
        return None
    visible = for_screen(dossiers_visible_to(request.actor, on=request.today), on=request.today)
    seen = tuple(visible.filter(pk__in=[each.pk for each in found]))
    in_sight = {each.pk for each in seen}
    request.show(*(each.persoon_id for each in found))
    return Refusal(409, seen=seen, hidden=tuple(x for x in found if x.pk not in in_sight))


def _tell(request: CaseRequest, done: Received) -> None:
    if not done.written:
        messages.info(request, _("Dit bericht was al verwerkt. Er is niets veranderd."))
    elif done.new:
        messages.success(request, _("Het bericht is verwerkt. Het dossier is geopend."))
    else:
        messages.success(request, _("Het bericht is verwerkt in het dossier dat er al was."))
    if done.other:
        text = _("Let op: in het bericht is %(wat)s anders dan in het dossier. Kijk het na.")
        messages.warning(request, text % {"wat": _(" en ").join(done.other)})


def _form(request: CaseRequest, *, asks: bool) -> NoticeForm:
    given: Any = (request.POST, request.FILES) if request.method == "POST" else ()
    klantmanager = request.actor.rol is Rol.KLANTMANAGER
    return NoticeForm(*given, klantmanager=klantmanager, asks=asks, initial={"voor_mij": True})


def _page(request: CaseRequest, form: NoticeForm, refused: Refusal | None = None) -> HttpResponse:
    found = refused or Refusal(200)
    context = {"form": form, "refused": found}
    return render(request, "dossier/bericht.html", context, status=found.status)
