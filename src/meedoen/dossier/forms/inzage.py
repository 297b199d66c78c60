"""Asking for a copy of the own data, looking over how it is given, and giving it."""

import re

from django import forms
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import FreeText

NUMBERS = re.compile(r"[\d\s,;]*", re.ASCII)
MOST = 200  # numbers in one field


class VraagForm(forms.Form):
    """How the question came, and how somebody knows that it is this person (AVG 12:6)."""

    use_required_attribute = False  # our own words, not the browser's

    hoe = forms.CharField(
        label=lazy("Hoe vroeg de persoon dit, en hoe weet u dat het deze persoon is?"),
        max_length=500,
        widget=FreeText(privacy="gewoon", rows=2),
        help_text=lazy("Bijvoorbeeld: aan de balie, met een paspoort."),
        error_messages={"required": lazy("Schrijf op hoe de persoon dit vroeg.")},
    )


class NakijkForm(forms.Form):
    """How the copy reaches this person and nobody else."""

    use_required_attribute = False

    hoe = forms.CharField(
        label=lazy("Hoe geeft u de kopie zo dat niemand anders die ziet?"),
        max_length=500,
        widget=FreeText(privacy="gewoon", rows=2),
        help_text=lazy("Bijvoorbeeld: op het kantoor, in de hand, niet met de post."),
        error_messages={"required": lazy("Schrijf op hoe het veilig kan.")},
    )


class MaakForm(forms.Form):
    """Which lines of the Tijdlijn are about somebody else."""

    weggelaten = forms.CharField(
        label=lazy("Welke nummers van de Tijdlijn gaan over een ander?"),
        required=False,
        max_length=500,
        help_text=lazy("Die laten wij weg (AVG 15:4). Lees de Tijdlijn eerst. Bijvoorbeeld: 4, 12"),
    )

    def clean_weggelaten(self) -> list[int]:
        """The numbers, whatever stands between them."""
        text = self.cleaned_data["weggelaten"]
        if not NUMBERS.fullmatch(text):
            raise forms.ValidationError(lazy("Schrijf alleen nummers op. Bijvoorbeeld: 4, 12"))
        found = [int(each) for each in re.findall(r"\d{1,9}", text)]
        return found[:MOST]


class GeefForm(forms.Form):
    """How the copy was handed over."""

    use_required_attribute = False

    hoe = forms.CharField(
        label=lazy("Hoe kreeg de persoon de kopie?"),
        max_length=500,
        widget=FreeText(privacy="gewoon", rows=2),
        help_text=lazy("Bijvoorbeeld: op papier, in de hand."),
        error_messages={"required": lazy("Schrijf op hoe de persoon de kopie kreeg.")},
    )
