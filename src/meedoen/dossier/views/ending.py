"""What held ends: safe contact, a family, a representative, an absence."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions import circumstances as actions
from meedoen.dossier.forms.family import EindeForm
from meedoen.dossier.models import (
    Afwezigheid,
    Gezinslid,
    Persoon,
    VeiligContact,
    Vertegenwoordiging,
)
from meedoen.dossier.views.find import dossier_of, of_one_dossier, person_in
from meedoen.dossier.views.writing import Screen, answer
from meedoen.logboek.gate import CaseRequest, casework


@dataclass(frozen=True)
class Ending:
    """How something ends: the question, what happens then, the rows it is about, the action."""

    title: Any
    consequence: Any
    button: Any
    rows: Any
    end: Callable[..., None]
    of_row: bool  # the action takes the id of the row, not of the dossier


ENDINGS = {
    "veilig-contact": Ending(
        lazy("Stopt het veilig contact?"),
        lazy(
            "Adres en gezin zijn daarna weer te zien voor wie dit dossier mag openen."
            " Brieven kunnen weer met de post. Spreek dit eerst af met de persoon zelf."
        ),
        lazy("Stop het veilig contact"),
        VeiligContact,
        actions.end_safe_contact,
        of_row=False,
    ),
    "gezin": Ending(
        lazy("Hoort deze persoon niet meer bij het gezin?"),
        lazy("De anderen blijven bij elkaar. Wie er eerder bij hoorde, blijft bewaard."),
        lazy("Haal uit het gezin"),
        Gezinslid,
        actions.leave_family,
        of_row=False,
    ),
    "vertegenwoordiging": Ending(
        lazy("Stopt deze vertegenwoordiger?"),
        lazy("Brieven gaan daarna niet meer naar deze vertegenwoordiger."),
        lazy("Stop de vertegenwoordiging"),
        Vertegenwoordiging,
        actions.end_representation,
        of_row=True,
    ),
    "afwezigheid": Ending(
        lazy("Is deze persoon eerder weer bereikbaar?"),
        lazy("Wij plannen daarna weer afspraken. Een reden is niet nodig."),
        lazy("Leg vast"),
        Afwezigheid,
        actions.end_absence,
        of_row=True,
    ),
}


@casework(Recht.VASTLEGGEN, verwerking="dossiervoering", doel="vastleggen dat iets niet meer geldt")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def end(request: CaseRequest, *, pk: int, wat: str, rij: int) -> HttpResponse:
    """Ask from which day it no longer holds; say what that does."""
    dossier = dossier_of(request, pk)
    ending, row = _row(wat, rij, person_in(dossier))
    form = EindeForm(request.POST or None, initial={"op": request.today})
    screen = Screen("dossier/einde.html", dossier, form, more={"einde": ending, "rij": row})

    def write() -> None:
        about = rij if ending.of_row else pk
        ending.end(about, on=form.cleaned_data["op"], at=request.now)

    return answer(request, screen, write)


def _row(wat: str, rij: int, persoon: Persoon) -> tuple[Ending, Any]:
    """How it ends, and the row of this person that it is about. Errors: Http404."""
    ending = ENDINGS.get(wat)
    row = ending and ending.rows.objects.filter(pk=rij, persoon=persoon).first()
    if ending is None or row is None:
        raise Http404
    return ending, row
