"""A promise of the municipality: making it, and telling how it ended."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, FreeText
from meedoen.dossier.actions.promises import Belofte
from meedoen.dossier.models import Toezegging


class ToezeggingForm(forms.Form):
    """To whom, what, and until which day."""

    use_required_attribute = False  # our own words, not the browser's

    soort = forms.ChoiceField(
        label=lazy("Wat voor belofte is het?"),
        choices=Toezegging.Soort.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies wat voor belofte het is.")},
    )
    aan = forms.CharField(
        label=lazy("Aan wie?"),
        max_length=200,
        help_text=lazy("Bijvoorbeeld: aan mevrouw zelf, of aan haar school."),
        error_messages={"required": lazy("Schrijf op aan wie u dit belooft.")},
    )
    wat = forms.CharField(
        label=lazy("Wat belooft u?"),
        max_length=500,
        widget=FreeText(privacy="gewoon", rows=2),
        help_text=lazy(
            "Schrijf niets over gezondheid. Bijvoorbeeld: ik bel terug over de kinderopvang."
        ),
        error_messages={"required": lazy("Schrijf op wat u belooft.")},
    )
    uiterlijk_op = DayField(label=lazy("Uiterlijk op welke dag?"))

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data)
        self.today = today

    def clean_uiterlijk_op(self) -> date:
        """A day that is still to come."""
        day: date = self.cleaned_data["uiterlijk_op"]
        if day < self.today:
            raise forms.ValidationError(_("Deze dag is al voorbij. Kies vandaag of later."))
        return day

    @property
    def belofte(self) -> Belofte:
        """What was typed, when it is valid."""
        given = self.cleaned_data
        soort = Toezegging.Soort(given["soort"])
        return Belofte(soort, given["aan"], given["wat"], given["uiterlijk_op"])


class AfhandelForm(forms.Form):
    """Kept or withdrawn, and how it went."""

    use_required_attribute = False

    stand = forms.ChoiceField(
        label=lazy("Is het gedaan?"),
        choices=[
            (Toezegging.Stand.GEDAAN.value, lazy("Ja, het is gedaan")),
            (Toezegging.Stand.INGETROKKEN.value, lazy("Nee, wij doen dit niet meer")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies of het is gedaan.")},
    )
    toelichting = forms.CharField(
        label=lazy("Hoe liep het af?"),
        max_length=500,
        widget=FreeText(privacy="gewoon", rows=2),
        help_text=lazy("Bijvoorbeeld: gebeld, de opvang heeft plaats vanaf mei."),
        error_messages={"required": lazy("Schrijf op hoe het afliep.")},
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)
