"""What a municipality says in its letters: every text block, its versions, and who decided."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.actor import NotAllowedError
from meedoen.accounts.gate import StaffRequest, office
from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.letter_versions import VersionError, decide, propose_text
from meedoen.dossier.forms.letter_versions import RefusalForm, TextForm
from meedoen.dossier.letter_faults import LetterTextError, blank_meanings, hard_to_read
from meedoen.dossier.letter_sample import kind_for, sample
from meedoen.dossier.letter_versions import (
    BlokState,
    blok_states,
    sender_on,
    sender_versions,
    text_before,
    text_versions,
)
from meedoen.dossier.letters import LetterError
from meedoen.dossier.models import Afzenderversie, Tekstversie
from meedoen.dossier.text_diff import changes
from meedoen.dossier.views.documents import as_pdf
from meedoen.law.brief_file import brief_kinds

BOTH = (Recht.TEKSTEN_BEHEREN, Recht.TEKSTEN_VASTSTELLEN)
DOEL = "lezen en bepalen wat in brieven staat"
EVERY = "elke-brief"  # in an address: the texts of every letter
SHOWN = 20  # versions


@office(*BOTH, doel=DOEL)
@require_safe
def overview(request: StaffRequest) -> HttpResponse:
    """Every text of every letter, what is planned, and what waits for a second person."""
    states = blok_states(request.gemeente.pk, on=request.today).values()
    kinds = [(EVERY, "", [each for each in states if not each.brief])]
    kinds += [
        (kind.name, kind.title, [each for each in states if each.brief == kind.name])
        for kind in brief_kinds().values()
    ]
    context = {
        "kinds": [each for each in kinds if each[2]],
        "open": [each for each in states if each.open is not None],
        "afzender_open": sender_versions(request.gemeente.pk).filter(besloten_at=None).first(),
        "labels": {kind.name: kind.title for kind in brief_kinds().values()},
    }
    return render(request, "dossier/teksten.html", context)


@office(*BOTH, doel=DOEL)
@require_http_methods(["GET", "POST"])
def one(request: StaffRequest, brief: str, blok: str) -> HttpResponse:
    """One text: that of the product beside that of the municipality, and proposing another."""
    state = _state(request, brief, blok)
    if request.method != "POST":
        first = state.open or state.now
        own = first.tekst if first and not first.standaard else state.blok.text
        initial = {"tekst": own, "van": request.today}
        return _page(request, state, TextForm(state.blok, initial=initial))
    form = TextForm(state.blok, request.POST)
    if not form.is_valid():
        return _page(request, state, form)
    if "voorbeeld" in request.POST:
        return _tried_out(request, state, form)
    return _proposed(request, state, form)


def _proposed(request: StaffRequest, state: BlokState, form: TextForm) -> HttpResponse:
    """The proposal, to be read again and told to a colleague; or the form with what is wrong."""
    tekst = None if "standaard" in request.POST else form.cleaned_data["tekst"]
    try:
        with transaction.atomic():
            made = propose_text(
                state.brief,
                state.blok,
                tekst,
                van=form.cleaned_data["van"],
                on=request.today,
                at=request.now,
            )
    except LetterTextError as error:
        form.refuse(error)
        return _page(request, state, form)
    except VersionError as error:
        form.add_error("van", str(error))
        return _page(request, state, form)
    messages.success(request, _("Uw voorstel staat klaar. Een collega moet het nog vaststellen."))
    return redirect("brieven:versie", versie=made.pk)


def _tried_out(request: StaffRequest, state: BlokState, form: TextForm) -> HttpResponse:
    try:
        return _sample_of(request, state, form.cleaned_data["tekst"])
    except LetterError as error:
        form.add_error("tekst", str(error))
        return _page(request, state, form)


def _sample_of(request: StaffRequest, state: BlokState, tekst: str) -> HttpResponse:
    kind, gemeente = kind_for(state.brief), request.gemeente.pk
    pdf = sample(
        kind,
        gemeente,
        sender_on(gemeente, on=request.today),
        own={state.blok.name: tekst},
        on=request.today,
        at=request.now,
    )
    return as_pdf(pdf, f"voorbeeld {kind.title}.pdf")


def _page(request: StaffRequest, state: BlokState, form: TextForm) -> HttpResponse:
    rows = text_versions(request.gemeente.pk, state.brief, state.blok.name)
    context = {
        "state": state,
        "brief": state.brief or EVERY,
        "titel": brief_kinds()[state.brief].title if state.brief else "",
        "form": form,
        "may_propose": request.actor.may(Recht.TEKSTEN_BEHEREN) and not state.blok.fixed,
        "vakken": blank_meanings(state.brief),
        "versies": rows[:SHOWN],
        "moeilijk": hard_to_read(state.text) if state.is_own else [],
    }
    status = 400 if form.errors else 200
    return render(request, "dossier/tekst.html", context, status=status)


@office(*BOTH, doel=DOEL)
@require_http_methods(["GET", "POST"])
def version(request: StaffRequest, versie: int) -> HttpResponse:
    """One version: what it changes, and putting it in force, refusing it or taking it back."""
    rows = Tekstversie.objects.select_related("voorgesteld_door", "besloten_door")
    found = rows.filter(pk=versie, gemeente=request.gemeente).first()
    if found is None:
        raise Http404
    state = _state(request, found.brief or EVERY, found.blok)
    form = RefusalForm(request.POST if "afwijzen" in request.POST else None)
    if request.method == "POST" and (answer := decided(request, found, form)) is not None:
        return answer
    tekst = state.blok.text if found.standaard else found.tekst
    context = {
        "versie": found,
        "state": state,
        "brief": found.brief or EVERY,
        "titel": brief_kinds()[found.brief].title if found.brief else "",
        "verschil": changes(text_before(found, state.blok), tekst),
        "moeilijk": hard_to_read(tekst),
        "form": form,
        **deciding(request, found),
    }
    return render(request, "dossier/tekst_versie.html", context, status=400 if form.errors else 200)


def deciding(request: StaffRequest, versie: Tekstversie | Afzenderversie) -> dict[str, bool]:
    """What this official may do with a version that waits."""
    waits, own = versie.besloten_at is None, versie.voorgesteld_door_id == request.user.pk
    return {
        "waits": waits,
        "own": waits and own,
        "may_decide": waits and not own and request.actor.may(Recht.TEKSTEN_VASTSTELLEN),
    }


def decided(
    request: StaffRequest, versie: Tekstversie | Afzenderversie, form: RefusalForm
) -> HttpResponse | None:
    """Take the step that a button names; None where a reason is missing."""
    yes = "vaststellen" in request.POST
    antwoord = ""
    if "afwijzen" in request.POST:
        if not form.is_valid():
            return None
        antwoord = form.cleaned_data["antwoord"]
    try:
        with transaction.atomic():
            made = decide(versie, yes=yes, antwoord=antwoord, on=request.today, at=request.now)
    except (VersionError, NotAllowedError) as error:
        messages.error(request, str(error))
        return redirect(request.path)
    said = _("Dit staat vanaf de gekozen dag in brieven.") if yes else _("Dit gaat niet door.")
    messages.success(request, said)
    return redirect(request.path if isinstance(made, Tekstversie) else "brieven:afzender")


@office(*BOTH, doel=DOEL)
@require_safe
def sample_letter(request: StaffRequest, brief: str) -> HttpResponse:
    """A kind of letter with invented values; with `versie` as it would be with that proposal."""
    if brief not in brief_kinds():
        raise Http404
    gemeente, own = request.gemeente.pk, {}
    chosen = request.GET.get("versie", "")
    if chosen.isascii() and chosen.isdigit():
        rows = Tekstversie.objects.filter(pk=int(chosen[:15]), gemeente=request.gemeente)
        own = {each.blok: each.tekst for each in rows if not each.standaard}
    try:
        sender = sender_on(gemeente, on=request.today)
        pdf = sample(
            brief_kinds()[brief], gemeente, sender, own=own, on=request.today, at=request.now
        )
    except LetterError as error:
        messages.error(request, str(error))
        return redirect("brieven:teksten")
    return as_pdf(pdf, f"voorbeeld {brief_kinds()[brief].title}.pdf")


def _state(request: StaffRequest, brief: str, blok: str) -> BlokState:
    """A text block by its address. Errors: Http404."""
    states = blok_states(request.gemeente.pk, on=request.today)
    found = states.get(("" if brief == EVERY else brief, blok))
    if found is None:
        raise Http404
    return found
