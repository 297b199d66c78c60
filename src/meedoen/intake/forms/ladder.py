"""Planning the next step of the ladder, and telling how the last one went."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import FreeText
from meedoen.dossier.forms.appointments import AfspraakForm
from meedoen.dossier.forms.letters import LetterForm, Offered
from meedoen.dossier.letters import LetterError
from meedoen.dossier.models import Afspraak
from meedoen.intake.actions.ladder import Plan
from meedoen.intake.oordeel import CAME, Oordeel, Uitkomst
from meedoen.intake.treden import Gevraagd
from meedoen.law.brief_file import Brief
from meedoen.law.presentation import in_words
from meedoen.law.soort import GEWOON
from meedoen.rules.column import Kind

# What the talk says already, and the number of the summons, which is counted.
FROM_TALK = ("dag", "tijd", "plaats", "tolk", "oproepen")
LAST_DAY, CONDUCT = "laatste_dag", "gedraging"
ONDERWERP = "Gesprek voor de brede intake"  # kept in the dossier: Dutch
INTERPRETER = {
    Afspraak.Tolk.PROFESSIONEEL: "een tolk van het tolkenbureau",
    Afspraak.Tolk.TELEFONISCH: "een tolk aan de telefoon",
    Afspraak.Tolk.VERTROUWD: "iemand die u vertrouwt",
}
PREFERRED = {"vrouw": "het liefst een vrouw", "man": "het liefst een man"}


class PlanForm:
    """The talk and the letter that announces it, filled in once.

    `initial`: the usual interpreter, the last day of the term, what went wrong the last time.
    """

    def __init__(
        self, kind: Brief, offered: Offered, data: Any, *, now: datetime, initial: dict[str, Any]
    ) -> None:
        self.kind = kind
        self.talk = AfspraakForm(data, now=now, initial=initial)
        del self.talk.fields["onderwerp"]
        self.letter = LetterForm(kind, offered, data)
        for name in FROM_TALK:
            self.letter.fields.pop(name, None)
        for name in (LAST_DAY, CONDUCT):
            if name in self.letter.fields:
                self.letter.initial[name] = initial.get(name)

    @property
    def errors(self) -> bool:
        """Whether something must be mended."""
        return bool(self.talk.errors or self.letter.errors)

    def is_valid(self) -> bool:
        """Both parts are right, and the talk lies within the term."""
        good = self.talk.is_valid() & self.letter.is_valid()
        last = self.letter.cleaned_data.get(LAST_DAY)
        day = self.talk.cleaned_data.get("dag")
        if last is not None and day is not None and last < day:
            self.letter.add_error(
                LAST_DAY, _("Het gesprek is na deze dag. Kies een latere dag voor de termijn.")
            )
        return good and not self.errors

    def chosen(self, oproep: int) -> Plan:
        """What was filled in; `oproep`: the number of this summons."""
        columns = self.talk.columns_about(ONDERWERP)
        waarden = self.letter.waarden | {
            "dag": self.talk.cleaned_data["dag"],
            "tijd": f"{self.talk.cleaned_data['van']:%H.%M} uur",
            "plaats": columns["plaats"],
            "tolk": interpreter_of(columns) or None,
            "oproepen": oproep,
        }
        known = {each.name for each in self.kind.variables}
        waarden = {name: value for name, value in waarden.items() if name in known}
        return Plan(self.kind.name, waarden, columns, self.letter.gronden)

    def refuse(self, error: LetterError) -> None:
        """Put each message at its field."""
        self.letter.refuse(error)


def interpreter_of(columns: dict[str, Any]) -> str:
    """Who interprets in which language, as the letter says it; "" for nobody."""
    who = INTERPRETER.get(columns["tolk"])
    if who is None:
        return ""
    parts = [f"{who}, {columns['tolk_taal']}", columns["tolk_dialect"]]
    return ", ".join(each for each in [*parts, PREFERRED.get(columns["tolk_geslacht"])] if each)


def conduct_of(asked: Gevraagd | None) -> str:
    """What went wrong the last time, as a draft for the letter; "" where nothing did."""
    if asked is None or not asked.is_oproep:
        return ""
    talk = asked.afspraak
    day = in_words(localdate(talk.begint_at) if talk is not None else asked.on, Kind.DAY)
    if asked.kwam is False:
        where = "naar het gesprek op" if talk is not None else "na onze oproep van"
        return f"U kwam niet {where} {day}."
    if asked.werkte_mee is False:
        where = "naar het gesprek op" if talk is not None else "na onze oproep van"
        return f"U kwam wel {where} {day}. Maar u werkte niet genoeg mee."
    return ""


class UitkomstForm(forms.Form):
    """How the last summons went. While the term runs nobody failed to come yet."""

    use_required_attribute = False  # our own words, not the browser's

    uitkomst = forms.ChoiceField(
        label=lazy("Hoe ging het?"),
        widget=forms.RadioSelect,
        help_text=lazy(
            "Was er een goede reden? Leg alleen vast dát die er was. Schrijf nooit op welke."
        ),
        error_messages={"required": lazy("Kies hoe het ging.")},
    )
    reden = forms.CharField(
        label=lazy("Waaruit blijkt dat?"),
        required=False,
        max_length=1000,
        widget=FreeText(privacy=GEWOON, rows=3),
        help_text=lazy("Nodig als iemand niet genoeg meewerkte. Schrijf wat u zag of hoorde."),
    )

    def __init__(self, data: Any = None, *, over: bool) -> None:
        """`over`: the term of the summons is over."""
        super().__init__(data)
        self.fields["uitkomst"].choices = list(_choices(over))  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A judgement against somebody has a reason; of a good reason nothing is kept."""
        given = self.cleaned_data
        uitkomst, reden = given.get("uitkomst"), given.get("reden", "")
        if uitkomst == Uitkomst.ONVOLDOENDE and not reden.strip():
            self.add_error("reden", _("Schrijf op waaruit blijkt dat iemand niet meewerkte."))
        if reden.strip() and uitkomst not in {None, Uitkomst.ONVOLDOENDE, Uitkomst.NIET}:
            self.add_error("reden", _("Haal deze tekst weg. Bij deze keuze bewaren wij niets."))
        return given

    @property
    def oordeel(self) -> Oordeel:
        """What was told, as the action takes it."""
        given = self.cleaned_data
        return Oordeel(Uitkomst(given["uitkomst"]), given.get("reden", "").strip())


def _choices(over: bool) -> Iterable[tuple[str, Any]]:
    for each in Uitkomst:
        if over or each in CAME or each is Uitkomst.GOEDE_REDEN:
            yield each.value, each.label
    if not over:
        yield Uitkomst.NIET_BEKEND.value, _("Kwam niet op de afspraak. De termijn loopt nog")


class UitnodigingForm(forms.Form):
    """How a talk went to which somebody was only invited: coming was his own choice."""

    use_required_attribute = False  # our own words, not the browser's

    uitkomst = forms.ChoiceField(
        label=lazy("Hoe ging het?"),
        choices=Afspraak.Uitkomst.choices[1:],
        widget=forms.RadioSelect,
        help_text=lazy("Niet komen heeft geen gevolgen: het was een uitnodiging."),
        error_messages={"required": lazy("Kies hoe het ging.")},
    )
