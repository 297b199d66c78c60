"""Reads a notice that somebody must inburgeren: a JSON file in our own words, field by field.

Strict: what we do not know is refused, never passed over. What DUO itself sends is translated into
this by berichten.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.utils.translation import gettext as _

from meedoen.dossier.identity import checked_bsn, checked_vnummer
from meedoen.dossier.names import Naam, NaamError
from meedoen.dossier.partial_date import OnvolledigeDatum, parse
from meedoen.law.plain_text import from_plain_json
from meedoen.law.reading import nearest
from meedoen.rules.choices import Doelgroep, Verblijfsrecht
from meedoen.rules.column import Kind

MOST_BYTES = 64 * 1024
SOORT = "inburgeringsplicht_vastgesteld"
NAMES = ("voornamen", "voorvoegsel", "geslachtsnaam", "eigen_schrift")
REQUIRED = (
    "soort", "bericht_id", "naam", "geboortedatum", "verblijfsrecht", "doelgroep",
    "kennisgeving_op", "plicht_begon_op",
)  # fmt: skip
OPTIONAL = ("bsn", "vnummer", "ingeschreven_op", "in_nederland_sinds")
WHOLE = ""  # the field of a message that is about the file as a whole
BERICHT_ID = re.compile(r"[0-9A-Za-z-]{1,64}")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Value = TypeVar("Value")


class NoticeError(Exception):
    """A notice that cannot be read. `fields`: per field what is wrong, in Dutch; "" is the file."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(f"{name}: {text}" for name, text in fields.items()))
        self.fields = dict(fields)


@dataclass(frozen=True)
class Notice:
    """DUO says that somebody must inburgeren, and since when. `bsn` or `vnummer` may be empty."""

    bericht_id: str
    bsn: str
    vnummer: str
    naam: Naam
    geboortedatum: OnvolledigeDatum
    verblijfsrecht: Verblijfsrecht
    doelgroep: Doelgroep
    kennisgeving_op: date
    plicht_begon_op: date
    ingeschreven_op: date | None = None
    in_nederland_sinds: date | None = None


def read_notice(content: bytes, *, today: date) -> Notice:
    """A notice from a file. Errors: NoticeError with a message for every field that is wrong."""
    reading = _Reading(_object(content))
    reading.check_names()
    found = Notice(
        bericht_id=reading.take("bericht_id", _bericht_id, ""),
        bsn=reading.take("bsn", lambda value: checked_bsn(_text(value)), ""),
        vnummer=reading.take("vnummer", lambda value: checked_vnummer(_text(value)), ""),
        naam=reading.naam(),
        geboortedatum=reading.take("geboortedatum", _born, OnvolledigeDatum()),
        verblijfsrecht=reading.take("verblijfsrecht", _word(Verblijfsrecht), Verblijfsrecht.GEEN),
        doelgroep=reading.take("doelgroep", _word(Doelgroep), Doelgroep.ASIELSTATUSHOUDER),
        kennisgeving_op=reading.take("kennisgeving_op", _past(today), today),
        plicht_begon_op=reading.take("plicht_begon_op", _past(today), today),
        ingeschreven_op=reading.take("ingeschreven_op", _past(today), None),
        in_nederland_sinds=reading.take("in_nederland_sinds", _past(today), None),
    )
    if reading.problems:
        raise NoticeError(reading.problems)
    return found


class _Reading:
    """One pass over the fields that remembers all that is wrong, so that it is told at once."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self.raw = raw
        self.problems: dict[str, str] = {}

    def check_names(self) -> None:
        """Every field that must be there is, no other is, and it is a notice of this soort."""
        known = (*REQUIRED, *OPTIONAL)
        for name in self.raw:
            if name not in known:
                hint = nearest(name, known)
                self.problems[_shown(name)] = _("Dit veld kennen wij niet%(h)s.") % {"h": hint}
        for name in REQUIRED:
            if name not in self.raw:
                self.problems[name] = _("Dit veld ontbreekt.")
        if self.raw.get("soort", SOORT) != SOORT:
            self.problems["soort"] = _("Dit soort bericht kunnen wij nog niet lezen.")
        if not self.raw.get("bsn") and not self.raw.get("vnummer"):
            self.problems["bsn"] = _("Er moet een BSN of een V-nummer in staan.")

    def take(self, name: str, read: Callable[[Any], Value], absent: Value) -> Value:
        """The value of a field; `absent` where there is none, or where it is wrong."""
        if self.raw.get(name) is None:
            if name in REQUIRED:
                self.problems.setdefault(name, _("Dit veld is leeg."))
            return absent
        try:
            return read(self.raw[name])
        except ValueError as error:
            self.problems.setdefault(name, str(error))
            return absent

    def naam(self) -> Naam:
        """The name of its parts; a stand-in where it is wrong, which is never used."""
        parts = self.raw.get("naam")
        if not isinstance(parts, dict):
            self.problems.setdefault("naam", _("Hier hoort een naam in delen te staan."))
            parts = {"geslachtsnaam": "x"}
        for part, text in parts.items():
            if part not in NAMES:
                self.problems[f"naam.{_shown(part)}"] = _("Dit veld kennen wij niet.")
            elif not isinstance(text, str):
                self.problems[f"naam.{part}"] = _("Hier hoort tekst te staan.")
        try:
            return Naam(**{name: parts[name] for name in NAMES if isinstance(parts.get(name), str)})
        except NaamError as error:
            self.problems.setdefault(f"naam.{error.field}", str(error))
            return Naam(geslachtsnaam="x")


def _object(content: bytes) -> dict[str, Any]:
    """The one object of the file. Errors: NoticeError."""
    if len(content) > MOST_BYTES:
        raise NoticeError({WHOLE: _("Dit bestand is te groot. Een bericht is hooguit 64 kB.")})
    if not content.strip():
        raise NoticeError({WHOLE: _("Dit bestand is leeg. Kies een ander bestand.")})
    try:
        found = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:  # no UTF-8, no JSON, or far too deep
        text = _("Dit is geen bericht: het bestand is geen JSON. Kies een ander bestand.")
        raise NoticeError({WHOLE: text}) from error
    if not isinstance(found, dict):
        raise NoticeError({WHOLE: _("Dit is geen bericht. Kies een ander bestand.")})
    return found


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which every field stands once: of two, nobody knows which one counts."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise NoticeError({_shown(name): _("Dit veld staat er twee keer in.")})
        found[name] = value
    return found


def _shown(name: str) -> str:
    """The name of a field from a file as it can be shown: short, and no half characters."""
    whole = name.encode("utf-8", "replace").decode("utf-8")
    return whole if len(whole) <= 40 else f"{whole[:40]}…"


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(_("Hier hoort tekst te staan, tussen aanhalingstekens."))
    return value


def _bericht_id(value: Any) -> str:
    if not BERICHT_ID.fullmatch(_text(value)):
        raise ValueError(_("Dit is geen kenmerk van een bericht: letters, cijfers en streepjes."))
    return str(value)


def _born(value: Any) -> OnvolledigeDatum:
    return parse(_text(value))


def _word(words: Any) -> Callable[[Any], Any]:
    return lambda value: from_plain_json(words, _text(value))


def _past(today: date) -> Callable[[Any], date]:
    """Reads a day as 2026-09-14 that is not in the future."""

    def read(value: Any) -> date:
        if not DAY.fullmatch(_text(value)):
            raise ValueError(_("Schrijf de dag als 2026-09-14."))
        found = from_plain_json(Kind.DAY, value)
        if not isinstance(found, date) or found > today:
            raise ValueError(_("Deze dag moet nog komen. Kijk de datum na."))
        return found

    return read
