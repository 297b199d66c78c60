"""The forms of letters: the blanks of one kind, and why one is withdrawn."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, DutchText, FreeText, LawSelect
from meedoen.dossier.forms.numbers import EuroField, WholeField
from meedoen.dossier.letters import LONGEST_TEXT, LetterError
from meedoen.law.brief_file import Brief, Variable
from meedoen.law.plain_text import from_plain_json
from meedoen.law.soort import GEWOON
from meedoen.rules.column import Kind

EMPTY = {"required": lazy("Vul dit in."), "invalid_choice": lazy("Kies iets uit de lijst.")}
AFWIJKING = "afwijking"
SHORT = 120  # characters: what a heading or a time needs


class LetterForm(forms.Form):
    """The blanks of a kind of letter, and why the official deviates from what the rules say."""

    use_required_attribute = False  # our own words, not the browser's

    def __init__(self, kind: Brief, data: Any = None) -> None:
        super().__init__(data)
        self.kind = kind
        for variable in kind.variables:
            self.fields[variable.name] = _field(variable)
        self.fields[AFWIJKING] = forms.CharField(
            label=_("Wijkt u af van wat de regels zeggen? Schrijf op waarom."),
            required=False,
            max_length=LONGEST_TEXT,
            widget=FreeText(privacy=GEWOON, rows=3),
            help_text=_(
                "Uw reden staat ook in de brief. Schrijf hem voor de persoon die hem leest."
            ),
        )

    @property
    def waarden(self) -> dict[str, Any]:
        """The values, as `propose` takes them."""
        return {each.name: self._value(each) for each in self.kind.variables}

    def _value(self, each: Variable) -> Any:
        typed = self.cleaned_data.get(each.name)
        if typed in (None, ""):
            return None
        if isinstance(typed, str) and each.kind is not None:
            return from_plain_json(each.kind, typed)
        return typed

    def refuse(self, error: LetterError) -> None:
        """Put each message at its field."""
        if not error.fields:
            self.add_error(None, str(error))
        for name, text in error.fields.items():
            self.add_error(name if name in self.fields else None, text)


class WithdrawForm(forms.Form):
    """Why a besluit no longer holds."""

    use_required_attribute = False  # our own words, not the browser's

    reden = forms.CharField(
        label=lazy("Waarom trekt u dit besluit in?"),
        max_length=1000,
        widget=FreeText(privacy=GEWOON, rows=3),
        error_messages=EMPTY,
    )


def _field(each: Variable) -> forms.Field:
    usual: dict[str, Any] = {
        "label": DutchText(each.label),
        "required": each.required,
        "help_text": DutchText(each.help),
    }
    if each.kind is None:
        return forms.CharField(
            max_length=LONGEST_TEXT,
            widget=FreeText(privacy=GEWOON, rows=3),
            error_messages=EMPTY,
            **usual,
        )
    if each.kind is Kind.DAY:
        return DayField(**usual)
    if each.kind is Kind.CENTS:
        return EuroField(**usual)
    if isinstance(each.kind, Kind):
        return WholeField(**usual)
    words = [(word, DutchText(word)) for word in each.kind.words()]
    return forms.ChoiceField(
        choices=[("", _("Kies")), *words], widget=LawSelect, error_messages=EMPTY, **usual
    )
