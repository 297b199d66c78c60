"""What is filled in about agreements: of the newcomer, how it went, and signing the plan."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, FreeLine, FreeText
from meedoen.persoonlijk_plan.levend.actions_afspraken import Handtekening
from meedoen.persoonlijk_plan.levend.afspraak_tables import Instemming, Planafspraak

Wijze = Instemming.Wijze


class AfspraakForm(forms.Form):
    """What the newcomer does, and by when."""

    use_required_attribute = False

    wat = forms.CharField(
        label=lazy("Wat gaat deze persoon doen?"),
        help_text=lazy("Bijvoorbeeld: bellen met de school van de kinderen."),
        max_length=300,
        widget=FreeLine(),
        error_messages={"required": lazy("Schrijf op wat deze persoon gaat doen.")},
    )
    uiterlijk_op = DayField(label=lazy("Uiterlijk op welke dag?"))

    def __init__(self, data: Any = None, *, today: date, **more: Any) -> None:
        super().__init__(data, **more)
        self.today = today

    def clean_uiterlijk_op(self) -> date:
        """A day that is still to come."""
        day: date = self.cleaned_data["uiterlijk_op"]
        if day < self.today:
            raise forms.ValidationError(_("Deze dag is al voorbij. Kies vandaag of later."))
        return day

    @property
    def row(self) -> dict[str, Any]:
        """What the row holds then."""
        return dict(self.cleaned_data)


class BesprokenForm(forms.Form):
    """How it went."""

    use_required_attribute = False

    stand = forms.ChoiceField(
        label=lazy("Hoe gaat het hiermee?"),
        choices=[
            (Planafspraak.Stand.GEDAAN.value, lazy("Het is gedaan")),
            (Planafspraak.Stand.ANDERS.value, lazy("Het lukt nog niet of het wordt anders")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies hoe het ging.")},
    )
    toelichting = forms.CharField(
        label=lazy("Wat spraken jullie nu af?"),
        max_length=500,
        widget=FreeText(privacy="gewoon", rows=2),
        required=False,
    )

    @property
    def row(self) -> dict[str, Any]:
        """What the row holds then."""
        return dict(self.cleaned_data)


class TekenForm(forms.Form):
    """Agreeing with the plan: on the screen, on paper, or not now."""

    use_required_attribute = False

    wijze = forms.ChoiceField(
        label=lazy("Hoe tekent deze persoon?"),
        help_text=lazy("Wie nu niet tekent, krijgt daarom geen boete of maatregel."),
        choices=Wijze.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies hoe deze persoon tekent.")},
    )
    naam_persoon = forms.CharField(
        label=lazy("Naam van de persoon"),
        help_text=lazy("De persoon typt dit zelf."),
        max_length=200,
        widget=FreeLine(),
        required=False,
    )
    naam_medewerker = forms.CharField(
        label=lazy("Naam van de medewerker"), max_length=200, widget=FreeLine(), required=False
    )
    akkoord = forms.BooleanField(
        label=lazy("Wij lazen het plan samen en zijn het eens"), required=False
    )
    bestand = forms.FileField(
        label=lazy("Een scan of foto van het getekende plan"),
        required=False,
        allow_empty_file=True,  # the action says what is wrong with it
        widget=forms.FileInput({"accept": ".pdf,.jpg,.jpeg,.png"}),
        help_text=lazy("Een pdf, jpg of png van hooguit 10 MB."),
    )
    reden = forms.CharField(
        label=lazy("Waarom tekent deze persoon nu niet?"),
        max_length=1000,
        widget=FreeText(privacy="gewoon", rows=2),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """What each way needs, told at its field."""
        given: dict[str, Any] = super().clean() or {}
        for name, text in self._missing(given.get("wijze", ""), given):
            self.add_error(name, text)
        return given

    def _missing(self, wijze: str, given: dict[str, Any]) -> list[tuple[str, str]]:
        if wijze == Wijze.NIET:
            needs = {"reden": _("Schrijf op waarom deze persoon nu niet tekent.")}
        elif wijze:
            needs = {
                "naam_persoon": _("Vul de naam van de persoon in."),
                "naam_medewerker": _("Vul de naam van de medewerker in."),
            }
            if wijze == Wijze.SCHERM:
                needs["akkoord"] = _("Vink aan dat u het plan samen las en het eens bent.")
            else:
                needs["bestand"] = _("Voeg een scan of foto van het getekende plan toe.")
        else:
            needs = {}
        return [(name, text) for name, text in needs.items() if not given.get(name)]

    @property
    def handtekening(self) -> Handtekening:
        """What was filled in, when it is valid."""
        given, wijze = self.cleaned_data, Wijze(self.cleaned_data["wijze"])
        file = given["bestand"] if wijze is Wijze.PAPIER else None
        return Handtekening(
            wijze,
            given["naam_persoon"],
            given["naam_medewerker"],
            given["reden"],
            (file.name, file.read()) if file else None,
        )

    @property
    def row(self) -> dict[str, Any]:
        """What the row holds then."""
        given = self.cleaned_data
        names = ("wijze", "reden") if given["wijze"] == Wijze.NIET else ("wijze", "naam_persoon")
        return {name: given[name] for name in names}
