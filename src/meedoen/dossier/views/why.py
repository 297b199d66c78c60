"""«Waarom?»: the answer of a rule for one dossier, its reasons, and what is still to ask."""

import re
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.as_of import AsOf
from meedoen.dossier.explanation import Explanation, Told, explain
from meedoen.dossier.forms.on_day import OpDatumForm
from meedoen.dossier.soorten import that_tell
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.law.citation import address_of, in_full
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.rules.catalogue import rule_named
from meedoen.rules.parameters import LawError

_INTERNAL = re.compile(r" \([^()]*\bR[0-9]{2}\.[^()]*\)")  # our numbers of rules: for the rule book


@casework(
    Recht.DOSSIERS_ZIEN, verwerking="dossiervoering", doel="uitleggen waarom iets is zoals het is"
)
@of_one_dossier
@require_safe
def why(request: CaseRequest, pk: int, regel: str) -> HttpResponse:
    """The answer first, then why; on another day as it was known then."""
    dossier = dossier_of(request, pk)
    try:
        rule_named(regel)
    except KeyError as error:
        raise Http404 from error
    asked = OpDatumForm(request.GET, today=request.today)
    toen = asked.as_of
    found: Explanation | None = None
    refused = ""
    try:
        found = explain(dossier, regel, on=toen.on, known_at=toen.known_at)
    except LawError as error:
        refused = str(error)
    context = {
        "dossier": dossier,
        "asked": asked,
        "toen": toen,
        "found": found,
        "refused": refused,
        "about": _INTERNAL.sub("", found.summary) if found else "",
        "facts": _facts(found) if found else [],
        "articles": _articles(found) if found else [],
        "asks": _asks(found, request, toen) if found else [],
    }
    return render(request, "dossier/waarom.html", context, status=400 if asked.errors else 200)


def _facts(found: Explanation) -> list[Told]:
    """Every fact that the answer rests on, once, with who told it."""
    return list(dict.fromkeys(fact for line in found.lines for fact in line.facts))


def _articles(found: Explanation) -> list[tuple[str, str, str]]:
    """Every article that the answer rests on: short, in full, and where its text can be read."""
    used = (line.basis for line in found.lines)
    return [(each, in_full(each), address_of(each)) for each in dict.fromkeys(used)]


def _asks(found: Explanation, request: CaseRequest, toen: AsOf) -> list[dict[str, Any]]:
    """What is missing, who knows it, and where this role can record it; not on another day."""
    rol = request.actor.rol
    return [
        {"question": each, "soorten": [] if toen.travelled else that_tell(each.fact, rol)}
        for each in found.asks
    ]
