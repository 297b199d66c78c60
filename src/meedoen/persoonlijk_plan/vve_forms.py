"""What an official writes per child of the plan: the fields of a row, and what was written in it.

The fields stand in the form of the plan itself: `kind0_naam`, `kind1_naam`, and so on.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from meedoen.accounts.fields import DayField, FreeLine, yes_no
from meedoen.dossier.forms.numbers import WholeField
from meedoen.persoonlijk_plan.inhoud import PER_KIND
from meedoen.persoonlijk_plan.plan_reading import OUDSTE
from meedoen.persoonlijk_plan.plan_tables import Plan, Vveafspraak

MOST_KINDEREN, MOST_UREN = 8, 60  # of a family, of a week: more is a slip of the pen
NAAM, PLEK, TE_DOEN = 60, 100, 150  # eight children fit in one text of the letter
WIE, WEG = "wie", "weg"
# pk of the person, name, year of birth
Gezinskind = tuple[int, str, int | None]


def _line(label: Any, help_text: Any = "", *, most: int) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, max_length=most, required=False, widget=FreeLine()
    )


def fields_of(gezin: Sequence[Gezinskind], *, nieuw: bool) -> dict[str, forms.Field]:
    """The fields of one row; of a new row also which child of the family it is."""
    found: dict[str, forms.Field] = {}
    if nieuw and gezin:
        kinderen = [(str(pk), f"\u2068{naam}\u2069") for pk, naam, _jaar in gezin]
        found[WIE] = forms.ChoiceField(
            label=lazy("Welk kind van het gezin?"),
            choices=[("", lazy("een ander kind, of nog geen")), *kinderen],
            required=False,
        )
    found |= {
        "naam": _line(lazy("Voornaam of voorletter van het kind"), most=NAAM),
        "geboortejaar": WholeField(label=lazy("Geboortejaar"), required=False),
        "nodig": yes_no(
            lazy("Heeft het kind voorschool of vroegschool nodig?"), unknown=lazy("nog niet bekend")
        ),
        "plek": _line(lazy("Naar welke voorschool of school?"), most=PLEK),
        "uren": WholeField(label=lazy("Uren per week"), required=False),
        "vanaf_op": DayField(label=lazy("Vanaf welke dag?"), required=False),
        "te_doen": _line(lazy("Wat moet nog geregeld worden?"), most=TE_DOEN),
        "regelt": forms.ChoiceField(
            label=lazy("Wie regelt dat?"),
            choices=[("", lazy("nog niet afgesproken")), *Vveafspraak.Regelt.choices],
            required=False,
        ),
    }
    if not nieuw:
        found[WEG] = forms.BooleanField(label=lazy("Haal dit kind uit het plan"), required=False)
    return found


def key(row: int, name: str) -> str:
    """How a field of a row is called in the form of the plan."""
    return f"kind{row}_{name}"


def rows_in(data: Mapping[str, Any] | None, plan: Plan) -> list[bool]:
    """Which rows the form has; True: a new one, which may be left empty.

    As many as a browser sent; else those of the plan, and one more where there is room.
    """
    kept = len(plan.kinderen)
    if data is None:
        return [False] * kept + [True] * (kept < MOST_KINDEREN)
    sent = [row for row in range(MOST_KINDEREN) if key(row, "naam") in data]
    return [key(row, WIE) in data or (row >= kept and key(row, WEG) not in data) for row in sent]


def initial_of(plan: Plan) -> dict[str, Any]:
    """What stands in the rows of a plan."""
    words = {True: "ja", False: "nee", None: ""}
    found: dict[str, Any] = {}
    for row, each in enumerate(plan.kinderen):
        found |= {key(row, name): getattr(each, name) for name in PER_KIND}
        found[key(row, "nodig")] = words[each.nodig]
    return found


def told_of(
    given: Mapping[str, Any], rows: int, gezin: Sequence[Gezinskind]
) -> dict[int, dict[str, Any]]:
    """What was written per row; a row that is empty or taken out is not there."""
    known = {str(pk): (naam, jaar) for pk, naam, jaar in gezin}
    found: dict[int, dict[str, Any]] = {}
    for row in range(rows):
        told = {name: given.get(key(row, name)) for name in PER_KIND}
        if picked := known.get(given.get(key(row, WIE)) or ""):
            told["naam"], told["geboortejaar"] = told["naam"] or picked[0], picked[1]
        if not given.get(key(row, WEG)) and any(each not in (None, "") for each in told.values()):
            found[row] = told
    return found


def errors_in(rows: Mapping[int, Mapping[str, Any]], *, on: date) -> Iterator[tuple[str, str]]:
    """What cannot be in the rows: the field, and what to do."""
    seen: set[tuple[Any, Any]] = set()
    for row, told in rows.items():
        for name, text in (*_child(told, on=on), *_offer(told)):
            yield key(row, name), text
        who = (told["naam"], told["geboortejaar"])
        if told["naam"] and who in seen:
            text = _("Dit kind staat er twee keer in. Haal er een weg, of vul een geboortejaar in.")
            yield key(row, "naam"), text
        seen.add(who)


def _child(told: Mapping[str, Any], *, on: date) -> Iterator[tuple[str, str]]:
    if not told["naam"]:
        yield "naam", _("Schrijf over welk kind dit gaat: een voornaam of een voorletter.")
    jaar = told["geboortejaar"]
    if jaar is not None and not on.year - OUDSTE <= jaar <= on.year:
        yield (
            "geboortejaar",
            _("Schrijf het jaar met vier cijfers. Bijvoorbeeld: %(jaar)s.") % {"jaar": on.year - 3},
        )


def _offer(told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    offer = told["plek"] or told["uren"] is not None or told["vanaf_op"]
    if offer and told["nodig"] is None:
        yield (
            "nodig",
            _("Er staat een plek, uren of een dag. Kies dan of het kind dit nodig heeft."),
        )
    if offer and told["nodig"] is False:
        yield "nodig", _("Het kind heeft dit niet nodig. Haal dan de plek, de uren en de dag weg.")
    if told["uren"] is not None and not 0 < told["uren"] <= MOST_UREN:
        yield "uren", _("Vul hier 1 tot en met %(most)s in.") % {"most": MOST_UREN}
    if told["regelt"] and not told["te_doen"]:
        yield "te_doen", _("Schrijf wat er nog geregeld moet worden.")
