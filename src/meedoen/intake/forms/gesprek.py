"""The form of one section of the talk, made from its questions; and of closing the intake."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, DutchText, FreeLine, FreeText
from meedoen.dossier.forms.numbers import WholeField
from meedoen.intake.forms.talen import TalenField
from meedoen.intake.gesprek_tables import Bron, Stand
from meedoen.intake.said import Bekend, Gezegd
from meedoen.law.antwoord import several
from meedoen.law.plain_text import from_plain_json
from meedoen.law.soort import BIJZONDER, GEWOON
from meedoen.law.vraag import (
    CHOSEN,
    DAG,
    GETAL,
    JANEE,
    KEUZES,
    TALEN,
    Vraag,
)
from meedoen.rules.column import Kind

WIL_NIET = "~wil niet zeggen"  # no option of a question is called so
BESIDE = "_wil_niet"  # the box beside a question that is no choice
ONE_LINE = 200  # characters
WRONG = {"invalid_choice": lazy("Kies iets uit de lijst.")}


class OnderdeelForm(forms.Form):
    """The questions of a section. After `is_valid`, `told` by question, `bron` and `op`."""

    use_required_attribute = False

    def __init__(self, data: Any, known: Mapping[str, Bekend], *, genoeg: str, today: date) -> None:
        """`known`: the questions to ask, with what is known now; `genoeg`: the last of them."""
        super().__init__(data)
        self.known, self.genoeg, self.today = dict(known), genoeg, today
        for name, bekend in self.known.items():
            if name != genoeg:
                self._ask(bekend)
        self.fields["bron"] = forms.ChoiceField(
            label=lazy("Wie vertelde wat u nu verandert?"),
            choices=Bron.choices,
            initial=Bron.INBURGERAAR,
            widget=forms.RadioSelect,
        )
        self.fields["op"] = DayField(label=lazy("Op welke dag?"), initial=today)
        self.fields[genoeg] = forms.BooleanField(
            label=DutchText(self.known[genoeg].vraag.label),
            required=False,
            initial=self.known[genoeg].gezegd.waarde == "ja",
        )

    def _ask(self, bekend: Bekend) -> None:
        vraag, said = bekend.vraag, bekend.gezegd
        field = _field(vraag)
        field.label, field.required = DutchText(vraag.label), False
        notes = [DutchText(vraag.help) if vraag.help else "", str(field.help_text)]
        field.help_text = next((note for note in notes if note), "")
        field.initial = _initial(vraag, said)
        self.fields[vraag.naam] = field
        if vraag.soort not in CHOSEN and vraag.soort != JANEE:
            self.fields[vraag.naam + BESIDE] = forms.BooleanField(
                label=lazy("Wil dit niet zeggen"),
                required=False,
                initial=said.stand == Stand.WIL_NIET,
            )

    def clean_op(self) -> date:
        """Nobody told anything in the future."""
        day: date = self.cleaned_data["op"]
        if day > self.today:
            raise forms.ValidationError(_("Deze dag moet nog komen. Kies vandaag of eerder."))
        return day

    def clean(self) -> dict[str, Any]:
        """An answer, or that somebody would not say; not both."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for name in self.known:
            value = given.get(name)
            refused = given.get(name + BESIDE)
            several_too = isinstance(value, list) and WIL_NIET in value and len(value) > 1
            if several_too or (refused and value not in (None, "")):
                self.add_error(name, _("Kies: een antwoord, of dat iemand dit niet wil zeggen."))
        return given

    @property
    def told(self) -> dict[str, Gezegd]:
        """What was filled in, by question."""
        found = {
            name: self._said(bekend.vraag)
            for name, bekend in self.known.items()
            if name != self.genoeg
        }
        ready = "ja" if self.cleaned_data[self.genoeg] else ""
        return found | {self.genoeg: Gezegd.antwoord(ready)}

    def _said(self, vraag: Vraag) -> Gezegd:
        value = self.cleaned_data.get(vraag.naam)
        if value in (WIL_NIET, [WIL_NIET]) or self.cleaned_data.get(vraag.naam + BESIDE):
            return Gezegd(Stand.WIL_NIET)
        if vraag.soort == KEUZES:
            return Gezegd.antwoord(several(value or ()))
        if isinstance(value, date):
            return Gezegd.antwoord(value.isoformat())
        return Gezegd.antwoord("" if value is None else str(value).strip())

    def refuse(self, fields: Mapping[str, str]) -> None:
        """Put each message at its question."""
        for name, text in fields.items():
            self.add_error(name if name in self.fields else None, text)


def _field(vraag: Vraag) -> forms.Field:
    if vraag.soort == KEUZES:
        boxes = [(each.naam, DutchText(each.label)) for each in vraag.opties]
        refusing = (WIL_NIET, _("wil dit niet zeggen"))
        return forms.MultipleChoiceField(
            choices=[*boxes, refusing], widget=forms.CheckboxSelectMultiple, error_messages=WRONG
        )
    if vraag.soort in CHOSEN or vraag.soort == JANEE:
        return forms.ChoiceField(
            choices=_choices(vraag), widget=forms.RadioSelect, error_messages=WRONG
        )
    if vraag.soort == DAG:
        return DayField()
    if vraag.soort == GETAL:
        return WholeField(unit=vraag.eenheid)
    return TalenField() if vraag.soort == TALEN else _text(vraag)


def _text(vraag: Vraag) -> forms.Field:
    if vraag.privacy != BIJZONDER and vraag.lang <= ONE_LINE:
        return forms.CharField(widget=FreeLine(), max_length=vraag.lang)
    privacy = BIJZONDER if vraag.bijzonder else GEWOON
    return forms.CharField(widget=FreeText(privacy=privacy, rows=3), max_length=vraag.lang)


def _choices(vraag: Vraag) -> list[tuple[str, Any]]:
    if vraag.soort == JANEE:
        words: list[tuple[str, Any]] = [("ja", _("ja")), ("nee", _("nee"))]
    else:
        words = [
            (each.naam, DutchText(f"{each.label}: {each.anker}" if each.anker else each.label))
            for each in vraag.opties
        ]
    return [*words, (WIL_NIET, _("wil dit niet zeggen")), ("", _("niet besproken"))]


def _initial(vraag: Vraag, said: Gezegd) -> Any:
    if said.stand == Stand.WIL_NIET:
        return [WIL_NIET] if vraag.soort == KEUZES else WIL_NIET
    if vraag.soort == KEUZES:
        return said.waarde.split("|") if said.waarde else []
    if vraag.soort == DAG:
        return from_plain_json(Kind.DAY, said.waarde) if said.waarde else None
    return said.waarde


class AfrondenForm(forms.Form):
    """Closing the intake; with something missing it asks why."""

    use_required_attribute = False

    reden = forms.CharField(
        label=lazy("Waarom gaat u nu verder?"),
        max_length=1000,
        widget=FreeText(privacy=GEWOON, rows=3),
        help_text=lazy("Bijvoorbeeld: de toets is op 3 december, en de les kan nu beginnen."),
        error_messages={"required": lazy("Schrijf op waarom u verdergaat.")},
    )

    def __init__(self, data: Any = None, *, whole: bool) -> None:
        super().__init__(data)
        if whole:
            del self.fields["reden"]
