"""Names of people in any script: what they may hold, how they are shown, and how they are found."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, fields
from itertools import pairwise

from anyascii import anyascii
from django.utils.translation import gettext as _

from meedoen.dossier.sounds import sounds

LONGEST = 200  # as in the BRP
LONGEST_VOORVOEGSEL = 20
LETTERS, KLANK = "letters", "klank"  # the two kinds of keys
NOBODY = "?"  # no key begins with it
NOG_ONBEKEND = "Naam nog onbekend"  # DUO tells a number first; kept, so Dutch for every reader
MOST_WORDS = 12  # of one question: more say nothing new, and each costs a look in the index
# Cc control, Cf invisible (bidi overrides too), Cn Co Cs nothing to show, Zl Zp new lines, So emoji
REFUSED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "So"})
# Letters and marks that show nothing: with them two names look the same and are not.
INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
JOINERS = frozenset("\u200c\u200d")  # Persian and Indian scripts spell with them
NEVER_JOINED = ("LATIN", "GREEK", "CYRILLIC")
# anyascii writes the ayn and the hamza as one of these, as people do
APOSTROPHES = re.compile("['`]+")


class NaamError(ValueError):
    """A name that cannot be kept; `field` is the part of the name, the message for who typed it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True)
class Naam:
    """A name as in the BRP. Somebody with one name has it as `geslachtsnaam`, or as `voornamen`.

    Every part becomes NFC with single spaces and is else kept as written. Errors: NaamError.
    """

    voornamen: str = ""
    voorvoegsel: str = ""
    geslachtsnaam: str = ""
    eigen_schrift: str = ""

    def __post_init__(self) -> None:
        for part in fields(self):
            object.__setattr__(self, part.name, _checked(part.name, getattr(self, part.name)))
        if not self.voornamen and not self.geslachtsnaam:
            raise NaamError(
                "geslachtsnaam",
                _("Vul een naam in. Heeft iemand maar één naam? Zet die bij de achternaam."),
            )

    @property
    def volledig(self) -> str:
        """All of it but the own script: "Jan van der Berg", "Anna d'Ancona"."""
        glue = "" if self.voorvoegsel.endswith(("'", "’")) else " "
        family = glue.join(part for part in (self.voorvoegsel, self.geslachtsnaam) if part)
        return " ".join(part for part in (self.voornamen, family) if part)

    @property
    def kort(self) -> str:
        """First name and one letter, "Selam T.": for lists that others can see."""
        if self.onbekend:
            return NOG_ONBEKEND
        if not self.voornamen or not self.geslachtsnaam:
            return self.volledig.partition(" ")[0]
        return f"{self.voornamen.partition(' ')[0]} {_first_letter(self.geslachtsnaam)}."

    @property
    def onbekend(self) -> bool:
        """Whether nobody filled in the name yet."""
        return self == naam_onbekend()

    @property
    def sorteersleutel(self) -> str:
        """Family name, first names, voorvoegsel; Latin letters, the same under every collation."""
        parts = (self.geslachtsnaam, self.voornamen, self.voorvoegsel)
        return ", ".join(" ".join(map(_letters, _words(part))) for part in parts if part)


def naam_onbekend() -> Naam:
    """The name of somebody of whom only a number is known."""
    return Naam(geslachtsnaam=NOG_ONBEKEND)


def search_keys(naam: Naam) -> frozenset[tuple[str, str]]:
    """What somebody is found by: pairs of kind (LETTERS or KLANK) and key, a row each.

    Every word of the name in both scripts, and each two words that follow each other as one:
    who types Gebremedhin finds Gebre Medhin.
    """
    keys: set[tuple[str, str]] = set()
    for line in (naam.volledig, naam.eigen_schrift):
        words = _words(line)
        for word in [*words, *_joined(words)]:
            keys.add((LETTERS, _letters(word)))
            keys.update(_klank(word))
    return frozenset(keys)


def like_patterns(query: str) -> tuple[tuple[tuple[str, str], ...], ...]:
    """For each word of a question the pairs (kind, beginning of a key) of which one must match.

    A person is found if every word matches (all of any of). Beginnings hold no % or _ that LIKE
    could misread. Nothing typed: no words, no condition.
    """
    words = _words(query)[:MOST_WORDS]
    found = [{(LETTERS, _letters(word)), *_klank(word)} for word in words]
    for place, word in enumerate(_joined(words)):
        both = {(LETTERS, _letters(word)), *_klank(word)}
        found[place] |= both
        found[place + 1] |= both
    return tuple(tuple(sorted(each)) for each in found)


def _checked(field: str, text: str) -> str:
    for place, character in enumerate(text):
        if _deceives(character, text[:place]):
            raise NaamError(
                field,
                _(
                    "In de naam staat een teken dat niet kan (U+%(code)s, teken %(plaats)s)."
                    " Typ de naam opnieuw."
                )
                % {"code": f"{ord(character):04X}", "plaats": place + 1},
            )
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    longest = LONGEST_VOORVOEGSEL if field == "voorvoegsel" else LONGEST
    if len(plain) > longest:
        text = _("Hier passen %(past)s tekens. U vulde er %(aantal)s in. Kort de naam in.")
        raise NaamError(field, text % {"past": longest, "aantal": len(plain)})
    if plain and not any(map(str.isalpha, plain)):
        raise NaamError(field, _("Een naam heeft letters. Is er geen naam? Laat het veld leeg."))
    return plain


def _deceives(character: str, before: str) -> bool:
    """Whether a character is invisible, turns the line around, or is no part of any name."""
    if character in JOINERS:
        return not before or unicodedata.name(before[-1], "LATIN").startswith(NEVER_JOINED)
    return character in INVISIBLE or unicodedata.category(character) in REFUSED


def _first_letter(text: str) -> str:
    """The first letter with its marks, after an article ("al-Jabri": J); the Dutch IJ is one."""
    letters = [place for place, character in enumerate(text) if character.isalpha()]
    start = next((place for place in letters if text[place].isupper()), letters[0])
    end = start + 1
    while end < len(text) and unicodedata.category(text[end]).startswith("M"):
        end += 1
    return "IJ" if text.startswith("IJ", start) else text[start:end]


def _words(text: str) -> list[str]:
    """The words in small Latin letters, with apostrophes; in their own if there are no Latin ones.

    A text without any letter or digit is one word, so that it finds nobody rather than everybody.
    """
    found = [word for part in text.split() for word in _latin(part)]
    return found or [NOBODY] * bool(text.strip())


def _latin(part: str) -> list[str]:
    plain = anyascii(unicodedata.normalize("NFC", part)).lower()
    words = [word for word in re.findall("[a-z0-9'`]+", plain) if _letters(word)]
    own = "".join(filter(str.isalnum, part)).casefold()
    return words or [own] * bool(own)


def _letters(word: str) -> str:
    return APOSTROPHES.sub("", word)


def _joined(words: Sequence[str]) -> list[str]:
    return [first + second for first, second in pairwise(words)]


def _klank(word: str) -> set[tuple[str, str]]:
    # the full stop ends the key: compared by its beginning, it still is the whole sound
    return {(KLANK, f"{sound}.") for sound in sounds(word)}
