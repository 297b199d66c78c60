"""The page «Opvang» of a dossier, and telling each of its steps."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.file_kind import FileRefusedError
from meedoen.dossier.models import Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.dossier.views.writing import Screen, again, answer, gezien_of
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.opvang import forms
from meedoen.opvang.actions import arrival, housing
from meedoen.opvang.models import Driegesprek, Klantprofiel, Nareis, Voorbereiding, Woning
from meedoen.opvang.queries import opvang_of

FORM = "opvang/formulier.html"


@casework(
    Recht.DOSSIERS_ZIEN, verwerking="opvang", doel="zien hoe ver iemand is op weg naar een huis"
)
@of_one_dossier
@require_safe
def show(request: CaseRequest, pk: int) -> HttpResponse:
    """The steps from koppeling to house, and what COA told."""
    dossier = dossier_of(request, pk)
    context = {
        "dossier": dossier,
        "opvang": opvang_of(dossier, on=request.today),
        "may_write": request.actor.may(Recht.VASTLEGGEN),
    }
    return render(request, "opvang/dossier.html", context)


@casework(Recht.VASTLEGGEN, verwerking="opvang", doel="het klantprofiel van het COA bewaren")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def profile(request: CaseRequest, pk: int) -> HttpResponse:
    """A klantprofiel by form, with the document if it is there."""
    dossier = dossier_of(request, pk)
    form = forms.ProfielForm(
        request.POST or None, request.FILES or None, initial={"ontvangen_op": request.today}
    )

    def write(how: Any) -> None:
        arrival.receive_profile(pk, form.profiel, on=request.today, **how)

    rows = Klantprofiel.objects.filter(dossier=dossier)
    try:
        return _told(
            request, dossier, form, rows=rows, write=write, title=_("Klantprofiel van het COA")
        )
    except FileRefusedError as error:
        form.add_error("bestand", str(error))
        return again(request, _screen(dossier, form, _("Klantprofiel van het COA")), status=400)


@casework(Recht.VASTLEGGEN, verwerking="opvang", doel="vastleggen hoe de voorbereiding gaat")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def preparation(request: CaseRequest, pk: int) -> HttpResponse:
    """How the preparation stands, as COA told it."""
    dossier = dossier_of(request, pk)
    form = forms.VoorbereidingForm(request.POST or None, initial={"stand_op": request.today})

    def write(how: Any) -> None:
        arrival.tell_preparation(pk, form.row, on=request.today, **how)

    rows = Voorbereiding.objects.filter(dossier=dossier)
    return _told(
        request, dossier, form, rows=rows, write=write, title=_("Voorbereiding in het azc")
    )


@casework(Recht.VASTLEGGEN, verwerking="opvang", doel="een gesprek met het COA vastleggen")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def talk(request: CaseRequest, pk: int) -> HttpResponse:
    """The talk of person, COA and municipality."""
    dossier = dossier_of(request, pk)
    form = forms.DriegesprekForm(request.POST or None, initial={"gevoerd_op": request.today})

    def write(how: Any) -> None:
        given = form.row
        hoe, on = Driegesprek.Hoe(given["hoe"]), given["gevoerd_op"]
        arrival.hold_talk(pk, hoe, given["afspraken"], on=on, **how)

    rows = Driegesprek.objects.filter(dossier=dossier)
    return _told(
        request,
        dossier,
        form,
        rows=rows,
        write=write,
        title=_("Gesprek met het COA en de gemeente"),
    )


@casework(Recht.VASTLEGGEN, verwerking="opvang", doel="een woning aanbieden")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def house(request: CaseRequest, pk: int) -> HttpResponse:
    """A house is offered."""
    dossier = dossier_of(request, pk)
    form = forms.WoningForm(request.POST or None, initial={"aangeboden_op": request.today})

    def write(how: Any) -> None:
        where = dict(form.row)
        housing.offer_house(pk, where, on=where.pop("aangeboden_op"), **how)

    rows = Woning.objects.filter(dossier=dossier)
    return _told(request, dossier, form, rows=rows, write=write, title=_("Woning aangeboden"))


@casework(Recht.VASTLEGGEN, verwerking="opvang", doel="vastleggen hoe een aanbod afliep")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def offer(request: CaseRequest, pk: int, woning: int) -> HttpResponse:
    """The answer to an offer."""
    dossier = dossier_of(request, pk)
    rows = Woning.objects.filter(dossier=dossier, pk=woning)
    row = _row(rows)
    form = forms.AntwoordForm(request.POST or None, initial={"beantwoord_op": request.today})

    def write(how: Any) -> None:
        given = form.row
        housing.answer_offer(row, Woning.Stand(given["stand"]), on=given["beantwoord_op"], **how)

    return _told(request, dossier, form, rows=rows, write=write, title=_("Antwoord op de woning"))


@casework(Recht.VASTLEGGEN, verwerking="opvang", doel="de dag van de sleutel vastleggen")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def key(request: CaseRequest, pk: int, woning: int) -> HttpResponse:
    """The day of the key, to come or past."""
    dossier = dossier_of(request, pk)
    rows = Woning.objects.filter(dossier=dossier, pk=woning)
    row = _row(rows)
    initial = {"sleutel_op": row.sleutel_op or request.today}
    form = forms.SleutelForm(request.POST or None, initial=initial)

    def write(how: Any) -> None:
        housing.set_key(row, form.row["sleutel_op"], on=request.today, **how)

    return _told(request, dossier, form, rows=rows, write=write, title=_("Sleutel van de woning"))


@casework(Recht.VASTLEGGEN, verwerking="opvang", doel="vastleggen welk gezin later komt")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def family(request: CaseRequest, pk: int) -> HttpResponse:
    """Family that comes later."""
    dossier = dossier_of(request, pk)
    form = forms.NareisForm(request.POST or None)

    def write(how: Any) -> None:
        housing.expect_family(pk, form.row, on=request.today, **how)

    rows = Nareis.objects.filter(dossier=dossier)
    return _told(request, dossier, form, rows=rows, write=write, title=_("Gezin dat later komt"))


@casework(Recht.VASTLEGGEN, verwerking="opvang", doel="bijwerken welk gezin later komt")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def family_again(request: CaseRequest, pk: int, nareis: int) -> HttpResponse:
    """What is known of that family, anew."""
    dossier = dossier_of(request, pk)
    rows = Nareis.objects.filter(dossier=dossier, pk=nareis)
    row = _row(rows)
    form = forms.NareisForm(request.POST or None, initial=forms.typed_nareis(row))

    def write(how: Any) -> None:
        housing.change_family(row, form.row, on=request.today, **how)

    return _told(request, dossier, form, rows=rows, write=write, title=_("Gezin dat later komt"))


def _told(
    request: CaseRequest,
    dossier: Dossier,
    form: Any,
    *,
    rows: Any,
    write: Callable[[Any], None],
    title: str,
) -> HttpResponse:
    """Show the form, or write; what `rows` hold already was sent twice and is written once."""
    screen = _screen(dossier, form, title)
    screen = replace(screen, there=lambda: rows.filter(**form.row).exists())
    how = {"at": request.now, "gezien": gezien_of(request)}
    return answer(request, screen, lambda: write(how))


def _screen(dossier: Dossier, form: Any, title: str) -> Screen:
    after = reverse("opvang:dossier", kwargs={"pk": dossier.pk})
    return Screen(FORM, dossier, form, more={"titel": title}, after=after)


def _row(rows: Any) -> Any:
    """The one row of a dossier in sight. Errors: Http404."""
    found = rows.first()
    if found is None:
        raise Http404
    return found
