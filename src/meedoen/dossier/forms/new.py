"""Opening a dossier by hand, and what somebody types to find one."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.huisstijl import rolnaam
from meedoen.accounts.roles import Rol
from meedoen.dossier.actions.people import NewPerson
from meedoen.dossier.forms.person import TOLK_ANSWER, PersonForm

MOST = 200


class NewForm(PersonForm):
    """A new person. `bevestigd`: the ids of the dossiers that somebody saw are of someone else."""

    bevestigd = forms.RegexField(
        r"^[0-9,]*$", max_length=400, required=False, widget=forms.HiddenInput
    )
    voor_mij = forms.BooleanField(required=False)

    def __init__(self, *args: Any, klantmanager: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        taken = _("Ik word de %(rol)s") % {"rol": rolnaam(Rol.KLANTMANAGER)}
        self.fields["voor_mij"].label = taken
        if not klantmanager:
            del self.fields["voor_mij"]

    def person(self) -> NewPerson:
        """What was filled in, for `open_dossier`."""
        given = self.cleaned_data
        return NewPerson(
            naam=self.naam,
            geboortedatum=given["geboortedatum"],
            geslacht=given["geslacht"],
            bsn=given["bsn"],
            vnummer=given["vnummer"],
            talen=given["talen"],
            tolk_nodig=TOLK_ANSWER[given["tolk_nodig"]],
            contact=self.contact(),
        )

    def confirmed(self) -> set[int]:
        """The dossiers that are of someone else, says who typed this."""
        return {int(part) for part in self.cleaned_data["bevestigd"].split(",") if part}


class SearchForm(forms.Form):
    """A name in any script, a BSN, a V-nummer or the number of a dossier."""

    use_required_attribute = False  # our own words, not the browser's

    q = forms.CharField(
        label=lazy("Zoek op naam, BSN of V-nummer"),
        max_length=MOST,
        error_messages={"required": lazy("Typ een naam, een BSN of een V-nummer.")},
    )
