"""The choice of what to see of the work list."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.actor import Actor
from meedoen.accounts.fields import DutchText, LawSelect
from meedoen.accounts.huisstijl import rolnaam
from meedoen.accounts.models import Medewerker
from meedoen.accounts.roles import Recht
from meedoen.rules.choices import Leerroute
from meedoen.werkplek.filter import GEEN, MIJN, NAMES, ZONDER, WerkFilter
from meedoen.werkplek.signaal import Fase, Signaal
from meedoen.werkplek.urgency import Groep

MOST = 1_000_000  # rows: more is no place on a list
UNKNOWN = lazy("Dit kunt u hier niet kiezen. Kies iets uit de lijst.")
NO_DAY = {"invalid": lazy("Dit is geen dag. Schrijf het zo: 2026-11-23")}
NO_PLACE = lazy("Dit is geen plaats op de lijst.")


def _choice(label: Any, choices: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=False,
        widget=LawSelect,
        error_messages={"invalid_choice": UNKNOWN},
    )


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label,
        required=False,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        error_messages=NO_DAY,
    )


class FilterForm(forms.Form):
    """What an address asks of the work list. After `is_valid`: `chosen`.

    An unknown value is an error; without `is_valid` nothing must be shown, so that nobody takes
    another list for the one that was asked.
    """

    use_required_attribute = False  # our own words, not the browser's

    van = _choice(lazy("Van wie?"), ())
    signaal = _choice(lazy("Wat voor werk?"), ())
    fase = _choice(lazy("Waar in het traject?"), (("", lazy("Alles")), *Fase.choices))
    leerroute = _choice(lazy("Leerroute"), ())
    vanaf_dag = _day(lazy("Vanaf"))
    tot_en_met = _day(lazy("Tot en met"))
    groep = forms.ChoiceField(
        required=False,
        choices=(("", ""), *Groep.choices),
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": UNKNOWN},
    )
    vanaf = forms.IntegerField(
        required=False,
        min_value=0,
        max_value=MOST,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), NO_PLACE),
    )

    def __init__(
        self,
        asked: QueryDict,
        *,
        actor: Actor,
        colleagues: list[Medewerker],
        signalen: tuple[Signaal, ...],
        replaces: Iterable[int] = (),
    ) -> None:
        """`colleagues` to choose from, for who sees all; `replaces`: whom this one replaces."""
        super().__init__(asked)
        self.own = (*([actor.medewerker_id] if actor.medewerker_id else []), *replaces)
        own = [("", _("Alles wat u mag zien")), (MIJN, _("Mijn dossiers"))]
        nobody = (ZONDER, _("Nog geen %(rol)s") % {"rol": rolnaam("klantmanager")})
        others = colleagues if actor.may(Recht.ALLE_DOSSIERS_ZIEN) else []
        self._offer("van", [*own, nobody, *((str(each.pk), each.naam) for each in others)])
        by_fase = [
            (fase.label, [(s.name, s.label) for s in signalen if s.fase == fase]) for fase in Fase
        ]
        self._offer("signaal", [("", _("Alles")), *(each for each in by_fase if each[1])])
        routes = [(each.value, DutchText(each.value)) for each in Leerroute]
        self._offer("leerroute", [("", _("Alle")), *routes, (GEEN, _("Nog niet gekozen"))])

    def _offer(self, name: str, choices: Any) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """The last day does not lie before the first."""
        given = self.cleaned_data
        first, last = given.get("vanaf_dag"), given.get("tot_en_met")
        if first and last and last < first:
            self.add_error("tot_en_met", _("Deze dag ligt voor de eerste. Kies een latere dag."))
        return given

    def in_words(self) -> list[tuple[str, str]]:
        """What is left out, as somebody reads it: the question and the answer that was chosen."""
        told = []
        for field in self.visible_fields():
            value = self.cleaned_data.get(field.name)
            if isinstance(value, date):
                told.append((str(field.label), date_format(value, "j F Y")))
            elif value:
                told.append((str(field.label), _label(field.field, value)))
        return told

    @property
    def chosen(self) -> WerkFilter:
        """The choice. Errors: ValueError: something is not right."""
        if not self.is_valid():
            raise ValueError("the choice is not right")
        given: Mapping[str, Any] = self.cleaned_data
        values = {field: given[name] for field, name in NAMES.items()}
        return WerkFilter(**{**values, "start": values["start"] or 0, "own": self.own})


def _label(field: Any, value: str) -> str:
    """The words of a choice, also of one under a heading."""
    flat: list[tuple[str, Any]] = []
    for key, label in field.choices:
        flat += label if isinstance(label, (list, tuple)) else [(key, label)]
    return str(dict(flat)[value])
