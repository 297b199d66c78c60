"""The forms of letters: the blanks of one kind, and why one is withdrawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import (
    DayField,
    DutchText,
    FreeLine,
    FreeText,
    LawSelect,
    yes_no,
)
from meedoen.dossier.forms.numbers import EuroField, WholeField
from meedoen.dossier.gronden import AFGEWEKEN, MOTIVERING, REDEN, Gronden, KnownFact
from meedoen.dossier.letters import LONGEST_TEXT, LetterError
from meedoen.law.brief_file import Brief
from meedoen.law.brief_variable import FEITEN, VERTALING, Variable
from meedoen.law.plain_text import from_plain_json
from meedoen.law.soort import GEWOON
from meedoen.law.vertaling import language_name, translations
from meedoen.rules.column import Kind

EMPTY = {"required": lazy("Vul dit in."), "invalid_choice": lazy("Kies iets uit de lijst.")}
LONGEST_LINE = 200
EIGEN_FEITEN = "eigen_feiten"


@dataclass(frozen=True)
class Offered:
    """What the rules offer a letter: facts as sentences, outcomes, and a draft of the grounds."""

    facts: Sequence[KnownFact] = ()
    outcomes: Sequence[tuple[str, str]] = ()  # the rule, and what it says in words
    motivering: str = ""
    language: str | None = None  # of the person, in which there is a courtesy sheet


class LawChecks(forms.CheckboxSelectMultiple):
    """Boxes to tick whose texts are those of the law or a letter: marked as Dutch."""

    def create_option(self, *args: Any, **more: Any) -> dict[str, Any]:
        """One box, with its language."""
        option = super().create_option(*args, **more)
        option["attrs"]["lang"] = "nl"
        return option


class LetterForm(forms.Form):
    """The blanks of a kind of letter, the facts it names, and where the official deviates."""

    use_required_attribute = False  # our own words, not the browser's

    def __init__(self, kind: Brief, offered: Offered, data: Any = None) -> None:
        super().__init__(
            data, initial={MOTIVERING: offered.motivering, VERTALING: offered.language}
        )
        self.kind = kind
        for variable in kind.variables:
            if variable is FEITEN:
                self._add_facts(offered)
            elif variable.name == VERTALING:
                self.fields[VERTALING] = _language(variable)
            else:
                self.fields[variable.name] = _field(variable)
        if MOTIVERING in self.fields and offered.motivering:
            self.fields[MOTIVERING].widget.attrs["rows"] = 12
        if offered.outcomes:
            self._add_deviation(offered)

    def _add_facts(self, offered: Offered) -> None:
        if offered.facts:
            self.fields[FEITEN.name] = forms.MultipleChoiceField(
                label=_("Welke feiten noemt het besluit?"),
                help_text=_("Aangevinkt staat waarop de uitkomst rust. U kiest wat erin komt."),
                choices=[(each.name, DutchText(each.text)) for each in offered.facts],
                initial=[each.name for each in offered.facts if each.carries],
                widget=LawChecks,
                required=False,
            )
        self.fields[EIGEN_FEITEN] = forms.CharField(
            label=_("Andere feiten"),
            help_text=_(
                "Elk feit op een eigen regel, met de dag en van wie u het weet. "
                "Schrijf niets over gezondheid of geloof."
            ),
            max_length=LONGEST_TEXT,
            widget=FreeText(privacy=GEWOON, rows=3),
            required=False,
        )

    def _add_deviation(self, offered: Offered) -> None:
        self.fields[AFGEWEKEN] = forms.MultipleChoiceField(
            label=_("Wijkt u af van wat de regels zeggen? Kies waarvan."),
            choices=[(name, DutchText(text)) for name, text in offered.outcomes],
            widget=LawChecks,
            required=False,
        )
        self.fields[REDEN] = forms.CharField(
            label=_("Waarom wijkt u af?"),
            required=False,
            max_length=LONGEST_TEXT,
            widget=FreeText(privacy=GEWOON, rows=3),
            help_text=_(
                "Uw reden staat ook in de brief. Schrijf hem voor de persoon die hem leest."
            ),
        )

    @property
    def waarden(self) -> dict[str, Any]:
        """The values, as `propose` takes them."""
        return {each.name: self._value(each) for each in self.kind.variables if each is not FEITEN}

    @property
    def gronden(self) -> Gronden:
        """What the official chose as grounds, as `propose` takes them."""
        typed = self.cleaned_data
        return Gronden(
            feiten=tuple(typed.get(FEITEN.name, ())),
            eigen_feiten=typed.get(EIGEN_FEITEN, ""),
            afgeweken_van=tuple(typed.get(AFGEWEKEN, ())),
            reden=typed.get(REDEN, ""),
        )

    def _value(self, each: Variable) -> Any:
        typed = self.cleaned_data.get(each.name)
        if typed in (None, ""):
            return None
        if isinstance(typed, str) and each.kind is not None:
            return from_plain_json(each.kind, typed)
        return typed

    def refuse(self, error: LetterError) -> None:
        """Put each message at its field."""
        if not error.fields:
            self.add_error(None, str(error))
        for name, text in error.fields.items():
            box = EIGEN_FEITEN if name == FEITEN.name and name not in self.fields else name
            self.add_error(box if box in self.fields else None, text)


class WithdrawForm(forms.Form):
    """Why a besluit no longer holds."""

    use_required_attribute = False  # our own words, not the browser's

    reden = forms.CharField(
        label=lazy("Waarom trekt u dit besluit in?"),
        max_length=1000,
        widget=FreeText(privacy=GEWOON, rows=3),
        error_messages=EMPTY,
    )


_BOXES: dict[Kind, type[forms.Field]] = {Kind.DAY: DayField, Kind.CENTS: EuroField}


def _field(each: Variable) -> forms.Field:
    usual: dict[str, Any] = {
        "label": DutchText(each.label),
        "required": each.required,
        "help_text": DutchText(each.help),
    }
    if each.words:
        return _choice(each.words, usual)
    if each.kind is None:
        return forms.CharField(
            max_length=LONGEST_LINE if each.line else LONGEST_TEXT,
            widget=FreeLine() if each.line else FreeText(privacy=GEWOON, rows=3),
            error_messages=EMPTY,
            **usual,
        )
    if each.kind is Kind.ANSWER:
        return yes_no(usual["label"], usual["help_text"], unknown=lazy("staat er niet in"))
    if isinstance(each.kind, Kind):
        return _BOXES.get(each.kind, WholeField)(**usual)
    return _choice(each.kind.words(), usual)


def _language(each: Variable) -> forms.Field:
    """In which language a courtesy sheet goes with the letter."""
    known = translations()
    named = [
        (code, _named(code) if known[code].nagelezen else _unread(code)) for code in each.words
    ]
    return forms.ChoiceField(
        label=_("Hulpblad in een andere taal"),
        help_text=_(
            "Een vertaling naast de brief. Wat u zelf schrijft, blijft Nederlands. "
            "Niet nagelezen: nog niemand die de taal spreekt, keek de vertaling na."
        ),
        choices=[("", _("Geen hulpblad")), *named],
        required=False,
    )


def _unread(code: str) -> str:
    return _("%(taal)s (niet nagelezen)") % {"taal": _named(code)}


def _named(code: str) -> str:
    """A language, in that of the page."""
    return language_name(code, (get_language() or "nl").partition("-")[0])


def _choice(words: Iterable[str], usual: dict[str, Any]) -> forms.Field:
    named = [(word, DutchText(word)) for word in words]
    return forms.ChoiceField(
        choices=[("", _("Kies")), *named], widget=LawSelect, error_messages=EMPTY, **usual
    )
