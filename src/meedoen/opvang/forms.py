"""What people fill in about who comes: what COA told, a house, family that comes later."""

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, FreeText, yes_no
from meedoen.opvang.actions.arrival import Profiel
from meedoen.opvang.models import Driegesprek, Nareis, Niveau, Voorbereiding, Woning

LINE = 200
POSTCODE = re.compile(r"[1-9][0-9]{3} ?[A-Za-z]{2}")
NOT_TOLD = ("", lazy("dat weten wij niet"))


def _yes_no(label: Any, help_text: Any = "") -> forms.TypedChoiceField:
    return yes_no(label, help_text, unknown=NOT_TOLD[1])


def _word(label: Any, choices: Iterable[Any], **more: Any) -> forms.ChoiceField:
    """A list to choose from that may stay empty."""
    return forms.ChoiceField(label=label, choices=[NOT_TOLD, *choices], required=False, **more)


class RowForm(forms.Form):
    """A form whose answers are the columns of a row."""

    use_required_attribute = False  # our own words, not the browser's

    @property
    def row(self) -> dict[str, Any]:
        """What was filled in, by column."""
        return {name: told for name, told in self.cleaned_data.items() if name != "bestand"}


class ProfielForm(RowForm):
    """A klantprofiel: when, from where, with how many; and the document itself, if it is there."""

    ontvangen_op = DayField(label=lazy("Op welke dag kreeg u het klantprofiel?"))
    opgemaakt_op = DayField(
        label=lazy("Op welke dag maakte het COA het?"),
        required=False,
        help_text=lazy("Deze dag staat op het klantprofiel."),
    )
    opvanglocatie = forms.CharField(
        label=lazy("Waar woont deze persoon nu?"),
        max_length=LINE,
        required=False,
        help_text=lazy("De naam van de opvang. Bijvoorbeeld: azc Duindorp."),
    )
    gezinsgrootte = forms.IntegerField(
        label=lazy("Uit hoeveel mensen bestaat het gezin dat komt?"),
        required=False,
        min_value=1,
        max_value=30,
        help_text=lazy("Tel de persoon zelf mee."),
        error_messages={
            "invalid": lazy("Vul een heel getal in. Bijvoorbeeld: 3."),
            "min_value": lazy("Een gezin heeft minstens 1 persoon."),
            "max_value": lazy("Dit zijn meer dan 30 mensen. Kijk het getal na."),
        },
    )
    bestand = forms.FileField(
        label=lazy("Het klantprofiel als document"),
        required=False,
        allow_empty_file=True,  # the action says what is wrong with it
        widget=forms.FileInput({"accept": ".pdf,.jpg,.jpeg,.png"}),
        help_text=lazy(
            "Een pdf, jpg of png van hooguit 10 MB. Staat er iets in over gezondheid?"
            " Voeg het dan niet toe: dat mag het COA u niet geven."
        ),
    )

    @property
    def profiel(self) -> Profiel:
        """What was filled in, for the action."""
        given = self.cleaned_data
        file = given["bestand"]
        return Profiel(
            ontvangen_op=given["ontvangen_op"],
            opgemaakt_op=given["opgemaakt_op"],
            opvanglocatie=given["opvanglocatie"],
            gezinsgrootte=given["gezinsgrootte"],
            bestand=(file.name, file.read()) if file else None,
        )


class VoorbereidingForm(RowForm):
    """How the preparation in the AZC stands on a day."""

    stand_op = DayField(label=lazy("Van welke dag is dit?"))
    instemming = _word(lazy("Wil deze persoon meedoen?"), Voorbereiding.Instemming.choices)
    instemming_op = DayField(label=lazy("Op welke dag is dat gevraagd?"), required=False)
    instemming_reden = _word(
        lazy("Waarom niet?"),
        Voorbereiding.Reden.choices,
        help_text=lazy("Alleen bij nee. Schrijf nergens iets over gezondheid."),
    )
    nt2_uren = forms.IntegerField(
        label=lazy("Hoeveel uur Nederlandse les was er tot nu toe?"),
        required=False,
        min_value=0,
        max_value=2000,
        error_messages={
            "invalid": lazy("Vul een heel getal in. Bijvoorbeeld: 84."),
            "min_value": lazy("Minder dan 0 uur kan niet."),
            "max_value": lazy("Dit is meer dan 2000 uur. Kijk het getal na."),
        },
    )
    knm = _yes_no(lazy("Deed deze persoon KNM?"), lazy("Kennis van de Nederlandse Maatschappij"))
    intro_map = _yes_no(lazy("Deed deze persoon de introductie MAP?"))
    intro_pvt = _yes_no(lazy("Deed deze persoon de introductie PVT?"))
    vrijwilligerswerk = _yes_no(lazy("Doet deze persoon vrijwilligerswerk in het azc?"))
    niveau_lezen = _word(lazy("Niveau van lezen"), Niveau.choices)
    niveau_luisteren = _word(lazy("Niveau van luisteren"), Niveau.choices)
    niveau_schrijven = _word(lazy("Niveau van schrijven"), Niveau.choices)
    niveau_spreken = _word(lazy("Niveau van spreken"), Niveau.choices)

    def clean(self) -> dict[str, Any]:
        """A reason belongs to a no, and something must be told."""
        given = self.cleaned_data
        if given.get("instemming_reden") and given.get("instemming") != "nee":
            text = _("Een reden hoort bij «nee». Kies nee, of laat de reden leeg.")
            self.add_error("instemming_reden", text)
        if not self.errors and not any(
            given[name] not in {"", None} for name in given if name != "stand_op"
        ):
            raise forms.ValidationError(_("Vul minstens één ding in dat u van het COA weet."))
        return given


class DriegesprekForm(RowForm):
    """When the three talked, where, and what was agreed."""

    gevoerd_op = DayField(label=lazy("Op welke dag was het gesprek?"))
    hoe = forms.ChoiceField(
        label=lazy("Waar was het gesprek?"),
        choices=Driegesprek.Hoe.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies waar het gesprek was.")},
    )
    afspraken = forms.CharField(
        label=lazy("Wat spraken jullie af?"),
        max_length=2000,
        required=False,
        widget=FreeText(privacy="gewoon", rows=4),
        help_text=lazy("Bijvoorbeeld: de intake begint al in het azc, op dinsdag."),
    )


class WoningForm(RowForm):
    """The address of a house that is offered, and the day."""

    aangeboden_op = DayField(label=lazy("Op welke dag bood u de woning aan?"))
    straat = forms.CharField(label=lazy("Straat en huisnummer"), max_length=LINE)
    postcode = forms.CharField(
        label=lazy("Postcode"), max_length=10, help_text=lazy("Bijvoorbeeld 1234 AB")
    )
    plaats = forms.CharField(label=lazy("Plaats"), max_length=LINE)

    def clean_postcode(self) -> str:
        """Four digits and two letters, as they are written on a letter."""
        typed = str(self.cleaned_data["postcode"]).strip()
        if not POSTCODE.fullmatch(typed):
            raise forms.ValidationError(_("Een postcode is 4 cijfers en 2 letters: 1234 AB."))
        return f"{typed[:4]} {typed[-2:].upper()}"


class AntwoordForm(RowForm):
    """What came of an offer, and on which day."""

    stand = forms.ChoiceField(
        label=lazy("Hoe liep het aanbod af?"),
        choices=[
            (Woning.Stand.GEACCEPTEERD.value, lazy("Geaccepteerd")),
            (Woning.Stand.GEWEIGERD.value, lazy("Geweigerd")),
            (Woning.Stand.VERVALLEN.value, lazy("Het aanbod gaat niet door")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies hoe het afliep.")},
    )
    beantwoord_op = DayField(label=lazy("Op welke dag?"))


class SleutelForm(RowForm):
    """The day of the key; it may be to come."""

    sleutel_op = DayField(
        label=lazy("Op welke dag is de sleutel er?"),
        help_text=lazy("Deze dag mag nog komen. Bijvoorbeeld: 30 11 2026"),
    )


class NareisForm(RowForm):
    """Family that comes later: who, when, and what changes."""

    wie = forms.ChoiceField(
        label=lazy("Wie komt er later?"),
        choices=Nareis.Wie.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies wie er later komt.")},
    )
    aantal = forms.IntegerField(
        label=lazy("Met hoeveel mensen?"),
        min_value=1,
        max_value=30,
        error_messages={
            "required": lazy("Vul in met hoeveel mensen. Bijvoorbeeld: 2."),
            "invalid": lazy("Vul een heel getal in. Bijvoorbeeld: 2."),
            "min_value": lazy("Er komt minstens 1 persoon."),
            "max_value": lazy("Dit zijn meer dan 30 mensen. Kijk het getal na."),
        },
    )
    mvv_op = DayField(label=lazy("Op welke dag gaf de IND de mvv?"), required=False)
    verwacht_op = DayField(label=lazy("Op welke dag komen zij waarschijnlijk?"), required=False)
    woning_past = _yes_no(lazy("Is de woning groot genoeg?"))
    vve_nodig = _yes_no(lazy("Komt er een kind voor VVE of kinderopvang?"))
    pip_verandert = _yes_no(lazy("Moet het PIP anders als zij er zijn?"))
    stand = forms.ChoiceField(
        label=lazy("Hoe staat het?"),
        choices=Nareis.Stand.choices,
        widget=forms.RadioSelect,
        initial=Nareis.Stand.VERWACHT,
        error_messages={"required": lazy("Kies hoe het staat.")},
    )


def typed_nareis(row: Nareis) -> dict[str, Any]:
    """What a row holds, as its form shows it."""
    words = {True: "ja", False: "nee", None: ""}
    answers = {
        name: words[getattr(row, name)] for name in ("woning_past", "vve_nodig", "pip_verandert")
    }
    same = ("wie", "aantal", "mvv_op", "verwacht_op", "stand")
    return {name: getattr(row, name) for name in same} | answers
