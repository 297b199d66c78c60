"""What a beheerder fills in about a mandate: for what, from which day, and where it stands."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, DutchText
from meedoen.law.brief_file import Brief

ALLE = "alle"
BRON = lazy("In welk besluit staat dit?")
WHERE = lazy("Bijvoorbeeld: mandaatbesluit van 12 januari 2026, nummer 4.")
NO_BRON = {"required": lazy("Schrijf op in welk besluit dit staat.")}


class GeefForm(forms.Form):
    """A mandate of one role for kinds of letters; all that are offered at once, or some."""

    use_required_attribute = False

    soorten = forms.MultipleChoiceField(
        label=lazy("Wat mag deze rol ondertekenen?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": lazy("Kies ten minste één soort brief.")},
    )
    van = DayField(label=lazy("Vanaf welke dag?"), what=lazy("de eerste dag"))
    laatste = DayField(
        label=lazy("Tot en met welke dag?"),
        what=lazy("de laatste dag"),
        required=False,
        help_text=lazy("Laat dit leeg als het mandaat nog geen einde heeft."),
    )
    bron = forms.CharField(label=BRON, help_text=WHERE, max_length=300, error_messages=NO_BRON)

    def __init__(self, data: Any = None, *, offered: Sequence[Brief], **rest: Any) -> None:
        super().__init__(data, **rest)
        self.offered = offered
        named = [(each.name, DutchText(_called(each))) for each in offered]
        all_of_them = _("Alle %(aantal)s soorten hieronder") % {"aantal": len(offered)}
        choices = [(ALLE, all_of_them), *named] if len(offered) > 1 else named
        self.fields["soorten"].choices = choices  # type: ignore[attr-defined]

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of the kinds, once the form is right."""
        ticked: list[str] = self.cleaned_data["soorten"]
        return tuple(each.name for each in self.offered) if ALLE in ticked else tuple(ticked)


class StopForm(forms.Form):
    """The last day of a mandate; empty is at once."""

    use_required_attribute = False

    laatste = DayField(
        label=lazy("Laatste dag"),
        what=lazy("de laatste dag"),
        required=False,
        help_text=lazy("Laat dit leeg als het mandaat nu meteen stopt."),
    )
    bron = forms.CharField(label=BRON, help_text=WHERE, max_length=300, error_messages=NO_BRON)


def _called(kind: Brief) -> str:
    """A label of the law's own language, so never translated."""
    return f"{'Besluit' if kind.is_besluit else 'Brief'}: {kind.label}"
