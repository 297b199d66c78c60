"""What an official says about a notice, and the number of a municipality."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField

SPACES = re.compile(r"[\s.]+")


class KoppelForm(forms.Form):
    """The dossier that a notice belongs to."""

    use_required_attribute = False

    dossier = forms.CharField(
        label=lazy("Wat is het nummer van het dossier?"),
        max_length=20,
        help_text=lazy("U vindt het nummer boven aan het dossier."),
        error_messages={"required": lazy("Vul het nummer van het dossier in.")},
    )


class OinForm(forms.Form):
    """The OIN of a municipality, from a day on."""

    use_required_attribute = False

    oin = forms.CharField(
        label=lazy("Wat is het OIN van uw gemeente?"),
        max_length=40,
        help_text=lazy("20 cijfers. Het staat in het OIN-register van Logius."),
        error_messages={"required": lazy("Vul het OIN in.")},
    )
    van = DayField(label=lazy("Vanaf welke dag?"), what=lazy("de eerste dag"))

    def clean_oin(self) -> str:
        """Twenty digits; spaces and dots between them are no error."""
        found = SPACES.sub("", self.cleaned_data["oin"])
        if not re.fullmatch("[0-9]{20}", found):
            raise ValidationError(_("Een OIN heeft 20 cijfers. Kijk het nummer na."))
        return found


class GedaanForm(forms.Form):
    """A note with what was done, or with why it was not."""

    use_required_attribute = False

    toelichting = forms.CharField(
        label=lazy("Toelichting"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 2}),
        help_text=lazy("Wat u hier schrijft, komt op de Tijdlijn."),
    )
