"""Inviting somebody, inviting again, and choosing the first password."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField
from meedoen.accounts.login.forms import new_password
from meedoen.accounts.models import Medewerker
from meedoen.accounts.roles import Rol


class UitnodigingForm(forms.Form):
    """Whom to invite, for which role, from when and until when."""

    use_required_attribute = False

    naam = forms.CharField(label=lazy("Naam"), max_length=200, strip=True)
    email = forms.EmailField(
        label=lazy("E-mailadres"),
        help_text=lazy("Van het werk. Hiermee logt deze persoon later in."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    rol = forms.ChoiceField(label=lazy("Rol"), choices=[("", lazy("Kies een rol")), *Rol.choices])
    van = DayField(label=lazy("Vanaf"), what=lazy("de eerste dag"))
    tot = DayField(
        label=lazy("Tot en met"),
        what=lazy("de laatste dag"),
        required=False,
        help_text=lazy("Laat leeg als u dat nog niet weet."),
    )

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        typed = super().clean() or {}
        van, tot = typed.get("van"), typed.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", _("De laatste dag ligt voor de eerste dag. Kijk dit na."))
        return typed


class OpnieuwForm(forms.Form):
    """Who cannot log in any more."""

    use_required_attribute = False

    wie = forms.ModelChoiceField(
        Medewerker.objects.none(), label=lazy("Wie?"), empty_label=lazy("Kies een persoon")
    )

    def __init__(self, *args: Any, people: QuerySet[Medewerker], **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["wie"]
        field.queryset = people  # type: ignore[attr-defined]
        field.label_from_instance = _name  # type: ignore[attr-defined]


class WachtwoordForm(forms.Form):
    """The first password of who was invited."""

    use_required_attribute = False

    wachtwoord = new_password()

    def __init__(self, *args: Any, who: Medewerker, **more: Any) -> None:
        super().__init__(*args, **more)
        self.who = who

    def clean_wachtwoord(self) -> str:
        """A password that is not easily guessed. Errors: ValidationError."""
        typed: str = self.cleaned_data["wachtwoord"]
        validate_password(typed, self.who)
        return typed


def _name(who: Medewerker) -> str:
    return f"{who.naam} ({who.email})"
