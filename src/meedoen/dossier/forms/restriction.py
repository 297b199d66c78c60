"""Restricting the use of data, opening it for a reason, and lifting the restriction."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import FreeText
from meedoen.dossier.models import Beperking


def _told(label: Any, example: Any, missing: Any) -> forms.CharField:
    """A text that whoever sees the dossier reads, and so does the person in the copy."""
    return forms.CharField(
        label=label,
        max_length=500,
        widget=FreeText(privacy="gewoon", rows=2),
        help_text=example,
        error_messages={"required": missing},
    )


class BeperkForm(forms.Form):
    """On which ground, and why."""

    use_required_attribute = False  # our own words, not the browser's

    grond = forms.ChoiceField(
        label=lazy("Waarom beperkt u het gebruik?"),
        choices=Beperking.Grond.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies waarom u het gebruik beperkt.")},
    )
    reden = _told(
        lazy("Wat vroeg de persoon?"),
        lazy("Bijvoorbeeld: mevrouw zegt dat haar geboortedatum niet klopt."),
        lazy("Schrijf op wat de persoon vroeg."),
    )


class OpenForm(forms.Form):
    """For which reason work goes on meanwhile."""

    use_required_attribute = False

    voor = forms.ChoiceField(
        label=lazy("Waarom mag het toch?"),
        choices=Beperking.Openstelling.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies waarom het toch mag.")},
    )
    reden = _told(
        lazy("Wat gaat u doen?"),
        lazy("Bijvoorbeeld: de persoon wil zelf een afspraak over de les."),
        lazy("Schrijf op wat u gaat doen."),
    )


class VertelForm(forms.Form):
    """How the person heard that the restriction will be lifted."""

    use_required_attribute = False

    hoe = _told(
        lazy("Hoe vertelde u het aan de persoon?"),
        lazy("Bijvoorbeeld: gebeld met een tolk."),
        lazy("Schrijf op hoe u het vertelde."),
    )


class OpheffenForm(forms.Form):
    """What came out of it."""

    use_required_attribute = False

    uitkomst = _told(
        lazy("Wat kwam eruit?"),
        lazy("Bijvoorbeeld: de datum is hersteld."),
        lazy("Schrijf op wat eruit kwam."),
    )


class SluitenForm(forms.Form):
    """Nothing is asked."""
