"""The forms of sending: a form per way, with what proves it; and a letter that came back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, FreeText
from meedoen.dossier.addressee import AANGETEKEND, ANDERS, HAND, POST
from meedoen.dossier.models import Verzending
from meedoen.dossier.sending import Bewijs
from meedoen.law.soort import GEWOON

MAILROOM = "postkamer"
LONG = 120  # characters
CHECKED = "adres_nagekeken"


def _line(label: Any, missing: Any, example: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=LONG, help_text=example, error_messages={"required": missing}
    )


def _text(label: Any, missing: Any, example: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=1000,
        help_text=example,
        widget=FreeText(privacy=GEWOON, rows=3),
        error_messages={"required": missing},
    )


class _Way(forms.Form):
    """One way in which a letter goes; its fields are what proves it."""

    use_required_attribute = False  # our own words, not the browser's

    @property
    def bewijs(self) -> Bewijs:
        """What was filled in."""
        return Bewijs(**self.cleaned_data)


class PostForm(_Way):
    """By post. Whoever looked up an address from which a letter came back, says so."""

    adres_nagekeken = forms.BooleanField(
        label=lazy("Ik keek het adres na en het klopt"), required=False
    )


class AangetekendForm(PostForm):
    """By registered post, with its number."""

    field_order = ("nummer", CHECKED)
    nummer = _line(
        lazy("Nummer van de aangetekende brief"),
        lazy("Vul het nummer in. Het staat op het bewijs van het postbedrijf."),
    )


class HandForm(_Way):
    """Handed over: who took it, and where."""

    aan = _line(lazy("Wie nam de brief aan?"), lazy("Vul in wie de brief aannam."))
    plaats = _line(
        lazy("Waar gaf u de brief?"),
        lazy("Vul in waar u de brief gaf."),
        lazy("Bijvoorbeeld: aan de balie van het stadhuis."),
    )


class AndersForm(_Way):
    """Another suitable way, where there is no address (Awb 3:41:2)."""

    hoe = _text(
        lazy("Hoe maakt u het besluit bekend?"),
        lazy("Schrijf op hoe u het besluit bekendmaakt."),
        lazy("Bijvoorbeeld: een bericht via het COA dat de brief klaarligt aan de balie."),
    )
    gezocht = _text(
        lazy("Wat deed u om het adres te vinden?"),
        lazy("Schrijf op wat u deed om het adres te vinden."),
        lazy("Bijvoorbeeld: BRP nagekeken, gebeld, de school en het COA gevraagd."),
    )


WAYS: dict[str, type[_Way]] = {
    MAILROOM: PostForm,
    POST: PostForm,
    AANGETEKEND: AangetekendForm,
    HAND: HandForm,
    ANDERS: AndersForm,
}


class TerugForm(forms.Form):
    """A letter that came back: when, why, and whether it counts as made known."""

    use_required_attribute = False

    dag = DayField(label=lazy("Wanneer kwam de brief terug?"), what=lazy("de dag"))
    reden = forms.ChoiceField(
        label=lazy("Wat staat er op de envelop?"),
        choices=Verzending.Terug.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies waarom de brief terugkwam.")},
    )
    bekend = forms.ChoiceField(
        label=lazy("Was dit het goede adres?"),
        choices=[
            (
                "nee",
                lazy("Nee, of dat weten wij niet: de brief moet opnieuw, met een nieuwe datum"),
            ),
            ("ja", lazy("Ja: de brief telt als bekendgemaakt en de datum blijft")),
        ],
        widget=forms.RadioSelect,
        help_text=lazy("Twijfelt u? Kies dan nee. Dan begint de tijd voor bezwaar opnieuw."),
        error_messages={"required": lazy("Kies of dit het goede adres was.")},
    )


class UitgezochtForm(forms.Form):
    """What was done to reach the person."""

    use_required_attribute = False

    gedaan = _text(
        lazy("Wat deed u om de persoon te bereiken?"),
        lazy("Schrijf op wat u deed."),
        lazy("Bijvoorbeeld: gebeld, en een kopie van de brief meegegeven."),
    )
