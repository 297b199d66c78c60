"""Who is the klantmanager: the teamleider gives dossiers, a klantmanager takes what is free."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from meedoen.accounts.actor import Actor, NotAllowedError
from meedoen.accounts.huisstijl import rolnaam
from meedoen.accounts.roles import Recht, Rol
from meedoen.dossier.actions.people import hand_over
from meedoen.dossier.finding import klantmanagers_of
from meedoen.dossier.forms.family import OverdragenForm
from meedoen.dossier.models import Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.dossier.views.writing import Screen, answer
from meedoen.logboek.gate import CaseRequest, casework


@casework(
    Recht.VERDELEN,
    Recht.EIGEN_OVERDRAGEN,
    verwerking="werklijst",
    doel="dossiers verdelen over medewerkers",
)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def give(request: CaseRequest, pk: int) -> HttpResponse:
    """Give the dossier to another klantmanager; who divides the dossiers also to nobody yet."""
    dossier = dossier_of(request, pk)
    if not may_give(request.actor, dossier):
        raise NotAllowedError(_("U geeft alleen uw eigen dossiers aan een collega."))
    heads = request.actor.may(Recht.VERDELEN)
    people = klantmanagers_of(request.actor, on=request.today)
    form = OverdragenForm(
        request.POST or None,
        mensen=[(each.pk, each.naam) for each in people],
        niemand=heads,
        initial={"naar": dossier.klantmanager_id},
    )
    done = _("Het dossier heeft een andere %(rol)s.") % _ours()
    # who gave his own dossier away does not see it any more
    after = "" if heads else reverse("dossier:lijst")
    screen = Screen("dossier/overdragen.html", dossier, form, done, after=after)

    def write() -> None:
        to = form.cleaned_data["naar"]
        if to != dossier.klantmanager_id:
            hand_over(pk, to, on=request.today, at=request.now)

    return answer(request, screen, write)


@casework(Recht.VASTLEGGEN, verwerking="werklijst", doel="een dossier zonder klantmanager nemen")
@of_one_dossier
@require_POST
def take(request: CaseRequest, pk: int) -> HttpResponse:
    """Become the klantmanager of a dossier that has none. Taking it twice changes nothing."""
    dossier = dossier_of(request, pk)
    actor = request.actor
    if dossier.klantmanager_id != actor.medewerker_id:
        hand_over(pk, actor.medewerker_id, on=request.today, at=request.now)
    messages.success(request, _("U bent nu de %(rol)s van dit dossier.") % _ours())
    return redirect("dossier:persoon", pk=pk)


def may_give(actor: Actor, dossier: Dossier) -> bool:
    """Whether this actor may give this dossier to a colleague: any, or only the own ones."""
    own = actor.may(Recht.EIGEN_OVERDRAGEN) and dossier.klantmanager_id == actor.medewerker_id
    return own or actor.may(Recht.VERDELEN)


def _ours() -> dict[str, str]:
    """The word of the municipality, for a text."""
    return {"rol": rolnaam(Rol.KLANTMANAGER)}
