"""What an official fills in about the leerroute: a judgement, a choice, a second look."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DutchText, FreeText, yes_no
from meedoen.persoonlijk_plan.actions import Keuze, Oordeel
from meedoen.persoonlijk_plan.routes import Vergelijking
from meedoen.rules.choices import Leerroute

ROUTES = [(each.value, DutchText(each.value)) for each in Leerroute]
WHICH = lazy("Kies een leerroute.")


def _judged(label: Any, help_text: Any) -> forms.TypedChoiceField:
    """An open norm; that it is not judged yet, is an answer."""
    return yes_no(label, help_text, unknown=lazy("weet ik nog niet"))


def _route(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=ROUTES,
        widget=forms.RadioSelect,
        error_messages={"required": WHICH, "invalid_choice": WHICH},
    )


def _reason(label: Any, help_text: Any = "", **more: Any) -> forms.CharField:
    widget = FreeText(privacy="gewoon", rows=4)
    return forms.CharField(label=label, help_text=help_text, max_length=4000, widget=widget, **more)


class OordeelForm(forms.Form):
    """What the official thinks, before the advice opens."""

    use_required_attribute = False

    route = _route(lazy("Welke leerroute past volgens u?"))
    grote_kans_op_diploma = _judged(
        lazy("Is er een grote kans op een diploma na het taalschakeltraject?"),
        lazy("Dit vraagt de wet voor de onderwijsroute (Wi 8:1). Het is uw oordeel."),
    )
    redelijkerwijs_niet_in_staat = _judged(
        lazy("Is het examen of het taalschakeltraject in drie jaar redelijkerwijs niet haalbaar?"),
        lazy("Dit is de enige grond voor de zelfredzaamheidsroute (Wi 9:1)."),
    )
    kan_wel_maar_wil_niet = _judged(
        lazy("Kan iemand wel, maar wil hij niet?"),
        lazy("Dan is de zelfredzaamheidsroute niet bedoeld voor deze persoon."),
    )
    reden = _reason(
        lazy("Waarom vindt u dat?"), error_messages={"required": lazy("Schrijf op waarom.")}
    )

    @property
    def oordeel(self) -> Oordeel:
        """What was filled in, when it is valid."""
        given = dict(self.cleaned_data)
        return Oordeel(route=Leerroute(given.pop("route")), **given)


class KeuzeForm(forms.Form):
    """The choice; a reason where it differs, and an answer where one is due."""

    use_required_attribute = False

    route = _route(lazy("Welke leerroute komt in het plan?"))
    reden = _reason(
        lazy("Waarom wijkt u af van het advies?"),
        lazy("Alleen als u een andere leerroute kiest."),
        required=False,
    )
    antwoord = _reason(lazy("Past de onderwijsroute? Waarom wel of niet?"), required=False)
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, vergelijking: Vergelijking, **more: Any) -> None:
        super().__init__(data, **more)
        self.vergelijking = vergelijking
        if not vergelijking.antwoord_nodig:
            del self.fields["antwoord"]

    def clean(self) -> dict[str, Any]:
        """A reason and an answer where they are due, told at the field."""
        given: dict[str, Any] = super().clean() or {}
        word = given.get("route")
        if word and self.vergelijking.wijkt_af(Leerroute(word)) and not given.get("reden"):
            self.add_error("reden", _("U wijkt af van het advies. Schrijf op waarom."))
        if self.vergelijking.antwoord_nodig and not given.get("antwoord"):
            self.add_error("antwoord", _("Schrijf op of de onderwijsroute past, en waarom."))
        return given

    @property
    def keuze(self) -> Keuze:
        """What was chosen, when it is valid."""
        given = self.cleaned_data
        return Keuze(Leerroute(given["route"]), given["reden"], given.get("antwoord", ""))


class BlikForm(forms.Form):
    """Whether a second official agrees."""

    use_required_attribute = False

    eens = forms.ChoiceField(
        label=lazy("Bent u het eens met deze leerroute?"),
        choices=[("ja", lazy("Ja")), ("nee", lazy("Nee, kies opnieuw"))],
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies ja of nee.")},
    )
    reden = _reason(
        lazy("Waarom?"),
        lazy("Nodig als u het niet eens bent."),
        required=False,
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Who does not agree, says why."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("eens") == "nee" and not given.get("reden"):
            self.add_error("reden", _("Schrijf op waarom u het niet eens bent."))
        return given
