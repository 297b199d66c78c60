"""«Wie komt er»: arrivals per week against the taakstelling and the houses, and the people."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_safe

from meedoen.accounts.models import Gemeente
from meedoen.accounts.roles import Recht
from meedoen.logboek.gate import CaseRequest, casework
from meedoen.opvang.actions.taakstelling import Getallen, set_target
from meedoen.opvang.bord import STAPPEN, people_who_come, shown_steps, where_of
from meedoen.opvang.weken import halfyear, komst_of

MOST = {"aantal": 10_000, "inwoners_gemeente": 2_000_000, "inwoners_nederland": 30_000_000}

WHOLE = dict.fromkeys(("required", "invalid"), lazy("Vul een heel getal in. Bijvoorbeeld: 43."))


class TaakstellingForm(forms.Form):
    """The number of this half-year, and the inhabitants."""

    use_required_attribute = False  # our own words, not the browser's

    aantal = forms.IntegerField(
        error_messages=WHOLE,
        label=lazy("Hoeveel mensen huisvest uw gemeente in dit halfjaar?"),
        help_text=lazy(
            "Het aantal van het Rijk, met de achterstand van het vorige halfjaar erbij."
        ),
    )
    inwoners_gemeente = forms.IntegerField(
        error_messages=WHOLE,
        label=lazy("Hoeveel inwoners telde uw gemeente?"),
        required=False,
        help_text=lazy("Op 1 januari van het jaar ervoor. Dan rekenen wij het getal na."),
    )
    inwoners_nederland = forms.IntegerField(
        error_messages=WHOLE, label=lazy("Hoeveel inwoners telde Nederland?"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """No number that cannot be."""
        for name, most in MOST.items():
            value = self.cleaned_data.get(name)
            if value is not None and not 0 <= value <= most:
                self.add_error(name, _("Dit getal kan niet. Kijk het na."))
        return self.cleaned_data


@casework(Recht.KOMST_ZIEN, verwerking="opvang", doel="zien wie er komt, en of er huizen zijn")
@require_safe
def board(request: CaseRequest) -> HttpResponse:
    """The picture for all; the people for who may see dossiers."""
    gemeente = Gemeente.objects.get(pk=request.actor.gemeenten[0])
    stap = request.GET.get("stap", "")
    names = request.actor.may(Recht.DOSSIERS_ZIEN)
    page = None
    if names:
        after = where_of(request.GET.get("na", ""))
        page = people_who_come(request.actor, on=request.today, stap=stap, after=after)
        request.show(*(each.dossier.persoon_id for each in page.rows))
    context = {
        "komst": komst_of(gemeente, on=request.today),
        "pagina": page,
        "stap": stap if stap in STAPPEN else "",
        "stappen": shown_steps(),
        "woorden": STAPPEN,
        "may_set": request.actor.may(Recht.VERDELEN),
        "may_bring": request.actor.may(Recht.DOSSIER_OPENEN),
    }
    return render(request, "opvang/bord.html", context)


@casework(Recht.VERDELEN, verwerking="opvang", doel="de taakstelling van de gemeente vastleggen")
@require_http_methods(["GET", "POST"])
def target(request: CaseRequest) -> HttpResponse:
    """The taakstelling of this half-year."""
    form = TaakstellingForm(request.POST or None)
    first = halfyear(request.today)
    if request.method == "POST" and form.is_valid():
        set_target(first, Getallen(**form.cleaned_data), at=request.now)
        messages.success(request, _("De taakstelling is vastgelegd."))
        return redirect("opvang:bord")
    context = {"form": form, "halfjaar": first}
    status = 400 if form.errors else 200
    return render(request, "opvang/taakstelling.html", context, status=status)
