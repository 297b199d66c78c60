"""The forms of an objection: its receipt, and each step by what is asked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, FreeText
from meedoen.dossier.models import Bezwaar
from meedoen.law.soort import GEWOON

NO_HEALTH = lazy(
    "Schrijf niets over gezondheid of geloof. Dat staat in de brief van de persoon zelf."
)
YES_NO = [("ja", lazy("Ja")), ("nee", lazy("Nee"))]


def _choice(label: Any, choices: Any, missing: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": missing},
    )


def _text(label: Any, missing: Any, hint: Any = NO_HEALTH) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=1000,
        widget=FreeText(privacy=GEWOON, rows=3),
        help_text=hint,
        error_messages={"required": missing},
    )


class OntvangForm(forms.Form):
    """An objection that came."""

    use_required_attribute = False  # our own words, not the browser's

    kanaal = _choice(
        lazy("Hoe kwam het bezwaar?"), Bezwaar.Kanaal.choices, lazy("Kies hoe het bezwaar kwam.")
    )
    ontvangen = DayField(
        label=lazy("Wanneer kwam het bezwaar binnen?"), what=lazy("de dag van ontvangst")
    )
    gepost = DayField(
        label=lazy("Wanneer is het op de post gedaan?"),
        what=lazy("de dag van het poststempel"),
        required=False,
        help_text=lazy(
            "Alleen bij post. Die dag staat op de envelop. Laat leeg als u het niet weet."
        ),
    )


class TeLaatForm(forms.Form):
    """Whether lateness can be blamed on the person."""

    use_required_attribute = False

    verschoonbaar = _choice(
        lazy("Kan de persoon er iets aan doen dat het bezwaar te laat kwam?"),
        [
            ("nee", lazy("Nee, wij behandelen het bezwaar")),
            ("ja", lazy("Ja, het bezwaar is niet-ontvankelijk")),
        ],
        lazy("Kies of de persoon er iets aan kan doen."),
    )
    toelichting = _text(lazy("Waarom vindt u dat?"), lazy("Schrijf op waarom u dat vindt."))


class HerstelForm(forms.Form):
    """What is missing, and until when it can be mended."""

    use_required_attribute = False

    wat = _text(
        lazy("Wat ontbreekt er?"),
        lazy("Schrijf op wat er ontbreekt."),
        lazy("Bijvoorbeeld: de handtekening, of waarom de persoon het niet eens is."),
    )
    voor = DayField(label=lazy("Tot en met welke dag kan dat?"), what=lazy("de laatste dag"))


class HersteldForm(forms.Form):
    """Whether it is complete now."""

    use_required_attribute = False

    hersteld = _choice(lazy("Is het bezwaar nu compleet?"), YES_NO, lazy("Kies ja of nee."))
    dag = DayField(label=lazy("Wanneer?"), what=lazy("de dag"))


class CommissieForm(forms.Form):
    """Nothing is asked."""


class GehoordForm(forms.Form):
    """When the person was heard."""

    use_required_attribute = False

    dag = DayField(label=lazy("Wanneer hoorde u de persoon?"), what=lazy("de dag"))


class NietHorenForm(forms.Form):
    """On which ground nobody is heard."""

    use_required_attribute = False

    grond = _choice(
        lazy("Waarom hoeft horen niet?"), Bezwaar.NietHoren.choices, lazy("Kies waarom niet.")
    )


class VerdaagForm(forms.Form):
    """Nothing is asked."""


class UitstelForm(forms.Form):
    """On which ground the decision comes later, and when."""

    use_required_attribute = False

    grond = _choice(
        lazy("Waarom mag het later?"), Bezwaar.Uitstel.choices, lazy("Kies waarom het later mag.")
    )
    dag = DayField(label=lazy("Tot en met welke dag?"), what=lazy("de laatste dag"))


class IntrekkenForm(forms.Form):
    """When the person withdrew it."""

    use_required_attribute = False

    dag = DayField(label=lazy("Wanneer trok de persoon het in?"), what=lazy("de dag"))


class BeslisForm(forms.Form):
    """The outcome, and the letter that says it."""

    use_required_attribute = False

    uitkomst = _choice(
        lazy("Wat beslist u?"), Bezwaar.Uitkomst.choices, lazy("Kies wat u beslist.")
    )


class BeroepForm(forms.Form):
    """That the person went to court."""

    use_required_attribute = False

    dag = DayField(label=lazy("Wanneer ging de persoon in beroep?"), what=lazy("de dag"))
    rechtbank = forms.CharField(
        label=lazy("Bij welke rechtbank?"),
        max_length=120,
        error_messages={"required": lazy("Vul de rechtbank in.")},
    )


class UitspraakForm(forms.Form):
    """What the court said."""

    use_required_attribute = False

    dag = DayField(label=lazy("Wanneer was de uitspraak?"), what=lazy("de dag"))
    uitspraak = _text(lazy("Wat was de uitspraak?"), lazy("Schrijf op wat de uitspraak was."))
