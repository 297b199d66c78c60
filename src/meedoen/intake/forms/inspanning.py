"""Hours that somebody spent before the plan was there."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, DutchText, LawSelect
from meedoen.dossier.forms.numbers import WholeField
from meedoen.rules.choices import Activiteit

MOST = 1000  # hours at once: more is a slip of the finger


class InspanningForm(forms.Form):
    """What, on which day, how many hours: of this time, never a total."""

    use_required_attribute = False  # our own words, not the browser's

    activiteit = forms.ChoiceField(
        label=lazy("Wat deed iemand?"),
        widget=LawSelect,
        error_messages={"required": lazy("Kies wat iemand deed.")},
    )
    op = DayField(
        label=lazy("Op welke dag?"), help_text=lazy("Was het een periode? Neem de laatste dag.")
    )

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data, initial={"op": today})
        self.today = today
        words = [(each.value, DutchText(each.value)) for each in Activiteit]
        self.fields["activiteit"].choices = [("", _("Kies")), *words]  # type: ignore[attr-defined]
        self.fields["uren"] = WholeField(
            label=_("Hoeveel uren?"),
            help_text=_("Alleen de uren van deze keer. Meedoen telt op."),
        )

    def clean_op(self) -> date:
        """Hours lie behind."""
        day: date = self.cleaned_data["op"]
        if day > self.today:
            raise forms.ValidationError(_("Deze dag moet nog komen. Kies vandaag of eerder."))
        return day

    def clean_uren(self) -> int:
        """At least one, and no slip of the finger."""
        uren: int = self.cleaned_data["uren"]
        if not 0 < uren <= MOST:
            text = _("Vul een getal in van 1 tot en met %(meeste)s.")
            raise forms.ValidationError(text % {"meeste": MOST})
        return uren
