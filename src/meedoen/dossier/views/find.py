"""The first line of every screen about one dossier: find it, or say why it stays closed."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.diary import RestrictedError
from meedoen.dossier.finding import one_in_sight
from meedoen.dossier.merge_words import came_from
from meedoen.dossier.models import Dossier, Persoon
from meedoen.logboek.gate import CaseRequest


class OutOfSightError(PermissionDenied):
    """The dossier is there, but not for this actor; `pk` is its id. By itself it is a 403."""

    def __init__(self, pk: int) -> None:
        super().__init__(_("Dit dossier is van een collega. Met uw rol mag u het niet zien."))
        self.pk = pk


class MergedError(Http404):
    """The dossier goes on in another one; `merged` is the row. By itself it is a 404."""

    def __init__(self, merged: Dossier) -> None:
        super().__init__(_("Dit dossier is samengevoegd met een ander dossier."))
        self.merged = merged


def dossier_of(request: CaseRequest, pk: int) -> Dossier:
    """The dossier as `for_screen` gives it, if this actor may see it; its person is in the log.

    Errors: Http404 where it is not there for these municipalities; OutOfSightError where it is, but
    not for this role (`of_one_dossier` makes the page of it); MergedError where it goes on in
    another (`of_one_dossier` goes there).
    """
    found: Dossier
    for found in one_in_sight(request.actor, pk, on=request.today):
        request.show(found.persoon_id)
        return found
    into = Dossier.objects.filter(pk=pk, samengevoegd_met__isnull=False, vernietigd_op__isnull=True)
    for merged in into.select_related("samengevoegd_met"):
        raise MergedError(merged)
    # row-level security hides what belongs to other municipalities: that does not exist here
    if Dossier.objects.filter(pk=pk, persoon__isnull=False).exists():
        raise OutOfSightError(pk)
    raise Http404(_("Dit dossier is er niet, of het is vernietigd."))


def of_one_dossier(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of one dossier: where it is out of sight, the page offers to open it with a reason.

    Stands under `casework`. Who may not open it with a reason gets the plain 403. Where its data
    are only kept (AVG 18), a writer that did not say so itself is answered with what may be done.
    """

    @wraps(view)
    def guarded(request: CaseRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except OutOfSightError as closed:
            if not request.actor.may(Recht.INZAGE_VERANTWOORDEN):
                raise
            context = {"pk": closed.pk, "terug": request.get_full_path()}
            return render(request, "dossier/toegang.html", context, status=403)
        except MergedError as closed:
            return _to_the_other(request, closed.merged)
        except RestrictedError as error:  # `lock` refused before anything was written
            context = {"pk": error.dossier, "why": str(error)}
            return render(request, "dossier/beperkt.html", context, status=409)

    return guarded


def _to_the_other(request: CaseRequest, merged: Dossier) -> HttpResponse:
    """The page of the dossier that goes on, with the words why."""
    messages.info(request, came_from(merged))
    return redirect("dossier:persoon", pk=merged.samengevoegd_met_id)


def person_in(dossier: Dossier) -> Persoon:
    """The person of a dossier in sight: such a dossier is not destroyed."""
    if dossier.persoon is None:
        raise Dossier.DoesNotExist
    return dossier.persoon
