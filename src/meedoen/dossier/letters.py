"""Makes the PDF of a letter from data only: the same bytes for the same letter."""

import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

import typst
from babel.dates import format_date
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from meedoen.dossier.typesetting import UnprintableError, typeset, unprintable
from meedoen.law.afzender import Afzender
from meedoen.law.articles import citations
from meedoen.law.blok import BlokError, Part, fill
from meedoen.law.brief_file import HOME, Brief, shared_blokken
from meedoen.law.brief_variable import ONDERWERP, Variable
from meedoen.law.citation import spoken
from meedoen.law.loader import load_law
from meedoen.law.presentation import in_words
from meedoen.rules.bezwaar import uiterste_dag_indienen
from meedoen.rules.column import Kind
from meedoen.rules.facts import Facts

LONGEST_TEXT = 4000
_PLAIN: dict[Kind, type] = {Kind.DAY: date, Kind.ANSWER: bool}
_log = logging.getLogger(__name__)


class LetterError(Exception):
    """A letter that cannot be made; `fields`: per variable what is wrong, for the screen."""

    def __init__(self, text: str, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(text)
        self.fields = dict(fields or {})


@dataclass(frozen=True)
class Geadresseerde:
    """To whom a letter goes: lines of name and address, how it begins, and who gets a copy."""

    naam: tuple[str, ...]
    adres: tuple[str, ...]
    kopie: tuple[str, ...] = ()
    aanhef: str = ""


@dataclass(frozen=True)
class Logo:
    """A logo and what it says in words: an SVG as its text, a PNG as its bytes."""

    inhoud: str | list[int]
    alt: str


@dataclass(frozen=True)
class Signature:
    """Who sends and signs, the reference, and why the official deviates from a finding.

    There is no picture of a signature: it proves nothing, and whoever has the file can copy it.
    `voorbeeld`: nobody sends this letter; it says so on every page.
    """

    afzender: Afzender
    ondertekenaar: str
    kenmerk: str
    afwijking: str = ""
    functie: str = ""
    logo: Logo | None = None
    voorbeeld: bool = False


def check_values(kind: Brief, values: Mapping[str, Any], *, afwijking: str = "") -> None:
    """Errors: LetterError with a message per variable that is missing, unknown or wrong."""
    if wrong := wrong_values(kind, values, afwijking=afwijking):
        raise LetterError(_("De brief is nog niet af."), wrong)


def wrong_values(kind: Brief, values: Mapping[str, Any], *, afwijking: str = "") -> dict[str, str]:
    """A message per variable that is missing, unknown or wrong.

    `afwijking` stands in the letter too: what cannot be printed is told before it is signed.
    """
    wrong = {}
    if message := _wrong_text(Variable("afwijking", "", None, required=False), afwijking):
        wrong["afwijking"] = message
    known = {each.name: each for each in kind.variables}
    for name in values:
        if name not in known:
            wrong[name] = _("Dit hoort niet in deze brief.")
    for each in kind.variables:
        message = _wrong(each, values.get(each.name))
        if message:
            wrong[each.name] = message
    return wrong


def _wrong(each: Variable, value: Any) -> str:
    if value is None or value == "":
        return _("Vul dit in.") if each.required else ""
    if each.kind is None:
        return _wrong_text(each, value)
    wanted: type = each.kind if not isinstance(each.kind, Kind) else _PLAIN.get(each.kind, int)
    if type(value) is not wanted:
        return _("Deze waarde kan hier niet.")
    too_small = isinstance(value, int) and value < 0
    return _("Dit getal kan niet kleiner zijn dan 0.") if too_small else ""


def _wrong_text(each: Variable, value: Any) -> str:
    if not isinstance(value, str):
        return _("Dit is geen tekst.")
    if not value.strip():
        return _("Vul dit in.") if each.required else ""
    if len(value) > LONGEST_TEXT:
        return _("Hooguit %(aantal)s tekens.") % {"aantal": LONGEST_TEXT}
    character = unprintable(value)
    if character:
        text = _("Het teken %(teken)s kan niet in een brief staan. Haal het weg.")
        return text % {"teken": character}
    return _wrong_word(each, value)


def _wrong_word(each: Variable, value: str) -> str:
    if each.words and value not in each.words:
        return _("Kies iets uit de lijst.")
    if each.cites and (unknown := _unknown_articles(value)):
        text = _("Dit artikel kennen wij niet: %(artikel)s. Schrijf bijvoorbeeld Wi 17:2.")
        return text % {"artikel": unknown}
    return ""


def _unknown_articles(text: str) -> str:
    """The first line that is no article of ours; "" where all are."""
    lines = (line.strip() for line in text.splitlines())
    return next((line for line in lines if line and line not in citations()), "")


def render(
    kind: Brief,
    values: Mapping[str, Any],
    to: Geadresseerde,
    *,
    signed: Signature,
    at: datetime,
    teksten: Mapping[str, str] | None = None,
) -> bytes:
    """The PDF of a letter that is dated on the day of `at`.

    `teksten`: per text block the municipality's own text; without one the standard text stands.
    Errors: LetterError, also for a character that no font of ours has, before anything is stored.
    """
    return compose(kind, values, to, signed=signed, at=at, teksten=teksten).pdf()


def compose(
    kind: Brief,
    values: Mapping[str, Any],
    to: Geadresseerde,
    *,
    signed: Signature,
    at: datetime,
    teksten: Mapping[str, str] | None = None,
) -> "Letter":
    """The same, still to be set in type. Errors: LetterError."""
    check_values(kind, values)
    content = _content(kind, values, to, signed=signed, day=localdate(at))
    content["blokken"] = filled(kind, teksten or {}, content)
    return Letter(kind, content, to, signed, at)


@dataclass(frozen=True)
class Letter:
    """All that a letter says. To set it in type needs no database: another thread may do it."""

    kind: Brief
    content: dict[str, Any]
    to: Geadresseerde
    signed: Signature
    at: datetime

    def pdf(self) -> bytes:
        """Errors: LetterError, also for a character that no font of ours has."""
        try:
            return _typeset(self.kind, self.content, at=self.at)
        except UnprintableError as error:
            raise LetterError(_in_a_name(error.character, self.to, self.signed)) from error
        except typst.TypstError as e:
            _log.error("the letter %s cannot be set", self.kind.name)  # the error may quote texts
            raise LetterError(_("De brief kon niet worden gemaakt. Vraag het de beheerder.")) from e


def _typeset(kind: Brief, content: dict[str, Any], *, at: datetime) -> bytes:
    """A letter goes out without its logo rather than not at all; choosing one checked it."""
    source = HOME / kind.name / "brief.typ"
    try:
        return typeset(source, content, at=at)
    except typst.TypstError:
        if content["logo"] is None:
            raise
        made = typeset(source, content | {"logo": None}, at=at)
        _log.error("the letter %s was set without its logo, which cannot be set", kind.name)
        return made


def _in_a_name(character: str, to: Geadresseerde, signed: Signature) -> str:
    """What to say of a character that is not in the text of the letter, but around it."""
    around = (*to.naam, *to.adres, *to.kopie, to.aanhef, signed.ondertekenaar, signed.functie)
    where = next((each for each in around if unprintable(each)), "")
    text = _(
        "Het teken %(teken)s kan niet in een brief staan. Het staat in «%(waar)s». "
        "Schrijf dit zonder dat teken."
    )
    return text % {"teken": character, "waar": where}


def filled(
    kind: Brief, teksten: Mapping[str, str], content: Mapping[str, Any]
) -> dict[str, list[Part]]:
    """Every text block of a letter with its blanks filled. Errors: LetterError that names one."""
    sender = content["afzender"]
    known = content["waarden"] | {
        **{name: sender[name] for name in ("college", "telefoon", "openingstijden", "website")},
        **{name: content[name] for name in ("artikelen", "aanhef", "kenmerk", "dagtekening")},
        "gemeente": sender["naam"],
        "adres": f"{sender['straat']} in {sender['plaats']}",
    }
    days = [each.name for each in kind.variables if each.kind is Kind.DAY]
    found = {}
    for blok in (*shared_blokken(), *kind.blokken):
        try:
            found[blok.name] = fill(teksten.get(blok.name, blok.text), known, strong=days)
        except BlokError as error:
            text = _("In de tekst «%(blok)s» staat «%(naam)s». Deze brief kent dat niet.")
            raise LetterError(text % {"blok": blok.label, "naam": error.name}) from error
    return found


def _content(
    kind: Brief,
    values: Mapping[str, Any],
    to: Geadresseerde,
    *,
    signed: Signature,
    day: date,
) -> dict[str, Any]:
    return {
        "titel": _title(kind, values),
        "soort": kind.soort,
        "artikelen": _articles(kind, values),
        "waarden": {each.name: _text(each, values.get(each.name)) for each in kind.variables},
        "geadresseerde": [*to.naam, *to.adres],
        "aanhef": to.aanhef or to.naam[0],
        "kopie": list(to.kopie),
        "dagtekening": _day(day),
        "jaar": day.year,
        "maand": day.month,
        "dag": day.day,
        "bezwaar_tot": _day(objection_until(day)) if kind.is_besluit else "",
        **asdict(signed),
    }


def objection_until(dagtekening: date) -> date:
    """The last day to object to a besluit that was sent on this day (Awb 6:7, 6:8; Atw 1)."""
    facts = Facts.of(dagtekening, {"besluit_bekend_op": dagtekening})
    last = uiterste_dag_indienen(facts, load_law()).value.plain()
    if not isinstance(last, date):
        raise LetterError(_("De bezwaartermijn is voor deze dag niet bekend."))
    return last


def _text(each: Variable, value: Any) -> str | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    return str(value) if each.kind is None else in_words(value, each.kind)


def _title(kind: Brief, values: Mapping[str, Any]) -> str:
    """The title, with the subject where the official names one."""
    onderwerp = str(values.get(ONDERWERP) or "").strip()
    return f"{kind.title}: {onderwerp}" if onderwerp else kind.title


def _articles(kind: Brief, values: Mapping[str, Any]) -> str:
    """The articles of a kind, or those the official named, spoken out."""
    named = [
        line.strip()
        for each in kind.variables
        if each.cites
        for line in str(values.get(each.name) or "").splitlines()
        if line.strip()
    ]
    return " en ".join(spoken(each) for each in (*kind.articles, *named))


def _day(day: date) -> str:
    return format_date(day, "d MMMM y", locale="nl")
