"""«Wie vertelde dit?»: one fact of a dossier, with every time that it was told."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meedoen.accounts.huisstijl import in_own_words
from meedoen.accounts.roles import Recht
from meedoen.dossier.diary_lines import split_meaning
from meedoen.dossier.forms.on_day import OpDatumForm
from meedoen.dossier.soorten import that_tell
from meedoen.dossier.told import tellings
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.law.citation import in_full
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.rules.facts import Facts


@casework(Recht.DOSSIERS_ZIEN, verwerking="dossiervoering", doel="nagaan wie iets vertelde")
@of_one_dossier
@require_safe
def fact(request: CaseRequest, pk: int, naam: str) -> HttpResponse:
    """What holds on a day and who told it; what was told before, and what was put right."""
    dossier = dossier_of(request, pk)
    found = Facts.named(naam)
    if found is None:
        raise Http404
    asked = OpDatumForm(request.GET, today=request.today)
    toen = asked.as_of
    told = tellings(dossier, found, toen)
    meaning, article = split_meaning(found.meaning)
    context = {
        "dossier": dossier,
        "asked": asked,
        "toen": toen,
        "meaning": meaning,
        "article": in_full(article) if article else "",
        "who": in_own_words(found.source.value),
        "told": told,
        "counts": next((each for each in told if each.counts), None),
        "soorten": [] if toen.travelled else that_tell(naam, request.actor.rol),
    }
    return render(request, "dossier/feit.html", context, status=400 if asked.errors else 200)
