"""Making an appointment, and telling how it went."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField
from meedoen.dossier.models import Afspraak, Persoon

GESLACHT = (("", lazy("Maakt niet uit")), ("vrouw", lazy("Een vrouw")), ("man", lazy("Een man")))
NO_TIME = {
    "required": lazy("Vul een tijd in. Bijvoorbeeld: 10:00"),
    "invalid": lazy("Dit is geen tijd. Schrijf het zo: 10:00"),
}
TIMES = ["%H:%M", "%H.%M", "%H:%M:%S"]
WORD = {"autocomplete": "off"}


class AfspraakForm(forms.Form):
    """What about, when, where, and who interprets: never a child or the partner."""

    use_required_attribute = False  # our own words, not the browser\'s

    onderwerp = forms.CharField(
        label=lazy("Waarover gaat de afspraak?"),
        max_length=200,
        help_text=lazy("Schrijf niets over gezondheid. Bijvoorbeeld: gesprek over het plan."),
        error_messages={"required": lazy("Schrijf op waarover de afspraak gaat.")},
    )
    dag = DayField(label=lazy("Op welke dag?"))
    van = forms.TimeField(
        label=lazy("Hoe laat begint het?"),
        input_formats=TIMES,
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
        error_messages=NO_TIME,
    )
    tot = forms.TimeField(
        label=lazy("Hoe laat is het klaar?"),
        input_formats=TIMES,
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
        error_messages=NO_TIME,
    )
    plaats = forms.CharField(
        label=lazy("Waar?"),
        max_length=200,
        error_messages={"required": lazy("Schrijf op waar de afspraak is.")},
    )
    tolk = forms.ChoiceField(
        label=lazy("Wie tolkt er?"),
        choices=Afspraak.Tolk.choices,
        widget=forms.RadioSelect,
        help_text=lazy(
            "Een partner of kind tolkt nooit. Zij horen dan dingen die niet voor hen zijn,"
            " en iemand kan niet vrij praten."
        ),
        error_messages={"required": lazy("Kies wie er tolkt, of kies: geen tolk.")},
    )
    tolk_taal = forms.CharField(
        label=lazy("Welke taal spreekt de tolk?"), max_length=40, required=False
    )
    tolk_dialect = forms.CharField(label=lazy("Welk dialect?"), max_length=40, required=False)
    tolk_geslacht = forms.ChoiceField(
        label=lazy("De tolk is bij voorkeur"), choices=GESLACHT, required=False
    )

    def __init__(self, data: Any = None, *, now: datetime, initial: Any = None) -> None:
        """`now` is the moment of asking: an appointment begins after it."""
        super().__init__(data, initial=initial)
        self.now = now

    def clean(self) -> dict[str, Any]:
        """It ends after it begins, lies ahead, and an interpreter has a language."""
        given = self.cleaned_data
        if {"dag", "van", "tot"} <= given.keys():
            self._check_times(given)
        if given.get("tolk") not in {None, Afspraak.Tolk.GEEN} and not given.get("tolk_taal"):
            self.add_error("tolk_taal", _("Vul in welke taal de tolk spreekt."))
        return given

    def _check_times(self, given: dict[str, Any]) -> None:
        day, ends_first = given["dag"], given["tot"] <= given["van"]
        past = self._moment("van") <= self.now
        if ends_first:
            self.add_error("tot", _("De afspraak is klaar voordat hij begint. Kijk de tijden na."))
        if past:
            self.add_error(
                "dag" if day < timezone.localdate(self.now) else "van",
                _("Dit moment is al voorbij. Was het gesprek er al? Schrijf een contactnotitie."),
            )

    def _moment(self, name: str) -> datetime:
        given = self.cleaned_data
        return timezone.make_aware(datetime.combine(given["dag"], given[name]))

    def columns(self) -> dict[str, Any]:
        """The columns of `Afspraak`; without an interpreter also no language."""
        return self.columns_about(self.cleaned_data["onderwerp"])

    def columns_about(self, onderwerp: str) -> dict[str, Any]:
        """The same, where the page itself says what it is about."""
        given = self.cleaned_data
        wanted = given["tolk"] != Afspraak.Tolk.GEEN
        tolk = {name: given[name] if wanted else "" for name in _INTERPRETER}
        return {
            "onderwerp": onderwerp,
            "begint_at": self._moment("van"),
            "eindigt_at": self._moment("tot"),
            "plaats": given["plaats"],
            "tolk": given["tolk"],
            **tolk,
        }


_INTERPRETER = ("tolk_taal", "tolk_dialect", "tolk_geslacht")


def usual_interpreter(persoon: Persoon) -> dict[str, str]:
    """What is known of the interpreter that this person needs, to begin the form with."""
    if persoon.tolk_nodig is None:
        return {}
    if not persoon.tolk_nodig:
        return {"tolk": Afspraak.Tolk.GEEN}
    language = persoon.tolk_taal or (persoon.talen[0] if persoon.talen else "")
    return {
        "tolk": Afspraak.Tolk.PROFESSIONEEL,
        "tolk_taal": language,
        "tolk_dialect": persoon.tolk_dialect,
        "tolk_geslacht": persoon.tolk_geslacht,
    }


class UitkomstForm(forms.Form):
    """How an appointment went. One that is still to come can only be called off."""

    use_required_attribute = False  # our own words, not the browser\'s

    uitkomst = forms.ChoiceField(
        label=lazy("Hoe ging het?"),
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies hoe het ging.")},
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, begun: bool, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        told = Afspraak.Uitkomst.choices[1:]
        if not begun:
            told = [each for each in told if each[0] == Afspraak.Uitkomst.AFGEZEGD]
            self.fields["uitkomst"].label = _("Gaat de afspraak niet door?")
        self.fields["uitkomst"].choices = told  # type: ignore[attr-defined]
