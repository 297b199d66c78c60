"""What is filled in about a week: a block of time, and care of a child."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, FreeLine, FreeText, yes_no
from meedoen.persoonlijk_plan.levend.actions_week import Blok, Opvang
from meedoen.persoonlijk_plan.levend.forms_doelen import last_day
from meedoen.persoonlijk_plan.levend.week_tables import Bezigheid, Kinderopvang

LINE = 120
TIMES = {
    "required": lazy("Vul een tijd in. Bijvoorbeeld: 10:00"),
    "invalid": lazy("Dit is geen tijd. Schrijf het zo: 10:00"),
}
NUMBER = lazy("Vul een heel getal in. Bijvoorbeeld: 25.")
FORMATS = ("%H:%M", "%H.%M", "%H")


def _time(label: Any) -> forms.TimeField:
    widget = forms.TimeInput(format="%H:%M", attrs={"inputmode": "text"})
    return forms.TimeField(label=label, input_formats=FORMATS, widget=widget, error_messages=TIMES)


def _line(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, max_length=LINE, required=False, widget=FreeLine()
    )


class BezigheidForm(forms.Form):
    """A block of time: what, on which days, from when until when, where, and who told it."""

    use_required_attribute = False

    soort = forms.ChoiceField(
        label=lazy("Wat is het?"),
        choices=Bezigheid.Soort.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies wat het is.")},
    )
    wat = _line(lazy("Hoe noemt u het?"), lazy("Bijvoorbeeld: taalles groep 3."))
    dagen = forms.TypedMultipleChoiceField(
        label=lazy("Op welke dagen?"),
        coerce=int,
        choices=[(number + 1, name) for number, name in WEEKDAYS.items()],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": lazy("Kies een dag van de week.")},
    )
    van = _time(lazy("Vanaf hoe laat?"))
    tot = _time(lazy("Tot hoe laat?"))
    plaats = _line(lazy("Waar is het?"), lazy("Twee keer dezelfde plaats: dan is er geen reis."))
    reis_minuten = forms.IntegerField(
        label=lazy("Hoeveel minuten is de reis erheen?"),
        required=False,
        min_value=0,
        max_value=240,
        error_messages={
            "invalid": NUMBER,
            "min_value": NUMBER,
            "max_value": lazy("Dit is meer dan 4 uur. Kijk het getal na."),
        },
    )
    aanvang = DayField(label=lazy("Vanaf welke dag geldt het?"))
    laatste_dag = DayField(
        label=lazy("Wat is de laatste dag?"),
        help_text=lazy("Laat leeg zolang u het niet weet."),
        required=False,
    )
    bron = forms.ChoiceField(
        label=lazy("Wie vertelde dit?"),
        choices=Bezigheid.Bron.choices,
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Kies wie dit vertelde.")},
    )
    reden = forms.CharField(
        label=lazy("Waarom kan zo'n volle week?"),
        help_text=lazy("Alleen nodig als de week erg vol wordt."),
        max_length=500,
        widget=FreeText(privacy="gewoon", rows=2),
        required=False,
    )

    def __init__(self, data: Any = None, *, one_day: bool = False, **more: Any) -> None:
        super().__init__(data, **more)
        self.one_day = one_day

    def clean(self) -> dict[str, Any]:
        """Times and days are in order, and a block that is changed stands on one day."""
        given: dict[str, Any] = super().clean() or {}
        van, tot = given.get("van"), given.get("tot")
        if van and tot and tot <= van:
            self.add_error("tot", _("Dit is klaar voordat het begint. Kijk de tijden na."))
        first, last = given.get("aanvang"), given.get("laatste_dag")
        if first and last and last < first:
            text = _("De laatste dag ligt voor de eerste dag. Kijk de dagen na.")
            self.add_error("laatste_dag", text)
        if self.one_day and len(given.get("dagen", [])) > 1:
            self.add_error("dagen", _("Kies hier één dag. Zet een andere dag er apart bij."))
        return given

    @property
    def blok(self) -> Blok:
        """What was filled in, when it is valid; the period ends on the day after the last."""
        given = dict(self.cleaned_data)
        del given["dagen"]
        last = given.pop("laatste_dag")
        soort, bron = Bezigheid.Soort(given.pop("soort")), Bezigheid.Bron(given.pop("bron"))
        return Blok(soort=soort, bron=bron, einde=last + timedelta(1) if last else None, **given)

    @property
    def row(self) -> dict[str, Any]:
        """What the last row holds then."""
        blok = self.blok
        names = ("soort", "van", "tot", "aanvang", "wat", "plaats", "reis_minuten", "einde")
        found = {name: getattr(blok, name) for name in names}
        return found | {"dag": max(self.cleaned_data["dagen"])}


def typed_block(row: Bezigheid) -> dict[str, Any]:
    """A block as the form shows it."""
    names = ("soort", "wat", "van", "tot", "plaats", "reis_minuten", "aanvang", "bron", "reden")
    first = {name: getattr(row, name) for name in names}
    return first | {"dagen": [row.dag], "laatste_dag": last_day(row.einde)}


class OpvangForm(forms.Form):
    """Whether a child needs care during lessons, what is arranged, and whom to ask."""

    use_required_attribute = False

    nodig = yes_no(
        lazy("Is er opvang voor een kind nodig tijdens de les?"),
        lazy("Ook een partner of familie kan opvang zijn."),
        unknown=lazy("nog niet besproken"),
    )
    opvang = forms.ChoiceField(
        label=lazy("Hoe ver is de opvang?"),
        choices=[*Kinderopvang.Stand.choices, ("", lazy("niet bekend"))],
        widget=forms.RadioSelect,
        required=False,
    )
    toeslag = forms.ChoiceField(
        label=lazy("Hoe ver is de kinderopvangtoeslag?"),
        help_text=lazy("De Belastingdienst beslist over de toeslag."),
        choices=[*Kinderopvang.Stand.choices, ("", lazy("niet bekend"))],
        widget=forms.RadioSelect,
        required=False,
    )
    vraag_aan = _line(
        lazy("Wie kan dit regelen of vertellen?"),
        lazy("Bijvoorbeeld: de maatschappelijk begeleider."),
    )

    @property
    def nu(self) -> Opvang:
        """What was filled in, when it is valid."""
        return Opvang(**self.cleaned_data)

    @property
    def row(self) -> dict[str, Any]:
        """What the row holds then."""
        return dict(self.cleaned_data)


def typed_care(row: Kinderopvang | None) -> dict[str, str]:
    """What is known of care as the form shows it; nothing where there is nothing."""
    if row is None:
        return {}
    nodig = {True: "ja", False: "nee", None: ""}[row.nodig]
    return {
        "nodig": nodig,
        "opvang": row.opvang,
        "toeslag": row.toeslag,
        "vraag_aan": row.vraag_aan,
    }
