"""The forms of «Leg vast», made from the register: a field per fact and text of a soort."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, DutchText, FreeText, LawSelect
from meedoen.accounts.huisstijl import in_own_words
from meedoen.dossier.diary_lines import split_meaning
from meedoen.dossier.forms.numbers import EuroField, WholeField
from meedoen.law.plain_text import from_plain_json
from meedoen.law.presentation import in_words
from meedoen.law.reading import UNKNOWN_WORD
from meedoen.law.register import RegisterError, register
from meedoen.law.soort import BIJZONDER, GEWOON, THE_DAY, FeitInSoort, Soort, TekstInSoort
from meedoen.rules.column import Kind, Plain

DAY = "gebeurd_op"
CONTACT = "contact"
HERSTEL = "herstel"  # the soort that takes a line back and puts nothing in its place
ONE_LINE = 200  # characters: a text that may be longer gets more lines
EMPTY = {"required": lazy("Vul dit in."), "invalid_choice": lazy("Kies iets uit de lijst.")}
# The diary keeps the Dutch word, whatever language its writer reads.
HOE = (
    ("telefoon", lazy("telefoon")),
    ("gesprek op kantoor", lazy("gesprek op kantoor")),
    ("gesprek thuis", lazy("gesprek thuis")),
    ("e-mail of bericht", lazy("e-mail of bericht")),
    ("brief", lazy("brief")),
    ("anders", lazy("anders")),
)


class RecordForm(forms.Form):
    """What happened, as the register allows. After `is_valid`, `day` and `gegevens`."""

    use_required_attribute = False  # our own words, not the browser\'s

    gebeurd_op = DayField(label=lazy("Op welke dag gebeurde dit?"))

    def __init__(
        self,
        soort: Soort,
        data: Any = None,
        *,
        today: date,
        special: bool,
        known: Mapping[str, Plain],
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        """`special`: the writer may use special texts. `known`: what the dossier says now."""
        super().__init__(data, initial={DAY: today, **(initial or {})})
        self.today, self.soort = today, soort
        if soort.name == HERSTEL:
            del self.fields[DAY]  # something is put right on the day that somebody does so
        for fact in soort.facts:
            if fact.asked:
                self.fields[fact.name] = fact_field(fact, known.get(fact.name))
        for text in soort.texts:
            if special or text.privacy != BIJZONDER:
                self.fields[text.name] = text_field(text)

    def clean_gebeurd_op(self) -> date:
        """Nothing happens in the future; a plan is a fact of its own."""
        day: date = self.cleaned_data[DAY]
        if day > self.today:
            raise forms.ValidationError(_("Deze dag moet nog komen. Kies vandaag of eerder."))
        return day

    @property
    def day(self) -> date:
        """The day on which it happened."""
        found: date = self.cleaned_data.get(DAY, self.today)
        return found

    @property
    def gegevens(self) -> dict[str, Any]:
        """What was told, by name, as `record` takes it."""
        told = {name: value for name, value in self.cleaned_data.items() if name != DAY}
        return {name: value for name, value in told.items() if value not in (None, "")}

    @property
    def bijzonder(self) -> bool:
        """Whether a special text stands on it."""
        special = {text.name for text in self.soort.texts if text.privacy == BIJZONDER}
        return any(self[name].value() for name in special & self.fields.keys())

    def refuse(self, error: RegisterError) -> None:
        """Put each message of the register at its field."""
        said = {fact.name for fact in self.soort.facts if fact.is_ == THE_DAY}
        for name, text in error.fields.items():
            field = DAY if name in said else name
            self.add_error(field if field in self.fields else None, text)


class ContactForm(forms.Form):
    """A note of a contact today, in ten seconds; has `soort`, `day` and `gegevens` as well."""

    use_required_attribute = False  # our own words, not the browser\'s

    hoe = forms.ChoiceField(label=lazy("Hoe"), choices=HOE, error_messages=EMPTY)
    met_wie = forms.CharField(
        label=lazy("Met wie"),
        required=False,
        max_length=100,
        help_text=lazy("Laat leeg als u met de persoon zelf sprak."),
    )
    notitie = forms.CharField(
        label=lazy("Waar ging het over?"),
        max_length=2000,
        widget=FreeText(privacy=GEWOON, rows=2),
        error_messages={"required": lazy("Schrijf in een paar woorden op waar het over ging.")},
    )

    def __init__(self, data: Any = None, *, today: date) -> None:
        super().__init__(data)
        self.day, self.soort = today, register()[CONTACT]

    @property
    def gegevens(self) -> dict[str, Any]:
        """What was told, by name."""
        return {name: text for name, text in self.cleaned_data.items() if text}

    def refuse(self, error: RegisterError) -> None:
        """Put each message of the register at its field."""
        for name, text in error.fields.items():
            self.add_error(name if name in self.fields else None, text)


def fact_field(asked: FeitInSoort, now: Plain) -> forms.Field:
    """A field for a fact, by its kind; it says what the dossier holds now."""
    fact = asked.fact()
    label, article = split_meaning(fact.meaning)
    notes: list[str] = [DutchText(article)] if article else []
    if now is not None:
        notes.append(_("Nu staat er: %(waarde)s.") % {"waarde": in_words(now, fact.kind)})
    usual: dict[str, Any] = {
        "label": DutchText(label),
        "required": asked.required,
        "help_text": notes[0] if len(notes) == 1 else " · ".join(notes),
    }
    if fact.kind is Kind.DAY:
        return DayField(**usual)
    if fact.kind is Kind.CENTS:
        return EuroField(**usual)
    if fact.kind is Kind.ANSWER:
        choices = [("ja", _("ja")), ("nee", _("nee")), *_open_choices(asked, now)]
        return forms.ChoiceField(
            choices=choices, widget=forms.RadioSelect, error_messages=EMPTY, **usual
        )
    if isinstance(fact.kind, Kind):
        return WholeField(unit=in_words(0, fact.kind)[2:], **usual)
    words = [(word, DutchText(word)) for word in fact.kind.words()]
    choices = [("", _("Kies")), *words, *_open_choices(asked, now, empty=False)]
    return forms.ChoiceField(choices=choices, widget=LawSelect, error_messages=EMPTY, **usual)


def _open_choices(
    asked: FeitInSoort, now: Plain, *, empty: bool = True
) -> Iterator[tuple[str, str]]:
    """Leaving it open, and, where something is known, saying that it no longer is."""
    if asked.required:
        return
    if empty:
        yield "", _("dit leg ik nu niet vast")
    if now is not None:
        yield UNKNOWN_WORD, _("dat weten wij niet meer")


def text_field(text: TekstInSoort) -> forms.Field:
    """A field for a text; one that is not wholly harmless tells who reads it."""
    widget: forms.Widget = forms.TextInput({"dir": "auto"})
    if text.privacy == BIJZONDER:
        widget = FreeText(rows=6)
    elif text.most > ONE_LINE:
        widget = FreeText(privacy=GEWOON)
    return forms.CharField(
        label=DutchText(in_own_words(text.label)),
        required=text.required,
        max_length=text.most,
        widget=widget,
        error_messages=EMPTY,
    )


def typed_again(soort: Soort, gegevens: Mapping[str, str | None]) -> dict[str, Any]:
    """What a gebeurtenis told, as its form shows it, for a correction."""
    found: dict[str, Any] = {}
    for each in soort.facts:
        raw = gegevens.get(each.name)
        if raw is None or not each.asked:
            continue
        kind = each.fact().kind
        plain = from_plain_json(kind, raw)
        found[each.name] = plain if kind in {Kind.DAY, Kind.CENTS} else raw
    return found | {text.name: gegevens.get(text.name, "") for text in soort.texts}
