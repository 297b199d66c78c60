"""Which question to compare, and whether a municipality compares at all."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, DutchText, LawSelect
from meedoen.dossier.forms.numbers import WholeField
from meedoen.intake.spreiding import FEWEST, LEAST
from meedoen.law.vraag import Vraag


class VraagForm(forms.Form):
    """One question out of those that can be counted."""

    use_required_attribute = False

    vraag = forms.ChoiceField(
        label=lazy("Welke vraag?"),
        widget=LawSelect,
        error_messages={"invalid_choice": lazy("Kies iets uit de lijst.")},
    )

    def __init__(self, data: Any, vragen: Iterable[Vraag]) -> None:
        super().__init__(data)
        field = self.fields["vraag"]
        field.choices = [(each.naam, DutchText(each.label)) for each in vragen]  # type: ignore[attr-defined]


class SpreidingKeuzeForm(forms.Form):
    """To compare asks for a ground; the action checks that."""

    use_required_attribute = False

    aan = forms.ChoiceField(
        label=lazy("Vergelijkt Meedoen hoe medewerkers de intake invullen?"),
        choices=[("ja", lazy("Ja")), ("nee", lazy("Nee"))],
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies ja of nee.")},
    )
    minste = WholeField(
        label=lazy("Vanaf hoeveel antwoorden van één medewerker?"),
        initial=LEAST,
    )
    grond = forms.CharField(
        label=lazy("Waarom mag dit?"),
        required=False,
        max_length=300,
        help_text=lazy("Bijvoorbeeld: de ondernemingsraad stemde in op 3 maart 2026 (WOR 27)."),
    )
    van = DayField(label=lazy("Vanaf welke dag?"), what=lazy("de eerste dag"))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        text = _("Ten minste 5. Met weinig antwoorden is het verschil vaak toeval.")
        self.fields["minste"].help_text = text

    def clean_minste(self) -> int:
        """Few enough to be of use, and not so few that it says who."""
        least: int = self.cleaned_data["minste"]
        if not FEWEST <= least <= 1000:
            raise forms.ValidationError(_("Kies een getal van 5 tot en met 1000."))
        return least
