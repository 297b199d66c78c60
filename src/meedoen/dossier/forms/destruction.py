"""Keeping a dossier longer, and proposing that it is destroyed."""

from django import forms
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import FreeText


class BewarenForm(forms.Form):
    """Why a dossier must stay."""

    use_required_attribute = False  # our own words, not the browser\'s

    reden = forms.CharField(
        label=lazy("Waarom moet dit dossier bewaard blijven?"),
        max_length=500,
        widget=FreeText(privacy="gewoon", rows=2),
        help_text=lazy("Bijvoorbeeld: er loopt een zaak bij de rechter."),
        error_messages={"required": lazy("Schrijf op waarom het dossier moet blijven.")},
    )


class VernietigenForm(forms.Form):
    """On what ground a dossier is to be destroyed; whoever approves reads only this."""

    use_required_attribute = False  # our own words, not the browser\'s

    grond = forms.CharField(
        label=lazy("Waarom mag dit dossier weg?"),
        min_length=10,
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text=lazy(
            "De functionaris gegevensbescherming leest dit, en ziet het dossier zelf niet."
            " Noem geen naam en niets over de persoon."
        ),
        error_messages={
            "required": lazy("Schrijf op waarom dit dossier weg mag."),
            "min_length": lazy("Schrijf iets meer op: in ten minste een paar woorden."),
        },
    )
