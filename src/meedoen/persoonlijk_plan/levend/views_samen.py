"""The draft of the plan, read together: on the screen and as a PDF to print and sign."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.typesetting import UnprintableError
from meedoen.dossier.views.documents import as_pdf
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.law.plan_vertaling import DUTCH, plan_translations
from meedoen.law.vertaling import language_name
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.persoonlijk_plan.levend.samen import language_for, samen_of, samen_pdf


@casework(Recht.DOSSIERS_ZIEN, verwerking="plan", doel="het plan samen lezen")
@of_one_dossier
@require_safe
def show(request: CaseRequest, pk: int) -> HttpResponse:
    """The draft in Dutch, beside it a language that is chosen or the person speaks."""
    return _page(request, pk)


@casework(Recht.DOSSIERS_ZIEN, verwerking="plan", doel="het plan op papier meegeven")
@of_one_dossier
@require_safe
def pdf(request: CaseRequest, pk: int) -> HttpResponse:
    """The same on paper; a character that cannot be printed is named on the page."""
    dossier = dossier_of(request, pk)
    taal = language_for(dossier, request.GET.get("taal", ""))
    samen = samen_of(dossier, taal, on=request.today)
    try:
        made = samen_pdf(dossier, samen, at=request.now)
    except UnprintableError as error:
        text = _("Het teken %(teken)s kan niet op papier. Verander de tekst waar het in staat.")
        return _page(request, pk, fout=text % {"teken": error.character})
    return as_pdf(made, f"Plan {dossier.nummer}.pdf")


def _page(request: CaseRequest, pk: int, *, fout: str = "") -> HttpResponse:
    dossier = dossier_of(request, pk)
    taal = language_for(dossier, request.GET.get("taal", ""))
    talen = [(code, _named(code)) for code in sorted(plan_translations()) if code != DUTCH]
    context: dict[str, Any] = {
        "dossier": dossier,
        "samen": samen_of(dossier, taal, on=request.today),
        "talen": talen,
        "fout": fout,
        "may_write": request.actor.may(Recht.VASTLEGGEN),
    }
    status = 400 if fout else 200
    return render(request, "persoonlijk_plan/samen.html", context, status=status)


def _named(code: str) -> str:
    return language_name(code, (get_language() or DUTCH).partition("-")[0])
