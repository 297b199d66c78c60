"""Proposing that data goes which does not belong here, and deciding on it."""

from django import forms
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import FreeText

LEAST = 10  # characters: a reason that nobody can judge is none


class IntrekForm(forms.Form):
    """Why it does not belong here and who delivered it; whoever decides reads only this."""

    use_required_attribute = False  # our own words, not the browser's

    reden = forms.CharField(
        label=lazy("Waarom hoort dit hier niet?"),
        min_length=LEAST,
        max_length=500,
        widget=FreeText(privacy="", rows=3),
        help_text=lazy(
            "Bijvoorbeeld: deze persoon woont in een andere gemeente. Noem geen naam en niets over"
            " de persoon. De verklaring met deze reden blijft."
        ),
        error_messages={
            "required": lazy("Schrijf op waarom dit hier niet hoort."),
            "min_length": lazy("Schrijf iets meer op: in ten minste een paar woorden."),
        },
    )
    bron = forms.CharField(
        label=lazy("Van wie kwam dit?"),
        max_length=200,
        help_text=lazy("Bijvoorbeeld: DUO, of een school."),
        error_messages={"required": lazy("Schrijf op van wie dit kwam.")},
    )


class AfwijsForm(forms.Form):
    """Why the data stays."""

    use_required_attribute = False

    antwoord = forms.CharField(
        label=lazy("Waarom blijft het?"),
        max_length=500,
        widget=FreeText(privacy="", rows=2),
        error_messages={"required": lazy("Schrijf op waarom de gegevens blijven.")},
    )
