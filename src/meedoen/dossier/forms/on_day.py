"""«Op datum»: the day to look back to."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField


class OpDatumForm(forms.Form):
    """A day, today or before. After `is_valid`: `day` and `known_at`, both None for nothing."""

    use_required_attribute = False  # our own words, not the browser\'s

    op = DayField(label=lazy("Naar welke dag kijkt u terug?"))

    def __init__(self, asked: QueryDict, *, today: date) -> None:
        typed = any(name.startswith("op_") for name in asked)
        super().__init__(asked if typed else None)
        self.today = today

    def clean_op(self) -> date:
        """The future is not known."""
        day: date = self.cleaned_data["op"]
        if day > self.today:
            raise forms.ValidationError(_("Deze dag moet nog komen. Kies vandaag of eerder."))
        return day

    @property
    def day(self) -> date | None:
        """The chosen day; None where nothing was chosen, or what was typed is no day."""
        found: date | None = self.cleaned_data.get("op") if self.is_valid() else None
        return found

    @property
    def known_at(self) -> datetime | None:
        """The last moment of the chosen day."""
        if self.day is None:
            return None
        after = datetime.combine(self.day + timedelta(days=1), time.min)
        return timezone.make_aware(after) - timedelta(microseconds=1)

    def address(self) -> dict[str, Any]:
        """The chosen day, as the address of a page says it."""
        day = self.day
        return (
            {} if day is None else {"op_dag": day.day, "op_maand": day.month, "op_jaar": day.year}
        )
