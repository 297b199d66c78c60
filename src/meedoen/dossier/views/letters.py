"""Letters and besluiten of one dossier: the list, proposing one, and reading it beforehand."""

from dataclasses import replace

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier import besluiten, letters
from meedoen.dossier.addressee import POST, addressee_of
from meedoen.dossier.forms.on_day import OpDatumForm
from meedoen.dossier.hulpblad import sheet_name, sheet_of
from meedoen.dossier.letter_state import Row
from meedoen.dossier.letters import LetterError
from meedoen.dossier.letters_then import besluiten_then
from meedoen.dossier.models import Besluit, Dossier
from meedoen.dossier.queries import besluiten_of, merged_letters, with_proof
from meedoen.dossier.views.documents import CLOSED
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.law.brief_file import GROEPEN, Brief, brief_kinds
from meedoen.logboek.gate import CaseRequest, casework

SEE, DO = "brieven van iemand lezen", "een brief of besluit maken"


@casework(Recht.DOSSIERS_ZIEN, verwerking="brieven", doel=SEE)
@of_one_dossier
@require_safe
def overview(request: CaseRequest, pk: int) -> HttpResponse:
    """Every letter of a dossier, newest first, and the kinds that can be made."""
    dossier, kinds = dossier_of(request, pk), brief_kinds()
    asked = OpDatumForm(request.GET, today=request.today)
    toen = asked.as_of
    then = toen.known_at
    found = besluiten_of(dossier) if then is None else besluiten_then(dossier, then)
    may_write = request.actor.may(Recht.VOORSTELLEN) and not toen.travelled
    context = {
        "dossier": dossier,
        "asked": asked,
        "toen": toen,
        "rijen": [Row(each, kinds.get(each.soort)) for each in found],
        "samengevoegd": [Row(each, kinds.get(each.soort)) for each in merged_letters(dossier)],
        "mag_vastleggen": request.actor.may(Recht.VASTLEGGEN),
        "groepen": _grouped() if may_write else (),
    }
    return render(request, "dossier/brieven.html", context, status=400 if asked.errors else 200)


def _grouped() -> list[tuple[str, list[Brief]]]:
    """The kinds that can be made, under the name of their group."""
    names = {
        "intake": _("Brede intake"),
        "plan": _("Plan"),
        "gesprek": _("Gesprekken"),
        "ontvangst": _("Iets ontvangen"),
        "algemeen": _("Alle andere brieven"),
    }
    kinds = sorted(brief_kinds().values(), key=lambda kind: (kind.volgorde, kind.label))
    return [(names[each], [kind for kind in kinds if kind.groep == each]) for each in GROEPEN]


@casework(Recht.DOSSIERS_ZIEN, verwerking="brieven", doel=SEE)
@of_one_dossier
@require_safe
def preview(request: CaseRequest, pk: int, besluit: int) -> HttpResponse:
    """The letter as it would go out today, with its address if there is one. It is not kept."""
    dossier = dossier_of(request, pk)
    found = found_in(dossier, besluit)
    kind = kind_of(found.soort)
    try:
        pdf = letters.render(
            kind,
            besluiten.values_of(kind, found),
            addressee_of(dossier, POST, on=request.today, draft=True),
            signed=replace(besluiten.signature_of(found, on=request.today), voorbeeld=True),
            at=request.now,
            teksten=besluiten.own_texts_of(found),
        )
    except LetterError as error:
        messages.error(request, str(error))
        return redirect("dossier:brief", pk=pk, besluit=besluit)
    return as_pdf(pdf, f"voorbeeld {kind.title}.pdf")


@casework(Recht.DOSSIERS_ZIEN, verwerking="brieven", doel=SEE)
@of_one_dossier
@require_safe
def sheet(request: CaseRequest, pk: int, besluit: int) -> HttpResponse:
    """The courtesy sheet as it would go out today. Errors: Http404 where the letter has none."""
    found = found_in(dossier_of(request, pk), besluit)
    kind_of(found.soort)
    pdf = sheet_of(found, on=request.today, at=request.now)
    if pdf is None:
        raise Http404
    return as_pdf(pdf, sheet_name(found, request.today))


def as_pdf(pdf: bytes, name: str, *, inline: bool = False) -> HttpResponse:
    """A letter to read: downloaded, or shown in a tab of its own."""
    how = content_disposition_header(as_attachment=not inline, filename=name) or "attachment"
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": how, "Content-Security-Policy": CLOSED},
    )


def found_in(dossier: Dossier, besluit: int, *, merged: bool = False) -> Besluit:
    """A letter of this dossier, with who proposed and signed it. Errors: Http404.

    `merged`: or of one that was merged into it.
    """
    rows = Besluit.objects.select_related("voorgesteld_door", "ondertekend_door", "dossier")
    rows = rows.prefetch_related(with_proof())
    mine = Q(dossier=dossier) | (Q(dossier__samengevoegd_met=dossier) if merged else Q())
    found = rows.filter(mine, pk=besluit).first()
    if found is None:
        raise Http404
    return found


def kind_of(name: str) -> Brief:
    """A kind of letter by its name. Errors: Http404."""
    kind = brief_kinds().get(name)
    if kind is None:
        raise Http404
    return kind
