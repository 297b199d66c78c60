"""The choice: shown or not, from which day, and on what ground."""

from django import forms
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.fields import DayField


class TeambeeldForm(forms.Form):
    """To show it asks for a ground; the action checks that."""

    use_required_attribute = False

    aan = forms.ChoiceField(
        label=_("Toont Meedoen hoe het werk over het team verdeeld is?"),
        choices=[("ja", _("Ja")), ("nee", _("Nee"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee.")},
    )
    grond = forms.CharField(
        label=_("Waarom mag dit?"),
        required=False,
        max_length=300,
        help_text=_("Bijvoorbeeld: de ondernemingsraad stemde in op 3 maart 2026 (WOR 27)."),
    )
    van = DayField(label=_("Vanaf welke dag?"), what=_("de eerste dag"))
