"""Who is away, who takes over, and from which day until which day."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField
from meedoen.accounts.work_tables import Vervanging


class VervangingForm(forms.Form):
    """A klantmanager arranges his own absence: then `afwezige` is not asked."""

    use_required_attribute = False

    afwezige = forms.TypedChoiceField(label=lazy("Wie is er niet?"), coerce=int)
    vervanger = forms.TypedChoiceField(
        label=lazy("Wie neemt het over?"),
        coerce=int,
        help_text=lazy("Deze collega ziet in die dagen alle dossiers, en kan erin werken."),
        error_messages={"required": lazy("Kies wie het overneemt.")},
    )
    van = DayField(label=lazy("Eerste dag"), what=lazy("de eerste dag"))
    laatste = DayField(label=lazy("Laatste dag"), what=lazy("de laatste dag"))
    reden = forms.ChoiceField(
        label=lazy("Waarom?"),
        help_text=lazy("Is iemand ziek? Kies «afwezig». Dat iemand ziek is, staat hier nooit."),
        choices=Vervanging.Reden.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies een reden.")},
    )

    def __init__(
        self, data: Any = None, *, people: list[tuple[int, str]], oneself: int | None, **rest: Any
    ) -> None:
        super().__init__(data, **rest)
        first = ("", _("Kies een collega"))
        others = [each for each in people if each[0] != oneself]
        self.fields["vervanger"].choices = [first, *others]  # type: ignore[attr-defined]
        if oneself is not None:
            del self.fields["afwezige"]
        else:
            self.fields["afwezige"].choices = [first, *people]  # type: ignore[attr-defined]
            self.fields["afwezige"].error_messages["required"] = _("Kies wie er niet is.")
