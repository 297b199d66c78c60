"""Taking in a notice that somebody must inburgeren, as a file."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.huisstijl import rolnaam
from meedoen.accounts.roles import Rol


class NoticeForm(forms.Form):
    """The file; whether it is for oneself, and whether it is about somebody else than was shown."""

    use_required_attribute = False  # our own words, not the browser's

    bestand = forms.FileField(
        label=lazy("Kies het bericht"),
        allow_empty_file=True,  # reading it says what is wrong
        widget=forms.FileInput({"accept": ".json,application/json"}),
        help_text=lazy("Een JSON-bestand van hooguit 64 kB."),
        error_messages={"required": lazy("Kies eerst een bestand.")},
    )
    voor_mij = forms.BooleanField(required=False)
    iemand_anders = forms.BooleanField(
        label=lazy("Ik keek het na: het bericht gaat over iemand anders. Open een nieuw dossier."),
        required=False,
    )

    def __init__(self, *args: Any, klantmanager: bool, asks: bool, **kwargs: Any) -> None:
        """`klantmanager`: who fills this in can take the dossier. `asks`: is it somebody else?"""
        super().__init__(*args, **kwargs)
        taken = _("Ik word de %(rol)s") % {"rol": rolnaam(Rol.KLANTMANAGER)}
        self.fields["voor_mij"].label = taken
        if not klantmanager:
            del self.fields["voor_mij"]
        if not asks:
            del self.fields["iemand_anders"]
