"""«Leg vast»: choosing what happened, telling it, and putting right what was told wrongly."""

from typing import TypeAlias

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.actor import Actor
from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.diary import DiaryError, record
from meedoen.dossier.diary_lines import Line, line_of
from meedoen.dossier.facts_table import facts_of
from meedoen.dossier.forms.record import HERSTEL, ContactForm, RecordForm, typed_again
from meedoen.dossier.models import Dossier, Gebeurtenis
from meedoen.dossier.once import written_once
from meedoen.dossier.soorten import by_process
from meedoen.dossier.views.diary import mendable
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.dossier.views.writing import gezien_of
from meedoen.law.citation import in_full
from meedoen.law.register import RegisterError, register
from meedoen.law.soort import Soort
from meedoen.logboek.gate import CaseRequest, casework

Telling: TypeAlias = RecordForm | ContactForm


class MendedError(DiaryError):
    """Somebody else put this line right meanwhile."""


@casework(Recht.VASTLEGGEN, verwerking="dossiervoering", doel="kiezen wat er gebeurde")
@of_one_dossier
@require_safe
def choose(request: CaseRequest, pk: int) -> HttpResponse:
    """Everything that this role may record, per process; a word narrows it."""
    dossier = dossier_of(request, pk)
    word = request.GET.get("soort", "").strip()[:100]
    context = {
        "dossier": dossier,
        "word": word,
        "groups": by_process(request.actor.rol, word),
    }
    return render(request, "dossier/vastleggen.html", context)


@casework(Recht.VASTLEGGEN, verwerking="dossiervoering", doel="vastleggen wat er gebeurde")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def tell(request: CaseRequest, pk: int, soort: str) -> HttpResponse:
    """The form of one soort, and writing it down."""
    dossier = dossier_of(request, pk)
    kind = _kind(soort, request.actor)
    form = _form(request, dossier, kind)
    context = {
        "dossier": dossier,
        "soort": kind,
        "artikel": in_full(kind.article),
        "form": form,
        "gezien": _seen(request, dossier),
    }
    if request.method == "POST" and _told(request, dossier, form):
        return _done(request, dossier, _("Vastgelegd: %(wat)s.") % {"wat": kind.label})
    status = 400 if form.errors else 200
    return render(request, "dossier/vastleggen_soort.html", context, status=status)


@casework(Recht.VASTLEGGEN, verwerking="dossiervoering", doel="opschrijven dat er contact was")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def contact(request: CaseRequest, pk: int) -> HttpResponse:
    """A note of a contact today, in ten seconds."""
    dossier = dossier_of(request, pk)
    form = ContactForm(request.POST or None, today=request.today)
    if request.method == "POST" and _told(request, dossier, form):
        return _done(request, dossier, _("De contactnotitie is vastgelegd."))
    context = {"dossier": dossier, "form": form, "gezien": _seen(request, dossier)}
    status = 400 if form.errors else 200
    return render(request, "dossier/contact.html", context, status=status)


@casework(
    Recht.VASTLEGGEN, verwerking="dossiervoering", doel="herstellen wat verkeerd is vastgelegd"
)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def mend(request: CaseRequest, pk: int, nummer: int) -> HttpResponse:
    """Tell a line again, as it should have been; the old one stays to be read."""
    dossier, line = _line(request, pk, nummer)
    kind = _kind(line.soort.name if line.soort else "", request.actor)
    form = _form(request, dossier, kind, line=line)
    return _mending(request, dossier, line, form=form)


@casework(
    Recht.VASTLEGGEN, verwerking="dossiervoering", doel="intrekken wat verkeerd is vastgelegd"
)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def withdraw(request: CaseRequest, pk: int, nummer: int) -> HttpResponse:
    """Take a line back: it did not happen. Nothing comes in its place but the reason."""
    dossier, line = _line(request, pk, nummer)
    form = _form(request, dossier, _kind(HERSTEL, request.actor))
    return _mending(request, dossier, line, form=form)


def _mending(
    request: CaseRequest, dossier: Dossier, line: Line, *, form: RecordForm
) -> HttpResponse:
    """Show the form beside the old line, or write; 409 when a colleague was first."""
    taken = False
    if request.method == "POST":
        try:
            with transaction.atomic():
                if _told(request, dossier, form, herstelt=line.nummer):
                    done = _("Nummer %(nummer)s is hersteld. Het oude blijft te lezen.")
                    return _done(request, dossier, done % {"nummer": line.nummer})
        except MendedError:
            taken = True
            line = line_of(dossier, line.nummer, special=request.actor.may(Recht.BIJZONDER)) or line
    elif line.hersteld_door is not None:
        messages.info(request, _("Dit is al hersteld."))
        return redirect("dossier:tijdlijn", pk=dossier.pk)
    context = {
        "dossier": dossier,
        "line": line,
        "form": form,
        "taken": taken,
        "gezien": _seen(request, dossier),
    }
    status = 409 if taken else 400 if form.errors else 200
    return render(request, "dossier/herstel.html", context, status=status)


def _line(request: CaseRequest, pk: int, nummer: int) -> tuple[Dossier, Line]:
    """The dossier and a line of it that this actor may put right, or that was put right already.

    Errors: Http404.
    """
    dossier = dossier_of(request, pk)
    line = line_of(dossier, nummer, special=request.actor.may(Recht.BIJZONDER))
    if line is None or (line.hersteld_door is None and not mendable(line, request.actor)):
        raise Http404
    if line.bijzonder:
        request.show(dossier.persoon_id, bijzonder=True)
    return dossier, line


def _kind(name: str, actor: Actor) -> Soort:
    """A soort that people record, by this role. Errors: Http404."""
    kind = register().get(name)
    if kind is None or kind.system or actor.rol.value not in kind.roles:
        raise Http404(_("Dit kunt u met uw rol niet vastleggen."))
    return kind


def _form(
    request: CaseRequest, dossier: Dossier, kind: Soort, *, line: Line | None = None
) -> RecordForm:
    names = [fact.name for fact in kind.facts if fact.asked]
    known = facts_of([dossier.pk], on=request.today, names=names).facts.row() if names else {}
    initial = {} if line is None else typed_again(kind, line.gegevens) | {"gebeurd_op": line.op}
    form = RecordForm(
        kind,
        request.POST if request.method == "POST" else None,
        today=request.today,
        special=request.actor.may(Recht.BIJZONDER),
        known=known,
        initial=initial,
    )
    if form.bijzonder:
        request.show(dossier.persoon_id, bijzonder=True)
    return form


def _told(
    request: CaseRequest, dossier: Dossier, form: Telling, *, herstelt: int | None = None
) -> bool:
    """Whether the form was right and stands in the diary now. Errors: MendedError."""
    if not form.is_valid():
        return False
    try:
        made, new = written_once(
            gezien_of(request),
            lambda: record(
                dossier.pk,
                form.soort.name,
                form.gegevens,
                on=form.day,
                at=request.now,
                herstelt=herstelt,
            ),
        )
    except RegisterError as error:
        form.refuse(error)
        return False
    except DiaryError as error:
        form.add_error(None, str(error))
        return False
    if new and herstelt is not None:
        _refuse_second(made)
    return True


def _refuse_second(made: Gebeurtenis) -> None:
    """What was put right once is not put right again: that would hide the first."""
    first = Gebeurtenis.objects.filter(
        dossier=made.dossier_id, herstelt=made.herstelt, nummer__lt=made.nummer
    )
    if first.exists():
        raise MendedError


def _seen(request: CaseRequest, dossier: Dossier) -> int:
    """What the form was made with; a form that comes back keeps it."""
    return gezien_of(request) if request.method == "POST" else dossier.laatste_nummer


def _done(request: CaseRequest, dossier: Dossier, word: str) -> HttpResponse:
    messages.success(request, word)
    return redirect("dossier:tijdlijn", pk=dossier.pk)
