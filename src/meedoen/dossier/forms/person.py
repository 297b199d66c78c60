"""What people fill in about who somebody is, and how somebody can be reached."""

import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.keys import Keys
from meedoen.dossier.forms.partial_date import PartialDateField, boxes_of
from meedoen.dossier.identity import IdentityError, bsn_hash, checked_bsn, checked_vnummer
from meedoen.dossier.models import Persoon
from meedoen.dossier.names import LONGEST, LONGEST_VOORVOEGSEL, Naam, NaamError

NAME = ("voornamen", "voorvoegsel", "geslachtsnaam", "eigen_schrift")
TOLK = (("ja", lazy("Ja")), ("nee", lazy("Nee")), ("onbekend", lazy("Dat weten wij nog niet")))
TOLK_ANSWER = {"ja": True, "nee": False, "onbekend": None}
GESLACHT = (("", lazy("Maakt niet uit")), ("vrouw", lazy("Een vrouw")), ("man", lazy("Een man")))
MOST_LANGUAGES = 10
LANGUAGE = re.compile(r"[^\W\d_][\w '’()-]{1,39}")
TELEFOON = re.compile(r"\+?[0-9][0-9 ()-]{7,19}")


@dataclass(frozen=True)
class Difference:
    """One field: what is there now, and what somebody typed; in words."""

    name: str
    label: str
    now: str
    mine: str


class PersonForm(forms.Form):
    """Who somebody is: the name as in the BRP, day of birth, numbers, languages, phone, e-mail.

    After `is_valid`, `naam` is the whole name and `columns()` are the columns of `Persoon`.
    """

    use_required_attribute = False  # our own words, not the browser's

    voornamen = forms.CharField(
        label=lazy("Voornamen"), max_length=LONGEST, required=False, strip=True
    )
    voorvoegsel = forms.CharField(
        label=lazy("Voorvoegsel"),
        max_length=LONGEST_VOORVOEGSEL,
        required=False,
        help_text=lazy("Bijvoorbeeld: van der"),
    )
    geslachtsnaam = forms.CharField(
        label=lazy("Achternaam"),
        max_length=LONGEST,
        required=False,
        help_text=lazy("Heeft iemand één naam? Zet die hier."),
    )
    eigen_schrift = forms.CharField(
        label=lazy("Naam in eigen schrift"),
        max_length=LONGEST,
        required=False,
        help_text=lazy("Zoals iemand zelf de naam schrijft. Bijvoorbeeld: ሰላም ተስፋይ"),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    geboortedatum = PartialDateField(label=lazy("Geboortedatum"))
    geslacht = forms.ChoiceField(
        label=lazy("Geslacht"),
        choices=[("", lazy("niet bekend")), *Persoon.Geslacht.choices],
        required=False,
        help_text=lazy("Zoals het in de BRP staat. Staat het daar niet? Kies «niet bekend»."),
    )
    bsn = forms.CharField(
        label=lazy("BSN"),
        max_length=20,
        required=False,
        help_text=lazy("9 cijfers. Is er nog geen BSN? Laat dit leeg."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    vnummer = forms.CharField(
        label=lazy("V-nummer"),
        max_length=20,
        required=False,
        help_text=lazy("10 cijfers. Het staat op het verblijfsdocument."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    talen = forms.CharField(
        label=lazy("Talen"),
        max_length=400,
        required=False,
        help_text=lazy("Met een komma ertussen. Bijvoorbeeld: Tigrinya, Arabisch"),
    )
    tolk_nodig = forms.ChoiceField(
        label=lazy("Is er een tolk nodig?"), choices=TOLK, widget=forms.RadioSelect
    )
    tolk_taal = forms.CharField(label=lazy("Taal van de tolk"), max_length=40, required=False)
    tolk_dialect = forms.CharField(label=lazy("Dialect van de tolk"), max_length=40, required=False)
    tolk_geslacht = forms.ChoiceField(
        label=lazy("De tolk is bij voorkeur"), choices=GESLACHT, required=False
    )
    telefoon = forms.CharField(
        label=lazy("Telefoon"),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    email = forms.EmailField(
        label=lazy("E-mailadres"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": lazy("Dit is geen e-mailadres. Bijvoorbeeld: naam@post.nl")},
    )

    naam: Naam

    def clean_bsn(self) -> str:
        """Nine digits, or nothing."""
        return _checked(checked_bsn, self.cleaned_data["bsn"])

    def clean_vnummer(self) -> str:
        """Ten digits, or nothing."""
        return _checked(checked_vnummer, self.cleaned_data["vnummer"])

    def clean_talen(self) -> list[str]:
        """Each language once, in the order that they were typed."""
        typed = (part.strip() for part in re.split(r"[,;\n]", self.cleaned_data["talen"]))
        found = list(dict.fromkeys(part[:1].upper() + part[1:] for part in typed if part))
        if len(found) > MOST_LANGUAGES:
            raise forms.ValidationError(_("Vul hooguit 10 talen in."))
        if not all(LANGUAGE.fullmatch(each) for each in found):
            raise forms.ValidationError(_("Schrijf elke taal in letters, met een komma ertussen."))
        return found

    def clean_telefoon(self) -> str:
        """A number that can be called, as it was typed."""
        typed: str = self.cleaned_data["telefoon"]
        if typed and not TELEFOON.fullmatch(typed):
            raise forms.ValidationError(_("Dit is geen telefoonnummer. Bijvoorbeeld: 06 12345678"))
        return typed

    def clean(self) -> dict[str, Any]:
        """The name as a whole; an interpreter has a language."""
        given = self.cleaned_data
        try:
            self.naam = Naam(**{part: given.get(part, "") for part in NAME})
        except NaamError as error:
            self.add_error(error.field, str(error))
        if given.get("tolk_nodig") == "ja" and not (given.get("tolk_taal") or given.get("talen")):
            self.add_error("tolk_taal", _("Vul in welke taal de tolk spreekt."))
        return given

    def columns(self) -> dict[str, Any]:
        """The columns of `Persoon`, but for the BSN: name, date, V-nummer, languages, contact."""
        given = self.cleaned_data
        return {
            **{part: getattr(self.naam, part) for part in NAME},
            "geboortedatum": str(given["geboortedatum"]),
            "geslacht": given["geslacht"],
            "vnummer": given["vnummer"] or None,
            "talen": given["talen"],
            "tolk_nodig": TOLK_ANSWER[given["tolk_nodig"]],
            **self.contact(),
        }

    def changes_of(self, persoon: Persoon, keys: Keys) -> dict[str, Any]:
        """The columns that differ from what is there, and the BSN if it is another one."""
        typed, bsn = self.columns(), self.cleaned_data["bsn"]
        found = {name: each for name, each in typed.items() if getattr(persoon, name) != each}
        if bsn and bsn_hash(bsn, keys, gemeente=persoon.gemeente_id) != _bytes(persoon.bsn_hash):
            found["bsn"] = bsn
        return found

    def difference(self, persoon: Persoon, name: str) -> Difference:
        """What is there and what was typed, in words; a BSN is never shown."""
        label = str(self.fields[name].label)
        if name == "bsn":
            return Difference(name, label, _("een ander BSN"), _("het BSN dat u typte"))
        mine = self.cleaned_data[name]
        if name == "geboortedatum":
            return Difference(name, label, persoon.geboren.in_woorden, mine.in_woorden)
        now = typed_of(persoon)[name]
        return Difference(name, label, self._shown(name, now), self._shown(name, mine))

    def _shown(self, name: str, value: Any) -> str:
        choices = dict(getattr(self.fields[name], "choices", ()))
        if isinstance(value, list):
            value = ", ".join(value)
        return str(choices.get(value, value)) or _("niets")

    def contact(self) -> dict[str, str]:
        """Phone, e-mail and what the interpreter must be."""
        names = ("tolk_taal", "tolk_dialect", "tolk_geslacht", "telefoon", "email")
        return {name: self.cleaned_data[name] for name in names}


def typed_of(persoon: Persoon) -> dict[str, Any]:
    """What the form shows of a person; never the BSN."""
    answer = {answer: word for word, answer in TOLK_ANSWER.items()}
    plain = (*NAME, "geslacht", "tolk_taal", "tolk_dialect", "tolk_geslacht", "telefoon", "email")
    return {
        **{name: getattr(persoon, name) for name in plain},
        "geboortedatum": boxes_of(persoon.geboren),
        "vnummer": persoon.vnummer or "",
        "talen": ", ".join(persoon.talen),
        "tolk_nodig": answer[persoon.tolk_nodig],
    }


def _bytes(value: Any) -> bytes | None:
    return None if value is None else bytes(value)


def _checked(check: Any, typed: str) -> str:
    if not typed:
        return ""
    try:
        return str(check(typed))
    except IdentityError as error:
        raise forms.ValidationError(str(error)) from error
