"""Proposing that two dossiers become one, and confirming or refusing it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from markupsafe import Markup, escape

from meedoen.accounts.fields import FreeText
from meedoen.dossier.forms.doubles import LEAST
from meedoen.dossier.merging import Verschil

EEN, ANDER = "een", "ander"


class SamenvoegForm(forms.Form):
    """Which dossier goes on, what is right where they differ, and why it is one person.

    `een` and `ander` are the numbers of the two dossiers. `gezien` is not typed: which lines of the
    diaries were on the screen.
    """

    use_required_attribute = False  # our own words, not the browser's

    blijft = forms.ChoiceField(
        label=lazy("Welk dossier blijft?"),
        widget=forms.RadioSelect,
        help_text=lazy("Het andere dossier gaat dicht. Wat erin staat, komt in dit dossier."),
        error_messages={"required": lazy("Kies welk dossier blijft.")},
    )
    reden = forms.CharField(
        label=lazy("Hoe weet u dat dit één persoon is?"),
        min_length=LEAST,
        max_length=500,
        widget=FreeText(privacy="gevoelig", rows=3),
        help_text=lazy("Bijvoorbeeld: ik zag het paspoort. Naam en geboortedatum zijn dezelfde."),
        error_messages={
            "required": lazy("Schrijf op hoe u weet dat dit één persoon is."),
            "min_length": lazy("Schrijf iets meer op: in ten minste een paar woorden."),
        },
    )

    def __init__(
        self, *args: Any, een: str, ander: str, verschillen: Iterable[Verschil], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        blijft: Any = self.fields["blijft"]
        blijft.choices = [(EEN, _numbered(een)), (ANDER, _numbered(ander))]
        for each in verschillen:
            if each.kiezen:
                self.fields[f"keuze_{each.naam}"] = forms.ChoiceField(
                    label=each.label,
                    widget=forms.RadioSelect,
                    choices=[(EEN, _of(each.een, een)), (ANDER, _of(each.ander, ander))],
                    error_messages={"required": _("Kies wat klopt.")},
                )
        self.order_fields(["blijft", *(n for n in self.fields if n.startswith("keuze_")), "reden"])

    @property
    def closes(self) -> str:
        """Which of the two does not go on."""
        return ANDER if self.cleaned_data["blijft"] == EEN else EEN

    @property
    def keuzes(self) -> list[str]:
        """Of what differs, what is taken over from the dossier that closes."""
        return [
            name.removeprefix("keuze_")
            for name, value in self.cleaned_data.items()
            if name.startswith("keuze_") and value == self.closes
        ]


def _numbered(nummer: str) -> Markup:
    return escape(_("dossier %(nummer)s")) % {"nummer": _isolated(nummer)}


def _of(value: str, nummer: str) -> Markup:
    return Markup("{} ({})").format(_isolated(value), _isolated(nummer))


def _isolated(text: str) -> Markup:
    """What keeps its own direction between words of the other one."""
    return Markup("<bdi>{}</bdi>").format(text)


class NietSamenForm(forms.Form):
    """Why both dossiers stay."""

    use_required_attribute = False

    antwoord = forms.CharField(
        label=lazy("Waarom niet?"),
        max_length=500,
        widget=FreeText(privacy="gevoelig", rows=2),
        error_messages={"required": lazy("Schrijf op waarom de dossiers apart blijven.")},
    )
