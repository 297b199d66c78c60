"""What an official says of a contactpersoon who was typed into the Portal: DUO's number of him."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

HIGHEST = 99_999  # DUO's own limit


class InPortalForm(forms.Form):
    """That DUO has it; of a new contactpersoon with the number, where DUO told it."""

    use_required_attribute = False

    nummer = forms.IntegerField(
        label=lazy("Welk nummer gaf DUO?"),
        required=False,
        min_value=1,
        max_value=HIGHEST,
        help_text=lazy(
            "Zonder dit nummer kan Meedoen later niets meer over deze contactpersoon melden."
        ),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr"}),
        error_messages={
            "invalid": lazy("Schrijf een nummer met alleen cijfers."),
            "min_value": lazy("Schrijf een nummer van 1 tot en met 99999."),
            "max_value": lazy("Schrijf een nummer van 1 tot en met 99999."),
        },
    )

    def __init__(self, data: Any = None, *, new: bool) -> None:
        super().__init__(data)
        if not new:
            del self.fields["nummer"]
