"""What people fill in about address, family, safe contact, representatives and absence."""

import re
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, DutchText, LawSelect
from meedoen.accounts.huisstijl import rolnaam
from meedoen.accounts.roles import Rol
from meedoen.dossier.models import Adres, Dossier, Gezinslid, Vertegenwoordiging

POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")
LINE, TEXT = 200, 500
ROLLEN = (("", lazy("Kies")), *Gezinslid.Rol.choices)
BEWIJZEN = (
    ("verblijfsdocument", lazy("verblijfsdocument")),
    ("paspoort", lazy("paspoort")),
    ("identiteitskaart", lazy("identiteitskaart")),
    ("reisdocument", lazy("reisdocument voor vluchtelingen of vreemdelingen")),
    ("w_document", lazy("W-document")),
)


class AdresForm(forms.Form):
    """Where somebody lives or gets letters, from a day on."""

    use_required_attribute = False  # our own words, not the browser's

    soort = forms.ChoiceField(
        label=lazy("Soort adres"), choices=Adres.Soort.choices, widget=forms.RadioSelect
    )
    straat = forms.CharField(label=lazy("Straat en huisnummer"), max_length=LINE)
    postcode = forms.CharField(
        label=lazy("Postcode"), max_length=10, help_text=lazy("Bijvoorbeeld 1234 AB")
    )
    plaats = forms.CharField(label=lazy("Plaats"), max_length=LINE)
    van = DayField(label=lazy("Vanaf welke dag?"))

    def __init__(self, data: Any = None, **rest: Any) -> None:
        super().__init__(data, **rest)
        if data and data.get("soort") == Adres.Soort.VOW:
            for name in ("straat", "postcode", "plaats"):
                self.fields[name].required = False

    def clean_postcode(self) -> str:
        """Four digits and two letters, as they are written on a letter."""
        return _postcode(self.cleaned_data["postcode"])

    def clean(self) -> dict[str, Any]:
        """Of who left nobody knows the address."""
        given = self.cleaned_data
        if given.get("soort") == Adres.Soort.VOW:
            given.update(straat="", postcode="", plaats="")
        return given

    def where(self) -> dict[str, str]:
        """The lines of the address."""
        return {name: self.cleaned_data[name] for name in ("straat", "postcode", "plaats")}


class VeiligContactForm(forms.Form):
    """How somebody can be reached without danger."""

    use_required_attribute = False  # our own words, not the browser's

    kanaal = forms.CharField(
        label=lazy("Hoe bereiken wij deze persoon veilig?"),
        max_length=LINE,
        help_text=lazy("Bijvoorbeeld: bel 06 12345678, of via de maatschappelijk werker"),
    )
    uren = forms.CharField(
        label=lazy("Op welke uren?"),
        max_length=LINE,
        required=False,
        help_text=lazy("Bijvoorbeeld: dinsdag tussen 10 en 12 uur"),
    )
    niet_zeggen = forms.CharField(
        label=lazy("Wat zeggen wij niet?"),
        max_length=TEXT,
        required=False,
        help_text=lazy("Bijvoorbeeld: zeg niet dat u van de gemeente bent"),
    )
    niet_horen = forms.CharField(
        label=lazy("Wie mag er niets van horen?"), max_length=TEXT, required=False
    )


class VertegenwoordigingForm(forms.Form):
    """Who speaks for somebody; the official saw the proof."""

    use_required_attribute = False  # our own words, not the browser's

    soort = forms.ChoiceField(
        label=lazy("Wat is deze persoon?"),
        choices=Vertegenwoordiging.Soort.choices,
        widget=forms.RadioSelect,
    )
    omvang = forms.ChoiceField(
        label=lazy("Waarover?"),
        choices=Vertegenwoordiging.Omvang.choices,
        widget=forms.RadioSelect,
    )
    naam = forms.CharField(label=lazy("Naam of organisatie"), max_length=LINE)
    straat = forms.CharField(label=lazy("Straat en huisnummer"), max_length=LINE)
    postcode = forms.CharField(label=lazy("Postcode"), max_length=10)
    plaats = forms.CharField(label=lazy("Plaats"), max_length=LINE)
    van = DayField(label=lazy("Vanaf welke dag?"))
    bewijs_gezien_op = DayField(label=lazy("Op welke dag zag u het bewijs?"))

    def clean_postcode(self) -> str:
        """Four digits and two letters."""
        return _postcode(self.cleaned_data["postcode"])


class AfwezigheidForm(forms.Form):
    """From and until which day somebody cannot be reached. Why is not asked."""

    use_required_attribute = False  # our own words, not the browser's

    van = DayField(label=lazy("Eerste dag"))
    tot_en_met = DayField(label=lazy("Laatste dag"))

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        van, last = self.cleaned_data.get("van"), self.cleaned_data.get("tot_en_met")
        if van and last and last < van:
            self.add_error("tot_en_met", _("De laatste dag ligt voor de eerste dag."))
        return self.cleaned_data

    @property
    def tot(self) -> date:
        """The first day on which somebody can be reached again."""
        last: date = self.cleaned_data["tot_en_met"]
        return last + timedelta(days=1)


class BewijsForm(forms.Form):
    """Which identity document an official saw. Number and copy are not kept."""

    use_required_attribute = False  # our own words, not the browser's

    soort = forms.ChoiceField(
        label=lazy("Welk bewijs zag u?"), choices=BEWIJZEN, widget=forms.RadioSelect
    )
    geldig_tot = DayField(label=lazy("Geldig tot en met"))


class ZoekFamilieForm(forms.Form):
    """Whom to look for: the name or the number of the dossier of a member of the family."""

    use_required_attribute = False  # our own words, not the browser's

    wie = forms.CharField(
        label=lazy("Zoek het familielid"),
        max_length=LINE,
        help_text=lazy("Typ de naam, of het nummer van het dossier."),
    )


class GezinForm(forms.Form):
    """Two people belong to one family from a day on, each in a role."""

    use_required_attribute = False  # our own words, not the browser's

    ander = forms.TypedChoiceField(
        label=lazy("Bij wie hoort deze persoon?"), coerce=int, widget=forms.RadioSelect
    )
    rol = forms.ChoiceField(label=lazy("Deze persoon is"), choices=ROLLEN)
    rol_ander = forms.ChoiceField(
        label=lazy("De ander is"),
        choices=ROLLEN,
        help_text=lazy("Hoort een van beiden al bij een gezin? Dan blijft zijn rol daar gelijk."),
    )
    van = DayField(label=lazy("Vanaf welke dag?"))

    def __init__(self, data: Any = None, *, anderen: list[tuple[int, str]], **rest: Any) -> None:
        super().__init__(data, **rest)
        self.fields["ander"].choices = anderen  # type: ignore[attr-defined]


class EindeForm(forms.Form):
    """The day on which something ends."""

    use_required_attribute = False  # our own words, not the browser's

    op = DayField(label=lazy("Vanaf welke dag niet meer?"))


class OverdragenForm(forms.Form):
    """Who becomes the klantmanager; empty: nobody yet."""

    use_required_attribute = False  # our own words, not the browser's

    naar = forms.TypedChoiceField(coerce=int, empty_value=None, required=False, widget=LawSelect)

    def __init__(
        self,
        data: Any = None,
        *,
        mensen: list[tuple[int, str]],
        niemand: bool = True,
        **rest: Any,
    ) -> None:
        super().__init__(data, **rest)
        ours = {"rol": rolnaam(Rol.KLANTMANAGER)}
        self.fields["naar"].label = _("Wie wordt de %(rol)s?") % ours
        self.fields["naar"].required = not niemand
        nobody = [("", _("Nog niemand"))] if niemand else []
        # an option holds no <bdi>: the names of colleagues are read as Dutch
        self.fields["naar"].choices = [*nobody, *((pk, DutchText(naam)) for pk, naam in mensen)]  # type: ignore[attr-defined]


def choices_of(dossiers: list[Dossier]) -> list[tuple[int, str]]:
    """Dossiers to choose from: the name, the year of birth and the number."""
    return [
        (
            each.pk,
            f"{each.persoon.naam.volledig}, {each.persoon.geboren.in_woorden} ({each.nummer})",
        )
        for each in dossiers
        if each.persoon is not None
    ]


def _postcode(typed: str) -> str:
    """With a space, as it stands on a letter; nothing stays nothing."""
    plain = typed.replace(" ", "").upper()
    if plain and not POSTCODE.fullmatch(plain):
        raise forms.ValidationError(_("Dit is geen postcode. Bijvoorbeeld: 1234 AB"))
    return f"{plain[:4]} {plain[4:]}" if plain else ""
