"""Adding a file to a dossier; what kind of file it is, its content tells (dossier/file_kind.py)."""

from django import forms
from django.utils.translation import gettext_lazy as lazy


class DocumentForm(forms.Form):
    """One file: pdf, jpg or png."""

    use_required_attribute = False  # our own words, not the browser\'s

    bestand = forms.FileField(
        label=lazy("Kies een bestand"),
        allow_empty_file=True,  # the action says what is wrong with it
        widget=forms.FileInput({"accept": ".pdf,.jpg,.jpeg,.png"}),
        help_text=lazy(
            "Een pdf, jpg of png van hooguit 10 MB."
            " Voeg geen kopie van een identiteitsbewijs toe: dat mag niet."
        ),
        error_messages={"required": lazy("Kies eerst een bestand.")},
    )
