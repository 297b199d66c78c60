"""What an official writes in the plan, part by part; nothing must be filled in to keep it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DutchText, FreeLine, FreeText, LawSelect, yes_no
from meedoen.dossier.forms.letters import LawChecks
from meedoen.dossier.forms.numbers import WholeField
from meedoen.dossier.letters import LONGEST_TEXT
from meedoen.law.soort import GEWOON
from meedoen.persoonlijk_plan import vve_forms
from meedoen.persoonlijk_plan.inhoud import GESCHREVEN, heeft_intensiteit, past_niet
from meedoen.persoonlijk_plan.plan_tables import ONDERDELEN, Plan
from meedoen.rules.choices import Niveau

LATER = lazy("nog niet besloten")
# of a week, of a plan (what DUO takes), of a year: more is a slip of the pen
MOST_UREN, MOST_TOTAAL, MOST_GESPREKKEN = 60, 9999, 52
# of the lessons, hours or days are enough: the first stands for all
NODIG = frozenset({"uren", "begeleiding", "gesprekken", "pvt", "map", "motivering"})
LEVELS = (Niveau.A2, Niveau.B1, Niveau.B2)


def _text(label: Any, help_text: Any = "", *, rows: int = 3) -> forms.CharField:
    widget = FreeText(privacy=GEWOON, rows=rows)
    return forms.CharField(
        label=label, help_text=help_text, max_length=LONGEST_TEXT, widget=widget, required=False
    )


class PlanForm(forms.Form):
    """The parts of the plan; those that do not belong to its leerroute are not asked."""

    use_required_attribute = False

    niveau = forms.ChoiceField(
        label=lazy("Taalniveau van de examens"),
        choices=[("", LATER), *((each.value, DutchText(each.value)) for each in LEVELS)],
        widget=LawSelect,
        required=False,
    )
    a2 = forms.MultipleChoiceField(
        label=lazy("Welke onderdelen van het examen mogen op A2?"),
        help_text=lazy("Alleen na aanzienlijke inspanningen (Wi 17:3). Beoordeel dat eerst."),
        choices=[(each, DutchText(each)) for each in ONDERDELEN],
        widget=LawChecks,
        required=False,
    )
    examen = yes_no(
        lazy("Doet iemand ook examen?"),
        lazy("Dat kan als iemand het wil en kan (Bi 3.14:7). Verplicht is het hier niet."),
        unknown=LATER,
    )
    examendelen = forms.CharField(
        label=lazy("Welke examens?"),
        help_text=lazy("Bijvoorbeeld: lezen op A2, en KNM."),
        max_length=200,
        widget=FreeLine(),
        required=False,
    )
    alfabetisering = yes_no(
        lazy("Leert iemand eerst lezen en schrijven (alfabetisering)?"), unknown=LATER
    )
    uren = WholeField(label=lazy("Uren les per week"), required=False)
    uren_totaal = WholeField(
        label=lazy("Uren les in het hele plan"),
        help_text=lazy(
            "Een schatting van alle uren taalles en KNM. Bij de B1-route krijgt DUO dit getal."
        ),
        required=False,
    )
    intensiteit = _text(lazy("Wanneer en hoe zijn de lessen?"), rows=2)
    begeleiding = _text(
        lazy("Hoe helpt en begeleidt de gemeente?"), lazy("Elke afspraak op een eigen regel.")
    )
    gesprekken = WholeField(label=lazy("Aantal voortgangsgesprekken per jaar"), required=False)
    pvt = _text(lazy("Participatieverklaring (PVT)"), lazy("Hoe vaak, hoe lang en wanneer."))
    map = _text(lazy("Werk en meedoen (MAP)"), lazy("Hoeveel uur en wanneer."))
    kind = yes_no(lazy("Is er een kind dat naar de voorschool of vroegschool kan?"), unknown=LATER)
    vve = _text(lazy("Wat spreekt u verder af over de voorschool of vroegschool?"), rows=2)
    ontzorgen = _text(
        lazy("Vaste lasten die de gemeente betaalt (ontzorgen)"),
        lazy("Welke kosten, en tot wanneer."),
    )
    bijstand = yes_no(
        lazy("Horen er besluiten over de bijstand bij dit plan?"),
        lazy("Die horen bij het PIP (Wi 15:3)."),
        unknown=LATER,
    )
    bijlagen = _text(
        lazy("Welke besluiten over de bijstand?"),
        lazy("Elk besluit op een eigen regel, met de datum."),
    )
    wijziging = _text(
        lazy("Wat verandert er nog meer?"),
        lazy("Wat Meedoen zelf ziet, staat al in de brief. Elke verandering op een eigen regel."),
    )
    motivering = _text(
        lazy("Waarom past dit plan bij deze persoon?"),
        lazy("Uw eigen redenen. Schrijf niets over gezondheid of geloof."),
        rows=5,
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self,
        data: Any = None,
        *,
        plan: Plan,
        asiel: bool | None,
        on: date,
        gezin: Sequence[vve_forms.Gezinskind] = (),
    ) -> None:
        initial = {name: _shown(getattr(plan, name)) for name in GESCHREVEN}
        initial |= vve_forms.initial_of(plan) | {"versie": plan.versie}
        super().__init__(data, initial=initial)
        self.on, self.gezin = on, gezin
        self.rijen = vve_forms.rows_in(data, plan)
        for row, nieuw in enumerate(self.rijen):
            for name, field in vve_forms.fields_of(gezin, nieuw=nieuw).items():
                self.fields[vve_forms.key(row, name)] = field
        for name in past_niet(plan):
            self.fields.pop(name, None)
        if asiel is False and not heeft_intensiteit(plan):
            for name in ("uren", "uren_totaal", "intensiteit"):
                self.fields.pop(name, None)
        if plan.soort == Plan.Soort.WIJZIGING:
            self.fields["motivering"].label = _("Waarom verandert het plan?")

    def kinderen(self) -> Iterator[tuple[str, bool, list[BoundField]]]:
        """A row per child: its name as it is kept, whether it opens, and its fields."""
        for row, nieuw in enumerate(self.rijen):
            names = (vve_forms.key(row, name) for name in vve_forms.fields_of((), nieuw=nieuw))
            fields = [
                self[name]
                for name in (vve_forms.key(row, vve_forms.WIE), *names)
                if name in self.fields
            ]
            naam = "" if nieuw else str(self[vve_forms.key(row, "naam")].initial or "")
            yield naam, not nieuw or self.is_bound, fields

    def clean(self) -> dict[str, Any]:
        """What is written per child can be, and does not say that there is none."""
        given: dict[str, Any] = super().clean() or {}
        rows = self._kinderen(given)
        for name, text in vve_forms.errors_in(rows, on=self.on):
            if name not in self.errors:
                self.add_error(name, text)
        if given.get("kind") is False and any(each["nodig"] for each in rows.values()):
            text = _("U koos nee, maar hieronder heeft een kind het wel nodig. Kies ja.")
            self.add_error("kind", text)
        return given

    def _kinderen(self, given: dict[str, Any]) -> dict[int, dict[str, Any]]:
        return vve_forms.told_of(given, len(self.rijen), self.gezin)

    def clean_uren(self) -> int | None:
        """Hours that fit in a week."""
        return self._at_most("uren", MOST_UREN)

    def clean_uren_totaal(self) -> int | None:
        """Hours as DUO takes them."""
        return self._at_most("uren_totaal", MOST_TOTAAL)

    def clean_gesprekken(self) -> int | None:
        """Talks that fit in a year."""
        return self._at_most("gesprekken", MOST_GESPREKKEN)

    def _at_most(self, name: str, most: int) -> int | None:
        number: int | None = self.cleaned_data[name]
        if number is not None and number > most:
            raise forms.ValidationError(_("Vul hier hooguit %(most)s in.") % {"most": most})
        return number

    @property
    def nodig(self) -> list[str]:
        """The fields that the letter cannot miss (Wi 15, Bi 5.3:4, Awb 3:46), in their order."""
        return [name for name in self.fields if name in NODIG]

    @property
    def told(self) -> dict[str, Any]:
        """What was written, when it is valid; what is not asked, is not told."""
        told = {name: self.cleaned_data[name] for name in GESCHREVEN if name in self.fields}
        if self.rijen:
            told["kinderen"] = list(self._kinderen(self.cleaned_data).values())
        return told


def _shown(value: Any) -> Any:
    """What a field shows of a value that is kept."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return "" if value is None else value


class VoorstelForm(forms.Form):
    """Proposing the plan: a reason where something is missing or a rule says otherwise."""

    use_required_attribute = False

    reden = forms.CharField(
        label=lazy("Waarom gaat het plan door zoals het nu is?"),
        max_length=2000,
        widget=FreeText(privacy=GEWOON, rows=3),
        required=False,
    )
    versie = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, versie: int, vraagt: bool) -> None:
        super().__init__(data, prefix="voorstel", initial={"versie": versie})
        if not vraagt:
            del self.fields["reden"]
