"""The form for how Meedoen looks and speaks for a municipality."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField
from meedoen.accounts.logo import LogoError, check_logo
from meedoen.accounts.models import Huisstijl
from meedoen.accounts.roles import Rol
from meedoen.accounts.themes import ThemeError, logos, read_logo, sheets, theme_class
from meedoen.law.presentation import first_up

LONGEST_WORD = 40


class HuisstijlForm(forms.Form):
    """What a municipality chooses; the boxes `rol_*` are its own words for the roles."""

    use_required_attribute = False

    titel = forms.CharField(
        label=lazy("Hoe heet Meedoen bij u?"),
        help_text=lazy("De naam staat linksboven op elk scherm."),
        max_length=30,
    )
    stijlblad = forms.ChoiceField(label=lazy("Kleuren en letters"), required=False)
    logo = forms.ChoiceField(label=lazy("Logo"), required=False)
    logo_alt = forms.CharField(
        label=lazy("Wat staat er op het logo?"),
        help_text=lazy("Voor wie het logo niet ziet. Bijvoorbeeld: Gemeente Briefdorp"),
        required=False,
        max_length=100,
    )
    hulp = forms.CharField(
        label=lazy("Bij wie vragen uw collega's om hulp?"),
        help_text=lazy("Bijvoorbeeld: bel de functioneel beheerder, toestel 1234."),
        required=False,
        max_length=500,
    )
    verklaring = forms.URLField(
        label=lazy("Adres van uw toegankelijkheidsverklaring"),
        help_text=lazy("Bijvoorbeeld: https://www.toegankelijkheidsverklaring.nl/register/1234"),
        required=False,
        assume_scheme="https",
        error_messages={
            "invalid": lazy("Dit is geen adres. Een adres begint met https://"),
        },
    )
    van = DayField(label=lazy("Vanaf welke dag?"), what=lazy("de eerste dag"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choices("stijlblad", sheets(), _("Die van Meedoen"))
        self._choices("logo", logos(), _("Geen logo"))
        for rol in Rol:
            self.fields[f"rol_{rol.value}"] = forms.CharField(
                label=first_up(str(rol.label)), required=False, max_length=LONGEST_WORD
            )

    def _choices(self, name: str, found: list[str], nothing: str) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.error_messages["invalid_choice"] = _("Kies een bestand uit de lijst.")
            field.choices = [("", nothing), *((each, each) for each in found)]

    @property
    def words(self) -> list[forms.BoundField]:
        """The boxes for the names of the roles."""
        return [self[f"rol_{rol.value}"] for rol in Rol]

    def clean_stijlblad(self) -> str:
        """The name of the sheet, which must set a class."""
        name = str(self.cleaned_data["stijlblad"])
        if name:
            try:
                theme_class(name)
            except ThemeError as error:
                raise forms.ValidationError(str(error)) from error
        return name

    def clean_logo(self) -> str:
        """The name of the logo: shapes or a PNG, and nothing that reaches outside."""
        name = str(self.cleaned_data["logo"])
        if name:
            try:
                check_logo(name, read_logo(name))
            except (LogoError, ThemeError) as error:
                raise forms.ValidationError(str(error)) from error
        return name

    def clean(self) -> dict[str, Any]:
        """A logo says in words what it shows."""
        found = super().clean() or {}
        if found.get("logo") and not found.get("logo_alt"):
            self.add_error("logo_alt", _("Schrijf in woorden wat er op het logo staat."))
        return found

    def values(self) -> dict[str, Any]:
        """What the action stores: the fields of a `Huisstijl`."""
        typed = self.cleaned_data
        names = {rol.value: typed[f"rol_{rol.value}"].strip() for rol in Rol}
        plain = ("titel", "stijlblad", "logo", "logo_alt", "hulp", "verklaring")
        return {name: typed[name] for name in plain} | {
            "thema": theme_class(typed["stijlblad"]) if typed["stijlblad"] else "",
            "rolnamen": {rol: name for rol, name in names.items() if name},
        }


def initial(stijl: Huisstijl) -> Mapping[str, Any]:
    """What the boxes hold for a version."""
    plain = ("titel", "stijlblad", "logo", "logo_alt", "hulp", "verklaring")
    return {name: getattr(stijl, name) for name in plain} | {
        f"rol_{rol}": name for rol, name in stijl.rolnamen.items()
    }
