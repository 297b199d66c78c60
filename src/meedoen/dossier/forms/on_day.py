"""«Op datum»: the day to look at, and for who wants it until when records count."""

from datetime import date, datetime
from urllib.parse import urlencode

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField
from meedoen.dossier.as_of import AsOf, end_of

TIME = "%H:%M"


class OpDatumForm(forms.Form):
    """The day that a page is about (`op`), and until when it looks at records (the other two).

    Both are the end of the chosen day, unless somebody says otherwise. The day may still have to
    come: what the rules expect. Its answer is `as_of`.
    """

    use_required_attribute = False  # our own words, not the browser's

    op = DayField(label=lazy("Naar welke dag kijkt u?"))
    weet = DayField(
        label=lazy("Tot en met welke dag telt wat was vastgelegd?"),
        help_text=lazy("Vult u niets in? Dan telt wat wij op die dag zelf wisten."),
        required=False,
    )
    weet_tijd = forms.TimeField(
        label=lazy("Tot hoe laat?"),
        help_text=lazy("Bijvoorbeeld: 14:30. Vult u niets in? Dan telt de hele dag."),
        required=False,
        input_formats=[TIME, "%H.%M"],
        widget=forms.TimeInput(format=TIME, attrs={"autocomplete": "off"}),
        error_messages={"invalid": lazy("Schrijf het uur en de minuten. Bijvoorbeeld: 14:30.")},
    )

    def __init__(self, asked: QueryDict, *, today: date) -> None:
        typed = any(name.startswith(("op_", "weet_")) for name in asked)
        super().__init__(asked if typed else None)
        self.today = today

    def clean_weet(self) -> date | None:
        """What will be recorded, nobody knows."""
        day: date | None = self.cleaned_data["weet"]
        if day is not None and day > self.today:
            words = _("Wat er nog wordt vastgelegd, weten wij niet. Kies vandaag of eerder.")
            raise forms.ValidationError(words)
        return day

    @property
    def as_of(self) -> AsOf:
        """What the page looks at; today for nothing, or for what is no day."""
        here = AsOf(self.today, self.today)
        if not self.is_valid():
            return here
        on: date = self.cleaned_data["op"]
        known_at = self._moment(on)
        if on == self.today and known_at is None:
            return here
        own = known_at is not None and known_at != end_of(on)
        return AsOf(on, self.today, known_at, self._query(), own)

    def _moment(self, on: date) -> datetime | None:
        """Until when records count; None: all that there are."""
        recorded: date = self.cleaned_data["weet"] or min(on, self.today)
        clock = self.cleaned_data["weet_tijd"]
        if clock is not None:
            return timezone.make_aware(datetime.combine(recorded, clock.replace(second=59)))
        return None if recorded == self.today <= on else end_of(recorded)

    def _query(self) -> str:
        parts: dict[str, object] = {}
        for name in ("op", "weet"):
            day = self.cleaned_data[name]
            if day is not None:
                boxes = {"dag": day.day, "maand": day.month, "jaar": day.year}
                parts |= {f"{name}_{box}": number for box, number in boxes.items()}
        clock = self.cleaned_data["weet_tijd"]
        if clock is not None:
            parts["weet_tijd"] = clock.strftime(TIME)
        return f"?{urlencode(parts)}"
