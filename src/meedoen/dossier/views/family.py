"""Changing where somebody lives, how to reach him, with whom he belongs and who speaks for him."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meedoen.accounts.keys import keys_in_use
from meedoen.accounts.roles import Recht
from meedoen.dossier.actions import circumstances as actions
from meedoen.dossier.finding import search
from meedoen.dossier.forms.family import (
    BEWIJZEN,
    AdresForm,
    AfwezigheidForm,
    BewijsForm,
    GezinForm,
    VeiligContactForm,
    VertegenwoordigingForm,
    ZoekFamilieForm,
    choices_of,
)
from meedoen.dossier.models import Adres, Dossier, Gezinslid, VeiligContact
from meedoen.dossier.person import (
    ADRESSEN,
    AFWEZIG,
    VERTEGENWOORDIGERS,
    membership_of,
    papers_of,
    part_of,
    safe_contact_of,
)
from meedoen.dossier.queries import family_of
from meedoen.dossier.views.find import dossier_of, of_one_dossier, person_in
from meedoen.dossier.views.writing import Screen, again, answer, gezien_of
from meedoen.logboek.gate import CaseRequest, casework


@casework(Recht.VASTLEGGEN, verwerking="dossiervoering", doel="een adres vastleggen")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def address(request: CaseRequest, pk: int) -> HttpResponse:
    """A new address from a day on. Under safe contact the old ones are not shown here either."""
    dossier = dossier_of(request, pk)
    persoon = person_in(dossier)
    safe = safe_contact_of(persoon, on=request.today)
    form = AdresForm(request.POST or None, initial={"van": request.today})
    screen = Screen(
        "dossier/adres.html",
        dossier,
        form,
        _("Het adres is vastgelegd."),
        {"adressen": [] if safe else part_of(persoon, ADRESSEN, on=request.today), "veilig": safe},
        there=lambda: Adres.objects.filter(
            persoon=persoon,
            soort=form.cleaned_data["soort"],
            van=form.cleaned_data["van"],
            **form.where(),
        ).exists(),
    )

    def write() -> None:
        given = form.cleaned_data
        soort, on = Adres.Soort(given["soort"]), given["van"]
        seen = gezien_of(request)
        actions.move(pk, soort, form.where(), on=on, at=request.now, gezien=seen)

    return answer(request, screen, write)


@casework(
    Recht.VASTLEGGEN, verwerking="dossiervoering", doel="een veilige manier van contact afspreken"
)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def safe_contact(request: CaseRequest, pk: int) -> HttpResponse:
    """Agree on the only safe way of contact; from today family and address are closed."""
    dossier = dossier_of(request, pk)
    persoon = person_in(dossier)
    safe = safe_contact_of(persoon, on=request.today)
    names = list(VeiligContactForm.base_fields)
    initial = {name: getattr(safe, name) for name in names} if safe else {}
    form = VeiligContactForm(request.POST or None, initial=initial)
    screen = Screen(
        "dossier/veilig_contact.html",
        dossier,
        form,
        _("Afgesproken. Adres en gezin zijn nu afgeschermd."),
        {"veilig": safe},
        there=lambda: VeiligContact.objects.filter(
            persoon=persoon, tot__isnull=True, **form.cleaned_data
        ).exists(),
    )

    def write() -> None:
        how, seen = form.cleaned_data, gezien_of(request)
        actions.set_safe_contact(pk, how, on=request.today, at=request.now, gezien=seen)

    return answer(request, screen, write)


@casework(Recht.VASTLEGGEN, verwerking="dossiervoering", doel="een vertegenwoordiger vastleggen")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def representative(request: CaseRequest, pk: int) -> HttpResponse:
    """Somebody speaks for this person from a day on; letters follow it."""
    dossier = dossier_of(request, pk)
    persoon = person_in(dossier)
    form = VertegenwoordigingForm(
        request.POST or None, initial={"van": request.today, "bewijs_gezien_op": request.today}
    )
    screen = Screen(
        "dossier/vertegenwoordiging.html",
        dossier,
        form,
        _("De vertegenwoordiger is vastgelegd."),
        {"vertegenwoordigers": part_of(persoon, VERTEGENWOORDIGERS, on=request.today)},
        there=lambda: persoon.vertegenwoordiging_set.filter(**form.cleaned_data).exists(),
    )

    def write() -> None:
        who = dict(form.cleaned_data)
        on, seen = who.pop("van"), gezien_of(request)
        actions.appoint_representative(pk, who, on=on, at=request.now, gezien=seen)

    return answer(request, screen, write)


@casework(
    Recht.VASTLEGGEN, verwerking="dossiervoering", doel="vastleggen dat iemand niet bereikbaar is"
)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def absence(request: CaseRequest, pk: int) -> HttpResponse:
    """Somebody cannot be reached for some days; why is not asked."""
    dossier = dossier_of(request, pk)
    persoon = person_in(dossier)
    form = AfwezigheidForm(request.POST or None)
    screen = Screen(
        "dossier/afwezigheid.html",
        dossier,
        form,
        _("De afwezigheid is vastgelegd."),
        {"afwezig": part_of(persoon, AFWEZIG, on=request.today)},
        there=lambda: persoon.afwezigheid_set.filter(
            van=form.cleaned_data["van"], tot=form.tot
        ).exists(),
    )

    def write() -> None:
        van, seen = form.cleaned_data["van"], gezien_of(request)
        actions.note_absence(pk, van, form.tot, on=request.today, at=request.now, gezien=seen)

    return answer(request, screen, write)


@casework(
    Recht.VASTLEGGEN,
    verwerking="dossiervoering",
    doel="vastleggen dat een identiteitsbewijs is gezien",
)
@of_one_dossier
@require_http_methods(["GET", "POST"])
def identity(request: CaseRequest, pk: int) -> HttpResponse:
    """An official saw an identity document; its number and a copy are not kept."""
    dossier = dossier_of(request, pk)
    persoon = person_in(dossier)
    form = BewijsForm(request.POST or None)
    screen = Screen(
        "dossier/bewijs.html",
        dossier,
        form,
        _("Vastgelegd dat u het bewijs zag."),
        {"bewijzen": papers_of(persoon), "soorten": dict(BEWIJZEN)},
        there=lambda: persoon.identiteitsbewijs_set.filter(
            gezien_op=request.today, **form.cleaned_data
        ).exists(),
    )

    def write() -> None:
        given, seen = form.cleaned_data, gezien_of(request)
        actions.see_identity(
            pk, given["soort"], given["geldig_tot"], on=request.today, at=request.now, gezien=seen
        )

    return answer(request, screen, write)


@casework(Recht.VASTLEGGEN, verwerking="dossiervoering", doel="vastleggen wie bij een gezin hoort")
@of_one_dossier
@require_http_methods(["GET", "POST"])
def family(request: CaseRequest, pk: int) -> HttpResponse:
    """Look for a member of the family, then say who is what. Closed under safe contact."""
    dossier = dossier_of(request, pk)
    shown = _family_now(request, dossier)
    asked: forms.Form = shown["zoeken"]
    if shown["veilig"] or not asked.is_valid():
        screen = Screen("dossier/gezin.html", dossier, asked, more=shown)
        return again(request, screen, status=400 if asked.errors else 200)
    found = _others(request, dossier, asked.cleaned_data["wie"])
    chosen = "koppel" in request.POST
    form = GezinForm(
        request.POST if chosen else None,
        anderen=choices_of(found),
        initial={"van": request.today},
    )
    shown |= {"gevonden": found, "koppelen": form}
    screen = Screen("dossier/gezin.html", dossier, form, _("Het gezin is gewijzigd."), shown)
    if not chosen:
        return again(request, screen)
    return answer(request, screen, lambda: _unite(request, pk, form))


def _family_now(request: CaseRequest, dossier: Dossier) -> dict[str, Any]:
    """What the page shows before anybody is found; under safe contact only why it is closed."""
    persoon, on = person_in(dossier), request.today
    safe = safe_contact_of(persoon, on=on)
    members = [] if safe else family_of(persoon, on=on)
    request.show(*(each.persoon_id for each in members))
    return {
        "veilig": safe,
        "gezin": members,
        "lid": None if safe else membership_of(persoon, on=on),
        "zoeken": ZoekFamilieForm(None if safe else request.POST or None),
        "gevonden": None,
        "koppelen": None,
    }


def _unite(request: CaseRequest, pk: int, form: GezinForm) -> None:
    given = form.cleaned_data
    actions.unite(
        (pk, Gezinslid.Rol(given["rol"])),
        (given["ander"], Gezinslid.Rol(given["rol_ander"])),
        on=given["van"],
        at=request.now,
        gezien=gezien_of(request),
    )


def _others(request: CaseRequest, dossier: Dossier, text: str) -> list[Dossier]:
    """Who may be of the family: in sight, somebody else, and not under safe contact."""
    found = search(request.actor, text, on=request.today, keys=keys_in_use())
    others = [each for each in found if each.pk != dossier.pk and not each.veilig_contact]
    request.show(*(each.persoon_id for each in others))
    return others
