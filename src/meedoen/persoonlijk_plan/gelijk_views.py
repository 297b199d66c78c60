"""«Mannen en vrouwen»: whether both get the same questions and offer, in figures without people."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meedoen.accounts.roles import Recht
from meedoen.intake.spreiding import FEWEST, LEAST
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.persoonlijk_plan.gelijk import gelijk_of, rows_of


@casework(
    Recht.DOORLOOPTIJD_ZIEN,
    verwerking="gelijk_aanbod",
    doel="zien of mannen en vrouwen hetzelfde aanbod krijgen",
)
@require_safe
def gelijk(request: CaseRequest) -> HttpResponse:
    """The last year: routes, hours, work, childcare and deviation, for women and for men."""
    found = gelijk_of(rows_of(request.gemeente.pk, on=request.today))
    context = {"gevonden": found, "least": LEAST, "fewest": FEWEST}
    return render(request, "persoonlijk_plan/gelijk.html", context)
