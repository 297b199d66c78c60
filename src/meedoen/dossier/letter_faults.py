"""What is wrong with a text of a municipality in its letters, in words for the screen."""

import re
from collections.abc import Mapping

from django.utils.translation import gettext as _

from meedoen.dossier.letter_versions import SENDER
from meedoen.dossier.models import Afzenderversie
from meedoen.dossier.typesetting import unprintable
from meedoen.law.blok import BLANKS, Blok, Fault, faults
from meedoen.law.brief_file import brief_kinds
from meedoen.law.plain_language import Measured, measure

LONGEST_LINE = 300
_POSTCODE = re.compile(r"[1-9][0-9]{3} ?[A-Z]{2}")
_ADDRESS = re.compile(r"[^\s/@]+\.[^\s/@]+(/\S*)?")  # a place on the internet, without https://


class LetterTextError(Exception):
    """Texts that cannot be kept; `fields`: per box what is wrong."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)


def known_blanks(brief: str) -> list[str]:
    """The blanks that a kind of letter fills; "" is every letter."""
    return [name for name, _meaning in blank_meanings(brief)]


def blank_meanings(brief: str) -> list[tuple[str, str]]:
    """Every blank of a kind of letter and what fills it, in Dutch as the letter is."""
    own = [(each.name, each.label) for each in brief_kinds()[brief].variables] if brief else []
    return [*own, *BLANKS.items()]


def refuse_text(brief: str, blok: Blok, tekst: str) -> None:
    """Errors: LetterTextError, with everything that is wrong with a text at once."""
    found = [_in_words(each) for each in faults(blok, tekst, known_blanks(brief))]
    if character := unprintable(tekst):
        found.append(_cannot_print(character))
    if found:
        raise LetterTextError({"tekst": " ".join(found)})


def refuse_sender(made: Afzenderversie) -> None:
    """Errors: LetterTextError with a message per box."""
    found = {name: _wrong(name, str(getattr(made, name))) for name in SENDER}
    found["logo_alt"] = _wrong_alt(made)
    if wrong := {name: text for name, text in found.items() if text}:
        raise LetterTextError(wrong)


def hard_to_read(tekst: str) -> list[str]:
    """What a reader at B1 will find hard in a text; advice, it stops nobody."""
    return list(_hard(measure([re.sub(r"[{}]", "", tekst)]))) if tekst.strip() else []


def _hard(found: Measured) -> list[str]:
    said = [_("Deze zin is lang: «%(zin)s»") % {"zin": each} for each in found.long]
    said += [
        _("Dit woord is moeilijk: «%(woord)s». Schrijf: %(liever)s.")
        % {"woord": word, "liever": instead}
        for word, instead in found.words
    ]
    if found.wordy:
        said.append(_("De zinnen zijn samen te lang. Schrijf er twaalf woorden in, of minder."))
    return said


def _in_words(fault: Fault) -> str:
    words = {
        "leeg": _("Vul dit in."),
        "lang": _("Hooguit %(wat)s tekens."),
        "haakje": _("Zet haakjes alleen om een naam, zoals {telefoon}. Kijk naar: %(wat)s"),
        "onbekend": _("Deze brief kent «%(wat)s» niet."),
        "ontbreekt": _("«%(wat)s» moet in deze tekst staan."),
    }
    return words[fault.what] % {"wat": fault.detail}


def _wrong(name: str, text: str) -> str:
    if not text:
        return _("Vul dit in.")
    if len(text) > LONGEST_LINE or "\n" in text:
        return _("Schrijf dit op één regel van hooguit %(aantal)s tekens.") % {
            "aantal": LONGEST_LINE
        }
    if name == "postcode" and not _POSTCODE.fullmatch(text):
        return _("Dit is geen postcode. Bijvoorbeeld: 1234 AB.")
    if name in {"website", "bezwaar_website"} and not _ADDRESS.fullmatch(text):
        return _("Schrijf het adres zonder https://. Bijvoorbeeld: www.example.org/bezwaar.")
    character = unprintable(text)
    return _cannot_print(character) if character else ""


def _wrong_alt(made: Afzenderversie) -> str:
    if not made.logo_naam:
        return ""
    if not made.logo_alt.strip():
        return _("Schrijf in woorden wat er op het logo staat.")
    return _wrong("logo_alt", made.logo_alt)


def _cannot_print(character: str) -> str:
    text = _("Het teken %(teken)s kan niet in een brief staan. Haal het weg.")
    return text % {"teken": character}
