"""The courtesy sheet beside a letter: what it says in a language of the person (LANG-03).

Fixed sentences come from law/brieven/vertaling; days, counts and words of lists are put in that
language; what an official wrote stays Dutch and is marked so.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from babel.dates import format_date
from django.utils.timezone import localdate

from meedoen.dossier.besluiten import signature_of, values_of
from meedoen.dossier.letters import Signature, objection_until
from meedoen.dossier.models import Besluit
from meedoen.dossier.typesetting import typeset
from meedoen.law.blok import blanks_of, fill
from meedoen.law.brief_file import HOME, Brief, brief_kinds
from meedoen.law.brief_variable import VERTALING, Variable
from meedoen.law.presentation import in_words
from meedoen.law.vertaling import (
    RIGHT_TO_LEFT,
    Vertaling,
    language_name,
    shape,
    translations,
)
from meedoen.rules.choices import Choice
from meedoen.rules.column import Kind

SOURCE = HOME / "vertaling.typ"
HEADINGS = {
    "inhoud": "inhoud",
    "gegevens": "gegevens",
    "bezwaar": "bezwaar_kop",
    "contact": "contact_kop",
}
OTHER_CALENDAR = frozenset({"fa", "ti"})
LAST = ("feiten", "motivering")  # what to do comes before why (LANG-02)
ISOLATED = ("telefoon",)  # digits in groups: their order may not turn


def courtesy_sheet(
    kind: Brief, values: Mapping[str, Any], taal: str, *, signed: Signature, at: datetime
) -> bytes:
    """The PDF of a letter in a language (a code), dated on the day of `at`; the same bytes again.

    Errors: KeyError for a language or kind without a translation.
    """
    own, day = translations()[taal], localdate(at)
    content = {**_fixed(own, signed), **_told(kind, values, own, signed=signed, day=day)}
    content |= {"titel": own.titel[kind.name], "nederlandse_titel": kind.title}
    content |= {
        "dagtekening": day_in(day, own),
        "jaar": day.year,
        "maand": day.month,
        "dag": day.day,
    }
    return typeset(SOURCE, content, at=at)


def sheet_of(besluit: Besluit, *, on: date, at: datetime) -> bytes | None:
    """The sheet that goes with a letter in the language that was chosen; None where none was."""
    kind = brief_kinds()[besluit.soort]
    values = values_of(kind, besluit)
    taal = values.get(VERTALING)
    if not taal:
        return None
    return courtesy_sheet(kind, values, taal, signed=signature_of(besluit, on=on), at=at)


def sheet_name(besluit: Besluit, on: date) -> str:
    """What the sheet is called among the documents."""
    kind = brief_kinds()[besluit.soort]
    taal = language_name(values_of(kind, besluit)[VERTALING])
    return f"Hulpblad {taal} bij {kind.title} {on.isoformat()}.pdf"


def _fixed(own: Vertaling, signed: Signature) -> dict[str, Any]:
    """What every sheet in a language says."""
    return {
        "taal": own.code,
        "rtl": own.code in RIGHT_TO_LEFT,
        "hulp": own.vast["hulp"],
        "ongelezen": "" if own.nagelezen else own.vast["ongelezen"],
        "onvertaald": own.vast["onvertaald"],
        "datum_label": own.vast["datum"],
        "kenmerk_label": own.vast["kenmerk"],
        "kenmerk": signed.kenmerk,
        "afzender": signed.afzender.naam,
        **{f"{name}_kop": own.vast[key] for name, key in HEADINGS.items()},
    }


def _told(
    kind: Brief, values: Mapping[str, Any], own: Vertaling, *, signed: Signature, day: date
) -> dict[str, Any]:
    """What the sheet of this letter says."""
    said = _said(kind, values, own)
    zinnen = [own.zin[name] for name in shape().zinnen[kind.name]]
    told = {name for zin in zinnen for name in blanks_of(zin)}
    sender = signed.afzender
    around = said | {
        "bezwaar_tot": day_in(objection_until(day), own) if kind.is_besluit else "",
        "telefoon": sender.telefoon,
        "adres": f"{sender.straat}, {sender.plaats}",
    }
    return {
        "zinnen": [part for zin in zinnen for part in _fill(zin, said)],
        "gegevens": _rows(kind, said, own, told=told, afwijking=signed.afwijking),
        "bezwaar": _fill(own.vast["bezwaar"], around) if kind.is_besluit else [],
        "contact": _fill(own.vast["contact"], around),
    }


def _fill(text: str, values: Mapping[str, str | None]) -> list[Any]:
    return list(fill(text, values, strong=ISOLATED))


def _rows(
    kind: Brief, said: Mapping[str, str | None], own: Vertaling, *, told: set[str], afwijking: str
) -> list[dict[str, Any]]:
    """What the sentences did not tell, under its own label; why the official deviates, last."""
    rows = [
        {"label": own.label[each.name], "waarde": said[each.name], "nederlands": _is_free(each)}
        for each in sorted(kind.variables, key=lambda each: each.name in LAST)
        if each.name != VERTALING and each.name not in told and said.get(each.name)
    ]
    if afwijking.strip():
        rows.append({"label": own.label["afwijking"], "waarde": afwijking, "nederlands": True})
    return rows


def _is_free(each: Variable) -> bool:
    return each.kind is None and not each.words


def _said(kind: Brief, values: Mapping[str, Any], own: Vertaling) -> dict[str, str | None]:
    """Every blank in words: in the language where that can be, else as the official wrote it."""
    return {each.name: _in_language(each, values.get(each.name), own) for each in kind.variables}


def _in_language(each: Variable, value: Any, own: Vertaling) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return day_in(value, own)
    if isinstance(value, Choice):
        word = str(value.value)
        return own.woord.get(word, word)
    if each.words:
        return own.woord.get(str(value), str(value))
    if each.kind in (None, Kind.COUNT):
        return str(value)
    word = in_words(value, each.kind)
    return own.woord.get(word, word)


def day_in(day: date, own: Vertaling) -> str:
    """A day with the month by its name; in digits too where that name has two meanings."""
    said = format_date(day, "d MMMM y", locale=own.code)
    digits = f" ({day.day}-{day.month}-{day.year})"
    return said + digits if own.code in OTHER_CALENDAR else said
