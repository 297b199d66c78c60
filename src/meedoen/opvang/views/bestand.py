"""Taking in a file of COA: choose it, look at every row, and only then «akkoord»."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.models import Gemeente
from meedoen.accounts.roles import Recht
from meedoen.accounts.spreadsheet import as_csv
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.models import Dossier
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.opvang.actions.bestand import content_of, keep_file, take_in, throw_away
from meedoen.opvang.bestand import BestandError, read
from meedoen.opvang.herkennen import recognise
from meedoen.opvang.keuring import Regel, judge
from meedoen.opvang.kolommen import KOLOMMEN
from meedoen.opvang.models import Bestand
from meedoen.opvang.office_tables import KEPT
from meedoen.opvang.voorvertoning import seen_of

WHAT_FOR = "klantprofielen van het COA overnemen"


class BestandForm(forms.Form):
    """The file with klantprofielen."""

    use_required_attribute = False  # our own words, not the browser's

    bestand = forms.FileField(
        label=lazy("Kies het bestand van het COA"),
        allow_empty_file=True,  # reading it says what is wrong
        widget=forms.FileInput({"accept": ".csv,.txt,text/csv"}),
        help_text=lazy("Een csv-bestand van hooguit 10 MB. Er wordt nog niets opgeslagen."),
        error_messages={"required": lazy("Kies eerst een bestand.")},
    )


@casework(Recht.DOSSIER_OPENEN, verwerking="opvang", doel=WHAT_FOR)
@require_http_methods(["GET", "POST"])
def choose(request: CaseRequest) -> HttpResponse:
    """Ask for the file; what is wrong with the file itself is said here, and nothing is kept."""
    form = BestandForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        _say_too_large(request, form)
        if form.is_valid() and _kept(request, form):
            return redirect("opvang:voorvertoning")
    context = {"form": form, "kolommen": KOLOMMEN, "wacht": _waiting(request) is not None}
    status = 400 if form.errors else 200
    return render(request, "opvang/bestand.html", context, status=status)


@casework(Recht.DOSSIER_OPENEN, verwerking="opvang", doel=WHAT_FOR)
@require_http_methods(["GET", "POST"])
def preview(request: CaseRequest) -> HttpResponse:
    """Every row with what is wrong or doubtful; «akkoord» writes what was seen, once."""
    waits = _waiting(request, held=request.method == "POST")
    if waits is None:
        return _gone(request)
    try:
        found = _looked_at(request, waits)
    except (BestandError, DiaryError) as error:
        messages.error(request, str(error))
        return redirect("opvang:bestand")
    changed = False
    if request.method == "POST":
        if request.POST.get("gezien") == found.mark:
            return _taken_in(request, waits, found)
        changed = True
    shown = seen_of(found.rows, windows=found.windows)
    request.show(*Dossier.objects.filter(pk__in=shown.dossiers).values_list("persoon", flat=True))
    context = {"toont": shown, "gezien": found.mark, "veranderd": changed}
    status = 409 if changed else 200
    return render(request, "opvang/voorvertoning.html", context, status=status)


@casework(Recht.DOSSIER_OPENEN, verwerking="opvang", doel=WHAT_FOR)
@require_POST
def cancel(request: CaseRequest) -> HttpResponse:
    """Nothing is written, and the file goes."""
    waits = _waiting(request)
    if waits is not None:
        throw_away(waits.pk)
        messages.info(request, _("Het bestand is weggegooid. Er is niets veranderd."))
    return redirect("opvang:bestand")


@casework(Recht.DOSSIER_OPENEN, verwerking="opvang", doel="een voorbeeld van een bestand bekijken")
@require_safe
def example(request: CaseRequest) -> HttpResponse:  # noqa: ARG001 - the same for everybody
    """A file with every column and one invented person."""
    head, row = [each.name for each in KOLOMMEN], [each.example for each in KOLOMMEN]
    headers = {"Content-Disposition": 'attachment; filename="voorbeeld-klantprofielen.csv"'}
    return HttpResponse(
        as_csv([head, row]), content_type="text/csv; charset=utf-8", headers=headers
    )


@dataclass(frozen=True)
class _Found:
    """The rows of the file as they are now, and a mark of all that was found."""

    rows: list[Regel]
    windows: bool
    mark: str


def _looked_at(request: CaseRequest, waits: Bestand) -> _Found:
    """Read, check and recognise every row. Errors: BestandError; DiaryError."""
    tabel = read(content_of(waits))
    code = request.actor.gemeenten[0]
    name = Gemeente.objects.values_list("naam", flat=True).get(pk=code)
    rows = judge(tabel, (code, name), on=request.today)
    recognise(rows, request.actor, on=request.today, keys=keys_in_use())
    said = repr([(row.nummer, row.dossier, row.telt, row.merken) for row in rows])
    mark = hashlib.sha256(f"{waits.pk} {said}".encode()).hexdigest()
    return _Found(rows, tabel.windows, mark)


def _taken_in(request: CaseRequest, waits: Bestand, found: _Found) -> HttpResponse:
    try:
        with transaction.atomic():
            done = take_in(found.rows, on=request.today, at=request.now)
            throw_away(waits.pk)
    except DiaryError as error:
        messages.error(request, str(error))
        return redirect("opvang:voorvertoning")
    opened = Dossier.objects.filter(pk__in=[row.dossier for row in found.rows if row.dossier])
    request.show(*opened.values_list("persoon", flat=True))
    new = ngettext("%(num)s dossier geopend", "%(num)s dossiers geopend", done.nieuw)
    more = ngettext("%(num)s bijgewerkt", "%(num)s bijgewerkt", done.bijgewerkt)
    words = {"nieuw": new % {"num": done.nieuw}, "bij": more % {"num": done.bijgewerkt}}
    messages.success(request, _("Klaar: %(nieuw)s, %(bij)s. Het bestand is weg.") % words)
    return redirect("opvang:bestand")


def _waiting(request: CaseRequest, *, held: bool = False) -> Bestand | None:
    """The file of this official that waits, if it is not too old; held, to be taken once."""
    rows: Any = Bestand.objects.select_for_update() if held else Bestand.objects
    found: Bestand | None = rows.filter(
        medewerker=request.actor.official,
        gemeente__in=request.actor.gemeenten,
        gemaakt_at__gt=request.now - KEPT,
    ).first()
    return found


def _gone(request: CaseRequest) -> HttpResponse:
    text = _("Er wacht geen bestand. Het is al verwerkt, weggegooid of ouder dan een dag.")
    messages.info(request, text)
    return redirect("opvang:bestand")


def _kept(request: CaseRequest, form: BestandForm) -> bool:
    """Whether the file can be read, and waits now."""
    content = form.cleaned_data["bestand"].read()
    try:
        read(content)
    except BestandError as error:
        form.add_error("bestand", str(error))
        return False
    keep_file(content, at=request.now)
    return True


def _say_too_large(request: CaseRequest, form: BestandForm) -> None:
    """A file above the limit of the server never arrives: say that, not that it is missing."""
    length = request.META.get("CONTENT_LENGTH", "")
    most = settings.FILE_UPLOAD_MAX_MEMORY_SIZE
    if not request.FILES and length.isdigit() and int(length) > most:
        form.fields["bestand"].error_messages["required"] = _(
            "Dit bestand is te groot. Kies een bestand van hooguit 10 MB."
        )
