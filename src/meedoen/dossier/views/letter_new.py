"""A new letter: its blanks with what the rules offer, how it would look, and proposing it."""

from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from meedoen.accounts.roles import Recht
from meedoen.dossier import besluiten, letters
from meedoen.dossier.actions import besluiten as acts
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.addressee import POST, addressee_of, script_left_out
from meedoen.dossier.forms.letters import LetterForm, Offered
from meedoen.dossier.gronden import (
    MOTIVERING,
    Basis,
    basis_of,
    draft_of,
    known_facts,
    language_of,
    verdicts,
)
from meedoen.dossier.letter_versions import frozen_texts, texts_of
from meedoen.dossier.letters import LetterError
from meedoen.dossier.models import Besluit, Dossier
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.dossier.views.letters import DO, as_pdf, kind_of
from meedoen.dossier.views.writing import gezien_of
from meedoen.law.brief_eis import REFUSE
from meedoen.law.brief_file import Brief
from meedoen.law.motivering import draft
from meedoen.law.presentation import first_up, in_words
from meedoen.logboek.gate import CaseRequest, casework


@dataclass(frozen=True)
class Asked:
    """A form about one kind of letter in one dossier, with what the rules say."""

    dossier: Dossier
    kind: Brief
    basis: Basis
    form: LetterForm


@casework(Recht.VOORSTELLEN, verwerking="brieven", doel=DO)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def propose(request: CaseRequest, pk: int, kind: str) -> HttpResponse:
    """The blanks of a letter, with what the rules say beside them."""
    if kind_of(kind).screen:
        return _elsewhere(request, pk, kind)
    asked = _asked(request, pk, kind)
    if request.method == "POST" and asked.form.is_valid():
        made = _proposed(request, asked)
        if made is not None:
            return redirect("dossier:brief", pk=pk, besluit=made.pk)
    return _page(request, asked)


@casework(Recht.VOORSTELLEN, verwerking="brieven", doel=DO)
@of_one_dossier
@require_POST
def try_out(request: CaseRequest, pk: int, kind: str) -> HttpResponse:
    """The letter as it would look with what was typed. Nothing is written."""
    if kind_of(kind).screen:
        return _elsewhere(request, pk, kind)
    asked = _asked(request, pk, kind)
    if asked.form.is_valid():
        try:
            return as_pdf(_tried(request, asked), f"proef {asked.kind.title}.pdf", inline=True)
        except LetterError as error:
            asked.form.refuse(error)
        except DiaryError as error:
            asked.form.add_error(None, str(error))
    return _page(request, asked)


def _elsewhere(request: CaseRequest, pk: int, kind: str) -> HttpResponse:
    """A letter that its own screen fills, and nobody by hand: where that screen is."""
    context = {"dossier": dossier_of(request, pk), "kind": kind_of(kind)}
    return render(request, "dossier/brief_elders.html", context, status=409)


def _asked(request: CaseRequest, pk: int, kind: str) -> Asked:
    dossier, chosen = dossier_of(request, pk), kind_of(kind)
    basis = basis_of(dossier, chosen, on=request.today)
    facts = known_facts(dossier, basis, on=request.today, at=request.now)
    offered = Offered(
        facts=facts if chosen.is_besluit else (),
        outcomes=_outcomes(basis),
        motivering=draft(basis.findings) if chosen.is_besluit else "",
        language=language_of(dossier, chosen),
    )
    typed = request.POST if request.method == "POST" else None
    return Asked(dossier, chosen, basis, LetterForm(chosen, offered, typed))


def _outcomes(basis: Basis) -> list[tuple[str, str]]:
    """What each rule says, in words, to deviate from."""
    return [
        (name, f"{first_up(found.text)}: {in_words(found.value.plain(), found.value.kind)}")
        for name, found in basis.findings.items()
    ]


def _page(request: CaseRequest, asked: Asked) -> HttpResponse:
    on, form = request.today, asked.form
    stops = verdicts(asked.kind, asked.basis)
    context = {
        "dossier": asked.dossier,
        "kind": asked.kind,
        "form": form,
        "gezien": gezien_of(request) if form.is_bound else asked.dossier.laatste_nummer,
        "redenen": besluiten.findings_of(asked.basis),
        "refused": [each for each in stops if each[0] == REFUSE],
        "asks": [each for each in stops if each[0] != REFUSE],
        "no_mandate": besluiten.no_mandate(asked.dossier.gemeente_id, asked.kind, on=on),
        "left_out": script_left_out(asked.dossier),
        "drafted": MOTIVERING in form.fields and bool(form.initial.get(MOTIVERING)),
    }
    return render(request, "dossier/brief_nieuw.html", context, status=400 if form.errors else 200)


def _tried(request: CaseRequest, asked: Asked) -> bytes:
    on, form = request.today, asked.form
    made = draft_of(
        asked.dossier, asked.kind, form.waarden, gronden=form.gronden, on=on, at=request.now
    )
    return letters.render(
        asked.kind,
        made.waarden,
        addressee_of(asked.dossier, POST, on=on, draft=True),
        signed=besluiten.unsigned(asked.dossier, form.gronden.reden, on=on),
        at=request.now,
        teksten=texts_of({"teksten": frozen_texts(asked.dossier.gemeente_id, asked.kind, on=on)}),
    )


def _proposed(request: CaseRequest, asked: Asked) -> Besluit | None:
    """What was proposed; what the same official proposed just now, if this form was sent twice."""
    form = asked.form
    try:
        with transaction.atomic():
            made = acts.propose(
                asked.dossier.pk,
                asked.kind.name,
                form.waarden,
                on=request.today,
                at=request.now,
                gronden=form.gronden,
            )
            twin = besluiten.proposed_since(made, seen=gezien_of(request))
            if twin is not None:
                transaction.set_rollback(True)
                return twin
    except LetterError as error:
        form.refuse(error)
        return None
    except DiaryError as error:
        form.add_error(None, str(error))
        return None
    messages.success(request, _("De brief staat klaar om te ondertekenen."))
    return made
