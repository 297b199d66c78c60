"""Why somebody opens the dossier of a colleague."""

from django import forms
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import FreeText


class ToegangForm(forms.Form):
    """The reason, which is kept and looked at; `terug` is the page that was asked for."""

    use_required_attribute = False  # our own words, not the browser\'s

    reden = forms.CharField(
        label=lazy("Waarom hebt u dit dossier nodig?"),
        max_length=500,
        widget=FreeText(privacy="gewoon", rows=3),
        help_text=lazy("Bijvoorbeeld: ik vervang mijn collega, die vandaag ziek is."),
        error_messages={"required": lazy("Schrijf op waarom u dit dossier nodig hebt.")},
    )
    terug = forms.CharField(required=False, max_length=500, widget=forms.HiddenInput)
