"""A day of birth in three boxes, of which the day, the month or all may be unknown."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import PARTS, DayWidget
from meedoen.dossier.partial_date import OnvolledigeDatum, PartialDateError, parse


class PartialDateField(forms.MultiValueField):
    """Gives an `OnvolledigeDatum`. Empty boxes are unknown; nothing at all is not an answer.

    Who does not know the year either types 0 there, so that nobody forgets it.
    """

    def __init__(self, *, label: Any) -> None:
        super().__init__(
            [forms.CharField(required=False, max_length=4, label=part) for part in PARTS],
            label=label,
            widget=DayWidget(),
            require_all_fields=False,
            required=True,
            help_text=lazy(
                "Weet u de dag of de maand niet? Laat die leeg. Weet u ook het jaar niet? Vul 0 in."
            ),
            error_messages={"required": lazy("Vul het geboortejaar in. Bijvoorbeeld: 1991.")},
        )

    def compress(self, data_list: list[Any]) -> OnvolledigeDatum:
        """The date of three texts. Errors: ValidationError, in words for who typed it."""
        dag, maand, jaar = (str(part or "").strip() for part in data_list)
        if jaar in {"0", "0000"} and not (dag or maand):
            return OnvolledigeDatum()
        if not jaar:
            raise forms.ValidationError(_("Vul het geboortejaar in. Bijvoorbeeld: 1991."))
        if dag and not maand:
            raise forms.ValidationError(_("Vul bij de dag ook de maand in."))
        try:
            return parse("-".join(part for part in (dag, maand, jaar) if part))
        except PartialDateError as error:
            raise forms.ValidationError(str(error)) from error


def boxes_of(day: OnvolledigeDatum) -> list[str]:
    """Day, month and year for the three boxes; what is unknown stays empty, no year is 0."""
    return [str(day.dag or ""), str(day.maand or ""), str(day.jaar)]
