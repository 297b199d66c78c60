"""Objections: the list of a municipality, one objection with its clocks, and each step."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.roles import Recht
from meedoen.dossier import bezwaar as reading
from meedoen.dossier.actions import bezwaar as acts
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.forms import bezwaar as asks
from meedoen.dossier.models import Bezwaar, Dossier
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.dossier.views.letters import found_in
from meedoen.law.brief_file import brief_kinds
from meedoen.law.loader import law_for
from meedoen.logboek.gate import CaseRequest, casework

SEE, DO = "zien hoe het met een bezwaar staat", "een bezwaar behandelen"
MOST = 200  # on the list: more open objections than that, nobody has seen
Act = Callable[[int, dict[str, Any], CaseRequest], object]


@dataclass(frozen=True)
class Step:
    """What is asked, what is done, and the button."""

    form: type[forms.Form]
    act: Act
    button: Any


STEPS: dict[str, Step] = {
    "te-laat": Step(
        asks.TeLaatForm,
        lambda pk, told, request: acts.judge_lateness(
            pk,
            told["toelichting"],
            verschoonbaar=told["verschoonbaar"] == "nee",
            on=request.today,
            at=request.now,
        ),
        lazy("Leg uw oordeel vast"),
    ),
    "herstel": Step(
        asks.HerstelForm,
        lambda pk, told, request: acts.ask_to_mend(
            pk, told["wat"], voor=told["voor"], on=request.today, at=request.now
        ),
        lazy("Leg vast dat u dit vroeg"),
    ),
    "hersteld": Step(
        asks.HersteldForm,
        lambda pk, told, request: acts.mended(
            pk, hersteld=told["hersteld"] == "ja", on=told["dag"], at=request.now
        ),
        lazy("Leg vast"),
    ),
    "commissie": Step(
        asks.CommissieForm,
        lambda pk, _told, request: acts.ask_committee(pk, on=request.today, at=request.now),
        lazy("Een commissie adviseert"),
    ),
    "gehoord": Step(
        asks.GehoordForm,
        lambda pk, told, request: acts.heard(pk, on=told["dag"], at=request.now),
        lazy("Leg vast dat u de persoon hoorde"),
    ),
    "niet-horen": Step(
        asks.NietHorenForm,
        lambda pk, told, request: acts.not_heard(
            pk, Bezwaar.NietHoren(told["grond"]), on=request.today, at=request.now
        ),
        lazy("Leg vast dat horen niet hoeft"),
    ),
    "verdagen": Step(
        asks.VerdaagForm,
        lambda pk, _told, request: acts.adjourn(pk, on=request.today, at=request.now),
        lazy("Verdaag de beslissing"),
    ),
    "uitstellen": Step(
        asks.UitstelForm,
        lambda pk, told, request: acts.put_off(
            pk,
            Bezwaar.Uitstel(told["grond"]),
            tot_en_met=told["dag"],
            on=request.today,
            at=request.now,
        ),
        lazy("Leg het uitstel vast"),
    ),
    "intrekken": Step(
        asks.IntrekkenForm,
        lambda pk, told, request: acts.take_away(pk, on=told["dag"], at=request.now),
        lazy("Leg vast dat het is ingetrokken"),
    ),
    "beslissen": Step(
        asks.BeslisForm,
        lambda pk, told, request: acts.decide(
            pk, Bezwaar.Uitkomst(told["uitkomst"]), on=request.today, at=request.now
        ),
        lazy("Leg de uitkomst vast bij de brief"),
    ),
    "beroep": Step(
        asks.BeroepForm,
        lambda pk, told, request: acts.appeal(
            pk, told["rechtbank"], on=told["dag"], at=request.now
        ),
        lazy("Leg het beroep vast"),
    ),
    "uitspraak": Step(
        asks.UitspraakForm,
        lambda pk, told, request: acts.ruled(pk, told["uitspraak"], on=told["dag"], at=request.now),
        lazy("Leg de uitspraak vast"),
    ),
}


@casework(Recht.BEZWAAR_BEHANDELEN, verwerking="brieven", doel=SEE)
@require_safe
def overview(request: CaseRequest) -> HttpResponse:
    """Every open objection of the municipality, by its last day."""
    visible = dossiers_visible_to(request.actor, on=request.today)
    rows = list(reading.with_all(reading.open_ones(visible)).order_by("pk")[:MOST])
    request.show(*(each.dossier.persoon_id for each in rows))
    law = law_for(request.gemeente.stelsel, request.gemeente.code)
    found = list(zip(rows, reading.clocks(rows, law, on=request.today), strict=True))
    found.sort(key=lambda pair: (pair[1].beslissen is None, pair[1].beslissen or request.today))
    shown = [(row, clock, reading.state_of(row)) for row, clock in found]
    return render(
        request,
        "dossier/bezwaren.html",
        {"rijen": shown, "vandaag": request.today, "kinds": brief_kinds()},
    )


@casework(Recht.VASTLEGGEN, verwerking="brieven", doel=DO)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def receive(request: CaseRequest, pk: int, besluit: int) -> HttpResponse:
    """Record an objection to this besluit."""
    dossier = dossier_of(request, pk)
    found = found_in(dossier, besluit, merged=True)
    form, refused = asks.OntvangForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            with transaction.atomic():
                made = acts.receive(
                    besluit,
                    Bezwaar.Kanaal(told["kanaal"]),
                    acts.Dagen(told["ontvangen"], told["gepost"]),
                    on=request.today,
                    at=request.now,
                )
            return redirect("dossier:bezwaar", pk=pk, bezwaar=made.pk)
        except DiaryError as error:
            refused = str(error)
    status = 400 if form.errors or refused else 200
    context = {"dossier": dossier, "besluit": found, "form": form, "refused": refused}
    return render(request, "dossier/bezwaar_nieuw.html", context, status=status)


@casework(Recht.DOSSIERS_ZIEN, verwerking="brieven", doel=SEE)
@of_one_dossier
@require_safe
def one(request: CaseRequest, pk: int, bezwaar: int) -> HttpResponse:
    """One objection: where it stands, its last days with their reasons, and the steps."""
    dossier = dossier_of(request, pk)
    return _page(request, dossier, _found(dossier, bezwaar))


@casework(Recht.BEZWAAR_BEHANDELEN, verwerking="brieven", doel=DO)
@of_one_dossier
@require_POST
def step(request: CaseRequest, pk: int, bezwaar: int, *, stap: str) -> HttpResponse:
    """Take one step."""
    dossier, chosen = dossier_of(request, pk), STEPS.get(stap)
    row = _found(dossier, bezwaar)
    if chosen is None:
        raise Http404
    form = chosen.form(request.POST, auto_id=f"{stap}_%s")
    if not form.is_valid():
        return _page(request, dossier, row, bound={stap: form}, status=400)
    try:
        with transaction.atomic():
            chosen.act(bezwaar, form.cleaned_data, request)
    except (DiaryError, NotAllowedError) as error:
        return _page(request, dossier, row, bound={stap: form}, refused=str(error), status=409)
    messages.success(request, _("Vastgelegd."))
    return redirect("dossier:bezwaar", pk=pk, bezwaar=bezwaar)


def _found(dossier: Dossier, bezwaar: int) -> Bezwaar:
    rows = reading.with_all(Bezwaar.objects.filter(dossier=dossier, pk=bezwaar))
    found = rows.first()
    if found is None:
        raise Http404
    return found


def _page(
    request: CaseRequest,
    dossier: Dossier,
    row: Bezwaar,
    *,
    bound: dict[str, forms.Form] | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    given, clock = bound or {}, reading.clock_of(row, on=request.today)
    open_steps = reading.steps_of(row, clock) if request.actor.may(Recht.BEZWAAR_BEHANDELEN) else ()
    context = {
        "dossier": dossier,
        "bezwaar": row,
        "klok": clock,
        "stand": reading.state_of(row),
        "waarom": {name: reading.why(clock, name) for name in ("op_tijd", "indienen", "beslissen")},
        "stappen": [
            (name, given.get(name) or STEPS[name].form(auto_id=f"{name}_%s"), STEPS[name].button)
            for name in open_steps
        ],
        "fout": next(iter(given), ""),
        "titels": TITLES,
        "refused": refused,
        "brief": reading.letter_for(row),
        "kind": reading.KIND,
        "soort": brief_kinds()[row.besluit.soort].label,
        "vandaag": request.today,
        "may": request.actor.may(Recht.BEZWAAR_BEHANDELEN),
    }
    return render(request, "dossier/bezwaar.html", context, status=status)


TITLES = {
    "te-laat": lazy("Het bezwaar is te laat: valt dat te verwijten?"),
    "herstel": lazy("Er ontbreekt iets"),
    "hersteld": lazy("Is het compleet?"),
    "commissie": lazy("Een commissie laten adviseren"),
    "gehoord": lazy("De persoon is gehoord"),
    "niet-horen": lazy("Horen hoeft niet"),
    "verdagen": lazy("Verdagen"),
    "uitstellen": lazy("Verder uitstellen"),
    "intrekken": lazy("De persoon trekt het bezwaar in"),
    "beslissen": lazy("De beslissing"),
    "beroep": lazy("De persoon gaat in beroep"),
    "uitspraak": lazy("De rechtbank deed uitspraak"),
}
