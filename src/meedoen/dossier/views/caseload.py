"""Handing over a caseload: whose, which dossiers and to whom; then who gets what; then it is so."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from meedoen.accounts.models import Medewerker
from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.caseload import MovedError, hand_over_caseload
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.caseload import Load, after, caseload_of, divide, families, loads
from meedoen.dossier.forms.caseload import KiesForm, VerdeelForm
from meedoen.dossier.forms.family import choices_of
from meedoen.logboek.gate import CaseRequest, casework


@dataclass(frozen=True)
class _Asked:
    """Whose caseload it is, what is in it, and who could get some of it."""

    owner: Medewerker
    dossiers: list[Any]
    loads: list[Load]

    @property
    def colleagues(self) -> list[tuple[int, str]]:
        return [
            (each.medewerker.pk, each.medewerker.naam)
            for each in self.loads
            if each.works and each.medewerker.pk != self.owner.pk
        ]

    @property
    def free(self) -> list[Any]:
        """What can go: of a restricted dossier the data are only kept (AVG 18)."""
        return [each for each in self.dossiers if not each.beperkt]


@casework(
    Recht.VERDELEN,
    Recht.EIGEN_OVERDRAGEN,
    verwerking="werklijst",
    doel="dossiers overdragen aan een collega",
)
@require_http_methods(["GET", "POST"])
def caseload(request: CaseRequest) -> HttpResponse:
    """Choose, look at the proposal, give. Nothing is written before the last step."""
    every = loads(request.actor, on=request.today)
    owner = _owner(request, every)
    if owner is None:
        told = {"loads": [each for each in every if each.now]}
        return render(request, "dossier/overdracht_van.html", told)
    found = caseload_of(request.actor, owner.pk, on=request.today)
    asked = _Asked(owner, found, every)
    if asked.colleagues:  # else the page says so, and names nobody
        request.show(*(each.persoon_id for each in found))
    step = request.POST.get("stap") if request.method == "POST" else None
    return {"verdeel": _proposal, "reken": _again, "geef": _give}.get(step or "", _choose)(
        request, asked
    )


def _owner(request: CaseRequest, every: Iterable[Load]) -> Medewerker | None:
    """Whose caseload: the own one for a klantmanager; None: still to choose. Errors: Http404."""
    if not request.actor.may(Recht.VERDELEN):
        chosen = str(request.actor.official)
    else:
        chosen = request.GET.get("van", "")
    if not chosen:
        return None
    for each in every:
        if str(each.medewerker.pk) == chosen:
            return each.medewerker
    raise Http404


def _choose(request: CaseRequest, asked: _Asked, form: KiesForm | None = None) -> HttpResponse:
    form = form or _choice(asked)
    told = {"asked": asked, "form": form, "heads": request.actor.may(Recht.VERDELEN)}
    status = 400 if form.errors else 200
    return render(request, "dossier/overdracht_kies.html", told, status=status)


def _choice(asked: _Asked, data: Any = None) -> KiesForm:
    return KiesForm(data, dossiers=choices_of(asked.free), colleagues=asked.colleagues)


def _proposal(request: CaseRequest, asked: _Asked) -> HttpResponse:
    """What Meedoen proposes; every row can be changed."""
    choice = _choice(asked, request.POST)
    if not choice.is_valid():
        return _choose(request, asked, choice)
    chosen, receivers = choice.cleaned_data["dossiers"], choice.cleaned_data["naar"]
    has = {each.medewerker.pk: each.now for each in asked.loads if each.medewerker.pk in receivers}
    gezin = families(asked.dossiers, on=request.today)
    return _look(request, asked, _division(asked, divide(chosen, gezin, has)))


def _again(request: CaseRequest, asked: _Asked) -> HttpResponse:
    """The same page with the numbers of what was chosen by hand."""
    form = _typed(request, asked)
    return _look(request, asked, form, status=200 if form.is_valid() else 400)


def _give(request: CaseRequest, asked: _Asked) -> HttpResponse:
    """All at once; where somebody else was first the rest comes back to be looked at."""
    form = _typed(request, asked)
    gone = set(_named(request)) - {each.pk for each in form.dossiers}
    if not form.is_valid() or gone:
        if gone:
            form.add_error(None, _moved_words(len(gone)))
        return _look(request, asked, form, status=409 if gone else 400)
    note = form.cleaned_data["nota"].strip()
    try:
        hand_over_caseload(asked.owner.pk, form.to, note=note, on=request.today, at=request.now)
    except DiaryError as error:
        form.add_error(None, str(error))
        status = 409 if isinstance(error, MovedError) else 400
        return _look(request, asked, form, status=status)
    count = len(form.to)
    done = ngettext("Het dossier is overgedragen.", "%(num)s dossiers zijn overgedragen.", count)
    messages.success(request, done % {"num": count})
    return redirect("dossier:lijst")


def _moved_words(count: int) -> str:
    words = ngettext(
        "Een dossier is intussen van een ander. Er is niets veranderd. Kijk het na.",
        "%(num)s dossiers zijn intussen van een ander. Er is niets veranderd. Kijk het na.",
        count,
    )
    return words % {"num": count}


def _named(request: CaseRequest) -> list[int]:
    """The dossiers (ids) that the page sent back."""
    names = (name.removeprefix("naar_") for name in request.POST if name.startswith("naar_"))
    return [int(pk) for pk in names if pk.isascii() and pk.isdigit() and len(pk) <= 18]


def _typed(request: CaseRequest, asked: _Asked) -> VerdeelForm:
    wanted = set(_named(request))
    kept = [each for each in asked.free if each.pk in wanted]
    return VerdeelForm(request.POST, dossiers=kept, colleagues=asked.colleagues, proposed={})


def _division(asked: _Asked, proposed: dict[int, int]) -> VerdeelForm:
    kept = [each for each in asked.free if each.pk in proposed]
    return VerdeelForm(dossiers=kept, colleagues=asked.colleagues, proposed=proposed)


def _look(
    request: CaseRequest, asked: _Asked, form: VerdeelForm, *, status: int = 200
) -> HttpResponse:
    """Who gets what, and for who divides the work: how many everybody has before and after."""
    to = _chosen_in(form)
    heads = request.actor.may(Recht.VERDELEN)
    told = {
        "asked": asked,
        "form": form,
        "gezin": families(form.dossiers, on=request.today),
        "loads": after(asked.loads, asked.owner.pk, to) if heads else [],
    }
    return render(request, "dossier/overdracht_verdeel.html", told, status=status)


def _chosen_in(form: VerdeelForm) -> dict[int, int]:
    """What the page says now, right or wrong."""
    values = {each.pk: str(bound.value() or "") for each, bound in form.rows()}
    return {pk: int(value) for pk, value in values.items() if value.isdigit() and len(value) <= 18}
