"""The work number of an official, or of the team."""

from django import forms
from django.utils.translation import gettext_lazy as _


class OwnNumberForm(forms.Form):
    """An official's own; empty takes it away. The action checks the number."""

    use_required_attribute = False

    telefoon = forms.CharField(
        label=_("Uw telefoonnummer op het werk"),
        required=False,
        max_length=40,
        help_text=_("Vul nooit een privénummer in. Laat dit leeg als u geen nummer hebt."),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off", "dir": "ltr"}),
    )


class TeamNumberForm(forms.Form):
    """That of the whole team; empty takes it away."""

    use_required_attribute = False

    telefoon = forms.CharField(
        label=_("Telefoonnummer van het team"),
        required=False,
        max_length=40,
        help_text=_("Laat dit leeg als DUO het nummer van elke medewerker zelf mag weten."),
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off", "dir": "ltr"}),
    )
    email = forms.EmailField(
        label=_("E-mailadres van het team"),
        required=False,
        max_length=241,
        help_text=_("Mag leeg blijven: dan hoort DUO het werkadres van de medewerker."),
        widget=forms.EmailInput(attrs={"autocomplete": "off", "dir": "ltr"}),
        error_messages={"invalid": _("Schrijf een adres zoals team@gemeente.nl.")},
    )
