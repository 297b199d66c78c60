"""The talk of the brede intake: its sections in any order, each saved by itself."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meedoen.accounts.roles import Recht
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.models import Dossier
from meedoen.dossier.queries import dossiers_visible_to
from meedoen.dossier.views.find import dossier_of, of_one_dossier
from meedoen.dossier.views.writing import gezien_of
from meedoen.intake.actions.gesprek import (
    Hoe,
    IntussenError,
    enter_section,
    leave_sections,
    save_section,
)
from meedoen.intake.forms.gesprek import OnderdeelForm
from meedoen.intake.gesprek import (
    Deel,
    also_known,
    compleet,
    delen,
    kader_for,
    others_here,
    start_of,
    with_colleagues,
)
from meedoen.intake.gesprek_tables import Bron
from meedoen.intake.said import history, known
from meedoen.intake.vragen_taal import language_beside, language_choices, own_language
from meedoen.law.register import RegisterError
from meedoen.law.vraag import Kader, Onderdeel
from meedoen.logboek.gate import CaseRequest, casework

VERWERKING = "brede_intake"


@casework(Recht.INTAKE_VOEREN, verwerking=VERWERKING, doel="zien wat er voor de intake bekend is")
@of_one_dossier
@require_safe
def overview(request: CaseRequest, pk: int) -> HttpResponse:
    """Every section: what we know, what not yet, who wrote last and who is there now."""
    dossier = dossier_of(request, pk)
    kader = kader_for(dossier, request.today)
    found = with_colleagues(
        delen(dossier, kader, special=request.actor.may(Recht.BIJZONDER)), dossier, at=request.now
    )
    context = {
        "dossier": dossier,
        "kader": kader,
        "delen": found,
        "compleet": compleet(dossier, found, on=request.today),
        "start": start_of(dossier),
        **_beside_dutch(request, dossier),
    }
    return render(request, "intake/gesprek.html", context)


@casework(Recht.INTAKE_VOEREN, verwerking=VERWERKING, doel="een onderdeel van de intake bespreken")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def section(request: CaseRequest, pk: int, onderdeel: str) -> HttpResponse:
    """The questions of one section. Of two who write, the second sees what the first wrote."""
    dossier = dossier_of(request, pk)
    kader = kader_for(dossier, request.today)
    deel = _section(request, dossier, kader, naam=onderdeel)
    special = request.actor.may(Recht.BIJZONDER)
    now = known(dossier.pk, [deel], special=special)
    form = OnderdeelForm(
        request.POST if request.method == "POST" else None,
        now,
        genoeg=deel.genoeg.naam,
        today=request.today,
    )
    context = _context(request, dossier, kader, deel=Deel(deel, now)) | {"form": form}
    if request.method == "POST":
        return _save(request, dossier, kader, context=context)
    enter_section(dossier, onderdeel, at=request.now)
    return render(request, "intake/onderdeel.html", context)


def _section(request: CaseRequest, dossier: Dossier, kader: Kader, *, naam: str) -> Onderdeel:
    """The section of this name; a look at its special answers is kept as such. Errors: Http404."""
    found = kader.onderdeel(naam)
    if found is None:
        raise Http404
    if request.actor.may(Recht.BIJZONDER) and any(vraag.bijzonder for vraag in found.vragen):
        request.show(dossier.persoon_id, bijzonder=True)
    return found


def _save(
    request: CaseRequest, dossier: Dossier, kader: Kader, *, context: dict[str, Any]
) -> HttpResponse:
    """Keep the section; what cannot be kept comes back with what was typed."""
    form, onderdeel = context["form"], context["deel"].onderdeel
    if not form.is_valid():
        return render(request, "intake/onderdeel.html", context, status=400)
    hoe = Hoe(kader, Bron(form.cleaned_data["bron"]), gezien_of(request))
    try:
        with transaction.atomic():
            made = save_section(
                dossier.pk,
                onderdeel,
                form.told,
                hoe=hoe,
                on=form.cleaned_data["op"],
                at=request.now,
            )
            leave_sections(dossier)
    except IntussenError as error:
        context |= {"intussen": error.now, "gezien": dossier.laatste_nummer}
        return render(request, "intake/onderdeel.html", context, status=409)
    except RegisterError as error:
        form.refuse(error.fields)
        return render(request, "intake/onderdeel.html", context, status=400)
    except DiaryError as error:
        form.add_error(None, str(error))
        return render(request, "intake/onderdeel.html", context, status=400)
    told = {"onderdeel": onderdeel.label}
    kept, same = _("Bewaard: %(onderdeel)s.") % told, _("Er was niets veranderd.")
    messages.success(request, kept if made else same)
    if "verder" in request.POST and context["volgende"]:
        there = reverse("intake:onderdeel", args=(dossier.pk, context["volgende"].naam))
    else:
        there = reverse("intake:gesprek", args=(dossier.pk,))
    return redirect(there + context["naast"])


def _context(request: CaseRequest, dossier: Dossier, kader: Kader, *, deel: Deel) -> dict[str, Any]:
    posted = request.method == "POST"
    return {
        "dossier": dossier,
        "kader": kader,
        "deel": deel,
        "gezien": gezien_of(request) if posted else dossier.laatste_nummer,
        "intussen": {},
        "vorige": _beside(kader, deel.onderdeel, -1),
        "volgende": _beside(kader, deel.onderdeel, 1),
        "ook_bekend": also_known(dossier, deel.onderdeel, on=request.today),
        "hier": list(others_here(dossier, at=request.now, onderdeel=deel.onderdeel.naam)),
        **_beside_dutch(request, dossier),
    }


def _beside_dutch(request: CaseRequest, dossier: Dossier) -> dict[str, Any]:
    """The language that is shown beside the Dutch, if any, and which there are."""
    chosen = language_beside(request.GET.get("taal", ""))
    return {
        "vraagtaal": chosen,
        "vraagtalen": language_choices(),
        "eigen_vraagtaal": own_language(dossier),
        "naast": f"?taal={chosen.code}" if chosen else "",
    }


def _beside(kader: Kader, onderdeel: Onderdeel, step: int) -> Onderdeel | None:
    at = kader.onderdelen.index(onderdeel) + step
    return kader.onderdelen[at] if 0 <= at < len(kader.onderdelen) else None


@casework(Recht.INTAKE_VOEREN, verwerking=VERWERKING, doel="eerdere antwoorden nazien")
@of_one_dossier
@require_safe
def before(request: CaseRequest, pk: int, onderdeel: str) -> HttpResponse:
    """Every answer to a section that was ever given, the newest first."""
    dossier = dossier_of(request, pk)
    deel = _section(request, dossier, kader_for(dossier, request.today), naam=onderdeel)
    told = history(dossier.pk, deel, special=request.actor.may(Recht.BIJZONDER))
    context = {"dossier": dossier, "onderdeel": deel, "antwoorden": told}
    return render(request, "intake/eerder.html", context)


@casework(Recht.INTAKE_VOEREN, verwerking=VERWERKING, doel="zien welke collega dit ook open heeft")
@require_POST
def here(request: CaseRequest, pk: int, onderdeel: str) -> HttpResponse:
    """A page that is open says that it still is, and learns which colleagues have it open too.

    Nothing about the person is shown.
    """
    dossier = dossiers_visible_to(request.actor, on=request.today).filter(pk=pk).first()
    if dossier is None or kader_for(dossier, request.today).onderdeel(onderdeel) is None:
        raise Http404
    enter_section(dossier, onderdeel, at=request.now)
    words = _("%(naam)s heeft dit onderdeel ook open, sinds %(tijd)s.")
    told = [
        words % {"naam": x.medewerker.naam, "tijd": localtime(x.sinds_at).strftime("%H:%M")}
        for x in others_here(dossier, at=request.now, onderdeel=onderdeel)
    ]
    return JsonResponse({"hier": told})
