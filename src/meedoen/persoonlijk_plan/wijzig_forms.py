"""What an official judges before a plan changes: another leerroute, A2, waiting for somebody."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, DutchText, FreeText, yes_no
from meedoen.persoonlijk_plan.plan_tables import ONDERDELEN
from meedoen.rules.choices import Leerroute

NIET = lazy("weet ik nog niet")
WAAROM = lazy("Waarom vindt u dat?")


def _why(label: Any = WAAROM) -> forms.CharField:
    return forms.CharField(label=label, max_length=2000, widget=FreeText(rows=3), required=False)


def _told(cleaned: dict[str, Any]) -> dict[str, Any]:
    """What was filled in; what was not, is told nowhere."""
    return {name: value for name, value in cleaned.items() if value not in (None, "")}


class WisselForm(forms.Form):
    """Which other leerroute, and what the law asks about it (Wi 17:2, Bi 5.4)."""

    use_required_attribute = False

    gewenste_leerroute = forms.ChoiceField(
        label=lazy("Naar welke leerroute?"),
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies een leerroute.")},
    )
    onvoldoende_of_grotere_voortgang = yes_no(
        lazy("Is de voortgang te klein, of groter dan verwacht?"),
        lazy("Dit vraagt de wet (Wi 17:2). Het is uw oordeel."),
        unknown=NIET,
    )
    opleiding_beeindigd_op = DayField(
        label=lazy("Op welke dag eindigde een opleiding die niet vrijstelt?"),
        help_text=lazy("Alleen als iemand zo'n opleiding deed (Bi 5.4:2)."),
        required=False,
    )
    bijzonder_geval = yes_no(
        lazy("Is dit een bijzonder geval van deze persoon?"),
        lazy("Alleen nodig als de gewone termijn om te wisselen voorbij is (Bi 5.4:3)."),
        unknown=NIET,
    )
    motivering = _why()

    def __init__(self, data: Any = None, *, routes: list[Leerroute], today: date) -> None:
        super().__init__(data)
        self.today = today
        words = [(each.value, DutchText(each.value)) for each in routes]
        self.fields["gewenste_leerroute"].choices = words  # type: ignore[attr-defined]

    def clean_opleiding_beeindigd_op(self) -> date | None:
        """An education that ended, lies behind."""
        day: date | None = self.cleaned_data["opleiding_beeindigd_op"]
        if day is not None and day > self.today:
            raise forms.ValidationError(_("Deze dag moet nog komen. Kies vandaag of eerder."))
        return day

    @property
    def told(self) -> dict[str, Any]:
        """What was judged, when it is valid."""
        return _told(self.cleaned_data)


class AfschaalForm(forms.Form):
    """Per part of the exam whether B1 cannot be reached, and whether somebody did his best."""

    use_required_attribute = False

    voldoende_ingespannen = yes_no(
        lazy("Spande iemand zich tijdens de taallessen voldoende in?"),
        lazy("Dit vraagt de wet naast de uren (Bi 5.5:1). Het is uw oordeel."),
        unknown=NIET,
    )
    motivering = _why()

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        parts = {f"{each}_b1_onhaalbaar": _onhaalbaar(each) for each in ONDERDELEN}
        self.fields = {**parts, **self.fields}

    def clean(self) -> dict[str, Any]:
        """At least one judgement: a reason alone judges nothing."""
        given: dict[str, Any] = super().clean() or {}
        if not {*_told(given)} - {"motivering"}:
            first = f"{ONDERDELEN[0]}_b1_onhaalbaar"
            self.add_error(first, _("Geef ten minste één oordeel."))
        return given

    @property
    def told(self) -> dict[str, Any]:
        """What was judged, when it is valid."""
        return _told(self.cleaned_data)


def _onhaalbaar(part: str) -> forms.TypedChoiceField:
    # isolated: a part of the exam is a word of the law, whatever the words around it
    label = _("Lukt %(onderdeel)s niet op B1 binnen de termijn?") % {
        "onderdeel": f"\u2068{part}\u2069"
    }
    return yes_no(label, unknown=NIET)


class ToetsForm(forms.Form):
    """What an objective test showed, where the stelsel lets it decide (letter of 2018, L76)."""

    use_required_attribute = False

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="toets")
        for part in ONDERDELEN:
            label = _("Bleef %(onderdeel)s in de toets onder B1?") % {
                "onderdeel": f"\u2068{part}\u2069"
            }
            self.fields[f"{part}_toets_onder_b1"] = yes_no(label, unknown=NIET)

    def clean(self) -> dict[str, Any]:
        """At least one outcome."""
        given: dict[str, Any] = super().clean() or {}
        if not _told(given):
            first = f"{ONDERDELEN[0]}_toets_onder_b1"
            self.add_error(first, _("Vul ten minste één uitslag in."))
        return given

    @property
    def told(self) -> dict[str, Any]:
        """What the test showed, when it is valid."""
        return _told(self.cleaned_data)


class DerdeForm(forms.Form):
    """Whether the plan can wait for what somebody else must tell."""

    use_required_attribute = False

    wacht_op_derde = forms.TypedChoiceField(
        label=lazy("Kan het plan echt niet worden gemaakt zonder informatie van een ander?"),
        choices=[("ja", lazy("ja, wij wachten op die informatie")), ("nee", lazy("nee"))],
        coerce=lambda word: word == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies ja of nee.")},
    )
    toelichting = _why(lazy("Op welke informatie wacht u, en van wie?"))

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, prefix="derde")

    def clean(self) -> dict[str, Any]:
        """Who waits, says for what."""
        given: dict[str, Any] = super().clean() or {}
        if given.get("wacht_op_derde") and not given.get("toelichting"):
            self.add_error("toelichting", _("Schrijf op waarop u wacht, en van wie."))
        return given

    @property
    def told(self) -> dict[str, Any]:
        """What was judged, when it is valid."""
        return _told(self.cleaned_data)


class OntvangenForm(forms.Form):
    """On which day the information came in."""

    use_required_attribute = False

    op = DayField(label=lazy("Op welke dag kwam de informatie binnen?"))

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data, prefix="ontvangen", initial={"op": today})
        self.today = today

    def clean_op(self) -> date:
        """What came in, came before tomorrow."""
        day: date = self.cleaned_data["op"]
        if day > self.today:
            raise forms.ValidationError(_("Deze dag moet nog komen. Kies vandaag of eerder."))
        return day

    @property
    def told(self) -> dict[str, Any]:
        """The soort itself says the day."""
        return {}
