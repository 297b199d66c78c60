"""Putting work off: until when, and why."""

from datetime import date
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, FreeText
from meedoen.dossier.actions.diary import DiaryError
from meedoen.dossier.actions.promises import put_off_until, refuse_too_long


class UitstelForm(forms.Form):
    """A day on which the work is back, not after its last day, and a reason."""

    use_required_attribute = False  # our own words, not the browser's

    tot = DayField(label=lazy("Op welke dag wilt u dit weer zien?"))
    reden = forms.CharField(
        label=lazy("Waarom stelt u het uit?"),
        max_length=300,
        widget=FreeText(privacy="gewoon", rows=2),
        help_text=lazy("Schrijf niets over gezondheid. Bijvoorbeeld: de school belt mij maandag."),
        error_messages={"required": lazy("Schrijf op waarom u dit uitstelt.")},
    )

    def __init__(self, data: Any = None, *, dag: date | None, today: date) -> None:
        """`dag` is the last day of the work, None where it has none."""
        super().__init__(data)
        self.dag, self.today = dag, today
        last = date_format(put_off_until(dag, on=today), "j F Y")
        self.fields["tot"].help_text = _("Dit kan tot en met %(dag)s.") % {"dag": last}

    def clean_tot(self) -> date:
        """What the law leaves room for."""
        day: date = self.cleaned_data["tot"]
        try:
            refuse_too_long(self.dag, day, on=self.today)
        except DiaryError as error:
            raise forms.ValidationError(str(error)) from error
        return day
