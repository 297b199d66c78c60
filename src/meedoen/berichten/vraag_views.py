"""The screens of asking DUO about one dossier, and of who is unknown to DUO or to us."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from meedoen.accounts.roles import Recht
from meedoen.berichten.contact_queries import contact_of
from meedoen.berichten.inbox import VERWERKING
from meedoen.berichten.melding_queries import meldingen_of
from meedoen.berichten.queries import is_key
from meedoen.berichten.redenen import in_words
from meedoen.berichten.vraag_actions import want_answer
from meedoen.berichten.vraag_queries import answer_text, gesprek_of, unknown_at_duo, unknown_here
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.logboek.gate import CaseRequest, casework

SEE, ASK = "zien wat DUO over iemand liet weten", "DUO opnieuw vragen over iemand"
READ = "lezen wat DUO letterlijk antwoordde"
COMPARE = "zien wie DUO of de gemeente niet kent"


@casework(Recht.BERICHTEN_ZIEN, verwerking=VERWERKING, doel=SEE)
@of_one_dossier
@require_safe
def conversation(request: CaseRequest, pk: int) -> HttpResponse:
    """What DUO was told and asked about somebody, when it answered, and what it told by itself."""
    found = dossier_of(request, pk)
    told = {
        "dossier": found,
        "gesprek": gesprek_of(found, request.actor, on=request.today),
        "meldingen": meldingen_of(found),
        "contact": contact_of(found),
        "say": in_words,
        "is_key": is_key,
    }
    return render(request, "berichten/gesprek.html", told)


@casework(Recht.BERICHTEN_ZIEN, verwerking=VERWERKING, doel=ASK)
@of_one_dossier
@require_POST
def ask(request: CaseRequest, pk: int) -> HttpResponse:
    """DUO must be asked again; the worker does it."""
    found = dossier_of(request, pk)
    if want_answer(found, at=request.now):
        messages.success(request, _("Meedoen vraagt het aan DUO. Dat duurt meestal een minuut."))
    else:
        messages.info(request, _("Er staat al een vraag aan DUO open."))
    return redirect("berichten:gesprek", pk=pk)


@casework(Recht.BERICHT_LEZEN, verwerking=VERWERKING, doel=READ)
@of_one_dossier
@require_safe
def answer(request: CaseRequest, pk: int, vraag: int) -> HttpResponse:
    """What DUO answered and we did not understand, word for word: it may hold the BSN."""
    found = dossier_of(request, pk)
    text = answer_text(found, vraag)
    if text is None:
        raise Http404
    return render(request, "berichten/antwoord.html", {"dossier": found, "text": text})


@casework(Recht.BERICHTEN_ZIEN, verwerking=VERWERKING, doel=COMPARE)
@require_safe
def unknown(request: CaseRequest) -> HttpResponse:
    """Who is known here and not at DUO, and who DUO tells of and is not known here."""
    ours = unknown_at_duo(request.actor, on=request.today)
    request.show(*(each.persoon_id for each in ours))
    told = {
        "ours": ours,
        "theirs": unknown_here(request.actor, on=request.today),
        "say": in_words,
        "is_key": is_key,
    }
    return render(request, "berichten/onbekend.html", told)
