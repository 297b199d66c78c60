"""Why two dossiers are of two people."""

from django import forms
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import FreeText

LEAST = 10  # characters: a reason that nobody can judge is none


class AnderForm(forms.Form):
    """The reason, which both diaries keep."""

    use_required_attribute = False  # our own words, not the browser's

    reden = forms.CharField(
        label=lazy("Hoe weet u dat dit twee personen zijn?"),
        min_length=LEAST,
        max_length=500,
        widget=FreeText(privacy="gevoelig", rows=3),
        help_text=lazy("Bijvoorbeeld: zij zijn broer en zus. Ik zag van beiden een paspoort."),
        error_messages={
            "required": lazy("Schrijf op hoe u weet dat dit twee personen zijn."),
            "min_length": lazy("Schrijf iets meer op: in ten minste een paar woorden."),
        },
    )
