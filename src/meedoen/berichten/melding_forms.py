"""What an official says about a message to DUO: why, or on which day it was typed in the Portal."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, FreeText


class RedenForm(forms.Form):
    """Why the message goes again, or need not go."""

    use_required_attribute = False

    reden = forms.CharField(
        label=lazy("Waarom?"),
        max_length=500,
        widget=FreeText(privacy="gewoon", rows=2),
        help_text=lazy("Schrijf niets over gezondheid."),
        error_messages={"required": lazy("Schrijf op waarom.")},
    )


class OvergetyptForm(forms.Form):
    """The day on which the message was typed into the Portal."""

    use_required_attribute = False

    op = DayField(
        label=lazy("Op welke dag typte u dit over?"),
        what=lazy("de dag waarop u dit overtypte"),
    )

    def __init__(self, data: Any = None, *, today: date, first: date) -> None:
        super().__init__(data, initial={"op": today})
        self.today, self.first = today, first

    def clean_op(self) -> date:
        """Not before the plan itself, and not a day that is still to come."""
        day: date = self.cleaned_data["op"]
        if day > self.today:
            raise ValidationError(_("Deze dag moet nog komen. Vul de dag in waarop u het deed."))
        if day < self.first:
            raise ValidationError(_("Deze dag ligt voor wat u meldt. Kijk de dag na."))
        return day
