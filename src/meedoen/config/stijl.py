"""/stijl/: every part of the look in one page, with when to use it and its states."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_safe

from meedoen.accounts.fields import DayField, FreeText
from meedoen.accounts.gate import open_to_all
from meedoen.dossier.explanation import Explanation, Line, Question, Told

TODAY = date(2026, 11, 23)
ROUTES = (("b1", lazy("B1-route")), ("onderwijs", lazy("Onderwijsroute")), ("z", lazy("Z-route")))
HELP = (("reis", lazy("Reiskosten")), ("opvang", lazy("Kinderopvang")))
WRONG = {
    "dag_dag": "31",
    "dag_maand": "2",
    "dag_jaar": "2026",
    "mail": "selam",
    "verslag": "Wij spraken over het plan.",
}


class ExampleForm(forms.Form):
    """One field of each kind."""

    naam = forms.CharField(label=lazy("Naam van de tolk"), max_length=200)
    mail = forms.EmailField(
        label=lazy("E-mailadres"),
        required=False,
        error_messages={"invalid": lazy("Dit is geen e-mailadres. Bijvoorbeeld: naam@post.nl")},
    )
    dag = DayField(label=lazy("Wanneer is het gesprek?"), help_text=lazy("Kies een werkdag."))
    taal = forms.ChoiceField(
        label=lazy("Taal"),
        choices=(("", lazy("Kies een taal")), ("ti", "Tigrinya"), ("ar", lazy("Arabisch"))),
    )
    route = forms.ChoiceField(
        label=lazy("Welke route kiest u?"), choices=ROUTES, widget=forms.RadioSelect
    )
    hulp = forms.MultipleChoiceField(
        label=lazy("Welke hulp is er nodig?"),
        choices=HELP,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    verslag = forms.CharField(
        label=lazy("Verslag"), required=False, widget=FreeText(privacy="gewoon")
    )
    zorg = forms.CharField(label=lazy("Wat vraagt aandacht?"), required=False, widget=FreeText())
    bewijs = forms.FileField(label=lazy("Document"), required=False)
    tolk = forms.BooleanField(label=lazy("Er komt een tolk mee"), required=False)


@dataclass(frozen=True)
class Event:
    """One item of the example of a Tijdlijn."""

    day: date
    title: str
    text: str = ""
    who: str = ""


@open_to_all
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The page; only where people try things, so in the demo and while developing."""
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    return render(request, "stijl/stijl.html", examples())


def examples() -> dict[str, object]:
    """What the page shows: invented people on one day."""
    return {
        "vandaag": TODAY,
        "deadlines": (date(2026, 11, 20), TODAY, date(2026, 11, 25), date(2027, 1, 4), None),
        "form": ExampleForm(auto_id="leeg_%s", use_required_attribute=False),
        "wrong": ExampleForm(WRONG, auto_id="fout_%s", use_required_attribute=False),
        "dicht": _closed(),
        "rows": _rows(),
        "uitleg": _explanation(),
        "gebeurtenissen": _events(),
    }


def _closed() -> ExampleForm:
    """A form in which two fields cannot be filled in now."""
    form = ExampleForm(auto_id="dicht_%s", use_required_attribute=False, initial={"naam": "Anna"})
    form.fields["naam"].disabled = form.fields["taal"].disabled = True
    return form


def _rows() -> list[tuple[str, str, str, str, int]]:
    return [
        ("Selam Tesfay", "laat", "vandaag", "PIP vaststellen", 36906),
        ("Omar Haddad", "actie", "nog 2 dagen", "zienswijze lezen", 0),
        ("Zahra Karimi", "wacht", "bij het COA", "intake in het azc", 125000),
        ("Yusuf Abdi", "onbekend", "datum onbekend", "vraag de docent naar MAP", 4250),
        ("Li Wen", "goed", "klaar", "niets", 0),
    ]


def _explanation() -> Explanation:
    told = datetime(2026, 9, 14, 10, 5, tzinfo=UTC)
    day = Told("de dag van inschrijving in de gemeente", "14 september 2026", 3, "J. de Wit", told)
    lines = (
        Line(0, "Het PIP moet er zijn op", "23 november 2026", "Bi 5.3:1", (), ()),
        Line(1, "Tien weken na de inschrijving hier", "23 november 2026", "Bi 5.3:1", (), (day,)),
        Line(1, "Is asielstatushouder", "ja", "Wi 1:1", (), ()),
        Line(2, "Heeft een verblijfsvergunning asiel", "ja", "Vw 28", (), ()),
        Line(1, "Iemand weigert mee te werken", "nee", "Wi 15:4", (), ()),
        Line(1, "De intake is klaar", "onbekend", "Wi 14:1", (), ()),
    )
    asks = (Question("intake_klaar_op", "De dag waarop de intake klaar was", "klantmanager"),)
    return Explanation("pip", "Uiterste dag van het PIP:", "23 november 2026", lines, asks)


def _events() -> tuple[Event, ...]:
    return (
        Event(date(2026, 11, 2), "Intake gehouden", "Met een tolk Tigrinya.", "J. de Wit"),
        Event(date(2026, 9, 14), "Ingeschreven in de gemeente", "", "bericht van DUO"),
        Event(date(2026, 5, 11), "Gekoppeld aan de gemeente", "", "bericht van het COA"),
    )
