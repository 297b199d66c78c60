"""The forms of what a municipality says in its letters: a text, the sender, and a refusal."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField
from meedoen.accounts.themes import logos
from meedoen.dossier.letter_faults import LONGEST_LINE, LetterTextError
from meedoen.dossier.models import Afzenderversie
from meedoen.law.afzender import Afzender
from meedoen.law.blok import LONGEST, Blok

EMPTY = {"required": lazy("Vul dit in."), "invalid_choice": lazy("Kies een bestand uit de lijst.")}
# Label and help of every line of the sender, in the order in which a letter needs them.
LINES: dict[str, tuple[Any, Any]] = {
    "naam": (lazy("Naam van de gemeente"), ""),
    "college": (lazy("Het college, voluit"), lazy("Zo ondertekent u elke brief: namens …")),
    "straat": (lazy("Straat en nummer"), lazy("Waar iemand langs kan komen.")),
    "postcode": (lazy("Postcode"), ""),
    "plaats": (lazy("Plaats"), ""),
    "telefoon": (lazy("Telefoon"), ""),
    "openingstijden": (
        lazy("Wanneer bent u open?"),
        lazy("Bijvoorbeeld: maandag tot en met vrijdag van 9.00 tot 17.00 uur"),
    ),
    "website": (lazy("Adres op internet"), lazy("Zonder https://")),
    "bezwaar_website": (
        lazy("Waar maakt iemand bezwaar via internet?"),
        lazy("Zonder https://. De wet vraagt dit (Awb 3:45)."),
    ),
    "bezwaar_adres": (
        lazy("Naar wie stuurt iemand een bezwaar met de post?"),
        lazy("Het college, met straat of postbus, postcode en plaats."),
    ),
    "rechtbank": (
        lazy("Bij welke rechtbank vraagt iemand een voorlopige voorziening aan?"),
        lazy("Bijvoorbeeld: de rechtbank Midden-Nederland"),
    ),
}


class TextForm(forms.Form):
    """A municipality's own text in the place of a text block."""

    use_required_attribute = False  # our own words, not the browser's

    tekst = forms.CharField(
        label=lazy("Uw tekst"),
        help_text=lazy("Elke regel is een alinea. Een regel met een streepje ervoor is een lijst."),
        max_length=LONGEST,
        error_messages=EMPTY,
        widget=forms.Textarea(attrs={"rows": 10, "lang": "nl"}),
    )
    van = DayField(label=lazy("Vanaf welke dag?"), what=lazy("de eerste dag"))

    def __init__(self, blok: Blok, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["tekst"].required = bool(blok.text)

    def refuse(self, error: LetterTextError) -> None:
        """Put each message at its box."""
        for name, text in error.fields.items():
            self.add_error(name if name in self.fields else None, text)


class SenderForm(forms.Form):
    """Who a municipality is on its letters. `kept`: the logo of the version before this one."""

    use_required_attribute = False  # our own words, not the browser's

    logo_naam = forms.ChoiceField(
        label=lazy("Logo boven de brief"),
        help_text=lazy("Een SVG van vormen of een PNG, van hooguit 100 kB."),
        required=False,
        error_messages=EMPTY,
    )
    logo_alt = forms.CharField(
        label=lazy("Wat staat er op het logo?"),
        help_text=lazy("Voor wie het logo niet ziet. Bijvoorbeeld: Gemeente Briefdorp"),
        required=False,
        max_length=100,
    )
    van = DayField(label=lazy("Vanaf welke dag?"), what=lazy("de eerste dag"))

    field_order = (*LINES, "logo_naam", "logo_alt", "van")

    def __init__(self, *args: Any, kept: str = "", **more: Any) -> None:
        super().__init__(*args, **more)
        for name, (label, told) in LINES.items():
            self.fields[name] = forms.CharField(
                label=label, help_text=told, max_length=LONGEST_LINE, error_messages=EMPTY
            )
        self.order_fields(self.field_order)
        found = sorted({*logos(), *([kept] if kept else [])})
        logo = self.fields["logo_naam"]
        if isinstance(logo, forms.ChoiceField):
            logo.choices = [("", _("Geen logo")), *((each, each) for each in found)]

    def refuse(self, error: LetterTextError) -> None:
        """Put each message at its box."""
        for name, text in error.fields.items():
            self.add_error(name if name in self.fields else None, text)


class RefusalForm(forms.Form):
    """Why a proposal is not put in force."""

    use_required_attribute = False  # our own words, not the browser's

    antwoord = forms.CharField(
        label=lazy("Waarom niet?"),
        help_text=lazy("Wie het voorstelde, leest dit."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        error_messages=EMPTY,
    )


def initial_of(afzender: Afzender, newest: Afzenderversie | None) -> dict[str, Any]:
    """What the boxes of the sender hold at first."""
    texts = {name: getattr(afzender, name) for name in LINES}
    logo = {"logo_naam": newest.logo_naam, "logo_alt": newest.logo_alt} if newest else {}
    return texts | logo
