"""What a beheerder fills in about the rights of somebody: a role, a day, and always why."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from meedoen.accounts.fields import DayField
from meedoen.accounts.huisstijl import rolnaam
from meedoen.accounts.roles import Rol


def _roles() -> list[tuple[str, Any]]:
    """Every role by the name that this municipality gives it, when the form is made."""
    return [("", _("Kies een rol")), *((rol.value, rolnaam(rol)) for rol in Rol)]


class RedenForm(forms.Form):
    """Why; it stays to be read beside the change."""

    use_required_attribute = False

    reden = forms.CharField(
        label=_("Waarom?"),
        max_length=300,
        help_text=_("Bijvoorbeeld: begint op 1 maart in het team. Schrijf niets over gezondheid."),
    )


class GeefForm(RedenForm):
    """A role from a day until a day."""

    rol = forms.ChoiceField(label=_("Rol"), choices=_roles)
    van = DayField(label=_("Vanaf welke dag?"), what=_("de eerste dag"))
    laatste = DayField(
        label=_("Tot en met welke dag?"),
        what=_("de laatste dag"),
        required=False,
        help_text=_("Laat dit leeg als de rol nog geen einde heeft."),
    )
    field_order = ("rol", "van", "laatste", "reden")


class EindeForm(RedenForm):
    """The last day of a role; empty is at once."""

    laatste = DayField(
        label=_("Laatste dag"),
        what=_("de laatste dag"),
        required=False,
        help_text=_("Laat dit leeg als de rol nu meteen stopt."),
    )
    field_order = ("laatste", "reden")


class NagezienForm(forms.Form):
    """What the reviewer saw; may stay empty."""

    use_required_attribute = False

    reden = forms.CharField(label=_("Opmerking"), max_length=300, required=False)


class KoppelForm(RedenForm):
    """Whether it is the same person."""

    zelfde = forms.ChoiceField(
        label=_("Is dit dezelfde persoon?"),
        choices=[("ja", _("Ja, koppel dit account")), ("nee", _("Nee, koppel niet"))],
        widget=forms.RadioSelect,
        help_text=_(
            "Vraag het de persoon zelf: bel, of loop langs. Een e-mailadres is geen bewijs."
        ),
    )
    field_order = ("zelfde", "reden")
