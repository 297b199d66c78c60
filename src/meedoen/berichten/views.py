"""The screens of what DUO sends: the list, one notice, its text, and the connection."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meedoen.accounts.actions import AccountError
from meedoen.accounts.gate import StaffRequest, office
from meedoen.accounts.oin.actions import record_oin
from meedoen.accounts.oin.queries import numbers_of
from meedoen.accounts.roles import Recht
from meedoen.berichten import actions, queries
from meedoen.berichten.forms import GedaanForm, KoppelForm, OinForm
from meedoen.berichten.inbox import VERWERKING
from meedoen.berichten.pulse import pulse
from meedoen.berichten.redenen import in_words
from meedoen.berichten.te_doen import te_doen_of
from meedoen.dossier.doubles import doubles_of
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.werkplek.bronnen import labels_of

SEE, DO = "zien wat DUO liet weten", "beslissen over een bericht van DUO"
READ, CONNECT = "lezen wat DUO letterlijk schreef", "zien of de verbinding met DUO werkt"
seeing = casework(Recht.BERICHTEN_ZIEN, verwerking=VERWERKING, doel=SEE)
deciding = casework(Recht.BERICHTEN_ZIEN, verwerking=VERWERKING, doel=DO)
reading = casework(Recht.BERICHT_LEZEN, verwerking=VERWERKING, doel=READ)
STEPS: dict[str, Callable[..., object]] = {
    "opnieuw": actions.try_again,
    "klaar": actions.settle,
}


@seeing
@require_safe
def overview(request: CaseRequest) -> HttpResponse:
    """What came in, the newest first; what asks for people first of all."""
    groep = request.GET.get("toon", "alles")
    if groep not in queries.GROEPEN:
        raise Http404
    before = _number(request.GET.get("voor"))
    page = queries.page_of(request.actor, groep, on=request.today, before=before)
    request.show(*(row.dossier.persoon_id for row in page.rows if row.dossier))
    told = {
        "page": page,
        "groep": groep,
        "pulse": pulse(request.gemeente.pk, on=request.today, at=request.now),
        "may_read": request.actor.may(Recht.BERICHT_LEZEN),
        "say": in_words,
        "is_key": queries.is_key,
    }
    return render(request, "berichten/lijst.html", told)


@seeing
@require_safe
def one(request: CaseRequest, bericht: int) -> HttpResponse:
    """One notice: what it is about, how far it is and why, and what an official can do."""
    return notice_page(request, notice_of(request, bericht))


@deciding
@require_POST
def couple(request: CaseRequest, bericht: int) -> HttpResponse:
    """The notice belongs to this dossier."""
    row, form = notice_of(request, bericht), KoppelForm(request.POST)
    if form.is_valid():
        number = form.cleaned_data["dossier"]
        try:
            actions.couple(row.bericht.pk, number, on=request.today, at=request.now)
        except actions.BerichtError as error:
            form.add_error("dossier", str(error))
        else:
            messages.success(
                request, _("Het bericht hoort bij dit dossier. Meedoen vraagt DUO ernaar.")
            )
            return redirect("berichten:bericht", bericht=bericht)
    return notice_page(request, row, form, status=400)


@deciding
@require_POST
def step(request: CaseRequest, bericht: int, stap: str) -> HttpResponse:
    """Try again, or say that nothing is to be done."""
    row = notice_of(request, bericht)
    if stap not in STEPS:
        raise Http404
    try:
        STEPS[stap](row.bericht.pk, at=request.now)
    except actions.BerichtError as error:
        messages.error(request, str(error))
    return redirect("berichten:bericht", bericht=bericht)


@reading
@require_safe
def text(request: CaseRequest, bericht: int) -> HttpResponse:
    """What DUO wrote, word for word: with the BSN."""
    row = notice_of(request, bericht)
    written, answer = queries.texts_of(row.bericht)
    told = {"row": row, "text": written, "answer": answer}
    return render(request, "berichten/tekst.html", told)


@reading
@require_safe
def refused(request: CaseRequest) -> HttpResponse:
    """What was refused the last months, and why."""
    rows = queries.refused_of(request.gemeente.pk)
    told = {"rows": rows, "say": in_words, "dagen": settings.BERICHTEN_BEWAREN_DAGEN}
    return render(request, "berichten/geweigerd.html", told)


@reading
@require_safe
def refused_text(request: CaseRequest, geweigerd: int) -> HttpResponse:
    """What was refused, word for word."""
    rows = queries.refused_of(request.gemeente.pk)
    found = next((each for each in rows if each.pk == geweigerd), None)
    if found is None:
        raise Http404
    told = {"row": found, "text": queries.refused_text(found), "say": in_words}
    return render(request, "berichten/geweigerd_tekst.html", told)


@office(Recht.VERBINDING_BEHEREN, Recht.BERICHTEN_ZIEN, doel=CONNECT)
@require_http_methods(["GET", "POST"])
def connection(request: StaffRequest) -> HttpResponse:
    """Whether notices come in, and under which number they find the municipality."""
    may = request.actor.may(Recht.VERBINDING_BEHEREN)
    sent = request.method == "POST"
    form = OinForm(request.POST if sent else None, initial={"van": request.today})
    if sent:
        request.actor.must(Recht.VERBINDING_BEHEREN)
        if form.is_valid() and _recorded(request, form):
            return redirect("berichten:verbinding")
    told = {
        "pulse": pulse(request.gemeente.pk, on=request.today, at=request.now),
        "numbers": numbers_of(request.gemeente.pk),
        "form": form,
        "may": may,
    }
    return render(request, "berichten/verbinding.html", told, status=400 if form.errors else 200)


def _recorded(request: StaffRequest, form: OinForm) -> bool:
    typed = form.cleaned_data
    try:
        record_oin(request.actor, typed["oin"], van=typed["van"], at=request.now)
    except AccountError as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, _("Het OIN is vastgelegd."))
    return True


def notice_page(
    request: CaseRequest,
    row: queries.Row,
    form: KoppelForm | None = None,
    *,
    gedaan: GedaanForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of one notice, with forms as somebody filled them in."""
    te_doen = te_doen_of(row.bericht) if row.dossier else None
    found = doubles_of(row.dossier, request.actor, on=request.today) if row.dossier else []
    request.show(*(each.persoon_id for each in found))
    told: dict[str, Any] = {
        "row": row,
        "may_merge": request.actor.may(Recht.SAMENVOEGEN_VOORSTELLEN),
        "lijkt_op": found,
        "may_write": request.actor.may(Recht.VASTLEGGEN),
        "form": form or KoppelForm(),
        "te_doen": te_doen,
        "gedaan": gedaan or GedaanForm(),
        "signalen": labels_of(row.event.signalen),
        "open": actions.is_open(row.bericht),
        "may_read": request.actor.may(Recht.BERICHT_LEZEN),
        "say": in_words,
        "is_key": queries.is_key,
    }
    return render(request, "berichten/bericht.html", told, status=status)


def notice_of(request: CaseRequest, pk: int) -> queries.Row:
    """The notice that an address names. Errors: Http404."""
    found = queries.one_of(request.actor, pk, on=request.today)
    if found is None:
        raise Http404
    request.show(found.dossier.persoon_id if found.dossier else None)
    return found


def _number(text: str | None) -> int | None:
    if text and text.isascii() and text.isdigit() and len(text) <= 18:
        return int(text)
    return None
