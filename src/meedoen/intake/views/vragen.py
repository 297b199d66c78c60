"""The questions of the talk on paper, in Dutch and a language of the newcomer."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from meedoen.accounts.models import Gemeente
from meedoen.accounts.roles import Recht
from meedoen.dossier.views.documents import as_pdf
from meedoen.intake.vragen_taal import language_beside, sheet
from meedoen.law.kader import kader_of
from meedoen.logboek.gate import CaseRequest, casework


@casework(Recht.INTAKE_VOEREN, verwerking="brede_intake", doel="de vragen op papier meegeven")
@require_safe
def questions(request: CaseRequest, taal: str) -> HttpResponse:
    """A sheet to print; nothing of a person stands on it. Errors: Http404 for another language."""
    beside = language_beside(taal)
    if beside is None:
        raise Http404
    gemeente = Gemeente.objects.get(pk=request.actor.gemeenten[0])
    kader = kader_of(gemeente.pk, request.today)
    made = sheet(kader, beside, afzender=gemeente.naam, at=request.now)
    return as_pdf(made, f"Vragen {taal}.pdf")
